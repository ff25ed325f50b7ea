SELECT
  'home_on_care_order_over_a_year' AS "pattern_id",
  "t5"."child_id",
  "t5"."team_id",
  "t5"."since",
  CASE
    WHEN "t5"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t5"."falls"
  END AS "until",
  "t5"."first_on",
  "t5"."last_on",
  "t5"."trigger",
  "t5"."n",
  "t5"."source_table",
  "t5"."source_key"
FROM (
  SELECT
    "t4"."child_id",
    "t4"."since",
    "t4"."until",
    "t4"."team_id",
    "t4"."first_on",
    "t4"."last_on",
    "t4"."trigger",
    "t4"."n",
    "t4"."source_table",
    "t4"."source_key",
    "t4"."reached",
    "t4"."fresh",
    "t4"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t4"."child_id", "t4"."island"
      ORDER BY "t4"."since" ASC, "t4"."until" ASC, "t4"."first_on" ASC, "t4"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t4"."until") OVER (
      PARTITION BY "t4"."child_id", "t4"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t3"."child_id",
      "t3"."since",
      "t3"."until",
      "t3"."team_id",
      "t3"."first_on",
      "t3"."last_on",
      "t3"."trigger",
      "t3"."n",
      "t3"."source_table",
      "t3"."source_key",
      "t3"."reached",
      "t3"."fresh",
      SUM("t3"."fresh") OVER (
        PARTITION BY "t3"."child_id"
        ORDER BY "t3"."since" ASC, "t3"."until" ASC, "t3"."first_on" ASC, "t3"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."since",
        "t2"."until",
        "t2"."team_id",
        "t2"."first_on",
        "t2"."last_on",
        "t2"."trigger",
        "t2"."n",
        "t2"."source_table",
        "t2"."source_key",
        "t2"."reached",
        CAST((
          "t2"."reached" IS NULL
        ) OR (
          "t2"."since" > "t2"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."since",
          "t1"."until",
          "t1"."team_id",
          "t1"."first_on",
          "t1"."last_on",
          "t1"."trigger",
          "t1"."n",
          "t1"."source_table",
          "t1"."source_key",
          MAX("t1"."until") OVER (
            PARTITION BY "t1"."child_id"
            ORDER BY "t1"."since" ASC, "t1"."until" ASC, "t1"."first_on" ASC, "t1"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t0"."child_id",
            "t0"."started_on" + INTERVAL '12' MONTH AS "since",
            COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE)) AS "until",
            "t0"."team_id",
            "t0"."started_on" AS "first_on",
            "t0"."started_on" AS "last_on",
            'start of ' || "t0"."kind" AS "trigger",
            CAST(1 AS BIGINT) AS "n",
            "t0"."source_table",
            "t0"."source_key"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" IN ('home_on_care_order')
            AND "t0"."started_on" IS NOT NULL
            AND (
              (
                "t0"."ended_on" IS NULL
              ) OR (
                "t0"."ended_on" >= "t0"."started_on"
              )
            )
            AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            AND (
              "t0"."started_on" + INTERVAL '12' MONTH
            ) < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
        ) AS "t1"
      ) AS "t2"
    ) AS "t3"
  ) AS "t4"
) AS "t5"
WHERE
  "t5"."nth" = 0
