SELECT
  "t10"."who",
  "t10"."child_id",
  "t10"."team_id",
  'ssd_involvements' AS "source_table",
  "t10"."source_key",
  "t10"."started_on",
  "t10"."ended_on",
  "t10"."fte"
FROM (
  SELECT
    "t9"."team_id",
    "t9"."started_on",
    "t9"."worker_id" AS "who",
    CAST(NULL AS TEXT) AS "child_id",
    "t9"."worker_id" AS "source_key",
    CASE
      WHEN "t9"."until" = CAST('9999-12-31' AS DATE)
      THEN CAST(NULL AS DATE)
      ELSE "t9"."until"
    END AS "ended_on",
    CAST("t3"."full_time" AS DOUBLE) AS "fte"
  FROM (
    SELECT
      "t7"."worker_id",
      "t7"."island",
      MIN("t7"."started_on") AS "started_on",
      MAX("t7"."until") AS "until",
      MAX("t7"."team_id") AS "team_id"
    FROM (
      SELECT
        "t6"."worker_id",
        "t6"."team_id",
        "t6"."started_on",
        "t6"."source_key",
        "t6"."until",
        "t6"."reached",
        "t6"."fresh",
        SUM("t6"."fresh") OVER (
          PARTITION BY "t6"."worker_id"
          ORDER BY "t6"."started_on" ASC, "t6"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "island"
      FROM (
        SELECT
          "t5"."worker_id",
          "t5"."team_id",
          "t5"."started_on",
          "t5"."source_key",
          "t5"."until",
          "t5"."reached",
          CAST((
            "t5"."reached" IS NULL
          ) OR (
            "t5"."started_on" > "t5"."reached"
          ) AS BIGINT) AS "fresh"
        FROM (
          SELECT
            "t4"."worker_id",
            "t4"."team_id",
            "t4"."started_on",
            "t4"."source_key",
            "t4"."until",
            MAX("t4"."until") OVER (
              PARTITION BY "t4"."worker_id"
              ORDER BY "t4"."started_on" ASC, "t4"."source_key" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS "reached"
          FROM (
            SELECT
              "t1"."worker_id",
              "t1"."team_id",
              "t1"."started_on",
              "t1"."source_key",
              COALESCE("t1"."ended_on", CAST('9999-12-31' AS DATE)) AS "until"
            FROM "journeys"."spells" AS "t1"
            WHERE
              "t1"."kind" = 'allocation'
              AND "t1"."started_on" IS NOT NULL
              AND "t1"."worker_id" IS NOT NULL
          ) AS "t4"
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
    GROUP BY
      1,
      2
  ) AS "t9"
  LEFT OUTER JOIN (
    SELECT
      "t0"."prof_professional_id",
      "t0"."prof_full_time_equivalency" AS "full_time"
    FROM "joined"."ssd_professionals" AS "t0"
  ) AS "t3"
    ON "t9"."worker_id" = "t3"."prof_professional_id"
) AS "t10"
