SELECT
  `t0`.`ehas_person_id` AS `child_id`,
  'early_help_assessment' AS `kind`,
  `t0`.`ehas_id` AS `spell_id`,
  `t0`.`ehas_start_date` AS `started_on`,
  `t0`.`ehas_completion_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_early_help_assessments' AS `source_table`,
  `t0`.`ehas_id` AS `source_key`
FROM `joined`.`local_early_help_assessments` AS `t0`
