SELECT
  `t5`.`child_id`,
  'short_break_visit' AS `kind`,
  `t5`.`clav_cla_visit_date` AS `on_date`,
  `t5`.`spell_id`,
  `t5`.`clav_cla_visit_seen` AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_visits' AS `source_table`,
  `t5`.`clav_cla_visit_id` AS `source_key`
FROM (
  SELECT
    `t2`.`clav_cla_visit_id`,
    `t2`.`clav_cla_id`,
    `t2`.`clav_person_id`,
    `t2`.`clav_cla_visit_date`,
    `t2`.`clav_cla_visit_seen`,
    `t2`.`clav_cla_visit_seen_alone`,
    `t4`.`child_id`,
    `t4`.`kind`,
    `t4`.`spell_id`,
    `t4`.`started_on`,
    `t4`.`ended_on`,
    `t4`.`outcome`,
    `t4`.`detail`,
    `t4`.`team_id`,
    `t4`.`worker_id`,
    `t4`.`source_table`,
    `t4`.`source_key`
  FROM `joined`.`ssd_cla_visits` AS `t2`
  INNER JOIN (
    SELECT
      *
    FROM `journeys`.`spells` AS `t1`
    WHERE
      `t1`.`kind` = 'short_break_series'
  ) AS `t4`
    ON `t2`.`clav_person_id` = `t4`.`child_id`
    AND `t4`.`started_on` <= `t2`.`clav_cla_visit_date`
    AND `t2`.`clav_cla_visit_date` <= COALESCE(`t4`.`ended_on`, CAST('9999-12-31' AS DATE))
) AS `t5`
WHERE
  `t5`.`clav_cla_visit_date` IS NOT NULL
