SELECT
  `t0`.`supe_person_id` AS `child_id`,
  'case_supervision' AS `kind`,
  `t0`.`supe_held_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  `t0`.`supe_professional_id` AS `worker_id`,
  'local_supervisions' AS `source_table`,
  `t0`.`supe_id` AS `source_key`
FROM `joined`.`local_supervisions` AS `t0`
WHERE
  `t0`.`supe_person_id` IS NOT NULL AND `t0`.`supe_held_date` IS NOT NULL
