SELECT
  `t0`.`ehrv_person_id` AS `child_id`,
  'ehc_review' AS `kind`,
  `t0`.`ehrv_id` AS `spell_id`,
  `t0`.`ehrv_meeting_date` AS `started_on`,
  `t0`.`ehrv_decision_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_ehcp_reviews' AS `source_table`,
  `t0`.`ehrv_id` AS `source_key`
FROM `joined`.`local_ehcp_reviews` AS `t0`
