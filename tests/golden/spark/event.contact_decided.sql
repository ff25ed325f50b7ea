SELECT
  `t0`.`code_person_id` AS `child_id`,
  'contact_decided' AS `kind`,
  `t0`.`code_decided_date` AS `on_date`,
  `t0`.`code_contact_id` AS `spell_id`,
  LOWER(`t0`.`code_decision`) AS `outcome`,
  IF(COALESCE(`t0`.`code_manager_id` IS NULL, FALSE), 'no_manager', CAST(NULL AS STRING)) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  `t0`.`code_manager_id` AS `worker_id`,
  'local_contact_decisions' AS `source_table`,
  `t0`.`code_id` AS `source_key`
FROM `joined`.`local_contact_decisions` AS `t0`
WHERE
  `t0`.`code_decided_date` IS NOT NULL
