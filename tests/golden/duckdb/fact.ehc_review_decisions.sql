SELECT
  "t0"."ehrv_person_id" AS "who",
  "t0"."ehrv_person_id" AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'local_ehcp_reviews' AS "source_table",
  "t0"."ehrv_id" AS "source_key",
  "t0"."ehrv_decision_date" AS "on_date",
  "t0"."ehrv_meeting_date" AS "started_on"
FROM "joined"."local_ehcp_reviews" AS "t0"
