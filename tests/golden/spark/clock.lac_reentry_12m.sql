SELECT
  'lac_reentry_12m' AS `clock_id`,
  `t21`.`child_id`,
  `t21`.`team_id`,
  `t21`.`worker_id`,
  `t21`.`started_on`,
  `t21`.`due_on`,
  `t21`.`soon_on`,
  `t21`.`stopped_on`,
  `t21`.`ended_on`,
  `t21`.`counted_on`,
  TRUE AS `is_window`,
  `t21`.`trouble`,
  `t21`.`excuse`,
  `t21`.`excused_on`,
  `t21`.`spell_id`,
  `t21`.`source_table`,
  `t21`.`source_key`,
  `t21`.`stop_key`
FROM (
  SELECT
    `t20`.`child_id`,
    `t20`.`team_id`,
    `t20`.`worker_id`,
    `t20`.`spell_id`,
    `t20`.`source_table`,
    `t20`.`source_key`,
    `t20`.`due_on`,
    `t20`.`started_on`,
    `t20`.`ended_on`,
    `t20`.`trouble`,
    `t20`.`counted_on`,
    `t20`.`stopped_on`,
    `t20`.`stop_key`,
    `t20`.`excuse`,
    `t20`.`excused_on`,
    `t14`.`soon_on`
  FROM (
    SELECT
      `t18`.`child_id`,
      `t18`.`team_id`,
      `t18`.`worker_id`,
      `t18`.`spell_id`,
      `t18`.`source_table`,
      `t18`.`source_key`,
      `t18`.`previous` + INTERVAL '12' MONTH AS `due_on`,
      `t18`.`previous` AS `started_on`,
      CAST(NULL AS DATE) AS `ended_on`,
      CASE
        WHEN `t18`.`on_date` IS NULL
        THEN 'no start date is recorded'
        WHEN (
          `t18`.`previous` IS NULL
        )
        AND (
          (
            `t18`.`reach_on` IS NULL
          ) OR (
            `t18`.`on_date` <= `t18`.`reach_on`
          )
        )
        THEN 'the records do not reach back far enough to know'
        ELSE CAST(NULL AS STRING)
      END AS `trouble`,
      `t18`.`on_date` AS `counted_on`,
      `t18`.`on_date` AS `stopped_on`,
      `t18`.`source_key` AS `stop_key`,
      CAST(NULL AS STRING) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t9`.`child_id`,
        `t9`.`kind`,
        `t9`.`on_date`,
        `t9`.`spell_id`,
        `t9`.`outcome`,
        `t9`.`detail`,
        `t9`.`team_id`,
        `t9`.`worker_id`,
        `t9`.`source_table`,
        `t9`.`source_key`,
        `t17`.`day_child`,
        `t17`.`day`,
        `t17`.`previous`,
        `t17`.`unbroken`,
        `t15`.`reach_on`
      FROM (
        SELECT
          *
        FROM `journeys`.`events` AS `t0`
        WHERE
          `t0`.`kind` = 'care_started'
      ) AS `t9`
      LEFT OUTER JOIN (
        SELECT
          `t11`.`day_child`,
          `t11`.`day`,
          `t11`.`previous`,
          `t11`.`unbroken`
        FROM (
          SELECT
            `t6`.`day_child`,
            `t6`.`day`,
            `t6`.`is_event`,
            MAX(IF(`t6`.`is_event`, CAST(NULL AS DATE), `t6`.`day`)) OVER (
              PARTITION BY `t6`.`day_child`
              ORDER BY `t6`.`day` ASC NULLS LAST, `t6`.`is_event` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS `previous`,
            TRUE AS `unbroken`
          FROM (
            SELECT DISTINCT
              `t0`.`child_id` AS `day_child`,
              `t0`.`on_date` AS `day`,
              `t0`.`kind` = 'care_started' AS `is_event`
            FROM `journeys`.`events` AS `t0`
            WHERE
              `t0`.`kind` IN ('care_started', 'care_ended') AND `t0`.`on_date` IS NOT NULL
          ) AS `t6`
        ) AS `t11`
        WHERE
          `t11`.`is_event`
      ) AS `t17`
        ON `t9`.`child_id` = `t17`.`day_child` AND `t9`.`on_date` = `t17`.`day`
      CROSS JOIN (
        SELECT
          `t10`.`first_on` + INTERVAL '12' MONTH AS `reach_on`
        FROM (
          SELECT
            MIN(`t5`.`on_date`) AS `first_on`
          FROM (
            SELECT
              *
            FROM `journeys`.`events` AS `t0`
            WHERE
              `t0`.`kind` = 'care_ended'
          ) AS `t5`
        ) AS `t10`
      ) AS `t15`
    ) AS `t18`
  ) AS `t20`
  LEFT OUTER JOIN (
    SELECT
      `t7`.`_day`,
      `t8`.`soon_on`
    FROM (
      SELECT
        `t1`.`day` AS `_day`,
        `t1`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t1`
    ) AS `t7`
    INNER JOIN (
      SELECT
        `t1`.`working_days` AS `_target`,
        `t1`.`day` AS `soon_on`
      FROM `journeys`.`calendar` AS `t1`
      WHERE
        `t1`.`is_working`
    ) AS `t8`
      ON (
        `t7`.`_count` + -5
      ) = `t8`.`_target`
  ) AS `t14`
    ON `t20`.`due_on` = `t14`.`_day`
) AS `t21`
