SELECT
  "t0"."child_id" AS "who",
  "t0"."child_id",
  "t0"."team_id",
  'ssd_s47_enquiry' AS "source_table",
  "t0"."source_key",
  "t0"."on_date"
FROM "journeys"."events" AS "t0"
WHERE
  "t0"."kind" = 's47_started'
