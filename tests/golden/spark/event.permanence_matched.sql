SELECT
  `t0`.`lper_person_id` AS `child_id`,
  'permanence_matched' AS `kind`,
  `t0`.`lper_matched_date` AS `on_date`,
  `t0`.`lper_id` AS `spell_id`,
  LOWER(`t0`.`lper_route`) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_permanence_plans' AS `source_table`,
  `t0`.`lper_id` AS `source_key`
FROM `joined`.`local_permanence_plans` AS `t0`
WHERE
  `t0`.`lper_matched_date` IS NOT NULL
