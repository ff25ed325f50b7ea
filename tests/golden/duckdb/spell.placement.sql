SELECT
  "t0"."clap_person_id" AS "child_id",
  'placement' AS "kind",
  "t0"."clap_cla_placement_id" AS "spell_id",
  "t0"."clap_cla_placement_start_date" AS "started_on",
  "t0"."clap_cla_placement_end_date" AS "ended_on",
  "t0"."clap_cla_placement_type" AS "outcome",
  "t0"."clap_cla_placement_provider" AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t0"."clap_cla_placement_id" AS "source_key"
FROM "joined"."ssd_cla_placement" AS "t0"
