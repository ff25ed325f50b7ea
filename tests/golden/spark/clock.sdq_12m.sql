SELECT
  'sdq_12m' AS `clock_id`,
  `t37`.`child_id`,
  `t37`.`team_id`,
  `t37`.`worker_id`,
  `t37`.`started_on`,
  `t37`.`due_on`,
  `t37`.`soon_on`,
  `t37`.`stopped_on`,
  `t37`.`ended_on`,
  `t37`.`counted_on`,
  FALSE AS `is_window`,
  `t37`.`trouble`,
  `t37`.`excuse`,
  `t37`.`excused_on`,
  `t37`.`spell_id`,
  `t37`.`source_table`,
  `t37`.`source_key`,
  `t37`.`stop_key`
FROM (
  SELECT
    `t36`.`child_id`,
    `t36`.`worker_id`,
    `t36`.`spell_id`,
    `t36`.`source_table`,
    `t36`.`source_key`,
    `t36`.`started_on`,
    `t36`.`due_on`,
    `t36`.`trouble`,
    `t36`.`team_id`,
    `t36`.`ended_on`,
    `t36`.`counted_on`,
    `t36`.`stopped_on`,
    `t36`.`stop_key`,
    `t36`.`excuse`,
    `t36`.`excused_on`,
    `t6`.`soon_on`
  FROM (
    SELECT
      `t34`.`child_id`,
      `t34`.`worker_id`,
      `t34`.`spell_id`,
      `t34`.`source_table`,
      `t34`.`source_key`,
      `t34`.`started_on`,
      `t34`.`due_on`,
      `t34`.`trouble`,
      COALESCE(
        IF(
          (
            `t34`.`trouble` IS NULL
          )
          AND (
            `t34`.`fits`
            AND (
              (
                `t34`.`ended_on` IS NULL
              ) OR (
                `t34`.`stop_on` <= `t34`.`ended_on`
              )
            )
          ),
          `t34`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t34`.`team_id`
      ) AS `team_id`,
      `t34`.`ended_on`,
      `t34`.`started_on` AS `counted_on`,
      IF(
        (
          `t34`.`trouble` IS NULL
        )
        AND (
          `t34`.`fits`
          AND (
            (
              `t34`.`ended_on` IS NULL
            ) OR (
              `t34`.`stop_on` <= `t34`.`ended_on`
            )
          )
        ),
        `t34`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t34`.`trouble` IS NULL
        )
        AND (
          `t34`.`fits`
          AND (
            (
              `t34`.`ended_on` IS NULL
            ) OR (
              `t34`.`stop_on` <= `t34`.`ended_on`
            )
          )
        ),
        `t34`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t34`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t33`.`child_id`,
        `t33`.`team_id`,
        `t33`.`worker_id`,
        `t33`.`spell_id`,
        `t33`.`source_table`,
        `t33`.`source_key`,
        `t33`.`started_on`,
        `t33`.`ended_on`,
        `t33`.`outcome`,
        `t33`.`detail`,
        `t33`.`opened_on`,
        `t33`.`opens`,
        `t33`.`birth`,
        `t33`.`due_on`,
        `t33`.`who`,
        `t33`.`home`,
        `t33`.`on`,
        `t33`.`turn`,
        `t33`.`stop`,
        `t33`.`next_stop`,
        `t33`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t33`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t33`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t33`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t33`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t33`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t33`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t33`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t33`.`ended_on` < `t33`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            `t33`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t33`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t32`.`child_id`,
          `t32`.`team_id`,
          `t32`.`worker_id`,
          `t32`.`spell_id`,
          `t32`.`source_table`,
          `t32`.`source_key`,
          `t32`.`started_on`,
          `t32`.`ended_on`,
          `t32`.`outcome`,
          `t32`.`detail`,
          `t32`.`opened_on`,
          `t32`.`opens`,
          `t32`.`birth`,
          `t32`.`due_on`,
          `t32`.`who`,
          `t32`.`home`,
          `t32`.`on`,
          `t32`.`turn`,
          `t32`.`stop`,
          MIN(`t32`.`stop`) OVER (
            PARTITION BY `t32`.`who`, `t32`.`home`
            ORDER BY `t32`.`on` ASC NULLS LAST, `t32`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t32`.`stop`) OVER (
            PARTITION BY `t32`.`who`, `t32`.`home`
            ORDER BY `t32`.`on` ASC NULLS LAST, `t32`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t30`.`child_id`,
              `t30`.`team_id`,
              `t30`.`worker_id`,
              `t30`.`spell_id`,
              `t30`.`source_table`,
              `t30`.`source_key`,
              `t30`.`started_on`,
              `t30`.`ended_on`,
              `t30`.`outcome`,
              `t30`.`detail`,
              `t30`.`opened_on`,
              `t30`.`opens`,
              `t30`.`birth`,
              `t30`.`started_on` + INTERVAL '12' MONTH AS `due_on`,
              `t30`.`child_id` AS `who`,
              `t30`.`spell_id` AS `home`,
              `t30`.`started_on` AS `on`,
              IF(`t30`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM (
              SELECT
                `t29`.`child_id`,
                `t29`.`team_id`,
                `t29`.`worker_id`,
                `t29`.`spell_id`,
                `t29`.`source_table`,
                `t29`.`source_key`,
                `t29`.`started_on`,
                `t29`.`ended_on`,
                `t29`.`outcome`,
                `t29`.`detail`,
                `t29`.`opened_on`,
                `t29`.`opens`,
                `t29`.`birth`
              FROM (
                SELECT
                  `t28`.`child_id`,
                  `t28`.`team_id`,
                  `t28`.`worker_id`,
                  `t28`.`spell_id`,
                  `t28`.`source_table`,
                  `t28`.`source_key`,
                  `t28`.`started_on`,
                  `t28`.`ended_on`,
                  `t28`.`outcome`,
                  `t28`.`detail`,
                  `t28`.`opened_on`,
                  `t28`.`opens`,
                  `t18`.`born_id`,
                  `t18`.`birth`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t25`.`child_id`,
                      `t25`.`team_id`,
                      `t25`.`worker_id`,
                      `t25`.`spell_id`,
                      `t25`.`source_table`,
                      `t25`.`source_key`,
                      `t25`.`on_date` AS `started_on`,
                      `t16`.`ended_on`,
                      `t16`.`spell_outcome` AS `outcome`,
                      `t16`.`spell_detail` AS `detail`,
                      `t16`.`opened_on`,
                      FALSE AS `opens`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t21`.`child_id`,
                          `t21`.`kind`,
                          `t21`.`on_date`,
                          `t21`.`spell_id`,
                          `t21`.`outcome`,
                          `t21`.`detail`,
                          `t21`.`team_id`,
                          `t21`.`worker_id`,
                          `t21`.`source_table`,
                          `t21`.`source_key`,
                          (
                            DENSE_RANK() OVER (
                              PARTITION BY `t21`.`child_id`, `t21`.`spell_id`
                              ORDER BY `t21`.`on_date` ASC NULLS LAST
                            ) - 1
                          ) + 1 AS `nth`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t21`.`child_id`, `t21`.`spell_id`, `t21`.`on_date`
                            ORDER BY `t21`.`source_key` ASC NULLS LAST
                          ) - 1 AS `same_day`
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              `t14`.`child_id`,
                              `t14`.`kind`,
                              `t14`.`on_date`,
                              `t15`.`held_id` AS `spell_id`,
                              `t14`.`outcome`,
                              `t14`.`detail`,
                              `t14`.`team_id`,
                              `t14`.`worker_id`,
                              `t14`.`source_table`,
                              `t14`.`source_key`
                            FROM (
                              SELECT
                                *
                              FROM `journeys`.`events` AS `t1`
                              WHERE
                                `t1`.`kind` IN ('sdq', 'birthday_4')
                            ) AS `t14`
                            INNER JOIN (
                              SELECT
                                `t2`.`child_id` AS `held_child`,
                                `t2`.`spell_id` AS `held_id`,
                                `t2`.`started_on` AS `held_from`,
                                `t2`.`ended_on` AS `held_to`
                              FROM `journeys`.`spells` AS `t2`
                              WHERE
                                `t2`.`kind` = 'care' AND `t2`.`started_on` IS NOT NULL
                            ) AS `t15`
                              ON `t14`.`child_id` = `t15`.`held_child`
                              AND `t15`.`held_from` <= `t14`.`on_date`
                              AND (
                                (
                                  `t15`.`held_to` IS NULL
                                ) OR (
                                  `t14`.`on_date` <= `t15`.`held_to`
                                )
                              )
                          ) AS `t20`
                          WHERE
                            `t20`.`on_date` IS NOT NULL
                        ) AS `t21`
                      ) AS `t23`
                      WHERE
                        `t23`.`same_day` = 0 AND `t23`.`nth` >= 1
                    ) AS `t25`
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
                        `t2`.`kind` = 'care'
                    ) AS `t16`
                      ON `t25`.`spell_id` = `t16`.`spell_key`
                      AND `t25`.`child_id` IS NOT DISTINCT FROM `t16`.`spell_child`
                  ) AS `t26`
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
                      `t2`.`kind` = 'care'
                  ) AS `t11`
                ) AS `t28`
                LEFT OUTER JOIN (
                  SELECT
                    `t8`.`child_id` AS `born_id`,
                    MIN(`t8`.`on_date`) AS `birth`
                  FROM (
                    SELECT
                      *
                    FROM `journeys`.`events` AS `t1`
                    WHERE
                      `t1`.`kind` = 'born'
                  ) AS `t8`
                  GROUP BY
                    1
                ) AS `t18`
                  ON `t28`.`child_id` = `t18`.`born_id`
              ) AS `t29`
            ) AS `t30`
            WHERE
              COALESCE(
                (
                  `t30`.`started_on` >= (
                    `t30`.`birth` + INTERVAL '48' MONTH
                  )
                )
                AND (
                  `t30`.`started_on` < (
                    `t30`.`birth` + INTERVAL '204' MONTH
                  )
                ),
                TRUE
              )
          ) AS `t31`
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
              `t19`.`child_id` AS `who`,
              `t19`.`spell_id` AS `home`,
              `t19`.`on_date` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(
                  CONCAT(CONCAT(CAST(`t19`.`on_date` AS STRING), '\037'), `t19`.`source_key`),
                  '\037'
                ),
                COALESCE(`t19`.`team_id`, '')
              ) AS `stop`
            FROM (
              SELECT
                `t13`.`child_id`,
                `t13`.`kind`,
                `t13`.`on_date`,
                `t15`.`held_id` AS `spell_id`,
                `t13`.`outcome`,
                `t13`.`detail`,
                `t13`.`team_id`,
                `t13`.`worker_id`,
                `t13`.`source_table`,
                `t13`.`source_key`
              FROM (
                SELECT
                  *
                FROM `journeys`.`events` AS `t1`
                WHERE
                  `t1`.`kind` IN ('sdq')
              ) AS `t13`
              INNER JOIN (
                SELECT
                  `t2`.`child_id` AS `held_child`,
                  `t2`.`spell_id` AS `held_id`,
                  `t2`.`started_on` AS `held_from`,
                  `t2`.`ended_on` AS `held_to`
                FROM `journeys`.`spells` AS `t2`
                WHERE
                  `t2`.`kind` = 'care' AND `t2`.`started_on` IS NOT NULL
              ) AS `t15`
                ON `t13`.`child_id` = `t15`.`held_child`
                AND `t15`.`held_from` <= `t13`.`on_date`
                AND (
                  (
                    `t15`.`held_to` IS NULL
                  ) OR (
                    `t13`.`on_date` <= `t15`.`held_to`
                  )
                )
            ) AS `t19`
            WHERE
              `t19`.`on_date` IS NOT NULL AND `t19`.`spell_id` IS NOT NULL
          ) AS `t22`
        ) AS `t32`
      ) AS `t33`
      WHERE
        `t33`.`turn` <> 1
    ) AS `t34`
  ) AS `t36`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t36`.`due_on` = `t5`.`_day`
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
) AS `t37`
