SELECT
  `t0`.`clah_person_id` AS `child_id`,
  'health_assessment' AS `kind`,
  `t0`.`clah_health_check_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_health' AS `source_table`,
  `t0`.`clah_health_check_id` AS `source_key`
FROM `joined`.`ssd_cla_health` AS `t0`
WHERE
  COALESCE(LOWER(`t0`.`clah_health_check_status`) = 'completed', TRUE)
  AND CONTAINS(LOWER(`t0`.`clah_health_check_type`), 'health')
  AND `t0`.`clah_health_check_date` IS NOT NULL
