SELECT
  "t0"."perm_person_id" AS "child_id",
  'adoption_plan' AS "kind",
  "t0"."perm_table_id" AS "spell_id",
  "t0"."perm_adm_decision_date" AS "started_on",
  CASE
    WHEN LEAST(
      COALESCE("t0"."perm_decision_reversed_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."perm_permanence_order_date", CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(
      COALESCE("t0"."perm_decision_reversed_date", CAST('9999-12-31' AS DATE)),
      COALESCE("t0"."perm_permanence_order_date", CAST('9999-12-31' AS DATE))
    )
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  "t0"."perm_adoption_worker_id" AS "worker_id",
  'ssd_permanence' AS "source_table",
  "t0"."perm_table_id" AS "source_key"
FROM "joined"."ssd_permanence" AS "t0"
WHERE
  "t0"."perm_adm_decision_date" IS NOT NULL
