SELECT
  "t1"."wkfc_professional_id" AS "who",
  CAST(NULL AS TEXT) AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'local_workforce' AS "source_table",
  "t1"."wkfc_id" AS "source_key",
  "t1"."wkfc_start_date" AS "started_on",
  "t1"."wkfc_end_date" AS "ended_on",
  "t1"."wkfc_agency" AS "agency",
  "t1"."wkfc_start_origin" AS "origin",
  CASE WHEN "t1"."wkfc_first_year_status" IS NOT NULL THEN 'Y' ELSE 'N' END AS "newly_qualified",
  CAST("t1"."wkfc_fte" AS DOUBLE) AS "fte"
FROM (
  SELECT
    "t0"."wkfc_id",
    "t0"."wkfc_professional_id",
    "t0"."wkfc_year",
    "t0"."wkfc_agency",
    "t0"."wkfc_fte",
    "t0"."wkfc_birth_date",
    "t0"."wkfc_sex",
    "t0"."wkfc_ethnicity",
    "t0"."wkfc_qualification_level",
    "t0"."wkfc_step_up",
    "t0"."wkfc_frontline",
    "t0"."wkfc_organisation_role",
    "t0"."wkfc_start_date",
    "t0"."wkfc_start_origin",
    "t0"."wkfc_end_date",
    "t0"."wkfc_leaver_destination",
    "t0"."wkfc_leaving_reason",
    "t0"."wkfc_fte_30_september",
    "t0"."wkfc_cases_30_september",
    "t0"."wkfc_days_lost",
    "t0"."wkfc_contract_weeks",
    "t0"."wkfc_absent_30_september",
    "t0"."wkfc_absence_reason",
    "t0"."wkfc_first_year_status",
    ROW_NUMBER() OVER (
      PARTITION BY "t0"."wkfc_professional_id"
      ORDER BY "t0"."wkfc_year" DESC, "t0"."wkfc_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth"
  FROM "joined"."local_workforce" AS "t0"
) AS "t1"
WHERE
  "t1"."nth" = 0 AND "t1"."wkfc_start_date" IS NOT NULL
