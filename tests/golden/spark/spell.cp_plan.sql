SELECT
  `t3`.`cppl_person_id` AS `child_id`,
  'cp_plan' AS `kind`,
  `t3`.`cppl_cp_plan_id` AS `spell_id`,
  `t3`.`cppl_cp_plan_start_date` AS `started_on`,
  `t3`.`cppl_cp_plan_end_date` AS `ended_on`,
  `t3`.`cppl_cp_plan_latest_category` AS `outcome`,
  CASE
    WHEN (
      `t6`.`dob` > `t7`.`now`
    )
    OR (
      (
        `t6`.`dob` IS NULL
      )
      AND (
        `t7`.`now` < (
          `t6`.`expected_dob` + INTERVAL '14' DAY
        )
      )
    )
    THEN 'unborn'
    WHEN `t3`.`cppl_cp_plan_ola` = 'Y'
    THEN 'other_authority'
    ELSE NULL
  END AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cp_plans' AS `source_table`,
  `t3`.`cppl_cp_plan_id` AS `source_key`
FROM `joined`.`ssd_cp_plans` AS `t3`
LEFT OUTER JOIN (
  SELECT
    `t1`.`pers_person_id` AS `born_id`,
    `t1`.`pers_dob` AS `dob`,
    `t1`.`pers_expected_dob` AS `expected_dob`
  FROM `joined`.`ssd_person` AS `t1`
) AS `t6`
  ON `t3`.`cppl_person_id` = `t6`.`born_id`
CROSS JOIN (
  SELECT
    `t2`.`as_at` AS `now`
  FROM `records`.`load` AS `t2`
) AS `t7`
