SELECT
  'enquiry_harm_returned' AS `pattern_id`,
  `t10`.`child_id`,
  `t10`.`team_id`,
  `t10`.`since`,
  IF(`t10`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t10`.`falls`) AS `until`,
  `t10`.`first_on`,
  `t10`.`last_on`,
  `t10`.`trigger`,
  `t10`.`n`,
  `t10`.`source_table`,
  `t10`.`source_key`
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
    `t9`.`fresh`,
    `t9`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t9`.`child_id`, `t9`.`island`
      ORDER BY `t9`.`since` ASC NULLS LAST, `t9`.`until` ASC NULLS LAST, `t9`.`first_on` ASC NULLS LAST, `t9`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t9`.`until`) OVER (
      PARTITION BY `t9`.`child_id`, `t9`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t8`.`fresh`,
      SUM(`t8`.`fresh`) OVER (
        PARTITION BY `t8`.`child_id`
        ORDER BY `t8`.`since` ASC NULLS LAST, `t8`.`until` ASC NULLS LAST, `t8`.`first_on` ASC NULLS LAST, `t8`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
    FROM (
      SELECT
        `t7`.`child_id`,
        `t7`.`since`,
        `t7`.`until`,
        `t7`.`team_id`,
        `t7`.`first_on`,
        `t7`.`last_on`,
        `t7`.`trigger`,
        `t7`.`n`,
        `t7`.`source_table`,
        `t7`.`source_key`,
        `t7`.`reached`,
        CAST((
          `t7`.`reached` IS NULL
        ) OR (
          `t7`.`since` > `t7`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t6`.`child_id`,
          `t6`.`since`,
          `t6`.`until`,
          `t6`.`team_id`,
          `t6`.`first_on`,
          `t6`.`last_on`,
          `t6`.`trigger`,
          `t6`.`n`,
          `t6`.`source_table`,
          `t6`.`source_key`,
          MAX(`t6`.`until`) OVER (
            PARTITION BY `t6`.`child_id`
            ORDER BY `t6`.`since` ASC NULLS LAST, `t6`.`until` ASC NULLS LAST, `t6`.`first_on` ASC NULLS LAST, `t6`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t5`.`child_id`,
            `t5`.`on_date` AS `since`,
            `t5`.`on_date` + INTERVAL '6' MONTH AS `until`,
            `t5`.`team_id`,
            CAST(ELEMENT_AT(SPLIT(`t5`.`opened`, '\037'), 0 + 1) AS DATE) AS `first_on`,
            `t5`.`on_date` AS `last_on`,
            `t5`.`trigger`,
            CAST(2 AS BIGINT) AS `n`,
            `t5`.`source_table`,
            `t5`.`source_key`
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
              `t4`.`turn`,
              `t4`.`opens`,
              `t4`.`breaks`,
              MAX(`t4`.`opens`) OVER (
                PARTITION BY `t4`.`child_id`
                ORDER BY `t4`.`on_date` ASC NULLS LAST, `t4`.`turn` ASC NULLS LAST, `t4`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `opened`,
              MAX(`t4`.`breaks`) OVER (
                PARTITION BY `t4`.`child_id`
                ORDER BY `t4`.`on_date` ASC NULLS LAST, `t4`.`turn` ASC NULLS LAST, `t4`.`source_key` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS `broken`
            FROM (
              SELECT
                `t3`.`child_id`,
                `t3`.`team_id`,
                `t3`.`worker_id`,
                `t3`.`on_date`,
                `t3`.`detail`,
                `t3`.`trigger`,
                `t3`.`home_ends`,
                `t3`.`source_table`,
                `t3`.`source_key`,
                `t3`.`turn`,
                IF(
                  `t3`.`turn` = 1,
                  CONCAT(CONCAT(CAST(`t3`.`on_date` AS STRING), '\037'), COALESCE(`t3`.`worker_id`, '')),
                  CAST(NULL AS STRING)
                ) AS `opens`,
                IF(`t3`.`turn` = 2, `t3`.`on_date`, CAST(NULL AS DATE)) AS `breaks`
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
                    `t0`.`source_key`,
                    0 AS `turn`
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
                ) AS `t1`
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
                    'end of s47' AS `trigger`,
                    CAST(NULL AS DATE) AS `home_ends`,
                    `t0`.`source_table`,
                    `t0`.`source_key`,
                    1 AS `turn`
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
                    AND `t0`.`outcome` IN ('no_conference')
                    AND `t0`.`ended_on` IS NOT NULL
                ) AS `t2`
              ) AS `t3`
            ) AS `t4`
          ) AS `t5`
          WHERE
            `t5`.`turn` = 0
            AND `t5`.`opened` IS NOT NULL
            AND `t5`.`on_date` <= (
              CAST(ELEMENT_AT(SPLIT(`t5`.`opened`, '\037'), 0 + 1) AS DATE) + INTERVAL '6' MONTH
            )
            AND (
              (
                `t5`.`broken` IS NULL
              )
              OR (
                `t5`.`broken` < CAST(ELEMENT_AT(SPLIT(`t5`.`opened`, '\037'), 0 + 1) AS DATE)
              )
            )
            AND `t5`.`on_date` < (
              `t5`.`on_date` + INTERVAL '6' MONTH
            )
        ) AS `t6`
      ) AS `t7`
    ) AS `t8`
  ) AS `t9`
) AS `t10`
WHERE
  `t10`.`nth` = 0
