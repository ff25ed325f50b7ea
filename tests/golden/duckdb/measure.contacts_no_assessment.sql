SELECT
  'contacts_no_assessment' AS "measure_id",
  "t18"."month",
  "t18"."team_id",
  "t18"."numerator",
  "t18"."denominator",
  "t18"."cannot_tell"
FROM (
  SELECT
    "t17"."month",
    "t17"."team_id",
    SUM("t17"."numerator") AS "numerator",
    SUM("t17"."denominator") AS "denominator",
    SUM("t17"."cannot_tell") AS "cannot_tell"
  FROM (
    SELECT
      'contacts_no_assessment' AS "measure_id",
      "t16"."month",
      "t16"."child_id",
      "t16"."team_id",
      "t16"."on_date",
      "t16"."started_on",
      "t16"."source_key",
      CAST("t16"."numerator" AS BIGINT) AS "numerator",
      CAST("t16"."denominator" AS BIGINT) AS "denominator",
      CAST("t16"."cannot_tell" AS BIGINT) AS "cannot_tell"
    FROM (
      SELECT
        "t12"."month",
        "t12"."child_id",
        "t15"."team_id",
        (
          "t12"."month" + INTERVAL '1' MONTH
        ) - INTERVAL '1' DAY AS "on_date",
        CAST(NULL AS DATE) AS "started_on",
        CAST(NULL AS TEXT) AS "source_key",
        "t12"."hit" AS "numerator",
        1 AS "denominator",
        0 AS "cannot_tell"
      FROM (
        SELECT
          "t10"."month",
          "t10"."child_id",
          1 AS "hit"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t3"."month",
              "t6"."child_id"
            FROM "measures"."calendar_months" AS "t3"
            INNER JOIN (
              SELECT
                *
              FROM "drift"."flag_spells" AS "t1"
              WHERE
                "t1"."pattern_id" = 'contacts_no_assessment'
            ) AS "t6"
              ON "t6"."since" <= "t3"."ends_on"
              AND (
                (
                  "t6"."until" IS NULL
                ) OR (
                  "t6"."until" > "t3"."ends_on"
                )
              )
          ) AS "t8"
        ) AS "t10"
      ) AS "t12"
      LEFT OUTER JOIN (
        SELECT
          "t13"."team_id",
          "t13"."month" AS "held_month",
          "t13"."child_id" AS "held_child"
        FROM (
          SELECT
            "t9"."month",
            "t9"."ends_on",
            "t9"."child_id",
            "t9"."kind",
            "t9"."spell_id",
            "t9"."started_on",
            "t9"."ended_on",
            "t9"."outcome",
            "t9"."detail",
            "t9"."team_id",
            "t9"."worker_id",
            "t9"."source_table",
            "t9"."source_key",
            ROW_NUMBER() OVER (
              PARTITION BY "t9"."month", "t9"."child_id"
              ORDER BY "t9"."started_on" DESC, "t9"."spell_id" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "newest"
          FROM (
            SELECT
              "t3"."month",
              "t3"."ends_on",
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
            FROM "measures"."calendar_months" AS "t3"
            INNER JOIN (
              SELECT
                *
              FROM "journeys"."spells" AS "t2"
              WHERE
                "t2"."kind" = 'allocation'
            ) AS "t7"
              ON "t7"."started_on" <= "t3"."ends_on"
              AND (
                (
                  "t7"."ended_on" IS NULL
                ) OR (
                  "t7"."ended_on" > "t3"."ends_on"
                )
              )
          ) AS "t9"
        ) AS "t13"
        WHERE
          "t13"."newest" = 0
      ) AS "t15"
        ON "t12"."month" = "t15"."held_month" AND "t12"."child_id" = "t15"."held_child"
    ) AS "t16"
  ) AS "t17"
  GROUP BY
    1,
    2
) AS "t18"
