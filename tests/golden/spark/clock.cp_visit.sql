SELECT
  'cp_visit' AS `clock_id`,
  `t29`.`child_id`,
  `t29`.`team_id`,
  `t29`.`worker_id`,
  `t29`.`started_on`,
  `t29`.`due_on`,
  `t29`.`soon_on`,
  `t29`.`stopped_on`,
  `t29`.`ended_on`,
  `t29`.`counted_on`,
  FALSE AS `is_window`,
  `t29`.`trouble`,
  `t29`.`excuse`,
  `t29`.`excused_on`,
  `t29`.`spell_id`,
  `t29`.`source_table`,
  `t29`.`source_key`,
  `t29`.`stop_key`
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
    `t28`.`team_id`,
    `t28`.`ended_on`,
    `t28`.`counted_on`,
    `t28`.`stopped_on`,
    `t28`.`stop_key`,
    `t28`.`excuse`,
    `t28`.`excused_on`,
    `t16`.`soon_on`
  FROM (
    SELECT
      `t26`.`child_id`,
      `t26`.`worker_id`,
      `t26`.`spell_id`,
      `t26`.`source_table`,
      `t26`.`source_key`,
      `t26`.`started_on`,
      `t26`.`due_on`,
      `t26`.`trouble`,
      COALESCE(
        IF(
          (
            `t26`.`trouble` IS NULL
          )
          AND (
            `t26`.`fits`
            AND (
              (
                `t26`.`ended_on` IS NULL
              ) OR (
                `t26`.`stop_on` <= `t26`.`ended_on`
              )
            )
          ),
          `t26`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t26`.`team_id`
      ) AS `team_id`,
      `t26`.`ended_on`,
      `t26`.`started_on` AS `counted_on`,
      IF(
        (
          `t26`.`trouble` IS NULL
        )
        AND (
          `t26`.`fits`
          AND (
            (
              `t26`.`ended_on` IS NULL
            ) OR (
              `t26`.`stop_on` <= `t26`.`ended_on`
            )
          )
        ),
        `t26`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t26`.`trouble` IS NULL
        )
        AND (
          `t26`.`fits`
          AND (
            (
              `t26`.`ended_on` IS NULL
            ) OR (
              `t26`.`stop_on` <= `t26`.`ended_on`
            )
          )
        ),
        `t26`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF(
        (
          `t26`.`trouble` IS NULL
        ) AND COALESCE(`t26`.`detail` IN ('unborn'), FALSE),
        'the child is not yet born',
        CAST(NULL AS STRING)
      ) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t25`.`birth`,
        `t25`.`due_on`,
        COALESCE(`t25`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t25`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t25`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t25`.`ended_on` < `t25`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t25`.`any_before`
          AND NOT (
            COALESCE(`t25`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t24`.`stop_on`,
          `t24`.`stop_key`,
          `t24`.`stop_team`,
          `t24`.`any_before`,
          `t24`.`birth`,
          `t17`.`due_on`
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
            `t22`.`stop_on`,
            `t22`.`stop_key`,
            `t22`.`stop_team`,
            `t22`.`any_before`,
            CAST('0001-01-01' AS DATE) AS `birth`
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
              `t21`.`stop_on`,
              `t21`.`stop_key`,
              `t21`.`stop_team`,
              `t21`.`any_before`
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
                `t20`.`nth`,
                IF(
                  COALESCE(
                    LEAD(`t20`.`opens`) OVER (
                      PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                      ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t20`.`started_on`, 2) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t20`.`started_on`) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_on`,
                IF(
                  COALESCE(
                    LEAD(`t20`.`opens`) OVER (
                      PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                      ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t20`.`source_key`, 2) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t20`.`source_key`) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_key`,
                IF(
                  COALESCE(
                    LEAD(`t20`.`opens`) OVER (
                      PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                      ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t20`.`team_id`, 2) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t20`.`team_id`) OVER (
                    PARTITION BY `t20`.`child_id`, `t20`.`spell_id`
                    ORDER BY `t20`.`started_on` ASC NULLS LAST, IF(`t20`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_team`,
                FALSE AS `any_before`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t18`.`child_id`,
                    `t18`.`team_id`,
                    `t18`.`worker_id`,
                    `t18`.`spell_id`,
                    `t18`.`source_table`,
                    `t18`.`source_key`,
                    `t18`.`on_date` AS `started_on`,
                    `t12`.`ended_on`,
                    `t12`.`spell_outcome` AS `outcome`,
                    `t12`.`spell_detail` AS `detail`,
                    `t12`.`opened_on`,
                    FALSE AS `opens`,
                    1 AS `nth`
                  FROM (
                    SELECT
                      `t11`.`child_id`,
                      `t11`.`spell_id`,
                      `t11`.`on_date`,
                      MIN(`t11`.`source_key`) AS `source_key`,
                      NULLIF(MIN_BY(COALESCE(`t11`.`team_id`, ''), `t11`.`source_key`), '') AS `team_id`,
                      NULLIF(MIN_BY(COALESCE(`t11`.`worker_id`, ''), `t11`.`source_key`), '') AS `worker_id`,
                      NULLIF(MIN_BY(COALESCE(`t11`.`source_table`, ''), `t11`.`source_key`), '') AS `source_table`
                    FROM (
                      SELECT
                        *
                      FROM `journeys`.`events` AS `t2`
                      WHERE
                        `t2`.`kind` IN ('cp_visit') AND `t2`.`on_date` IS NOT NULL
                    ) AS `t11`
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS `t18`
                  INNER JOIN (
                    SELECT
                      `t1`.`child_id` AS `spell_child`,
                      `t1`.`spell_id` AS `spell_key`,
                      `t1`.`started_on` AS `opened_on`,
                      `t1`.`ended_on`,
                      `t1`.`outcome` AS `spell_outcome`,
                      `t1`.`detail` AS `spell_detail`
                    FROM `journeys`.`spells` AS `t1`
                    WHERE
                      `t1`.`kind` = 'cp_plan'
                  ) AS `t12`
                    ON `t18`.`spell_id` = `t12`.`spell_key`
                    AND `t18`.`child_id` IS NOT DISTINCT FROM `t12`.`spell_child`
                ) AS `t19`
                UNION ALL
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
                    CAST(NULL AS BIGINT) AS `nth`
                  FROM `journeys`.`spells` AS `t1`
                  WHERE
                    `t1`.`kind` = 'cp_plan'
                ) AS `t9`
              ) AS `t20`
            ) AS `t21`
          ) AS `t22`
        ) AS `t24`
        LEFT OUTER JOIN (
          SELECT
            `t6`.`_day`,
            `t8`.`due_on`
          FROM (
            SELECT
              `t0`.`day` AS `_day`,
              `t0`.`working_days` AS `_count`
            FROM `journeys`.`calendar` AS `t0`
          ) AS `t6`
          INNER JOIN (
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
        ) AS `t17`
          ON `t24`.`started_on` = `t17`.`_day`
      ) AS `t25`
    ) AS `t26`
  ) AS `t28`
  LEFT OUTER JOIN (
    SELECT
      `t6`.`_day`,
      `t7`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t6`
    INNER JOIN (
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
  ) AS `t16`
    ON `t28`.`due_on` = `t16`.`_day`
) AS `t29`
