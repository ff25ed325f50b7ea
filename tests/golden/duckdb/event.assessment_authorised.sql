SELECT
  "t0"."cina_person_id" AS "child_id",
  'assessment_authorised' AS "kind",
  "t0"."cina_assessment_auth_date" AS "on_date",
  "t0"."cina_referral_id" AS "spell_id",
  CASE
    WHEN "t0"."cina_assessment_outcome_nfa" = 'Y'
    THEN 'nfa'
    WHEN "t0"."cina_assessment_outcome_nfa" = 'N'
    THEN 'need'
    ELSE NULL
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t0"."cina_assessment_team" AS "team_id",
  "t0"."cina_assessment_worker_id" AS "worker_id",
  'ssd_cin_assessments' AS "source_table",
  "t0"."cina_assessment_id" AS "source_key"
FROM "joined"."ssd_cin_assessments" AS "t0"
WHERE
  "t0"."cina_assessment_auth_date" IS NOT NULL
