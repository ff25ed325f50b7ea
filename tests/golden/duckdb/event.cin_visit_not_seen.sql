SELECT
  "t0"."cinv_person_id" AS "child_id",
  'cin_visit_not_seen' AS "kind",
  "t0"."cinv_cin_visit_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cin_visits' AS "source_table",
  "t0"."cinv_cin_visit_id" AS "source_key"
FROM "joined"."ssd_cin_visits" AS "t0"
WHERE
  NOT (
    COALESCE("t0"."cinv_cin_visit_seen" = 'Y', FALSE)
  )
