SELECT
  "t0"."earl_person_id" AS "child_id",
  'early_help' AS "kind",
  "t0"."earl_episode_id" AS "spell_id",
  "t0"."earl_episode_start_date" AS "started_on",
  "t0"."earl_episode_end_date" AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  "t0"."earl_episode_worker_id" AS "worker_id",
  'ssd_early_help_episodes' AS "source_table",
  "t0"."earl_episode_id" AS "source_key"
FROM "joined"."ssd_early_help_episodes" AS "t0"
