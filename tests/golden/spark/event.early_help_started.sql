SELECT
  `t0`.`earl_person_id` AS `child_id`,
  'early_help_started' AS `kind`,
  `t0`.`earl_episode_start_date` AS `on_date`,
  `t0`.`earl_episode_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_early_help_episodes' AS `source_table`,
  `t0`.`earl_episode_id` AS `source_key`
FROM `joined`.`ssd_early_help_episodes` AS `t0`
WHERE
  `t0`.`earl_episode_start_date` IS NOT NULL
