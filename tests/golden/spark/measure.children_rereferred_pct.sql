SELECT
  *
FROM (
  SELECT
    `t6`.`measure_id`,
    `t6`.`month`,
    `t6`.`team_id`,
    SUM(`t6`.`numerator`) AS `numerator`,
    SUM(`t6`.`denominator`) AS `denominator`,
    SUM(`t6`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t6`.`amount`) AS `amount`,
    SUM(`t6`.`weight`) AS `weight`
  FROM (
    SELECT
      `t5`.`measure_id`,
      `t5`.`month`,
      `t5`.`team_id`,
      `t5`.`child_id`,
      `t5`.`numerator`,
      `t5`.`denominator`,
      `t5`.`cannot_tell`,
      CAST(`t5`.`numerator` AS DOUBLE) AS `amount`,
      CAST(`t5`.`denominator` AS DOUBLE) AS `weight`
    FROM (
      SELECT
        `t4`.`measure_id`,
        `t4`.`month`,
        `t4`.`team_id`,
        `t4`.`child_id`,
        `t4`.`numerator`,
        `t4`.`denominator`,
        `t4`.`cannot_tell`
      FROM (
        SELECT
          `t3`.`measure_id`,
          `t3`.`month`,
          `t3`.`team_id`,
          `t3`.`child_id`,
          `t3`.`numerator`,
          `t3`.`denominator`,
          `t3`.`unknown`,
          IF(`t3`.`denominator` = 0, `t3`.`unknown`, 0) AS `cannot_tell`
        FROM (
          SELECT
            `t2`.`measure_id`,
            `t2`.`month`,
            `t2`.`team_id`,
            `t2`.`child_id`,
            MAX(`t2`.`numerator`) AS `numerator`,
            MAX(`t2`.`denominator`) AS `denominator`,
            MAX(`t2`.`cannot_tell`) AS `unknown`
          FROM (
            SELECT
              'children_rereferred_pct' AS `measure_id`,
              `t1`.`month`,
              `t1`.`child_id`,
              `t1`.`team_id`,
              `t1`.`on_date`,
              CAST(NULL AS DATE) AS `started_on`,
              `t1`.`source_key`,
              CAST(`t1`.`hit` AS BIGINT) AS `numerator`,
              CAST(`t1`.`counted` AS BIGINT) AS `denominator`,
              CAST(`t1`.`unknown` AS BIGINT) AS `cannot_tell`,
              IF(`t1`.`hit`, `t1`.`size`, 0.0) AS `amount`,
              IF(`t1`.`counted`, `t1`.`size`, 0.0) AS `weight`
            FROM (
              SELECT
                `t0`.`who`,
                `t0`.`child_id`,
                `t0`.`team_id`,
                `t0`.`source_table`,
                `t0`.`source_key`,
                `t0`.`on_date`,
                `t0`.`earlier_on`,
                MAKE_DATE(EXTRACT(year FROM `t0`.`on_date`), EXTRACT(month FROM `t0`.`on_date`), 1) AS `month`,
                COALESCE(
                  TRUE
                  AND (
                    (
                      (
                        TRUE
                        AND COALESCE(`t0`.`earlier_on` <= `t0`.`on_date`, FALSE)
                        AND (
                          `t0`.`on_date` <= (
                            `t0`.`earlier_on` + INTERVAL '12' MONTH
                          )
                        )
                      ) IS NOT NULL
                    )
                    AND (
                      1.0 IS NOT NULL AND NOT ISNAN(1.0)
                    )
                  ),
                  FALSE
                ) AS `counted`,
                COALESCE(
                  TRUE
                  AND (
                    TRUE
                    AND COALESCE(`t0`.`earlier_on` <= `t0`.`on_date`, FALSE)
                    AND (
                      `t0`.`on_date` <= (
                        `t0`.`earlier_on` + INTERVAL '12' MONTH
                      )
                    )
                  )
                  AND (
                    (
                      (
                        TRUE
                        AND COALESCE(`t0`.`earlier_on` <= `t0`.`on_date`, FALSE)
                        AND (
                          `t0`.`on_date` <= (
                            `t0`.`earlier_on` + INTERVAL '12' MONTH
                          )
                        )
                      ) IS NOT NULL
                    )
                    AND (
                      1.0 IS NOT NULL AND NOT ISNAN(1.0)
                    )
                  ),
                  FALSE
                ) AS `hit`,
                (
                  TRUE IS NULL
                )
                OR (
                  TRUE
                  AND NOT (
                    (
                      (
                        TRUE
                        AND COALESCE(`t0`.`earlier_on` <= `t0`.`on_date`, FALSE)
                        AND (
                          `t0`.`on_date` <= (
                            `t0`.`earlier_on` + INTERVAL '12' MONTH
                          )
                        )
                      ) IS NOT NULL
                    )
                    AND (
                      1.0 IS NOT NULL AND NOT ISNAN(1.0)
                    )
                  )
                ) AS `unknown`,
                COALESCE(1.0, 0.0) AS `size`,
                TRUE AS `chosen`
              FROM `facts`.`children_referred` AS `t0`
              WHERE
                `t0`.`on_date` IS NOT NULL AND (
                  (
                    TRUE IS NULL
                  ) OR TRUE
                )
            ) AS `t1`
            WHERE
              `t1`.`on_date` <= MAKE_DATE(2026, 9, 30)
          ) AS `t2`
          GROUP BY
            1,
            2,
            3,
            4
        ) AS `t3`
      ) AS `t4`
    ) AS `t5`
  ) AS `t6`
  GROUP BY
    1,
    2,
    3
) AS `t7`
