SELECT
  "t0"."child_id" AS "who",
  "t0"."child_id",
  "t0"."team_id",
  'ssd_cp_plans' AS "source_table",
  "t0"."source_key",
  "t0"."started_on",
  "t0"."ended_on"
FROM "journeys"."spells" AS "t0"
WHERE
  "t0"."kind" = 'cp_plan' AND "t0"."started_on" IS NOT NULL
