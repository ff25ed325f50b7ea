SELECT
  'ehc_no_plan_16w' AS `clock_id`,
  `t14`.`child_id`,
  `t14`.`team_id`,
  `t14`.`worker_id`,
  `t14`.`started_on`,
  `t14`.`due_on`,
  `t14`.`soon_on`,
  `t14`.`stopped_on`,
  `t14`.`ended_on`,
  `t14`.`counted_on`,
  FALSE AS `is_window`,
  `t14`.`trouble`,
  `t14`.`excuse`,
  `t14`.`excused_on`,
  `t14`.`spell_id`,
  `t14`.`source_table`,
  `t14`.`source_key`,
  `t14`.`stop_key`
FROM (
  SELECT
    `t13`.`child_id`,
    `t13`.`worker_id`,
    `t13`.`spell_id`,
    `t13`.`source_table`,
    `t13`.`source_key`,
    `t13`.`started_on`,
    `t13`.`due_on`,
    `t13`.`trouble`,
    `t13`.`team_id`,
    `t13`.`ended_on`,
    `t13`.`counted_on`,
    `t13`.`stopped_on`,
    `t13`.`stop_key`,
    `t13`.`excuse`,
    `t13`.`excused_on`,
    `t6`.`soon_on`
  FROM (
    SELECT
      `t11`.`child_id`,
      `t11`.`worker_id`,
      `t11`.`spell_id`,
      `t11`.`source_table`,
      `t11`.`source_key`,
      `t11`.`started_on`,
      `t11`.`due_on`,
      `t11`.`trouble`,
      COALESCE(
        IF(
          (
            `t11`.`trouble` IS NULL
          )
          AND (
            `t11`.`fits`
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                `t11`.`stop_on` <= CAST(NULL AS DATE)
              )
            )
          ),
          `t11`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t11`.`team_id`
      ) AS `team_id`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t11`.`started_on` AS `counted_on`,
      IF(
        (
          `t11`.`trouble` IS NULL
        )
        AND (
          `t11`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t11`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t11`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t11`.`trouble` IS NULL
        )
        AND (
          `t11`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t11`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t11`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t11`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t10`.`child_id`,
        `t10`.`team_id`,
        `t10`.`worker_id`,
        `t10`.`spell_id`,
        `t10`.`source_table`,
        `t10`.`source_key`,
        `t10`.`started_on`,
        `t10`.`ended_on`,
        `t10`.`outcome`,
        `t10`.`detail`,
        `t10`.`opened_on`,
        `t10`.`opens`,
        `t10`.`birth`,
        `t10`.`due_on`,
        `t10`.`who`,
        `t10`.`home`,
        `t10`.`on`,
        `t10`.`turn`,
        `t10`.`stop`,
        `t10`.`next_stop`,
        `t10`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t10`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t10`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t10`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t10`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t10`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t10`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t10`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t10`.`ended_on` < `t10`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            `t10`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t10`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t9`.`child_id`,
          `t9`.`team_id`,
          `t9`.`worker_id`,
          `t9`.`spell_id`,
          `t9`.`source_table`,
          `t9`.`source_key`,
          `t9`.`started_on`,
          `t9`.`ended_on`,
          `t9`.`outcome`,
          `t9`.`detail`,
          `t9`.`opened_on`,
          `t9`.`opens`,
          `t9`.`birth`,
          `t9`.`due_on`,
          `t9`.`who`,
          `t9`.`home`,
          `t9`.`on`,
          `t9`.`turn`,
          `t9`.`stop`,
          MIN(`t9`.`stop`) OVER (
            PARTITION BY `t9`.`who`, `t9`.`home`
            ORDER BY `t9`.`on` ASC NULLS LAST, `t9`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t9`.`stop`) OVER (
            PARTITION BY `t9`.`who`, `t9`.`home`
            ORDER BY `t9`.`on` ASC NULLS LAST, `t9`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t1`.`child_id`,
              `t1`.`team_id`,
              `t1`.`worker_id`,
              `t1`.`spell_id`,
              `t1`.`source_table`,
              `t1`.`source_key`,
              `t1`.`started_on`,
              `t1`.`ended_on`,
              `t1`.`outcome`,
              `t1`.`detail`,
              `t1`.`started_on` AS `opened_on`,
              TRUE AS `opens`,
              CAST('0001-01-01' AS DATE) AS `birth`,
              `t1`.`started_on` + INTERVAL '112' DAY AS `due_on`,
              `t1`.`child_id` AS `who`,
              `t1`.`spell_id` AS `home`,
              `t1`.`started_on` AS `on`,
              IF(TRUE, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM `journeys`.`spells` AS `t1`
            WHERE
              `t1`.`kind` = 'ehc_process' AND COALESCE(`t1`.`outcome` IN ('no_plan'), FALSE)
          ) AS `t7`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              CAST(NULL AS STRING) AS `child_id`,
              CAST(NULL AS STRING) AS `team_id`,
              CAST(NULL AS STRING) AS `worker_id`,
              CAST(NULL AS STRING) AS `spell_id`,
              CAST(NULL AS STRING) AS `source_table`,
              CAST(NULL AS STRING) AS `source_key`,
              CAST(NULL AS DATE) AS `started_on`,
              CAST(NULL AS DATE) AS `ended_on`,
              CAST(NULL AS STRING) AS `outcome`,
              CAST(NULL AS STRING) AS `detail`,
              CAST(NULL AS DATE) AS `opened_on`,
              CAST(NULL AS BOOLEAN) AS `opens`,
              CAST(NULL AS DATE) AS `birth`,
              CAST(NULL AS DATE) AS `due_on`,
              `t2`.`child_id` AS `who`,
              `t2`.`spell_id` AS `home`,
              `t2`.`on_date` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(CONCAT(CONCAT(CAST(`t2`.`on_date` AS STRING), '\037'), `t2`.`source_key`), '\037'),
                COALESCE(`t2`.`team_id`, '')
              ) AS `stop`
            FROM `journeys`.`events` AS `t2`
            WHERE
              `t2`.`kind` IN ('ehc_refused')
              AND `t2`.`on_date` IS NOT NULL
              AND `t2`.`spell_id` IS NOT NULL
          ) AS `t8`
        ) AS `t9`
      ) AS `t10`
      WHERE
        `t10`.`turn` <> 1
    ) AS `t11`
  ) AS `t13`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t13`.`due_on` = `t5`.`_day`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`working_days` AS `_target`,
      `t0`.`day` AS `soon_on`
    FROM `journeys`.`calendar` AS `t0`
    WHERE
      `t0`.`is_working`
  ) AS `t6`
    ON (
      `t5`.`_count` + -5
    ) = `t6`.`_target`
) AS `t14`
