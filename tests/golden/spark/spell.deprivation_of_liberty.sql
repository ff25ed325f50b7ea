SELECT
  `t0`.`dolo_person_id` AS `child_id`,
  'deprivation_of_liberty' AS `kind`,
  `t0`.`dolo_id` AS `spell_id`,
  `t0`.`dolo_start_date` AS `started_on`,
  `t0`.`dolo_end_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_deprivation_of_liberty' AS `source_table`,
  `t0`.`dolo_id` AS `source_key`
FROM `joined`.`local_deprivation_of_liberty` AS `t0`
