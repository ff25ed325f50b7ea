WITH `t6` AS (
  SELECT
    *
  FROM `journeys`.`events` AS `t1`
  WHERE
    `t1`.`kind` = 'contact'
)
SELECT
  'contact_repeat_window' AS `clock_id`,
  `t23`.`child_id`,
  `t23`.`team_id`,
  `t23`.`worker_id`,
  `t23`.`started_on`,
  `t23`.`due_on`,
  `t23`.`soon_on`,
  `t23`.`stopped_on`,
  `t23`.`ended_on`,
  `t23`.`counted_on`,
  TRUE AS `is_window`,
  `t23`.`trouble`,
  `t23`.`excuse`,
  `t23`.`excused_on`,
  `t23`.`spell_id`,
  `t23`.`source_table`,
  `t23`.`source_key`,
  `t23`.`stop_key`
FROM (
  SELECT
    `t22`.`child_id`,
    `t22`.`team_id`,
    `t22`.`worker_id`,
    `t22`.`spell_id`,
    `t22`.`source_table`,
    `t22`.`source_key`,
    `t22`.`due_on`,
    `t22`.`started_on`,
    `t22`.`ended_on`,
    `t22`.`trouble`,
    `t22`.`counted_on`,
    `t22`.`stopped_on`,
    `t22`.`stop_key`,
    `t22`.`excuse`,
    `t22`.`excused_on`,
    `t12`.`soon_on`
  FROM (
    SELECT
      `t20`.`child_id`,
      `t20`.`team_id`,
      `t20`.`worker_id`,
      `t20`.`spell_id`,
      `t20`.`source_table`,
      `t20`.`source_key`,
      `t20`.`previous` + INTERVAL '12' MONTH AS `due_on`,
      `t20`.`previous` AS `started_on`,
      CAST(NULL AS DATE) AS `ended_on`,
      CASE
        WHEN `t20`.`on_date` IS NULL
        THEN 'no start date is recorded'
        WHEN (
          `t20`.`previous` IS NULL
        )
        AND (
          (
            `t20`.`reach_on` IS NULL
          ) OR (
            `t20`.`on_date` <= `t20`.`reach_on`
          )
        )
        AND COALESCE(`t20`.`unbroken`, TRUE)
        THEN 'the records do not reach back far enough to know'
        ELSE CAST(NULL AS STRING)
      END AS `trouble`,
      `t20`.`on_date` AS `counted_on`,
      `t20`.`on_date` AS `stopped_on`,
      `t20`.`source_key` AS `stop_key`,
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
        `t19`.`day_child`,
        `t19`.`day`,
        `t19`.`previous`,
        `t19`.`unbroken`,
        `t15`.`reach_on`
      FROM `t6` AS `t9`
      LEFT OUTER JOIN (
        SELECT
          `t17`.`day_child`,
          `t17`.`day`,
          `t17`.`previous`,
          `t17`.`unbroken`
        FROM (
          SELECT
            `t16`.`day_child`,
            `t16`.`day`,
            `t16`.`is_event`,
            `t16`.`run`,
            LAG(`t16`.`day`, 2) OVER (PARTITION BY `t16`.`day_child`, `t16`.`run` ORDER BY `t16`.`day` ASC NULLS LAST) AS `previous`,
            `t16`.`run` = 0 AS `unbroken`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t7`.`day_child`,
                `t7`.`day`,
                `t7`.`is_event`,
                SUM(CAST(NOT (
                  `t7`.`is_event`
                ) AS BIGINT)) OVER (
                  PARTITION BY `t7`.`day_child`
                  ORDER BY `t7`.`day` ASC NULLS LAST, `t7`.`is_event` DESC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `run`
              FROM (
                SELECT DISTINCT
                  `t1`.`child_id` AS `day_child`,
                  `t1`.`on_date` AS `day`,
                  `t1`.`kind` = 'contact' AS `is_event`
                FROM `journeys`.`events` AS `t1`
                WHERE
                  `t1`.`kind` IN ('contact', 'referral') AND `t1`.`on_date` IS NOT NULL
              ) AS `t7`
            ) AS `t13`
            WHERE
              `t13`.`is_event`
          ) AS `t16`
        ) AS `t17`
        WHERE
          `t17`.`is_event`
      ) AS `t19`
        ON `t9`.`child_id` = `t19`.`day_child` AND `t9`.`on_date` = `t19`.`day`
      CROSS JOIN (
        SELECT
          `t10`.`first_on` + INTERVAL '12' MONTH AS `reach_on`
        FROM (
          SELECT
            MIN(`t8`.`on_date`) AS `first_on`
          FROM `t6` AS `t8`
        ) AS `t10`
      ) AS `t15`
    ) AS `t20`
  ) AS `t22`
  LEFT OUTER JOIN (
    SELECT
      `t4`.`_day`,
      `t5`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t4`
    INNER JOIN (
      SELECT
        `t0`.`working_days` AS `_target`,
        `t0`.`day` AS `soon_on`
      FROM `journeys`.`calendar` AS `t0`
      WHERE
        `t0`.`is_working`
    ) AS `t5`
      ON (
        `t4`.`_count` + -5
      ) = `t5`.`_target`
  ) AS `t12`
    ON `t22`.`due_on` = `t12`.`_day`
) AS `t23`
