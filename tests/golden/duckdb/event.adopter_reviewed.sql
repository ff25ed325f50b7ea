SELECT
  CAST(NULL AS TEXT) AS "child_id",
  'adopter_reviewed' AS "kind",
  "t0"."adrv_held_date" AS "on_date",
  "t0"."adrv_adopter_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_adopter_reviews' AS "source_table",
  "t0"."adrv_id" AS "source_key"
FROM "joined"."local_adopter_reviews" AS "t0"
WHERE
  "t0"."adrv_held_date" IS NOT NULL
