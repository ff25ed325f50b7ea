WITH "t5" AS (
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
), "t15" AS (
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
    "t14"."label",
    "t14"."clears",
    "t14"."answered",
    "t14"."reached",
    "t14"."fresh",
    "t14"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t14"."child_id", "t14"."label", "t14"."island"
      ORDER BY "t14"."since" ASC, "t14"."until" ASC, "t14"."first_on" ASC, "t14"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t14"."until") OVER (
      PARTITION BY "t14"."child_id", "t14"."label", "t14"."island"
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
      "t13"."label",
      "t13"."clears",
      "t13"."answered",
      "t13"."reached",
      "t13"."fresh",
      SUM("t13"."fresh") OVER (
        PARTITION BY "t13"."child_id", "t13"."label"
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
        "t12"."label",
        "t12"."clears",
        "t12"."answered",
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
          "t11"."label",
          "t11"."clears",
          "t11"."answered",
          MAX("t11"."until") OVER (
            PARTITION BY "t11"."child_id", "t11"."label"
            ORDER BY "t11"."since" ASC, "t11"."until" ASC, "t11"."first_on" ASC, "t11"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
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
            "t7"."answered"
          FROM "t5" AS "t7"
          SEMI JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t6"."child_id",
                COUNT(DISTINCT "t6"."label") AS "labels"
              FROM "t5" AS "t6"
              GROUP BY
                1
            ) AS "t8"
            WHERE
              "t8"."labels" >= 3
          ) AS "t10"
            ON "t7"."child_id" = "t10"."child_id"
        ) AS "t11"
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
)
SELECT
  'contacts_many_sources' AS "pattern_id",
  "t26"."child_id",
  "t26"."team_id",
  "t26"."since",
  CASE
    WHEN "t26"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t26"."falls"
  END AS "until",
  "t26"."first_on",
  "t26"."last_on",
  "t26"."trigger",
  "t26"."n",
  "t26"."source_table",
  "t26"."source_key"
FROM (
  SELECT
    "t25"."child_id",
    "t25"."since",
    "t25"."until",
    "t25"."team_id",
    "t25"."first_on",
    "t25"."last_on",
    "t25"."trigger",
    "t25"."n",
    "t25"."source_table",
    "t25"."source_key",
    "t25"."reached",
    "t25"."fresh",
    "t25"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t25"."child_id", "t25"."island"
      ORDER BY "t25"."since" ASC, "t25"."until" ASC, "t25"."first_on" ASC, "t25"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t25"."until") OVER (
      PARTITION BY "t25"."child_id", "t25"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t24"."child_id",
      "t24"."since",
      "t24"."until",
      "t24"."team_id",
      "t24"."first_on",
      "t24"."last_on",
      "t24"."trigger",
      "t24"."n",
      "t24"."source_table",
      "t24"."source_key",
      "t24"."reached",
      "t24"."fresh",
      SUM("t24"."fresh") OVER (
        PARTITION BY "t24"."child_id"
        ORDER BY "t24"."since" ASC, "t24"."until" ASC, "t24"."first_on" ASC, "t24"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t23"."child_id",
        "t23"."since",
        "t23"."until",
        "t23"."team_id",
        "t23"."first_on",
        "t23"."last_on",
        "t23"."trigger",
        "t23"."n",
        "t23"."source_table",
        "t23"."source_key",
        "t23"."reached",
        CAST((
          "t23"."reached" IS NULL
        ) OR (
          "t23"."since" > "t23"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t22"."child_id",
          "t22"."since",
          "t22"."until",
          "t22"."team_id",
          "t22"."first_on",
          "t22"."last_on",
          "t22"."trigger",
          "t22"."n",
          "t22"."source_table",
          "t22"."source_key",
          MAX("t22"."until") OVER (
            PARTITION BY "t22"."child_id"
            ORDER BY "t22"."since" ASC, "t22"."until" ASC, "t22"."first_on" ASC, "t22"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t21"."child_id",
            "t21"."day" AS "since",
            "t21"."until",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 2), '') AS "team_id",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 3), '') AS DATE) AS "first_on",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 4), '') AS DATE) AS "last_on",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 5), '') AS "trigger",
            "t21"."total" AS "n",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 7), '') AS "source_table",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t21"."told", ''), 8), '') AS "source_key"
          FROM (
            SELECT
              "t20"."child_id",
              "t20"."day",
              "t20"."step",
              "t20"."facts",
              SUM("t20"."step") OVER (
                PARTITION BY "t20"."child_id"
                ORDER BY "t20"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "total",
              MAX("t20"."facts") OVER (
                PARTITION BY "t20"."child_id"
                ORDER BY "t20"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "told",
              LEAD("t20"."day") OVER (
                PARTITION BY "t20"."child_id"
                ORDER BY "t20"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "until"
            FROM (
              SELECT
                "t19"."child_id",
                "t19"."day",
                SUM("t19"."step") AS "step",
                MAX("t19"."facts") AS "facts"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t16"."child_id",
                    "t16"."since" AS "day",
                    1 AS "step",
                    CASE
                      WHEN TRUE
                      THEN CAST("t16"."since" AS TEXT) || '' || COALESCE("t16"."team_id", '') || '' || COALESCE(CAST("t16"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t16"."last_on" AS TEXT), '') || '' || COALESCE("t16"."trigger", '') || '' || COALESCE(CAST("t16"."n" AS TEXT), '') || '' || COALESCE("t16"."source_table", '') || '' || COALESCE("t16"."source_key", '')
                      ELSE CAST(NULL AS TEXT)
                    END AS "facts"
                  FROM "t15" AS "t16"
                  WHERE
                    "t16"."nth" = 0
                ) AS "t18"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t16"."child_id",
                    "t16"."falls" AS "day",
                    -(
                      1
                    ) AS "step",
                    CAST(NULL AS TEXT) AS "facts"
                  FROM "t15" AS "t16"
                  WHERE
                    "t16"."nth" = 0
                ) AS "t17"
              ) AS "t19"
              GROUP BY
                1,
                2
            ) AS "t20"
          ) AS "t21"
          WHERE
            "t21"."total" >= 3 AND "t21"."until" IS NOT NULL AND "t21"."day" < "t21"."until"
        ) AS "t22"
      ) AS "t23"
    ) AS "t24"
  ) AS "t25"
) AS "t26"
WHERE
  "t26"."nth" = 0
