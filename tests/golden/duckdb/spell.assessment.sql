SELECT
  "t0"."cina_person_id" AS "child_id",
  'assessment' AS "kind",
  "t0"."cina_assessment_id" AS "spell_id",
  "t0"."cina_assessment_start_date" AS "started_on",
  "t0"."cina_assessment_auth_date" AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  "t0"."cina_assessment_team" AS "team_id",
  "t0"."cina_assessment_worker_id" AS "worker_id",
  'ssd_cin_assessments' AS "source_table",
  "t0"."cina_assessment_id" AS "source_key"
FROM "joined"."ssd_cin_assessments" AS "t0"
