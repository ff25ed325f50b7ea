SELECT
  "t0"."cinp_person_id" AS "child_id",
  'cin_plan' AS "kind",
  "t0"."cinp_cin_plan_id" AS "spell_id",
  "t0"."cinp_cin_plan_start_date" AS "started_on",
  "t0"."cinp_cin_plan_end_date" AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  "t0"."cinp_cin_plan_team" AS "team_id",
  "t0"."cinp_cin_plan_worker_id" AS "worker_id",
  'ssd_cin_plans' AS "source_table",
  "t0"."cinp_cin_plan_id" AS "source_key"
FROM "joined"."ssd_cin_plans" AS "t0"
