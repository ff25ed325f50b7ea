SELECT
  *
FROM (
  SELECT
    `t3`.`measure_id`,
    `t3`.`month`,
    `t3`.`team_id`,
    SUM(`t3`.`numerator`) AS `numerator`,
    SUM(`t3`.`denominator`) AS `denominator`,
    SUM(`t3`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t3`.`amount`) AS `amount`,
    SUM(`t3`.`weight`) AS `weight`
  FROM (
    SELECT
      'cla_visits_in_time_pct' AS `measure_id`,
      `t2`.`month`,
      `t2`.`child_id`,
      `t2`.`team_id`,
      `t2`.`on_date`,
      `t2`.`started_on`,
      `t2`.`source_key`,
      `t2`.`numerator`,
      `t2`.`denominator`,
      `t2`.`cannot_tell`,
      CAST(`t2`.`numerator` AS DOUBLE) AS `amount`,
      CAST(`t2`.`denominator` AS DOUBLE) AS `weight`
    FROM (
      SELECT
        `t1`.`child_id`,
        `t1`.`team_id`,
        `t1`.`started_on`,
        `t1`.`source_key`,
        MAKE_DATE(
          EXTRACT(year FROM COALESCE(`t1`.`due_on`, `t1`.`counted_on`)),
          EXTRACT(month FROM COALESCE(`t1`.`due_on`, `t1`.`counted_on`)),
          1
        ) AS `month`,
        COALESCE(`t1`.`due_on`, `t1`.`counted_on`) AS `on_date`,
        CAST((
          (
            `t1`.`reading` IN ('met', 'late') AND (
              `t1`.`due_on` IS NOT NULL
            )
          )
          OR (
            (
              `t1`.`reading` = 'overdue'
            ) AND TRUE
          )
        )
        AND (
          `t1`.`reading` = 'met'
        ) AS BIGINT) AS `numerator`,
        CAST((
          `t1`.`reading` IN ('met', 'late') AND (
            `t1`.`due_on` IS NOT NULL
          )
        )
        OR (
          (
            `t1`.`reading` = 'overdue'
          ) AND TRUE
        ) AS BIGINT) AS `denominator`,
        CAST(`t1`.`reading` = 'cannot_tell' AS BIGINT) AS `cannot_tell`
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
            AND (
              (
                `t0`.`stopped_on` IS NOT NULL
              )
              AND (
                `t0`.`stopped_on` <= MAKE_DATE(2026, 9, 30)
              )
            )
            THEN IF(COALESCE(`t0`.`stopped_on` <= `t0`.`due_on`, FALSE), 'late', 'met')
            WHEN `t0`.`is_window` AND (
              `t0`.`due_on` < MAKE_DATE(2026, 9, 30)
            )
            THEN 'met'
            WHEN `t0`.`is_window`
            AND (
              (
                `t0`.`ended_on` IS NOT NULL
              )
              AND (
                `t0`.`ended_on` <= MAKE_DATE(2026, 9, 30)
              )
            )
            THEN 'not_applicable'
            WHEN `t0`.`is_window`
            THEN 'running'
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
          `t0`.`clock_id` IN ('lac_visit_first', 'lac_visit_6wk', 'lac_visit_3m', 'lac_visit_ltf_6m')
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
        COALESCE(`t1`.`due_on`, `t1`.`counted_on`) IS NOT NULL
        AND COALESCE(`t1`.`due_on`, `t1`.`counted_on`) <= MAKE_DATE(2026, 9, 30)
    ) AS `t2`
  ) AS `t3`
  GROUP BY
    1,
    2,
    3
) AS `t4`
