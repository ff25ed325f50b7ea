SELECT
  `t0`.`perm_person_id` AS `child_id`,
  'authorised_not_placed' AS `kind`,
  `t0`.`perm_table_id` AS `spell_id`,
  `t0`.`perm_placement_order_date` AS `started_on`,
  IF(
    LEAST(
      COALESCE(`t0`.`perm_placed_for_adoption_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`perm_decision_reversed_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`perm_permanence_order_date`, CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(
      COALESCE(`t0`.`perm_placed_for_adoption_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`perm_decision_reversed_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`perm_permanence_order_date`, CAST('9999-12-31' AS DATE))
    )
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  `t0`.`perm_adoption_worker_id` AS `worker_id`,
  'ssd_permanence' AS `source_table`,
  `t0`.`perm_table_id` AS `source_key`
FROM `joined`.`ssd_permanence` AS `t0`
WHERE
  `t0`.`perm_placement_order_date` IS NOT NULL
