SELECT
  `t0`.`supe_person_id` AS `who`,
  `t0`.`supe_person_id` AS `child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'local_supervisions' AS `source_table`,
  `t0`.`supe_id` AS `source_key`,
  `t0`.`supe_held_date` AS `started_on`,
  `t0`.`supe_held_date` + INTERVAL '1' MONTH AS `ended_on`
FROM `joined`.`local_supervisions` AS `t0`
WHERE
  `t0`.`supe_held_date` IS NOT NULL AND `t0`.`supe_person_id` IS NOT NULL
