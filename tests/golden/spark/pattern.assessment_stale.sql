SELECT
  'assessment_stale' AS `pattern_id`,
  `t26`.`child_id`,
  `t26`.`team_id`,
  `t26`.`since`,
  IF(`t26`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t26`.`falls`) AS `until`,
  `t26`.`first_on`,
  `t26`.`last_on`,
  `t26`.`trigger`,
  `t26`.`n`,
  `t26`.`source_table`,
  `t26`.`source_key`
FROM (
  SELECT
    `t25`.`child_id`,
    `t25`.`since`,
    `t25`.`until`,
    `t25`.`team_id`,
    `t25`.`first_on`,
    `t25`.`last_on`,
    `t25`.`trigger`,
    `t25`.`n`,
    `t25`.`source_table`,
    `t25`.`source_key`,
    `t25`.`reached`,
    `t25`.`fresh`,
    `t25`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t25`.`child_id`, `t25`.`island`
      ORDER BY `t25`.`since` ASC NULLS LAST, `t25`.`until` ASC NULLS LAST, `t25`.`first_on` ASC NULLS LAST, `t25`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t25`.`until`) OVER (
      PARTITION BY `t25`.`child_id`, `t25`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
  FROM (
    SELECT
      `t24`.`child_id`,
      `t24`.`since`,
      `t24`.`until`,
      `t24`.`team_id`,
      `t24`.`first_on`,
      `t24`.`last_on`,
      `t24`.`trigger`,
      `t24`.`n`,
      `t24`.`source_table`,
      `t24`.`source_key`,
      `t24`.`reached`,
      `t24`.`fresh`,
      SUM(`t24`.`fresh`) OVER (
        PARTITION BY `t24`.`child_id`
        ORDER BY `t24`.`since` ASC NULLS LAST, `t24`.`until` ASC NULLS LAST, `t24`.`first_on` ASC NULLS LAST, `t24`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
    FROM (
      SELECT
        `t23`.`child_id`,
        `t23`.`since`,
        `t23`.`until`,
        `t23`.`team_id`,
        `t23`.`first_on`,
        `t23`.`last_on`,
        `t23`.`trigger`,
        `t23`.`n`,
        `t23`.`source_table`,
        `t23`.`source_key`,
        `t23`.`reached`,
        CAST((
          `t23`.`reached` IS NULL
        ) OR (
          `t23`.`since` > `t23`.`reached`
        ) AS BIGINT) AS `fresh`
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
          MAX(`t22`.`until`) OVER (
            PARTITION BY `t22`.`child_id`
            ORDER BY `t22`.`since` ASC NULLS LAST, `t22`.`until` ASC NULLS LAST, `t22`.`first_on` ASC NULLS LAST, `t22`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t21`.`child_id`,
            `t21`.`since`,
            LEAST(
              COALESCE(`t21`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t21`.`next_clear`, CAST('9999-12-31' AS DATE))
            ) AS `until`,
            `t21`.`team_id`,
            `t21`.`first_on`,
            `t21`.`on_date` AS `last_on`,
            `t21`.`trigger`,
            CAST(1 AS BIGINT) AS `n`,
            `t21`.`source_table`,
            `t21`.`source_key`
          FROM (
            SELECT
              `t20`.`child_id`,
              `t20`.`team_id`,
              `t20`.`worker_id`,
              `t20`.`on_date`,
              `t20`.`detail`,
              `t20`.`trigger`,
              `t20`.`home_ends`,
              `t20`.`source_table`,
              `t20`.`source_key`,
              `t20`.`clears`,
              `t20`.`home`,
              `t20`.`home_starts`,
              `t20`.`home_until`,
              `t20`.`group`,
              `t20`.`next_clear`,
              `t20`.`any_clear`,
              `t20`.`first_on`,
              `t20`.`one_back`,
              `t20`.`two_back`,
              `t14`.`since`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t17`.`child_id`,
                  `t17`.`team_id`,
                  `t17`.`worker_id`,
                  `t17`.`on_date`,
                  `t17`.`detail`,
                  `t17`.`trigger`,
                  `t17`.`home_ends`,
                  `t17`.`source_table`,
                  `t17`.`source_key`,
                  `t17`.`clears`,
                  `t17`.`home`,
                  `t17`.`home_starts`,
                  `t17`.`home_until`,
                  `t17`.`group`,
                  `t17`.`next_clear`,
                  `t17`.`any_clear`,
                  `t17`.`on_date` AS `first_on`,
                  LAG(`t17`.`on_date`, 1) OVER (
                    PARTITION BY `t17`.`child_id`, `t17`.`home`, `t17`.`group`
                    ORDER BY `t17`.`on_date` ASC NULLS LAST, `t17`.`source_key` ASC NULLS LAST
                  ) AS `one_back`,
                  LAG(`t17`.`on_date`, 2) OVER (
                    PARTITION BY `t17`.`child_id`, `t17`.`home`, `t17`.`group`
                    ORDER BY `t17`.`on_date` ASC NULLS LAST, `t17`.`source_key` ASC NULLS LAST
                  ) AS `two_back`
                FROM (
                  SELECT
                    *
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
                      `t15`.`clears`,
                      `t15`.`home`,
                      `t15`.`home_starts`,
                      `t15`.`home_until`,
                      SUM(CAST(`t15`.`clears` AS BIGINT)) OVER (
                        PARTITION BY `t15`.`child_id`, `t15`.`home`
                        ORDER BY `t15`.`on_date` ASC NULLS LAST, `t15`.`clears` ASC NULLS LAST, `t15`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `group`,
                      MIN(IF(`t15`.`clears`, `t15`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t15`.`child_id`, `t15`.`home`
                        ORDER BY `t15`.`on_date` ASC NULLS LAST, `t15`.`clears` ASC NULLS LAST, `t15`.`source_key` ASC NULLS LAST
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS `next_clear`,
                      MIN(IF(`t15`.`clears`, `t15`.`on_date`, CAST(NULL AS DATE))) OVER (
                        PARTITION BY `t15`.`child_id`, `t15`.`home`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `any_clear`
                    FROM (
                      SELECT
                        `t11`.`child_id`,
                        `t11`.`team_id`,
                        `t11`.`worker_id`,
                        `t11`.`on_date`,
                        `t11`.`detail`,
                        `t11`.`trigger`,
                        `t11`.`home_ends`,
                        `t11`.`source_table`,
                        `t11`.`source_key`,
                        `t11`.`clears`,
                        `t12`.`home`,
                        `t12`.`home_starts`,
                        `t12`.`home_until`
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
                            `t1`.`kind` AS `trigger`,
                            CAST(NULL AS DATE) AS `home_ends`,
                            `t1`.`source_table`,
                            `t1`.`source_key`,
                            FALSE AS `clears`
                          FROM `journeys`.`events` AS `t1`
                          WHERE
                            `t1`.`kind` IN (
                              'referral',
                              's47_started',
                              'missing',
                              'placement_changed',
                              'worker_changed',
                              'sibling_born'
                            )
                            AND `t1`.`on_date` IS NOT NULL
                        ) AS `t7`
                        UNION ALL
                        SELECT
                          *
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
                            `t1`.`source_key`,
                            TRUE AS `clears`
                          FROM `journeys`.`events` AS `t1`
                          WHERE
                            `t1`.`kind` IN ('assessment_started') AND `t1`.`on_date` IS NOT NULL
                        ) AS `t8`
                      ) AS `t11`
                      INNER JOIN (
                        SELECT
                          `t2`.`child_id` AS `home_child`,
                          `t2`.`spell_id` AS `home`,
                          `t2`.`started_on` AS `home_starts`,
                          `t2`.`ended_on` AS `home_until`
                        FROM `journeys`.`spells` AS `t2`
                        WHERE
                          `t2`.`kind` IN ('cin_plan', 'cp_plan')
                          AND `t2`.`started_on` IS NOT NULL
                          AND (
                            (
                              `t2`.`ended_on` IS NULL
                            ) OR (
                              `t2`.`ended_on` >= `t2`.`started_on`
                            )
                          )
                      ) AS `t12`
                        ON `t11`.`child_id` = `t12`.`home_child`
                        AND `t12`.`home_starts` <= `t11`.`on_date`
                        AND (
                          (
                            `t12`.`home_until` IS NULL
                          ) OR (
                            `t11`.`on_date` < `t12`.`home_until`
                          )
                        )
                    ) AS `t15`
                  ) AS `t16`
                  WHERE
                    NOT (
                      `t16`.`clears`
                    )
                ) AS `t17`
              ) AS `t18`
              WHERE
                `t18`.`first_on` IS NOT NULL
            ) AS `t20`
            LEFT OUTER JOIN (
              SELECT
                `t5`.`_day`,
                `t6`.`since`
              FROM (
                SELECT
                  `t0`.`day` AS `_day`,
                  `t0`.`working_days` AS `_count`
                FROM `journeys`.`calendar` AS `t0`
              ) AS `t5`
              INNER JOIN (
                SELECT
                  `t0`.`working_days` AS `_target`,
                  `t0`.`day` AS `since`
                FROM `journeys`.`calendar` AS `t0`
                WHERE
                  `t0`.`is_working`
              ) AS `t6`
                ON (
                  `t5`.`_count` + 20
                ) = `t6`.`_target`
            ) AS `t14`
              ON `t20`.`on_date` = `t14`.`_day`
          ) AS `t21`
          WHERE
            `t21`.`since` < LEAST(
              COALESCE(`t21`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t21`.`next_clear`, CAST('9999-12-31' AS DATE))
            )
        ) AS `t22`
      ) AS `t23`
    ) AS `t24`
  ) AS `t25`
) AS `t26`
WHERE
  `t26`.`nth` = 0
