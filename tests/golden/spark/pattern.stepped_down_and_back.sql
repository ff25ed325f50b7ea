SELECT
  'stepped_down_and_back' AS `pattern_id`,
  `t13`.`child_id`,
  `t13`.`team_id`,
  `t13`.`since`,
  IF(`t13`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t13`.`falls`) AS `until`,
  `t13`.`first_on`,
  `t13`.`last_on`,
  `t13`.`trigger`,
  `t13`.`n`,
  `t13`.`source_table`,
  `t13`.`source_key`
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
    `t12`.`reached`,
    `t12`.`fresh`,
    `t12`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t12`.`child_id`, `t12`.`island`
      ORDER BY `t12`.`since` ASC NULLS LAST, `t12`.`until` ASC NULLS LAST, `t12`.`first_on` ASC NULLS LAST, `t12`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t12`.`until`) OVER (
      PARTITION BY `t12`.`child_id`, `t12`.`island`
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
        `t10`.`child_id`,
        `t10`.`since`,
        `t10`.`until`,
        `t10`.`team_id`,
        `t10`.`first_on`,
        `t10`.`last_on`,
        `t10`.`trigger`,
        `t10`.`n`,
        `t10`.`source_table`,
        `t10`.`source_key`,
        `t10`.`reached`,
        CAST((
          `t10`.`reached` IS NULL
        ) OR (
          `t10`.`since` > `t10`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t9`.`child_id`,
          `t9`.`since`,
          `t9`.`until`,
          `t9`.`team_id`,
          `t9`.`first_on`,
          `t9`.`last_on`,
          `t9`.`trigger`,
          `t9`.`n`,
          `t9`.`source_table`,
          `t9`.`source_key`,
          MAX(`t9`.`until`) OVER (
            PARTITION BY `t9`.`child_id`
            ORDER BY `t9`.`since` ASC NULLS LAST, `t9`.`until` ASC NULLS LAST, `t9`.`first_on` ASC NULLS LAST, `t9`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t8`.`child_id`,
            `t8`.`on_date` AS `since`,
            `t8`.`on_date` + INTERVAL '6' MONTH AS `until`,
            `t8`.`team_id`,
            CAST(ELEMENT_AT(SPLIT(`t8`.`opened`, '\037'), 0 + 1) AS DATE) AS `first_on`,
            `t8`.`on_date` AS `last_on`,
            `t8`.`trigger`,
            CAST(2 AS BIGINT) AS `n`,
            `t8`.`source_table`,
            `t8`.`source_key`
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
              `t7`.`turn`,
              `t7`.`opens`,
              `t7`.`breaks`,
              MAX(`t7`.`opens`) OVER (
                PARTITION BY `t7`.`child_id`
                ORDER BY `t7`.`on_date` ASC NULLS LAST, `t7`.`turn` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `opened`,
              MAX(`t7`.`breaks`) OVER (
                PARTITION BY `t7`.`child_id`
                ORDER BY `t7`.`on_date` ASC NULLS LAST, `t7`.`turn` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `broken`
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
                `t6`.`turn`,
                IF(
                  `t6`.`turn` = 1,
                  CONCAT(CONCAT(CAST(`t6`.`on_date` AS STRING), '\037'), COALESCE(`t6`.`worker_id`, '')),
                  CAST(NULL AS STRING)
                ) AS `opens`,
                IF(`t6`.`turn` = 2, `t6`.`on_date`, CAST(NULL AS DATE)) AS `breaks`
              FROM (
                SELECT
                  *
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
                    0 AS `turn`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t0`.`child_id`,
                        `t0`.`team_id`,
                        `t0`.`worker_id`,
                        `t0`.`started_on` AS `on_date`,
                        `t0`.`detail`,
                        'start of s47' AS `trigger`,
                        COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `home_ends`,
                        `t0`.`source_table`,
                        `t0`.`source_key`
                      FROM `journeys`.`spells` AS `t0`
                      WHERE
                        `t0`.`kind` IN ('s47')
                        AND `t0`.`started_on` IS NOT NULL
                        AND (
                          (
                            `t0`.`ended_on` IS NULL
                          ) OR (
                            `t0`.`ended_on` >= `t0`.`started_on`
                          )
                        )
                    ) AS `t2`
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
                        'start of cp_plan' AS `trigger`,
                        COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `home_ends`,
                        `t0`.`source_table`,
                        `t0`.`source_key`
                      FROM `journeys`.`spells` AS `t0`
                      WHERE
                        `t0`.`kind` IN ('cp_plan')
                        AND `t0`.`started_on` IS NOT NULL
                        AND (
                          (
                            `t0`.`ended_on` IS NULL
                          ) OR (
                            `t0`.`ended_on` >= `t0`.`started_on`
                          )
                        )
                    ) AS `t3`
                  ) AS `t4`
                ) AS `t5`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t0`.`child_id`,
                    `t0`.`team_id`,
                    `t0`.`worker_id`,
                    `t0`.`ended_on` AS `on_date`,
                    `t0`.`detail`,
                    'end of cp_plan' AS `trigger`,
                    CAST(NULL AS DATE) AS `home_ends`,
                    `t0`.`source_table`,
                    `t0`.`source_key`,
                    1 AS `turn`
                  FROM `journeys`.`spells` AS `t0`
                  WHERE
                    `t0`.`kind` IN ('cp_plan')
                    AND `t0`.`started_on` IS NOT NULL
                    AND (
                      (
                        `t0`.`ended_on` IS NULL
                      ) OR (
                        `t0`.`ended_on` >= `t0`.`started_on`
                      )
                    )
                    AND `t0`.`ended_on` IS NOT NULL
                ) AS `t1`
              ) AS `t6`
            ) AS `t7`
          ) AS `t8`
          WHERE
            `t8`.`turn` = 0
            AND `t8`.`opened` IS NOT NULL
            AND `t8`.`on_date` <= (
              CAST(ELEMENT_AT(SPLIT(`t8`.`opened`, '\037'), 0 + 1) AS DATE) + INTERVAL '12' MONTH
            )
            AND (
              (
                `t8`.`broken` IS NULL
              )
              OR (
                `t8`.`broken` < CAST(ELEMENT_AT(SPLIT(`t8`.`opened`, '\037'), 0 + 1) AS DATE)
              )
            )
            AND `t8`.`on_date` < (
              `t8`.`on_date` + INTERVAL '6' MONTH
            )
        ) AS `t9`
      ) AS `t10`
    ) AS `t11`
  ) AS `t12`
) AS `t13`
WHERE
  `t13`.`nth` = 0
