SELECT
  "t0"."suor_person_id" AS "child_id",
  'supervision_order' AS "kind",
  "t0"."suor_id" AS "spell_id",
  "t0"."suor_made_date" AS "started_on",
  "t0"."suor_end_date" AS "ended_on",
  CASE
    WHEN COALESCE("t0"."suor_extended_to_date" IS NOT NULL, FALSE)
    THEN 'extended'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_supervision_orders' AS "source_table",
  "t0"."suor_id" AS "source_key"
FROM "joined"."local_supervision_orders" AS "t0"
WHERE
  "t0"."suor_made_date" IS NOT NULL
