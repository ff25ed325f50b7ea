SELECT
  `t0`.`clea_person_id` AS `child_id`,
  'care_leaver_contact' AS `kind`,
  `t0`.`clea_care_leaver_latest_contact` AS `on_date`,
  `t0`.`clea_person_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t0`.`clea_care_leaver_allocated_team` AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_care_leavers' AS `source_table`,
  `t0`.`clea_table_id` AS `source_key`
FROM `joined`.`ssd_care_leavers` AS `t0`
WHERE
  COALESCE(`t0`.`clea_care_leaver_in_touch` <> 'NO', TRUE)
  AND `t0`.`clea_care_leaver_latest_contact` IS NOT NULL
