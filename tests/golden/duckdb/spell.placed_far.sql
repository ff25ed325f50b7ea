SELECT
  "t5"."clap_person_id" AS "child_id",
  'placed_far' AS "kind",
  "t5"."clap_cla_placement_id" AS "spell_id",
  "t5"."clap_cla_placement_start_date" AS "started_on",
  "t5"."clap_cla_placement_end_date" AS "ended_on",
  "t5"."clap_cla_placement_type" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t5"."clap_cla_placement_id" AS "source_key"
FROM (
  SELECT
    "t2"."clap_cla_placement_id",
    "t2"."clap_cla_placement_start_date",
    "t2"."clap_cla_placement_type",
    "t2"."clap_cla_placement_urn",
    "t2"."clap_cla_placement_distance",
    "t2"."clap_cla_id",
    "t2"."clap_cla_placement_provider",
    "t2"."clap_cla_placement_postcode",
    "t2"."clap_cla_placement_end_date",
    "t2"."clap_cla_placement_change_reason",
    "t2"."clap_person_id",
    "t4"."moved",
    "t4"."carer"
  FROM "joined"."ssd_cla_placement" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."plmo_placement_id" AS "moved",
      "t1"."plmo_carer_id" AS "carer"
    FROM "joined"."local_placement_moves" AS "t1"
  ) AS "t4"
    ON "t2"."clap_cla_placement_id" = "t4"."moved"
) AS "t5"
WHERE
  CASE
    WHEN CAST("t5"."clap_cla_placement_distance" AS DOUBLE) < 999
    THEN CAST("t5"."clap_cla_placement_distance" AS DOUBLE)
    ELSE CAST(NULL AS DOUBLE)
  END > 20
