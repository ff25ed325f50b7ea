SELECT
  'cp_plan_starts_on_icpc' AS `clock_id`,
  `t23`.`child_id`,
  `t23`.`team_id`,
  `t23`.`worker_id`,
  `t23`.`started_on`,
  `t23`.`due_on`,
  `t23`.`soon_on`,
  `t23`.`stopped_on`,
  `t23`.`ended_on`,
  `t23`.`counted_on`,
  FALSE AS `is_window`,
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
    `t22`.`worker_id`,
    `t22`.`spell_id`,
    `t22`.`source_table`,
    `t22`.`source_key`,
    `t22`.`started_on`,
    `t22`.`due_on`,
    `t22`.`trouble`,
    `t22`.`team_id`,
    `t22`.`ended_on`,
    `t22`.`counted_on`,
    `t22`.`stopped_on`,
    `t22`.`stop_key`,
    `t22`.`excuse`,
    `t22`.`excused_on`,
    `t10`.`soon_on`
  FROM (
    SELECT
      `t20`.`child_id`,
      `t20`.`worker_id`,
      `t20`.`spell_id`,
      `t20`.`source_table`,
      `t20`.`source_key`,
      `t20`.`started_on`,
      `t20`.`due_on`,
      `t20`.`trouble`,
      COALESCE(
        IF(
          (
            `t20`.`trouble` IS NULL
          )
          AND (
            `t20`.`fits`
            AND (
              (
                `t20`.`next_on` IS NULL
              ) OR (
                `t20`.`stop_on` <= `t20`.`next_on`
              )
            )
          ),
          `t20`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t20`.`team_id`
      ) AS `team_id`,
      `t20`.`next_on` AS `ended_on`,
      `t20`.`started_on` AS `counted_on`,
      IF(
        (
          `t20`.`trouble` IS NULL
        )
        AND (
          `t20`.`fits`
          AND (
            (
              `t20`.`next_on` IS NULL
            ) OR (
              `t20`.`stop_on` <= `t20`.`next_on`
            )
          )
        ),
        `t20`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t20`.`trouble` IS NULL
        )
        AND (
          `t20`.`fits`
          AND (
            (
              `t20`.`next_on` IS NULL
            ) OR (
              `t20`.`stop_on` <= `t20`.`next_on`
            )
          )
        ),
        `t20`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t20`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t19`.`child_id`,
        `t19`.`team_id`,
        `t19`.`worker_id`,
        `t19`.`spell_id`,
        `t19`.`source_table`,
        `t19`.`source_key`,
        `t19`.`started_on`,
        `t19`.`ended_on`,
        `t19`.`outcome`,
        `t19`.`detail`,
        `t19`.`opened_on`,
        `t19`.`opens`,
        `t19`.`birth`,
        `t19`.`who`,
        `t19`.`home`,
        `t19`.`on`,
        `t19`.`turn`,
        `t19`.`stop`,
        `t19`.`next_stop`,
        `t19`.`stop_before`,
        `t19`.`stop_on`,
        `t19`.`stop_key`,
        `t19`.`stop_team`,
        `t19`.`any_before`,
        `t19`.`due_on`,
        `t19`.`next_on`,
        COALESCE(
          (
            `t19`.`stop_on` IS NOT NULL
          )
          AND (
            (
              `t19`.`next_on` IS NULL
            ) OR (
              `t19`.`stop_on` < `t19`.`next_on`
            )
          ),
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t19`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t19`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t19`.`ended_on` < `t19`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t19`.`any_before`
          AND NOT (
            COALESCE(
              (
                `t19`.`stop_on` IS NOT NULL
              )
              AND (
                (
                  `t19`.`next_on` IS NULL
                ) OR (
                  `t19`.`stop_on` < `t19`.`next_on`
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
          `t16`.`due_on`,
          `t18`.`next_on`
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
            `t13`.`started_on` AS `due_on`
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
              `t12`.`who`,
              `t12`.`home`,
              `t12`.`on`,
              `t12`.`turn`,
              `t12`.`stop`,
              `t12`.`next_stop`,
              `t12`.`stop_before`,
              `t12`.`stop_on`,
              `t12`.`stop_key`,
              `t12`.`stop_team`,
              `t12`.`any_before`
            FROM (
              SELECT
                `t11`.`child_id`,
                `t11`.`team_id`,
                `t11`.`worker_id`,
                `t11`.`spell_id`,
                `t11`.`source_table`,
                `t11`.`source_key`,
                `t11`.`started_on`,
                `t11`.`ended_on`,
                `t11`.`outcome`,
                `t11`.`detail`,
                `t11`.`opened_on`,
                `t11`.`opens`,
                `t11`.`birth`,
                `t11`.`who`,
                `t11`.`home`,
                `t11`.`on`,
                `t11`.`turn`,
                `t11`.`stop`,
                `t11`.`next_stop`,
                `t11`.`stop_before`,
                SPLIT(`t11`.`next_stop`, '\037') AS `parts`,
                CAST(ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
                ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
                NULLIF(ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
                `t11`.`stop_before` IS NOT NULL AS `any_before`
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
                      `t1`.`on_date` AS `started_on`,
                      CAST(NULL AS DATE) AS `ended_on`,
                      `t1`.`outcome`,
                      `t1`.`detail`,
                      CAST(NULL AS DATE) AS `opened_on`,
                      TRUE AS `opens`,
                      CAST('0001-01-01' AS DATE) AS `birth`,
                      `t1`.`child_id` AS `who`,
                      `t1`.`child_id` AS `home`,
                      `t1`.`on_date` AS `on`,
                      IF(TRUE, 0, 2) AS `turn`,
                      CAST(NULL AS STRING) AS `stop`
                    FROM `journeys`.`events` AS `t1`
                    WHERE
                      `t1`.`kind` IN ('icpc') AND COALESCE(`t1`.`outcome` IN ('Y'), FALSE)
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
                      `t1`.`kind` IN ('cp_plan_started')
                      AND `t1`.`on_date` IS NOT NULL
                      AND `t1`.`child_id` IS NOT NULL
                  ) AS `t7`
                ) AS `t9`
              ) AS `t11`
              WHERE
                `t11`.`turn` <> 1
            ) AS `t12`
          ) AS `t13`
        ) AS `t16`
        LEFT OUTER JOIN (
          SELECT
            `t15`.`day_child`,
            `t15`.`day`,
            LEAD(`t15`.`day`) OVER (PARTITION BY `t15`.`day_child` ORDER BY `t15`.`day` ASC NULLS LAST) AS `next_on`
          FROM (
            SELECT DISTINCT
              `t13`.`child_id` AS `day_child`,
              `t13`.`started_on` AS `day`
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
                `t12`.`who`,
                `t12`.`home`,
                `t12`.`on`,
                `t12`.`turn`,
                `t12`.`stop`,
                `t12`.`next_stop`,
                `t12`.`stop_before`,
                `t12`.`stop_on`,
                `t12`.`stop_key`,
                `t12`.`stop_team`,
                `t12`.`any_before`
              FROM (
                SELECT
                  `t11`.`child_id`,
                  `t11`.`team_id`,
                  `t11`.`worker_id`,
                  `t11`.`spell_id`,
                  `t11`.`source_table`,
                  `t11`.`source_key`,
                  `t11`.`started_on`,
                  `t11`.`ended_on`,
                  `t11`.`outcome`,
                  `t11`.`detail`,
                  `t11`.`opened_on`,
                  `t11`.`opens`,
                  `t11`.`birth`,
                  `t11`.`who`,
                  `t11`.`home`,
                  `t11`.`on`,
                  `t11`.`turn`,
                  `t11`.`stop`,
                  `t11`.`next_stop`,
                  `t11`.`stop_before`,
                  SPLIT(`t11`.`next_stop`, '\037') AS `parts`,
                  CAST(ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
                  ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
                  NULLIF(ELEMENT_AT(SPLIT(`t11`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
                  `t11`.`stop_before` IS NOT NULL AS `any_before`
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
                        `t1`.`on_date` AS `started_on`,
                        CAST(NULL AS DATE) AS `ended_on`,
                        `t1`.`outcome`,
                        `t1`.`detail`,
                        CAST(NULL AS DATE) AS `opened_on`,
                        TRUE AS `opens`,
                        CAST('0001-01-01' AS DATE) AS `birth`,
                        `t1`.`child_id` AS `who`,
                        `t1`.`child_id` AS `home`,
                        `t1`.`on_date` AS `on`,
                        IF(TRUE, 0, 2) AS `turn`,
                        CAST(NULL AS STRING) AS `stop`
                      FROM `journeys`.`events` AS `t1`
                      WHERE
                        `t1`.`kind` IN ('icpc') AND COALESCE(`t1`.`outcome` IN ('Y'), FALSE)
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
                        `t1`.`kind` IN ('cp_plan_started')
                        AND `t1`.`on_date` IS NOT NULL
                        AND `t1`.`child_id` IS NOT NULL
                    ) AS `t7`
                  ) AS `t9`
                ) AS `t11`
                WHERE
                  `t11`.`turn` <> 1
              ) AS `t12`
            ) AS `t13`
            WHERE
              `t13`.`started_on` IS NOT NULL
          ) AS `t15`
        ) AS `t18`
          ON `t16`.`child_id` = `t18`.`day_child` AND `t16`.`started_on` = `t18`.`day`
      ) AS `t19`
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
  ) AS `t10`
    ON `t22`.`due_on` = `t10`.`_day`
) AS `t23`
