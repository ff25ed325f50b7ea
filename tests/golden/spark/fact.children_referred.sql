SELECT
  `t6`.`child_id` AS `who`,
  `t6`.`child_id`,
  `t6`.`team_id`,
  'ssd_cin_episodes' AS `source_table`,
  `t6`.`source_key`,
  `t6`.`on_date`,
  `t6`.`earlier_on`
FROM (
  SELECT
    `t3`.`child_id`,
    `t3`.`team_id`,
    `t3`.`on_date`,
    `t5`.`earlier_on`,
    `t3`.`source_key`
  FROM (
    SELECT
      *
    FROM `journeys`.`events` AS `t0`
    WHERE
      `t0`.`kind` = 'referral' AND `t0`.`on_date` IS NOT NULL
  ) AS `t3`
  INNER JOIN (
    SELECT
      `t2`.`day_child`,
      `t2`.`day`,
      LAG(`t2`.`day`) OVER (PARTITION BY `t2`.`day_child` ORDER BY `t2`.`day` ASC NULLS LAST) AS `earlier_on`
    FROM (
      SELECT DISTINCT
        `t0`.`child_id` AS `day_child`,
        `t0`.`on_date` AS `day`
      FROM `journeys`.`events` AS `t0`
      WHERE
        `t0`.`kind` = 'referral' AND `t0`.`on_date` IS NOT NULL
    ) AS `t2`
  ) AS `t5`
    ON `t3`.`child_id` = `t5`.`day_child` AND `t3`.`on_date` = `t5`.`day`
) AS `t6`
