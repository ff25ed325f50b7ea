SELECT
  "t0"."cinr_person_id" AS "child_id",
  'cin_review' AS "kind",
  "t0"."cinr_held_date" AS "on_date",
  "t0"."cinr_cin_plan_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_cin_reviews' AS "source_table",
  "t0"."cinr_id" AS "source_key"
FROM "joined"."local_cin_reviews" AS "t0"
WHERE
  "t0"."cinr_held_date" IS NOT NULL
