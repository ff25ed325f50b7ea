SELECT
  'siblings_not_assessed' AS "pattern_id",
  "t20"."child_id",
  "t20"."team_id",
  "t20"."since",
  CASE
    WHEN "t20"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t20"."falls"
  END AS "until",
  "t20"."first_on",
  "t20"."last_on",
  "t20"."trigger",
  "t20"."n",
  "t20"."source_table",
  "t20"."source_key"
FROM (
  SELECT
    "t19"."child_id",
    "t19"."since",
    "t19"."until",
    "t19"."team_id",
    "t19"."first_on",
    "t19"."last_on",
    "t19"."trigger",
    "t19"."n",
    "t19"."source_table",
    "t19"."source_key",
    "t19"."reached",
    "t19"."fresh",
    "t19"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t19"."child_id", "t19"."island"
      ORDER BY "t19"."since" ASC, "t19"."until" ASC, "t19"."first_on" ASC, "t19"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t19"."until") OVER (
      PARTITION BY "t19"."child_id", "t19"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t18"."child_id",
      "t18"."since",
      "t18"."until",
      "t18"."team_id",
      "t18"."first_on",
      "t18"."last_on",
      "t18"."trigger",
      "t18"."n",
      "t18"."source_table",
      "t18"."source_key",
      "t18"."reached",
      "t18"."fresh",
      SUM("t18"."fresh") OVER (
        PARTITION BY "t18"."child_id"
        ORDER BY "t18"."since" ASC, "t18"."until" ASC, "t18"."first_on" ASC, "t18"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t17"."child_id",
        "t17"."since",
        "t17"."until",
        "t17"."team_id",
        "t17"."first_on",
        "t17"."last_on",
        "t17"."trigger",
        "t17"."n",
        "t17"."source_table",
        "t17"."source_key",
        "t17"."reached",
        CAST((
          "t17"."reached" IS NULL
        ) OR (
          "t17"."since" > "t17"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t16"."child_id",
          "t16"."since",
          "t16"."until",
          "t16"."team_id",
          "t16"."first_on",
          "t16"."last_on",
          "t16"."trigger",
          "t16"."n",
          "t16"."source_table",
          "t16"."source_key",
          MAX("t16"."until") OVER (
            PARTITION BY "t16"."child_id"
            ORDER BY "t16"."since" ASC, "t16"."until" ASC, "t16"."first_on" ASC, "t16"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t15"."child_id",
            "t15"."since",
            LEAST(
              COALESCE("t15"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t15"."next_clear", CAST('9999-12-31' AS DATE)),
              "t15"."first_on" + INTERVAL '6' MONTH
            ) AS "until",
            "t15"."team_id",
            "t15"."first_on",
            "t15"."on_date" AS "last_on",
            "t15"."trigger",
            CAST(1 AS BIGINT) AS "n",
            "t15"."source_table",
            "t15"."source_key"
          FROM (
            SELECT
              "t14"."child_id",
              "t14"."team_id",
              "t14"."worker_id",
              "t14"."on_date",
              "t14"."detail",
              "t14"."trigger",
              "t14"."home_ends",
              "t14"."source_table",
              "t14"."source_key",
              "t14"."clears",
              "t14"."home",
              "t14"."home_until",
              "t14"."group",
              "t14"."next_clear",
              "t14"."any_clear",
              "t14"."first_on",
              "t14"."one_back",
              "t14"."two_back",
              "t5"."since"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t11"."child_id",
                  "t11"."team_id",
                  "t11"."worker_id",
                  "t11"."on_date",
                  "t11"."detail",
                  "t11"."trigger",
                  "t11"."home_ends",
                  "t11"."source_table",
                  "t11"."source_key",
                  "t11"."clears",
                  "t11"."home",
                  "t11"."home_until",
                  "t11"."group",
                  "t11"."next_clear",
                  "t11"."any_clear",
                  "t11"."on_date" AS "first_on",
                  LAG("t11"."on_date", 1) OVER (
                    PARTITION BY "t11"."child_id", "t11"."home", "t11"."group"
                    ORDER BY "t11"."on_date" ASC, "t11"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "one_back",
                  LAG("t11"."on_date", 2) OVER (
                    PARTITION BY "t11"."child_id", "t11"."home", "t11"."group"
                    ORDER BY "t11"."on_date" ASC, "t11"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "two_back"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t9"."child_id",
                      "t9"."team_id",
                      "t9"."worker_id",
                      "t9"."on_date",
                      "t9"."detail",
                      "t9"."trigger",
                      "t9"."home_ends",
                      "t9"."source_table",
                      "t9"."source_key",
                      "t9"."clears",
                      "t9"."home",
                      "t9"."home_until",
                      SUM(CAST("t9"."clears" AS BIGINT)) OVER (
                        PARTITION BY "t9"."child_id", "t9"."home"
                        ORDER BY "t9"."on_date" ASC, "t9"."clears" ASC, "t9"."source_key" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS "group",
                      MIN(CASE WHEN "t9"."clears" THEN "t9"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t9"."child_id", "t9"."home"
                        ORDER BY "t9"."on_date" ASC, "t9"."clears" ASC, "t9"."source_key" ASC
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS "next_clear",
                      MIN(CASE WHEN "t9"."clears" THEN "t9"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t9"."child_id", "t9"."home"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS "any_clear"
                    FROM (
                      SELECT
                        "t8"."child_id",
                        "t8"."team_id",
                        "t8"."worker_id",
                        "t8"."on_date",
                        "t8"."detail",
                        "t8"."trigger",
                        "t8"."home_ends",
                        "t8"."source_table",
                        "t8"."source_key",
                        "t8"."clears",
                        '' AS "home",
                        CAST(NULL AS DATE) AS "home_until"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t1"."child_id",
                            "t1"."team_id",
                            "t1"."worker_id",
                            "t1"."on_date",
                            "t1"."detail",
                            "t1"."kind" AS "trigger",
                            CAST(NULL AS DATE) AS "home_ends",
                            "t1"."source_table",
                            "t1"."source_key",
                            FALSE AS "clears"
                          FROM "journeys"."events" AS "t1"
                          WHERE
                            "t1"."kind" IN ('sibling_assessed') AND "t1"."on_date" IS NOT NULL
                        ) AS "t6"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t1"."child_id",
                            "t1"."team_id",
                            "t1"."worker_id",
                            "t1"."on_date",
                            "t1"."detail",
                            "t1"."kind" AS "trigger",
                            CAST(NULL AS DATE) AS "home_ends",
                            "t1"."source_table",
                            "t1"."source_key",
                            TRUE AS "clears"
                          FROM "journeys"."events" AS "t1"
                          WHERE
                            "t1"."kind" IN ('assessment_started') AND "t1"."on_date" IS NOT NULL
                        ) AS "t7"
                      ) AS "t8"
                    ) AS "t9"
                  ) AS "t10"
                  WHERE
                    NOT (
                      "t10"."clears"
                    )
                ) AS "t11"
              ) AS "t12"
              WHERE
                "t12"."first_on" IS NOT NULL
            ) AS "t14"
            LEFT OUTER JOIN (
              SELECT
                "t0"."day" AS "_day",
                "t0"."working_days" AS "_count"
              FROM "journeys"."calendar" AS "t0"
            ) AS "t4"
              ON "t14"."on_date" = "t4"."_day"
            LEFT OUTER JOIN (
              SELECT
                "t0"."working_days" AS "_target",
                "t0"."day" AS "since"
              FROM "journeys"."calendar" AS "t0"
              WHERE
                "t0"."is_working"
            ) AS "t5"
              ON (
                "t4"."_count" + 20
              ) = "t5"."_target"
          ) AS "t15"
          WHERE
            "t15"."since" < LEAST(
              COALESCE("t15"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t15"."next_clear", CAST('9999-12-31' AS DATE)),
              "t15"."first_on" + INTERVAL '6' MONTH
            )
        ) AS "t16"
      ) AS "t17"
    ) AS "t18"
  ) AS "t19"
) AS "t20"
WHERE
  "t20"."nth" = 0
