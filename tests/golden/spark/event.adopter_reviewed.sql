SELECT
  CAST(NULL AS STRING) AS `child_id`,
  'adopter_reviewed' AS `kind`,
  `t0`.`adrv_held_date` AS `on_date`,
  `t0`.`adrv_adopter_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_adopter_reviews' AS `source_table`,
  `t0`.`adrv_id` AS `source_key`
FROM `joined`.`local_adopter_reviews` AS `t0`
WHERE
  `t0`.`adrv_held_date` IS NOT NULL
