SELECT
  `t5`.`child_id` AS `who`,
  `t5`.`child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'ssd_ehcp_requests' AS `source_table`,
  `t5`.`source_key`,
  `t5`.`on_date`,
  `t5`.`outcome`
FROM (
  SELECT
    `t4`.`child_id`,
    `t2`.`ehcr_ehcp_req_date` AS `on_date`,
    `t2`.`ehcr_ehcp_request_id` AS `source_key`,
    `t2`.`ehcr_ehcp_req_outcome` AS `outcome`
  FROM `joined`.`ssd_ehcp_requests` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`send_table_id`,
      `t1`.`send_person_id` AS `child_id`
    FROM `joined`.`ssd_send` AS `t1`
  ) AS `t4`
    ON `t2`.`ehcr_send_table_id` = `t4`.`send_table_id`
) AS `t5`
