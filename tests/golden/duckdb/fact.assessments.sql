SELECT
  "t10"."child_id" AS "who",
  "t10"."child_id",
  "t10"."team_id",
  'ssd_cin_assessments' AS "source_table",
  "t10"."source_key",
  "t10"."on_date",
  "t10"."started_on",
  CASE
    WHEN (
      "t10"."b_count" - "t10"."a_count"
    ) >= 0
    THEN "t10"."b_count" - "t10"."a_count"
    ELSE CAST(NULL AS BIGINT)
  END AS "working_days",
  "t10"."seen"
FROM (
  SELECT
    "t9"."child_id",
    "t9"."team_id",
    "t9"."on_date",
    "t9"."source_key",
    "t3"."cina_assessment_start_date" AS "started_on",
    "t3"."cina_assessment_child_seen" AS "seen",
    "t7"."a_day",
    "t7"."a_count",
    "t8"."b_day",
    "t8"."b_count"
  FROM (
    SELECT
      *
    FROM "journeys"."events" AS "t0"
    WHERE
      "t0"."kind" = 'assessment_authorised'
  ) AS "t9"
  INNER JOIN "joined"."ssd_cin_assessments" AS "t3"
    ON "t9"."source_key" = "t3"."cina_assessment_id"
  LEFT OUTER JOIN (
    SELECT
      "t2"."day" AS "a_day",
      "t2"."working_days" AS "a_count"
    FROM "journeys"."calendar" AS "t2"
  ) AS "t7"
    ON "t3"."cina_assessment_start_date" = "t7"."a_day"
  LEFT OUTER JOIN (
    SELECT
      "t2"."day" AS "b_day",
      "t2"."working_days" AS "b_count"
    FROM "journeys"."calendar" AS "t2"
  ) AS "t8"
    ON "t9"."on_date" = "t8"."b_day"
) AS "t10"
