WITH `t9` AS (
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
        `t1`.`on_date` AS `started_on`,
        CAST(NULL AS DATE) AS `ended_on`,
        `t1`.`outcome`,
        `t1`.`detail`,
        CAST(NULL AS DATE) AS `opened_on`,
        TRUE AS `opens`,
        CAST('0001-01-01' AS DATE) AS `birth`,
        `t1`.`on_date` AS `due_on`,
        `t1`.`child_id` AS `who`,
        `t1`.`child_id` AS `home`,
        `t1`.`on_date` AS `on`,
        IF(TRUE, 0, 2) AS `turn`,
        CAST(NULL AS STRING) AS `stop`
      FROM `journeys`.`events` AS `t1`
      WHERE
        `t1`.`kind` IN ('cla_visit')
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
        `t1`.`child_id` AS `home`,
        `t1`.`on_date` AS `on`,
        1 AS `turn`,
        CONCAT(
          CONCAT(CONCAT(CONCAT(CAST(`t1`.`on_date` AS STRING), '\037'), `t1`.`source_key`), '\037'),
          COALESCE(`t1`.`team_id`, '')
        ) AS `stop`
      FROM `journeys`.`events` AS `t1`
      WHERE
        `t1`.`kind` IN ('cla_visit_alone')
        AND `t1`.`on_date` IS NOT NULL
        AND `t1`.`child_id` IS NOT NULL
    ) AS `t7`
  ) AS `t8`
)
SELECT
  'lac_seen_alone' AS `clock_id`,
  `t20`.`child_id`,
  `t20`.`team_id`,
  `t20`.`worker_id`,
  `t20`.`started_on`,
  `t20`.`due_on`,
  `t20`.`soon_on`,
  `t20`.`stopped_on`,
  `t20`.`ended_on`,
  `t20`.`counted_on`,
  FALSE AS `is_window`,
  `t20`.`trouble`,
  `t20`.`excuse`,
  `t20`.`excused_on`,
  `t20`.`spell_id`,
  `t20`.`source_table`,
  `t20`.`source_key`,
  `t20`.`stop_key`
FROM (
  SELECT
    `t19`.`child_id`,
    `t19`.`worker_id`,
    `t19`.`spell_id`,
    `t19`.`source_table`,
    `t19`.`source_key`,
    `t19`.`started_on`,
    `t19`.`due_on`,
    `t19`.`trouble`,
    `t19`.`team_id`,
    `t19`.`ended_on`,
    `t19`.`counted_on`,
    `t19`.`stopped_on`,
    `t19`.`stop_key`,
    `t19`.`excuse`,
    `t19`.`excused_on`,
    `t5`.`soon_on`
  FROM (
    SELECT
      `t17`.`child_id`,
      `t17`.`worker_id`,
      `t17`.`spell_id`,
      `t17`.`source_table`,
      `t17`.`source_key`,
      `t17`.`started_on`,
      `t17`.`due_on`,
      `t17`.`trouble`,
      COALESCE(
        IF(
          (
            `t17`.`trouble` IS NULL
          )
          AND (
            `t17`.`fits`
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                `t17`.`stop_on` <= CAST(NULL AS DATE)
              )
            )
          ),
          `t17`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t17`.`team_id`
      ) AS `team_id`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t17`.`started_on` AS `counted_on`,
      IF(
        (
          `t17`.`trouble` IS NULL
        )
        AND (
          `t17`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t17`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t17`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t17`.`trouble` IS NULL
        )
        AND (
          `t17`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t17`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t17`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t17`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t16`.`child_id`,
        `t16`.`team_id`,
        `t16`.`worker_id`,
        `t16`.`spell_id`,
        `t16`.`source_table`,
        `t16`.`source_key`,
        `t16`.`started_on`,
        `t16`.`ended_on`,
        `t16`.`outcome`,
        `t16`.`detail`,
        `t16`.`opened_on`,
        `t16`.`opens`,
        `t16`.`birth`,
        `t16`.`due_on`,
        `t16`.`who`,
        `t16`.`home`,
        `t16`.`on`,
        `t16`.`turn`,
        `t16`.`stop`,
        `t16`.`next_stop`,
        `t16`.`stop_before`,
        `t16`.`stop_on`,
        `t16`.`stop_key`,
        `t16`.`stop_team`,
        `t16`.`any_before`,
        `t16`.`next_on`,
        COALESCE(
          (
            `t16`.`stop_on` IS NOT NULL
          )
          AND (
            (
              `t16`.`next_on` IS NULL
            ) OR (
              `t16`.`stop_on` < `t16`.`next_on`
            )
          ),
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t16`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t16`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t16`.`ended_on` < `t16`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t16`.`any_before`
          AND NOT (
            COALESCE(
              (
                `t16`.`stop_on` IS NOT NULL
              )
              AND (
                (
                  `t16`.`next_on` IS NULL
                ) OR (
                  `t16`.`stop_on` < `t16`.`next_on`
                )
              ),
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t13`.`child_id`,
          `t13`.`team_id`,
          `t13`.`worker_id`,
          `t13`.`spell_id`,
          `t13`.`source_table`,
          `t13`.`source_key`,
          `t13`.`started_on`,
          `t13`.`ended_on`,
          `t13`.`outcome`,
          `t13`.`detail`,
          `t13`.`opened_on`,
          `t13`.`opens`,
          `t13`.`birth`,
          `t13`.`due_on`,
          `t13`.`who`,
          `t13`.`home`,
          `t13`.`on`,
          `t13`.`turn`,
          `t13`.`stop`,
          `t13`.`next_stop`,
          `t13`.`stop_before`,
          `t13`.`stop_on`,
          `t13`.`stop_key`,
          `t13`.`stop_team`,
          `t13`.`any_before`,
          `t15`.`next_on`
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
            `t10`.`stop_before` IS NOT NULL AS `any_before`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`turn` <> 1
        ) AS `t13`
        LEFT OUTER JOIN (
          SELECT
            `t11`.`day_child`,
            `t11`.`day`,
            LEAD(`t11`.`day`) OVER (PARTITION BY `t11`.`day_child` ORDER BY `t11`.`day` ASC NULLS LAST) AS `next_on`
          FROM (
            SELECT DISTINCT
              `t10`.`child_id` AS `day_child`,
              `t10`.`started_on` AS `day`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`turn` <> 1 AND `t10`.`started_on` IS NOT NULL
          ) AS `t11`
        ) AS `t15`
          ON `t13`.`child_id` = `t15`.`day_child` AND `t13`.`started_on` = `t15`.`day`
      ) AS `t16`
    ) AS `t17`
  ) AS `t19`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t4`
    ON `t19`.`due_on` = `t4`.`_day`
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
) AS `t20`
