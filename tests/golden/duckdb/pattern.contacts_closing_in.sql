SELECT
  'contacts_closing_in' AS "pattern_id",
  "t12"."child_id",
  "t12"."team_id",
  "t12"."since",
  CASE
    WHEN "t12"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t12"."falls"
  END AS "until",
  "t12"."first_on",
  "t12"."last_on",
  "t12"."trigger",
  "t12"."n",
  "t12"."source_table",
  "t12"."source_key"
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
    "t11"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t11"."child_id", "t11"."island"
      ORDER BY "t11"."since" ASC, "t11"."until" ASC, "t11"."first_on" ASC, "t11"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t11"."until") OVER (
      PARTITION BY "t11"."child_id", "t11"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
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
      "t10"."fresh",
      SUM("t10"."fresh") OVER (
        PARTITION BY "t10"."child_id"
        ORDER BY "t10"."since" ASC, "t10"."until" ASC, "t10"."first_on" ASC, "t10"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        "t9"."reached",
        CAST((
          "t9"."reached" IS NULL
        ) OR (
          "t9"."since" > "t9"."reached"
        ) AS BIGINT) AS "fresh"
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
          "t8"."source_key",
          MAX("t8"."until") OVER (
            PARTITION BY "t8"."child_id"
            ORDER BY "t8"."since" ASC, "t8"."until" ASC, "t8"."first_on" ASC, "t8"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t7"."child_id",
            "t7"."on_date" AS "since",
            LEAST(
              COALESCE("t7"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t7"."next_clear", CAST('9999-12-31' AS DATE)),
              "t7"."first_on" + INTERVAL '12' MONTH
            ) AS "until",
            "t7"."team_id",
            "t7"."first_on",
            "t7"."on_date" AS "last_on",
            "t7"."trigger",
            CAST(3 AS BIGINT) AS "n",
            "t7"."source_table",
            "t7"."source_key"
          FROM (
            SELECT
              "t6"."child_id",
              "t6"."team_id",
              "t6"."worker_id",
              "t6"."on_date",
              "t6"."detail",
              "t6"."trigger",
              "t6"."home_ends",
              "t6"."source_table",
              "t6"."source_key",
              "t6"."clears",
              "t6"."home",
              "t6"."home_until",
              "t6"."group",
              "t6"."next_clear",
              "t6"."any_clear",
              LAG("t6"."on_date", 2) OVER (
                PARTITION BY "t6"."child_id", "t6"."home", "t6"."group"
                ORDER BY "t6"."on_date" ASC, "t6"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "first_on",
              LAG("t6"."on_date", 1) OVER (
                PARTITION BY "t6"."child_id", "t6"."home", "t6"."group"
                ORDER BY "t6"."on_date" ASC, "t6"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "one_back",
              LAG("t6"."on_date", 2) OVER (
                PARTITION BY "t6"."child_id", "t6"."home", "t6"."group"
                ORDER BY "t6"."on_date" ASC, "t6"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "two_back"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."child_id",
                  "t4"."team_id",
                  "t4"."worker_id",
                  "t4"."on_date",
                  "t4"."detail",
                  "t4"."trigger",
                  "t4"."home_ends",
                  "t4"."source_table",
                  "t4"."source_key",
                  "t4"."clears",
                  "t4"."home",
                  "t4"."home_until",
                  SUM(CAST("t4"."clears" AS BIGINT)) OVER (
                    PARTITION BY "t4"."child_id", "t4"."home"
                    ORDER BY "t4"."on_date" ASC, "t4"."clears" ASC, "t4"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "group",
                  MIN(CASE WHEN "t4"."clears" THEN "t4"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t4"."child_id", "t4"."home"
                    ORDER BY "t4"."on_date" ASC, "t4"."clears" ASC, "t4"."source_key" ASC
                    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                  ) AS "next_clear",
                  MIN(CASE WHEN "t4"."clears" THEN "t4"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t4"."child_id", "t4"."home"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "any_clear"
                FROM (
                  SELECT
                    "t3"."child_id",
                    "t3"."team_id",
                    "t3"."worker_id",
                    "t3"."on_date",
                    "t3"."detail",
                    "t3"."trigger",
                    "t3"."home_ends",
                    "t3"."source_table",
                    "t3"."source_key",
                    "t3"."clears",
                    '' AS "home",
                    CAST(NULL AS DATE) AS "home_until"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t0"."child_id",
                        "t0"."team_id",
                        "t0"."worker_id",
                        "t0"."on_date",
                        "t0"."detail",
                        "t0"."kind" AS "trigger",
                        CAST(NULL AS DATE) AS "home_ends",
                        "t0"."source_table",
                        "t0"."source_key",
                        FALSE AS "clears"
                      FROM "journeys"."events" AS "t0"
                      WHERE
                        "t0"."kind" IN ('contact') AND "t0"."on_date" IS NOT NULL
                    ) AS "t1"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t0"."child_id",
                        "t0"."team_id",
                        "t0"."worker_id",
                        "t0"."on_date",
                        "t0"."detail",
                        "t0"."kind" AS "trigger",
                        CAST(NULL AS DATE) AS "home_ends",
                        "t0"."source_table",
                        "t0"."source_key",
                        TRUE AS "clears"
                      FROM "journeys"."events" AS "t0"
                      WHERE
                        "t0"."kind" IN ('assessment_started') AND "t0"."on_date" IS NOT NULL
                    ) AS "t2"
                  ) AS "t3"
                ) AS "t4"
              ) AS "t5"
              WHERE
                NOT (
                  "t5"."clears"
                )
            ) AS "t6"
          ) AS "t7"
          WHERE
            "t7"."first_on" IS NOT NULL
            AND DATE_DIFF('DAY', "t7"."one_back", "t7"."on_date") < DATE_DIFF('DAY', "t7"."two_back", "t7"."one_back")
            AND "t7"."on_date" < LEAST(
              COALESCE("t7"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t7"."next_clear", CAST('9999-12-31' AS DATE)),
              "t7"."first_on" + INTERVAL '12' MONTH
            )
        ) AS "t8"
      ) AS "t9"
    ) AS "t10"
  ) AS "t11"
) AS "t12"
WHERE
  "t12"."nth" = 0
