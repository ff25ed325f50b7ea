SELECT
  "t0"."asre_person_id" AS "child_id",
  'assessment_child_seen' AS "kind",
  "t0"."asre_child_seen_date" AS "on_date",
  "t0"."asre_assessment_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_assessment_reviews' AS "source_table",
  "t0"."asre_id" AS "source_key"
FROM "joined"."local_assessment_reviews" AS "t0"
WHERE
  "t0"."asre_child_seen_date" IS NOT NULL
