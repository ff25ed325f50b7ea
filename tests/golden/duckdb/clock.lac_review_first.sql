SELECT
  'lac_review_first' AS "clock_id",
  "t32"."child_id",
  "t32"."team_id",
  "t32"."worker_id",
  "t32"."started_on",
  "t32"."due_on",
  "t32"."soon_on",
  "t32"."stopped_on",
  "t32"."ended_on",
  "t32"."counted_on",
  FALSE AS "is_window",
  "t32"."trouble",
  "t32"."excuse",
  "t32"."excused_on",
  "t32"."spell_id",
  "t32"."source_table",
  "t32"."source_key",
  "t32"."stop_key"
FROM (
  SELECT
    "t31"."child_id",
    "t31"."worker_id",
    "t31"."spell_id",
    "t31"."source_table",
    "t31"."source_key",
    "t31"."started_on",
    "t31"."due_on",
    "t31"."trouble",
    "t31"."team_id",
    "t31"."ended_on",
    "t31"."counted_on",
    "t31"."stopped_on",
    "t31"."stop_key",
    "t31"."excuse",
    "t31"."excused_on",
    "t17"."soon_on"
  FROM (
    SELECT
      "t29"."child_id",
      "t29"."worker_id",
      "t29"."spell_id",
      "t29"."source_table",
      "t29"."source_key",
      "t29"."started_on",
      "t29"."due_on",
      "t29"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t29"."trouble" IS NULL
          )
          AND (
            "t29"."fits"
            AND (
              (
                "t29"."ended_on" IS NULL
              ) OR (
                "t29"."stop_on" <= "t29"."ended_on"
              )
            )
          )
          THEN "t29"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t29"."team_id"
      ) AS "team_id",
      "t29"."ended_on",
      "t29"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t29"."trouble" IS NULL
        )
        AND (
          "t29"."fits"
          AND (
            (
              "t29"."ended_on" IS NULL
            ) OR (
              "t29"."stop_on" <= "t29"."ended_on"
            )
          )
        )
        THEN "t29"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t29"."trouble" IS NULL
        )
        AND (
          "t29"."fits"
          AND (
            (
              "t29"."ended_on" IS NULL
            ) OR (
              "t29"."stop_on" <= "t29"."ended_on"
            )
          )
        )
        THEN "t29"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t29"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t28"."child_id",
        "t28"."team_id",
        "t28"."worker_id",
        "t28"."spell_id",
        "t28"."source_table",
        "t28"."source_key",
        "t28"."started_on",
        "t28"."ended_on",
        "t28"."outcome",
        "t28"."detail",
        "t28"."opened_on",
        "t28"."opens",
        "t28"."birth",
        "t28"."next_stop",
        "t28"."stop_before",
        "t28"."stop_on",
        "t28"."stop_key",
        "t28"."stop_team",
        "t28"."any_before",
        "t28"."due_on",
        COALESCE("t28"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t28"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t28"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t28"."ended_on" < "t28"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND "t28"."any_before"
          AND NOT (
            COALESCE("t28"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t27".*
          EXCLUDE ("due_before")
        FROM (
          SELECT
            "t26"."child_id",
            "t26"."team_id",
            "t26"."worker_id",
            "t26"."spell_id",
            "t26"."source_table",
            "t26"."source_key",
            "t26"."started_on",
            "t26"."ended_on",
            "t26"."outcome",
            "t26"."detail",
            "t26"."opened_on",
            "t26"."opens",
            "t26"."birth",
            "t26"."next_stop",
            "t26"."stop_before",
            "t26"."stop_on",
            "t26"."stop_key",
            "t26"."stop_team",
            "t26"."any_before",
            CASE
              WHEN COALESCE("t26"."started_on" < MAKE_DATE(2011, 4, 1), FALSE)
              THEN "t26"."started_on" + INTERVAL '28' DAY
              ELSE "t26"."due_on"
            END AS "due_on",
            "t26"."started_on" + INTERVAL '28' DAY AS "due_before"
          FROM (
            SELECT
              "t25"."child_id",
              "t25"."team_id",
              "t25"."worker_id",
              "t25"."spell_id",
              "t25"."source_table",
              "t25"."source_key",
              "t25"."started_on",
              "t25"."ended_on",
              "t25"."outcome",
              "t25"."detail",
              "t25"."opened_on",
              "t25"."opens",
              "t25"."birth",
              "t25"."next_stop",
              "t25"."stop_before",
              "t25"."stop_on",
              "t25"."stop_key",
              "t25"."stop_team",
              "t25"."any_before",
              "t18"."due_on"
            FROM (
              SELECT
                "t23".*
                EXCLUDE ("parts")
              FROM (
                SELECT
                  "t22"."child_id",
                  "t22"."team_id",
                  "t22"."worker_id",
                  "t22"."spell_id",
                  "t22"."source_table",
                  "t22"."source_key",
                  "t22"."started_on",
                  "t22"."ended_on",
                  "t22"."outcome",
                  "t22"."detail",
                  "t22"."opened_on",
                  "t22"."opens",
                  "t22"."birth",
                  "t22"."next_stop",
                  "t22"."stop_before",
                  STR_SPLIT("t22"."next_stop", '') AS "parts",
                  CAST(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 1) AS DATE) AS "stop_on",
                  LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 2) AS "stop_key",
                  NULLIF(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 3), '') AS "stop_team",
                  "t22"."stop_before" IS NOT NULL AS "any_before"
                FROM (
                  SELECT
                    "t11"."child_id",
                    "t11"."team_id",
                    "t11"."worker_id",
                    "t11"."spell_id",
                    "t11"."source_table",
                    "t11"."source_key",
                    "t11"."started_on",
                    "t11"."ended_on",
                    "t11"."outcome",
                    "t11"."detail",
                    "t11"."opened_on",
                    "t11"."opens",
                    "t11"."birth",
                    "t21"."next_stop",
                    "t21"."stop_before"
                  FROM (
                    SELECT
                      "t1"."child_id",
                      "t1"."team_id",
                      "t1"."worker_id",
                      "t1"."spell_id",
                      "t1"."source_table",
                      "t1"."source_key",
                      "t1"."started_on",
                      "t1"."ended_on",
                      "t1"."outcome",
                      "t1"."detail",
                      "t1"."started_on" AS "opened_on",
                      TRUE AS "opens",
                      CAST('0001-01-01' AS DATE) AS "birth"
                    FROM "journeys"."spells" AS "t1"
                    WHERE
                      "t1"."kind" = 'care'
                  ) AS "t11"
                  LEFT OUTER JOIN (
                    SELECT
                      "t19"."start_who",
                      "t19"."start_home",
                      "t19"."start_on",
                      MIN("t19"."stop") FILTER(WHERE
                        "t19"."on" >= "t19"."start_on") AS "next_stop",
                      MIN("t19"."stop") FILTER(WHERE
                        NOT (
                          "t19"."on" >= "t19"."start_on"
                        )) AS "stop_before"
                    FROM (
                      SELECT
                        "t12"."start_who",
                        "t12"."start_home",
                        "t12"."start_on",
                        "t16"."who",
                        "t16"."home",
                        "t16"."on",
                        "t16"."key",
                        "t16"."team",
                        "t16"."stop"
                      FROM (
                        SELECT
                          "t1"."child_id" AS "start_who",
                          "t1"."spell_id" AS "start_home",
                          "t1"."started_on" AS "start_on"
                        FROM "journeys"."spells" AS "t1"
                        WHERE
                          "t1"."kind" = 'care' AND "t1"."started_on" IS NOT NULL
                      ) AS "t12"
                      INNER JOIN (
                        SELECT
                          "t2"."child_id" AS "who",
                          "t2"."spell_id" AS "home",
                          "t2"."on_date" AS "on",
                          "t2"."source_key" AS "key",
                          "t2"."team_id" AS "team",
                          CAST("t2"."on_date" AS TEXT) || '' || "t2"."source_key" || '' || COALESCE("t2"."team_id", '') AS "stop"
                        FROM "journeys"."events" AS "t2"
                        WHERE
                          "t2"."kind" IN ('cla_review')
                          AND "t2"."on_date" IS NOT NULL
                          AND "t2"."spell_id" IS NOT NULL
                      ) AS "t16"
                        ON "t12"."start_home" = "t16"."home"
                        AND "t12"."start_who" IS NOT DISTINCT FROM "t16"."who"
                    ) AS "t19"
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS "t21"
                    ON "t11"."spell_id" = "t21"."start_home"
                    AND "t11"."started_on" = "t21"."start_on"
                    AND "t11"."child_id" IS NOT DISTINCT FROM "t21"."start_who"
                ) AS "t22"
              ) AS "t23"
            ) AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t6"."_day",
                "t8"."due_on"
              FROM (
                SELECT
                  "t0"."day" AS "_day",
                  "t0"."working_days" AS "_count"
                FROM "journeys"."calendar" AS "t0"
              ) AS "t6"
              INNER JOIN (
                SELECT
                  "t0"."working_days" AS "_target",
                  "t0"."day" AS "due_on"
                FROM "journeys"."calendar" AS "t0"
                WHERE
                  "t0"."is_working"
              ) AS "t8"
                ON (
                  "t6"."_count" + 20
                ) = "t8"."_target"
            ) AS "t18"
              ON "t25"."started_on" = "t18"."_day"
          ) AS "t26"
        ) AS "t27"
      ) AS "t28"
    ) AS "t29"
  ) AS "t31"
  LEFT OUTER JOIN (
    SELECT
      "t6"."_day",
      "t7"."soon_on"
    FROM (
      SELECT
        "t0"."day" AS "_day",
        "t0"."working_days" AS "_count"
      FROM "journeys"."calendar" AS "t0"
    ) AS "t6"
    INNER JOIN (
      SELECT
        "t0"."working_days" AS "_target",
        "t0"."day" AS "soon_on"
      FROM "journeys"."calendar" AS "t0"
      WHERE
        "t0"."is_working"
    ) AS "t7"
      ON (
        "t6"."_count" + -5
      ) = "t7"."_target"
  ) AS "t17"
    ON "t31"."due_on" = "t17"."_day"
) AS "t32"
