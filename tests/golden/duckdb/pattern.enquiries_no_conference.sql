SELECT
  'enquiries_no_conference' AS "pattern_id",
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
            "t8"."on_date" AS "since",
            LEAST(
              COALESCE("t8"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t8"."next_clear", CAST('9999-12-31' AS DATE)),
              "t8"."first_on" + INTERVAL '12' MONTH
            ) AS "until",
            "t8"."team_id",
            "t8"."first_on",
            "t8"."on_date" AS "last_on",
            "t8"."trigger",
            CAST(2 AS BIGINT) AS "n",
            "t8"."source_table",
            "t8"."source_key"
          FROM (
            SELECT
              "t7"."child_id",
              "t7"."team_id",
              "t7"."worker_id",
              "t7"."on_date",
              "t7"."detail",
              "t7"."trigger",
              "t7"."home_ends",
              "t7"."source_table",
              "t7"."source_key",
              "t7"."clears",
              "t7"."home",
              "t7"."home_until",
              "t7"."group",
              "t7"."next_clear",
              "t7"."any_clear",
              LAG("t7"."on_date", 1) OVER (
                PARTITION BY "t7"."child_id", "t7"."home", "t7"."group"
                ORDER BY "t7"."on_date" ASC, "t7"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "first_on",
              LAG("t7"."on_date", 1) OVER (
                PARTITION BY "t7"."child_id", "t7"."home", "t7"."group"
                ORDER BY "t7"."on_date" ASC, "t7"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "one_back",
              LAG("t7"."on_date", 2) OVER (
                PARTITION BY "t7"."child_id", "t7"."home", "t7"."group"
                ORDER BY "t7"."on_date" ASC, "t7"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "two_back"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."child_id",
                  "t5"."team_id",
                  "t5"."worker_id",
                  "t5"."on_date",
                  "t5"."detail",
                  "t5"."trigger",
                  "t5"."home_ends",
                  "t5"."source_table",
                  "t5"."source_key",
                  "t5"."clears",
                  "t5"."home",
                  "t5"."home_until",
                  SUM(CAST("t5"."clears" AS BIGINT)) OVER (
                    PARTITION BY "t5"."child_id", "t5"."home"
                    ORDER BY "t5"."on_date" ASC, "t5"."clears" ASC, "t5"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "group",
                  MIN(CASE WHEN "t5"."clears" THEN "t5"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t5"."child_id", "t5"."home"
                    ORDER BY "t5"."on_date" ASC, "t5"."clears" ASC, "t5"."source_key" ASC
                    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                  ) AS "next_clear",
                  MIN(CASE WHEN "t5"."clears" THEN "t5"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t5"."child_id", "t5"."home"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "any_clear"
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
                        "t0"."ended_on" AS "on_date",
                        "t0"."detail",
                        'end of s47' AS "trigger",
                        CAST(NULL AS DATE) AS "home_ends",
                        "t0"."source_table",
                        "t0"."source_key",
                        FALSE AS "clears"
                      FROM "journeys"."spells" AS "t0"
                      WHERE
                        "t0"."kind" IN ('s47')
                        AND "t0"."started_on" IS NOT NULL
                        AND (
                          (
                            "t0"."ended_on" IS NULL
                          ) OR (
                            "t0"."ended_on" >= "t0"."started_on"
                          )
                        )
                        AND "t0"."outcome" IN ('no_conference')
                        AND "t0"."ended_on" IS NOT NULL
                    ) AS "t3"
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
                        "t1"."kind" IN ('icpc') AND "t1"."on_date" IS NOT NULL
                    ) AS "t2"
                  ) AS "t4"
                ) AS "t5"
              ) AS "t6"
              WHERE
                NOT (
                  "t6"."clears"
                )
            ) AS "t7"
          ) AS "t8"
          WHERE
            "t8"."first_on" IS NOT NULL
            AND "t8"."on_date" < LEAST(
              COALESCE("t8"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t8"."next_clear", CAST('9999-12-31' AS DATE)),
              "t8"."first_on" + INTERVAL '12' MONTH
            )
        ) AS "t9"
      ) AS "t10"
    ) AS "t11"
  ) AS "t12"
) AS "t13"
WHERE
  "t13"."nth" = 0
