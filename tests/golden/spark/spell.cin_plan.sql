SELECT
  `t2`.`cinp_person_id` AS `child_id`,
  'cin_plan' AS `kind`,
  `t2`.`cinp_cin_plan_id` AS `spell_id`,
  `t2`.`cinp_cin_plan_start_date` AS `started_on`,
  `t2`.`cinp_cin_plan_end_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  `t4`.`need` AS `detail`,
  `t2`.`cinp_cin_plan_team` AS `team_id`,
  `t2`.`cinp_cin_plan_worker_id` AS `worker_id`,
  'ssd_cin_plans' AS `source_table`,
  `t2`.`cinp_cin_plan_id` AS `source_key`
FROM `joined`.`ssd_cin_plans` AS `t2`
LEFT OUTER JOIN (
  SELECT
    `t1`.`cine_referral_id` AS `need_referral`,
    `t1`.`cine_cin_primary_need_code` AS `need`
  FROM `joined`.`ssd_cin_episodes` AS `t1`
) AS `t4`
  ON `t2`.`cinp_referral_id` = `t4`.`need_referral`
