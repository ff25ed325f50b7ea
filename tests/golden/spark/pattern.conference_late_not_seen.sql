SELECT
  'conference_late_not_seen' AS `pattern_id`,
  `t27`.`child_id`,
  `t27`.`team_id`,
  `t27`.`since`,
  IF(`t27`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t27`.`falls`) AS `until`,
  `t27`.`first_on`,
  `t27`.`last_on`,
  `t27`.`trigger`,
  `t27`.`n`,
  `t27`.`source_table`,
  `t27`.`source_key`
FROM (
  SELECT
    `t26`.`child_id`,
    `t26`.`since`,
    `t26`.`until`,
    `t26`.`team_id`,
    `t26`.`first_on`,
    `t26`.`last_on`,
    `t26`.`trigger`,
    `t26`.`n`,
    `t26`.`source_table`,
    `t26`.`source_key`,
    `t26`.`reached`,
    `t26`.`fresh`,
    `t26`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t26`.`child_id`, `t26`.`island`
      ORDER BY `t26`.`since` ASC NULLS LAST, `t26`.`until` ASC NULLS LAST, `t26`.`first_on` ASC NULLS LAST, `t26`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t26`.`until`) OVER (
      PARTITION BY `t26`.`child_id`, `t26`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      SUM(`t25`.`fresh`) OVER (
        PARTITION BY `t25`.`child_id`
        ORDER BY `t25`.`since` ASC NULLS LAST, `t25`.`until` ASC NULLS LAST, `t25`.`first_on` ASC NULLS LAST, `t25`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        CAST((
          `t24`.`reached` IS NULL
        ) OR (
          `t24`.`since` > `t24`.`reached`
        ) AS BIGINT) AS `fresh`
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
          MAX(`t23`.`until`) OVER (
            PARTITION BY `t23`.`child_id`
            ORDER BY `t23`.`since` ASC NULLS LAST, `t23`.`until` ASC NULLS LAST, `t23`.`first_on` ASC NULLS LAST, `t23`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
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
            `t22`.`source_key`
          FROM (
            SELECT
              `t21`.`child_id`,
              `t21`.`begun`,
              `t21`.`until`,
              `t21`.`team_id`,
              `t21`.`first_on`,
              `t21`.`last_on`,
              `t21`.`trigger`,
              `t21`.`n`,
              `t21`.`source_table`,
              `t21`.`source_key`,
              `t13`.`since`
            FROM (
              SELECT
                `t19`.`child_id`,
                `t19`.`on_date` AS `begun`,
                COALESCE(`t19`.`after`, `t19`.`home_until`, CAST('9999-12-31' AS DATE)) AS `until`,
                `t19`.`team_id`,
                `t19`.`home_starts` AS `first_on`,
                `t19`.`on_date` AS `last_on`,
                `t19`.`trigger`,
                CAST(1 AS BIGINT) AS `n`,
                `t19`.`source_table`,
                `t19`.`source_key`
              FROM (
                SELECT
                  `t18`.`child_id`,
                  `t18`.`team_id`,
                  `t18`.`worker_id`,
                  `t18`.`on_date`,
                  `t18`.`detail`,
                  `t18`.`trigger`,
                  `t18`.`home_ends`,
                  `t18`.`source_table`,
                  `t18`.`source_key`,
                  `t18`.`home`,
                  `t18`.`home_starts`,
                  `t18`.`home_until`,
                  `t18`.`turn`,
                  `t18`.`nth`,
                  LEAD(`t18`.`on_date`) OVER (
                    PARTITION BY `t18`.`child_id`, `t18`.`home`
                    ORDER BY `t18`.`on_date` ASC NULLS LAST
                  ) AS `after`
                FROM (
                  SELECT
                    *
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
                      ROW_NUMBER() OVER (
                        PARTITION BY `t16`.`child_id`, `t16`.`home`, `t16`.`on_date`
                        ORDER BY `t16`.`turn` DESC, `t16`.`source_key` ASC NULLS LAST
                      ) - 1 AS `nth`
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
                        ) AS `t14`
                      ) AS `t15`
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
                    ) AS `t16`
                  ) AS `t17`
                  WHERE
                    `t17`.`nth` = 0
                ) AS `t18`
              ) AS `t19`
              WHERE
                `t19`.`on_date` < COALESCE(`t19`.`after`, `t19`.`home_until`, CAST('9999-12-31' AS DATE))
            ) AS `t21`
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
                  `t5`.`_count` + 16
                ) = `t6`.`_target`
            ) AS `t13`
              ON `t21`.`begun` = `t13`.`_day`
          ) AS `t22`
          WHERE
            `t22`.`since` < `t22`.`until`
        ) AS `t23`
      ) AS `t24`
    ) AS `t25`
  ) AS `t26`
) AS `t27`
WHERE
  `t27`.`nth` = 0
