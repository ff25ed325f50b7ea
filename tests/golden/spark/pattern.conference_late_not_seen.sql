SELECT
  'conference_late_not_seen' AS `pattern_id`,
  `t25`.`child_id`,
  `t25`.`team_id`,
  `t25`.`since`,
  IF(`t25`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t25`.`falls`) AS `until`,
  `t25`.`first_on`,
  `t25`.`last_on`,
  `t25`.`trigger`,
  `t25`.`n`,
  `t25`.`source_table`,
  `t25`.`source_key`
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
    `t24`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t24`.`child_id`, `t24`.`island`
      ORDER BY `t24`.`since` ASC NULLS LAST, `t24`.`until` ASC NULLS LAST, `t24`.`first_on` ASC NULLS LAST, `t24`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t24`.`until`) OVER (
      PARTITION BY `t24`.`child_id`, `t24`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t23`.`fresh`,
      SUM(`t23`.`fresh`) OVER (
        PARTITION BY `t23`.`child_id`
        ORDER BY `t23`.`since` ASC NULLS LAST, `t23`.`until` ASC NULLS LAST, `t23`.`first_on` ASC NULLS LAST, `t23`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        CAST((
          `t22`.`reached` IS NULL
        ) OR (
          `t22`.`since` > `t22`.`reached`
        ) AS BIGINT) AS `fresh`
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
          MAX(`t21`.`until`) OVER (
            PARTITION BY `t21`.`child_id`
            ORDER BY `t21`.`since` ASC NULLS LAST, `t21`.`until` ASC NULLS LAST, `t21`.`first_on` ASC NULLS LAST, `t21`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
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
            `t20`.`source_key`
          FROM (
            SELECT
              `t19`.`child_id`,
              `t19`.`begun`,
              `t19`.`until`,
              `t19`.`team_id`,
              `t19`.`first_on`,
              `t19`.`last_on`,
              `t19`.`trigger`,
              `t19`.`n`,
              `t19`.`source_table`,
              `t19`.`source_key`,
              `t6`.`since`
            FROM (
              SELECT
                `t17`.`child_id`,
                `t17`.`on_date` AS `begun`,
                COALESCE(`t17`.`after`, `t17`.`home_until`, CAST('9999-12-31' AS DATE)) AS `until`,
                `t17`.`team_id`,
                `t17`.`home_starts` AS `first_on`,
                `t17`.`on_date` AS `last_on`,
                `t17`.`trigger`,
                CAST(1 AS BIGINT) AS `n`,
                `t17`.`source_table`,
                `t17`.`source_key`
              FROM (
                SELECT
                  `t16`.`child_id`,
                  `t16`.`team_id`,
                  `t16`.`worker_id`,
                  `t16`.`on_date`,
                  `t16`.`detail`,
                  `t16`.`trigger`,
                  `t16`.`home_ends`,
                  `t16`.`source_table`,
                  `t16`.`source_key`,
                  `t16`.`home`,
                  `t16`.`home_starts`,
                  `t16`.`home_until`,
                  `t16`.`turn`,
                  `t16`.`nth`,
                  LEAD(`t16`.`on_date`) OVER (
                    PARTITION BY `t16`.`child_id`, `t16`.`home`
                    ORDER BY `t16`.`on_date` ASC NULLS LAST
                  ) AS `after`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t14`.`child_id`,
                      `t14`.`team_id`,
                      `t14`.`worker_id`,
                      `t14`.`on_date`,
                      `t14`.`detail`,
                      `t14`.`trigger`,
                      `t14`.`home_ends`,
                      `t14`.`source_table`,
                      `t14`.`source_key`,
                      `t14`.`home`,
                      `t14`.`home_starts`,
                      `t14`.`home_until`,
                      `t14`.`turn`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t14`.`child_id`, `t14`.`home`, `t14`.`on_date`
                        ORDER BY `t14`.`turn` DESC, `t14`.`source_key` ASC NULLS LAST
                      ) - 1 AS `nth`
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
                          1 AS `turn`
                        FROM (
                          SELECT
                            `t10`.`child_id`,
                            `t10`.`team_id`,
                            `t10`.`worker_id`,
                            `t10`.`on_date`,
                            `t10`.`detail`,
                            `t10`.`trigger`,
                            `t10`.`home_ends`,
                            `t10`.`source_table`,
                            `t10`.`source_key`,
                            `t11`.`home`,
                            `t11`.`home_starts`,
                            `t11`.`home_until`
                          FROM (
                            SELECT
                              `t2`.`child_id`,
                              `t2`.`team_id`,
                              `t2`.`worker_id`,
                              `t2`.`on_date`,
                              `t2`.`detail`,
                              `t2`.`kind` AS `trigger`,
                              CAST(NULL AS DATE) AS `home_ends`,
                              `t2`.`source_table`,
                              `t2`.`source_key`
                            FROM `journeys`.`events` AS `t2`
                            WHERE
                              `t2`.`kind` IN ('icpc', 'cp_visit', 'cin_visit', 'assessment_child_seen')
                              AND `t2`.`on_date` IS NOT NULL
                          ) AS `t10`
                          INNER JOIN (
                            SELECT
                              `t1`.`child_id` AS `home_child`,
                              `t1`.`spell_id` AS `home`,
                              `t1`.`started_on` AS `home_starts`,
                              `t1`.`ended_on` AS `home_until`
                            FROM `journeys`.`spells` AS `t1`
                            WHERE
                              `t1`.`kind` IN ('s47')
                              AND `t1`.`started_on` IS NOT NULL
                              AND (
                                (
                                  `t1`.`ended_on` IS NULL
                                ) OR (
                                  `t1`.`ended_on` >= `t1`.`started_on`
                                )
                              )
                          ) AS `t11`
                            ON `t10`.`child_id` = `t11`.`home_child`
                            AND `t11`.`home_starts` <= `t10`.`on_date`
                            AND (
                              (
                                `t11`.`home_until` IS NULL
                              ) OR (
                                `t10`.`on_date` < `t11`.`home_until`
                              )
                            )
                        ) AS `t12`
                      ) AS `t13`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t1`.`child_id`,
                          `t1`.`team_id`,
                          `t1`.`worker_id`,
                          `t1`.`started_on` AS `on_date`,
                          `t1`.`detail`,
                          CONCAT('start of ', `t1`.`kind`) AS `trigger`,
                          CAST(NULL AS DATE) AS `home_ends`,
                          `t1`.`source_table`,
                          `t1`.`source_key`,
                          `t1`.`spell_id` AS `home`,
                          `t1`.`started_on` AS `home_starts`,
                          `t1`.`ended_on` AS `home_until`,
                          0 AS `turn`
                        FROM `journeys`.`spells` AS `t1`
                        WHERE
                          `t1`.`kind` IN ('s47')
                          AND `t1`.`started_on` IS NOT NULL
                          AND (
                            (
                              `t1`.`ended_on` IS NULL
                            ) OR (
                              `t1`.`ended_on` >= `t1`.`started_on`
                            )
                          )
                      ) AS `t8`
                    ) AS `t14`
                  ) AS `t15`
                  WHERE
                    `t15`.`nth` = 0
                ) AS `t16`
              ) AS `t17`
              WHERE
                `t17`.`on_date` < COALESCE(`t17`.`after`, `t17`.`home_until`, CAST('9999-12-31' AS DATE))
            ) AS `t19`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`day` AS `_day`,
                `t0`.`working_days` AS `_count`
              FROM `journeys`.`calendar` AS `t0`
            ) AS `t5`
              ON `t19`.`begun` = `t5`.`_day`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`working_days` AS `_target`,
                `t0`.`day` AS `since`
              FROM `journeys`.`calendar` AS `t0`
              WHERE
                `t0`.`is_working`
            ) AS `t6`
              ON (
                `t5`.`_count` + 16
              ) = `t6`.`_target`
          ) AS `t20`
          WHERE
            `t20`.`since` < `t20`.`until`
        ) AS `t21`
      ) AS `t22`
    ) AS `t23`
  ) AS `t24`
) AS `t25`
WHERE
  `t25`.`nth` = 0
