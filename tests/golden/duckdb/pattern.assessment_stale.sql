SELECT
  'assessment_stale' AS "pattern_id",
  "t24"."child_id",
  "t24"."team_id",
  "t24"."since",
  CASE
    WHEN "t24"."falls" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t24"."falls"
  END AS "until",
  "t24"."first_on",
  "t24"."last_on",
  "t24"."trigger",
  "t24"."n",
  "t24"."source_table",
  "t24"."source_key"
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
      SUM("t22"."fresh") OVER (
        PARTITION BY "t22"."child_id"
        ORDER BY "t22"."since" ASC, "t22"."until" ASC, "t22"."first_on" ASC, "t22"."source_key" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "island"
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
        CAST((
          "t21"."reached" IS NULL
        ) OR (
          "t21"."since" > "t21"."reached"
        ) AS BIGINT) AS "fresh"
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
          MAX("t20"."until") OVER (
            PARTITION BY "t20"."child_id"
            ORDER BY "t20"."since" ASC, "t20"."until" ASC, "t20"."first_on" ASC, "t20"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "reached"
        FROM (
          SELECT
            "t19"."child_id",
            "t19"."since",
            LEAST(
              COALESCE("t19"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t19"."next_clear", CAST('9999-12-31' AS DATE))
            ) AS "until",
            "t19"."team_id",
            "t19"."first_on",
            "t19"."on_date" AS "last_on",
            "t19"."trigger",
            CAST(1 AS BIGINT) AS "n",
            "t19"."source_table",
            "t19"."source_key"
          FROM (
            SELECT
              "t18"."child_id",
              "t18"."team_id",
              "t18"."worker_id",
              "t18"."on_date",
              "t18"."detail",
              "t18"."trigger",
              "t18"."home_ends",
              "t18"."source_table",
              "t18"."source_key",
              "t18"."clears",
              "t18"."home",
              "t18"."home_starts",
              "t18"."home_until",
              "t18"."group",
              "t18"."next_clear",
              "t18"."any_clear",
              "t18"."first_on",
              "t18"."one_back",
              "t18"."two_back",
              "t6"."since"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t15"."child_id",
                  "t15"."team_id",
                  "t15"."worker_id",
                  "t15"."on_date",
                  "t15"."detail",
                  "t15"."trigger",
                  "t15"."home_ends",
                  "t15"."source_table",
                  "t15"."source_key",
                  "t15"."clears",
                  "t15"."home",
                  "t15"."home_starts",
                  "t15"."home_until",
                  "t15"."group",
                  "t15"."next_clear",
                  "t15"."any_clear",
                  "t15"."on_date" AS "first_on",
                  LAG("t15"."on_date", 1) OVER (
                    PARTITION BY "t15"."child_id", "t15"."home", "t15"."group"
                    ORDER BY "t15"."on_date" ASC, "t15"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "one_back",
                  LAG("t15"."on_date", 2) OVER (
                    PARTITION BY "t15"."child_id", "t15"."home", "t15"."group"
                    ORDER BY "t15"."on_date" ASC, "t15"."source_key" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "two_back"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t13"."child_id",
                      "t13"."team_id",
                      "t13"."worker_id",
                      "t13"."on_date",
                      "t13"."detail",
                      "t13"."trigger",
                      "t13"."home_ends",
                      "t13"."source_table",
                      "t13"."source_key",
                      "t13"."clears",
                      "t13"."home",
                      "t13"."home_starts",
                      "t13"."home_until",
                      SUM(CAST("t13"."clears" AS BIGINT)) OVER (
                        PARTITION BY "t13"."child_id", "t13"."home"
                        ORDER BY "t13"."on_date" ASC, "t13"."clears" ASC, "t13"."source_key" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS "group",
                      MIN(CASE WHEN "t13"."clears" THEN "t13"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t13"."child_id", "t13"."home"
                        ORDER BY "t13"."on_date" ASC, "t13"."clears" ASC, "t13"."source_key" ASC
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS "next_clear",
                      MIN(CASE WHEN "t13"."clears" THEN "t13"."on_date" ELSE CAST(NULL AS DATE) END) OVER (
                        PARTITION BY "t13"."child_id", "t13"."home"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS "any_clear"
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
                        "t12"."home",
                        "t12"."home_starts",
                        "t12"."home_until"
                      FROM (
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
                            FALSE AS "clears"
                          FROM "journeys"."events" AS "t1"
                          WHERE
                            "t1"."kind" IN (
                              'referral',
                              's47_started',
                              'missing',
                              'placement_changed',
                              'worker_changed',
                              'sibling_born'
                            )
                            AND "t1"."on_date" IS NOT NULL
                        ) AS "t7"
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
                            "t1"."kind" IN ('assessment_started') AND "t1"."on_date" IS NOT NULL
                        ) AS "t8"
                      ) AS "t11"
                      INNER JOIN (
                        SELECT
                          "t2"."child_id" AS "home_child",
                          "t2"."spell_id" AS "home",
                          "t2"."started_on" AS "home_starts",
                          "t2"."ended_on" AS "home_until"
                        FROM "journeys"."spells" AS "t2"
                        WHERE
                          "t2"."kind" IN ('cin_plan', 'cp_plan')
                          AND "t2"."started_on" IS NOT NULL
                          AND (
                            (
                              "t2"."ended_on" IS NULL
                            ) OR (
                              "t2"."ended_on" >= "t2"."started_on"
                            )
                          )
                      ) AS "t12"
                        ON "t11"."child_id" = "t12"."home_child"
                        AND "t12"."home_starts" <= "t11"."on_date"
                        AND (
                          (
                            "t12"."home_until" IS NULL
                          ) OR (
                            "t11"."on_date" < "t12"."home_until"
                          )
                        )
                    ) AS "t13"
                  ) AS "t14"
                  WHERE
                    NOT (
                      "t14"."clears"
                    )
                ) AS "t15"
              ) AS "t16"
              WHERE
                "t16"."first_on" IS NOT NULL
            ) AS "t18"
            LEFT OUTER JOIN (
              SELECT
                "t0"."day" AS "_day",
                "t0"."working_days" AS "_count"
              FROM "journeys"."calendar" AS "t0"
            ) AS "t5"
              ON "t18"."on_date" = "t5"."_day"
            LEFT OUTER JOIN (
              SELECT
                "t0"."working_days" AS "_target",
                "t0"."day" AS "since"
              FROM "journeys"."calendar" AS "t0"
              WHERE
                "t0"."is_working"
            ) AS "t6"
              ON (
                "t5"."_count" + 20
              ) = "t6"."_target"
          ) AS "t19"
          WHERE
            "t19"."since" < LEAST(
              COALESCE("t19"."home_until", CAST('9999-12-31' AS DATE)),
              COALESCE("t19"."next_clear", CAST('9999-12-31' AS DATE))
            )
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
  ) AS "t23"
) AS "t24"
WHERE
  "t24"."nth" = 0
