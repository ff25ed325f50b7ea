SELECT
  'in_touch_birthday' AS `clock_id`,
  `t33`.`child_id`,
  `t33`.`team_id`,
  `t33`.`worker_id`,
  `t33`.`started_on`,
  `t33`.`due_on`,
  `t33`.`soon_on`,
  `t33`.`stopped_on`,
  `t33`.`ended_on`,
  `t33`.`counted_on`,
  FALSE AS `is_window`,
  `t33`.`trouble`,
  `t33`.`excuse`,
  `t33`.`excused_on`,
  `t33`.`spell_id`,
  `t33`.`source_table`,
  `t33`.`source_key`,
  `t33`.`stop_key`
FROM (
  SELECT
    `t32`.`child_id`,
    `t32`.`worker_id`,
    `t32`.`spell_id`,
    `t32`.`source_table`,
    `t32`.`source_key`,
    `t32`.`started_on`,
    `t32`.`due_on`,
    `t32`.`trouble`,
    `t32`.`team_id`,
    `t32`.`ended_on`,
    `t32`.`counted_on`,
    `t32`.`stopped_on`,
    `t32`.`stop_key`,
    `t32`.`excuse`,
    `t32`.`excused_on`,
    `t16`.`soon_on`
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
      COALESCE(
        IF(
          (
            `t30`.`trouble` IS NULL
          )
          AND (
            `t30`.`fits`
            AND (
              (
                `t30`.`ended_on` IS NULL
              ) OR (
                `t30`.`stop_on` <= `t30`.`ended_on`
              )
            )
          ),
          `t30`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t30`.`team_id`
      ) AS `team_id`,
      `t30`.`ended_on`,
      `t30`.`started_on` AS `counted_on`,
      IF(
        (
          `t30`.`trouble` IS NULL
        )
        AND (
          `t30`.`fits`
          AND (
            (
              `t30`.`ended_on` IS NULL
            ) OR (
              `t30`.`stop_on` <= `t30`.`ended_on`
            )
          )
        ),
        `t30`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t30`.`trouble` IS NULL
        )
        AND (
          `t30`.`fits`
          AND (
            (
              `t30`.`ended_on` IS NULL
            ) OR (
              `t30`.`stop_on` <= `t30`.`ended_on`
            )
          )
        ),
        `t30`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t30`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t29`.`birth`,
        `t29`.`who`,
        `t29`.`home`,
        `t29`.`on`,
        `t29`.`turn`,
        `t29`.`stop`,
        `t29`.`next_stop`,
        `t29`.`stop_before`,
        `t29`.`stop_on`,
        `t29`.`stop_key`,
        `t29`.`stop_team`,
        `t29`.`any_before`,
        `t29`.`started_on` + INTERVAL '4' MONTH AS `due_on`,
        COALESCE(`t29`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t29`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t29`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t29`.`ended_on` < `t29`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t29`.`any_before`
          AND NOT (
            COALESCE(`t29`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t28`.`birth`,
          `t28`.`who`,
          `t28`.`home`,
          `t28`.`on`,
          `t28`.`turn`,
          `t28`.`stop`,
          `t28`.`next_stop`,
          `t28`.`stop_before`,
          `t28`.`stop_on`,
          `t28`.`stop_key`,
          `t28`.`stop_team`,
          `t28`.`any_before`
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
            `t27`.`who`,
            `t27`.`home`,
            `t27`.`on`,
            `t27`.`turn`,
            `t27`.`stop`,
            `t27`.`next_stop`,
            `t27`.`stop_before`,
            SPLIT(`t27`.`next_stop`, '\037') AS `parts`,
            CAST(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
            ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
            NULLIF(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
            `t27`.`stop_before` IS NOT NULL AS `any_before`
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
                  CAST('0001-01-01' AS DATE) AS `birth`,
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
                    `t23`.`opens`
                  FROM (
                    SELECT
                      `t22`.`child_id`,
                      `t22`.`team_id`,
                      `t22`.`worker_id`,
                      `t22`.`spell_id`,
                      `t22`.`source_table`,
                      `t22`.`source_key`,
                      `t22`.`on_date` AS `started_on`,
                      `t14`.`ended_on`,
                      `t14`.`spell_outcome` AS `outcome`,
                      `t14`.`spell_detail` AS `detail`,
                      `t14`.`opened_on`,
                      TRUE AS `opens`,
                      1 AS `nth`
                    FROM (
                      SELECT
                        `t19`.`child_id`,
                        `t19`.`spell_id`,
                        `t19`.`on_date`,
                        MIN(`t19`.`source_key`) AS `source_key`,
                        NULLIF(MIN_BY(COALESCE(`t19`.`team_id`, ''), `t19`.`source_key`), '') AS `team_id`,
                        NULLIF(MIN_BY(COALESCE(`t19`.`worker_id`, ''), `t19`.`source_key`), '') AS `worker_id`,
                        NULLIF(MIN_BY(COALESCE(`t19`.`source_table`, ''), `t19`.`source_key`), '') AS `source_table`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t12`.`child_id`,
                            `t12`.`kind`,
                            `t12`.`on_date`,
                            `t13`.`held_id` AS `spell_id`,
                            `t12`.`outcome`,
                            `t12`.`detail`,
                            `t12`.`team_id`,
                            `t12`.`worker_id`,
                            `t12`.`source_table`,
                            `t12`.`source_key`
                          FROM (
                            SELECT
                              *
                            FROM `journeys`.`events` AS `t1`
                            WHERE
                              `t1`.`kind` IN ('in_touch_window')
                          ) AS `t12`
                          INNER JOIN (
                            SELECT
                              `t2`.`child_id` AS `held_child`,
                              `t2`.`spell_id` AS `held_id`,
                              `t2`.`started_on` AS `held_from`,
                              `t2`.`ended_on` AS `held_to`
                            FROM `journeys`.`spells` AS `t2`
                            WHERE
                              `t2`.`kind` = 'care_leaver' AND `t2`.`started_on` IS NOT NULL
                          ) AS `t13`
                            ON `t12`.`child_id` = `t13`.`held_child`
                            AND `t13`.`held_from` <= `t12`.`on_date`
                            AND (
                              (
                                `t13`.`held_to` IS NULL
                              ) OR (
                                `t12`.`on_date` <= `t13`.`held_to`
                              )
                            )
                        ) AS `t18`
                        WHERE
                          `t18`.`on_date` IS NOT NULL
                      ) AS `t19`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t22`
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
                        `t2`.`kind` = 'care_leaver'
                    ) AS `t14`
                      ON `t22`.`spell_id` = `t14`.`spell_key`
                      AND `t22`.`child_id` IS NOT DISTINCT FROM `t14`.`spell_child`
                  ) AS `t23`
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
                  `t17`.`child_id` AS `who`,
                  `t17`.`spell_id` AS `home`,
                  `t17`.`on_date` AS `on`,
                  1 AS `turn`,
                  CONCAT(
                    CONCAT(
                      CONCAT(CONCAT(CAST(`t17`.`on_date` AS STRING), '\037'), `t17`.`source_key`),
                      '\037'
                    ),
                    COALESCE(`t17`.`team_id`, '')
                  ) AS `stop`
                FROM (
                  SELECT
                    `t11`.`child_id`,
                    `t11`.`kind`,
                    `t11`.`on_date`,
                    `t13`.`held_id` AS `spell_id`,
                    `t11`.`outcome`,
                    `t11`.`detail`,
                    `t11`.`team_id`,
                    `t11`.`worker_id`,
                    `t11`.`source_table`,
                    `t11`.`source_key`
                  FROM (
                    SELECT
                      *
                    FROM `journeys`.`events` AS `t1`
                    WHERE
                      `t1`.`kind` IN ('care_leaver_contact')
                  ) AS `t11`
                  INNER JOIN (
                    SELECT
                      `t2`.`child_id` AS `held_child`,
                      `t2`.`spell_id` AS `held_id`,
                      `t2`.`started_on` AS `held_from`,
                      `t2`.`ended_on` AS `held_to`
                    FROM `journeys`.`spells` AS `t2`
                    WHERE
                      `t2`.`kind` = 'care_leaver' AND `t2`.`started_on` IS NOT NULL
                  ) AS `t13`
                    ON `t11`.`child_id` = `t13`.`held_child`
                    AND `t13`.`held_from` <= `t11`.`on_date`
                    AND (
                      (
                        `t13`.`held_to` IS NULL
                      ) OR (
                        `t11`.`on_date` <= `t13`.`held_to`
                      )
                    )
                ) AS `t17`
                WHERE
                  `t17`.`on_date` IS NOT NULL AND `t17`.`spell_id` IS NOT NULL
              ) AS `t20`
            ) AS `t26`
          ) AS `t27`
          WHERE
            `t27`.`turn` <> 1
        ) AS `t28`
      ) AS `t29`
    ) AS `t30`
  ) AS `t32`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`_day`,
      `t6`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t5`
    INNER JOIN (
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
  ) AS `t16`
    ON `t32`.`due_on` = `t16`.`_day`
) AS `t33`
