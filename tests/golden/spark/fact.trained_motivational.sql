SELECT
  `t0`.`trai_professional_id` AS `who`,
  CAST(NULL AS STRING) AS `child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'local_training' AS `source_table`,
  `t0`.`trai_id` AS `source_key`,
  `t0`.`trai_completed_date` AS `started_on`,
  CAST(NULL AS DATE) AS `ended_on`
FROM `joined`.`local_training` AS `t0`
WHERE
  `t0`.`trai_course` = 'MOTIVATIONAL_INTERVIEWING'
  AND `t0`.`trai_completed_date` IS NOT NULL
