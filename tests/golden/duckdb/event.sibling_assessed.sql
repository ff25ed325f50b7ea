SELECT
  "t2"."child_id",
  'sibling_assessed' AS "kind",
  "t4"."cina_assessment_start_date" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cin_assessments' AS "source_table",
  "t4"."cina_assessment_id" AS "source_key"
FROM (
  SELECT
    *
  FROM "joined"."ssd_cin_assessments" AS "t0"
  WHERE
    "t0"."cina_assessment_start_date" IS NOT NULL
) AS "t4"
INNER JOIN "links"."siblings" AS "t2"
  ON "t4"."cina_person_id" = "t2"."sibling_id"
