SELECT
  'cla_3plus_social_workers_pct' AS `measure_id`,
  `t22`.`month`,
  `t22`.`team_id`,
  `t22`.`numerator`,
  `t22`.`denominator`,
  `t22`.`cannot_tell`
FROM (
  SELECT
    `t21`.`month`,
    `t21`.`team_id`,
    SUM(`t21`.`numerator`) AS `numerator`,
    SUM(`t21`.`denominator`) AS `denominator`,
    SUM(`t21`.`cannot_tell`) AS `cannot_tell`
  FROM (
    SELECT
      'cla_3plus_social_workers_pct' AS `measure_id`,
      `t20`.`month`,
      `t20`.`child_id`,
      `t20`.`team_id`,
      `t20`.`on_date`,
      `t20`.`started_on`,
      `t20`.`source_key`,
      `t20`.`numerator`,
      CAST(`t20`.`denominator` AS BIGINT) AS `denominator`,
      CAST(`t20`.`cannot_tell` AS BIGINT) AS `cannot_tell`
    FROM (
      SELECT
        `t19`.`month`,
        `t19`.`child_id`,
        `t15`.`team_id`,
        (
          `t19`.`month` + INTERVAL '1' MONTH
        ) - INTERVAL '1' DAY AS `on_date`,
        CAST(NULL AS DATE) AS `started_on`,
        CAST(NULL AS STRING) AS `source_key`,
        `t19`.`hit` AS `numerator`,
        1 AS `denominator`,
        0 AS `cannot_tell`
      FROM (
        SELECT
          `t17`.`month`,
          `t17`.`child_id`,
          CAST(`t17`.`workers` >= 3 AS BIGINT) AS `hit`
        FROM (
          SELECT
            `t16`.`month`,
            `t16`.`child_id`,
            COUNT(DISTINCT `t16`.`held_by`) AS `workers`
          FROM (
            SELECT
              `t12`.`month`,
              `t12`.`ends_on`,
              `t12`.`child_id`,
              `t6`.`held_child`,
              `t6`.`held_by`,
              `t6`.`held_from`,
              `t6`.`held_to`
            FROM (
              SELECT DISTINCT
                *
              FROM (
                SELECT
                  `t2`.`month`,
                  `t2`.`ends_on`,
                  `t8`.`child_id`
                FROM `measures`.`calendar_months` AS `t2`
                INNER JOIN (
                  SELECT
                    *
                  FROM `journeys`.`spells` AS `t1`
                  WHERE
                    `t1`.`kind` IN ('care')
                ) AS `t8`
                  ON `t8`.`started_on` <= `t2`.`ends_on`
                  AND (
                    (
                      `t8`.`ended_on` IS NULL
                    ) OR (
                      `t8`.`ended_on` > `t2`.`ends_on`
                    )
                  )
              ) AS `t10`
            ) AS `t12`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`child_id` AS `held_child`,
                `t1`.`worker_id` AS `held_by`,
                `t1`.`started_on` AS `held_from`,
                `t1`.`ended_on` AS `held_to`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'allocation' AND `t1`.`worker_id` IS NOT NULL
            ) AS `t6`
              ON `t12`.`child_id` = `t6`.`held_child`
              AND `t6`.`held_from` <= `t12`.`ends_on`
              AND (
                (
                  `t6`.`held_to` IS NULL
                )
                OR (
                  `t6`.`held_to` > (
                    `t12`.`ends_on` - INTERVAL '12' MONTH
                  )
                )
              )
          ) AS `t16`
          GROUP BY
            1,
            2
        ) AS `t17`
      ) AS `t19`
      LEFT OUTER JOIN (
        SELECT
          `t13`.`team_id`,
          `t13`.`month` AS `held_month`,
          `t13`.`child_id` AS `held_child`
        FROM (
          SELECT
            `t9`.`month`,
            `t9`.`ends_on`,
            `t9`.`child_id`,
            `t9`.`kind`,
            `t9`.`spell_id`,
            `t9`.`started_on`,
            `t9`.`ended_on`,
            `t9`.`outcome`,
            `t9`.`detail`,
            `t9`.`team_id`,
            `t9`.`worker_id`,
            `t9`.`source_table`,
            `t9`.`source_key`,
            ROW_NUMBER() OVER (
              PARTITION BY `t9`.`month`, `t9`.`child_id`
              ORDER BY `t9`.`started_on` DESC, `t9`.`spell_id` ASC NULLS LAST
            ) - 1 AS `newest`
          FROM (
            SELECT
              `t2`.`month`,
              `t2`.`ends_on`,
              `t7`.`child_id`,
              `t7`.`kind`,
              `t7`.`spell_id`,
              `t7`.`started_on`,
              `t7`.`ended_on`,
              `t7`.`outcome`,
              `t7`.`detail`,
              `t7`.`team_id`,
              `t7`.`worker_id`,
              `t7`.`source_table`,
              `t7`.`source_key`
            FROM `measures`.`calendar_months` AS `t2`
            INNER JOIN (
              SELECT
                *
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'allocation'
            ) AS `t7`
              ON `t7`.`started_on` <= `t2`.`ends_on`
              AND (
                (
                  `t7`.`ended_on` IS NULL
                ) OR (
                  `t7`.`ended_on` > `t2`.`ends_on`
                )
              )
          ) AS `t9`
        ) AS `t13`
        WHERE
          `t13`.`newest` = 0
      ) AS `t15`
        ON `t19`.`month` = `t15`.`held_month` AND `t19`.`child_id` = `t15`.`held_child`
    ) AS `t20`
  ) AS `t21`
  GROUP BY
    1,
    2
) AS `t22`
