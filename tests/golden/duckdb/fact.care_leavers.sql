SELECT
  "t7"."child_id" AS "who",
  "t7"."child_id",
  "t7"."team_id",
  'ssd_care_leavers' AS "source_table",
  "t7"."source_key",
  "t7"."started_on",
  CAST(NULL AS DATE) AS "ended_on",
  "t7"."born",
  "t7"."eligibility",
  "t7"."in_touch",
  "t7"."accommodation",
  "t7"."suitable",
  "t7"."activity",
  "t7"."planned_on"
FROM (
  SELECT
    "t3"."clea_person_id" AS "child_id",
    "t3"."clea_care_leaver_allocated_team" AS "team_id",
    MAKE_DATE(EXTRACT(year FROM "t4"."as_at"), EXTRACT(month FROM "t4"."as_at"), 1) AS "started_on",
    "t3"."clea_table_id" AS "source_key",
    "t6"."born",
    "t3"."clea_care_leaver_eligibility" AS "eligibility",
    "t3"."clea_care_leaver_in_touch" AS "in_touch",
    "t3"."clea_care_leaver_accommodation" AS "accommodation",
    "t3"."clea_care_leaver_accom_suitable" AS "suitable",
    "t3"."clea_care_leaver_activity" AS "activity",
    "t3"."clea_pathway_plan_review_date" AS "planned_on"
  FROM "joined"."ssd_care_leavers" AS "t3"
  LEFT OUTER JOIN (
    SELECT
      "t2"."pers_person_id",
      "t2"."pers_dob" AS "born"
    FROM "joined"."ssd_person" AS "t2"
  ) AS "t6"
    ON "t3"."clea_person_id" = "t6"."pers_person_id"
  CROSS JOIN "records"."load" AS "t4"
) AS "t7"
