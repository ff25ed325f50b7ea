WITH "t28" AS (
  SELECT
    *
  FROM (
    SELECT
      "t25"."child_id",
      "t25"."since",
      "t25"."team_id",
      "t25"."first_on",
      "t25"."last_on",
      "t25"."trigger",
      "t25"."n",
      "t25"."source_table",
      "t25"."source_key",
      "t25"."falls" AS "until",
      1 AS "sign",
      TRUE AS "leads"
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
        "t23"."fresh",
        "t23"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t23"."child_id", "t23"."island"
          ORDER BY "t23"."since" ASC, "t23"."until" ASC, "t23"."first_on" ASC, "t23"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t23"."until") OVER (
          PARTITION BY "t23"."child_id", "t23"."island"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "falls"
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
          SUM("t21"."fresh") OVER (
            PARTITION BY "t21"."child_id"
            ORDER BY "t21"."since" ASC, "t21"."until" ASC, "t21"."first_on" ASC, "t21"."source_key" ASC
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
              MAX("t17"."until") OVER (
                PARTITION BY "t17"."child_id"
                ORDER BY "t17"."since" ASC, "t17"."until" ASC, "t17"."first_on" ASC, "t17"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) AS "reached"
            FROM (
              SELECT
                "t15"."child_id",
                "t15"."ended_on" AS "since",
                "t15"."ended_on" + INTERVAL '6' MONTH AS "until",
                "t15"."team_id",
                "t15"."started_on" AS "first_on",
                "t15"."ended_on" AS "last_on",
                'end of cp_plan' AS "trigger",
                CAST(1 AS BIGINT) AS "n",
                "t15"."source_table",
                "t15"."source_key"
              FROM (
                SELECT
                  "t7"."child_id",
                  "t7"."kind",
                  "t7"."spell_id",
                  "t7"."started_on",
                  "t7"."ended_on",
                  "t7"."outcome",
                  "t7"."detail",
                  "t7"."team_id",
                  "t7"."worker_id",
                  "t7"."source_table",
                  "t7"."source_key"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" IN ('cp_plan')
                    AND "t0"."started_on" IS NOT NULL
                    AND (
                      (
                        "t0"."ended_on" IS NULL
                      ) OR (
                        "t0"."ended_on" >= "t0"."started_on"
                      )
                    )
                    AND "t0"."ended_on" IS NOT NULL
                ) AS "t7"
                ANTI JOIN (
                  SELECT DISTINCT
                    "t10"."home" AS "held_home"
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
                      "t8"."home",
                      "t8"."home_starts",
                      "t8"."home_until"
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
                        "t1"."source_key"
                      FROM "journeys"."events" AS "t1"
                      WHERE
                        "t1"."kind" IN ('assessment_authorised') AND "t1"."on_date" IS NOT NULL
                    ) AS "t6"
                    INNER JOIN (
                      SELECT
                        "t0"."child_id" AS "home_child",
                        "t0"."spell_id" AS "home",
                        "t0"."started_on" AS "home_starts",
                        "t0"."ended_on" AS "home_until"
                      FROM "journeys"."spells" AS "t0"
                      WHERE
                        "t0"."kind" IN ('cp_plan')
                        AND "t0"."started_on" IS NOT NULL
                        AND (
                          (
                            "t0"."ended_on" IS NULL
                          ) OR (
                            "t0"."ended_on" >= "t0"."started_on"
                          )
                        )
                    ) AS "t8"
                      ON "t6"."child_id" = "t8"."home_child"
                      AND "t8"."home_starts" <= "t6"."on_date"
                      AND (
                        (
                          "t8"."home_until" IS NULL
                        ) OR (
                          "t6"."on_date" <= "t8"."home_until"
                        )
                      )
                  ) AS "t10"
                ) AS "t13"
                  ON "t7"."spell_id" = "t13"."held_home"
              ) AS "t15"
              WHERE
                "t15"."ended_on" < (
                  "t15"."ended_on" + INTERVAL '6' MONTH
                )
            ) AS "t17"
          ) AS "t19"
        ) AS "t21"
      ) AS "t23"
    ) AS "t25"
    WHERE
      "t25"."nth" = 0
  ) AS "t27"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t24"."child_id",
      "t24"."since",
      "t24"."team_id",
      "t24"."first_on",
      "t24"."last_on",
      "t24"."trigger",
      "t24"."n",
      "t24"."source_table",
      "t24"."source_key",
      "t24"."falls" AS "until",
      -1 AS "sign",
      FALSE AS "leads"
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
        "t22"."reached",
        "t22"."fresh",
        "t22"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t22"."child_id", "t22"."island"
          ORDER BY "t22"."since" ASC, "t22"."until" ASC, "t22"."first_on" ASC, "t22"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t22"."until") OVER (
          PARTITION BY "t22"."child_id", "t22"."island"
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
            CAST((
              "t18"."reached" IS NULL
            ) OR (
              "t18"."since" > "t18"."reached"
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
                "t14"."child_id",
                "t14"."on_date" AS "since",
                LEAST(
                  COALESCE("t14"."home_until", CAST('9999-12-31' AS DATE)),
                  COALESCE("t14"."next_clear", CAST('9999-12-31' AS DATE)),
                  "t14"."first_on" + INTERVAL '6' MONTH
                ) AS "until",
                "t14"."team_id",
                "t14"."first_on",
                "t14"."on_date" AS "last_on",
                "t14"."trigger",
                CAST(1 AS BIGINT) AS "n",
                "t14"."source_table",
                "t14"."source_key"
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
                      "t2"."child_id",
                      "t2"."team_id",
                      "t2"."worker_id",
                      "t2"."on_date",
                      "t2"."detail",
                      "t2"."trigger",
                      "t2"."home_ends",
                      "t2"."source_table",
                      "t2"."source_key",
                      "t2"."clears",
                      "t2"."home",
                      "t2"."home_until",
                      SUM(CAST("t2"."clears" AS BIGINT)) OVER (
                        PARTITION BY "t2"."child_id", "t2"."home"
                        ORDER BY "t2"."on_date" ASC, "t2"."clears" ASC, "t2"."source_key" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS "group",
                      MIN(CASE WHEN "t2"."clears" THEN "t2"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t2"."child_id", "t2"."home"
                        ORDER BY "t2"."on_date" ASC, "t2"."clears" ASC, "t2"."source_key" ASC
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS "next_clear",
                      MIN(CASE WHEN "t2"."clears" THEN "t2"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t2"."child_id", "t2"."home"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS "any_clear"
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
                        FALSE AS "clears",
                        '' AS "home",
                        CAST(NULL AS DATE) AS "home_until"
                      FROM "journeys"."events" AS "t1"
                      WHERE
                        "t1"."kind" IN ('assessment_authorised') AND "t1"."on_date" IS NOT NULL
                    ) AS "t2"
                  ) AS "t9"
                  WHERE
                    NOT (
                      "t9"."clears"
                    )
                ) AS "t11"
              ) AS "t14"
              WHERE
                "t14"."first_on" IS NOT NULL
                AND "t14"."on_date" < LEAST(
                  COALESCE("t14"."home_until", CAST('9999-12-31' AS DATE)),
                  COALESCE("t14"."next_clear", CAST('9999-12-31' AS DATE)),
                  "t14"."first_on" + INTERVAL '6' MONTH
                )
            ) AS "t16"
          ) AS "t18"
        ) AS "t20"
      ) AS "t22"
    ) AS "t24"
    WHERE
      "t24"."nth" = 0
  ) AS "t26"
)
SELECT
  'cpp_ended_no_assessment' AS "pattern_id",
  "t39"."child_id",
  "t39"."team_id",
  "t39"."since",
  CASE
    WHEN "t39"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t39"."falls"
  END AS "until",
  "t39"."first_on",
  "t39"."last_on",
  "t39"."trigger",
  "t39"."n",
  "t39"."source_table",
  "t39"."source_key"
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
    "t38"."fresh",
    "t38"."island",
    ROW_NUMBER() OVER (
      PARTITION BY "t38"."child_id", "t38"."island"
      ORDER BY "t38"."since" ASC, "t38"."until" ASC, "t38"."first_on" ASC, "t38"."source_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "nth",
    MAX("t38"."until") OVER (
      PARTITION BY "t38"."child_id", "t38"."island"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "falls"
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
      "t37"."reached",
      "t37"."fresh",
      SUM("t37"."fresh") OVER (
        PARTITION BY "t37"."child_id"
        ORDER BY "t37"."since" ASC, "t37"."until" ASC, "t37"."first_on" ASC, "t37"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t36"."child_id",
        "t36"."since",
        "t36"."until",
        "t36"."team_id",
        "t36"."first_on",
        "t36"."last_on",
        "t36"."trigger",
        "t36"."n",
        "t36"."source_table",
        "t36"."source_key",
        "t36"."reached",
        CAST((
          "t36"."reached" IS NULL
        ) OR (
          "t36"."since" > "t36"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t35"."child_id",
          "t35"."since",
          "t35"."until",
          "t35"."team_id",
          "t35"."first_on",
          "t35"."last_on",
          "t35"."trigger",
          "t35"."n",
          "t35"."source_table",
          "t35"."source_key",
          MAX("t35"."until") OVER (
            PARTITION BY "t35"."child_id"
            ORDER BY "t35"."since" ASC, "t35"."until" ASC, "t35"."first_on" ASC, "t35"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t34"."child_id",
            "t34"."day" AS "since",
            "t34"."until",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 2), '') AS "team_id",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 3), '') AS DATE) AS "first_on",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 4), '') AS DATE) AS "last_on",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 5), '') AS "trigger",
            CAST(NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 6), '') AS BIGINT) AS "n",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 7), '') AS "source_table",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t34"."told", ''), 8), '') AS "source_key"
          FROM (
            SELECT
              "t33"."child_id",
              "t33"."day",
              "t33"."step",
              "t33"."facts",
              SUM("t33"."step") OVER (
                PARTITION BY "t33"."child_id"
                ORDER BY "t33"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "total",
              MAX("t33"."facts") OVER (
                PARTITION BY "t33"."child_id"
                ORDER BY "t33"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "told",
              LEAD("t33"."day") OVER (
                PARTITION BY "t33"."child_id"
                ORDER BY "t33"."day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "until"
            FROM (
              SELECT
                "t32"."child_id",
                "t32"."day",
                SUM("t32"."step") AS "step",
                MAX("t32"."facts") AS "facts"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t29"."child_id",
                    "t29"."since" AS "day",
                    "t29"."sign" AS "step",
                    CASE
                      WHEN "t29"."leads"
                      THEN CAST("t29"."since" AS TEXT) || '' || COALESCE("t29"."team_id", '') || '' || COALESCE(CAST("t29"."first_on" AS TEXT), '') || '' || COALESCE(CAST("t29"."last_on" AS TEXT), '') || '' || COALESCE("t29"."trigger", '') || '' || COALESCE(CAST("t29"."n" AS TEXT), '') || '' || COALESCE("t29"."source_table", '') || '' || COALESCE("t29"."source_key", '')
                      ELSE CAST(NULL AS TEXT)
                    END AS "facts"
                  FROM "t28" AS "t29"
                ) AS "t31"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t29"."child_id",
                    "t29"."until" AS "day",
                    -(
                      "t29"."sign"
                    ) AS "step",
                    CAST(NULL AS TEXT) AS "facts"
                  FROM "t28" AS "t29"
                ) AS "t30"
              ) AS "t32"
              GROUP BY
                1,
                2
            ) AS "t33"
          ) AS "t34"
          WHERE
            "t34"."total" >= 1 AND "t34"."until" IS NOT NULL AND "t34"."day" < "t34"."until"
        ) AS "t35"
      ) AS "t36"
    ) AS "t37"
  ) AS "t38"
) AS "t39"
WHERE
  "t39"."nth" = 0
