SELECT
  `t2`.`child_id`,
  'worker_changed' AS `kind`,
  `t2`.`started_on` AS `on_date`,
  `t2`.`spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t2`.`team_id`,
  `t2`.`worker_id`,
  'ssd_involvements' AS `source_table`,
  `t2`.`source_key`
FROM (
  SELECT
    `t1`.`child_id`,
    `t1`.`kind`,
    `t1`.`spell_id`,
    `t1`.`started_on`,
    `t1`.`ended_on`,
    `t1`.`outcome`,
    `t1`.`detail`,
    `t1`.`team_id`,
    `t1`.`worker_id`,
    `t1`.`source_table`,
    `t1`.`source_key`,
    LAG(`t1`.`ended_on`) OVER (
      PARTITION BY `t1`.`child_id`
      ORDER BY `t1`.`started_on` ASC NULLS LAST, `t1`.`spell_id` ASC NULLS LAST
    ) AS `last_ended`,
    LAG(`t1`.`worker_id`) OVER (
      PARTITION BY `t1`.`child_id`
      ORDER BY `t1`.`started_on` ASC NULLS LAST, `t1`.`spell_id` ASC NULLS LAST
    ) AS `last_worker`
  FROM (
    SELECT
      *
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` = 'allocation'
  ) AS `t1`
) AS `t2`
WHERE
  `t2`.`last_ended` = `t2`.`started_on` AND `t2`.`last_worker` <> `t2`.`worker_id`
