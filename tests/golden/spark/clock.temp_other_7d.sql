SELECT
  'temp_other_7d' AS `clock_id`,
  `t13`.`child_id`,
  `t13`.`team_id`,
  `t13`.`worker_id`,
  `t13`.`started_on`,
  `t13`.`due_on`,
  `t13`.`soon_on`,
  `t13`.`stopped_on`,
  `t13`.`ended_on`,
  `t13`.`counted_on`,
  FALSE AS `is_window`,
  `t13`.`trouble`,
  `t13`.`excuse`,
  `t13`.`excused_on`,
  `t13`.`spell_id`,
  `t13`.`source_table`,
  `t13`.`source_key`,
  `t13`.`stop_key`
FROM (
  SELECT
    `t12`.`child_id`,
    `t12`.`worker_id`,
    `t12`.`spell_id`,
    `t12`.`source_table`,
    `t12`.`source_key`,
    `t12`.`started_on`,
    `t12`.`due_on`,
    `t12`.`trouble`,
    `t12`.`team_id`,
    `t12`.`ended_on`,
    `t12`.`counted_on`,
    `t12`.`stopped_on`,
    `t12`.`stop_key`,
    `t12`.`excuse`,
    `t12`.`excused_on`,
    `t5`.`soon_on`
  FROM (
    SELECT
      `t10`.`child_id`,
      `t10`.`worker_id`,
      `t10`.`spell_id`,
      `t10`.`source_table`,
      `t10`.`source_key`,
      `t10`.`started_on`,
      `t10`.`due_on`,
      `t10`.`trouble`,
      COALESCE(
        IF(
          (
            `t10`.`trouble` IS NULL
          )
          AND (
            `t10`.`fits`
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                `t10`.`stop_on` <= CAST(NULL AS DATE)
              )
            )
          ),
          `t10`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t10`.`team_id`
      ) AS `team_id`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t10`.`started_on` AS `counted_on`,
      IF(
        (
          `t10`.`trouble` IS NULL
        )
        AND (
          `t10`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t10`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t10`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t10`.`trouble` IS NULL
        )
        AND (
          `t10`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t10`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t10`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t10`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t9`.`next_stop`,
        `t9`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t9`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t9`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t9`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t9`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t9`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t9`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t9`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t9`.`ended_on` < `t9`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            `t9`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t9`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t8`.`child_id`,
          `t8`.`team_id`,
          `t8`.`worker_id`,
          `t8`.`spell_id`,
          `t8`.`source_table`,
          `t8`.`source_key`,
          `t8`.`started_on`,
          `t8`.`ended_on`,
          `t8`.`outcome`,
          `t8`.`detail`,
          `t8`.`opened_on`,
          `t8`.`opens`,
          `t8`.`birth`,
          `t8`.`due_on`,
          `t8`.`who`,
          `t8`.`home`,
          `t8`.`on`,
          `t8`.`turn`,
          `t8`.`stop`,
          MIN(`t8`.`stop`) OVER (
            PARTITION BY `t8`.`who`, `t8`.`home`
            ORDER BY `t8`.`on` ASC NULLS LAST, `t8`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t8`.`stop`) OVER (
            PARTITION BY `t8`.`who`, `t8`.`home`
            ORDER BY `t8`.`on` ASC NULLS LAST, `t8`.`turn` ASC NULLS LAST
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
              `t1`.`started_on` + INTERVAL '7' DAY AS `due_on`,
              `t1`.`child_id` AS `who`,
              `t1`.`spell_id` AS `home`,
              `t1`.`started_on` AS `on`,
              IF(TRUE, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM `journeys`.`spells` AS `t1`
            WHERE
              `t1`.`kind` = 'placement' AND COALESCE(`t1`.`outcome` IN ('T4'), FALSE)
          ) AS `t6`
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
              `t1`.`ended_on` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(CONCAT(CONCAT(CAST(`t1`.`ended_on` AS STRING), '\037'), `t1`.`source_key`), '\037'),
                COALESCE(`t1`.`team_id`, '')
              ) AS `stop`
            FROM `journeys`.`spells` AS `t1`
            WHERE
              `t1`.`ended_on` IS NOT NULL AND `t1`.`kind` = 'placement'
          ) AS `t7`
        ) AS `t8`
      ) AS `t9`
      WHERE
        `t9`.`turn` <> 1
    ) AS `t10`
  ) AS `t12`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t4`
    ON `t12`.`due_on` = `t4`.`_day`
  LEFT OUTER JOIN (
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
) AS `t13`
