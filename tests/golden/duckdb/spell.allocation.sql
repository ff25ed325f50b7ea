SELECT
  "t0"."invo_person_id" AS "child_id",
  'allocation' AS "kind",
  "t0"."invo_involvements_id" AS "spell_id",
  "t0"."invo_involvement_start_date" AS "started_on",
  "t0"."invo_involvement_end_date" AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t0"."invo_professional_team" AS "team_id",
  "t0"."invo_professional_id" AS "worker_id",
  'ssd_involvements' AS "source_table",
  "t0"."invo_involvements_id" AS "source_key"
FROM "joined"."ssd_involvements" AS "t0"
WHERE
  "t0"."invo_professional_role_id" = 'Allocated social worker'
