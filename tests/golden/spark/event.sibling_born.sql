SELECT
  `t2`.`child_id`,
  'sibling_born' AS `kind`,
  `t6`.`pers_dob` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_person' AS `source_table`,
  `t6`.`pers_person_id` AS `source_key`
FROM (
  SELECT
    *
  FROM `joined`.`ssd_person` AS `t0`
  WHERE
    `t0`.`pers_dob` IS NOT NULL
) AS `t6`
INNER JOIN `links`.`siblings` AS `t2`
  ON `t6`.`pers_person_id` = `t2`.`sibling_id`
INNER JOIN (
  SELECT
    `t0`.`pers_person_id` AS `me`,
    `t0`.`pers_dob` AS `mine`
  FROM `joined`.`ssd_person` AS `t0`
) AS `t5`
  ON `t2`.`child_id` = `t5`.`me` AND `t6`.`pers_dob` > `t5`.`mine`
