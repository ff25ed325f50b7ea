SELECT
  'rha_5plus' AS `clock_id`,
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
    `t17`.`soon_on`
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
        `t27`.`stop_on`,
        `t27`.`stop_key`,
        `t27`.`stop_team`,
        `t27`.`any_before`,
        `t27`.`birth`,
        `t27`.`started_on` + INTERVAL '12' MONTH AS `due_on`,
        COALESCE(`t27`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t27`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t27`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t27`.`ended_on` < `t27`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t27`.`any_before`
          AND NOT (
            COALESCE(`t27`.`stop_on` IS NOT NULL, FALSE)
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
          `t26`.`stop_on`,
          `t26`.`stop_key`,
          `t26`.`stop_team`,
          `t26`.`any_before`,
          `t26`.`birth`
        FROM (
          SELECT
            `t25`.`child_id`,
            `t25`.`team_id`,
            `t25`.`worker_id`,
            `t25`.`spell_id`,
            `t25`.`source_table`,
            `t25`.`source_key`,
            `t25`.`started_on`,
            `t25`.`ended_on`,
            `t25`.`outcome`,
            `t25`.`detail`,
            `t25`.`opened_on`,
            `t25`.`opens`,
            `t25`.`stop_on`,
            `t25`.`stop_key`,
            `t25`.`stop_team`,
            `t25`.`any_before`,
            `t15`.`born_id`,
            `t15`.`birth`
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
              `t23`.`stop_on`,
              `t23`.`stop_key`,
              `t23`.`stop_team`,
              `t23`.`any_before`
            FROM (
              SELECT
                `t22`.`child_id`,
                `t22`.`team_id`,
                `t22`.`worker_id`,
                `t22`.`spell_id`,
                `t22`.`source_table`,
                `t22`.`source_key`,
                `t22`.`started_on`,
                `t22`.`ended_on`,
                `t22`.`outcome`,
                `t22`.`detail`,
                `t22`.`opened_on`,
                `t22`.`opens`,
                `t22`.`nth`,
                IF(
                  COALESCE(
                    LEAD(`t22`.`opens`) OVER (
                      PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                      ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t22`.`started_on`, 2) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t22`.`started_on`) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_on`,
                IF(
                  COALESCE(
                    LEAD(`t22`.`opens`) OVER (
                      PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                      ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t22`.`source_key`, 2) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t22`.`source_key`) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_key`,
                IF(
                  COALESCE(
                    LEAD(`t22`.`opens`) OVER (
                      PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                      ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t22`.`team_id`, 2) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t22`.`team_id`) OVER (
                    PARTITION BY `t22`.`child_id`, `t22`.`spell_id`
                    ORDER BY `t22`.`started_on` ASC NULLS LAST, IF(`t22`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_team`,
                FALSE AS `any_before`
              FROM (
                SELECT
                  `t21`.`child_id`,
                  `t21`.`team_id`,
                  `t21`.`worker_id`,
                  `t21`.`spell_id`,
                  `t21`.`source_table`,
                  `t21`.`source_key`,
                  `t21`.`on_date` AS `started_on`,
                  `t12`.`ended_on`,
                  `t12`.`spell_outcome` AS `outcome`,
                  `t12`.`spell_detail` AS `detail`,
                  `t12`.`opened_on`,
                  FALSE AS `opens`,
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
                          `t1`.`kind` IN ('health_assessment')
                      ) AS `t11`
                      INNER JOIN (
                        SELECT
                          `t2`.`child_id` AS `held_child`,
                          `t2`.`spell_id` AS `held_id`,
                          `t2`.`started_on` AS `held_from`,
                          `t2`.`ended_on` AS `held_to`
                        FROM `journeys`.`spells` AS `t2`
                        WHERE
                          `t2`.`kind` = 'care' AND `t2`.`started_on` IS NOT NULL
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
                    ) AS `t18`
                    WHERE
                      `t18`.`on_date` IS NOT NULL
                  ) AS `t19`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t21`
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
                ) AS `t12`
                  ON `t21`.`spell_id` = `t12`.`spell_key`
                  AND `t21`.`child_id` IS NOT DISTINCT FROM `t12`.`spell_child`
              ) AS `t22`
            ) AS `t23`
          ) AS `t25`
          LEFT OUTER JOIN (
            SELECT
              `t7`.`child_id` AS `born_id`,
              MIN(`t7`.`on_date`) AS `birth`
            FROM (
              SELECT
                *
              FROM `journeys`.`events` AS `t1`
              WHERE
                `t1`.`kind` = 'born'
            ) AS `t7`
            GROUP BY
              1
          ) AS `t15`
            ON `t25`.`child_id` = `t15`.`born_id`
        ) AS `t26`
      ) AS `t27`
      WHERE
        COALESCE(`t27`.`started_on` >= (
          `t27`.`birth` + INTERVAL '60' MONTH
        ), TRUE)
    ) AS `t28`
  ) AS `t30`
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
  ) AS `t17`
    ON `t30`.`due_on` = `t17`.`_day`
) AS `t31`
