SELECT
  `t6`.`send_person_id` AS `child_id`,
  'ehc_process' AS `kind`,
  `t3`.`ehcr_ehcp_request_id` AS `spell_id`,
  `t3`.`ehcr_ehcp_req_date` AS `started_on`,
  `t10`.`said_on` AS `ended_on`,
  CASE
    WHEN `t3`.`ehcr_ehcp_req_outcome` = 'N'
    THEN 'refused'
    WHEN `t3`.`ehcr_ehcp_req_outcome` = 'W'
    THEN 'withdrawn'
    WHEN `t10`.`said` = 'W'
    THEN 'withdrawn'
    WHEN `t10`.`said` = 'N'
    THEN 'no_plan'
    WHEN `t10`.`exception` = '1'
    THEN 'exception'
    WHEN `t10`.`said` = 'Y'
    THEN 'plan'
    ELSE NULL
  END AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_ehcp_requests' AS `source_table`,
  `t3`.`ehcr_ehcp_request_id` AS `source_key`
FROM `joined`.`ssd_ehcp_requests` AS `t3`
INNER JOIN (
  SELECT
    `t1`.`send_table_id`,
    `t1`.`send_person_id`
  FROM `joined`.`ssd_send` AS `t1`
) AS `t6`
  ON `t3`.`ehcr_send_table_id` = `t6`.`send_table_id`
LEFT OUTER JOIN (
  SELECT
    `t4`.`ehca_ehcp_request_id` AS `asked`,
    `t4`.`ehca_ehcp_assessment_outcome` AS `said`,
    `t4`.`ehca_ehcp_assessment_outcome_date` AS `said_on`,
    `t4`.`ehca_ehcp_assessment_exceptions` AS `exception`
  FROM `joined`.`ssd_ehcp_assessment` AS `t4`
  INNER JOIN (
    SELECT
      `t3`.`ehcr_ehcp_request_id`,
      `t6`.`send_person_id`
    FROM `joined`.`ssd_ehcp_requests` AS `t3`
    INNER JOIN (
      SELECT
        `t1`.`send_table_id`,
        `t1`.`send_person_id`
      FROM `joined`.`ssd_send` AS `t1`
    ) AS `t6`
      ON `t3`.`ehcr_send_table_id` = `t6`.`send_table_id`
  ) AS `t8`
    ON `t4`.`ehca_ehcp_request_id` = `t8`.`ehcr_ehcp_request_id`
) AS `t10`
  ON `t3`.`ehcr_ehcp_request_id` = `t10`.`asked`
