SELECT
  'unallocated' AS "pattern_id",
  "t13"."child_id",
  "t13"."team_id",
  "t13"."since",
  CASE
    WHEN "t13"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t13"."falls"
  END AS "until",
  "t13"."first_on",
  "t13"."last_on",
  "t13"."trigger",
  "t13"."n",
  "t13"."source_table",
  "t13"."source_key"
FROM (
  SELECT
    "t12"."child_id",
    "t12"."since",
    "t12"."until",
    "t12"."team_id",
    "t12"."first_on",
    "t12"."last_on",
    "t12"."trigger",
    "t12"."n",
    "t12"."source_table",
    "t12"."source_key",
    "t12"."reached",
    "t12"."fresh",
    "t12"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t12"."child_id", "t12"."island"
      ORDER BY "t12"."since" ASC, "t12"."until" ASC, "t12"."first_on" ASC, "t12"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t12"."until") OVER (
      PARTITION BY "t12"."child_id", "t12"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t11"."child_id",
      "t11"."since",
      "t11"."until",
      "t11"."team_id",
      "t11"."first_on",
      "t11"."last_on",
      "t11"."trigger",
      "t11"."n",
      "t11"."source_table",
      "t11"."source_key",
      "t11"."reached",
      "t11"."fresh",
      SUM("t11"."fresh") OVER (
        PARTITION BY "t11"."child_id"
        ORDER BY "t11"."since" ASC, "t11"."until" ASC, "t11"."first_on" ASC, "t11"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t10"."child_id",
        "t10"."since",
        "t10"."until",
        "t10"."team_id",
        "t10"."first_on",
        "t10"."last_on",
        "t10"."trigger",
        "t10"."n",
        "t10"."source_table",
        "t10"."source_key",
        "t10"."reached",
        CAST((
          "t10"."reached" IS NULL
        ) OR (
          "t10"."since" > "t10"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t9"."child_id",
          "t9"."since",
          "t9"."until",
          "t9"."team_id",
          "t9"."first_on",
          "t9"."last_on",
          "t9"."trigger",
          "t9"."n",
          "t9"."source_table",
          "t9"."source_key",
          MAX("t9"."until") OVER (
            PARTITION BY "t9"."child_id"
            ORDER BY "t9"."since" ASC, "t9"."until" ASC, "t9"."first_on" ASC, "t9"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t8"."child_id",
            "t8"."since",
            "t8"."until",
            "t8"."team_id",
            "t8"."first_on",
            "t8"."last_on",
            "t8"."trigger",
            "t8"."n",
            "t8"."source_table",
            "t8"."source_key"
          FROM (
            SELECT
              "t7"."child_id",
              "t7"."begun",
              "t7"."until",
              "t7"."team_id",
              "t7"."first_on",
              "t7"."last_on",
              "t7"."trigger",
              "t7"."n",
              "t7"."source_table",
              "t7"."source_key",
              "t5"."since"
            FROM (
              SELECT
                "t0"."child_id",
                "t0"."started_on" AS "begun",
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
                "t0"."kind" IN ('unallocated')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t7"
            LEFT OUTER JOIN (
              SELECT
                "t1"."day" AS "_day",
                "t1"."working_days" AS "_count"
              FROM "journeys"."calendar" AS "t1"
            ) AS "t4"
              ON "t7"."begun" = "t4"."_day"
            LEFT OUTER JOIN (
              SELECT
                "t1"."working_days" AS "_target",
                "t1"."day" AS "since"
              FROM "journeys"."calendar" AS "t1"
              WHERE
                "t1"."is_working"
            ) AS "t5"
              ON (
                "t4"."_count" + 5
              ) = "t5"."_target"
          ) AS "t8"
          WHERE
            "t8"."since" < "t8"."until"
        ) AS "t9"
      ) AS "t10"
    ) AS "t11"
  ) AS "t12"
) AS "t13"
WHERE
  "t13"."nth" = 0
