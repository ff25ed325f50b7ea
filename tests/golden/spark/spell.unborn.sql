SELECT
  `t0`.`pers_person_id` AS `child_id`,
  'unborn' AS `kind`,
  `t0`.`pers_person_id` AS `spell_id`,
  `t0`.`pers_expected_dob` + INTERVAL '-280' DAY AS `started_on`,
  `t0`.`pers_dob` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_person' AS `source_table`,
  `t0`.`pers_person_id` AS `source_key`
FROM `joined`.`ssd_person` AS `t0`
WHERE
  `t0`.`pers_expected_dob` IS NOT NULL
