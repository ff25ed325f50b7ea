SELECT
  'decision_without_manager' AS `pattern_id`,
  `t9`.`child_id`,
  `t9`.`team_id`,
  `t9`.`since`,
  IF(`t9`.`falls` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t9`.`falls`) AS `until`,
  `t9`.`first_on`,
  `t9`.`last_on`,
  `t9`.`trigger`,
  `t9`.`n`,
  `t9`.`source_table`,
  `t9`.`source_key`
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
    `t8`.`island`,
    ROW_NUMBER() OVER (
      PARTITION BY `t8`.`child_id`, `t8`.`island`
      ORDER BY `t8`.`since` ASC NULLS LAST, `t8`.`until` ASC NULLS LAST, `t8`.`first_on` ASC NULLS LAST, `t8`.`source_key` ASC NULLS LAST
    ) - 1 AS `nth`,
    MAX(`t8`.`until`) OVER (
      PARTITION BY `t8`.`child_id`, `t8`.`island`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `falls`
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
      `t7`.`fresh`,
      SUM(`t7`.`fresh`) OVER (
        PARTITION BY `t7`.`child_id`
        ORDER BY `t7`.`since` ASC NULLS LAST, `t7`.`until` ASC NULLS LAST, `t7`.`first_on` ASC NULLS LAST, `t7`.`source_key` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `island`
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
        `t6`.`reached`,
        CAST((
          `t6`.`reached` IS NULL
        ) OR (
          `t6`.`since` > `t6`.`reached`
        ) AS BIGINT) AS `fresh`
      FROM (
        SELECT
          `t5`.`child_id`,
          `t5`.`since`,
          `t5`.`until`,
          `t5`.`team_id`,
          `t5`.`first_on`,
          `t5`.`last_on`,
          `t5`.`trigger`,
          `t5`.`n`,
          `t5`.`source_table`,
          `t5`.`source_key`,
          MAX(`t5`.`until`) OVER (
            PARTITION BY `t5`.`child_id`
            ORDER BY `t5`.`since` ASC NULLS LAST, `t5`.`until` ASC NULLS LAST, `t5`.`first_on` ASC NULLS LAST, `t5`.`source_key` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `reached`
        FROM (
          SELECT
            `t4`.`child_id`,
            `t4`.`on_date` AS `since`,
            LEAST(
              COALESCE(`t4`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t4`.`next_clear`, CAST('9999-12-31' AS DATE)),
              `t4`.`first_on` + INTERVAL '3' MONTH
            ) AS `until`,
            `t4`.`team_id`,
            `t4`.`first_on`,
            `t4`.`on_date` AS `last_on`,
            `t4`.`trigger`,
            CAST(1 AS BIGINT) AS `n`,
            `t4`.`source_table`,
            `t4`.`source_key`
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
              `t3`.`clears`,
              `t3`.`home`,
              `t3`.`home_until`,
              `t3`.`group`,
              `t3`.`next_clear`,
              `t3`.`any_clear`,
              `t3`.`on_date` AS `first_on`,
              LAG(`t3`.`on_date`, 1) OVER (
                PARTITION BY `t3`.`child_id`, `t3`.`home`, `t3`.`group`
                ORDER BY `t3`.`on_date` ASC NULLS LAST, `t3`.`source_key` ASC NULLS LAST
              ) AS `one_back`,
              LAG(`t3`.`on_date`, 2) OVER (
                PARTITION BY `t3`.`child_id`, `t3`.`home`, `t3`.`group`
                ORDER BY `t3`.`on_date` ASC NULLS LAST, `t3`.`source_key` ASC NULLS LAST
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
                    `t0`.`kind` = 'contact_decided'
                    AND `t0`.`detail` IN ('no_manager')
                    AND `t0`.`on_date` IS NOT NULL
                ) AS `t1`
              ) AS `t2`
              WHERE
                NOT (
                  `t2`.`clears`
                )
            ) AS `t3`
          ) AS `t4`
          WHERE
            `t4`.`first_on` IS NOT NULL
            AND `t4`.`on_date` < LEAST(
              COALESCE(`t4`.`home_until`, CAST('9999-12-31' AS DATE)),
              COALESCE(`t4`.`next_clear`, CAST('9999-12-31' AS DATE)),
              `t4`.`first_on` + INTERVAL '3' MONTH
            )
        ) AS `t5`
      ) AS `t6`
    ) AS `t7`
  ) AS `t8`
) AS `t9`
WHERE
  `t9`.`nth` = 0
