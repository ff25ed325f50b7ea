SELECT
  `t0`.`perm_person_id` AS `child_id`,
  'adoption_decision' AS `kind`,
  `t0`.`perm_adm_decision_date` AS `on_date`,
  `t0`.`perm_table_id` AS `spell_id`,
  `t0`.`perm_permanence_order_type` AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_permanence' AS `source_table`,
  `t0`.`perm_table_id` AS `source_key`
FROM `joined`.`ssd_permanence` AS `t0`
WHERE
  `t0`.`perm_adm_decision_date` IS NOT NULL
