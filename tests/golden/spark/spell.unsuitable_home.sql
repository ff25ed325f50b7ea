SELECT
  `t0`.`clea_person_id` AS `child_id`,
  'unsuitable_home' AS `kind`,
  `t0`.`clea_table_id` AS `spell_id`,
  `t0`.`clea_care_leaver_latest_contact` AS `started_on`,
  CAST(NULL AS DATE) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t0`.`clea_care_leaver_allocated_team` AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_care_leavers' AS `source_table`,
  `t0`.`clea_table_id` AS `source_key`
FROM `joined`.`ssd_care_leavers` AS `t0`
WHERE
  `t0`.`clea_care_leaver_accom_suitable` = '2'
