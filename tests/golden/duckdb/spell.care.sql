SELECT
  "t1"."child_id",
  'care' AS "kind",
  "t1"."cla_id" AS "spell_id",
  "t1"."started" AS "started_on",
  CASE WHEN "t1"."still_open" = 0 THEN "t1"."ended" ELSE CAST(NULL AS DATE) END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_episodes' AS "source_table",
  "t1"."cla_id" AS "source_key"
FROM (
  SELECT
    "t0"."clae_person_id" AS "child_id",
    "t0"."clae_cla_id" AS "cla_id",
    MIN(
      COALESCE(
        "t0"."clae_entered_care_date",
        CASE
          WHEN "t0"."clae_cla_episode_start_reason" = 'S'
          THEN "t0"."clae_cla_episode_start_date"
          ELSE CAST(NULL AS DATE)
        END
      )
    ) AS "started",
    MAX("t0"."clae_cla_episode_ceased_date") AS "ended",
    MAX(CAST("t0"."clae_cla_episode_ceased_date" IS NULL AS BIGINT)) AS "still_open"
  FROM "joined"."ssd_cla_episodes" AS "t0"
  GROUP BY
    1,
    2
) AS "t1"
