SELECT
  "t13"."send_person_id" AS "child_id",
  'ehc_plan_made' AS "kind",
  "t13"."ehcn_named_plan_start_date" AS "on_date",
  "t13"."ehca_ehcp_request_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_ehcp_named_plan' AS "source_table",
  "t13"."ehcn_named_plan_id" AS "source_key"
FROM (
  SELECT
    "t4"."ehcn_named_plan_id",
    "t4"."ehcn_ehcp_asmt_id",
    "t4"."ehcn_named_plan_start_date",
    "t4"."ehcn_named_plan_ceased_date",
    "t4"."ehcn_named_plan_ceased_reason",
    "t12"."ehca_ehcp_assessment_id",
    "t12"."ehca_ehcp_request_id",
    "t12"."send_person_id"
  FROM "joined"."ssd_ehcp_named_plan" AS "t4"
  INNER JOIN (
    SELECT
      "t5"."ehca_ehcp_assessment_id",
      "t5"."ehca_ehcp_request_id",
      "t10"."send_person_id"
    FROM "joined"."ssd_ehcp_assessment" AS "t5"
    INNER JOIN (
      SELECT
        "t6"."ehcr_ehcp_request_id",
        "t8"."send_person_id"
      FROM "joined"."ssd_ehcp_requests" AS "t6"
      INNER JOIN (
        SELECT
          "t3"."send_table_id",
          "t3"."send_person_id"
        FROM "joined"."ssd_send" AS "t3"
      ) AS "t8"
        ON "t6"."ehcr_send_table_id" = "t8"."send_table_id"
    ) AS "t10"
      ON "t5"."ehca_ehcp_request_id" = "t10"."ehcr_ehcp_request_id"
  ) AS "t12"
    ON "t4"."ehcn_ehcp_asmt_id" = "t12"."ehca_ehcp_assessment_id"
) AS "t13"
WHERE
  "t13"."ehcn_named_plan_start_date" IS NOT NULL
