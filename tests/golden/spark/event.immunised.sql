SELECT
  `t0`.`clai_person_id` AS `child_id`,
  'immunised' AS `kind`,
  `t0`.`clai_immunisations_status_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_immunisations' AS `source_table`,
  `t0`.`clai_person_id` AS `source_key`
FROM `joined`.`ssd_cla_immunisations` AS `t0`
WHERE
  COALESCE(`t0`.`clai_immunisations_status` = 'Y', FALSE)
  AND `t0`.`clai_immunisations_status_date` IS NOT NULL
