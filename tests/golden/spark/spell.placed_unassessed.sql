SELECT
  `t3`.`clap_person_id` AS `child_id`,
  'placed_unassessed' AS `kind`,
  `t3`.`clap_cla_placement_id` AS `spell_id`,
  `t3`.`clap_cla_placement_start_date` AS `started_on`,
  `t3`.`clap_cla_placement_end_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_parent_placements' AS `source_table`,
  `t9`.`papl_id` AS `source_key`
FROM `joined`.`ssd_cla_placement` AS `t3`
INNER JOIN (
  SELECT
    *
  FROM (
    SELECT
      `t4`.`papl_id`,
      `t4`.`papl_person_id`,
      `t4`.`papl_before_assessment`,
      `t4`.`papl_assessed_date`,
      `t6`.`plmo_id`,
      `t6`.`plmo_placement_id`
    FROM `joined`.`local_parent_placements` AS `t4`
    INNER JOIN (
      SELECT
        `t2`.`plmo_id`,
        `t2`.`plmo_placement_id`
      FROM `joined`.`local_placement_moves` AS `t2`
    ) AS `t6`
      ON `t4`.`papl_id` = `t6`.`plmo_id`
  ) AS `t7`
  WHERE
    COALESCE(`t7`.`papl_before_assessment` = 'Y', FALSE)
) AS `t9`
  ON `t3`.`clap_cla_placement_id` = `t9`.`plmo_placement_id`
