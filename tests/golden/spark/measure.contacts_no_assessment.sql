SELECT
  *
FROM (
  SELECT
    `t13`.`measure_id`,
    `t13`.`month`,
    `t13`.`team_id`,
    SUM(`t13`.`numerator`) AS `numerator`,
    SUM(`t13`.`denominator`) AS `denominator`,
    SUM(`t13`.`cannot_tell`) AS `cannot_tell`,
    SUM(`t13`.`amount`) AS `amount`,
    SUM(`t13`.`weight`) AS `weight`
  FROM (
    SELECT
      'contacts_no_assessment' AS `measure_id`,
      `t12`.`month`,
      `t12`.`child_id`,
      `t12`.`team_id`,
      `t12`.`on_date`,
      `t12`.`started_on`,
      `t12`.`source_key`,
      CAST(`t12`.`numerator` AS BIGINT) AS `numerator`,
      CAST(`t12`.`denominator` AS BIGINT) AS `denominator`,
      CAST(`t12`.`cannot_tell` AS BIGINT) AS `cannot_tell`,
      CAST(`t12`.`numerator` AS DOUBLE) AS `amount`,
      CAST(`t12`.`denominator` AS DOUBLE) AS `weight`
    FROM (
      SELECT
        `t11`.`month`,
        `t11`.`child_id`,
        `t5`.`team_id`,
        `t11`.`ends_on` AS `on_date`,
        CAST(NULL AS DATE) AS `started_on`,
        CAST(NULL AS STRING) AS `source_key`,
        `t11`.`hit` AS `numerator`,
        1 AS `denominator`,
        0 AS `cannot_tell`
      FROM (
        SELECT
          `t9`.`month`,
          `t9`.`ends_on`,
          `t9`.`child_id`,
          1 AS `hit`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t3`.`month`,
              `t3`.`ends_on`,
              `t7`.`child_id`
            FROM `measures`.`calendar_months` AS `t3`
            INNER JOIN (
              SELECT
                *
              FROM `drift`.`flag_spells` AS `t2`
              WHERE
                `t2`.`pattern_id` = 'contacts_no_assessment'
            ) AS `t7`
              ON `t7`.`since` <= `t3`.`ends_on`
              AND (
                (
                  `t7`.`until` IS NULL
                ) OR (
                  `t7`.`until` > `t3`.`ends_on`
                )
              )
          ) AS `t8`
        ) AS `t9`
      ) AS `t11`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`team_id`,
          `t0`.`month` AS `held_month`,
          `t0`.`child_id` AS `held_child`
        FROM `measures`.`held` AS `t0`
      ) AS `t5`
        ON `t11`.`month` = `t5`.`held_month` AND `t11`.`child_id` = `t5`.`held_child`
    ) AS `t12`
  ) AS `t13`
  GROUP BY
    1,
    2,
    3
) AS `t14`
