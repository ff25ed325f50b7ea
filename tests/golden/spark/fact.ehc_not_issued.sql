SELECT
  `t7`.`child_id` AS `who`,
  `t7`.`child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'ssd_ehcp_assessment' AS `source_table`,
  `t7`.`ehca_ehcp_assessment_id` AS `source_key`,
  `t7`.`ehca_ehcp_assessment_outcome_date` AS `on_date`,
  `t7`.`ehcr_ehcp_req_date` AS `started_on`
FROM (
  SELECT
    `t3`.`ehca_ehcp_assessment_id`,
    `t3`.`ehca_ehcp_request_id`,
    `t3`.`ehca_ehcp_assessment_outcome_date`,
    `t3`.`ehca_ehcp_assessment_outcome`,
    `t3`.`ehca_ehcp_assessment_exceptions`,
    `t4`.`ehcr_ehcp_request_id`,
    `t4`.`ehcr_send_table_id`,
    `t4`.`ehcr_ehcp_req_date`,
    `t4`.`ehcr_ehcp_req_outcome_date`,
    `t4`.`ehcr_ehcp_req_outcome`,
    `t6`.`send_table_id`,
    `t6`.`child_id`
  FROM `joined`.`ssd_ehcp_assessment` AS `t3`
  INNER JOIN `joined`.`ssd_ehcp_requests` AS `t4`
    ON `t3`.`ehca_ehcp_request_id` = `t4`.`ehcr_ehcp_request_id`
  INNER JOIN (
    SELECT
      `t2`.`send_table_id`,
      `t2`.`send_person_id` AS `child_id`
    FROM `joined`.`ssd_send` AS `t2`
  ) AS `t6`
    ON `t4`.`ehcr_send_table_id` = `t6`.`send_table_id`
) AS `t7`
WHERE
  `t7`.`ehca_ehcp_assessment_outcome` = 'N'
