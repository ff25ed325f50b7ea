SELECT
  "t9"."child_id" AS "who",
  "t9"."child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'ssd_ehcp_named_plan' AS "source_table",
  "t9"."ehcn_named_plan_id" AS "source_key",
  "t9"."ehcn_named_plan_start_date" AS "started_on",
  "t9"."ehcn_named_plan_ceased_date" AS "ended_on"
FROM (
  SELECT
    "t4"."ehca_ehcp_assessment_id",
    "t4"."ehca_ehcp_request_id",
    "t4"."ehca_ehcp_assessment_outcome_date",
    "t4"."ehca_ehcp_assessment_outcome",
    "t4"."ehca_ehcp_assessment_exceptions",
    "t5"."ehcr_ehcp_request_id",
    "t5"."ehcr_send_table_id",
    "t5"."ehcr_ehcp_req_date",
    "t5"."ehcr_ehcp_req_outcome_date",
    "t5"."ehcr_ehcp_req_outcome",
    "t8"."send_table_id",
    "t8"."child_id",
    "t6"."ehcn_named_plan_id",
    "t6"."ehcn_ehcp_asmt_id",
    "t6"."ehcn_named_plan_start_date",
    "t6"."ehcn_named_plan_ceased_date",
    "t6"."ehcn_named_plan_ceased_reason"
  FROM "joined"."ssd_ehcp_assessment" AS "t4"
  INNER JOIN "joined"."ssd_ehcp_requests" AS "t5"
    ON "t4"."ehca_ehcp_request_id" = "t5"."ehcr_ehcp_request_id"
  INNER JOIN (
    SELECT
      "t3"."send_table_id",
      "t3"."send_person_id" AS "child_id"
    FROM "joined"."ssd_send" AS "t3"
  ) AS "t8"
    ON "t5"."ehcr_send_table_id" = "t8"."send_table_id"
  INNER JOIN "joined"."ssd_ehcp_named_plan" AS "t6"
    ON "t4"."ehca_ehcp_assessment_id" = "t6"."ehcn_ehcp_asmt_id"
) AS "t9"
WHERE
  "t9"."ehcn_named_plan_start_date" IS NOT NULL
