SELECT
  "t0"."immi_person_id" AS "who",
  "t0"."immi_person_id" AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'ssd_immigration_status' AS "source_table",
  "t0"."immi_immigration_status_id" AS "source_key",
  "t0"."immi_immigration_status_start_date" AS "started_on",
  "t0"."immi_immigration_status_end_date" AS "ended_on"
FROM "joined"."ssd_immigration_status" AS "t0"
WHERE
  REGEXP_MATCHES("t0"."immi_immigration_status", '(?i)unaccompanied|uasc')
