SELECT
  `t5`.`papl_person_id` AS `child_id`,
  'parent_assessed' AS `kind`,
  `t5`.`papl_assessed_date` AS `on_date`,
  `t5`.`plmo_placement_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_parent_placements' AS `source_table`,
  `t5`.`papl_id` AS `source_key`
FROM (
  SELECT
    `t2`.`papl_id`,
    `t2`.`papl_person_id`,
    `t2`.`papl_before_assessment`,
    `t2`.`papl_assessed_date`,
    `t4`.`plmo_id`,
    `t4`.`plmo_placement_id`
  FROM `joined`.`local_parent_placements` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`plmo_id`,
      `t1`.`plmo_placement_id`
    FROM `joined`.`local_placement_moves` AS `t1`
  ) AS `t4`
    ON `t2`.`papl_id` = `t4`.`plmo_id`
) AS `t5`
WHERE
  `t5`.`papl_assessed_date` IS NOT NULL
