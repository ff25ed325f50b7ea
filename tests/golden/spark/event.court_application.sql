SELECT
  `t0`.`lpre_person_id` AS `child_id`,
  'court_application' AS `kind`,
  `t0`.`lpre_application_date` AS `on_date`,
  `t0`.`lpre_table_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_preproceedings' AS `source_table`,
  `t0`.`lpre_table_id` AS `source_key`
FROM `joined`.`local_preproceedings` AS `t0`
WHERE
  `t0`.`lpre_application_date` IS NOT NULL
