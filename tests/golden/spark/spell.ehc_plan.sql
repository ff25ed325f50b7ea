SELECT
  `t12`.`send_person_id` AS `child_id`,
  'ehc_plan' AS `kind`,
  `t4`.`ehcn_named_plan_id` AS `spell_id`,
  `t4`.`ehcn_named_plan_start_date` AS `started_on`,
  `t4`.`ehcn_named_plan_ceased_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_ehcp_named_plan' AS `source_table`,
  `t4`.`ehcn_named_plan_id` AS `source_key`
FROM `joined`.`ssd_ehcp_named_plan` AS `t4`
INNER JOIN (
  SELECT
    `t5`.`ehca_ehcp_assessment_id`,
    `t5`.`ehca_ehcp_request_id`,
    `t10`.`send_person_id`
  FROM `joined`.`ssd_ehcp_assessment` AS `t5`
  INNER JOIN (
    SELECT
      `t6`.`ehcr_ehcp_request_id`,
      `t8`.`send_person_id`
    FROM `joined`.`ssd_ehcp_requests` AS `t6`
    INNER JOIN (
      SELECT
        `t3`.`send_table_id`,
        `t3`.`send_person_id`
      FROM `joined`.`ssd_send` AS `t3`
    ) AS `t8`
      ON `t6`.`ehcr_send_table_id` = `t8`.`send_table_id`
  ) AS `t10`
    ON `t5`.`ehca_ehcp_request_id` = `t10`.`ehcr_ehcp_request_id`
) AS `t12`
  ON `t4`.`ehcn_ehcp_asmt_id` = `t12`.`ehca_ehcp_assessment_id`
