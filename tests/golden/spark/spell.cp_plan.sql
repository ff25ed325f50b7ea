SELECT
  `t0`.`cppl_person_id` AS `child_id`,
  'cp_plan' AS `kind`,
  `t0`.`cppl_cp_plan_id` AS `spell_id`,
  `t0`.`cppl_cp_plan_start_date` AS `started_on`,
  `t0`.`cppl_cp_plan_end_date` AS `ended_on`,
  `t0`.`cppl_cp_plan_latest_category` AS `outcome`,
  IF(
    COALESCE(`t0`.`cppl_cp_plan_ola` = 'Y', FALSE),
    'other_authority',
    CAST(NULL AS STRING)
  ) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cp_plans' AS `source_table`,
  `t0`.`cppl_cp_plan_id` AS `source_key`
FROM `joined`.`ssd_cp_plans` AS `t0`
