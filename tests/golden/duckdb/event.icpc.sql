SELECT
  "t0"."icpc_person_id" AS "child_id",
  'icpc' AS "kind",
  "t0"."icpc_icpc_date" AS "on_date",
  "t0"."icpc_s47_enquiry_id" AS "spell_id",
  "t0"."icpc_icpc_outcome_cp_flag" AS "outcome",
  CASE
    WHEN COALESCE("t0"."icpc_icpc_transfer_in" = 'Y', FALSE)
    THEN 'transfer_in'
    ELSE CAST(NULL AS TEXT)
  END AS "detail",
  "t0"."icpc_icpc_team" AS "team_id",
  "t0"."icpc_icpc_worker_id" AS "worker_id",
  'ssd_initial_cp_conference' AS "source_table",
  "t0"."icpc_icpc_id" AS "source_key"
FROM "joined"."ssd_initial_cp_conference" AS "t0"
WHERE
  "t0"."icpc_icpc_date" IS NOT NULL
