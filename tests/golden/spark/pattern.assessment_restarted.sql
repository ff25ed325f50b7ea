SELECT
  'assessment_restarted' AS `pattern_id`,
  `t12`.`child_id`,
  `t12`.`team_id`,
  `t12`.`since`,
  IF(`t12`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t12`.`falls`) AS `until`,
  `t12`.`first_on`,
  `t12`.`last_on`,
  `t12`.`trigger`,
  `t12`.`n`,
  `t12`.`source_table`,
  `t12`.`source_key`
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
    `t11`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t11`.`child_id`, `t11`.`island`
      ORDER BY `t11`.`since` ASC NULLS LAST, `t11`.`until` ASC NULLS LAST, `t11`.`first_on` ASC NULLS LAST, `t11`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t11`.`until`) OVER (
      PARTITION BY `t11`.`child_id`, `t11`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t10`.`fresh`,
      SUM(`t10`.`fresh`) OVER (
        PARTITION BY `t10`.`child_id`
        ORDER BY `t10`.`since` ASC NULLS LAST, `t10`.`until` ASC NULLS LAST, `t10`.`first_on` ASC NULLS LAST, `t10`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        `t9`.`reached`,
        CAST((
          `t9`.`reached` IS NULL
        ) OR (
          `t9`.`since` > `t9`.`reached`
        ) AS BIGINT) AS `fresh`
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
          MAX(`t8`.`until`) OVER (
            PARTITION BY `t8`.`child_id`
            ORDER BY `t8`.`since` ASC NULLS LAST, `t8`.`until` ASC NULLS LAST, `t8`.`first_on` ASC NULLS LAST, `t8`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t7`.`child_id`,
            `t7`.`on_date` AS `since`,
            `t7`.`on_date` + INTERVAL '3' MONTH AS `until`,
            `t7`.`team_id`,
            CAST(ELEMENT_AT(SPLIT(`t7`.`opened`, '\037'), 0 + 1) AS DATE) AS `first_on`,
            `t7`.`on_date` AS `last_on`,
            `t7`.`trigger`,
            CAST(2 AS BIGINT) AS `n`,
            `t7`.`source_table`,
            `t7`.`source_key`
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
              `t6`.`opens`,
              `t6`.`breaks`,
              MAX(`t6`.`opens`) OVER (
                PARTITION BY `t6`.`child_id`
                ORDER BY `t6`.`on_date` ASC NULLS LAST, `t6`.`turn` ASC NULLS LAST, `t6`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `opened`,
              MAX(`t6`.`breaks`) OVER (
                PARTITION BY `t6`.`child_id`
                ORDER BY `t6`.`on_date` ASC NULLS LAST, `t6`.`turn` ASC NULLS LAST, `t6`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `broken`
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
                `t5`.`turn`,
                IF(
                  `t5`.`turn` = 1,
                  CONCAT(CONCAT(CAST(`t5`.`on_date` AS STRING), '\037'), COALESCE(`t5`.`worker_id`, '')),
                  CAST(NULL AS STRING)
                ) AS `opens`,
                IF(`t5`.`turn` = 2, `t5`.`on_date`, CAST(NULL AS DATE)) AS `breaks`
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
                    2 AS `turn`
                  FROM `journeys`.`events` AS `t0`
                  WHERE
                    `t0`.`kind` IN ('assessment_authorised') AND `t0`.`on_date` IS NOT NULL
                ) AS `t1`
                UNION ALL
                SELECT
                  *
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
                      0 AS `turn`
                    FROM `journeys`.`events` AS `t0`
                    WHERE
                      `t0`.`kind` IN ('assessment_started') AND `t0`.`on_date` IS NOT NULL
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
                      1 AS `turn`
                    FROM `journeys`.`events` AS `t0`
                    WHERE
                      `t0`.`kind` IN ('assessment_started') AND `t0`.`on_date` IS NOT NULL
                  ) AS `t3`
                ) AS `t4`
              ) AS `t5`
            ) AS `t6`
          ) AS `t7`
          WHERE
            `t7`.`turn` = 0
            AND `t7`.`opened` IS NOT NULL
            AND `t7`.`on_date` <= (
              CAST(ELEMENT_AT(SPLIT(`t7`.`opened`, '\037'), 0 + 1) AS DATE) + INTERVAL '3' MONTH
            )
            AND (
              (
                `t7`.`broken` IS NULL
              )
              OR (
                `t7`.`broken` < CAST(ELEMENT_AT(SPLIT(`t7`.`opened`, '\037'), 0 + 1) AS DATE)
              )
            )
            AND COALESCE(
              NULLIF(ELEMENT_AT(SPLIT(`t7`.`opened`, '\037'), 1 + 1), '') <> `t7`.`worker_id`,
              FALSE
            )
            AND `t7`.`on_date` < (
              `t7`.`on_date` + INTERVAL '3' MONTH
            )
        ) AS `t8`
      ) AS `t9`
    ) AS `t10`
  ) AS `t11`
) AS `t12`
WHERE
  `t12`.`nth` = 0
