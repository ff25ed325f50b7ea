SELECT
  "t0"."ehrv_person_id" AS "child_id",
  'ehc_reviewed' AS "kind",
  "t0"."ehrv_decision_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_ehcp_reviews' AS "source_table",
  "t0"."ehrv_id" AS "source_key"
FROM "joined"."local_ehcp_reviews" AS "t0"
WHERE
  "t0"."ehrv_decision_date" IS NOT NULL
