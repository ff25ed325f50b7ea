SELECT
  *
FROM (
  SELECT
    `t1`.`measure_id`,
    `t1`.`month`,
    `t1`.`team_id`,
    SUM(`t1`.`numerator`) AS `numerator`,
    SUM(`t1`.`denominator`) AS `denominator`,
    SUM(`t1`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t1`.`amount`) AS `amount`,
    SUM(`t1`.`weight`) AS `weight`
  FROM (
    SELECT
      'adoption_a10_days' AS `measure_id`,
      MAKE_DATE(EXTRACT(year FROM `t0`.`on_date`), EXTRACT(month FROM `t0`.`on_date`), 1) AS `month`,
      `t0`.`child_id`,
      `t0`.`team_id`,
      `t0`.`on_date`,
      CAST(NULL AS DATE) AS `started_on`,
      `t0`.`source_key`,
      CAST(COALESCE(
        TRUE
        AND (
          `t0`.`entry_to_home` IS NOT NULL AND NOT ISNAN(`t0`.`entry_to_home`)
        ),
        FALSE
      ) AS BIGINT) AS `numerator`,
      CAST(COALESCE(
        TRUE
        AND (
          `t0`.`entry_to_home` IS NOT NULL AND NOT ISNAN(`t0`.`entry_to_home`)
        ),
        FALSE
      ) AS BIGINT) AS `denominator`,
      CAST((
        TRUE IS NULL
      )
      OR (
        TRUE AND (
          `t0`.`entry_to_home` IS NULL OR ISNAN(`t0`.`entry_to_home`)
        )
      ) AS BIGINT) AS `cannot_tell`,
      IF(
        COALESCE(
          TRUE
          AND (
            `t0`.`entry_to_home` IS NOT NULL AND NOT ISNAN(`t0`.`entry_to_home`)
          ),
          FALSE
        ),
        `t0`.`entry_to_home`,
        CAST(NULL AS DOUBLE)
      ) AS `amount`,
      IF(
        COALESCE(
          TRUE
          AND (
            `t0`.`entry_to_home` IS NOT NULL AND NOT ISNAN(`t0`.`entry_to_home`)
          ),
          FALSE
        ),
        1.0,
        0.0
      ) AS `weight`
    FROM `facts`.`adoptions` AS `t0`
    WHERE
      `t0`.`on_date` IS NOT NULL
      AND (
        (
          TRUE IS NULL
        ) OR TRUE
      )
      AND `t0`.`on_date` <= MAKE_DATE(2026, 9, 30)
  ) AS `t1`
  GROUP BY
    1,
    2,
    3
) AS `t2`
