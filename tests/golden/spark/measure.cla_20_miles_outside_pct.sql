SELECT
  *
FROM (
  SELECT
    `t15`.`measure_id`,
    `t15`.`month`,
    `t15`.`team_id`,
    SUM(`t15`.`numerator`) AS `numerator`,
    SUM(`t15`.`denominator`) AS `denominator`,
    SUM(`t15`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t15`.`amount`) AS `amount`,
    SUM(`t15`.`weight`) AS `weight`
  FROM (
    SELECT
      'cla_20_miles_outside_pct' AS `measure_id`,
      `t14`.`month`,
      `t14`.`child_id`,
      `t14`.`team_id`,
      `t14`.`on_date`,
      CAST(NULL AS DATE) AS `started_on`,
      `t14`.`source_key`,
      CAST(`t14`.`hit` AS BIGINT) AS `numerator`,
      CAST(`t14`.`counted` AS BIGINT) AS `denominator`,
      CAST(`t14`.`unknown` AS BIGINT) AS `cannot_tell`,
      IF(`t14`.`hit`, `t14`.`size`, 0.0) AS `amount`,
      IF(`t14`.`counted`, `t14`.`size`, 0.0) AS `weight`
    FROM (
      SELECT
        `t13`.`month`,
        `t13`.`who`,
        `t13`.`child_id`,
        `t13`.`team_id`,
        `t13`.`source_table`,
        `t13`.`source_key`,
        `t13`.`started_on`,
        `t13`.`ended_on`,
        `t13`.`distance`,
        `t13`.`location`,
        `t13`.`on_date`,
        COALESCE(
          TRUE
          AND (
            (
              (
                TRUE
                AND NOT (
                  TRUE AND (
                    `t13`.`distance` <= 20
                  )
                )
                AND `t13`.`location` IN ('Out')
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
            AND NOT (
              TRUE AND (
                `t13`.`distance` <= 20
              )
            )
            AND `t13`.`location` IN ('Out')
          )
          AND (
            (
              (
                TRUE
                AND NOT (
                  TRUE AND (
                    `t13`.`distance` <= 20
                  )
                )
                AND `t13`.`location` IN ('Out')
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
                AND NOT (
                  TRUE AND (
                    `t13`.`distance` <= 20
                  )
                )
                AND `t13`.`location` IN ('Out')
              ) IS NOT NULL
            )
            AND (
              1.0 IS NOT NULL AND NOT ISNAN(1.0)
            )
          )
        ) AS `unknown`,
        COALESCE(1.0, 0.0) AS `size`,
        TRUE AS `chosen`
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
          `t12`.`distance`,
          `t12`.`location`,
          `t12`.`on_date`
        FROM (
          SELECT
            `t11`.`month`,
            `t11`.`who`,
            `t11`.`child_id`,
            COALESCE(`t11`.`held_team`, `t11`.`team_id`) AS `team_id`,
            `t11`.`source_table`,
            `t11`.`source_key`,
            `t11`.`started_on`,
            `t11`.`ended_on`,
            `t11`.`distance`,
            `t11`.`location`,
            `t11`.`on_date`,
            `t11`.`held_month`,
            `t11`.`held_child`,
            `t11`.`held_team`
          FROM (
            SELECT
              `t10`.`month`,
              `t10`.`who`,
              `t10`.`child_id`,
              `t10`.`team_id`,
              `t10`.`source_table`,
              `t10`.`source_key`,
              `t10`.`started_on`,
              `t10`.`ended_on`,
              `t10`.`distance`,
              `t10`.`location`,
              `t10`.`on_date`,
              `t6`.`held_month`,
              `t6`.`held_child`,
              `t6`.`held_team`
            FROM (
              SELECT
                `t8`.`month`,
                `t8`.`who`,
                `t8`.`child_id`,
                `t8`.`team_id`,
                `t8`.`source_table`,
                `t8`.`source_key`,
                `t8`.`started_on`,
                `t8`.`ended_on`,
                `t8`.`distance`,
                `t8`.`location`,
                `t8`.`on_date`
              FROM (
                SELECT
                  `t7`.`month`,
                  `t7`.`ends_on`,
                  `t7`.`who`,
                  `t7`.`child_id`,
                  `t7`.`team_id`,
                  `t7`.`source_table`,
                  `t7`.`source_key`,
                  `t7`.`started_on`,
                  `t7`.`ended_on`,
                  `t7`.`distance`,
                  `t7`.`location`,
                  `t7`.`ends_on` AS `on_date`
                FROM (
                  SELECT
                    `t3`.`month`,
                    `t3`.`ends_on`,
                    `t4`.`who`,
                    `t4`.`child_id`,
                    `t4`.`team_id`,
                    `t4`.`source_table`,
                    `t4`.`source_key`,
                    `t4`.`started_on`,
                    `t4`.`ended_on`,
                    `t4`.`distance`,
                    `t4`.`location`
                  FROM `measures`.`calendar_months` AS `t3`
                  INNER JOIN `facts`.`located_placements` AS `t4`
                    ON `t4`.`started_on` <= `t3`.`ends_on`
                    AND (
                      (
                        `t4`.`ended_on` IS NULL
                      ) OR (
                        `t4`.`ended_on` > `t3`.`ends_on`
                      )
                    )
                ) AS `t7`
              ) AS `t8`
            ) AS `t10`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`month` AS `held_month`,
                `t0`.`child_id` AS `held_child`,
                `t0`.`team_id` AS `held_team`
              FROM `measures`.`held` AS `t0`
            ) AS `t6`
              ON `t10`.`month` = `t6`.`held_month` AND `t10`.`child_id` = `t6`.`held_child`
          ) AS `t11`
        ) AS `t12`
      ) AS `t13`
      WHERE
        (
          TRUE IS NULL
        ) OR TRUE
    ) AS `t14`
    WHERE
      `t14`.`on_date` <= MAKE_DATE(2026, 9, 30)
  ) AS `t15`
  GROUP BY
    1,
    2,
    3
) AS `t16`
