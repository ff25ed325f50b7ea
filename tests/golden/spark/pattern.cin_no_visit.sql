SELECT
  'cin_no_visit' AS `pattern_id`,
  `t17`.`child_id`,
  `t17`.`team_id`,
  `t17`.`since`,
  IF(`t17`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t17`.`falls`) AS `until`,
  `t17`.`first_on`,
  `t17`.`last_on`,
  `t17`.`trigger`,
  `t17`.`n`,
  `t17`.`source_table`,
  `t17`.`source_key`
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
    `t16`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t16`.`child_id`, `t16`.`island`
      ORDER BY `t16`.`since` ASC NULLS LAST, `t16`.`until` ASC NULLS LAST, `t16`.`first_on` ASC NULLS LAST, `t16`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t16`.`until`) OVER (
      PARTITION BY `t16`.`child_id`, `t16`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t15`.`fresh`,
      SUM(`t15`.`fresh`) OVER (
        PARTITION BY `t15`.`child_id`
        ORDER BY `t15`.`since` ASC NULLS LAST, `t15`.`until` ASC NULLS LAST, `t15`.`first_on` ASC NULLS LAST, `t15`.`source_key` ASC NULLS LAST
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
            `t12`.`child_id`,
            `t12`.`on_date` + INTERVAL '56' DAY AS `since`,
            COALESCE(`t12`.`after`, `t12`.`home_until`, CAST('9999-12-31' AS DATE)) AS `until`,
            `t12`.`team_id`,
            `t12`.`home_starts` AS `first_on`,
            `t12`.`on_date` AS `last_on`,
            `t12`.`trigger`,
            CAST(1 AS BIGINT) AS `n`,
            `t12`.`source_table`,
            `t12`.`source_key`
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
              `t11`.`home`,
              `t11`.`home_starts`,
              `t11`.`home_until`,
              `t11`.`turn`,
              `t11`.`nth`,
              LEAD(`t11`.`on_date`) OVER (
                PARTITION BY `t11`.`child_id`, `t11`.`home`
                ORDER BY `t11`.`on_date` ASC NULLS LAST
              ) AS `after`
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
                  `t9`.`turn`,
                  ROW_NUMBER() OVER (
                    PARTITION BY `t9`.`child_id`, `t9`.`home`, `t9`.`on_date`
                    ORDER BY `t9`.`turn` DESC, `t9`.`source_key` ASC NULLS LAST
                  ) - 1 AS `nth`
                FROM (
                  SELECT
                    *
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
                      `t7`.`home`,
                      `t7`.`home_starts`,
                      `t7`.`home_until`,
                      1 AS `turn`
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
                        `t6`.`home`,
                        `t6`.`home_starts`,
                        `t6`.`home_until`
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
                          `t1`.`kind` IN ('cin_visit') AND `t1`.`on_date` IS NOT NULL
                      ) AS `t5`
                      INNER JOIN (
                        SELECT
                          `t0`.`child_id` AS `home_child`,
                          `t0`.`spell_id` AS `home`,
                          `t0`.`started_on` AS `home_starts`,
                          `t0`.`ended_on` AS `home_until`
                        FROM `journeys`.`spells` AS `t0`
                        WHERE
                          `t0`.`kind` IN ('cin_plan')
                          AND `t0`.`started_on` IS NOT NULL
                          AND (
                            (
                              `t0`.`ended_on` IS NULL
                            ) OR (
                              `t0`.`ended_on` >= `t0`.`started_on`
                            )
                          )
                      ) AS `t6`
                        ON `t5`.`child_id` = `t6`.`home_child`
                        AND `t6`.`home_starts` <= `t5`.`on_date`
                        AND (
                          (
                            `t6`.`home_until` IS NULL
                          ) OR (
                            `t5`.`on_date` < `t6`.`home_until`
                          )
                        )
                    ) AS `t7`
                  ) AS `t8`
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
                      `t0`.`kind` IN ('cin_plan')
                      AND `t0`.`started_on` IS NOT NULL
                      AND (
                        (
                          `t0`.`ended_on` IS NULL
                        ) OR (
                          `t0`.`ended_on` >= `t0`.`started_on`
                        )
                      )
                  ) AS `t3`
                ) AS `t9`
              ) AS `t10`
              WHERE
                `t10`.`nth` = 0
            ) AS `t11`
          ) AS `t12`
          WHERE
            `t12`.`on_date` < COALESCE(`t12`.`after`, `t12`.`home_until`, CAST('9999-12-31' AS DATE))
            AND (
              `t12`.`on_date` + INTERVAL '56' DAY
            ) < COALESCE(`t12`.`after`, `t12`.`home_until`, CAST('9999-12-31' AS DATE))
        ) AS `t13`
      ) AS `t14`
    ) AS `t15`
  ) AS `t16`
) AS `t17`
WHERE
  `t17`.`nth` = 0
