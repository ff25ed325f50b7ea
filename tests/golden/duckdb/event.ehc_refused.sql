SELECT
  "t9"."send_person_id" AS "child_id",
  'ehc_refused' AS "kind",
  "t9"."ehca_ehcp_assessment_outcome_date" AS "on_date",
  "t9"."ehca_ehcp_request_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_ehcp_assessment' AS "source_table",
  "t9"."ehca_ehcp_assessment_id" AS "source_key"
FROM (
  SELECT
    "t3"."ehca_ehcp_assessment_id",
    "t3"."ehca_ehcp_request_id",
    "t3"."ehca_ehcp_assessment_outcome_date",
    "t3"."ehca_ehcp_assessment_outcome",
    "t3"."ehca_ehcp_assessment_exceptions",
    "t8"."ehcr_ehcp_request_id",
    "t8"."send_person_id"
  FROM "joined"."ssd_ehcp_assessment" AS "t3"
  INNER JOIN (
    SELECT
      "t4"."ehcr_ehcp_request_id",
      "t6"."send_person_id"
    FROM "joined"."ssd_ehcp_requests" AS "t4"
    INNER JOIN (
      SELECT
        "t2"."send_table_id",
        "t2"."send_person_id"
      FROM "joined"."ssd_send" AS "t2"
    ) AS "t6"
      ON "t4"."ehcr_send_table_id" = "t6"."send_table_id"
  ) AS "t8"
    ON "t3"."ehca_ehcp_request_id" = "t8"."ehcr_ehcp_request_id"
) AS "t9"
WHERE
  "t9"."ehca_ehcp_assessment_outcome" = 'N'
  AND "t9"."ehca_ehcp_assessment_outcome_date" IS NOT NULL
