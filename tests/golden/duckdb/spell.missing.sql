SELECT
  "t2"."miss_person_id" AS "child_id",
  'missing' AS "kind",
  "t2"."miss_table_id" AS "spell_id",
  "t2"."miss_missing_episode_start_date" AS "started_on",
  "t2"."miss_missing_episode_end_date" AS "ended_on",
  CASE
    WHEN COALESCE(
      (
        "t4"."declined" IS NOT NULL
      )
      OR COALESCE("t2"."miss_missing_rhi_accepted" = 'N', FALSE),
      FALSE
    )
    THEN 'declined'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  "t2"."miss_missing_episode_type" AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_missing' AS "source_table",
  "t2"."miss_table_id" AS "source_key"
FROM "joined"."ssd_missing" AS "t2"
LEFT OUTER JOIN (
  SELECT DISTINCT
    "t1"."rhin_missing_id" AS "declined"
  FROM "joined"."local_return_interviews" AS "t1"
  WHERE
    "t1"."rhin_accepted" = 'N'
) AS "t4"
  ON "t2"."miss_table_id" = "t4"."declined"
