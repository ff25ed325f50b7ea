SELECT
  `t0`.`child_id`,
  'missing' AS `kind`,
  `t0`.`started_on` AS `on_date`,
  `t0`.`spell_id`,
  `t0`.`outcome`,
  `t0`.`detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_missing' AS `source_table`,
  `t0`.`source_key`
FROM `journeys`.`spells` AS `t0`
WHERE
  `t0`.`kind` = 'missing'
