SELECT
  'no_permanence_plan' AS "pattern_id",
  "t14"."child_id",
  "t14"."team_id",
  "t14"."since",
  CASE
    WHEN "t14"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t14"."falls"
  END AS "until",
  "t14"."first_on",
  "t14"."on_date" AS "last_on",
  "t14"."trigger",
  "t14"."source_table",
  "t14"."source_key"
FROM (
  SELECT
    "t13"."child_id",
    "t13"."team_id",
    "t13"."on_date",
    "t13"."source_table",
    "t13"."source_key",
    "t13"."trigger",
    "t13"."clears",
    "t13"."home",
    "t13"."home_ends",
    "t13"."group",
    "t13"."next_clear",
    "t13"."any_clear",
    "t13"."first_on",
    "t13"."since",
    "t13"."until",
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
      "t12"."child_id",
      "t12"."team_id",
      "t12"."on_date",
      "t12"."source_table",
      "t12"."source_key",
      "t12"."trigger",
      "t12"."clears",
      "t12"."home",
      "t12"."home_ends",
      "t12"."group",
      "t12"."next_clear",
      "t12"."any_clear",
      "t12"."first_on",
      "t12"."since",
      "t12"."until",
      "t12"."reached",
      "t12"."fresh",
      SUM("t12"."fresh") OVER (
        PARTITION BY "t12"."child_id"
        ORDER BY "t12"."since" ASC, "t12"."until" ASC, "t12"."first_on" ASC, "t12"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
    FROM (
      SELECT
        "t11"."child_id",
        "t11"."team_id",
        "t11"."on_date",
        "t11"."source_table",
        "t11"."source_key",
        "t11"."trigger",
        "t11"."clears",
        "t11"."home",
        "t11"."home_ends",
        "t11"."group",
        "t11"."next_clear",
        "t11"."any_clear",
        "t11"."first_on",
        "t11"."since",
        "t11"."until",
        "t11"."reached",
        CAST((
          "t11"."reached" IS NULL
        ) OR (
          "t11"."since" > "t11"."reached"
        ) AS BIGINT) AS "fresh"
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."team_id",
          "t10"."on_date",
          "t10"."source_table",
          "t10"."source_key",
          "t10"."trigger",
          "t10"."clears",
          "t10"."home",
          "t10"."home_ends",
          "t10"."group",
          "t10"."next_clear",
          "t10"."any_clear",
          "t10"."first_on",
          "t10"."since",
          "t10"."until",
          MAX("t10"."until") OVER (
            PARTITION BY "t10"."child_id"
            ORDER BY "t10"."since" ASC, "t10"."until" ASC, "t10"."first_on" ASC, "t10"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t9"."child_id",
            "t9"."team_id",
            "t9"."on_date",
            "t9"."source_table",
            "t9"."source_key",
            "t9"."trigger",
            "t9"."clears",
            "t9"."home",
            "t9"."home_ends",
            "t9"."group",
            "t9"."next_clear",
            "t9"."any_clear",
            "t9"."first_on",
            "t9"."on_date" AS "since",
            LEAST(
              COALESCE("t9"."home_ends", CAST('9999-12-31' AS DATE)),
              COALESCE("t9"."any_clear", CAST('9999-12-31' AS DATE))
            ) AS "until"
          FROM (
            SELECT
              "t8"."child_id",
              "t8"."team_id",
              "t8"."on_date",
              "t8"."source_table",
              "t8"."source_key",
              "t8"."trigger",
              "t8"."clears",
              "t8"."home",
              "t8"."home_ends",
              "t8"."group",
              "t8"."next_clear",
              "t8"."any_clear",
              LAG("t8"."on_date", 1) OVER (
                PARTITION BY "t8"."child_id", "t8"."home"
                ORDER BY "t8"."on_date" ASC, "t8"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "first_on"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t6"."child_id",
                  "t6"."team_id",
                  "t6"."on_date",
                  "t6"."source_table",
                  "t6"."source_key",
                  "t6"."trigger",
                  "t6"."clears",
                  "t6"."home",
                  "t6"."home_ends",
                  SUM(CAST("t6"."clears" AS BIGINT)) OVER (
                    PARTITION BY "t6"."child_id", "t6"."home"
                    ORDER BY "t6"."on_date" ASC, "t6"."clears" ASC, "t6"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "group",
                  MIN(CASE WHEN "t6"."clears" THEN "t6"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t6"."child_id", "t6"."home"
                    ORDER BY "t6"."on_date" ASC, "t6"."clears" ASC, "t6"."source_key" ASC
                    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                  ) AS "next_clear",
                  MIN(CASE WHEN "t6"."clears" THEN "t6"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t6"."child_id", "t6"."home"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "any_clear"
                FROM (
                  SELECT
                    "t4"."child_id",
                    "t4"."team_id",
                    "t4"."on_date",
                    "t4"."source_table",
                    "t4"."source_key",
                    "t4"."trigger",
                    "t4"."clears",
                    "t5"."home",
                    "t5"."home_ends"
                  FROM (
                    SELECT
                      "t0"."child_id",
                      "t0"."team_id",
                      "t0"."on_date",
                      "t0"."source_table",
                      "t0"."source_key",
                      "t0"."kind" AS "trigger",
                      "t0"."kind" IN ('permanence_planned') AS "clears"
                    FROM "journeys"."events" AS "t0"
                    WHERE
                      "t0"."kind" IN ('cla_review', 'permanence_planned')
                      AND "t0"."on_date" IS NOT NULL
                  ) AS "t4"
                  INNER JOIN (
                    SELECT
                      "t1"."child_id" AS "home_child",
                      "t1"."spell_id" AS "home",
                      "t1"."started_on" AS "home_starts",
                      "t1"."ended_on" AS "home_ends"
                    FROM "journeys"."spells" AS "t1"
                    WHERE
                      "t1"."kind" IN ('care') AND "t1"."started_on" IS NOT NULL
                  ) AS "t5"
                    ON "t4"."child_id" = "t5"."home_child"
                    AND "t5"."home_starts" <= "t4"."on_date"
                    AND (
                      (
                        "t5"."home_ends" IS NULL
                      ) OR (
                        "t4"."on_date" < "t5"."home_ends"
                      )
                    )
                ) AS "t6"
              ) AS "t7"
              WHERE
                NOT (
                  "t7"."clears"
                )
            ) AS "t8"
          ) AS "t9"
          WHERE
            "t9"."first_on" IS NOT NULL
            AND "t9"."on_date" < LEAST(
              COALESCE("t9"."home_ends", CAST('9999-12-31' AS DATE)),
              COALESCE("t9"."any_clear", CAST('9999-12-31' AS DATE))
            )
        ) AS "t10"
      ) AS "t11"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
WHERE
  "t14"."nth" = 0
