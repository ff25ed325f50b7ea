WITH `t2` AS (
  SELECT
    `t1`.`who`,
    `t1`.`child_id`,
    `t1`.`team_id`,
    `t1`.`source_table`,
    `t1`.`source_key`,
    `t1`.`on_date`,
    `t1`.`vacant_fte`,
    `t1`.`agency_fte`,
    MAKE_DATE(EXTRACT(year FROM `t1`.`on_date`), EXTRACT(month FROM `t1`.`on_date`), 1) AS `month`,
    COALESCE(
      TRUE
      AND (
        (
          TRUE IS NOT NULL
        )
        AND (
          `t1`.`vacant_fte` IS NOT NULL AND NOT ISNAN(`t1`.`vacant_fte`)
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
          `t1`.`vacant_fte` IS NOT NULL AND NOT ISNAN(`t1`.`vacant_fte`)
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
          `t1`.`vacant_fte` IS NOT NULL AND NOT ISNAN(`t1`.`vacant_fte`)
        )
      )
    ) AS `unknown`,
    COALESCE(`t1`.`vacant_fte`, 0.0) AS `size`,
    TRUE AS `chosen`
  FROM `facts`.`vacancies` AS `t1`
  WHERE
    `t1`.`on_date` IS NOT NULL AND (
      (
        TRUE IS NULL
      ) OR TRUE
    )
)
SELECT
  *
FROM (
  SELECT
    `t10`.`measure_id`,
    `t10`.`month`,
    `t10`.`team_id`,
    SUM(`t10`.`numerator`) AS `numerator`,
    SUM(`t10`.`denominator`) AS `denominator`,
    SUM(`t10`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t10`.`amount`) AS `amount`,
    SUM(`t10`.`weight`) AS `weight`
  FROM (
    SELECT
      'sw_vacancy_pct' AS `measure_id`,
      `t9`.`month`,
      `t9`.`child_id`,
      `t9`.`team_id`,
      `t9`.`on_date`,
      `t9`.`started_on`,
      `t9`.`source_key`,
      `t9`.`numerator`,
      `t9`.`denominator`,
      `t9`.`cannot_tell`,
      `t9`.`amount`,
      `t9`.`weight`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t3`.`month`,
          `t3`.`child_id`,
          `t3`.`team_id`,
          `t3`.`on_date`,
          `t3`.`source_key`,
          CAST(NULL AS DATE) AS `started_on`,
          0 AS `numerator`,
          CAST(`t3`.`counted` AS BIGINT) AS `denominator`,
          CAST(`t3`.`unknown` AS BIGINT) AS `cannot_tell`,
          0.0 AS `amount`,
          IF(`t3`.`hit`, `t3`.`size`, 0.0) AS `weight`
        FROM (
          SELECT
            `t0`.`who`,
            `t0`.`child_id`,
            `t0`.`team_id`,
            `t0`.`source_table`,
            `t0`.`source_key`,
            `t0`.`on_date`,
            `t0`.`agency`,
            `t0`.`role`,
            `t0`.`in_post`,
            `t0`.`joined`,
            `t0`.`left`,
            `t0`.`first_year`,
            `t0`.`fte`,
            `t0`.`contract_fte`,
            `t0`.`cases`,
            `t0`.`days_lost`,
            `t0`.`available_days`,
            `t0`.`years`,
            MAKE_DATE(EXTRACT(year FROM `t0`.`on_date`), EXTRACT(month FROM `t0`.`on_date`), 1) AS `month`,
            COALESCE(
              TRUE
              AND `t0`.`agency` IN ('N')
              AND `t0`.`in_post` IN ('Y')
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  `t0`.`fte` IS NOT NULL AND NOT ISNAN(`t0`.`fte`)
                )
              ),
              FALSE
            ) AS `counted`,
            COALESCE(
              TRUE
              AND `t0`.`agency` IN ('N')
              AND `t0`.`in_post` IN ('Y')
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  `t0`.`fte` IS NOT NULL AND NOT ISNAN(`t0`.`fte`)
                )
              ),
              FALSE
            ) AS `hit`,
            (
              (
                TRUE AND `t0`.`agency` IN ('N') AND `t0`.`in_post` IN ('Y')
              ) IS NULL
            )
            OR (
              TRUE
              AND `t0`.`agency` IN ('N')
              AND `t0`.`in_post` IN ('Y')
              AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  `t0`.`fte` IS NOT NULL AND NOT ISNAN(`t0`.`fte`)
                )
              )
            ) AS `unknown`,
            COALESCE(`t0`.`fte`, 0.0) AS `size`,
            TRUE AND `t0`.`agency` IN ('N') AND `t0`.`in_post` IN ('Y') AS `chosen`
          FROM `facts`.`workers` AS `t0`
          WHERE
            `t0`.`on_date` IS NOT NULL
            AND (
              (
                (
                  TRUE AND `t0`.`agency` IN ('N') AND `t0`.`in_post` IN ('Y')
                ) IS NULL
              )
              OR (
                TRUE AND `t0`.`agency` IN ('N') AND `t0`.`in_post` IN ('Y')
              )
            )
        ) AS `t3`
      ) AS `t5`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t4`.`month`,
            `t4`.`child_id`,
            `t4`.`team_id`,
            `t4`.`on_date`,
            `t4`.`source_key`,
            CAST(NULL AS DATE) AS `started_on`,
            CAST(`t4`.`hit` AS BIGINT) AS `numerator`,
            CAST(`t4`.`counted` AS BIGINT) AS `denominator`,
            CAST(`t4`.`unknown` AS BIGINT) AS `cannot_tell`,
            IF(`t4`.`hit`, `t4`.`size`, 0.0) AS `amount`,
            0.0 AS `weight`
          FROM `t2` AS `t4`
        ) AS `t6`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t4`.`month`,
            `t4`.`child_id`,
            `t4`.`team_id`,
            `t4`.`on_date`,
            `t4`.`source_key`,
            CAST(NULL AS DATE) AS `started_on`,
            0 AS `numerator`,
            CAST(`t4`.`counted` AS BIGINT) AS `denominator`,
            CAST(`t4`.`unknown` AS BIGINT) AS `cannot_tell`,
            0.0 AS `amount`,
            IF(`t4`.`hit`, `t4`.`size`, 0.0) AS `weight`
          FROM `t2` AS `t4`
        ) AS `t7`
      ) AS `t8`
    ) AS `t9`
    WHERE
      `t9`.`on_date` <= MAKE_DATE(2026, 9, 30)
  ) AS `t10`
  GROUP BY
    1,
    2,
    3
) AS `t11`
