SELECT
  'assessment_stale' AS "measure_id",
  "t23"."month",
  "t23"."team_id",
  "t23"."numerator",
  "t23"."denominator",
  "t23"."cannot_tell"
FROM (
  SELECT
    "t22"."month",
    "t22"."team_id",
    SUM("t22"."numerator") AS "numerator",
    SUM("t22"."denominator") AS "denominator",
    SUM("t22"."cannot_tell") AS "cannot_tell"
  FROM (
    SELECT
      'assessment_stale' AS "measure_id",
      "t21"."month",
      "t21"."child_id",
      "t21"."team_id",
      "t21"."on_date",
      "t21"."started_on",
      "t21"."source_key",
      "t21"."numerator",
      CAST("t21"."denominator" AS BIGINT) AS "denominator",
      CAST("t21"."cannot_tell" AS BIGINT) AS "cannot_tell"
    FROM (
      SELECT
        "t15"."month",
        "t15"."child_id",
        "t20"."team_id",
        (
          "t15"."month" + INTERVAL '1' MONTH
        ) - INTERVAL '1' DAY AS "on_date",
        CAST(NULL AS DATE) AS "started_on",
        CAST(NULL AS TEXT) AS "source_key",
        CAST("t18"."up_child" IS NOT NULL AS BIGINT) AS "numerator",
        1 AS "denominator",
        0 AS "cannot_tell"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t3"."month",
            "t3"."ends_on",
            "t7"."child_id"
          FROM "measures"."calendar_months" AS "t3"
          INNER JOIN (
            SELECT
              *
            FROM "journeys"."spells" AS "t1"
            WHERE
              "t1"."kind" IN ('cin_plan', 'cp_plan')
          ) AS "t7"
            ON "t7"."started_on" <= "t3"."ends_on"
            AND (
              (
                "t7"."ended_on" IS NULL
              ) OR (
                "t7"."ended_on" > "t3"."ends_on"
              )
            )
        ) AS "t10"
      ) AS "t15"
      LEFT OUTER JOIN (
        SELECT
          "t14"."month" AS "up_month",
          "t14"."child_id" AS "up_child"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t3"."month",
              "t9"."child_id"
            FROM "measures"."calendar_months" AS "t3"
            INNER JOIN (
              SELECT
                *
              FROM "drift"."flag_spells" AS "t2"
              WHERE
                "t2"."pattern_id" = 'assessment_stale'
            ) AS "t9"
              ON "t9"."since" <= "t3"."ends_on"
              AND (
                (
                  "t9"."until" IS NULL
                ) OR (
                  "t9"."until" > "t3"."ends_on"
                )
              )
          ) AS "t12"
        ) AS "t14"
      ) AS "t18"
        ON "t15"."month" = "t18"."up_month" AND "t15"."child_id" = "t18"."up_child"
      LEFT OUTER JOIN (
        SELECT
          "t17"."team_id",
          "t17"."month" AS "held_month",
          "t17"."child_id" AS "held_child"
        FROM (
          SELECT
            "t11"."month",
            "t11"."ends_on",
            "t11"."child_id",
            "t11"."kind",
            "t11"."spell_id",
            "t11"."started_on",
            "t11"."ended_on",
            "t11"."outcome",
            "t11"."detail",
            "t11"."team_id",
            "t11"."worker_id",
            "t11"."source_table",
            "t11"."source_key",
            ROW_NUMBER() OVER (
              PARTITION BY "t11"."month", "t11"."child_id"
              ORDER BY "t11"."started_on" DESC, "t11"."spell_id" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "newest"
          FROM (
            SELECT
              "t3"."month",
              "t3"."ends_on",
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
              "t8"."source_key"
            FROM "measures"."calendar_months" AS "t3"
            INNER JOIN (
              SELECT
                *
              FROM "journeys"."spells" AS "t1"
              WHERE
                "t1"."kind" = 'allocation'
            ) AS "t8"
              ON "t8"."started_on" <= "t3"."ends_on"
              AND (
                (
                  "t8"."ended_on" IS NULL
                ) OR (
                  "t8"."ended_on" > "t3"."ends_on"
                )
              )
          ) AS "t11"
        ) AS "t17"
        WHERE
          "t17"."newest" = 0
      ) AS "t20"
        ON "t15"."month" = "t20"."held_month" AND "t15"."child_id" = "t20"."held_child"
    ) AS "t21"
  ) AS "t22"
  GROUP BY
    1,
    2
) AS "t23"
