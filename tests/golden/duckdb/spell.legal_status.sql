SELECT
  "t0"."lega_person_id" AS "child_id",
  'legal_status' AS "kind",
  "t0"."lega_legal_status_id" AS "spell_id",
  "t0"."lega_legal_status_start_date" AS "started_on",
  "t0"."lega_legal_status_end_date" AS "ended_on",
  "t0"."lega_legal_status" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_legal_status' AS "source_table",
  "t0"."lega_legal_status_id" AS "source_key"
FROM "joined"."ssd_legal_status" AS "t0"
