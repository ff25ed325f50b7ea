SELECT
  CAST(NULL AS TEXT) AS "child_id",
  'adopter_stage1' AS "kind",
  "t0"."adop_id" AS "spell_id",
  "t0"."adop_stage1_start_date" AS "started_on",
  COALESCE("t0"."adop_stage1_end_date", "t0"."adop_left_date") AS "ended_on",
  CASE
    WHEN COALESCE(
      (
        "t0"."adop_stage1_end_date" IS NULL
      )
      AND (
        "t0"."adop_left_date" IS NOT NULL
      ),
      FALSE
    )
    THEN 'left'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_prospective_adopters' AS "source_table",
  "t0"."adop_id" AS "source_key"
FROM "joined"."local_prospective_adopters" AS "t0"
WHERE
  (
    "t0"."adop_stage1_start_date" IS NOT NULL
  )
  OR (
    "t0"."adop_stage1_end_date" IS NOT NULL
  )
