SELECT
  'temporary_approval_over' AS "pattern_id",
  "t8"."child_id",
  "t8"."team_id",
  "t8"."since",
  CASE
    WHEN "t8"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t8"."falls"
  END AS "until",
  "t8"."first_on",
  "t8"."last_on",
  "t8"."trigger",
  "t8"."n",
  "t8"."source_table",
  "t8"."source_key"
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
          MAX("t4"."until") OVER (
            PARTITION BY "t4"."child_id"
            ORDER BY "t4"."since" ASC, "t4"."until" ASC, "t4"."first_on" ASC, "t4"."source_key" ASC
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
                "t0"."child_id",
                "t0"."started_on" + INTERVAL '112' DAY AS "since",
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
                AND "t0"."outcome" IN ('not_extended')
                AND "t0"."started_on" < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
                AND (
                  "t0"."started_on" + INTERVAL '112' DAY
                ) < COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE))
            ) AS "t1"
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
            ) AS "t2"
          ) AS "t3"
          WHERE
            "t3"."since" < "t3"."until"
        ) AS "t4"
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
) AS "t8"
WHERE
  "t8"."nth" = 0
