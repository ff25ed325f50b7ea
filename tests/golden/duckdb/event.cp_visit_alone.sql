SELECT
  "t0"."cppv_person_id" AS "child_id",
  'cp_visit_alone' AS "kind",
  "t0"."cppv_cp_visit_date" AS "on_date",
  "t0"."cppv_cp_plan_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cp_visits' AS "source_table",
  "t0"."cppv_cp_visit_id" AS "source_key"
FROM "joined"."ssd_cp_visits" AS "t0"
WHERE
  COALESCE("t0"."cppv_cp_visit_seen" = 'Y', FALSE)
  AND COALESCE("t0"."cppv_cp_visit_seen_alone" = 'Y', FALSE)
