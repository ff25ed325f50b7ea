SELECT
  "t0"."lpre_person_id" AS "child_id",
  'family_group_offered' AS "kind",
  "t0"."lpre_family_group_date" AS "on_date",
  "t0"."lpre_table_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_preproceedings' AS "source_table",
  "t0"."lpre_table_id" AS "source_key"
FROM "joined"."local_preproceedings" AS "t0"
WHERE
  "t0"."lpre_family_group_date" IS NOT NULL
