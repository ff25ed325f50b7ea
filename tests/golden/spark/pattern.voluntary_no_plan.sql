WITH `t25` AS (
  SELECT
    *
  FROM (
    SELECT
      `t16`.`child_id`,
      `t16`.`since`,
      `t16`.`team_id`,
      `t16`.`first_on`,
      `t16`.`last_on`,
      `t16`.`trigger`,
      `t16`.`n`,
      `t16`.`source_table`,
      `t16`.`source_key`,
      `t16`.`falls` AS `until`,
      1 AS `sign`,
      TRUE AS `leads`
    FROM (
      SELECT
        `t13`.`child_id`,
        `t13`.`since`,
        `t13`.`until`,
        `t13`.`team_id`,
        `t13`.`first_on`,
        `t13`.`last_on`,
        `t13`.`trigger`,
        `t13`.`n`,
        `t13`.`source_table`,
        `t13`.`source_key`,
        `t13`.`reached`,
        `t13`.`fresh`,
        `t13`.`island`,
        ROW_NUMBER() OVER (
          PARTITION BY `t13`.`child_id`, `t13`.`island`
          ORDER BY `t13`.`since` ASC NULLS LAST, `t13`.`until` ASC NULLS LAST, `t13`.`first_on` ASC NULLS LAST, `t13`.`source_key` ASC NULLS LAST
        ) - 1 AS `nth`,
        MAX(`t13`.`until`) OVER (
          PARTITION BY `t13`.`child_id`, `t13`.`island`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `falls`
      FROM (
        SELECT
          `t11`.`child_id`,
          `t11`.`since`,
          `t11`.`until`,
          `t11`.`team_id`,
          `t11`.`first_on`,
          `t11`.`last_on`,
          `t11`.`trigger`,
          `t11`.`n`,
          `t11`.`source_table`,
          `t11`.`source_key`,
          `t11`.`reached`,
          `t11`.`fresh`,
          SUM(`t11`.`fresh`) OVER (
            PARTITION BY `t11`.`child_id`
            ORDER BY `t11`.`since` ASC NULLS LAST, `t11`.`until` ASC NULLS LAST, `t11`.`first_on` ASC NULLS LAST, `t11`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `island`
        FROM (
          SELECT
            `t8`.`child_id`,
            `t8`.`since`,
            `t8`.`until`,
            `t8`.`team_id`,
            `t8`.`first_on`,
            `t8`.`last_on`,
            `t8`.`trigger`,
            `t8`.`n`,
            `t8`.`source_table`,
            `t8`.`source_key`,
            `t8`.`reached`,
            CAST((
              `t8`.`reached` IS NULL
            ) OR (
              `t8`.`since` > `t8`.`reached`
            ) AS BIGINT) AS `fresh`
          FROM (
            SELECT
              `t3`.`child_id`,
              `t3`.`since`,
              `t3`.`until`,
              `t3`.`team_id`,
              `t3`.`first_on`,
              `t3`.`last_on`,
              `t3`.`trigger`,
              `t3`.`n`,
              `t3`.`source_table`,
              `t3`.`source_key`,
              MAX(`t3`.`until`) OVER (
                PARTITION BY `t3`.`child_id`
                ORDER BY `t3`.`since` ASC NULLS LAST, `t3`.`until` ASC NULLS LAST, `t3`.`first_on` ASC NULLS LAST, `t3`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS `reached`
            FROM (
              SELECT
                `t0`.`child_id`,
                `t0`.`started_on` + INTERVAL '84' DAY AS `since`,
                COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `until`,
                `t0`.`team_id`,
                `t0`.`started_on` AS `first_on`,
                `t0`.`started_on` AS `last_on`,
                CONCAT('start of ', `t0`.`kind`) AS `trigger`,
                CAST(1 AS BIGINT) AS `n`,
                `t0`.`source_table`,
                `t0`.`source_key`
              FROM `journeys`.`spells` AS `t0`
              WHERE
                `t0`.`kind` IN ('legal_status')
                AND `t0`.`started_on` IS NOT NULL
                AND (
                  (
                    `t0`.`ended_on` IS NULL
                  ) OR (
                    `t0`.`ended_on` >= `t0`.`started_on`
                  )
                )
                AND `t0`.`outcome` IN ('V2')
                AND `t0`.`started_on` < COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE))
                AND (
                  `t0`.`started_on` + INTERVAL '84' DAY
                ) < COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE))
            ) AS `t3`
          ) AS `t8`
        ) AS `t11`
      ) AS `t13`
    ) AS `t16`
    WHERE
      `t16`.`nth` = 0
  ) AS `t17`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t23`.`child_id`,
      `t23`.`since`,
      `t23`.`team_id`,
      `t23`.`first_on`,
      `t23`.`last_on`,
      `t23`.`trigger`,
      `t23`.`n`,
      `t23`.`source_table`,
      `t23`.`source_key`,
      `t23`.`falls` AS `until`,
      1 AS `sign`,
      FALSE AS `leads`
    FROM (
      SELECT
        `t22`.`child_id`,
        `t22`.`since`,
        `t22`.`until`,
        `t22`.`team_id`,
        `t22`.`first_on`,
        `t22`.`last_on`,
        `t22`.`trigger`,
        `t22`.`n`,
        `t22`.`source_table`,
        `t22`.`source_key`,
        `t22`.`reached`,
        `t22`.`fresh`,
        `t22`.`island`,
        ROW_NUMBER() OVER (
          PARTITION BY `t22`.`child_id`, `t22`.`island`
          ORDER BY `t22`.`since` ASC NULLS LAST, `t22`.`until` ASC NULLS LAST, `t22`.`first_on` ASC NULLS LAST, `t22`.`source_key` ASC NULLS LAST
        ) - 1 AS `nth`,
        MAX(`t22`.`until`) OVER (
          PARTITION BY `t22`.`child_id`, `t22`.`island`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `falls`
      FROM (
        SELECT
          `t21`.`child_id`,
          `t21`.`since`,
          `t21`.`until`,
          `t21`.`team_id`,
          `t21`.`first_on`,
          `t21`.`last_on`,
          `t21`.`trigger`,
          `t21`.`n`,
          `t21`.`source_table`,
          `t21`.`source_key`,
          `t21`.`reached`,
          `t21`.`fresh`,
          SUM(`t21`.`fresh`) OVER (
            PARTITION BY `t21`.`child_id`
            ORDER BY `t21`.`since` ASC NULLS LAST, `t21`.`until` ASC NULLS LAST, `t21`.`first_on` ASC NULLS LAST, `t21`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `island`
        FROM (
          SELECT
            `t20`.`child_id`,
            `t20`.`since`,
            `t20`.`until`,
            `t20`.`team_id`,
            `t20`.`first_on`,
            `t20`.`last_on`,
            `t20`.`trigger`,
            `t20`.`n`,
            `t20`.`source_table`,
            `t20`.`source_key`,
            `t20`.`reached`,
            CAST((
              `t20`.`reached` IS NULL
            ) OR (
              `t20`.`since` > `t20`.`reached`
            ) AS BIGINT) AS `fresh`
          FROM (
            SELECT
              `t19`.`child_id`,
              `t19`.`since`,
              `t19`.`until`,
              `t19`.`team_id`,
              `t19`.`first_on`,
              `t19`.`last_on`,
              `t19`.`trigger`,
              `t19`.`n`,
              `t19`.`source_table`,
              `t19`.`source_key`,
              MAX(`t19`.`until`) OVER (
                PARTITION BY `t19`.`child_id`
                ORDER BY `t19`.`since` ASC NULLS LAST, `t19`.`until` ASC NULLS LAST, `t19`.`first_on` ASC NULLS LAST, `t19`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS `reached`
            FROM (
              SELECT
                `t18`.`child_id`,
                `t18`.`on_date` + INTERVAL '84' DAY AS `since`,
                COALESCE(`t18`.`after`, `t18`.`home_until`, CAST('9999-12-31' AS DATE)) AS `until`,
                `t18`.`team_id`,
                `t18`.`home_starts` AS `first_on`,
                `t18`.`on_date` AS `last_on`,
                `t18`.`trigger`,
                CAST(1 AS BIGINT) AS `n`,
                `t18`.`source_table`,
                `t18`.`source_key`
              FROM (
                SELECT
                  `t15`.`child_id`,
                  `t15`.`team_id`,
                  `t15`.`worker_id`,
                  `t15`.`on_date`,
                  `t15`.`detail`,
                  `t15`.`trigger`,
                  `t15`.`home_ends`,
                  `t15`.`source_table`,
                  `t15`.`source_key`,
                  `t15`.`home`,
                  `t15`.`home_starts`,
                  `t15`.`home_until`,
                  `t15`.`turn`,
                  `t15`.`nth`,
                  LEAD(`t15`.`on_date`) OVER (
                    PARTITION BY `t15`.`child_id`, `t15`.`home`
                    ORDER BY `t15`.`on_date` ASC NULLS LAST
                  ) AS `after`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t12`.`child_id`,
                      `t12`.`team_id`,
                      `t12`.`worker_id`,
                      `t12`.`on_date`,
                      `t12`.`detail`,
                      `t12`.`trigger`,
                      `t12`.`home_ends`,
                      `t12`.`source_table`,
                      `t12`.`source_key`,
                      `t12`.`home`,
                      `t12`.`home_starts`,
                      `t12`.`home_until`,
                      `t12`.`turn`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t12`.`child_id`, `t12`.`home`, `t12`.`on_date`
                        ORDER BY `t12`.`turn` DESC, `t12`.`source_key` ASC NULLS LAST
                      ) - 1 AS `nth`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t9`.`child_id`,
                          `t9`.`team_id`,
                          `t9`.`worker_id`,
                          `t9`.`on_date`,
                          `t9`.`detail`,
                          `t9`.`trigger`,
                          `t9`.`home_ends`,
                          `t9`.`source_table`,
                          `t9`.`source_key`,
                          `t9`.`home`,
                          `t9`.`home_starts`,
                          `t9`.`home_until`,
                          1 AS `turn`
                        FROM (
                          SELECT
                            `t6`.`child_id`,
                            `t6`.`team_id`,
                            `t6`.`worker_id`,
                            `t6`.`on_date`,
                            `t6`.`detail`,
                            `t6`.`trigger`,
                            `t6`.`home_ends`,
                            `t6`.`source_table`,
                            `t6`.`source_key`,
                            `t7`.`home`,
                            `t7`.`home_starts`,
                            `t7`.`home_until`
                          FROM (
                            SELECT
                              `t1`.`child_id`,
                              `t1`.`team_id`,
                              `t1`.`worker_id`,
                              `t1`.`on_date`,
                              `t1`.`detail`,
                              `t1`.`kind` AS `trigger`,
                              CAST(NULL AS DATE) AS `home_ends`,
                              `t1`.`source_table`,
                              `t1`.`source_key`
                            FROM `journeys`.`events` AS `t1`
                            WHERE
                              `t1`.`kind` IN ('permanence_planned', 'permanence_agreed')
                              AND `t1`.`on_date` IS NOT NULL
                          ) AS `t6`
                          INNER JOIN (
                            SELECT
                              `t0`.`child_id` AS `home_child`,
                              `t0`.`spell_id` AS `home`,
                              `t0`.`started_on` AS `home_starts`,
                              `t0`.`ended_on` AS `home_until`
                            FROM `journeys`.`spells` AS `t0`
                            WHERE
                              `t0`.`kind` IN ('care')
                              AND `t0`.`started_on` IS NOT NULL
                              AND (
                                (
                                  `t0`.`ended_on` IS NULL
                                ) OR (
                                  `t0`.`ended_on` >= `t0`.`started_on`
                                )
                              )
                          ) AS `t7`
                            ON `t6`.`child_id` = `t7`.`home_child`
                            AND `t7`.`home_starts` <= `t6`.`on_date`
                            AND (
                              (
                                `t7`.`home_until` IS NULL
                              ) OR (
                                `t6`.`on_date` < `t7`.`home_until`
                              )
                            )
                        ) AS `t9`
                      ) AS `t10`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t0`.`child_id`,
                          `t0`.`team_id`,
                          `t0`.`worker_id`,
                          `t0`.`started_on` AS `on_date`,
                          `t0`.`detail`,
                          CONCAT('start of ', `t0`.`kind`) AS `trigger`,
                          CAST(NULL AS DATE) AS `home_ends`,
                          `t0`.`source_table`,
                          `t0`.`source_key`,
                          `t0`.`spell_id` AS `home`,
                          `t0`.`started_on` AS `home_starts`,
                          `t0`.`ended_on` AS `home_until`,
                          0 AS `turn`
                        FROM `journeys`.`spells` AS `t0`
                        WHERE
                          `t0`.`kind` IN ('care')
                          AND `t0`.`started_on` IS NOT NULL
                          AND (
                            (
                              `t0`.`ended_on` IS NULL
                            ) OR (
                              `t0`.`ended_on` >= `t0`.`started_on`
                            )
                          )
                      ) AS `t4`
                    ) AS `t12`
                  ) AS `t14`
                  WHERE
                    `t14`.`nth` = 0
                ) AS `t15`
              ) AS `t18`
              WHERE
                `t18`.`on_date` < COALESCE(`t18`.`after`, `t18`.`home_until`, CAST('9999-12-31' AS DATE))
                AND (
                  `t18`.`on_date` + INTERVAL '84' DAY
                ) < COALESCE(`t18`.`after`, `t18`.`home_until`, CAST('9999-12-31' AS DATE))
            ) AS `t19`
          ) AS `t20`
        ) AS `t21`
      ) AS `t22`
    ) AS `t23`
    WHERE
      `t23`.`nth` = 0
  ) AS `t24`
)
SELECT
  'voluntary_no_plan' AS `pattern_id`,
  `t36`.`child_id`,
  `t36`.`team_id`,
  `t36`.`since`,
  IF(`t36`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t36`.`falls`) AS `until`,
  `t36`.`first_on`,
  `t36`.`last_on`,
  `t36`.`trigger`,
  `t36`.`n`,
  `t36`.`source_table`,
  `t36`.`source_key`
FROM (
  SELECT
    `t35`.`child_id`,
    `t35`.`since`,
    `t35`.`until`,
    `t35`.`team_id`,
    `t35`.`first_on`,
    `t35`.`last_on`,
    `t35`.`trigger`,
    `t35`.`n`,
    `t35`.`source_table`,
    `t35`.`source_key`,
    `t35`.`reached`,
    `t35`.`fresh`,
    `t35`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t35`.`child_id`, `t35`.`island`
      ORDER BY `t35`.`since` ASC NULLS LAST, `t35`.`until` ASC NULLS LAST, `t35`.`first_on` ASC NULLS LAST, `t35`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t35`.`until`) OVER (
      PARTITION BY `t35`.`child_id`, `t35`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
  FROM (
    SELECT
      `t34`.`child_id`,
      `t34`.`since`,
      `t34`.`until`,
      `t34`.`team_id`,
      `t34`.`first_on`,
      `t34`.`last_on`,
      `t34`.`trigger`,
      `t34`.`n`,
      `t34`.`source_table`,
      `t34`.`source_key`,
      `t34`.`reached`,
      `t34`.`fresh`,
      SUM(`t34`.`fresh`) OVER (
        PARTITION BY `t34`.`child_id`
        ORDER BY `t34`.`since` ASC NULLS LAST, `t34`.`until` ASC NULLS LAST, `t34`.`first_on` ASC NULLS LAST, `t34`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
    FROM (
      SELECT
        `t33`.`child_id`,
        `t33`.`since`,
        `t33`.`until`,
        `t33`.`team_id`,
        `t33`.`first_on`,
        `t33`.`last_on`,
        `t33`.`trigger`,
        `t33`.`n`,
        `t33`.`source_table`,
        `t33`.`source_key`,
        `t33`.`reached`,
        CAST((
          `t33`.`reached` IS NULL
        ) OR (
          `t33`.`since` > `t33`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t32`.`child_id`,
          `t32`.`since`,
          `t32`.`until`,
          `t32`.`team_id`,
          `t32`.`first_on`,
          `t32`.`last_on`,
          `t32`.`trigger`,
          `t32`.`n`,
          `t32`.`source_table`,
          `t32`.`source_key`,
          MAX(`t32`.`until`) OVER (
            PARTITION BY `t32`.`child_id`
            ORDER BY `t32`.`since` ASC NULLS LAST, `t32`.`until` ASC NULLS LAST, `t32`.`first_on` ASC NULLS LAST, `t32`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t31`.`child_id`,
            `t31`.`day` AS `since`,
            `t31`.`until`,
            NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 1 + 1), '') AS `team_id`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 2 + 1), '') AS DATE) AS `first_on`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 3 + 1), '') AS DATE) AS `last_on`,
            NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 4 + 1), '') AS `trigger`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 5 + 1), '') AS BIGINT) AS `n`,
            NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 6 + 1), '') AS `source_table`,
            NULLIF(ELEMENT_AT(SPLIT(`t31`.`told`, '\037'), 7 + 1), '') AS `source_key`
          FROM (
            SELECT
              `t30`.`child_id`,
              `t30`.`day`,
              `t30`.`step`,
              `t30`.`facts`,
              SUM(`t30`.`step`) OVER (
                PARTITION BY `t30`.`child_id`
                ORDER BY `t30`.`day` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `total`,
              MAX(`t30`.`facts`) OVER (
                PARTITION BY `t30`.`child_id`
                ORDER BY `t30`.`day` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `told`,
              LEAD(`t30`.`day`) OVER (PARTITION BY `t30`.`child_id` ORDER BY `t30`.`day` ASC NULLS LAST) AS `until`
            FROM (
              SELECT
                `t29`.`child_id`,
                `t29`.`day`,
                SUM(`t29`.`step`) AS `step`,
                MAX(`t29`.`facts`) AS `facts`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t26`.`child_id`,
                    `t26`.`since` AS `day`,
                    `t26`.`sign` AS `step`,
                    IF(
                      `t26`.`leads`,
                      CONCAT(
                        CONCAT(
                          CONCAT(
                            CONCAT(
                              CONCAT(
                                CONCAT(
                                  CONCAT(
                                    CONCAT(
                                      CONCAT(
                                        CONCAT(
                                          CONCAT(
                                            CONCAT(
                                              CONCAT(CONCAT(CAST(`t26`.`since` AS STRING), '\037'), COALESCE(`t26`.`team_id`, '')),
                                              '\037'
                                            ),
                                            COALESCE(CAST(`t26`.`first_on` AS STRING), '')
                                          ),
                                          '\037'
                                        ),
                                        COALESCE(CAST(`t26`.`last_on` AS STRING), '')
                                      ),
                                      '\037'
                                    ),
                                    COALESCE(`t26`.`trigger`, '')
                                  ),
                                  '\037'
                                ),
                                COALESCE(CAST(`t26`.`n` AS STRING), '')
                              ),
                              '\037'
                            ),
                            COALESCE(`t26`.`source_table`, '')
                          ),
                          '\037'
                        ),
                        COALESCE(`t26`.`source_key`, '')
                      ),
                      CAST(NULL AS STRING)
                    ) AS `facts`
                  FROM `t25` AS `t26`
                ) AS `t28`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t26`.`child_id`,
                    `t26`.`until` AS `day`,
                    -(
                      `t26`.`sign`
                    ) AS `step`,
                    CAST(NULL AS STRING) AS `facts`
                  FROM `t25` AS `t26`
                ) AS `t27`
              ) AS `t29`
              GROUP BY
                1,
                2
            ) AS `t30`
          ) AS `t31`
          WHERE
            `t31`.`total` >= 2 AND `t31`.`until` IS NOT NULL AND `t31`.`day` < `t31`.`until`
        ) AS `t32`
      ) AS `t33`
    ) AS `t34`
  ) AS `t35`
) AS `t36`
WHERE
  `t36`.`nth` = 0
