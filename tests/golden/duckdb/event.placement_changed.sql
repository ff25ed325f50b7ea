SELECT
  "t1"."clap_person_id" AS "child_id",
  'placement_changed' AS "kind",
  "t1"."clap_cla_placement_start_date" AS "on_date",
  "t1"."clap_cla_placement_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t1"."clap_cla_placement_id" AS "source_key"
FROM (
  SELECT
    "t0"."clap_cla_placement_id",
    "t0"."clap_cla_placement_start_date",
    "t0"."clap_cla_placement_type",
    "t0"."clap_cla_placement_urn",
    "t0"."clap_cla_placement_distance",
    "t0"."clap_cla_id",
    "t0"."clap_cla_placement_provider",
    "t0"."clap_cla_placement_postcode",
    "t0"."clap_cla_placement_end_date",
    "t0"."clap_cla_placement_change_reason",
    "t0"."clap_person_id",
    ROW_NUMBER() OVER (
      PARTITION BY "t0"."clap_cla_id"
      ORDER BY "t0"."clap_cla_placement_start_date" ASC, "t0"."clap_cla_placement_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth"
  FROM "joined"."ssd_cla_placement" AS "t0"
) AS "t1"
WHERE
  "t1"."nth" > 0
