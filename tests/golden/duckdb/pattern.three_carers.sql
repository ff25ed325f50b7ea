WITH "t2" AS (
  SELECT
    "t0"."child_id",
    "t0"."kind",
    "t0"."spell_id",
    "t0"."started_on",
    "t0"."ended_on",
    "t0"."outcome",
    "t0"."detail",
    "t0"."team_id",
    "t0"."worker_id",
    "t0"."source_table",
    "t0"."source_key",
    "t0"."detail" AS "label",
    "t0"."ended_on" + INTERVAL '12' MONTH AS "reach",
    "t0"."started_on" AS "since",
    COALESCE("t0"."ended_on" + INTERVAL '12' MONTH, CAST('9999-12-31' AS DATE)) AS "until",
    "t0"."started_on" AS "first_on",
    "t0"."started_on" AS "last_on",
    'start of ' || "t0"."kind" AS "trigger",
    1 AS "n"
  FROM "journeys"."spells" AS "t0"
  WHERE
    "t0"."kind" IN ('carer')
    AND "t0"."started_on" IS NOT NULL
    AND (
      (
        "t0"."ended_on" IS NULL
      ) OR (
        "t0"."ended_on" >= "t0"."started_on"
      )
    )
    AND "t0"."detail" IS NOT NULL
), "t17" AS (
  SELECT
    "t16"."child_id",
    "t16"."kind",
    "t16"."spell_id",
    "t16"."started_on",
    "t16"."ended_on",
    "t16"."outcome",
    "t16"."detail",
    "t16"."team_id",
    "t16"."worker_id",
    "t16"."source_table",
    "t16"."source_key",
    "t16"."label",
    "t16"."reach",
    "t16"."since",
    "t16"."until",
    "t16"."first_on",
    "t16"."last_on",
    "t16"."trigger",
    "t16"."n",
    "t16"."reached",
    "t16"."fresh",
    "t16"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t16"."child_id", "t16"."label", "t16"."island"
      ORDER BY "t16"."since" ASC, "t16"."until" ASC, "t16"."first_on" ASC, "t16"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t16"."until") OVER (
      PARTITION BY "t16"."child_id", "t16"."label", "t16"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t15"."child_id",
      "t15"."kind",
      "t15"."spell_id",
      "t15"."started_on",
      "t15"."ended_on",
      "t15"."outcome",
      "t15"."detail",
      "t15"."team_id",
      "t15"."worker_id",
      "t15"."source_table",
      "t15"."source_key",
      "t15"."label",
      "t15"."reach",
      "t15"."since",
      "t15"."until",
      "t15"."first_on",
      "t15"."last_on",
      "t15"."trigger",
      "t15"."n",
      "t15"."reached",
      "t15"."fresh",
      SUM("t15"."fresh") OVER (
        PARTITION BY "t15"."child_id", "t15"."label"
        ORDER BY "t15"."since" ASC, "t15"."until" ASC, "t15"."first_on" ASC, "t15"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t12"."child_id",
        "t12"."kind",
        "t12"."spell_id",
        "t12"."started_on",
        "t12"."ended_on",
        "t12"."outcome",
        "t12"."detail",
        "t12"."team_id",
        "t12"."worker_id",
        "t12"."source_table",
        "t12"."source_key",
        "t12"."label",
        "t12"."reach",
        "t12"."since",
        "t12"."until",
        "t12"."first_on",
        "t12"."last_on",
        "t12"."trigger",
        "t12"."n",
        "t12"."reached",
        CAST((
          "t12"."reached" IS NULL
        ) OR (
          "t12"."since" > "t12"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."kind",
          "t10"."spell_id",
          "t10"."started_on",
          "t10"."ended_on",
          "t10"."outcome",
          "t10"."detail",
          "t10"."team_id",
          "t10"."worker_id",
          "t10"."source_table",
          "t10"."source_key",
          "t10"."label",
          "t10"."reach",
          "t10"."since",
          "t10"."until",
          "t10"."first_on",
          "t10"."last_on",
          "t10"."trigger",
          "t10"."n",
          MAX("t10"."until") OVER (
            PARTITION BY "t10"."child_id", "t10"."label"
            ORDER BY "t10"."since" ASC, "t10"."until" ASC, "t10"."first_on" ASC, "t10"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."kind",
            "t4"."spell_id",
            "t4"."started_on",
            "t4"."ended_on",
            "t4"."outcome",
            "t4"."detail",
            "t4"."team_id",
            "t4"."worker_id",
            "t4"."source_table",
            "t4"."source_key",
            "t4"."label",
            "t4"."reach",
            "t4"."since",
            "t4"."until",
            "t4"."first_on",
            "t4"."last_on",
            "t4"."trigger",
            "t4"."n"
          FROM "t2" AS "t4"
          SEMI JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."child_id",
                COUNT(DISTINCT "t3"."label") AS "labels"
              FROM "t2" AS "t3"
              GROUP BY
                1
            ) AS "t6"
            WHERE
              "t6"."labels" >= 3
          ) AS "t8"
            ON "t4"."child_id" = "t8"."child_id"
        ) AS "t10"
      ) AS "t12"
    ) AS "t15"
  ) AS "t16"
), "t30" AS (
  SELECT
    *
  FROM (
    SELECT
      "t28"."child_id",
      "t28"."since",
      "t28"."team_id",
      "t28"."first_on",
      "t28"."last_on",
      "t28"."trigger",
      "t28"."n",
      "t28"."source_table",
      "t28"."source_key",
      "t28"."falls" AS "until",
      1 AS "sign",
      TRUE AS "leads"
    FROM (
      SELECT
        "t27"."child_id",
        "t27"."since",
        "t27"."until",
        "t27"."team_id",
        "t27"."first_on",
        "t27"."last_on",
        "t27"."trigger",
        "t27"."n",
        "t27"."source_table",
        "t27"."source_key",
        "t27"."reached",
        "t27"."fresh",
        "t27"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t27"."child_id", "t27"."island"
          ORDER BY "t27"."since" ASC, "t27"."until" ASC, "t27"."first_on" ASC, "t27"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t27"."until") OVER (
          PARTITION BY "t27"."child_id", "t27"."island"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "falls"
      FROM (
        SELECT
          "t26"."child_id",
          "t26"."since",
          "t26"."until",
          "t26"."team_id",
          "t26"."first_on",
          "t26"."last_on",
          "t26"."trigger",
          "t26"."n",
          "t26"."source_table",
          "t26"."source_key",
          "t26"."reached",
          "t26"."fresh",
          SUM("t26"."fresh") OVER (
            PARTITION BY "t26"."child_id"
            ORDER BY "t26"."since" ASC, "t26"."until" ASC, "t26"."first_on" ASC, "t26"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "island"
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
            CAST((
              "t25"."reached" IS NULL
            ) OR (
              "t25"."since" > "t25"."reached"
            ) AS BIGINT) AS "fresh"
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
              MAX("t24"."until") OVER (
                PARTITION BY "t24"."child_id"
                ORDER BY "t24"."since" ASC, "t24"."until" ASC, "t24"."first_on" ASC, "t24"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) AS "reached"
            FROM (
              SELECT
                "t23"."child_id",
                "t23"."day" AS "since",
                "t23"."until",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 2), '') AS "team_id",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 3), '') AS DATE) AS "first_on",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 4), '') AS DATE) AS "last_on",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 5), '') AS "trigger",
                "t23"."total" AS "n",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 7), '') AS "source_table",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."told", ''), 8), '') AS "source_key"
              FROM (
                SELECT
                  "t22"."child_id",
                  "t22"."day",
                  "t22"."step",
                  "t22"."facts",
                  SUM("t22"."step") OVER (
                    PARTITION BY "t22"."child_id"
                    ORDER BY "t22"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "total",
                  MAX("t22"."facts") OVER (
                    PARTITION BY "t22"."child_id"
                    ORDER BY "t22"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "told",
                  LEAD("t22"."day") OVER (
                    PARTITION BY "t22"."child_id"
                    ORDER BY "t22"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "until"
                FROM (
                  SELECT
                    "t21"."child_id",
                    "t21"."day",
                    SUM("t21"."step") AS "step",
                    MAX("t21"."facts") AS "facts"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t18"."child_id",
                        "t18"."since" AS "day",
                        1 AS "step",
                        CASE
                          WHEN TRUE
                          THEN CAST("t18"."since" AS TEXT) || '' || COALESCE("t18"."team_id", '') || '' || COALESCE(CAST("t18"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t18"."last_on" AS TEXT), '') || '' || COALESCE("t18"."trigger", '') || '' || COALESCE(CAST("t18"."n" AS TEXT), '') || '' || COALESCE("t18"."source_table", '') || '' || COALESCE("t18"."source_key", '')
                          ELSE CAST(NULL AS TEXT)
                        END AS "facts"
                      FROM "t17" AS "t18"
                      WHERE
                        "t18"."nth" = 0
                    ) AS "t20"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t18"."child_id",
                        "t18"."falls" AS "day",
                        -(
                          1
                        ) AS "step",
                        CAST(NULL AS TEXT) AS "facts"
                      FROM "t17" AS "t18"
                      WHERE
                        "t18"."nth" = 0
                    ) AS "t19"
                  ) AS "t21"
                  GROUP BY
                    1,
                    2
                ) AS "t22"
              ) AS "t23"
              WHERE
                "t23"."total" >= 3 AND "t23"."until" IS NOT NULL
            ) AS "t24"
          ) AS "t25"
        ) AS "t26"
      ) AS "t27"
    ) AS "t28"
    WHERE
      "t28"."nth" = 0
  ) AS "t29"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t13"."child_id",
      "t13"."since",
      "t13"."team_id",
      "t13"."first_on",
      "t13"."last_on",
      "t13"."trigger",
      "t13"."n",
      "t13"."source_table",
      "t13"."source_key",
      "t13"."falls" AS "until",
      1 AS "sign",
      FALSE AS "leads"
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
          "t9"."fresh",
          SUM("t9"."fresh") OVER (
            PARTITION BY "t9"."child_id"
            ORDER BY "t9"."since" ASC, "t9"."until" ASC, "t9"."first_on" ASC, "t9"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "island"
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
            "t5"."reached",
            CAST((
              "t5"."reached" IS NULL
            ) OR (
              "t5"."since" > "t5"."reached"
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
                "t0"."started_on" AS "since",
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
                "t0"."kind" IN ('care')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t1"
          ) AS "t5"
        ) AS "t9"
      ) AS "t11"
    ) AS "t13"
    WHERE
      "t13"."nth" = 0
  ) AS "t14"
)
SELECT
  'three_carers' AS "pattern_id",
  "t41"."child_id",
  "t41"."team_id",
  "t41"."since",
  CASE
    WHEN "t41"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t41"."falls"
  END AS "until",
  "t41"."first_on",
  "t41"."last_on",
  "t41"."trigger",
  "t41"."n",
  "t41"."source_table",
  "t41"."source_key"
FROM (
  SELECT
    "t40"."child_id",
    "t40"."since",
    "t40"."until",
    "t40"."team_id",
    "t40"."first_on",
    "t40"."last_on",
    "t40"."trigger",
    "t40"."n",
    "t40"."source_table",
    "t40"."source_key",
    "t40"."reached",
    "t40"."fresh",
    "t40"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t40"."child_id", "t40"."island"
      ORDER BY "t40"."since" ASC, "t40"."until" ASC, "t40"."first_on" ASC, "t40"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t40"."until") OVER (
      PARTITION BY "t40"."child_id", "t40"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t39"."child_id",
      "t39"."since",
      "t39"."until",
      "t39"."team_id",
      "t39"."first_on",
      "t39"."last_on",
      "t39"."trigger",
      "t39"."n",
      "t39"."source_table",
      "t39"."source_key",
      "t39"."reached",
      "t39"."fresh",
      SUM("t39"."fresh") OVER (
        PARTITION BY "t39"."child_id"
        ORDER BY "t39"."since" ASC, "t39"."until" ASC, "t39"."first_on" ASC, "t39"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t38"."child_id",
        "t38"."since",
        "t38"."until",
        "t38"."team_id",
        "t38"."first_on",
        "t38"."last_on",
        "t38"."trigger",
        "t38"."n",
        "t38"."source_table",
        "t38"."source_key",
        "t38"."reached",
        CAST((
          "t38"."reached" IS NULL
        ) OR (
          "t38"."since" > "t38"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t37"."child_id",
          "t37"."since",
          "t37"."until",
          "t37"."team_id",
          "t37"."first_on",
          "t37"."last_on",
          "t37"."trigger",
          "t37"."n",
          "t37"."source_table",
          "t37"."source_key",
          MAX("t37"."until") OVER (
            PARTITION BY "t37"."child_id"
            ORDER BY "t37"."since" ASC, "t37"."until" ASC, "t37"."first_on" ASC, "t37"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t36"."child_id",
            "t36"."day" AS "since",
            "t36"."until",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 2), '') AS "team_id",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 3), '') AS DATE) AS "first_on",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 4), '') AS DATE) AS "last_on",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 5), '') AS "trigger",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 6), '') AS BIGINT) AS "n",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 7), '') AS "source_table",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t36"."told", ''), 8), '') AS "source_key"
          FROM (
            SELECT
              "t35"."child_id",
              "t35"."day",
              "t35"."step",
              "t35"."facts",
              SUM("t35"."step") OVER (
                PARTITION BY "t35"."child_id"
                ORDER BY "t35"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "total",
              MAX("t35"."facts") OVER (
                PARTITION BY "t35"."child_id"
                ORDER BY "t35"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "told",
              LEAD("t35"."day") OVER (
                PARTITION BY "t35"."child_id"
                ORDER BY "t35"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "until"
            FROM (
              SELECT
                "t34"."child_id",
                "t34"."day",
                SUM("t34"."step") AS "step",
                MAX("t34"."facts") AS "facts"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t31"."child_id",
                    "t31"."since" AS "day",
                    "t31"."sign" AS "step",
                    CASE
                      WHEN "t31"."leads"
                      THEN CAST("t31"."since" AS TEXT) || '' || COALESCE("t31"."team_id", '') || '' || COALESCE(CAST("t31"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t31"."last_on" AS TEXT), '') || '' || COALESCE("t31"."trigger", '') || '' || COALESCE(CAST("t31"."n" AS TEXT), '') || '' || COALESCE("t31"."source_table", '') || '' || COALESCE("t31"."source_key", '')
                      ELSE CAST(NULL AS TEXT)
                    END AS "facts"
                  FROM "t30" AS "t31"
                ) AS "t33"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t31"."child_id",
                    "t31"."until" AS "day",
                    -(
                      "t31"."sign"
                    ) AS "step",
                    CAST(NULL AS TEXT) AS "facts"
                  FROM "t30" AS "t31"
                ) AS "t32"
              ) AS "t34"
              GROUP BY
                1,
                2
            ) AS "t35"
          ) AS "t36"
          WHERE
            "t36"."total" >= 2 AND "t36"."until" IS NOT NULL AND "t36"."day" < "t36"."until"
        ) AS "t37"
      ) AS "t38"
    ) AS "t39"
  ) AS "t40"
) AS "t41"
WHERE
  "t41"."nth" = 0
