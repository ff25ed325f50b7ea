SELECT
  'unallocated' AS "pattern_id",
  "t15"."child_id",
  "t15"."team_id",
  "t15"."since",
  CASE
    WHEN "t15"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t15"."falls"
  END AS "until",
  "t15"."first_on",
  "t15"."last_on",
  "t15"."trigger",
  "t15"."n",
  "t15"."source_table",
  "t15"."source_key"
FROM (
  SELECT
    "t14"."child_id",
    "t14"."since",
    "t14"."until",
    "t14"."team_id",
    "t14"."first_on",
    "t14"."last_on",
    "t14"."trigger",
    "t14"."n",
    "t14"."source_table",
    "t14"."source_key",
    "t14"."reached",
    "t14"."fresh",
    "t14"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t14"."child_id", "t14"."island"
      ORDER BY "t14"."since" ASC, "t14"."until" ASC, "t14"."first_on" ASC, "t14"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t14"."until") OVER (
      PARTITION BY "t14"."child_id", "t14"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t13"."child_id",
      "t13"."since",
      "t13"."until",
      "t13"."team_id",
      "t13"."first_on",
      "t13"."last_on",
      "t13"."trigger",
      "t13"."n",
      "t13"."source_table",
      "t13"."source_key",
      "t13"."reached",
      "t13"."fresh",
      SUM("t13"."fresh") OVER (
        PARTITION BY "t13"."child_id"
        ORDER BY "t13"."since" ASC, "t13"."until" ASC, "t13"."first_on" ASC, "t13"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        CAST((
          "t12"."reached" IS NULL
        ) OR (
          "t12"."since" > "t12"."reached"
        ) AS BIGINT) AS "fresh"
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
          MAX("t11"."until") OVER (
            PARTITION BY "t11"."child_id"
            ORDER BY "t11"."since" ASC, "t11"."until" ASC, "t11"."first_on" ASC, "t11"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
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
            "t10"."source_key"
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
              "t9"."since"
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
                "t4"."_day",
                "t5"."since"
              FROM (
                SELECT
                  "t1"."day" AS "_day",
                  "t1"."working_days" AS "_count"
                FROM "journeys"."calendar" AS "t1"
              ) AS "t4"
              INNER JOIN (
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
            ) AS "t9"
              ON "t7"."begun" = "t9"."_day"
          ) AS "t10"
          WHERE
            "t10"."since" < "t10"."until"
        ) AS "t11"
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
WHERE
  "t15"."nth" = 0
