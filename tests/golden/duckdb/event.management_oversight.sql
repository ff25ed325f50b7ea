SELECT
  "t0"."mgmt_person_id" AS "child_id",
  'management_oversight' AS "kind",
  "t0"."mgmt_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  LOWER("t0"."mgmt_kind") AS "outcome",
  CASE
    WHEN COALESCE("t0"."mgmt_manager_id" IS NULL, FALSE)
    THEN 'no_manager'
    ELSE CAST(NULL AS TEXT)
  END AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  "t0"."mgmt_manager_id" AS "worker_id",
  'local_management_oversight' AS "source_table",
  "t0"."mgmt_id" AS "source_key"
FROM "joined"."local_management_oversight" AS "t0"
WHERE
  "t0"."mgmt_date" IS NOT NULL
