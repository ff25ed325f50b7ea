SELECT
  'cp_visit_4_weeks' AS `clock_id`,
  `t22`.`child_id`,
  `t22`.`team_id`,
  `t22`.`worker_id`,
  `t22`.`started_on`,
  `t22`.`due_on`,
  `t22`.`soon_on`,
  `t22`.`stopped_on`,
  `t22`.`ended_on`,
  `t22`.`counted_on`,
  FALSE AS `is_window`,
  `t22`.`trouble`,
  `t22`.`excuse`,
  `t22`.`excused_on`,
  `t22`.`spell_id`,
  `t22`.`source_table`,
  `t22`.`source_key`,
  `t22`.`stop_key`
FROM (
  SELECT
    `t21`.`child_id`,
    `t21`.`worker_id`,
    `t21`.`spell_id`,
    `t21`.`source_table`,
    `t21`.`source_key`,
    `t21`.`started_on`,
    `t21`.`due_on`,
    `t21`.`trouble`,
    `t21`.`team_id`,
    `t21`.`ended_on`,
    `t21`.`counted_on`,
    `t21`.`stopped_on`,
    `t21`.`stop_key`,
    `t21`.`excuse`,
    `t21`.`excused_on`,
    `t13`.`soon_on`
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
      COALESCE(
        IF(
          (
            `t19`.`trouble` IS NULL
          )
          AND (
            `t19`.`fits`
            AND (
              (
                `t19`.`ended_on` IS NULL
              ) OR (
                `t19`.`stop_on` <= `t19`.`ended_on`
              )
            )
          ),
          `t19`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t19`.`team_id`
      ) AS `team_id`,
      `t19`.`ended_on`,
      `t19`.`started_on` AS `counted_on`,
      IF(
        (
          `t19`.`trouble` IS NULL
        )
        AND (
          `t19`.`fits`
          AND (
            (
              `t19`.`ended_on` IS NULL
            ) OR (
              `t19`.`stop_on` <= `t19`.`ended_on`
            )
          )
        ),
        `t19`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t19`.`trouble` IS NULL
        )
        AND (
          `t19`.`fits`
          AND (
            (
              `t19`.`ended_on` IS NULL
            ) OR (
              `t19`.`stop_on` <= `t19`.`ended_on`
            )
          )
        ),
        `t19`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF(
        (
          `t19`.`trouble` IS NULL
        ) AND COALESCE(`t19`.`detail` IN ('unborn'), FALSE),
        'the child is not yet born',
        CAST(NULL AS STRING)
      ) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t18`.`stop_on`,
        `t18`.`stop_key`,
        `t18`.`stop_team`,
        `t18`.`any_before`,
        CAST('0001-01-01' AS DATE) AS `birth`,
        `t18`.`started_on` + INTERVAL '28' DAY AS `due_on`,
        COALESCE(`t18`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t18`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN CAST('0001-01-01' AS DATE) IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t18`.`ended_on` < `t18`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t18`.`any_before`
          AND NOT (
            COALESCE(`t18`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t17`.`child_id`,
          `t17`.`team_id`,
          `t17`.`worker_id`,
          `t17`.`spell_id`,
          `t17`.`source_table`,
          `t17`.`source_key`,
          `t17`.`started_on`,
          `t17`.`ended_on`,
          `t17`.`outcome`,
          `t17`.`detail`,
          `t17`.`opened_on`,
          `t17`.`opens`,
          `t17`.`stop_on`,
          `t17`.`stop_key`,
          `t17`.`stop_team`,
          `t17`.`any_before`
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
            `t16`.`nth`,
            IF(
              COALESCE(
                LEAD(`t16`.`opens`) OVER (
                  PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                  ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t16`.`started_on`, 2) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t16`.`started_on`) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_on`,
            IF(
              COALESCE(
                LEAD(`t16`.`opens`) OVER (
                  PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                  ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t16`.`source_key`, 2) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t16`.`source_key`) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_key`,
            IF(
              COALESCE(
                LEAD(`t16`.`opens`) OVER (
                  PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                  ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t16`.`team_id`, 2) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t16`.`team_id`) OVER (
                PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                ORDER BY `t16`.`started_on` ASC NULLS LAST, IF(`t16`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_team`,
            FALSE AS `any_before`
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
                FALSE AS `opens`,
                1 AS `nth`
              FROM (
                SELECT
                  `t9`.`child_id`,
                  `t9`.`spell_id`,
                  `t9`.`on_date`,
                  MIN(`t9`.`source_key`) AS `source_key`,
                  NULLIF(MIN_BY(COALESCE(`t9`.`team_id`, ''), `t9`.`source_key`), '') AS `team_id`,
                  NULLIF(MIN_BY(COALESCE(`t9`.`worker_id`, ''), `t9`.`source_key`), '') AS `worker_id`,
                  NULLIF(MIN_BY(COALESCE(`t9`.`source_table`, ''), `t9`.`source_key`), '') AS `source_table`
                FROM (
                  SELECT
                    *
                  FROM `journeys`.`events` AS `t2`
                  WHERE
                    `t2`.`kind` IN ('cp_visit') AND `t2`.`on_date` IS NOT NULL
                ) AS `t9`
                GROUP BY
                  1,
                  2,
                  3
              ) AS `t14`
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
              ) AS `t10`
                ON `t14`.`spell_id` = `t10`.`spell_key`
                AND `t14`.`child_id` IS NOT DISTINCT FROM `t10`.`spell_child`
            ) AS `t15`
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
            ) AS `t7`
          ) AS `t16`
        ) AS `t17`
      ) AS `t18`
    ) AS `t19`
  ) AS `t21`
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
  ) AS `t13`
    ON `t21`.`due_on` = `t13`.`_day`
) AS `t22`
