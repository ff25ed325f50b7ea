SELECT
  `t5`.`seor_person_id` AS `child_id`,
  'secure_order' AS `kind`,
  `t5`.`seor_order_date` AS `on_date`,
  `t5`.`plmo_placement_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_secure_orders' AS `source_table`,
  `t5`.`seor_id` AS `source_key`
FROM (
  SELECT
    `t2`.`seor_id`,
    `t2`.`seor_person_id`,
    `t2`.`seor_order_date`,
    `t4`.`plmo_id`,
    `t4`.`plmo_placement_id`
  FROM `joined`.`local_secure_orders` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`plmo_id`,
      `t1`.`plmo_placement_id`
    FROM `joined`.`local_placement_moves` AS `t1`
  ) AS `t4`
    ON `t2`.`seor_id` = `t4`.`plmo_id`
) AS `t5`
WHERE
  `t5`.`seor_order_date` IS NOT NULL
