SELECT
  `t0`.`miss_person_id` AS `child_id`,
  'missing' AS `kind`,
  `t0`.`miss_table_id` AS `spell_id`,
  `t0`.`miss_missing_episode_start_date` AS `started_on`,
  `t0`.`miss_missing_episode_end_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_missing' AS `source_table`,
  `t0`.`miss_table_id` AS `source_key`
FROM `joined`.`ssd_missing` AS `t0`
