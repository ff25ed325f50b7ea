SELECT
  `t0`.`eham_person_id` AS `child_id`,
  'ehc_amendment' AS `kind`,
  `t0`.`eham_id` AS `spell_id`,
  `t0`.`eham_meeting_date` AS `started_on`,
  `t0`.`eham_final_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_ehcp_amendments' AS `source_table`,
  `t0`.`eham_id` AS `source_key`
FROM `joined`.`local_ehcp_amendments` AS `t0`
