SELECT
  "t0"."strd_person_id" AS "child_id",
  'strategy_discussion' AS "kind",
  "t0"."strd_id" AS "spell_id",
  "t0"."strd_concern_date" AS "started_on",
  "t0"."strd_held_date" AS "ended_on",
  LOWER("t0"."strd_outcome") AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t0"."strd_team" AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_strategy_discussions' AS "source_table",
  "t0"."strd_id" AS "source_key"
FROM "joined"."local_strategy_discussions" AS "t0"
