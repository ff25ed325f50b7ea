SELECT
  "t0"."perm_person_id" AS "child_id",
  'permanence_order' AS "kind",
  "t0"."perm_permanence_order_date" AS "on_date",
  "t0"."perm_table_id" AS "spell_id",
  "t0"."perm_permanence_order_type" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_permanence' AS "source_table",
  "t0"."perm_table_id" AS "source_key"
FROM "joined"."ssd_permanence" AS "t0"
WHERE
  "t0"."perm_permanence_order_date" IS NOT NULL
