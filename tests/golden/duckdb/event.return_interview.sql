SELECT
  "t0"."rhin_person_id" AS "child_id",
  'return_interview' AS "kind",
  "t0"."rhin_held_date" AS "on_date",
  "t0"."rhin_missing_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_return_interviews' AS "source_table",
  "t0"."rhin_id" AS "source_key"
FROM "joined"."local_return_interviews" AS "t0"
WHERE
  "t0"."rhin_held_date" IS NOT NULL
