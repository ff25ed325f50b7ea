SELECT
  "t0"."child_id",
  'cin_plan_ended' AS "kind",
  "t0"."ended_on" AS "on_date",
  "t0"."spell_id",
  "t0"."outcome",
  "t0"."detail",
  "t0"."team_id",
  "t0"."worker_id",
  'ssd_cin_plans' AS "source_table",
  "t0"."source_key"
FROM "journeys"."spells" AS "t0"
WHERE
  "t0"."kind" = 'cin_plan'
  AND NOT (
    COALESCE("t0"."ended_on" < "t0"."started_on", FALSE)
  )
  AND "t0"."ended_on" IS NOT NULL
