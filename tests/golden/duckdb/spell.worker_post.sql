SELECT
  CAST(NULL AS TEXT) AS "child_id",
  'worker_post' AS "kind",
  "t2"."worker" AS "spell_id",
  "t2"."started" AS "started_on",
  "t2"."ended" AS "ended_on",
  CASE
    WHEN COALESCE("t2"."new" = 1, FALSE)
    THEN 'newly_qualified'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  "t2"."worker" AS "worker_id",
  'local_workforce' AS "source_table",
  "t2"."key" AS "source_key"
FROM (
  SELECT
    "t1"."wkfc_professional_id" AS "worker",
    MIN("t1"."wkfc_start_date") AS "started",
    MAX("t1"."wkfc_end_date") AS "ended",
    MAX("t1"."wkfc_id") AS "key",
    MAX(CAST("t1"."wkfc_first_year_status" IS NOT NULL AS BIGINT)) AS "new"
  FROM (
    SELECT
      *
    FROM "joined"."local_workforce" AS "t0"
    WHERE
      "t0"."wkfc_professional_id" IS NOT NULL
  ) AS "t1"
  GROUP BY
    1
) AS "t2"
