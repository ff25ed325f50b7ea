SELECT
  "t0"."miss_person_id" AS "who",
  "t0"."miss_person_id" AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'ssd_missing' AS "source_table",
  "t0"."miss_table_id" AS "source_key",
  "t0"."miss_missing_episode_start_date" AS "started_on",
  "t0"."miss_missing_episode_start_date" + INTERVAL '12' MONTH AS "ended_on"
FROM "joined"."ssd_missing" AS "t0"
WHERE
  SUBSTRING(
    UPPER("t0"."miss_missing_episode_type"),
    CASE
      WHEN (
        0 + 1
      ) >= 1
      THEN 0 + 1
      ELSE 0 + 1 + LENGTH(UPPER("t0"."miss_missing_episode_type"))
    END,
    1
  ) IN ('M')
  AND "t0"."miss_missing_episode_start_date" IS NOT NULL
