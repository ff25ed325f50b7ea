SELECT
  *
FROM (
  SELECT
    `t28`.`measure_id`,
    `t28`.`month`,
    `t28`.`team_id`,
    SUM(`t28`.`numerator`) AS `numerator`,
    SUM(`t28`.`denominator`) AS `denominator`,
    SUM(`t28`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t28`.`amount`) AS `amount`,
    SUM(`t28`.`weight`) AS `weight`
  FROM (
    SELECT
      'sw_caseload' AS `measure_id`,
      `t27`.`month`,
      `t27`.`child_id`,
      `t27`.`team_id`,
      `t27`.`on_date`,
      `t27`.`started_on`,
      `t27`.`source_key`,
      `t27`.`numerator`,
      `t27`.`denominator`,
      `t27`.`cannot_tell`,
      `t27`.`amount`,
      `t27`.`weight`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t23`.`month`,
          `t23`.`child_id`,
          `t23`.`team_id`,
          `t23`.`on_date`,
          `t23`.`source_key`,
          CAST(NULL AS DATE) AS `started_on`,
          CAST(`t23`.`hit` AS BIGINT) AS `numerator`,
          CAST(`t23`.`counted` AS BIGINT) AS `denominator`,
          CAST(`t23`.`unknown` AS BIGINT) AS `cannot_tell`,
          IF(`t23`.`hit`, `t23`.`size`, 0.0) AS `amount`,
          0.0 AS `weight`
        FROM (
          SELECT
            `t21`.`month`,
            `t21`.`who`,
            `t21`.`child_id`,
            `t21`.`team_id`,
            `t21`.`source_table`,
            `t21`.`source_key`,
            `t21`.`started_on`,
            `t21`.`ended_on`,
            `t21`.`on_date`,
            COALESCE(
              TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL AND NOT ISNAN(1.0)
                )
              ),
              FALSE
            ) AS `counted`,
            COALESCE(
              TRUE
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
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
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL AND NOT ISNAN(1.0)
                )
              )
            ) AS `unknown`,
            COALESCE(1.0, 0.0) AS `size`,
            TRUE AS `chosen`
          FROM (
            SELECT
              `t19`.`month`,
              `t19`.`who`,
              `t19`.`child_id`,
              `t19`.`team_id`,
              `t19`.`source_table`,
              `t19`.`source_key`,
              `t19`.`started_on`,
              `t19`.`ended_on`,
              `t19`.`on_date`
            FROM (
              SELECT
                `t17`.`month`,
                `t17`.`who`,
                `t17`.`child_id`,
                COALESCE(`t17`.`held_team`, `t17`.`team_id`) AS `team_id`,
                `t17`.`source_table`,
                `t17`.`source_key`,
                `t17`.`started_on`,
                `t17`.`ended_on`,
                `t17`.`on_date`,
                `t17`.`held_month`,
                `t17`.`held_child`,
                `t17`.`held_team`
              FROM (
                SELECT
                  `t15`.`month`,
                  `t15`.`who`,
                  `t15`.`child_id`,
                  `t15`.`team_id`,
                  `t15`.`source_table`,
                  `t15`.`source_key`,
                  `t15`.`started_on`,
                  `t15`.`ended_on`,
                  `t15`.`on_date`,
                  `t8`.`held_month`,
                  `t8`.`held_child`,
                  `t8`.`held_team`
                FROM (
                  SELECT
                    `t11`.`month`,
                    `t11`.`who`,
                    `t11`.`child_id`,
                    `t11`.`team_id`,
                    `t11`.`source_table`,
                    `t11`.`source_key`,
                    `t11`.`started_on`,
                    `t11`.`ended_on`,
                    `t11`.`on_date`
                  FROM (
                    SELECT
                      `t9`.`month`,
                      `t9`.`ends_on`,
                      `t9`.`who`,
                      `t9`.`child_id`,
                      `t9`.`team_id`,
                      `t9`.`source_table`,
                      `t9`.`source_key`,
                      `t9`.`started_on`,
                      `t9`.`ended_on`,
                      `t9`.`ends_on` AS `on_date`
                    FROM (
                      SELECT
                        `t4`.`month`,
                        `t4`.`ends_on`,
                        `t5`.`who`,
                        `t5`.`child_id`,
                        `t5`.`team_id`,
                        `t5`.`source_table`,
                        `t5`.`source_key`,
                        `t5`.`started_on`,
                        `t5`.`ended_on`
                      FROM `measures`.`calendar_months` AS `t4`
                      INNER JOIN `facts`.`allocated` AS `t5`
                        ON `t5`.`started_on` <= `t4`.`ends_on`
                        AND (
                          (
                            `t5`.`ended_on` IS NULL
                          ) OR (
                            `t5`.`ended_on` > `t4`.`ends_on`
                          )
                        )
                    ) AS `t9`
                  ) AS `t11`
                ) AS `t15`
                LEFT OUTER JOIN (
                  SELECT
                    `t0`.`month` AS `held_month`,
                    `t0`.`child_id` AS `held_child`,
                    `t0`.`team_id` AS `held_team`
                  FROM `measures`.`held` AS `t0`
                ) AS `t8`
                  ON `t15`.`month` = `t8`.`held_month` AND `t15`.`child_id` = `t8`.`held_child`
              ) AS `t17`
            ) AS `t19`
          ) AS `t21`
          WHERE
            (
              TRUE IS NULL
            ) OR TRUE
        ) AS `t23`
      ) AS `t24`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t25`.`month`,
          `t25`.`child_id`,
          `t25`.`team_id`,
          `t25`.`on_date`,
          `t25`.`source_key`,
          CAST(NULL AS DATE) AS `started_on`,
          0 AS `numerator`,
          CAST(`t25`.`counted` AS BIGINT) AS `denominator`,
          CAST(`t25`.`unknown` AS BIGINT) AS `cannot_tell`,
          0.0 AS `amount`,
          IF(`t25`.`hit`, `t25`.`size`, 0.0) AS `weight`
        FROM (
          SELECT
            `t22`.`month`,
            `t22`.`who`,
            `t22`.`child_id`,
            `t22`.`team_id`,
            `t22`.`source_table`,
            `t22`.`source_key`,
            `t22`.`started_on`,
            `t22`.`ended_on`,
            `t22`.`fte`,
            `t22`.`on_date`,
            COALESCE(
              TRUE
              AND (
                (
                  TRUE IS NOT NULL
                )
                AND (
                  `t22`.`fte` IS NOT NULL AND NOT ISNAN(`t22`.`fte`)
                )
              ),
              FALSE
            ) AS `counted`,
            COALESCE(
              TRUE
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                )
                AND (
                  `t22`.`fte` IS NOT NULL AND NOT ISNAN(`t22`.`fte`)
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
                  TRUE IS NOT NULL
                )
                AND (
                  `t22`.`fte` IS NOT NULL AND NOT ISNAN(`t22`.`fte`)
                )
              )
            ) AS `unknown`,
            COALESCE(`t22`.`fte`, 0.0) AS `size`,
            TRUE AS `chosen`
          FROM (
            SELECT
              `t20`.`month`,
              `t20`.`who`,
              `t20`.`child_id`,
              `t20`.`team_id`,
              `t20`.`source_table`,
              `t20`.`source_key`,
              `t20`.`started_on`,
              `t20`.`ended_on`,
              `t20`.`fte`,
              `t20`.`on_date`
            FROM (
              SELECT
                `t18`.`month`,
                `t18`.`who`,
                `t18`.`child_id`,
                COALESCE(`t18`.`held_team`, `t18`.`team_id`) AS `team_id`,
                `t18`.`source_table`,
                `t18`.`source_key`,
                `t18`.`started_on`,
                `t18`.`ended_on`,
                `t18`.`fte`,
                `t18`.`on_date`,
                `t18`.`held_month`,
                `t18`.`held_child`,
                `t18`.`held_team`
              FROM (
                SELECT
                  `t16`.`month`,
                  `t16`.`who`,
                  `t16`.`child_id`,
                  `t16`.`team_id`,
                  `t16`.`source_table`,
                  `t16`.`source_key`,
                  `t16`.`started_on`,
                  `t16`.`ended_on`,
                  `t16`.`fte`,
                  `t16`.`on_date`,
                  `t8`.`held_month`,
                  `t8`.`held_child`,
                  `t8`.`held_team`
                FROM (
                  SELECT
                    `t12`.`month`,
                    `t12`.`who`,
                    `t12`.`child_id`,
                    `t12`.`team_id`,
                    `t12`.`source_table`,
                    `t12`.`source_key`,
                    `t12`.`started_on`,
                    `t12`.`ended_on`,
                    `t12`.`fte`,
                    `t12`.`on_date`
                  FROM (
                    SELECT
                      `t10`.`month`,
                      `t10`.`ends_on`,
                      `t10`.`who`,
                      `t10`.`child_id`,
                      `t10`.`team_id`,
                      `t10`.`source_table`,
                      `t10`.`source_key`,
                      `t10`.`started_on`,
                      `t10`.`ended_on`,
                      `t10`.`fte`,
                      `t10`.`ends_on` AS `on_date`
                    FROM (
                      SELECT
                        `t4`.`month`,
                        `t4`.`ends_on`,
                        `t6`.`who`,
                        `t6`.`child_id`,
                        `t6`.`team_id`,
                        `t6`.`source_table`,
                        `t6`.`source_key`,
                        `t6`.`started_on`,
                        `t6`.`ended_on`,
                        `t6`.`fte`
                      FROM `measures`.`calendar_months` AS `t4`
                      INNER JOIN `facts`.`holding` AS `t6`
                        ON `t6`.`started_on` <= `t4`.`ends_on`
                        AND (
                          (
                            `t6`.`ended_on` IS NULL
                          ) OR (
                            `t6`.`ended_on` > `t4`.`ends_on`
                          )
                        )
                    ) AS `t10`
                  ) AS `t12`
                ) AS `t16`
                LEFT OUTER JOIN (
                  SELECT
                    `t0`.`month` AS `held_month`,
                    `t0`.`child_id` AS `held_child`,
                    `t0`.`team_id` AS `held_team`
                  FROM `measures`.`held` AS `t0`
                ) AS `t8`
                  ON `t16`.`month` = `t8`.`held_month` AND `t16`.`child_id` = `t8`.`held_child`
              ) AS `t18`
            ) AS `t20`
          ) AS `t22`
          WHERE
            (
              TRUE IS NULL
            ) OR TRUE
        ) AS `t25`
      ) AS `t26`
    ) AS `t27`
    WHERE
      `t27`.`on_date` <= MAKE_DATE(2026, 9, 30)
  ) AS `t28`
  GROUP BY
    1,
    2,
    3
) AS `t29`
