WITH "t24" AS (
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
                "t16"."child_id",
                "t16"."on_date" + INTERVAL '12' MONTH AS "since",
                LEAST(
                  COALESCE("t16"."home_until", CAST('9999-12-31' AS DATE)),
                  COALESCE("t16"."any_clear", CAST('9999-12-31' AS DATE))
                ) AS "until",
                "t16"."team_id",
                "t16"."first_on",
                "t16"."on_date" AS "last_on",
                "t16"."trigger",
                CAST(1 AS BIGINT) AS "n",
                "t16"."source_table",
                "t16"."source_key"
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
                  "t14"."home_starts",
                  "t14"."home_until",
                  "t14"."group",
                  "t14"."next_clear",
                  "t14"."any_clear",
                  "t14"."on_date" AS "first_on",
                  LAG("t14"."on_date", 1) OVER (
                    PARTITION BY "t14"."child_id", "t14"."home"
                    ORDER BY "t14"."on_date" ASC, "t14"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "one_back",
                  LAG("t14"."on_date", 2) OVER (
                    PARTITION BY "t14"."child_id", "t14"."home"
                    ORDER BY "t14"."on_date" ASC, "t14"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "two_back"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t10"."child_id",
                      "t10"."team_id",
                      "t10"."worker_id",
                      "t10"."on_date",
                      "t10"."detail",
                      "t10"."trigger",
                      "t10"."home_ends",
                      "t10"."source_table",
                      "t10"."source_key",
                      "t10"."clears",
                      "t10"."home",
                      "t10"."home_starts",
                      "t10"."home_until",
                      SUM(CAST("t10"."clears" AS BIGINT)) OVER (
                        PARTITION BY "t10"."child_id", "t10"."home"
                        ORDER BY "t10"."on_date" ASC, "t10"."clears" ASC, "t10"."source_key" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS "group",
                      MIN(CASE WHEN "t10"."clears" THEN "t10"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t10"."child_id", "t10"."home"
                        ORDER BY "t10"."on_date" ASC, "t10"."clears" ASC, "t10"."source_key" ASC
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS "next_clear",
                      MIN(CASE WHEN "t10"."clears" THEN "t10"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t10"."child_id", "t10"."home"
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
                        "t7"."home",
                        "t7"."home_starts",
                        "t7"."home_until"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t0"."child_id",
                            "t0"."team_id",
                            "t0"."worker_id",
                            "t0"."started_on" AS "on_date",
                            "t0"."detail",
                            'start of growing_up' AS "trigger",
                            COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE)) AS "home_ends",
                            "t0"."source_table",
                            "t0"."source_key",
                            FALSE AS "clears"
                          FROM "journeys"."spells" AS "t0"
                          WHERE
                            "t0"."kind" IN ('growing_up')
                            AND "t0"."started_on" IS NOT NULL
                            AND (
                              (
                                "t0"."ended_on" IS NULL
                              ) OR (
                                "t0"."ended_on" >= "t0"."started_on"
                              )
                            )
                        ) AS "t4"
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
                            "t1"."kind" IN ('assessment_started', 'cin_review', 'cla_review', 'pathway_plan')
                            AND "t1"."on_date" IS NOT NULL
                        ) AS "t2"
                      ) AS "t8"
                      INNER JOIN (
                        SELECT
                          "t0"."child_id" AS "home_child",
                          "t0"."spell_id" AS "home",
                          "t0"."started_on" AS "home_starts",
                          "t0"."ended_on" AS "home_until"
                        FROM "journeys"."spells" AS "t0"
                        WHERE
                          "t0"."kind" IN ('growing_up')
                          AND "t0"."started_on" IS NOT NULL
                          AND (
                            (
                              "t0"."ended_on" IS NULL
                            ) OR (
                              "t0"."ended_on" >= "t0"."started_on"
                            )
                          )
                      ) AS "t7"
                        ON "t8"."child_id" = "t7"."home_child"
                        AND "t7"."home_starts" <= "t8"."on_date"
                        AND (
                          (
                            "t7"."home_until" IS NULL
                          ) OR (
                            "t8"."on_date" < "t7"."home_until"
                          )
                        )
                    ) AS "t10"
                  ) AS "t12"
                  WHERE
                    NOT (
                      "t12"."clears"
                    )
                ) AS "t14"
              ) AS "t16"
              WHERE
                "t16"."first_on" IS NOT NULL
                AND (
                  "t16"."on_date" + INTERVAL '12' MONTH
                ) < LEAST(
                  COALESCE("t16"."home_until", CAST('9999-12-31' AS DATE)),
                  COALESCE("t16"."any_clear", CAST('9999-12-31' AS DATE))
                )
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
      "t15"."child_id",
      "t15"."since",
      "t15"."team_id",
      "t15"."first_on",
      "t15"."last_on",
      "t15"."trigger",
      "t15"."n",
      "t15"."source_table",
      "t15"."source_key",
      "t15"."falls" AS "until",
      -1 AS "sign",
      FALSE AS "leads"
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
        "t13"."reached",
        "t13"."fresh",
        "t13"."island",
        ROW_NUMBER() OVER (
          PARTITION BY "t13"."child_id", "t13"."island"
          ORDER BY "t13"."since" ASC, "t13"."until" ASC, "t13"."first_on" ASC, "t13"."source_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth",
        MAX("t13"."until") OVER (
          PARTITION BY "t13"."child_id", "t13"."island"
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
                "t0"."kind" IN ('ehc_plan')
                AND "t0"."started_on" IS NOT NULL
                AND (
                  (
                    "t0"."ended_on" IS NULL
                  ) OR (
                    "t0"."ended_on" >= "t0"."started_on"
                  )
                )
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t3"
          ) AS "t9"
        ) AS "t11"
      ) AS "t13"
    ) AS "t15"
    WHERE
      "t15"."nth" = 0
  ) AS "t17"
)
SELECT
  'transition_not_begun_no_plan' AS "pattern_id",
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
            "t30"."total" >= 1 AND "t30"."until" IS NOT NULL AND "t30"."day" < "t30"."until"
        ) AS "t31"
      ) AS "t32"
    ) AS "t33"
  ) AS "t34"
) AS "t35"
WHERE
  "t35"."nth" = 0
