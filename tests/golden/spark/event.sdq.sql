SELECT
  `t0`.`csdq_person_id` AS `child_id`,
  'sdq' AS `kind`,
  `t0`.`csdq_sdq_completed_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CASE
    WHEN `t0`.`csdq_sdq_score` >= 17
    THEN 'concern'
    WHEN `t0`.`csdq_sdq_score` >= 14
    THEN 'borderline'
    ELSE NULL
  END AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_sdq_scores' AS `source_table`,
  `t0`.`csdq_table_id` AS `source_key`
FROM `joined`.`ssd_sdq_scores` AS `t0`
WHERE
  `t0`.`csdq_sdq_score` IS NOT NULL AND `t0`.`csdq_sdq_completed_date` IS NOT NULL
