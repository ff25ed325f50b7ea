SELECT
  "t6"."cine_person_id" AS "who",
  "t6"."cine_person_id" AS "child_id",
  "t6"."cine_referral_team" AS "team_id",
  'ssd_cin_episodes' AS "source_table",
  "t6"."cine_referral_id" AS "source_key",
  "t6"."cine_referral_date" AS "started_on",
  "t6"."cine_close_date" AS "ended_on",
  "t6"."first_on" AS "first_assessed_on"
FROM (
  SELECT
    "t2"."cine_referral_id",
    "t2"."cine_person_id",
    "t2"."cine_referral_date",
    "t2"."cine_cin_primary_need_code",
    "t2"."cine_referral_source_code",
    "t2"."cine_referral_source_desc",
    "t2"."cine_referral_outcome_json",
    "t2"."cine_referral_nfa",
    "t2"."cine_close_reason",
    "t2"."cine_close_date",
    "t2"."cine_referral_team",
    "t2"."cine_referral_worker_id",
    "t5"."first_id",
    "t5"."first_on"
  FROM "joined"."ssd_cin_episodes" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t3"."cina_referral_id" AS "first_id",
      MIN("t3"."cina_assessment_start_date") AS "first_on"
    FROM (
      SELECT
        *
      FROM "joined"."ssd_cin_assessments" AS "t1"
      WHERE
        "t1"."cina_assessment_start_date" IS NOT NULL
    ) AS "t3"
    GROUP BY
      1
  ) AS "t5"
    ON "t2"."cine_referral_id" = "t5"."first_id"
) AS "t6"
WHERE
  COALESCE("t6"."cine_referral_nfa" <> 'Y', TRUE)
