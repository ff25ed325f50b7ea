SELECT
  'placement_order_no_match' AS `pattern_id`,
  `t16`.`child_id`,
  `t16`.`team_id`,
  `t16`.`since`,
  IF(`t16`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t16`.`falls`) AS `until`,
  `t16`.`first_on`,
  `t16`.`last_on`,
  `t16`.`trigger`,
  `t16`.`n`,
  `t16`.`source_table`,
  `t16`.`source_key`
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
    `t15`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t15`.`child_id`, `t15`.`island`
      ORDER BY `t15`.`since` ASC NULLS LAST, `t15`.`until` ASC NULLS LAST, `t15`.`first_on` ASC NULLS LAST, `t15`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t15`.`until`) OVER (
      PARTITION BY `t15`.`child_id`, `t15`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t14`.`fresh`,
      SUM(`t14`.`fresh`) OVER (
        PARTITION BY `t14`.`child_id`
        ORDER BY `t14`.`since` ASC NULLS LAST, `t14`.`until` ASC NULLS LAST, `t14`.`first_on` ASC NULLS LAST, `t14`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        CAST((
          `t13`.`reached` IS NULL
        ) OR (
          `t13`.`since` > `t13`.`reached`
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
            `t11`.`child_id`,
            `t11`.`on_date` + INTERVAL '121' DAY AS `since`,
            LEAST(
              COALESCE(`t11`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t11`.`any_clear`, CAST('9999-12-31' AS DATE))
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
              `t10`.`child_id`,
              `t10`.`team_id`,
              `t10`.`worker_id`,
              `t10`.`on_date`,
              `t10`.`detail`,
              `t10`.`trigger`,
              `t10`.`home_ends`,
              `t10`.`source_table`,
              `t10`.`source_key`,
              `t10`.`clears`,
              `t10`.`home`,
              `t10`.`home_starts`,
              `t10`.`home_until`,
              `t10`.`group`,
              `t10`.`next_clear`,
              `t10`.`any_clear`,
              `t10`.`on_date` AS `first_on`,
              LAG(`t10`.`on_date`, 1) OVER (
                PARTITION BY `t10`.`child_id`, `t10`.`home`
                ORDER BY `t10`.`on_date` ASC NULLS LAST, `t10`.`source_key` ASC NULLS LAST
              ) AS `one_back`,
              LAG(`t10`.`on_date`, 2) OVER (
                PARTITION BY `t10`.`child_id`, `t10`.`home`
                ORDER BY `t10`.`on_date` ASC NULLS LAST, `t10`.`source_key` ASC NULLS LAST
              ) AS `two_back`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t8`.`child_id`,
                  `t8`.`team_id`,
                  `t8`.`worker_id`,
                  `t8`.`on_date`,
                  `t8`.`detail`,
                  `t8`.`trigger`,
                  `t8`.`home_ends`,
                  `t8`.`source_table`,
                  `t8`.`source_key`,
                  `t8`.`clears`,
                  `t8`.`home`,
                  `t8`.`home_starts`,
                  `t8`.`home_until`,
                  SUM(CAST(`t8`.`clears` AS BIGINT)) OVER (
                    PARTITION BY `t8`.`child_id`, `t8`.`home`
                    ORDER BY `t8`.`on_date` ASC NULLS LAST, `t8`.`clears` ASC NULLS LAST, `t8`.`source_key` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS `group`,
                  MIN(IF(`t8`.`clears`, `t8`.`on_date`, CAST(NULL AS DATE))) OVER (
                    PARTITION BY `t8`.`child_id`, `t8`.`home`
                    ORDER BY `t8`.`on_date` ASC NULLS LAST, `t8`.`clears` ASC NULLS LAST, `t8`.`source_key` ASC NULLS LAST
                    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                  ) AS `next_clear`,
                  MIN(IF(`t8`.`clears`, `t8`.`on_date`, CAST(NULL AS DATE))) OVER (
                    PARTITION BY `t8`.`child_id`, `t8`.`home`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `any_clear`
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
                    `t6`.`clears`,
                    `t7`.`home`,
                    `t7`.`home_starts`,
                    `t7`.`home_until`
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
                        `t0`.`kind` IN ('placement_order') AND `t0`.`on_date` IS NOT NULL
                    ) AS `t2`
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
                        `t0`.`kind` IN ('adoption_matched', 'placed_for_adoption', 'adoption_reversed')
                        AND `t0`.`on_date` IS NOT NULL
                    ) AS `t3`
                  ) AS `t6`
                  INNER JOIN (
                    SELECT
                      `t1`.`child_id` AS `home_child`,
                      `t1`.`spell_id` AS `home`,
                      `t1`.`started_on` AS `home_starts`,
                      `t1`.`ended_on` AS `home_until`
                    FROM `journeys`.`spells` AS `t1`
                    WHERE
                      `t1`.`kind` IN ('care')
                      AND `t1`.`started_on` IS NOT NULL
                      AND (
                        (
                          `t1`.`ended_on` IS NULL
                        ) OR (
                          `t1`.`ended_on` >= `t1`.`started_on`
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
                ) AS `t8`
              ) AS `t9`
              WHERE
                NOT (
                  `t9`.`clears`
                )
            ) AS `t10`
          ) AS `t11`
          WHERE
            `t11`.`first_on` IS NOT NULL
            AND (
              `t11`.`on_date` + INTERVAL '121' DAY
            ) < LEAST(
              COALESCE(`t11`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t11`.`any_clear`, CAST('9999-12-31' AS DATE))
            )
        ) AS `t12`
      ) AS `t13`
    ) AS `t14`
  ) AS `t15`
) AS `t16`
WHERE
  `t16`.`nth` = 0
