SELECT
  `t6`.`child_id`,
  'step_down' AS `kind`,
  `t6`.`spell_id`,
  `t6`.`ended_on` AS `started_on`,
  IF(`t6`.`until` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t6`.`until`) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t6`.`team_id`,
  `t6`.`worker_id`,
  'ssd_cin_plans' AS `source_table`,
  `t6`.`cin_id` AS `source_key`
FROM (
  SELECT
    `t5`.`child_id`,
    `t5`.`spell_id`,
    `t5`.`ended_on`,
    MAX(COALESCE(`t5`.`cin_end`, CAST('9999-12-31' AS DATE))) AS `until`,
    MAX(`t5`.`cin_id`) AS `cin_id`,
    MAX(`t5`.`cin_team`) AS `team_id`,
    MAX(`t5`.`cin_worker`) AS `worker_id`
  FROM (
    SELECT
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
      `t4`.`source_key`,
      `t3`.`cin_child`,
      `t3`.`cin_start`,
      `t3`.`cin_end`,
      `t3`.`cin_id`,
      `t3`.`cin_team`,
      `t3`.`cin_worker`
    FROM (
      SELECT
        *
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'cp_plan' AND `t0`.`ended_on` IS NOT NULL
    ) AS `t4`
    INNER JOIN (
      SELECT
        `t0`.`child_id` AS `cin_child`,
        `t0`.`started_on` AS `cin_start`,
        `t0`.`ended_on` AS `cin_end`,
        `t0`.`spell_id` AS `cin_id`,
        `t0`.`team_id` AS `cin_team`,
        `t0`.`worker_id` AS `cin_worker`
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'cin_plan'
    ) AS `t3`
      ON `t4`.`child_id` = `t3`.`cin_child`
      AND `t3`.`cin_start` <= (
        `t4`.`ended_on` + INTERVAL '28' DAY
      )
      AND COALESCE(`t3`.`cin_end`, CAST('9999-12-31' AS DATE)) > `t4`.`ended_on`
  ) AS `t5`
  GROUP BY
    1,
    2,
    3
) AS `t6`
