SELECT
  'siblings_not_assessed' AS "pattern_id",
  "t22"."child_id",
  "t22"."team_id",
  "t22"."since",
  CASE
    WHEN "t22"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t22"."falls"
  END AS "until",
  "t22"."first_on",
  "t22"."last_on",
  "t22"."trigger",
  "t22"."n",
  "t22"."source_table",
  "t22"."source_key"
FROM (
  SELECT
    "t21"."child_id",
    "t21"."since",
    "t21"."until",
    "t21"."team_id",
    "t21"."first_on",
    "t21"."last_on",
    "t21"."trigger",
    "t21"."n",
    "t21"."source_table",
    "t21"."source_key",
    "t21"."reached",
    "t21"."fresh",
    "t21"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t21"."child_id", "t21"."island"
      ORDER BY "t21"."since" ASC, "t21"."until" ASC, "t21"."first_on" ASC, "t21"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t21"."until") OVER (
      PARTITION BY "t21"."child_id", "t21"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t20"."child_id",
      "t20"."since",
      "t20"."until",
      "t20"."team_id",
      "t20"."first_on",
      "t20"."last_on",
      "t20"."trigger",
      "t20"."n",
      "t20"."source_table",
      "t20"."source_key",
      "t20"."reached",
      "t20"."fresh",
      SUM("t20"."fresh") OVER (
        PARTITION BY "t20"."child_id"
        ORDER BY "t20"."since" ASC, "t20"."until" ASC, "t20"."first_on" ASC, "t20"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        CAST((
          "t19"."reached" IS NULL
        ) OR (
          "t19"."since" > "t19"."reached"
        ) AS BIGINT) AS "fresh"
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
          MAX("t18"."until") OVER (
            PARTITION BY "t18"."child_id"
            ORDER BY "t18"."since" ASC, "t18"."until" ASC, "t18"."first_on" ASC, "t18"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t17"."child_id",
            "t17"."since",
            LEAST(
              COALESCE("t17"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t17"."next_clear", CAST('9999-12-31' AS DATE)),
              "t17"."first_on" + INTERVAL '6' MONTH
            ) AS "until",
            "t17"."team_id",
            "t17"."first_on",
            "t17"."on_date" AS "last_on",
            "t17"."trigger",
            CAST(1 AS BIGINT) AS "n",
            "t17"."source_table",
            "t17"."source_key"
          FROM (
            SELECT
              "t16"."child_id",
              "t16"."team_id",
              "t16"."worker_id",
              "t16"."on_date",
              "t16"."detail",
              "t16"."trigger",
              "t16"."home_ends",
              "t16"."source_table",
              "t16"."source_key",
              "t16"."clears",
              "t16"."home",
              "t16"."home_until",
              "t16"."group",
              "t16"."next_clear",
              "t16"."any_clear",
              "t16"."first_on",
              "t16"."one_back",
              "t16"."two_back",
              "t11"."since"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t13"."child_id",
                  "t13"."team_id",
                  "t13"."worker_id",
                  "t13"."on_date",
                  "t13"."detail",
                  "t13"."trigger",
                  "t13"."home_ends",
                  "t13"."source_table",
                  "t13"."source_key",
                  "t13"."clears",
                  "t13"."home",
                  "t13"."home_until",
                  "t13"."group",
                  "t13"."next_clear",
                  "t13"."any_clear",
                  "t13"."on_date" AS "first_on",
                  LAG("t13"."on_date", 1) OVER (
                    PARTITION BY "t13"."child_id", "t13"."home", "t13"."group"
                    ORDER BY "t13"."on_date" ASC, "t13"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "one_back",
                  LAG("t13"."on_date", 2) OVER (
                    PARTITION BY "t13"."child_id", "t13"."home", "t13"."group"
                    ORDER BY "t13"."on_date" ASC, "t13"."source_key" ASC
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
                  ) AS "t12"
                  WHERE
                    NOT (
                      "t12"."clears"
                    )
                ) AS "t13"
              ) AS "t14"
              WHERE
                "t14"."first_on" IS NOT NULL
            ) AS "t16"
            LEFT OUTER JOIN (
              SELECT
                "t4"."_day",
                "t5"."since"
              FROM (
                SELECT
                  "t0"."day" AS "_day",
                  "t0"."working_days" AS "_count"
                FROM "journeys"."calendar" AS "t0"
              ) AS "t4"
              INNER JOIN (
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
            ) AS "t11"
              ON "t16"."on_date" = "t11"."_day"
          ) AS "t17"
          WHERE
            "t17"."since" < LEAST(
              COALESCE("t17"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t17"."next_clear", CAST('9999-12-31' AS DATE)),
              "t17"."first_on" + INTERVAL '6' MONTH
            )
        ) AS "t18"
      ) AS "t19"
    ) AS "t20"
  ) AS "t21"
) AS "t22"
WHERE
  "t22"."nth" = 0
