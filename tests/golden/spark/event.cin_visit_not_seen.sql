SELECT
  `t0`.`cinv_person_id` AS `child_id`,
  'cin_visit_not_seen' AS `kind`,
  `t0`.`cinv_cin_visit_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cin_visits' AS `source_table`,
  `t0`.`cinv_cin_visit_id` AS `source_key`
FROM `joined`.`ssd_cin_visits` AS `t0`
WHERE
  NOT (
    COALESCE(`t0`.`cinv_cin_visit_seen` = 'Y', FALSE)
  )
