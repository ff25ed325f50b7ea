SELECT
  CAST("t0"."wkva_year" AS TEXT) AS "who",
  CAST(NULL AS TEXT) AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'local_workforce_vacancies' AS "source_table",
  CAST("t0"."wkva_year" AS TEXT) AS "source_key",
  CAST(CAST("t0"."wkva_year" AS TEXT) || '-09-30' AS DATE) AS "on_date",
  CAST("t0"."wkva_vacancies_fte" AS DOUBLE) AS "vacant_fte",
  CAST("t0"."wkva_agency_fte" AS DOUBLE) AS "agency_fte"
FROM "joined"."local_workforce_vacancies" AS "t0"
