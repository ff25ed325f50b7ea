SELECT
  "t6"."clea_person_id" AS "child_id",
  'care_leaver' AS "kind",
  "t6"."clea_person_id" AS "spell_id",
  "t6"."dob" + INTERVAL '192' MONTH AS "started_on",
  "t6"."dob" + INTERVAL '252' MONTH AS "ended_on",
  LOWER("t6"."kind_of") AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t6"."team" AS "team_id",
  "t6"."worker" AS "worker_id",
  'ssd_care_leavers' AS "source_table",
  "t6"."key" AS "source_key"
FROM (
  SELECT
    "t5"."clea_person_id",
    "t5"."dob",
    MIN("t5"."clea_table_id") AS "key",
    MAX("t5"."clea_care_leaver_eligibility") AS "kind_of",
    MAX("t5"."clea_care_leaver_allocated_team") AS "team",
    MAX("t5"."clea_care_leaver_worker_id") AS "worker"
  FROM (
    SELECT
      "t2"."clea_table_id",
      "t2"."clea_person_id",
      "t2"."clea_care_leaver_eligibility",
      "t2"."clea_care_leaver_in_touch",
      "t2"."clea_care_leaver_latest_contact",
      "t2"."clea_care_leaver_accommodation",
      "t2"."clea_care_leaver_accom_suitable",
      "t2"."clea_care_leaver_activity",
      "t2"."clea_pathway_plan_review_date",
      "t2"."clea_care_leaver_personal_advisor",
      "t2"."clea_care_leaver_allocated_team",
      "t2"."clea_care_leaver_worker_id",
      "t4"."born_id",
      "t4"."dob"
    FROM "joined"."ssd_care_leavers" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."pers_person_id" AS "born_id",
        "t1"."pers_dob" AS "dob"
      FROM "joined"."ssd_person" AS "t1"
      WHERE
        "t1"."pers_dob" IS NOT NULL
    ) AS "t4"
      ON "t2"."clea_person_id" = "t4"."born_id"
  ) AS "t5"
  GROUP BY
    1,
    2
) AS "t6"
