SELECT
  *
FROM (
  SELECT
    `t27`.`measure_id`,
    `t27`.`month`,
    `t27`.`team_id`,
    SUM(`t27`.`numerator`) AS `numerator`,
    SUM(`t27`.`denominator`) AS `denominator`,
    SUM(`t27`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t27`.`amount`) AS `amount`,
    SUM(`t27`.`weight`) AS `weight`
  FROM (
    SELECT
      'training_permanence_pct' AS `measure_id`,
      `t26`.`month`,
      `t26`.`child_id`,
      `t26`.`team_id`,
      `t26`.`on_date`,
      CAST(NULL AS DATE) AS `started_on`,
      `t26`.`source_key`,
      CAST(`t26`.`hit` AS BIGINT) AS `numerator`,
      CAST(`t26`.`counted` AS BIGINT) AS `denominator`,
      CAST(`t26`.`unknown` AS BIGINT) AS `cannot_tell`,
      IF(`t26`.`hit`, `t26`.`size`, 0.0) AS `amount`,
      IF(`t26`.`counted`, `t26`.`size`, 0.0) AS `weight`
    FROM (
      SELECT
        `t25`.`month`,
        `t25`.`who`,
        `t25`.`child_id`,
        `t25`.`team_id`,
        `t25`.`source_table`,
        `t25`.`source_key`,
        `t25`.`started_on`,
        `t25`.`ended_on`,
        `t25`.`agency`,
        `t25`.`origin`,
        `t25`.`newly_qualified`,
        `t25`.`fte`,
        `t25`.`on_date`,
        `t25`.`in_trained_permanence`,
        COALESCE(
          TRUE
          AND (
            (
              (
                TRUE AND `t25`.`in_trained_permanence`
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
            TRUE AND `t25`.`in_trained_permanence`
          )
          AND (
            (
              (
                TRUE AND `t25`.`in_trained_permanence`
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
                TRUE AND `t25`.`in_trained_permanence`
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
          `t24`.`month`,
          `t24`.`who`,
          `t24`.`child_id`,
          `t24`.`team_id`,
          `t24`.`source_table`,
          `t24`.`source_key`,
          `t24`.`started_on`,
          `t24`.`ended_on`,
          `t24`.`agency`,
          `t24`.`origin`,
          `t24`.`newly_qualified`,
          `t24`.`fte`,
          `t24`.`on_date`,
          `t24`.`in_trained_permanence`
        FROM (
          SELECT
            `t23`.`month`,
            `t23`.`who`,
            `t23`.`child_id`,
            `t23`.`team_id`,
            `t23`.`source_table`,
            `t23`.`source_key`,
            `t23`.`started_on`,
            `t23`.`ended_on`,
            `t23`.`agency`,
            `t23`.`origin`,
            `t23`.`newly_qualified`,
            `t23`.`fte`,
            `t23`.`on_date`,
            `t23`.`found`,
            `t23`.`found_day`,
            `t23`.`found` IS NOT NULL AS `in_trained_permanence`
          FROM (
            SELECT
              `t17`.`month`,
              `t17`.`who`,
              `t17`.`child_id`,
              `t17`.`team_id`,
              `t17`.`source_table`,
              `t17`.`source_key`,
              `t17`.`started_on`,
              `t17`.`ended_on`,
              `t17`.`agency`,
              `t17`.`origin`,
              `t17`.`newly_qualified`,
              `t17`.`fte`,
              `t17`.`on_date`,
              `t22`.`found`,
              `t22`.`found_day`
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
                `t15`.`agency`,
                `t15`.`origin`,
                `t15`.`newly_qualified`,
                `t15`.`fte`,
                `t15`.`on_date`
              FROM (
                SELECT
                  `t14`.`month`,
                  `t14`.`who`,
                  `t14`.`child_id`,
                  COALESCE(`t14`.`held_team`, `t14`.`team_id`) AS `team_id`,
                  `t14`.`source_table`,
                  `t14`.`source_key`,
                  `t14`.`started_on`,
                  `t14`.`ended_on`,
                  `t14`.`agency`,
                  `t14`.`origin`,
                  `t14`.`newly_qualified`,
                  `t14`.`fte`,
                  `t14`.`on_date`,
                  `t14`.`held_month`,
                  `t14`.`held_child`,
                  `t14`.`held_team`
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
                    `t13`.`agency`,
                    `t13`.`origin`,
                    `t13`.`newly_qualified`,
                    `t13`.`fte`,
                    `t13`.`on_date`,
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
                      `t11`.`agency`,
                      `t11`.`origin`,
                      `t11`.`newly_qualified`,
                      `t11`.`fte`,
                      `t11`.`on_date`
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
                        `t10`.`agency`,
                        `t10`.`origin`,
                        `t10`.`newly_qualified`,
                        `t10`.`fte`,
                        `t10`.`ends_on` AS `on_date`
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
                          `t5`.`ended_on`,
                          `t5`.`agency`,
                          `t5`.`origin`,
                          `t5`.`newly_qualified`,
                          `t5`.`fte`
                        FROM `measures`.`calendar_months` AS `t4`
                        INNER JOIN `facts`.`posts` AS `t5`
                          ON `t5`.`started_on` <= `t4`.`ends_on`
                          AND (
                            (
                              `t5`.`ended_on` IS NULL
                            ) OR (
                              `t5`.`ended_on` > `t4`.`ends_on`
                            )
                          )
                      ) AS `t10`
                    ) AS `t11`
                  ) AS `t13`
                  LEFT OUTER JOIN (
                    SELECT
                      `t0`.`month` AS `held_month`,
                      `t0`.`child_id` AS `held_child`,
                      `t0`.`team_id` AS `held_team`
                    FROM `measures`.`held` AS `t0`
                  ) AS `t8`
                    ON `t13`.`month` = `t8`.`held_month` AND `t13`.`child_id` = `t8`.`held_child`
                ) AS `t14`
              ) AS `t15`
            ) AS `t17`
            LEFT OUTER JOIN (
              SELECT DISTINCT
                *
              FROM (
                SELECT
                  `t19`.`asked` AS `found`,
                  `t19`.`day` AS `found_day`
                FROM (
                  SELECT DISTINCT
                    `t16`.`who` AS `asked`,
                    `t16`.`on_date` AS `day`
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
                      `t15`.`agency`,
                      `t15`.`origin`,
                      `t15`.`newly_qualified`,
                      `t15`.`fte`,
                      `t15`.`on_date`
                    FROM (
                      SELECT
                        `t14`.`month`,
                        `t14`.`who`,
                        `t14`.`child_id`,
                        COALESCE(`t14`.`held_team`, `t14`.`team_id`) AS `team_id`,
                        `t14`.`source_table`,
                        `t14`.`source_key`,
                        `t14`.`started_on`,
                        `t14`.`ended_on`,
                        `t14`.`agency`,
                        `t14`.`origin`,
                        `t14`.`newly_qualified`,
                        `t14`.`fte`,
                        `t14`.`on_date`,
                        `t14`.`held_month`,
                        `t14`.`held_child`,
                        `t14`.`held_team`
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
                          `t13`.`agency`,
                          `t13`.`origin`,
                          `t13`.`newly_qualified`,
                          `t13`.`fte`,
                          `t13`.`on_date`,
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
                            `t11`.`agency`,
                            `t11`.`origin`,
                            `t11`.`newly_qualified`,
                            `t11`.`fte`,
                            `t11`.`on_date`
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
                              `t10`.`agency`,
                              `t10`.`origin`,
                              `t10`.`newly_qualified`,
                              `t10`.`fte`,
                              `t10`.`ends_on` AS `on_date`
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
                                `t5`.`ended_on`,
                                `t5`.`agency`,
                                `t5`.`origin`,
                                `t5`.`newly_qualified`,
                                `t5`.`fte`
                              FROM `measures`.`calendar_months` AS `t4`
                              INNER JOIN `facts`.`posts` AS `t5`
                                ON `t5`.`started_on` <= `t4`.`ends_on`
                                AND (
                                  (
                                    `t5`.`ended_on` IS NULL
                                  ) OR (
                                    `t5`.`ended_on` > `t4`.`ends_on`
                                  )
                                )
                            ) AS `t10`
                          ) AS `t11`
                        ) AS `t13`
                        LEFT OUTER JOIN (
                          SELECT
                            `t0`.`month` AS `held_month`,
                            `t0`.`child_id` AS `held_child`,
                            `t0`.`team_id` AS `held_team`
                          FROM `measures`.`held` AS `t0`
                        ) AS `t8`
                          ON `t13`.`month` = `t8`.`held_month` AND `t13`.`child_id` = `t8`.`held_child`
                      ) AS `t14`
                    ) AS `t15`
                  ) AS `t16`
                ) AS `t19`
                INNER JOIN (
                  SELECT
                    `t1`.`who`,
                    `t1`.`started_on` AS `began`,
                    `t1`.`ended_on` AS `over`
                  FROM `facts`.`trained_permanence` AS `t1`
                ) AS `t9`
                  ON `t19`.`asked` = `t9`.`who`
                  AND (
                    (
                      `t9`.`began` IS NULL
                    ) OR (
                      `t9`.`began` <= `t19`.`day`
                    )
                  )
                  AND (
                    (
                      `t9`.`over` IS NULL
                    ) OR (
                      `t9`.`over` > `t19`.`day`
                    )
                  )
              ) AS `t20`
            ) AS `t22`
              ON `t17`.`who` = `t22`.`found` AND `t17`.`on_date` = `t22`.`found_day`
          ) AS `t23`
        ) AS `t24`
      ) AS `t25`
      WHERE
        (
          TRUE IS NULL
        ) OR TRUE
    ) AS `t26`
    WHERE
      `t26`.`on_date` <= MAKE_DATE(2026, 9, 30)
  ) AS `t27`
  GROUP BY
    1,
    2,
    3
) AS `t28`
