SELECT
  `t0`.`pers_person_id` AS `child_id`,
  'died' AS `kind`,
  `t0`.`pers_death_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_person' AS `source_table`,
  `t0`.`pers_person_id` AS `source_key`
FROM `joined`.`ssd_person` AS `t0`
WHERE
  `t0`.`pers_death_date` IS NOT NULL
