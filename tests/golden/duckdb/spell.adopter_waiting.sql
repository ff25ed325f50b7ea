SELECT
  CAST(NULL AS TEXT) AS "child_id",
  'adopter_waiting' AS "kind",
  "t0"."adop_id" AS "spell_id",
  "t0"."adop_approved_date" AS "started_on",
  CASE
    WHEN LEAST(
      COALESCE("t0"."adop_placed_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."adop_left_date", CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(
      COALESCE("t0"."adop_placed_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."adop_left_date", CAST('9999-12-31' AS DATE))
    )
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_prospective_adopters' AS "source_table",
  "t0"."adop_id" AS "source_key"
FROM "joined"."local_prospective_adopters" AS "t0"
WHERE
  "t0"."adop_approved_date" IS NOT NULL
