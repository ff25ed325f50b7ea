SELECT
  "t6"."child_id" AS "who",
  "t6"."child_id",
  "t6"."team_id",
  'ssd_cp_plans' AS "source_table",
  "t6"."source_key",
  "t6"."started_on" AS "on_date",
  "t6"."category",
  CASE
    WHEN COALESCE("t6"."earlier", 0) > 0
    THEN 'Y'
    WHEN NOT (
      COALESCE("t6"."earlier", 0) > 0
    )
    THEN 'N'
    ELSE NULL
  END AS "earlier",
  "t6"."earlier_ended_on"
FROM (
  SELECT
    "t5"."child_id",
    "t5"."team_id",
    "t5"."started_on",
    "t5"."ended_on",
    "t5"."source_key",
    "t5"."category",
    MAX("t5"."ended_on") OVER (
      PARTITION BY "t5"."child_id"
      ORDER BY "t5"."started_on" ASC, "t5"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
    ) AS "earlier_ended_on",
    COUNT("t5"."source_key") OVER (
      PARTITION BY "t5"."child_id"
      ORDER BY "t5"."started_on" ASC, "t5"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
    ) AS "earlier"
  FROM (
    SELECT
      "t4"."child_id",
      "t4"."team_id",
      "t4"."started_on",
      "t4"."ended_on",
      "t4"."source_key",
      "t2"."cppl_cp_plan_initial_category" AS "category"
    FROM (
      SELECT
        *
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'cp_plan' AND "t0"."started_on" IS NOT NULL
    ) AS "t4"
    INNER JOIN "joined"."ssd_cp_plans" AS "t2"
      ON "t4"."source_key" = "t2"."cppl_cp_plan_id"
  ) AS "t5"
) AS "t6"
