SELECT
  "t14"."child_id" AS "who",
  "t14"."child_id",
  "t14"."team_id",
  'ssd_initial_cp_conference' AS "source_table",
  "t14"."source_key",
  "t14"."on_date",
  "t14"."b_count" - "t14"."a_count" AS "working_days",
  "t14"."transfer_in"
FROM (
  SELECT
    "t13"."child_id",
    "t13"."team_id",
    "t13"."on_date",
    "t13"."source_key",
    "t10"."began",
    "t9"."icpc_icpc_transfer_in" AS "transfer_in",
    "t11"."a_day",
    "t11"."a_count",
    "t12"."b_day",
    "t12"."b_count"
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."team_id",
      "t0"."on_date",
      "t0"."source_key",
      "t0"."spell_id" AS "enquiry"
    FROM "journeys"."events" AS "t0"
    WHERE
      "t0"."kind" = 'icpc'
  ) AS "t13"
  INNER JOIN (
    SELECT
      "t1"."icpc_icpc_id",
      "t1"."icpc_icpc_transfer_in"
    FROM "joined"."ssd_initial_cp_conference" AS "t1"
  ) AS "t9"
    ON "t13"."source_key" = "t9"."icpc_icpc_id"
  LEFT OUTER JOIN (
    SELECT
      "t2"."s47e_s47_enquiry_id",
      "t2"."s47e_s47_start_date" AS "began"
    FROM "joined"."ssd_s47_enquiry" AS "t2"
  ) AS "t10"
    ON "t13"."enquiry" = "t10"."s47e_s47_enquiry_id"
  LEFT OUTER JOIN (
    SELECT
      "t3"."day" AS "a_day",
      "t3"."working_days" AS "a_count"
    FROM "journeys"."calendar" AS "t3"
  ) AS "t11"
    ON "t10"."began" = "t11"."a_day"
  LEFT OUTER JOIN (
    SELECT
      "t3"."day" AS "b_day",
      "t3"."working_days" AS "b_count"
    FROM "journeys"."calendar" AS "t3"
  ) AS "t12"
    ON "t13"."on_date" = "t12"."b_day"
) AS "t14"
