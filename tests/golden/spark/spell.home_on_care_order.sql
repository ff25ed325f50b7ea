SELECT
  `t5`.`child_id`,
  'home_on_care_order' AS `kind`,
  CONCAT(CONCAT(`t5`.`spell_id`, '+'), `t5`.`b_id`) AS `spell_id`,
  GREATEST(`t5`.`started_on`, `t5`.`b_start`) AS `started_on`,
  IF(
    LEAST(
      COALESCE(`t5`.`ended_on`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t5`.`b_end`, CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(
      COALESCE(`t5`.`ended_on`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t5`.`b_end`, CAST('9999-12-31' AS DATE))
    )
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_placement' AS `source_table`,
  `t5`.`source_key`
FROM (
  SELECT
    `t3`.`child_id`,
    `t3`.`kind`,
    `t3`.`spell_id`,
    `t3`.`started_on`,
    `t3`.`ended_on`,
    `t3`.`outcome`,
    `t3`.`detail`,
    `t3`.`team_id`,
    `t3`.`worker_id`,
    `t3`.`source_table`,
    `t3`.`source_key`,
    `t4`.`b_child`,
    `t4`.`b_start`,
    `t4`.`b_end`,
    `t4`.`b_id`,
    `t4`.`b_outcome`
  FROM (
    SELECT
      *
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` = 'placement' AND `t0`.`outcome` = 'P1'
  ) AS `t3`
  INNER JOIN (
    SELECT
      `t0`.`child_id` AS `b_child`,
      `t0`.`started_on` AS `b_start`,
      `t0`.`ended_on` AS `b_end`,
      `t0`.`spell_id` AS `b_id`,
      `t0`.`outcome` AS `b_outcome`
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` = 'legal_status' AND `t0`.`outcome` = 'C2'
  ) AS `t4`
    ON `t3`.`child_id` = `t4`.`b_child`
    AND `t3`.`started_on` < COALESCE(`t4`.`b_end`, CAST('9999-12-31' AS DATE))
    AND `t4`.`b_start` < COALESCE(`t3`.`ended_on`, CAST('9999-12-31' AS DATE))
) AS `t5`
WHERE
  GREATEST(`t5`.`started_on`, `t5`.`b_start`) < LEAST(
    COALESCE(`t5`.`ended_on`, CAST('9999-12-31' AS DATE)),
    COALESCE(`t5`.`b_end`, CAST('9999-12-31' AS DATE))
  )
