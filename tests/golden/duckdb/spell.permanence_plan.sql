SELECT
  "t0"."lper_person_id" AS "child_id",
  'permanence_plan' AS "kind",
  "t0"."lper_id" AS "spell_id",
  "t0"."lper_agreed_date" AS "started_on",
  CASE
    WHEN LEAST(
      COALESCE("t0"."lper_achieved_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."lper_ended_date", CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(
      COALESCE("t0"."lper_achieved_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."lper_ended_date", CAST('9999-12-31' AS DATE))
    )
  END AS "ended_on",
  LOWER("t0"."lper_route") AS "outcome",
  CASE
    WHEN "t0"."lper_achieved_date" IS NOT NULL
    THEN 'achieved'
    WHEN "t0"."lper_ended_date" IS NOT NULL
    THEN 'changed'
    ELSE NULL
  END AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'local_permanence_plans' AS "source_table",
  "t0"."lper_id" AS "source_key"
FROM "joined"."local_permanence_plans" AS "t0"
