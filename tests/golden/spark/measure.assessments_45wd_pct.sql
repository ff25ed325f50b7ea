SELECT
  'assessments_45wd_pct' AS `measure_id`,
  `t3`.`month`,
  `t3`.`team_id`,
  `t3`.`numerator`,
  `t3`.`denominator`,
  `t3`.`cannot_tell`
FROM (
  SELECT
    `t2`.`month`,
    `t2`.`team_id`,
    SUM(CAST(`t2`.`counted` AND (
      `t2`.`reading` = 'met'
    ) AS INT)) AS `numerator`,
    SUM(CAST(`t2`.`counted` AS INT)) AS `denominator`,
    SUM(CAST(`t2`.`reading` = 'cannot_tell' AS INT)) AS `cannot_tell`
  FROM (
    SELECT
      `t1`.`clock_id`,
      `t1`.`child_id`,
      `t1`.`team_id`,
      `t1`.`worker_id`,
      `t1`.`started_on`,
      `t1`.`due_on`,
      `t1`.`soon_on`,
      `t1`.`stopped_on`,
      `t1`.`ended_on`,
      `t1`.`counted_on`,
      `t1`.`is_window`,
      `t1`.`trouble`,
      `t1`.`excuse`,
      `t1`.`excused_on`,
      `t1`.`spell_id`,
      `t1`.`source_table`,
      `t1`.`source_key`,
      `t1`.`stop_key`,
      `t1`.`reading`,
      COALESCE(`t1`.`stopped_on`, `t1`.`counted_on`) AS `day`,
      (
        `t1`.`reading` IN ('met', 'late') AND (
          `t1`.`stopped_on` IS NOT NULL
        )
      )
      OR (
        (
          `t1`.`reading` = 'overdue'
        ) AND FALSE
      ) AS `counted`,
      DATE_TRUNC('month', COALESCE(`t1`.`stopped_on`, `t1`.`counted_on`)) AS `month`
    FROM (
      SELECT
        `t0`.`clock_id`,
        `t0`.`child_id`,
        `t0`.`team_id`,
        `t0`.`worker_id`,
        `t0`.`started_on`,
        `t0`.`due_on`,
        `t0`.`soon_on`,
        `t0`.`stopped_on`,
        `t0`.`ended_on`,
        `t0`.`counted_on`,
        `t0`.`is_window`,
        `t0`.`trouble`,
        `t0`.`excuse`,
        `t0`.`excused_on`,
        `t0`.`spell_id`,
        `t0`.`source_table`,
        `t0`.`source_key`,
        `t0`.`stop_key`,
        CASE
          WHEN `t0`.`trouble` IS NOT NULL
          THEN 'cannot_tell'
          WHEN (
            `t0`.`excuse` IS NOT NULL
          )
          AND (
            (
              `t0`.`excused_on` IS NULL
            )
            OR (
              `t0`.`excused_on` <= MAKE_DATE(2026, 9, 30)
            )
          )
          THEN 'not_applicable'
          WHEN `t0`.`is_window`
          THEN IF(COALESCE(`t0`.`stopped_on` <= `t0`.`due_on`, FALSE), 'late', 'met')
          WHEN (
            `t0`.`stopped_on` IS NOT NULL
          )
          AND (
            `t0`.`stopped_on` <= MAKE_DATE(2026, 9, 30)
          )
          THEN IF(`t0`.`stopped_on` <= `t0`.`due_on`, 'met', 'late')
          WHEN (
            `t0`.`ended_on` IS NOT NULL
          )
          AND (
            `t0`.`ended_on` <= MAKE_DATE(2026, 9, 30)
          )
          THEN IF(`t0`.`ended_on` <= `t0`.`due_on`, 'not_applicable', 'late')
          WHEN `t0`.`due_on` < MAKE_DATE(2026, 9, 30)
          THEN 'overdue'
          WHEN `t0`.`soon_on` <= MAKE_DATE(2026, 9, 30)
          THEN 'due_soon'
          ELSE 'running'
        END AS `reading`
      FROM `clocks`.`instances` AS `t0`
      WHERE
        `t0`.`clock_id` IN ('assessment_45wd')
        AND (
          (
            `t0`.`counted_on` IS NULL
          )
          OR (
            `t0`.`counted_on` <= MAKE_DATE(2026, 9, 30)
          )
        )
    ) AS `t1`
    WHERE
      COALESCE(`t1`.`stopped_on`, `t1`.`counted_on`) IS NOT NULL
      AND COALESCE(`t1`.`stopped_on`, `t1`.`counted_on`) <= MAKE_DATE(2026, 9, 30)
  ) AS `t2`
  GROUP BY
    1,
    2
) AS `t3`
