SELECT
  "t0"."corg_person_id" AS "child_id",
  'core_group' AS "kind",
  "t0"."corg_held_date" AS "on_date",
  "t0"."corg_cp_plan_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_core_groups' AS "source_table",
  "t0"."corg_id" AS "source_key"
FROM "joined"."local_core_groups" AS "t0"
WHERE
  "t0"."corg_held_date" IS NOT NULL
