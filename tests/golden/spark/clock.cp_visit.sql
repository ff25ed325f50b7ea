SELECT
  'cp_visit' AS `clock_id`,
  `t28`.`child_id`,
  `t28`.`team_id`,
  `t28`.`worker_id`,
  `t28`.`started_on`,
  `t28`.`due_on`,
  `t28`.`soon_on`,
  `t28`.`stopped_on`,
  `t28`.`ended_on`,
  `t28`.`counted_on`,
  FALSE AS `is_window`,
  `t28`.`trouble`,
  `t28`.`excuse`,
  `t28`.`excused_on`,
  `t28`.`spell_id`,
  `t28`.`source_table`,
  `t28`.`source_key`,
  `t28`.`stop_key`
FROM (
  SELECT
    `t27`.`child_id`,
    `t27`.`worker_id`,
    `t27`.`spell_id`,
    `t27`.`source_table`,
    `t27`.`source_key`,
    `t27`.`started_on`,
    `t27`.`due_on`,
    `t27`.`trouble`,
    `t27`.`team_id`,
    `t27`.`ended_on`,
    `t27`.`counted_on`,
    `t27`.`stopped_on`,
    `t27`.`stop_key`,
    `t27`.`excuse`,
    `t27`.`excused_on`,
    `t7`.`soon_on`
  FROM (
    SELECT
      `t25`.`child_id`,
      `t25`.`worker_id`,
      `t25`.`spell_id`,
      `t25`.`source_table`,
      `t25`.`source_key`,
      `t25`.`started_on`,
      `t25`.`due_on`,
      `t25`.`trouble`,
      COALESCE(
        IF(
          (
            `t25`.`trouble` IS NULL
          )
          AND (
            `t25`.`fits`
            AND (
              (
                `t25`.`ended_on` IS NULL
              ) OR (
                `t25`.`stop_on` <= `t25`.`ended_on`
              )
            )
          ),
          `t25`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t25`.`team_id`
      ) AS `team_id`,
      `t25`.`ended_on`,
      `t25`.`started_on` AS `counted_on`,
      IF(
        (
          `t25`.`trouble` IS NULL
        )
        AND (
          `t25`.`fits`
          AND (
            (
              `t25`.`ended_on` IS NULL
            ) OR (
              `t25`.`stop_on` <= `t25`.`ended_on`
            )
          )
        ),
        `t25`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t25`.`trouble` IS NULL
        )
        AND (
          `t25`.`fits`
          AND (
            (
              `t25`.`ended_on` IS NULL
            ) OR (
              `t25`.`stop_on` <= `t25`.`ended_on`
            )
          )
        ),
        `t25`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t25`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t24`.`child_id`,
        `t24`.`team_id`,
        `t24`.`worker_id`,
        `t24`.`spell_id`,
        `t24`.`source_table`,
        `t24`.`source_key`,
        `t24`.`started_on`,
        `t24`.`ended_on`,
        `t24`.`outcome`,
        `t24`.`detail`,
        `t24`.`opened_on`,
        `t24`.`opens`,
        `t24`.`birth`,
        `t24`.`due_on`,
        `t24`.`who`,
        `t24`.`home`,
        `t24`.`on`,
        `t24`.`turn`,
        `t24`.`stop`,
        `t24`.`next_stop`,
        `t24`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t24`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t24`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t24`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t24`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t24`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t24`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t24`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t24`.`ended_on` < `t24`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            `t24`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t24`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t23`.`child_id`,
          `t23`.`team_id`,
          `t23`.`worker_id`,
          `t23`.`spell_id`,
          `t23`.`source_table`,
          `t23`.`source_key`,
          `t23`.`started_on`,
          `t23`.`ended_on`,
          `t23`.`outcome`,
          `t23`.`detail`,
          `t23`.`opened_on`,
          `t23`.`opens`,
          `t23`.`birth`,
          `t23`.`due_on`,
          `t23`.`who`,
          `t23`.`home`,
          `t23`.`on`,
          `t23`.`turn`,
          `t23`.`stop`,
          MIN(`t23`.`stop`) OVER (
            PARTITION BY `t23`.`who`, `t23`.`home`
            ORDER BY `t23`.`on` ASC NULLS LAST, `t23`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t23`.`stop`) OVER (
            PARTITION BY `t23`.`who`, `t23`.`home`
            ORDER BY `t23`.`on` ASC NULLS LAST, `t23`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t21`.`child_id`,
              `t21`.`team_id`,
              `t21`.`worker_id`,
              `t21`.`spell_id`,
              `t21`.`source_table`,
              `t21`.`source_key`,
              `t21`.`started_on`,
              `t21`.`ended_on`,
              `t21`.`outcome`,
              `t21`.`detail`,
              `t21`.`opened_on`,
              `t21`.`opens`,
              `t21`.`birth`,
              `t21`.`due_on`,
              `t21`.`child_id` AS `who`,
              `t21`.`spell_id` AS `home`,
              `t21`.`started_on` AS `on`,
              IF(`t21`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM (
              SELECT
                `t20`.`child_id`,
                `t20`.`team_id`,
                `t20`.`worker_id`,
                `t20`.`spell_id`,
                `t20`.`source_table`,
                `t20`.`source_key`,
                `t20`.`started_on`,
                `t20`.`ended_on`,
                `t20`.`outcome`,
                `t20`.`detail`,
                `t20`.`opened_on`,
                `t20`.`opens`,
                `t20`.`birth`,
                `t8`.`due_on`
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
                  CAST('0001-01-01' AS DATE) AS `birth`
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
                      `t16`.`on_date` AS `started_on`,
                      `t12`.`ended_on`,
                      `t12`.`spell_outcome` AS `outcome`,
                      `t12`.`spell_detail` AS `detail`,
                      `t12`.`opened_on`,
                      FALSE AS `opens`
                    FROM (
                      SELECT
                        *
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
                          (
                            DENSE_RANK() OVER (
                              PARTITION BY `t9`.`child_id`, `t9`.`spell_id`
                              ORDER BY `t9`.`on_date` ASC NULLS LAST
                            ) - 1
                          ) + 1 AS `nth`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t9`.`child_id`, `t9`.`spell_id`, `t9`.`on_date`
                            ORDER BY `t9`.`source_key` ASC NULLS LAST
                          ) - 1 AS `same_day`
                        FROM (
                          SELECT
                            *
                          FROM `journeys`.`events` AS `t1`
                          WHERE
                            `t1`.`kind` IN ('cp_visit') AND `t1`.`on_date` IS NOT NULL
                        ) AS `t9`
                      ) AS `t14`
                      WHERE
                        `t14`.`same_day` = 0 AND `t14`.`nth` >= 1
                    ) AS `t16`
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
                        `t2`.`kind` = 'cp_plan'
                    ) AS `t12`
                      ON `t16`.`spell_id` = `t12`.`spell_key`
                      AND `t16`.`child_id` IS NOT DISTINCT FROM `t12`.`spell_child`
                  ) AS `t17`
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
                      `t2`.`kind` = 'cp_plan'
                  ) AS `t10`
                ) AS `t18`
              ) AS `t20`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`day` AS `_day`,
                  `t0`.`working_days` AS `_count`
                FROM `journeys`.`calendar` AS `t0`
              ) AS `t6`
                ON `t20`.`started_on` = `t6`.`_day`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`working_days` AS `_target`,
                  `t0`.`day` AS `due_on`
                FROM `journeys`.`calendar` AS `t0`
                WHERE
                  `t0`.`is_working`
              ) AS `t8`
                ON (
                  `t6`.`_count` + 10
                ) = `t8`.`_target`
            ) AS `t21`
          ) AS `t22`
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
              `t1`.`kind` IN ('cp_visit')
              AND `t1`.`on_date` IS NOT NULL
              AND `t1`.`spell_id` IS NOT NULL
          ) AS `t13`
        ) AS `t23`
      ) AS `t24`
      WHERE
        `t24`.`turn` <> 1
    ) AS `t25`
  ) AS `t27`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t6`
    ON `t27`.`due_on` = `t6`.`_day`
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
) AS `t28`
