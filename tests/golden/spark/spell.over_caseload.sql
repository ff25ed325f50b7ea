SELECT
  `t4`.`child_id`,
  'over_caseload' AS `kind`,
  CONCAT(CONCAT(`t4`.`spell_id`, '/'), CAST(`t9`.`over_from` AS STRING)) AS `spell_id`,
  GREATEST(`t4`.`started_on`, `t9`.`over_from`) AS `started_on`,
  IF(
    LEAST(COALESCE(`t4`.`ended_on`, CAST('9999-12-31' AS DATE)), `t9`.`over_to`) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(COALESCE(`t4`.`ended_on`, CAST('9999-12-31' AS DATE)), `t9`.`over_to`)
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t4`.`team_id`,
  `t4`.`worker_id`,
  'ssd_involvements' AS `source_table`,
  `t4`.`source_key`
FROM (
  SELECT
    *
  FROM `journeys`.`spells` AS `t0`
  WHERE
    `t0`.`kind` = 'allocation'
    AND `t0`.`worker_id` IS NOT NULL
    AND `t0`.`started_on` IS NOT NULL
    AND (
      (
        `t0`.`ended_on` IS NULL
      ) OR (
        `t0`.`ended_on` > `t0`.`started_on`
      )
    )
) AS `t4`
INNER JOIN (
  SELECT
    `t7`.`worker_id` AS `over_worker`,
    `t7`.`day` AS `over_from`,
    COALESCE(`t7`.`until`, CAST('9999-12-31' AS DATE)) AS `over_to`,
    `t7`.`holds`
  FROM (
    SELECT
      `t6`.`worker_id`,
      `t6`.`day`,
      `t6`.`step`,
      SUM(`t6`.`step`) OVER (
        PARTITION BY `t6`.`worker_id`
        ORDER BY `t6`.`day` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `holds`,
      LEAD(`t6`.`day`) OVER (PARTITION BY `t6`.`worker_id` ORDER BY `t6`.`day` ASC NULLS LAST) AS `until`
    FROM (
      SELECT
        `t5`.`worker_id`,
        `t5`.`day`,
        SUM(`t5`.`step`) AS `step`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t0`.`worker_id`,
            `t0`.`started_on` AS `day`,
            1 AS `step`
          FROM `journeys`.`spells` AS `t0`
          WHERE
            `t0`.`kind` = 'allocation'
            AND `t0`.`worker_id` IS NOT NULL
            AND `t0`.`started_on` IS NOT NULL
            AND (
              (
                `t0`.`ended_on` IS NULL
              ) OR (
                `t0`.`ended_on` > `t0`.`started_on`
              )
            )
        ) AS `t2`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t0`.`worker_id`,
            `t0`.`ended_on` AS `day`,
            -1 AS `step`
          FROM `journeys`.`spells` AS `t0`
          WHERE
            `t0`.`kind` = 'allocation'
            AND `t0`.`worker_id` IS NOT NULL
            AND `t0`.`started_on` IS NOT NULL
            AND (
              (
                `t0`.`ended_on` IS NULL
              ) OR (
                `t0`.`ended_on` > `t0`.`started_on`
              )
            )
            AND `t0`.`ended_on` IS NOT NULL
        ) AS `t3`
      ) AS `t5`
      GROUP BY
        1,
        2
    ) AS `t6`
  ) AS `t7`
  WHERE
    `t7`.`holds` > 20
) AS `t9`
  ON `t4`.`worker_id` = `t9`.`over_worker`
  AND `t4`.`started_on` < `t9`.`over_to`
  AND `t9`.`over_from` < COALESCE(`t4`.`ended_on`, CAST('9999-12-31' AS DATE))
