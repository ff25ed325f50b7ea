SELECT
  `t0`.`prep_person_id` AS `child_id`,
  'preproceedings' AS `kind`,
  `t0`.`prep_table_id` AS `spell_id`,
  `t0`.`prep_pre_pro_decision_date` AS `started_on`,
  `t0`.`prep_agree_stepdown_issue_date` AS `ended_on`,
  `t0`.`prep_pre_pro_outcome` AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_pre_proceedings' AS `source_table`,
  `t0`.`prep_table_id` AS `source_key`
FROM `joined`.`ssd_pre_proceedings` AS `t0`
