SELECT
  "t2"."clap_person_id" AS "child_id",
  'secure_stay' AS "kind",
  "t2"."clap_cla_placement_id" AS "spell_id",
  "t2"."clap_cla_placement_start_date" AS "started_on",
  "t2"."clap_cla_placement_end_date" AS "ended_on",
  CASE
    WHEN COALESCE(
      (
        "t2"."last_start" IS NOT NULL
      )
      AND (
        (
          "t2"."last_end" IS NULL
        )
        OR (
          (
            "t2"."last_end" + INTERVAL '28' DAY
          ) > "t2"."clap_cla_placement_start_date"
        )
      ),
      FALSE
    )
    THEN 'soon_after_another'
    ELSE 'by_itself'
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t2"."clap_cla_placement_id" AS "source_key"
FROM (
  SELECT
    "t1"."clap_cla_placement_id",
    "t1"."clap_cla_placement_start_date",
    "t1"."clap_cla_placement_type",
    "t1"."clap_cla_placement_urn",
    "t1"."clap_cla_placement_distance",
    "t1"."clap_cla_id",
    "t1"."clap_cla_placement_provider",
    "t1"."clap_cla_placement_postcode",
    "t1"."clap_cla_placement_end_date",
    "t1"."clap_cla_placement_change_reason",
    "t1"."clap_person_id",
    LAG("t1"."clap_cla_placement_start_date") OVER (
      PARTITION BY "t1"."clap_person_id"
      ORDER BY "t1"."clap_cla_placement_start_date" ASC, "t1"."clap_cla_placement_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "last_start",
    LAG("t1"."clap_cla_placement_end_date") OVER (
      PARTITION BY "t1"."clap_person_id"
      ORDER BY "t1"."clap_cla_placement_start_date" ASC, "t1"."clap_cla_placement_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "last_end"
  FROM (
    SELECT
      *
    FROM "joined"."ssd_cla_placement" AS "t0"
    WHERE
      "t0"."clap_cla_placement_type" = 'K1'
  ) AS "t1"
) AS "t2"
