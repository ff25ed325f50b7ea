SELECT
  'placement_plan' AS `clock_id`,
  `t19`.`child_id`,
  `t19`.`team_id`,
  `t19`.`worker_id`,
  `t19`.`started_on`,
  `t19`.`due_on`,
  `t19`.`soon_on`,
  `t19`.`stopped_on`,
  `t19`.`ended_on`,
  `t19`.`counted_on`,
  FALSE AS `is_window`,
  `t19`.`trouble`,
  `t19`.`excuse`,
  `t19`.`excused_on`,
  `t19`.`spell_id`,
  `t19`.`source_table`,
  `t19`.`source_key`,
  `t19`.`stop_key`
FROM (
  SELECT
    `t18`.`child_id`,
    `t18`.`worker_id`,
    `t18`.`spell_id`,
    `t18`.`source_table`,
    `t18`.`source_key`,
    `t18`.`started_on`,
    `t18`.`due_on`,
    `t18`.`trouble`,
    `t18`.`team_id`,
    `t18`.`ended_on`,
    `t18`.`counted_on`,
    `t18`.`stopped_on`,
    `t18`.`stop_key`,
    `t18`.`excuse`,
    `t18`.`excused_on`,
    `t7`.`soon_on`
  FROM (
    SELECT
      `t16`.`child_id`,
      `t16`.`worker_id`,
      `t16`.`spell_id`,
      `t16`.`source_table`,
      `t16`.`source_key`,
      `t16`.`started_on`,
      `t16`.`due_on`,
      `t16`.`trouble`,
      COALESCE(
        IF(
          (
            `t16`.`trouble` IS NULL
          )
          AND (
            `t16`.`fits`
            AND (
              (
                `t16`.`ended_on` IS NULL
              ) OR (
                `t16`.`stop_on` <= `t16`.`ended_on`
              )
            )
          ),
          `t16`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t16`.`team_id`
      ) AS `team_id`,
      `t16`.`ended_on`,
      `t16`.`started_on` AS `counted_on`,
      IF(
        (
          `t16`.`trouble` IS NULL
        )
        AND (
          `t16`.`fits`
          AND (
            (
              `t16`.`ended_on` IS NULL
            ) OR (
              `t16`.`stop_on` <= `t16`.`ended_on`
            )
          )
        ),
        `t16`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t16`.`trouble` IS NULL
        )
        AND (
          `t16`.`fits`
          AND (
            (
              `t16`.`ended_on` IS NULL
            ) OR (
              `t16`.`stop_on` <= `t16`.`ended_on`
            )
          )
        ),
        `t16`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t16`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t15`.`child_id`,
        `t15`.`team_id`,
        `t15`.`worker_id`,
        `t15`.`spell_id`,
        `t15`.`source_table`,
        `t15`.`source_key`,
        `t15`.`started_on`,
        `t15`.`ended_on`,
        `t15`.`outcome`,
        `t15`.`detail`,
        `t15`.`opened_on`,
        `t15`.`opens`,
        `t15`.`birth`,
        `t15`.`due_on`,
        `t15`.`who`,
        `t15`.`home`,
        `t15`.`on`,
        `t15`.`turn`,
        `t15`.`stop`,
        `t15`.`next_stop`,
        `t15`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(COALESCE(`t15`.`stop_before`, `t15`.`next_stop`), '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(COALESCE(`t15`.`stop_before`, `t15`.`next_stop`), '\037'), 1 + 1) AS `stop_key`,
        NULLIF(
          ELEMENT_AT(SPLIT(COALESCE(`t15`.`stop_before`, `t15`.`next_stop`), '\037'), 2 + 1),
          ''
        ) AS `stop_team`,
        FALSE AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(COALESCE(`t15`.`stop_before`, `t15`.`next_stop`), '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t15`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t15`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t15`.`ended_on` < `t15`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND FALSE
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(COALESCE(`t15`.`stop_before`, `t15`.`next_stop`), '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t14`.`child_id`,
          `t14`.`team_id`,
          `t14`.`worker_id`,
          `t14`.`spell_id`,
          `t14`.`source_table`,
          `t14`.`source_key`,
          `t14`.`started_on`,
          `t14`.`ended_on`,
          `t14`.`outcome`,
          `t14`.`detail`,
          `t14`.`opened_on`,
          `t14`.`opens`,
          `t14`.`birth`,
          `t14`.`due_on`,
          `t14`.`who`,
          `t14`.`home`,
          `t14`.`on`,
          `t14`.`turn`,
          `t14`.`stop`,
          MIN(`t14`.`stop`) OVER (
            PARTITION BY `t14`.`who`, `t14`.`home`
            ORDER BY `t14`.`on` ASC NULLS LAST, `t14`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MAX(`t14`.`stop`) OVER (
            PARTITION BY `t14`.`who`, `t14`.`home`
            ORDER BY `t14`.`on` ASC NULLS LAST, `t14`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t12`.`child_id`,
              `t12`.`team_id`,
              `t12`.`worker_id`,
              `t12`.`spell_id`,
              `t12`.`source_table`,
              `t12`.`source_key`,
              `t12`.`started_on`,
              `t12`.`ended_on`,
              `t12`.`outcome`,
              `t12`.`detail`,
              `t12`.`opened_on`,
              `t12`.`opens`,
              `t12`.`birth`,
              `t12`.`due_on`,
              `t12`.`child_id` AS `who`,
              `t12`.`spell_id` AS `home`,
              `t12`.`started_on` AS `on`,
              IF(`t12`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
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
                `t8`.`due_on`
              FROM (
                SELECT
                  `t2`.`child_id`,
                  `t2`.`team_id`,
                  `t2`.`worker_id`,
                  `t2`.`spell_id`,
                  `t2`.`source_table`,
                  `t2`.`source_key`,
                  `t2`.`started_on`,
                  `t2`.`ended_on`,
                  `t2`.`outcome`,
                  `t2`.`detail`,
                  `t2`.`started_on` AS `opened_on`,
                  TRUE AS `opens`,
                  CAST('0001-01-01' AS DATE) AS `birth`
                FROM `journeys`.`spells` AS `t2`
                WHERE
                  `t2`.`kind` = 'placement'
              ) AS `t10`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`day` AS `_day`,
                  `t0`.`working_days` AS `_count`
                FROM `journeys`.`calendar` AS `t0`
              ) AS `t6`
                ON `t10`.`started_on` = `t6`.`_day`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`working_days` AS `_target`,
                  `t0`.`day` AS `due_on`
                FROM `journeys`.`calendar` AS `t0`
                WHERE
                  `t0`.`is_working`
              ) AS `t8`
                ON (
                  `t6`.`_count` + 5
                ) = `t8`.`_target`
            ) AS `t12`
          ) AS `t13`
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
              `t1`.`child_id` AS `who`,
              `t1`.`spell_id` AS `home`,
              `t1`.`on_date` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(CONCAT(CONCAT(CAST(`t1`.`on_date` AS STRING), '\037'), `t1`.`source_key`), '\037'),
                COALESCE(`t1`.`team_id`, '')
              ) AS `stop`
            FROM `journeys`.`events` AS `t1`
            WHERE
              `t1`.`kind` IN ('placement_planned')
              AND `t1`.`on_date` IS NOT NULL
              AND `t1`.`spell_id` IS NOT NULL
          ) AS `t11`
        ) AS `t14`
      ) AS `t15`
      WHERE
        `t15`.`turn` <> 1
    ) AS `t16`
  ) AS `t18`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t6`
    ON `t18`.`due_on` = `t6`.`_day`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`working_days` AS `_target`,
      `t0`.`day` AS `soon_on`
    FROM `journeys`.`calendar` AS `t0`
    WHERE
      `t0`.`is_working`
  ) AS `t7`
    ON (
      `t6`.`_count` + -5
    ) = `t7`.`_target`
) AS `t19`
