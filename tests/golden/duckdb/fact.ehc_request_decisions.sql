SELECT
  "t5"."child_id" AS "who",
  "t5"."child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'ssd_ehcp_requests' AS "source_table",
  "t5"."ehcr_ehcp_request_id" AS "source_key",
  "t5"."ehcr_ehcp_req_outcome_date" AS "on_date",
  "t5"."ehcr_ehcp_req_date" AS "started_on",
  "t5"."ehcr_ehcp_req_outcome" AS "outcome"
FROM (
  SELECT
    "t2"."ehcr_ehcp_request_id",
    "t2"."ehcr_send_table_id",
    "t2"."ehcr_ehcp_req_date",
    "t2"."ehcr_ehcp_req_outcome_date",
    "t2"."ehcr_ehcp_req_outcome",
    "t4"."send_table_id",
    "t4"."child_id"
  FROM "joined"."ssd_ehcp_requests" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."send_table_id",
      "t1"."send_person_id" AS "child_id"
    FROM "joined"."ssd_send" AS "t1"
  ) AS "t4"
    ON "t2"."ehcr_send_table_id" = "t4"."send_table_id"
) AS "t5"
WHERE
  "t5"."ehcr_ehcp_req_outcome" IN ('Y', 'N')
