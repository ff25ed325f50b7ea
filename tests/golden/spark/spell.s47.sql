SELECT
  `t0`.`s47e_person_id` AS `child_id`,
  's47' AS `kind`,
  `t0`.`s47e_s47_enquiry_id` AS `spell_id`,
  `t0`.`s47e_s47_start_date` AS `started_on`,
  `t0`.`s47e_s47_end_date` AS `ended_on`,
  IF(COALESCE(`t0`.`s47e_s47_nfa` = 'Y', FALSE), 'no_conference', CAST(NULL AS STRING)) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t0`.`s47e_s47_completed_by_team` AS `team_id`,
  `t0`.`s47e_s47_completed_by_worker_id` AS `worker_id`,
  'ssd_s47_enquiry' AS `source_table`,
  `t0`.`s47e_s47_enquiry_id` AS `source_key`
FROM `joined`.`ssd_s47_enquiry` AS `t0`
