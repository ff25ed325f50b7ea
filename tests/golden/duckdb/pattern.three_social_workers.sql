WITH "t10" AS (
  SELECT
    "t8"."child_id",
    "t8"."kind",
    "t8"."spell_id",
    "t8"."started_on",
    "t8"."ended_on",
    "t8"."outcome",
    "t8"."detail",
    "t8"."team_id",
    "t8"."worker_id",
    "t8"."source_table",
    "t8"."source_key",
    "t8"."label",
    "t8"."reach",
    "t8"."since",
    "t8"."until",
    "t8"."first_on",
    "t8"."last_on",
    "t8"."trigger",
    "t8"."n",
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
      "t6"."child_id",
      "t6"."kind",
      "t6"."spell_id",
      "t6"."started_on",
      "t6"."ended_on",
      "t6"."outcome",
      "t6"."detail",
      "t6"."team_id",
      "t6"."worker_id",
      "t6"."source_table",
      "t6"."source_key",
      "t6"."label",
      "t6"."reach",
      "t6"."since",
      "t6"."until",
      "t6"."first_on",
      "t6"."last_on",
      "t6"."trigger",
      "t6"."n",
      "t6"."reached",
      "t6"."fresh",
      SUM("t6"."fresh") OVER (
        PARTITION BY "t6"."child_id", "t6"."label"
        ORDER BY "t6"."since" ASC, "t6"."until" ASC, "t6"."first_on" ASC, "t6"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        "t4"."n",
        "t4"."reached",
        CAST((
          "t4"."reached" IS NULL
        ) OR (
          "t4"."since" > "t4"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t2"."child_id",
          "t2"."kind",
          "t2"."spell_id",
          "t2"."started_on",
          "t2"."ended_on",
          "t2"."outcome",
          "t2"."detail",
          "t2"."team_id",
          "t2"."worker_id",
          "t2"."source_table",
          "t2"."source_key",
          "t2"."label",
          "t2"."reach",
          "t2"."since",
          "t2"."until",
          "t2"."first_on",
          "t2"."last_on",
          "t2"."trigger",
          "t2"."n",
          MAX("t2"."until") OVER (
            PARTITION BY "t2"."child_id", "t2"."label"
            ORDER BY "t2"."since" ASC, "t2"."until" ASC, "t2"."first_on" ASC, "t2"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
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
            "t0"."worker_id" AS "label",
            "t0"."ended_on" + INTERVAL '12' MONTH AS "reach",
            "t0"."started_on" AS "since",
            COALESCE("t0"."ended_on" + INTERVAL '12' MONTH, CAST('9999-12-31' AS DATE)) AS "until",
            "t0"."started_on" AS "first_on",
            "t0"."started_on" AS "last_on",
            'start of ' || "t0"."kind" AS "trigger",
            1 AS "n"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" IN ('allocation')
            AND "t0"."started_on" IS NOT NULL
            AND (
              (
                "t0"."ended_on" IS NULL
              ) OR (
                "t0"."ended_on" >= "t0"."started_on"
              )
            )
            AND "t0"."worker_id" IS NOT NULL
        ) AS "t2"
      ) AS "t4"
    ) AS "t6"
  ) AS "t8"
), "t24" AS (
  SELECT
    *
  FROM (
    SELECT
      "t22"."child_id",
      "t22"."since",
      "t22"."team_id",
      "t22"."first_on",
      "t22"."last_on",
      "t22"."trigger",
      "t22"."n",
      "t22"."source_table",
      "t22"."source_key",
      "t22"."falls" AS "until",
      1 AS "sign",
      TRUE AS "leads"
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
                "t17"."day" AS "since",
                "t17"."until",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 2), '') AS "team_id",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 3), '') AS DATE) AS "first_on",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 4), '') AS DATE) AS "last_on",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 5), '') AS "trigger",
                "t17"."total" AS "n",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 7), '') AS "source_table",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."told", ''), 8), '') AS "source_key"
              FROM (
                SELECT
                  "t16"."child_id",
                  "t16"."day",
                  "t16"."step",
                  "t16"."facts",
                  SUM("t16"."step") OVER (
                    PARTITION BY "t16"."child_id"
                    ORDER BY "t16"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "total",
                  MAX("t16"."facts") OVER (
                    PARTITION BY "t16"."child_id"
                    ORDER BY "t16"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "told",
                  LEAD("t16"."day") OVER (
                    PARTITION BY "t16"."child_id"
                    ORDER BY "t16"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "until"
                FROM (
                  SELECT
                    "t15"."child_id",
                    "t15"."day",
                    SUM("t15"."step") AS "step",
                    MAX("t15"."facts") AS "facts"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t11"."child_id",
                        "t11"."since" AS "day",
                        1 AS "step",
                        CASE
                          WHEN TRUE
                          THEN CAST("t11"."since" AS TEXT) || '' || COALESCE("t11"."team_id", '') || '' || COALESCE(CAST("t11"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t11"."last_on" AS TEXT), '') || '' || COALESCE("t11"."trigger", '') || '' || COALESCE(CAST("t11"."n" AS TEXT), '') || '' || COALESCE("t11"."source_table", '') || '' || COALESCE("t11"."source_key", '')
                          ELSE CAST(NULL AS TEXT)
                        END AS "facts"
                      FROM "t10" AS "t11"
                      WHERE
                        "t11"."nth" = 0
                    ) AS "t14"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t11"."child_id",
                        "t11"."falls" AS "day",
                        -(
                          1
                        ) AS "step",
                        CAST(NULL AS TEXT) AS "facts"
                      FROM "t10" AS "t11"
                      WHERE
                        "t11"."nth" = 0
                    ) AS "t13"
                  ) AS "t15"
                  GROUP BY
                    1,
                    2
                ) AS "t16"
              ) AS "t17"
              WHERE
                "t17"."total" >= 3 AND "t17"."until" IS NOT NULL
            ) AS "t18"
          ) AS "t19"
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
    WHERE
      "t22"."nth" = 0
  ) AS "t23"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t9"."child_id",
      "t9"."since",
      "t9"."team_id",
      "t9"."first_on",
      "t9"."last_on",
      "t9"."trigger",
      "t9"."n",
      "t9"."source_table",
      "t9"."source_key",
      "t9"."falls" AS "until",
      1 AS "sign",
      FALSE AS "leads"
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
        "t7"."reached",
        "t7"."fresh",
        "t7"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t7"."child_id", "t7"."island"
          ORDER BY "t7"."since" ASC, "t7"."until" ASC, "t7"."first_on" ASC, "t7"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t7"."until") OVER (
          PARTITION BY "t7"."child_id", "t7"."island"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "falls"
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
          "t5"."fresh",
          SUM("t5"."fresh") OVER (
            PARTITION BY "t5"."child_id"
            ORDER BY "t5"."since" ASC, "t5"."until" ASC, "t5"."first_on" ASC, "t5"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "island"
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
            CAST((
              "t3"."reached" IS NULL
            ) OR (
              "t3"."since" > "t3"."reached"
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
                "t0"."kind" IN ('cin_plan', 'cp_plan', 'care')
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
          ) AS "t3"
        ) AS "t5"
      ) AS "t7"
    ) AS "t9"
    WHERE
      "t9"."nth" = 0
  ) AS "t12"
)
SELECT
  'three_social_workers' AS "pattern_id",
  "t35"."child_id",
  "t35"."team_id",
  "t35"."since",
  CASE
    WHEN "t35"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t35"."falls"
  END AS "until",
  "t35"."first_on",
  "t35"."last_on",
  "t35"."trigger",
  "t35"."n",
  "t35"."source_table",
  "t35"."source_key"
FROM (
  SELECT
    "t34"."child_id",
    "t34"."since",
    "t34"."until",
    "t34"."team_id",
    "t34"."first_on",
    "t34"."last_on",
    "t34"."trigger",
    "t34"."n",
    "t34"."source_table",
    "t34"."source_key",
    "t34"."reached",
    "t34"."fresh",
    "t34"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t34"."child_id", "t34"."island"
      ORDER BY "t34"."since" ASC, "t34"."until" ASC, "t34"."first_on" ASC, "t34"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t34"."until") OVER (
      PARTITION BY "t34"."child_id", "t34"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
  FROM (
    SELECT
      "t33"."child_id",
      "t33"."since",
      "t33"."until",
      "t33"."team_id",
      "t33"."first_on",
      "t33"."last_on",
      "t33"."trigger",
      "t33"."n",
      "t33"."source_table",
      "t33"."source_key",
      "t33"."reached",
      "t33"."fresh",
      SUM("t33"."fresh") OVER (
        PARTITION BY "t33"."child_id"
        ORDER BY "t33"."since" ASC, "t33"."until" ASC, "t33"."first_on" ASC, "t33"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t32"."child_id",
        "t32"."since",
        "t32"."until",
        "t32"."team_id",
        "t32"."first_on",
        "t32"."last_on",
        "t32"."trigger",
        "t32"."n",
        "t32"."source_table",
        "t32"."source_key",
        "t32"."reached",
        CAST((
          "t32"."reached" IS NULL
        ) OR (
          "t32"."since" > "t32"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t31"."child_id",
          "t31"."since",
          "t31"."until",
          "t31"."team_id",
          "t31"."first_on",
          "t31"."last_on",
          "t31"."trigger",
          "t31"."n",
          "t31"."source_table",
          "t31"."source_key",
          MAX("t31"."until") OVER (
            PARTITION BY "t31"."child_id"
            ORDER BY "t31"."since" ASC, "t31"."until" ASC, "t31"."first_on" ASC, "t31"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t30"."child_id",
            "t30"."day" AS "since",
            "t30"."until",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 2), '') AS "team_id",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 3), '') AS DATE) AS "first_on",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 4), '') AS DATE) AS "last_on",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 5), '') AS "trigger",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 6), '') AS BIGINT) AS "n",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 7), '') AS "source_table",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."told", ''), 8), '') AS "source_key"
          FROM (
            SELECT
              "t29"."child_id",
              "t29"."day",
              "t29"."step",
              "t29"."facts",
              SUM("t29"."step") OVER (
                PARTITION BY "t29"."child_id"
                ORDER BY "t29"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "total",
              MAX("t29"."facts") OVER (
                PARTITION BY "t29"."child_id"
                ORDER BY "t29"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "told",
              LEAD("t29"."day") OVER (
                PARTITION BY "t29"."child_id"
                ORDER BY "t29"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "until"
            FROM (
              SELECT
                "t28"."child_id",
                "t28"."day",
                SUM("t28"."step") AS "step",
                MAX("t28"."facts") AS "facts"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t25"."child_id",
                    "t25"."since" AS "day",
                    "t25"."sign" AS "step",
                    CASE
                      WHEN "t25"."leads"
                      THEN CAST("t25"."since" AS TEXT) || '' || COALESCE("t25"."team_id", '') || '' || COALESCE(CAST("t25"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t25"."last_on" AS TEXT), '') || '' || COALESCE("t25"."trigger", '') || '' || COALESCE(CAST("t25"."n" AS TEXT), '') || '' || COALESCE("t25"."source_table", '') || '' || COALESCE("t25"."source_key", '')
                      ELSE CAST(NULL AS TEXT)
                    END AS "facts"
                  FROM "t24" AS "t25"
                ) AS "t27"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t25"."child_id",
                    "t25"."until" AS "day",
                    -(
                      "t25"."sign"
                    ) AS "step",
                    CAST(NULL AS TEXT) AS "facts"
                  FROM "t24" AS "t25"
                ) AS "t26"
              ) AS "t28"
              GROUP BY
                1,
                2
            ) AS "t29"
          ) AS "t30"
          WHERE
            "t30"."total" >= 2 AND "t30"."until" IS NOT NULL AND "t30"."day" < "t30"."until"
        ) AS "t31"
      ) AS "t32"
    ) AS "t33"
  ) AS "t34"
) AS "t35"
WHERE
  "t35"."nth" = 0
