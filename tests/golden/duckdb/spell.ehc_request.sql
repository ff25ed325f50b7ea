SELECT
  "t4"."send_person_id" AS "child_id",
  'ehc_request' AS "kind",
  "t2"."ehcr_ehcp_request_id" AS "spell_id",
  "t2"."ehcr_ehcp_req_date" AS "started_on",
  "t2"."ehcr_ehcp_req_outcome_date" AS "ended_on",
  CASE
    WHEN "t2"."ehcr_ehcp_req_outcome" = 'W'
    THEN 'withdrawn'
    WHEN "t2"."ehcr_ehcp_req_outcome" = 'N'
    THEN 'refused'
    ELSE NULL
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_ehcp_requests' AS "source_table",
  "t2"."ehcr_ehcp_request_id" AS "source_key"
FROM "joined"."ssd_ehcp_requests" AS "t2"
INNER JOIN (
  SELECT
    "t1"."send_table_id",
    "t1"."send_person_id"
  FROM "joined"."ssd_send" AS "t1"
) AS "t4"
  ON "t2"."ehcr_send_table_id" = "t4"."send_table_id"
