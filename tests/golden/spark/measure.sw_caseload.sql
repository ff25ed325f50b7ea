SELECT
  'sw_caseload' AS `measure_id`,
  `t8`.`month`,
  `t8`.`team_id`,
  `t8`.`numerator`,
  `t8`.`denominator`,
  CAST(`t8`.`cannot_tell` AS BIGINT) AS `cannot_tell`
FROM (
  SELECT
    `t7`.`month`,
    `t7`.`team_id`,
    COUNT(DISTINCT `t7`.`child_id`) AS `numerator`,
    COUNT(DISTINCT `t7`.`worker_id`) AS `denominator`,
    0 AS `cannot_tell`
  FROM (
    SELECT
      `t6`.`month`,
      `t6`.`child_id`,
      `t6`.`team_id`,
      `t6`.`worker_id`
    FROM (
      SELECT
        `t5`.`month`,
        `t5`.`ends_on`,
        `t5`.`child_id`,
        `t5`.`kind`,
        `t5`.`spell_id`,
        `t5`.`started_on`,
        `t5`.`ended_on`,
        `t5`.`outcome`,
        `t5`.`detail`,
        `t5`.`team_id`,
        `t5`.`worker_id`,
        `t5`.`source_table`,
        `t5`.`source_key`,
        ROW_NUMBER() OVER (
          PARTITION BY `t5`.`month`, `t5`.`child_id`
          ORDER BY `t5`.`started_on` DESC, `t5`.`spell_id` ASC NULLS LAST
        ) - 1 AS `newest`
      FROM (
        SELECT
          `t2`.`month`,
          `t2`.`ends_on`,
          `t4`.`child_id`,
          `t4`.`kind`,
          `t4`.`spell_id`,
          `t4`.`started_on`,
          `t4`.`ended_on`,
          `t4`.`outcome`,
          `t4`.`detail`,
          `t4`.`team_id`,
          `t4`.`worker_id`,
          `t4`.`source_table`,
          `t4`.`source_key`
        FROM `measures`.`calendar_months` AS `t2`
        INNER JOIN (
          SELECT
            *
          FROM `journeys`.`spells` AS `t1`
          WHERE
            `t1`.`kind` = 'allocation'
        ) AS `t4`
          ON `t4`.`started_on` <= `t2`.`ends_on`
          AND (
            (
              `t4`.`ended_on` IS NULL
            ) OR (
              `t4`.`ended_on` > `t2`.`ends_on`
            )
          )
      ) AS `t5`
    ) AS `t6`
    WHERE
      `t6`.`newest` = 0
  ) AS `t7`
  GROUP BY
    1,
    2
) AS `t8`
