SELECT
  "t0"."tman_id" AS "who",
  CAST(NULL AS TEXT) AS "child_id",
  "t0"."tman_team_id" AS "team_id",
  'local_team_managers' AS "source_table",
  "t0"."tman_id" AS "source_key",
  "t0"."tman_from_date" AS "started_on",
  "t0"."tman_to_date" AS "ended_on",
  "t0"."tman_status" AS "status"
FROM "joined"."local_team_managers" AS "t0"
