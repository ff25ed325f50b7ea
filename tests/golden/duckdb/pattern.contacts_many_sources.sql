WITH "t9" AS (
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
    "t8"."label",
    "t8"."clears",
    "t8"."answered",
    "t8"."reached",
    "t8"."fresh",
    "t8"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t8"."child_id", "t8"."label", "t8"."island"
      ORDER BY "t8"."since" ASC, "t8"."until" ASC, "t8"."first_on" ASC, "t8"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t8"."until") OVER (
      PARTITION BY "t8"."child_id", "t8"."label", "t8"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t7"."child_id",
      "t7"."since",
      "t7"."until",
      "t7"."team_id",
      "t7"."first_on",
      "t7"."last_on",
      "t7"."trigger",
      "t7"."n",
      "t7"."source_table",
      "t7"."source_key",
      "t7"."label",
      "t7"."clears",
      "t7"."answered",
      "t7"."reached",
      "t7"."fresh",
      SUM("t7"."fresh") OVER (
        PARTITION BY "t7"."child_id", "t7"."label"
        ORDER BY "t7"."since" ASC, "t7"."until" ASC, "t7"."first_on" ASC, "t7"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t6"."child_id",
        "t6"."since",
        "t6"."until",
        "t6"."team_id",
        "t6"."first_on",
        "t6"."last_on",
        "t6"."trigger",
        "t6"."n",
        "t6"."source_table",
        "t6"."source_key",
        "t6"."label",
        "t6"."clears",
        "t6"."answered",
        "t6"."reached",
        CAST((
          "t6"."reached" IS NULL
        ) OR (
          "t6"."since" > "t6"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t5"."child_id",
          "t5"."since",
          "t5"."until",
          "t5"."team_id",
          "t5"."first_on",
          "t5"."last_on",
          "t5"."trigger",
          "t5"."n",
          "t5"."source_table",
          "t5"."source_key",
          "t5"."label",
          "t5"."clears",
          "t5"."answered",
          MAX("t5"."until") OVER (
            PARTITION BY "t5"."child_id", "t5"."label"
            ORDER BY "t5"."since" ASC, "t5"."until" ASC, "t5"."first_on" ASC, "t5"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."since",
            LEAST("t4"."until", "t4"."answered") AS "until",
            "t4"."team_id",
            "t4"."first_on",
            "t4"."last_on",
            "t4"."trigger",
            "t4"."n",
            "t4"."source_table",
            "t4"."source_key",
            "t4"."label",
            "t4"."clears",
            "t4"."answered"
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
              "t3"."label",
              "t3"."clears",
              COALESCE(
                MIN(CASE WHEN "t3"."clears" THEN "t3"."since" ELSE CAST(NULL AS DATE) END) OVER (
                  PARTITION BY "t3"."child_id"
                  ORDER BY "t3"."since" ASC, "t3"."clears" ASC, "t3"."source_key" ASC
                  ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                ),
                CAST('9999-12-31' AS DATE)
              ) AS "answered"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."child_id",
                  "t0"."on_date" AS "since",
                  "t0"."on_date" + INTERVAL '12' MONTH AS "until",
                  "t0"."team_id",
                  "t0"."on_date" AS "first_on",
                  "t0"."on_date" AS "last_on",
                  "t0"."kind" AS "trigger",
                  CAST(1 AS BIGINT) AS "n",
                  "t0"."source_table",
                  "t0"."source_key",
                  "t0"."detail" AS "label",
                  FALSE AS "clears"
                FROM "journeys"."events" AS "t0"
                WHERE
                  "t0"."kind" IN ('contact')
                  AND "t0"."on_date" IS NOT NULL
                  AND "t0"."detail" IS NOT NULL
              ) AS "t2"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t0"."child_id",
                  "t0"."on_date" AS "since",
                  CAST(NULL AS DATE) AS "until",
                  CAST(NULL AS TEXT) AS "team_id",
                  CAST(NULL AS DATE) AS "first_on",
                  CAST(NULL AS DATE) AS "last_on",
                  CAST(NULL AS TEXT) AS "trigger",
                  CAST(NULL AS BIGINT) AS "n",
                  CAST(NULL AS TEXT) AS "source_table",
                  CAST(NULL AS TEXT) AS "source_key",
                  CAST(NULL AS TEXT) AS "label",
                  TRUE AS "clears"
                FROM "journeys"."events" AS "t0"
                WHERE
                  "t0"."kind" IN ('assessment_started') AND "t0"."on_date" IS NOT NULL
              ) AS "t1"
            ) AS "t3"
          ) AS "t4"
          WHERE
            NOT (
              "t4"."clears"
            ) AND "t4"."since" < LEAST("t4"."until", "t4"."answered")
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
  ) AS "t8"
)
SELECT
  'contacts_many_sources' AS "pattern_id",
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
            "t15"."day" AS "since",
            "t15"."until",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 2), '') AS "team_id",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 3), '') AS DATE) AS "first_on",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 4), '') AS DATE) AS "last_on",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 5), '') AS "trigger",
            "t15"."total" AS "n",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 7), '') AS "source_table",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."told", ''), 8), '') AS "source_key"
          FROM (
            SELECT
              "t14"."child_id",
              "t14"."day",
              "t14"."step",
              "t14"."facts",
              SUM("t14"."step") OVER (
                PARTITION BY "t14"."child_id"
                ORDER BY "t14"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "total",
              MAX("t14"."facts") OVER (
                PARTITION BY "t14"."child_id"
                ORDER BY "t14"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "told",
              LEAD("t14"."day") OVER (
                PARTITION BY "t14"."child_id"
                ORDER BY "t14"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "until"
            FROM (
              SELECT
                "t13"."child_id",
                "t13"."day",
                SUM("t13"."step") AS "step",
                MAX("t13"."facts") AS "facts"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."child_id",
                    "t10"."since" AS "day",
                    1 AS "step",
                    CASE
                      WHEN TRUE
                      THEN CAST("t10"."since" AS TEXT) || '' || COALESCE("t10"."team_id", '') || '' || COALESCE(CAST("t10"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t10"."last_on" AS TEXT), '') || '' || COALESCE("t10"."trigger", '') || '' || COALESCE(CAST("t10"."n" AS TEXT), '') || '' || COALESCE("t10"."source_table", '') || '' || COALESCE("t10"."source_key", '')
                      ELSE CAST(NULL AS TEXT)
                    END AS "facts"
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."nth" = 0
                ) AS "t12"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."child_id",
                    "t10"."falls" AS "day",
                    -(
                      1
                    ) AS "step",
                    CAST(NULL AS TEXT) AS "facts"
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."nth" = 0
                ) AS "t11"
              ) AS "t13"
              GROUP BY
                1,
                2
            ) AS "t14"
          ) AS "t15"
          WHERE
            "t15"."total" >= 3 AND "t15"."until" IS NOT NULL AND "t15"."day" < "t15"."until"
        ) AS "t16"
      ) AS "t17"
    ) AS "t18"
  ) AS "t19"
) AS "t20"
WHERE
  "t20"."nth" = 0
