SELECT
  `t6`.`child_id`,
  `t6`.`kind`,
  `t6`.`on_date`,
  `t6`.`spell_id`,
  `t6`.`outcome`,
  `t6`.`detail`,
  COALESCE(`t6`.`team_id`, `t6`.`held_team`) AS `team_id`,
  COALESCE(`t6`.`worker_id`, `t6`.`held_worker`) AS `worker_id`,
  `t6`.`source_table`,
  `t6`.`source_key`
FROM (
  SELECT
    `t5`.`child_id`,
    `t5`.`kind`,
    `t5`.`on_date`,
    `t5`.`spell_id`,
    `t5`.`outcome`,
    `t5`.`detail`,
    `t5`.`team_id`,
    `t5`.`worker_id`,
    `t5`.`source_table`,
    `t5`.`source_key`,
    `t5`.`held_child`,
    `t5`.`held_from`,
    `t5`.`held_to`,
    `t5`.`held_team`,
    `t5`.`held_worker`,
    `t5`.`held_key`,
    ROW_NUMBER() OVER (
      PARTITION BY `t5`.`child_id`, `t5`.`kind`, `t5`.`spell_id`, `t5`.`source_table`, `t5`.`source_key`, `t5`.`on_date`
      ORDER BY `t5`.`held_from` DESC, `t5`.`held_key` ASC NULLS LAST
    ) - 1 AS `newest`
  FROM (
    SELECT
      `t2`.`child_id`,
      `t2`.`kind`,
      `t2`.`on_date`,
      `t2`.`spell_id`,
      `t2`.`outcome`,
      `t2`.`detail`,
      `t2`.`team_id`,
      `t2`.`worker_id`,
      `t2`.`source_table`,
      `t2`.`source_key`,
      `t4`.`held_child`,
      `t4`.`held_from`,
      `t4`.`held_to`,
      `t4`.`held_team`,
      `t4`.`held_worker`,
      `t4`.`held_key`
    FROM `journeys`.`events` AS `t2`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`child_id` AS `held_child`,
        `t1`.`started_on` AS `held_from`,
        `t1`.`ended_on` AS `held_to`,
        `t1`.`team_id` AS `held_team`,
        `t1`.`worker_id` AS `held_worker`,
        `t1`.`spell_id` AS `held_key`
      FROM `journeys`.`spells` AS `t1`
      WHERE
        `t1`.`kind` = 'allocation'
    ) AS `t4`
      ON `t2`.`child_id` = `t4`.`held_child`
      AND `t4`.`held_from` <= `t2`.`on_date`
      AND (
        (
          `t4`.`held_to` IS NULL
        ) OR (
          `t4`.`held_to` > `t2`.`on_date`
        )
      )
  ) AS `t5`
) AS `t6`
WHERE
  `t6`.`newest` = 0
