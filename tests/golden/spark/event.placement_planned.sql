SELECT
  `t0`.`plmo_person_id` AS `child_id`,
  'placement_planned' AS `kind`,
  `t0`.`plmo_placement_plan_date` AS `on_date`,
  `t0`.`plmo_placement_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_placement_moves' AS `source_table`,
  `t0`.`plmo_id` AS `source_key`
FROM `joined`.`local_placement_moves` AS `t0`
WHERE
  `t0`.`plmo_placement_plan_date` IS NOT NULL
