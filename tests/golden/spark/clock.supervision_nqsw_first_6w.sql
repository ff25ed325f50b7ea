SELECT
  'supervision_nqsw_first_6w' AS `clock_id`,
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
    `t6`.`soon_on`
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
                `t20`.`ended_on` IS NULL
              ) OR (
                `t20`.`stop_on` <= `t20`.`ended_on`
              )
            )
          ),
          `t20`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t20`.`team_id`
      ) AS `team_id`,
      `t20`.`ended_on`,
      `t20`.`started_on` AS `counted_on`,
      IF(
        (
          `t20`.`trouble` IS NULL
        )
        AND (
          `t20`.`fits`
          AND (
            (
              `t20`.`ended_on` IS NULL
            ) OR (
              `t20`.`stop_on` <= `t20`.`ended_on`
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
              `t20`.`ended_on` IS NULL
            ) OR (
              `t20`.`stop_on` <= `t20`.`ended_on`
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
        `t19`.`due_on`,
        `t19`.`who`,
        `t19`.`home`,
        `t19`.`on`,
        `t19`.`turn`,
        `t19`.`stop`,
        `t19`.`next_stop`,
        `t19`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t19`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t19`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t19`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t19`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t19`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
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
          AND (
            `t19`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t19`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t18`.`child_id`,
          `t18`.`team_id`,
          `t18`.`worker_id`,
          `t18`.`spell_id`,
          `t18`.`source_table`,
          `t18`.`source_key`,
          `t18`.`started_on`,
          `t18`.`ended_on`,
          `t18`.`outcome`,
          `t18`.`detail`,
          `t18`.`opened_on`,
          `t18`.`opens`,
          `t18`.`birth`,
          `t18`.`due_on`,
          `t18`.`who`,
          `t18`.`home`,
          `t18`.`on`,
          `t18`.`turn`,
          `t18`.`stop`,
          MIN(`t18`.`stop`) OVER (
            PARTITION BY `t18`.`who`, `t18`.`home`
            ORDER BY `t18`.`on` ASC NULLS LAST, `t18`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t18`.`stop`) OVER (
            PARTITION BY `t18`.`who`, `t18`.`home`
            ORDER BY `t18`.`on` ASC NULLS LAST, `t18`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
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
              CAST('0001-01-01' AS DATE) AS `birth`,
              `t16`.`started_on` + INTERVAL '7' DAY AS `due_on`,
              `t16`.`child_id` AS `who`,
              `t16`.`spell_id` AS `home`,
              `t16`.`started_on` AS `on`,
              IF(`t16`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t14`.`child_id`,
                  `t14`.`team_id`,
                  `t14`.`worker_id`,
                  `t14`.`spell_id`,
                  `t14`.`source_table`,
                  `t14`.`source_key`,
                  `t14`.`on_date` AS `started_on`,
                  `t10`.`ended_on`,
                  `t10`.`spell_outcome` AS `outcome`,
                  `t10`.`spell_detail` AS `detail`,
                  `t10`.`opened_on`,
                  FALSE AS `opens`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t7`.`child_id`,
                      `t7`.`kind`,
                      `t7`.`on_date`,
                      `t7`.`spell_id`,
                      `t7`.`outcome`,
                      `t7`.`detail`,
                      `t7`.`team_id`,
                      `t7`.`worker_id`,
                      `t7`.`source_table`,
                      `t7`.`source_key`,
                      (
                        DENSE_RANK() OVER (
                          PARTITION BY `t7`.`child_id`, `t7`.`spell_id`
                          ORDER BY `t7`.`on_date` ASC NULLS LAST
                        ) - 1
                      ) + 1 AS `nth`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t7`.`child_id`, `t7`.`spell_id`, `t7`.`on_date`
                        ORDER BY `t7`.`source_key` ASC NULLS LAST
                      ) - 1 AS `same_day`
                    FROM (
                      SELECT
                        *
                      FROM `journeys`.`events` AS `t1`
                      WHERE
                        `t1`.`kind` IN ('supervision') AND `t1`.`on_date` IS NOT NULL
                    ) AS `t7`
                  ) AS `t12`
                  WHERE
                    `t12`.`same_day` = 0 AND `t12`.`nth` >= 1
                ) AS `t14`
                INNER JOIN (
                  SELECT
                    `t2`.`child_id` AS `spell_child`,
                    `t2`.`spell_id` AS `spell_key`,
                    `t2`.`started_on` AS `opened_on`,
                    `t2`.`ended_on`,
                    `t2`.`outcome` AS `spell_outcome`,
                    `t2`.`detail` AS `spell_detail`
                  FROM `journeys`.`spells` AS `t2`
                  WHERE
                    `t2`.`kind` = 'worker_post'
                ) AS `t10`
                  ON `t14`.`spell_id` = `t10`.`spell_key`
                  AND `t14`.`child_id` IS NOT DISTINCT FROM `t10`.`spell_child`
              ) AS `t15`
              UNION ALL
              SELECT
                *
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
                  TRUE AS `opens`
                FROM `journeys`.`spells` AS `t2`
                WHERE
                  `t2`.`kind` = 'worker_post'
              ) AS `t8`
            ) AS `t16`
            WHERE
              COALESCE(`t16`.`outcome` IN ('newly_qualified'), FALSE)
              AND COALESCE(`t16`.`started_on` < (
                `t16`.`opened_on` + INTERVAL '42' DAY
              ), FALSE)
          ) AS `t17`
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
              `t1`.`kind` IN ('supervision')
              AND `t1`.`on_date` IS NOT NULL
              AND `t1`.`spell_id` IS NOT NULL
          ) AS `t11`
        ) AS `t18`
      ) AS `t19`
      WHERE
        `t19`.`turn` <> 1
    ) AS `t20`
  ) AS `t22`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t22`.`due_on` = `t5`.`_day`
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
) AS `t23`
