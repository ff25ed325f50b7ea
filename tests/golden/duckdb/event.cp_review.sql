SELECT
  "t0"."cppr_person_id" AS "child_id",
  'cp_review' AS "kind",
  "t0"."cppr_cp_review_date" AS "on_date",
  "t0"."cppr_cp_plan_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cp_reviews' AS "source_table",
  "t0"."cppr_cp_review_id" AS "source_key"
FROM "joined"."ssd_cp_reviews" AS "t0"
WHERE
  "t0"."cppr_cp_review_date" IS NOT NULL
