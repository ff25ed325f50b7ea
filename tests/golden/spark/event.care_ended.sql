SELECT
  `t0`.`child_id`,
  'care_ended' AS `kind`,
  `t0`.`ended_on` AS `on_date`,
  `t0`.`spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t0`.`source_key`
FROM `journeys`.`spells` AS `t0`
WHERE
  `t0`.`kind` = 'care'
  AND NOT (
    COALESCE(`t0`.`ended_on` < `t0`.`started_on`, FALSE)
  )
  AND `t0`.`ended_on` IS NOT NULL
