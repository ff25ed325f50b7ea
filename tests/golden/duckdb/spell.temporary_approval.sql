SELECT
  "t5"."plmo_person_id" AS "child_id",
  'temporary_approval' AS "kind",
  "t5"."plmo_id" AS "spell_id",
  "t5"."plmo_temporary_approval_date" AS "started_on",
  CASE
    WHEN LEAST(
      COALESCE("t5"."plmo_full_approval_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t4"."placement_end", CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(
      COALESCE("t5"."plmo_full_approval_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t4"."placement_end", CAST('9999-12-31' AS DATE))
    )
  END AS "ended_on",
  CASE
    WHEN COALESCE("t5"."plmo_temporary_extended_date" IS NOT NULL, FALSE)
    THEN 'extended'
    ELSE 'not_extended'
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_placement_moves' AS "source_table",
  "t5"."plmo_id" AS "source_key"
FROM (
  SELECT
    *
  FROM "joined"."local_placement_moves" AS "t0"
  WHERE
    "t0"."plmo_temporary_approval_date" IS NOT NULL
) AS "t5"
LEFT OUTER JOIN (
  SELECT
    "t1"."clap_cla_placement_id" AS "the_placement",
    "t1"."clap_cla_placement_end_date" AS "placement_end"
  FROM "joined"."ssd_cla_placement" AS "t1"
) AS "t4"
  ON "t5"."plmo_placement_id" = "t4"."the_placement"
