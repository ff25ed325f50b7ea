SELECT
  "t0"."clah_person_id" AS "child_id",
  'dental_check' AS "kind",
  "t0"."clah_health_check_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_health' AS "source_table",
  "t0"."clah_health_check_id" AS "source_key"
FROM "joined"."ssd_cla_health" AS "t0"
WHERE
  COALESCE(LOWER("t0"."clah_health_check_status") = 'completed', TRUE)
  AND CONTAINS(LOWER("t0"."clah_health_check_type"), 'dental')
  AND "t0"."clah_health_check_date" IS NOT NULL
