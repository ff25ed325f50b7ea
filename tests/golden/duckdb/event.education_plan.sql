SELECT
  "t0"."pepl_person_id" AS "child_id",
  'education_plan' AS "kind",
  "t0"."pepl_completed_date" AS "on_date",
  "t0"."pepl_cla_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_education_plans' AS "source_table",
  "t0"."pepl_id" AS "source_key"
FROM "joined"."local_education_plans" AS "t0"
WHERE
  "t0"."pepl_completed_date" IS NOT NULL
