WITH `t24` AS (
  SELECT
    *
  FROM (
    SELECT
      `t22`.`child_id`,
      `t22`.`since`,
      `t22`.`team_id`,
      `t22`.`first_on`,
      `t22`.`last_on`,
      `t22`.`trigger`,
      `t22`.`n`,
      `t22`.`source_table`,
      `t22`.`source_key`,
      `t22`.`falls` AS `until`,
      1 AS `sign`,
      TRUE AS `leads`
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
        `t19`.`reached`,
        `t19`.`fresh`,
        `t19`.`island`,
        ROW_NUMBER() OVER (
          PARTITION BY `t19`.`child_id`, `t19`.`island`
          ORDER BY `t19`.`since` ASC NULLS LAST, `t19`.`until` ASC NULLS LAST, `t19`.`first_on` ASC NULLS LAST, `t19`.`source_key` ASC NULLS LAST
        ) - 1 AS `nth`,
        MAX(`t19`.`until`) OVER (
          PARTITION BY `t19`.`child_id`, `t19`.`island`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `falls`
      FROM (
        SELECT
          `t17`.`child_id`,
          `t17`.`since`,
          `t17`.`until`,
          `t17`.`team_id`,
          `t17`.`first_on`,
          `t17`.`last_on`,
          `t17`.`trigger`,
          `t17`.`n`,
          `t17`.`source_table`,
          `t17`.`source_key`,
          `t17`.`reached`,
          `t17`.`fresh`,
          SUM(`t17`.`fresh`) OVER (
            PARTITION BY `t17`.`child_id`
            ORDER BY `t17`.`since` ASC NULLS LAST, `t17`.`until` ASC NULLS LAST, `t17`.`first_on` ASC NULLS LAST, `t17`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `island`
        FROM (
          SELECT
            `t15`.`child_id`,
            `t15`.`since`,
            `t15`.`until`,
            `t15`.`team_id`,
            `t15`.`first_on`,
            `t15`.`last_on`,
            `t15`.`trigger`,
            `t15`.`n`,
            `t15`.`source_table`,
            `t15`.`source_key`,
            `t15`.`reached`,
            CAST((
              `t15`.`reached` IS NULL
            ) OR (
              `t15`.`since` > `t15`.`reached`
            ) AS BIGINT) AS `fresh`
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
              MAX(`t13`.`until`) OVER (
                PARTITION BY `t13`.`child_id`
                ORDER BY `t13`.`since` ASC NULLS LAST, `t13`.`until` ASC NULLS LAST, `t13`.`first_on` ASC NULLS LAST, `t13`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS `reached`
            FROM (
              SELECT
                `t11`.`child_id`,
                `t11`.`on_date` AS `since`,
                LEAST(
                  COALESCE(`t11`.`home_until`, CAST('9999-12-31' AS DATE)),
                  COALESCE(`t11`.`next_clear`, CAST('9999-12-31' AS DATE)),
                  `t11`.`first_on` + INTERVAL '6' MONTH
                ) AS `until`,
                `t11`.`team_id`,
                `t11`.`first_on`,
                `t11`.`on_date` AS `last_on`,
                `t11`.`trigger`,
                CAST(1 AS BIGINT) AS `n`,
                `t11`.`source_table`,
                `t11`.`source_key`
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
                  `t9`.`clears`,
                  `t9`.`home`,
                  `t9`.`home_until`,
                  `t9`.`group`,
                  `t9`.`next_clear`,
                  `t9`.`any_clear`,
                  `t9`.`on_date` AS `first_on`,
                  LAG(`t9`.`on_date`, 1) OVER (
                    PARTITION BY `t9`.`child_id`, `t9`.`home`, `t9`.`group`
                    ORDER BY `t9`.`on_date` ASC NULLS LAST, `t9`.`source_key` ASC NULLS LAST
                  ) AS `one_back`,
                  LAG(`t9`.`on_date`, 2) OVER (
                    PARTITION BY `t9`.`child_id`, `t9`.`home`, `t9`.`group`
                    ORDER BY `t9`.`on_date` ASC NULLS LAST, `t9`.`source_key` ASC NULLS LAST
                  ) AS `two_back`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t5`.`child_id`,
                      `t5`.`team_id`,
                      `t5`.`worker_id`,
                      `t5`.`on_date`,
                      `t5`.`detail`,
                      `t5`.`trigger`,
                      `t5`.`home_ends`,
                      `t5`.`source_table`,
                      `t5`.`source_key`,
                      `t5`.`clears`,
                      `t5`.`home`,
                      `t5`.`home_until`,
                      SUM(CAST(`t5`.`clears` AS BIGINT)) OVER (
                        PARTITION BY `t5`.`child_id`, `t5`.`home`
                        ORDER BY `t5`.`on_date` ASC NULLS LAST, `t5`.`clears` ASC NULLS LAST, `t5`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `group`,
                      MIN(IF(`t5`.`clears`, `t5`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t5`.`child_id`, `t5`.`home`
                        ORDER BY `t5`.`on_date` ASC NULLS LAST, `t5`.`clears` ASC NULLS LAST, `t5`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS `next_clear`,
                      MIN(IF(`t5`.`clears`, `t5`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t5`.`child_id`, `t5`.`home`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `any_clear`
                    FROM (
                      SELECT
                        `t4`.`child_id`,
                        `t4`.`team_id`,
                        `t4`.`worker_id`,
                        `t4`.`on_date`,
                        `t4`.`detail`,
                        `t4`.`trigger`,
                        `t4`.`home_ends`,
                        `t4`.`source_table`,
                        `t4`.`source_key`,
                        `t4`.`clears`,
                        '' AS `home`,
                        CAST(NULL AS DATE) AS `home_until`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t0`.`child_id`,
                            `t0`.`team_id`,
                            `t0`.`worker_id`,
                            `t0`.`on_date`,
                            `t0`.`detail`,
                            `t0`.`kind` AS `trigger`,
                            CAST(NULL AS DATE) AS `home_ends`,
                            `t0`.`source_table`,
                            `t0`.`source_key`,
                            FALSE AS `clears`
                          FROM `journeys`.`events` AS `t0`
                          WHERE
                            `t0`.`kind` = 'assessment_authorised'
                            AND `t0`.`outcome` IN ('nfa')
                            AND `t0`.`on_date` IS NOT NULL
                        ) AS `t3`
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t0`.`child_id`,
                            `t0`.`team_id`,
                            `t0`.`worker_id`,
                            `t0`.`on_date`,
                            `t0`.`detail`,
                            `t0`.`kind` AS `trigger`,
                            CAST(NULL AS DATE) AS `home_ends`,
                            `t0`.`source_table`,
                            `t0`.`source_key`,
                            TRUE AS `clears`
                          FROM `journeys`.`events` AS `t0`
                          WHERE
                            `t0`.`kind` IN ('assessment_started') AND `t0`.`on_date` IS NOT NULL
                        ) AS `t2`
                      ) AS `t4`
                    ) AS `t5`
                  ) AS `t8`
                  WHERE
                    NOT (
                      `t8`.`clears`
                    )
                ) AS `t9`
              ) AS `t11`
              WHERE
                `t11`.`first_on` IS NOT NULL
                AND `t11`.`on_date` < LEAST(
                  COALESCE(`t11`.`home_until`, CAST('9999-12-31' AS DATE)),
                  COALESCE(`t11`.`next_clear`, CAST('9999-12-31' AS DATE)),
                  `t11`.`first_on` + INTERVAL '6' MONTH
                )
            ) AS `t13`
          ) AS `t15`
        ) AS `t17`
      ) AS `t19`
    ) AS `t22`
    WHERE
      `t22`.`nth` = 0
  ) AS `t23`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t20`.`child_id`,
      `t20`.`since`,
      `t20`.`team_id`,
      `t20`.`first_on`,
      `t20`.`last_on`,
      `t20`.`trigger`,
      `t20`.`n`,
      `t20`.`source_table`,
      `t20`.`source_key`,
      `t20`.`falls` AS `until`,
      1 AS `sign`,
      FALSE AS `leads`
    FROM (
      SELECT
        `t18`.`child_id`,
        `t18`.`since`,
        `t18`.`until`,
        `t18`.`team_id`,
        `t18`.`first_on`,
        `t18`.`last_on`,
        `t18`.`trigger`,
        `t18`.`n`,
        `t18`.`source_table`,
        `t18`.`source_key`,
        `t18`.`reached`,
        `t18`.`fresh`,
        `t18`.`island`,
        ROW_NUMBER() OVER (
          PARTITION BY `t18`.`child_id`, `t18`.`island`
          ORDER BY `t18`.`since` ASC NULLS LAST, `t18`.`until` ASC NULLS LAST, `t18`.`first_on` ASC NULLS LAST, `t18`.`source_key` ASC NULLS LAST
        ) - 1 AS `nth`,
        MAX(`t18`.`until`) OVER (
          PARTITION BY `t18`.`child_id`, `t18`.`island`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `falls`
      FROM (
        SELECT
          `t16`.`child_id`,
          `t16`.`since`,
          `t16`.`until`,
          `t16`.`team_id`,
          `t16`.`first_on`,
          `t16`.`last_on`,
          `t16`.`trigger`,
          `t16`.`n`,
          `t16`.`source_table`,
          `t16`.`source_key`,
          `t16`.`reached`,
          `t16`.`fresh`,
          SUM(`t16`.`fresh`) OVER (
            PARTITION BY `t16`.`child_id`
            ORDER BY `t16`.`since` ASC NULLS LAST, `t16`.`until` ASC NULLS LAST, `t16`.`first_on` ASC NULLS LAST, `t16`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `island`
        FROM (
          SELECT
            `t14`.`child_id`,
            `t14`.`since`,
            `t14`.`until`,
            `t14`.`team_id`,
            `t14`.`first_on`,
            `t14`.`last_on`,
            `t14`.`trigger`,
            `t14`.`n`,
            `t14`.`source_table`,
            `t14`.`source_key`,
            `t14`.`reached`,
            CAST((
              `t14`.`reached` IS NULL
            ) OR (
              `t14`.`since` > `t14`.`reached`
            ) AS BIGINT) AS `fresh`
          FROM (
            SELECT
              `t12`.`child_id`,
              `t12`.`since`,
              `t12`.`until`,
              `t12`.`team_id`,
              `t12`.`first_on`,
              `t12`.`last_on`,
              `t12`.`trigger`,
              `t12`.`n`,
              `t12`.`source_table`,
              `t12`.`source_key`,
              MAX(`t12`.`until`) OVER (
                PARTITION BY `t12`.`child_id`
                ORDER BY `t12`.`since` ASC NULLS LAST, `t12`.`until` ASC NULLS LAST, `t12`.`first_on` ASC NULLS LAST, `t12`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS `reached`
            FROM (
              SELECT
                `t10`.`child_id`,
                `t10`.`on_date` AS `since`,
                LEAST(
                  COALESCE(`t10`.`home_until`, CAST('9999-12-31' AS DATE)),
                  COALESCE(`t10`.`next_clear`, CAST('9999-12-31' AS DATE)),
                  `t10`.`first_on` + INTERVAL '12' MONTH
                ) AS `until`,
                `t10`.`team_id`,
                `t10`.`first_on`,
                `t10`.`on_date` AS `last_on`,
                `t10`.`trigger`,
                CAST(3 AS BIGINT) AS `n`,
                `t10`.`source_table`,
                `t10`.`source_key`
              FROM (
                SELECT
                  `t7`.`child_id`,
                  `t7`.`team_id`,
                  `t7`.`worker_id`,
                  `t7`.`on_date`,
                  `t7`.`detail`,
                  `t7`.`trigger`,
                  `t7`.`home_ends`,
                  `t7`.`source_table`,
                  `t7`.`source_key`,
                  `t7`.`clears`,
                  `t7`.`home`,
                  `t7`.`home_until`,
                  `t7`.`group`,
                  `t7`.`next_clear`,
                  `t7`.`any_clear`,
                  LAG(`t7`.`on_date`, 2) OVER (
                    PARTITION BY `t7`.`child_id`, `t7`.`home`, `t7`.`group`
                    ORDER BY `t7`.`on_date` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
                  ) AS `first_on`,
                  LAG(`t7`.`on_date`, 1) OVER (
                    PARTITION BY `t7`.`child_id`, `t7`.`home`, `t7`.`group`
                    ORDER BY `t7`.`on_date` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
                  ) AS `one_back`,
                  LAG(`t7`.`on_date`, 2) OVER (
                    PARTITION BY `t7`.`child_id`, `t7`.`home`, `t7`.`group`
                    ORDER BY `t7`.`on_date` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
                  ) AS `two_back`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t1`.`child_id`,
                      `t1`.`team_id`,
                      `t1`.`worker_id`,
                      `t1`.`on_date`,
                      `t1`.`detail`,
                      `t1`.`trigger`,
                      `t1`.`home_ends`,
                      `t1`.`source_table`,
                      `t1`.`source_key`,
                      `t1`.`clears`,
                      `t1`.`home`,
                      `t1`.`home_until`,
                      SUM(CAST(`t1`.`clears` AS BIGINT)) OVER (
                        PARTITION BY `t1`.`child_id`, `t1`.`home`
                        ORDER BY `t1`.`on_date` ASC NULLS LAST, `t1`.`clears` ASC NULLS LAST, `t1`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `group`,
                      MIN(IF(`t1`.`clears`, `t1`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t1`.`child_id`, `t1`.`home`
                        ORDER BY `t1`.`on_date` ASC NULLS LAST, `t1`.`clears` ASC NULLS LAST, `t1`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS `next_clear`,
                      MIN(IF(`t1`.`clears`, `t1`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t1`.`child_id`, `t1`.`home`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `any_clear`
                    FROM (
                      SELECT
                        `t0`.`child_id`,
                        `t0`.`team_id`,
                        `t0`.`worker_id`,
                        `t0`.`on_date`,
                        `t0`.`detail`,
                        `t0`.`kind` AS `trigger`,
                        CAST(NULL AS DATE) AS `home_ends`,
                        `t0`.`source_table`,
                        `t0`.`source_key`,
                        FALSE AS `clears`,
                        '' AS `home`,
                        CAST(NULL AS DATE) AS `home_until`
                      FROM `journeys`.`events` AS `t0`
                      WHERE
                        `t0`.`kind` IN ('contact') AND `t0`.`on_date` IS NOT NULL
                    ) AS `t1`
                  ) AS `t6`
                  WHERE
                    NOT (
                      `t6`.`clears`
                    )
                ) AS `t7`
              ) AS `t10`
              WHERE
                `t10`.`first_on` IS NOT NULL
                AND `t10`.`on_date` < LEAST(
                  COALESCE(`t10`.`home_until`, CAST('9999-12-31' AS DATE)),
                  COALESCE(`t10`.`next_clear`, CAST('9999-12-31' AS DATE)),
                  `t10`.`first_on` + INTERVAL '12' MONTH
                )
            ) AS `t12`
          ) AS `t14`
        ) AS `t16`
      ) AS `t18`
    ) AS `t20`
    WHERE
      `t20`.`nth` = 0
  ) AS `t21`
)
SELECT
  'assessment_nfa_after_contacts' AS `pattern_id`,
  `t35`.`child_id`,
  `t35`.`team_id`,
  `t35`.`since`,
  IF(`t35`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t35`.`falls`) AS `until`,
  `t35`.`first_on`,
  `t35`.`last_on`,
  `t35`.`trigger`,
  `t35`.`n`,
  `t35`.`source_table`,
  `t35`.`source_key`
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
    `t34`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t34`.`child_id`, `t34`.`island`
      ORDER BY `t34`.`since` ASC NULLS LAST, `t34`.`until` ASC NULLS LAST, `t34`.`first_on` ASC NULLS LAST, `t34`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t34`.`until`) OVER (
      PARTITION BY `t34`.`child_id`, `t34`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t33`.`fresh`,
      SUM(`t33`.`fresh`) OVER (
        PARTITION BY `t33`.`child_id`
        ORDER BY `t33`.`since` ASC NULLS LAST, `t33`.`until` ASC NULLS LAST, `t33`.`first_on` ASC NULLS LAST, `t33`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        `t32`.`reached`,
        CAST((
          `t32`.`reached` IS NULL
        ) OR (
          `t32`.`since` > `t32`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t31`.`child_id`,
          `t31`.`since`,
          `t31`.`until`,
          `t31`.`team_id`,
          `t31`.`first_on`,
          `t31`.`last_on`,
          `t31`.`trigger`,
          `t31`.`n`,
          `t31`.`source_table`,
          `t31`.`source_key`,
          MAX(`t31`.`until`) OVER (
            PARTITION BY `t31`.`child_id`
            ORDER BY `t31`.`since` ASC NULLS LAST, `t31`.`until` ASC NULLS LAST, `t31`.`first_on` ASC NULLS LAST, `t31`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t30`.`child_id`,
            `t30`.`day` AS `since`,
            `t30`.`until`,
            NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 1 + 1), '') AS `team_id`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 2 + 1), '') AS DATE) AS `first_on`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 3 + 1), '') AS DATE) AS `last_on`,
            NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 4 + 1), '') AS `trigger`,
            CAST(NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 5 + 1), '') AS BIGINT) AS `n`,
            NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 6 + 1), '') AS `source_table`,
            NULLIF(ELEMENT_AT(SPLIT(`t30`.`told`, '\037'), 7 + 1), '') AS `source_key`
          FROM (
            SELECT
              `t29`.`child_id`,
              `t29`.`day`,
              `t29`.`step`,
              `t29`.`facts`,
              SUM(`t29`.`step`) OVER (
                PARTITION BY `t29`.`child_id`
                ORDER BY `t29`.`day` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `total`,
              MAX(`t29`.`facts`) OVER (
                PARTITION BY `t29`.`child_id`
                ORDER BY `t29`.`day` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `told`,
              LEAD(`t29`.`day`) OVER (PARTITION BY `t29`.`child_id` ORDER BY `t29`.`day` ASC NULLS LAST) AS `until`
            FROM (
              SELECT
                `t28`.`child_id`,
                `t28`.`day`,
                SUM(`t28`.`step`) AS `step`,
                MAX(`t28`.`facts`) AS `facts`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t25`.`child_id`,
                    `t25`.`since` AS `day`,
                    `t25`.`sign` AS `step`,
                    IF(
                      `t25`.`leads`,
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
                                              CONCAT(CONCAT(CAST(`t25`.`since` AS STRING), '\037'), COALESCE(`t25`.`team_id`, '')),
                                              '\037'
                                            ),
                                            COALESCE(CAST(`t25`.`first_on` AS STRING), '')
                                          ),
                                          '\037'
                                        ),
                                        COALESCE(CAST(`t25`.`last_on` AS STRING), '')
                                      ),
                                      '\037'
                                    ),
                                    COALESCE(`t25`.`trigger`, '')
                                  ),
                                  '\037'
                                ),
                                COALESCE(CAST(`t25`.`n` AS STRING), '')
                              ),
                              '\037'
                            ),
                            COALESCE(`t25`.`source_table`, '')
                          ),
                          '\037'
                        ),
                        COALESCE(`t25`.`source_key`, '')
                      ),
                      CAST(NULL AS STRING)
                    ) AS `facts`
                  FROM `t24` AS `t25`
                ) AS `t27`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t25`.`child_id`,
                    `t25`.`until` AS `day`,
                    -(
                      `t25`.`sign`
                    ) AS `step`,
                    CAST(NULL AS STRING) AS `facts`
                  FROM `t24` AS `t25`
                ) AS `t26`
              ) AS `t28`
              GROUP BY
                1,
                2
            ) AS `t29`
          ) AS `t30`
          WHERE
            `t30`.`total` >= 2 AND `t30`.`until` IS NOT NULL AND `t30`.`day` < `t30`.`until`
        ) AS `t31`
      ) AS `t32`
    ) AS `t33`
  ) AS `t34`
) AS `t35`
WHERE
  `t35`.`nth` = 0
