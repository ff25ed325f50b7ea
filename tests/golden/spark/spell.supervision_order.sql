SELECT
  `t0`.`suor_person_id` AS `child_id`,
  'supervision_order' AS `kind`,
  `t0`.`suor_id` AS `spell_id`,
  `t0`.`suor_made_date` AS `started_on`,
  `t0`.`suor_end_date` AS `ended_on`,
  IF(
    COALESCE(`t0`.`suor_extended_to_date` IS NOT NULL, FALSE),
    'extended',
    CAST(NULL AS STRING)
  ) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_supervision_orders' AS `source_table`,
  `t0`.`suor_id` AS `source_key`
FROM `joined`.`local_supervision_orders` AS `t0`
WHERE
  `t0`.`suor_made_date` IS NOT NULL
