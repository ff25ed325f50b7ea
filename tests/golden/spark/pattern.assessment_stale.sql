SELECT
  'assessment_stale' AS `pattern_id`,
  `t20`.`child_id`,
  `t20`.`team_id`,
  `t20`.`since`,
  IF(`t20`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t20`.`falls`) AS `until`,
  `t20`.`first_on`,
  `t20`.`on_date` AS `last_on`,
  `t20`.`trigger`,
  `t20`.`source_table`,
  `t20`.`source_key`
FROM (
  SELECT
    `t19`.`child_id`,
    `t19`.`team_id`,
    `t19`.`on_date`,
    `t19`.`source_table`,
    `t19`.`source_key`,
    `t19`.`trigger`,
    `t19`.`clears`,
    `t19`.`home`,
    `t19`.`home_ends`,
    `t19`.`group`,
    `t19`.`next_clear`,
    `t19`.`any_clear`,
    `t19`.`first_on`,
    `t19`.`since`,
    `t19`.`until`,
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
      `t18`.`child_id`,
      `t18`.`team_id`,
      `t18`.`on_date`,
      `t18`.`source_table`,
      `t18`.`source_key`,
      `t18`.`trigger`,
      `t18`.`clears`,
      `t18`.`home`,
      `t18`.`home_ends`,
      `t18`.`group`,
      `t18`.`next_clear`,
      `t18`.`any_clear`,
      `t18`.`first_on`,
      `t18`.`since`,
      `t18`.`until`,
      `t18`.`reached`,
      `t18`.`fresh`,
      SUM(`t18`.`fresh`) OVER (
        PARTITION BY `t18`.`child_id`
        ORDER BY `t18`.`since` ASC NULLS LAST, `t18`.`until` ASC NULLS LAST, `t18`.`first_on` ASC NULLS LAST, `t18`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
    FROM (
      SELECT
        `t17`.`child_id`,
        `t17`.`team_id`,
        `t17`.`on_date`,
        `t17`.`source_table`,
        `t17`.`source_key`,
        `t17`.`trigger`,
        `t17`.`clears`,
        `t17`.`home`,
        `t17`.`home_ends`,
        `t17`.`group`,
        `t17`.`next_clear`,
        `t17`.`any_clear`,
        `t17`.`first_on`,
        `t17`.`since`,
        `t17`.`until`,
        `t17`.`reached`,
        CAST((
          `t17`.`reached` IS NULL
        ) OR (
          `t17`.`since` > `t17`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t16`.`child_id`,
          `t16`.`team_id`,
          `t16`.`on_date`,
          `t16`.`source_table`,
          `t16`.`source_key`,
          `t16`.`trigger`,
          `t16`.`clears`,
          `t16`.`home`,
          `t16`.`home_ends`,
          `t16`.`group`,
          `t16`.`next_clear`,
          `t16`.`any_clear`,
          `t16`.`first_on`,
          `t16`.`since`,
          `t16`.`until`,
          MAX(`t16`.`until`) OVER (
            PARTITION BY `t16`.`child_id`
            ORDER BY `t16`.`since` ASC NULLS LAST, `t16`.`until` ASC NULLS LAST, `t16`.`first_on` ASC NULLS LAST, `t16`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t15`.`child_id`,
            `t15`.`team_id`,
            `t15`.`on_date`,
            `t15`.`source_table`,
            `t15`.`source_key`,
            `t15`.`trigger`,
            `t15`.`clears`,
            `t15`.`home`,
            `t15`.`home_ends`,
            `t15`.`group`,
            `t15`.`next_clear`,
            `t15`.`any_clear`,
            `t15`.`first_on`,
            `t15`.`since`,
            LEAST(
              COALESCE(`t15`.`home_ends`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t15`.`next_clear`, CAST('9999-12-31' AS DATE))
            ) AS `until`
          FROM (
            SELECT
              `t14`.`child_id`,
              `t14`.`team_id`,
              `t14`.`on_date`,
              `t14`.`source_table`,
              `t14`.`source_key`,
              `t14`.`trigger`,
              `t14`.`clears`,
              `t14`.`home`,
              `t14`.`home_ends`,
              `t14`.`group`,
              `t14`.`next_clear`,
              `t14`.`any_clear`,
              `t14`.`first_on`,
              `t6`.`since`
            FROM (
              SELECT
                `t12`.`child_id`,
                `t12`.`team_id`,
                `t12`.`on_date`,
                `t12`.`source_table`,
                `t12`.`source_key`,
                `t12`.`trigger`,
                `t12`.`clears`,
                `t12`.`home`,
                `t12`.`home_ends`,
                `t12`.`group`,
                `t12`.`next_clear`,
                `t12`.`any_clear`,
                `t12`.`on_date` AS `first_on`
              FROM (
                SELECT
                  `t11`.`child_id`,
                  `t11`.`team_id`,
                  `t11`.`on_date`,
                  `t11`.`source_table`,
                  `t11`.`source_key`,
                  `t11`.`trigger`,
                  `t11`.`clears`,
                  `t11`.`home`,
                  `t11`.`home_ends`,
                  SUM(CAST(`t11`.`clears` AS BIGINT)) OVER (
                    PARTITION BY `t11`.`child_id`, `t11`.`home`
                    ORDER BY `t11`.`on_date` ASC NULLS LAST, `t11`.`clears` ASC NULLS LAST, `t11`.`source_key` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS `group`,
                  MIN(IF(`t11`.`clears`, `t11`.`on_date`, CAST(NULL AS DATE))) OVER (
                    PARTITION BY `t11`.`child_id`, `t11`.`home`
                    ORDER BY `t11`.`on_date` ASC NULLS LAST, `t11`.`clears` ASC NULLS LAST, `t11`.`source_key` ASC NULLS LAST
                    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                  ) AS `next_clear`,
                  MIN(IF(`t11`.`clears`, `t11`.`on_date`, CAST(NULL AS DATE))) OVER (
                    PARTITION BY `t11`.`child_id`, `t11`.`home`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `any_clear`
                FROM (
                  SELECT
                    `t9`.`child_id`,
                    `t9`.`team_id`,
                    `t9`.`on_date`,
                    `t9`.`source_table`,
                    `t9`.`source_key`,
                    `t9`.`trigger`,
                    `t9`.`clears`,
                    `t10`.`home`,
                    `t10`.`home_ends`
                  FROM (
                    SELECT
                      `t1`.`child_id`,
                      `t1`.`team_id`,
                      `t1`.`on_date`,
                      `t1`.`source_table`,
                      `t1`.`source_key`,
                      `t1`.`kind` AS `trigger`,
                      `t1`.`kind` IN ('assessment_started') AS `clears`
                    FROM `journeys`.`events` AS `t1`
                    WHERE
                      `t1`.`kind` IN (
                        's47_started',
                        'missing',
                        'placement_changed',
                        'worker_changed',
                        'assessment_started'
                      )
                      AND `t1`.`on_date` IS NOT NULL
                  ) AS `t9`
                  INNER JOIN (
                    SELECT
                      `t2`.`child_id` AS `home_child`,
                      `t2`.`spell_id` AS `home`,
                      `t2`.`started_on` AS `home_starts`,
                      `t2`.`ended_on` AS `home_ends`
                    FROM `journeys`.`spells` AS `t2`
                    WHERE
                      `t2`.`kind` IN ('cin_plan', 'cp_plan') AND `t2`.`started_on` IS NOT NULL
                  ) AS `t10`
                    ON `t9`.`child_id` = `t10`.`home_child`
                    AND `t10`.`home_starts` <= `t9`.`on_date`
                    AND (
                      (
                        `t10`.`home_ends` IS NULL
                      ) OR (
                        `t9`.`on_date` < `t10`.`home_ends`
                      )
                    )
                ) AS `t11`
              ) AS `t12`
              WHERE
                NOT (
                  `t12`.`clears`
                ) AND `t12`.`on_date` IS NOT NULL
            ) AS `t14`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`day` AS `_day`,
                `t0`.`working_days` AS `_count`
              FROM `journeys`.`calendar` AS `t0`
            ) AS `t5`
              ON `t14`.`on_date` = `t5`.`_day`
            LEFT OUTER JOIN (
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
          ) AS `t15`
          WHERE
            `t15`.`since` < LEAST(
              COALESCE(`t15`.`home_ends`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t15`.`next_clear`, CAST('9999-12-31' AS DATE))
            )
        ) AS `t16`
      ) AS `t17`
    ) AS `t18`
  ) AS `t19`
) AS `t20`
WHERE
  `t20`.`nth` = 0
