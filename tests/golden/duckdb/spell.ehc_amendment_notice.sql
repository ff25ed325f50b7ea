SELECT
  "t0"."eham_person_id" AS "child_id",
  'ehc_amendment_notice' AS "kind",
  "t0"."eham_id" AS "spell_id",
  "t0"."eham_notice_date" AS "started_on",
  "t0"."eham_final_date" AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_ehcp_amendments' AS "source_table",
  "t0"."eham_id" AS "source_key"
FROM "joined"."local_ehcp_amendments" AS "t0"
WHERE
  "t0"."eham_notice_date" IS NOT NULL
