SELECT
  "t0"."wkfc_professional_id" AS "who",
  CAST(NULL AS TEXT) AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'local_workforce' AS "source_table",
  "t0"."wkfc_id" AS "source_key",
  CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE) AS "on_date",
  "t0"."wkfc_agency" AS "agency",
  "t0"."wkfc_organisation_role" AS "role",
  CASE
    WHEN (
      "t0"."wkfc_end_date" IS NULL
    )
    OR (
      "t0"."wkfc_end_date" > CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE)
    )
    THEN 'Y'
    ELSE 'N'
  END AS "in_post",
  CASE
    WHEN (
      "t0"."wkfc_start_date" > (
        CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE) - INTERVAL '12' MONTH
      )
    )
    AND (
      "t0"."wkfc_start_date" <= CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE)
    )
    THEN 'Y'
    ELSE 'N'
  END AS "joined",
  CASE
    WHEN COALESCE(
      (
        "t0"."wkfc_end_date" > (
          CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE) - INTERVAL '12' MONTH
        )
      )
      AND (
        "t0"."wkfc_end_date" <= CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE)
      ),
      FALSE
    )
    THEN 'Y'
    ELSE 'N'
  END AS "left",
  CASE WHEN "t0"."wkfc_first_year_status" IS NOT NULL THEN 'Y' ELSE 'N' END AS "first_year",
  CAST("t0"."wkfc_fte_30_september" AS DOUBLE) AS "fte",
  CAST("t0"."wkfc_fte" AS DOUBLE) AS "contract_fte",
  CAST("t0"."wkfc_cases_30_september" AS DOUBLE) AS "cases",
  CAST("t0"."wkfc_days_lost" AS DOUBLE) AS "days_lost",
  CAST("t0"."wkfc_fte_30_september" AS DOUBLE) * 253 AS "available_days",
  CAST(DATE_DIFF(
    'DAY',
    "t0"."wkfc_start_date",
    CAST(CAST("t0"."wkfc_year" AS TEXT) || '-09-30' AS DATE)
  ) AS DOUBLE) / 365.25 AS "years"
FROM "joined"."local_workforce" AS "t0"
