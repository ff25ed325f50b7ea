SELECT
  'pep_10wd' AS `clock_id`,
  `t31`.`child_id`,
  `t31`.`team_id`,
  `t31`.`worker_id`,
  `t31`.`started_on`,
  `t31`.`due_on`,
  `t31`.`soon_on`,
  `t31`.`stopped_on`,
  `t31`.`ended_on`,
  `t31`.`counted_on`,
  FALSE AS `is_window`,
  `t31`.`trouble`,
  `t31`.`excuse`,
  `t31`.`excused_on`,
  `t31`.`spell_id`,
  `t31`.`source_table`,
  `t31`.`source_key`,
  `t31`.`stop_key`
FROM (
  SELECT
    `t30`.`child_id`,
    `t30`.`worker_id`,
    `t30`.`spell_id`,
    `t30`.`source_table`,
    `t30`.`source_key`,
    `t30`.`started_on`,
    `t30`.`due_on`,
    `t30`.`trouble`,
    `t30`.`team_id`,
    `t30`.`ended_on`,
    `t30`.`counted_on`,
    `t30`.`stopped_on`,
    `t30`.`stop_key`,
    `t30`.`excuse`,
    `t30`.`excused_on`,
    `t7`.`soon_on`
  FROM (
    SELECT
      `t28`.`child_id`,
      `t28`.`worker_id`,
      `t28`.`spell_id`,
      `t28`.`source_table`,
      `t28`.`source_key`,
      `t28`.`started_on`,
      `t28`.`due_on`,
      `t28`.`trouble`,
      COALESCE(
        IF(
          (
            `t28`.`trouble` IS NULL
          )
          AND (
            `t28`.`fits`
            AND (
              (
                `t28`.`ended_on` IS NULL
              ) OR (
                `t28`.`stop_on` <= `t28`.`ended_on`
              )
            )
          ),
          `t28`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t28`.`team_id`
      ) AS `team_id`,
      `t28`.`ended_on`,
      `t28`.`started_on` AS `counted_on`,
      IF(
        (
          `t28`.`trouble` IS NULL
        )
        AND (
          `t28`.`fits`
          AND (
            (
              `t28`.`ended_on` IS NULL
            ) OR (
              `t28`.`stop_on` <= `t28`.`ended_on`
            )
          )
        ),
        `t28`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t28`.`trouble` IS NULL
        )
        AND (
          `t28`.`fits`
          AND (
            (
              `t28`.`ended_on` IS NULL
            ) OR (
              `t28`.`stop_on` <= `t28`.`ended_on`
            )
          )
        ),
        `t28`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t28`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t27`.`child_id`,
        `t27`.`team_id`,
        `t27`.`worker_id`,
        `t27`.`spell_id`,
        `t27`.`source_table`,
        `t27`.`source_key`,
        `t27`.`started_on`,
        `t27`.`ended_on`,
        `t27`.`outcome`,
        `t27`.`detail`,
        `t27`.`opened_on`,
        `t27`.`opens`,
        `t27`.`birth`,
        `t27`.`due_on`,
        `t27`.`who`,
        `t27`.`home`,
        `t27`.`on`,
        `t27`.`turn`,
        `t27`.`stop`,
        `t27`.`next_stop`,
        `t27`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t27`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t27`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t27`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t27`.`ended_on` < `t27`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            `t27`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t26`.`child_id`,
          `t26`.`team_id`,
          `t26`.`worker_id`,
          `t26`.`spell_id`,
          `t26`.`source_table`,
          `t26`.`source_key`,
          `t26`.`started_on`,
          `t26`.`ended_on`,
          `t26`.`outcome`,
          `t26`.`detail`,
          `t26`.`opened_on`,
          `t26`.`opens`,
          `t26`.`birth`,
          `t26`.`due_on`,
          `t26`.`who`,
          `t26`.`home`,
          `t26`.`on`,
          `t26`.`turn`,
          `t26`.`stop`,
          MIN(`t26`.`stop`) OVER (
            PARTITION BY `t26`.`who`, `t26`.`home`
            ORDER BY `t26`.`on` ASC NULLS LAST, `t26`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t26`.`stop`) OVER (
            PARTITION BY `t26`.`who`, `t26`.`home`
            ORDER BY `t26`.`on` ASC NULLS LAST, `t26`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
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
              `t24`.`child_id` AS `who`,
              `t24`.`spell_id` AS `home`,
              `t24`.`started_on` AS `on`,
              IF(`t24`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
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
                `t8`.`due_on`
              FROM (
                SELECT
                  *
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
                    `t19`.`birth`
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
                      `t17`.`born_id`,
                      `t17`.`birth`
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
                    ) AS `t15`
                    LEFT OUTER JOIN (
                      SELECT
                        `t10`.`child_id` AS `born_id`,
                        MIN(`t10`.`on_date`) AS `birth`
                      FROM (
                        SELECT
                          *
                        FROM `journeys`.`events` AS `t1`
                        WHERE
                          `t1`.`kind` = 'born'
                      ) AS `t10`
                      GROUP BY
                        1
                    ) AS `t17`
                      ON `t15`.`child_id` = `t17`.`born_id`
                  ) AS `t19`
                ) AS `t20`
                WHERE
                  COALESCE(
                    (
                      `t20`.`started_on` >= (
                        `t20`.`birth` + INTERVAL '60' MONTH
                      )
                    )
                    AND (
                      `t20`.`started_on` < (
                        `t20`.`birth` + INTERVAL '192' MONTH
                      )
                    ),
                    TRUE
                  )
              ) AS `t23`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`day` AS `_day`,
                  `t0`.`working_days` AS `_count`
                FROM `journeys`.`calendar` AS `t0`
              ) AS `t6`
                ON `t23`.`started_on` = `t6`.`_day`
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
            ) AS `t24`
          ) AS `t25`
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
              `t18`.`child_id` AS `who`,
              `t18`.`spell_id` AS `home`,
              `t18`.`on_date` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(
                  CONCAT(CONCAT(CAST(`t18`.`on_date` AS STRING), '\037'), `t18`.`source_key`),
                  '\037'
                ),
                COALESCE(`t18`.`team_id`, '')
              ) AS `stop`
            FROM (
              SELECT
                `t13`.`child_id`,
                `t13`.`kind`,
                `t13`.`on_date`,
                `t14`.`held_id` AS `spell_id`,
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
                  `t1`.`kind` IN ('education_plan')
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
              ) AS `t14`
                ON `t13`.`child_id` = `t14`.`held_child`
                AND `t14`.`held_from` <= `t13`.`on_date`
                AND (
                  (
                    `t14`.`held_to` IS NULL
                  ) OR (
                    `t13`.`on_date` <= `t14`.`held_to`
                  )
                )
            ) AS `t18`
            WHERE
              `t18`.`on_date` IS NOT NULL AND `t18`.`spell_id` IS NOT NULL
          ) AS `t21`
        ) AS `t26`
      ) AS `t27`
      WHERE
        `t27`.`turn` <> 1
    ) AS `t28`
  ) AS `t30`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t6`
    ON `t30`.`due_on` = `t6`.`_day`
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
) AS `t31`
