SELECT
  *
FROM (
  SELECT
    "t19"."measure_id",
    "t19"."month",
    "t19"."team_id",
    SUM("t19"."numerator") AS "numerator",
    SUM("t19"."denominator") AS "denominator",
    SUM("t19"."cannot_tell") AS "cannot_tell",
    SUM("t19"."amount") AS "amount",
    SUM("t19"."weight") AS "weight"
  FROM (
    SELECT
      'assessment_stale' AS "measure_id",
      "t18"."month",
      "t18"."child_id",
      "t18"."team_id",
      "t18"."on_date",
      "t18"."started_on",
      "t18"."source_key",
      "t18"."numerator",
      CAST("t18"."denominator" AS BIGINT) AS "denominator",
      CAST("t18"."cannot_tell" AS BIGINT) AS "cannot_tell",
      CAST("t18"."numerator" AS DOUBLE) AS "amount",
      CAST("t18"."denominator" AS DOUBLE) AS "weight"
    FROM (
      SELECT
        "t15"."month",
        "t15"."child_id",
        "t6"."team_id",
        "t15"."ends_on" AS "on_date",
        CAST(NULL AS DATE) AS "started_on",
        CAST(NULL AS TEXT) AS "source_key",
        CAST("t17"."up_child" IS NOT NULL AS BIGINT) AS "numerator",
        1 AS "denominator",
        0 AS "cannot_tell"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t4"."month",
            "t4"."ends_on",
            "t9"."child_id"
          FROM "measures"."calendar_months" AS "t4"
          INNER JOIN (
            SELECT
              *
            FROM "journeys"."spells" AS "t2"
            WHERE
              "t2"."kind" IN ('cin_plan', 'cp_plan')
          ) AS "t9"
            ON "t9"."started_on" <= "t4"."ends_on"
            AND (
              (
                "t9"."ended_on" IS NULL
              ) OR (
                "t9"."ended_on" > "t4"."ends_on"
              )
            )
        ) AS "t11"
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
              "t4"."month",
              "t4"."ends_on",
              "t10"."child_id"
            FROM "measures"."calendar_months" AS "t4"
            INNER JOIN (
              SELECT
                *
              FROM "drift"."flag_spells" AS "t3"
              WHERE
                "t3"."pattern_id" = 'assessment_stale'
            ) AS "t10"
              ON "t10"."since" <= "t4"."ends_on"
              AND (
                (
                  "t10"."until" IS NULL
                ) OR (
                  "t10"."until" > "t4"."ends_on"
                )
              )
          ) AS "t12"
        ) AS "t14"
      ) AS "t17"
        ON "t15"."month" = "t17"."up_month" AND "t15"."child_id" = "t17"."up_child"
      LEFT OUTER JOIN (
        SELECT
          "t0"."team_id",
          "t0"."month" AS "held_month",
          "t0"."child_id" AS "held_child"
        FROM "measures"."held" AS "t0"
      ) AS "t6"
        ON "t15"."month" = "t6"."held_month" AND "t15"."child_id" = "t6"."held_child"
    ) AS "t18"
  ) AS "t19"
  GROUP BY
    1,
    2,
    3
) AS "t20"
