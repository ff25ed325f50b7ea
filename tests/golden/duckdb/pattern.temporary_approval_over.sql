WITH "t14" AS (
  SELECT
    *
  FROM (
    SELECT
      "t10"."child_id",
      "t10"."since",
      "t10"."team_id",
      "t10"."first_on",
      "t10"."last_on",
      "t10"."trigger",
      "t10"."n",
      "t10"."source_table",
      "t10"."source_key",
      "t10"."falls" AS "until",
      1 AS "sign",
      TRUE AS "leads"
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
        "t8"."reached",
        "t8"."fresh",
        "t8"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t8"."child_id", "t8"."island"
          ORDER BY "t8"."since" ASC, "t8"."until" ASC, "t8"."first_on" ASC, "t8"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t8"."until") OVER (
          PARTITION BY "t8"."child_id", "t8"."island"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "falls"
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
          "t6"."reached",
          "t6"."fresh",
          SUM("t6"."fresh") OVER (
            PARTITION BY "t6"."child_id"
            ORDER BY "t6"."since" ASC, "t6"."until" ASC, "t6"."first_on" ASC, "t6"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "island"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."since",
            "t4"."until",
            "t4"."team_id",
            "t4"."first_on",
            "t4"."last_on",
            "t4"."trigger",
            "t4"."n",
            "t4"."source_table",
            "t4"."source_key",
            "t4"."reached",
            CAST((
              "t4"."reached" IS NULL
            ) OR (
              "t4"."since" > "t4"."reached"
            ) AS BIGINT) AS "fresh"
          FROM (
            SELECT
              "t2"."child_id",
              "t2"."since",
              "t2"."until",
              "t2"."team_id",
              "t2"."first_on",
              "t2"."last_on",
              "t2"."trigger",
              "t2"."n",
              "t2"."source_table",
              "t2"."source_key",
              MAX("t2"."until") OVER (
                PARTITION BY "t2"."child_id"
                ORDER BY "t2"."since" ASC, "t2"."until" ASC, "t2"."first_on" ASC, "t2"."source_key" ASC
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
                "t0"."kind" IN ('temporary_approval')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t2"
          ) AS "t4"
        ) AS "t6"
      ) AS "t8"
    ) AS "t10"
    WHERE
      "t10"."nth" = 0
  ) AS "t12"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t11"."child_id",
      "t11"."since",
      "t11"."team_id",
      "t11"."first_on",
      "t11"."last_on",
      "t11"."trigger",
      "t11"."n",
      "t11"."source_table",
      "t11"."source_key",
      "t11"."falls" AS "until",
      -1 AS "sign",
      FALSE AS "leads"
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
        "t9"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."child_id", "t9"."island"
          ORDER BY "t9"."since" ASC, "t9"."until" ASC, "t9"."first_on" ASC, "t9"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t9"."until") OVER (
          PARTITION BY "t9"."child_id", "t9"."island"
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
          "t7"."reached",
          "t7"."fresh",
          SUM("t7"."fresh") OVER (
            PARTITION BY "t7"."child_id"
            ORDER BY "t7"."since" ASC, "t7"."until" ASC, "t7"."first_on" ASC, "t7"."source_key" ASC
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
              MAX("t3"."until") OVER (
                PARTITION BY "t3"."child_id"
                ORDER BY "t3"."since" ASC, "t3"."until" ASC, "t3"."first_on" ASC, "t3"."source_key" ASC
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
                "t0"."kind" IN ('temporary_approval')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."outcome" IN ('extended')
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t3"
          ) AS "t5"
        ) AS "t7"
      ) AS "t9"
    ) AS "t11"
    WHERE
      "t11"."nth" = 0
  ) AS "t13"
)
SELECT
  'temporary_approval_over' AS "pattern_id",
  "t27"."child_id",
  "t27"."team_id",
  "t27"."since",
  CASE
    WHEN "t27"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t27"."falls"
  END AS "until",
  "t27"."first_on",
  "t27"."last_on",
  "t27"."trigger",
  "t27"."n",
  "t27"."source_table",
  "t27"."source_key"
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
    "t26"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t26"."child_id", "t26"."island"
      ORDER BY "t26"."since" ASC, "t26"."until" ASC, "t26"."first_on" ASC, "t26"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t26"."until") OVER (
      PARTITION BY "t26"."child_id", "t26"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
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
      SUM("t25"."fresh") OVER (
        PARTITION BY "t25"."child_id"
        ORDER BY "t25"."since" ASC, "t25"."until" ASC, "t25"."first_on" ASC, "t25"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        CAST((
          "t24"."reached" IS NULL
        ) OR (
          "t24"."since" > "t24"."reached"
        ) AS BIGINT) AS "fresh"
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
          MAX("t23"."until") OVER (
            PARTITION BY "t23"."child_id"
            ORDER BY "t23"."since" ASC, "t23"."until" ASC, "t23"."first_on" ASC, "t23"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t20"."child_id",
                "t20"."day" + INTERVAL '112' DAY AS "since",
                "t20"."until",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 2), '') AS "team_id",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 3), '') AS DATE) AS "first_on",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 4), '') AS DATE) AS "last_on",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 5), '') AS "trigger",
                CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 6), '') AS BIGINT) AS "n",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 7), '') AS "source_table",
                NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."told", ''), 8), '') AS "source_key"
              FROM (
                SELECT
                  "t19"."child_id",
                  "t19"."day",
                  "t19"."step",
                  "t19"."facts",
                  SUM("t19"."step") OVER (
                    PARTITION BY "t19"."child_id"
                    ORDER BY "t19"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "total",
                  MAX("t19"."facts") OVER (
                    PARTITION BY "t19"."child_id"
                    ORDER BY "t19"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "told",
                  LEAD("t19"."day") OVER (
                    PARTITION BY "t19"."child_id"
                    ORDER BY "t19"."day" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "until"
                FROM (
                  SELECT
                    "t18"."child_id",
                    "t18"."day",
                    SUM("t18"."step") AS "step",
                    MAX("t18"."facts") AS "facts"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t15"."child_id",
                        "t15"."since" AS "day",
                        "t15"."sign" AS "step",
                        CASE
                          WHEN "t15"."leads"
                          THEN CAST("t15"."since" AS TEXT) || '' || COALESCE("t15"."team_id", '') || '' || COALESCE(CAST("t15"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t15"."last_on" AS TEXT), '') || '' || COALESCE("t15"."trigger", '') || '' || COALESCE(CAST("t15"."n" AS TEXT), '') || '' || COALESCE("t15"."source_table", '') || '' || COALESCE("t15"."source_key", '')
                          ELSE CAST(NULL AS TEXT)
                        END AS "facts"
                      FROM "t14" AS "t15"
                    ) AS "t17"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t15"."child_id",
                        "t15"."until" AS "day",
                        -(
                          "t15"."sign"
                        ) AS "step",
                        CAST(NULL AS TEXT) AS "facts"
                      FROM "t14" AS "t15"
                    ) AS "t16"
                  ) AS "t18"
                  GROUP BY
                    1,
                    2
                ) AS "t19"
              ) AS "t20"
              WHERE
                "t20"."total" >= 1
                AND "t20"."until" IS NOT NULL
                AND "t20"."day" < "t20"."until"
                AND (
                  "t20"."day" + INTERVAL '112' DAY
                ) < "t20"."until"
            ) AS "t21"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t0"."child_id",
                "t0"."started_on" + INTERVAL '168' DAY AS "since",
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
                "t0"."kind" IN ('temporary_approval')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
                AND (
                  "t0"."started_on" + INTERVAL '168' DAY
                ) < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t1"
          ) AS "t22"
          WHERE
            "t22"."since" < "t22"."until"
        ) AS "t23"
      ) AS "t24"
    ) AS "t25"
  ) AS "t26"
) AS "t27"
WHERE
  "t27"."nth" = 0
