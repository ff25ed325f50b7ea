SELECT
  `t5`.`child_id`,
  'care_planned' AS `kind`,
  `t5`.`lacp_cla_care_plan_start_date` AS `on_date`,
  `t5`.`spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_care_plan' AS `source_table`,
  `t5`.`lacp_table_id` AS `source_key`
FROM (
  SELECT
    `t2`.`lacp_table_id`,
    `t2`.`lacp_person_id`,
    `t2`.`lacp_cla_care_plan_start_date`,
    `t2`.`lacp_cla_care_plan_end_date`,
    `t2`.`lacp_cla_care_plan_json`,
    `t4`.`child_id`,
    `t4`.`kind`,
    `t4`.`spell_id`,
    `t4`.`started_on`,
    `t4`.`ended_on`,
    `t4`.`outcome`,
    `t4`.`detail`,
    `t4`.`team_id`,
    `t4`.`worker_id`,
    `t4`.`source_table`,
    `t4`.`source_key`
  FROM `joined`.`ssd_cla_care_plan` AS `t2`
  INNER JOIN (
    SELECT
      *
    FROM `journeys`.`spells` AS `t1`
    WHERE
      `t1`.`kind` = 'care'
  ) AS `t4`
    ON `t2`.`lacp_person_id` = `t4`.`child_id`
    AND `t4`.`started_on` <= (
      `t2`.`lacp_cla_care_plan_start_date` + INTERVAL '28' DAY
    )
    AND `t2`.`lacp_cla_care_plan_start_date` <= COALESCE(`t4`.`ended_on`, CAST('9999-12-31' AS DATE))
) AS `t5`
WHERE
  `t5`.`lacp_cla_care_plan_start_date` IS NOT NULL
