SELECT
  "t0"."invo_person_id" AS "child_id",
  'iro_appointed' AS "kind",
  "t0"."invo_involvement_start_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  "t0"."invo_professional_id" AS "worker_id",
  'ssd_involvements' AS "source_table",
  "t0"."invo_involvements_id" AS "source_key"
FROM "joined"."ssd_involvements" AS "t0"
WHERE
  REGEXP_MATCHES("t0"."invo_professional_role_id", '(?i)reviewing officer|\bIRO\b')
  AND "t0"."invo_involvement_start_date" IS NOT NULL
