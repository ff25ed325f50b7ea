SELECT
  'cp_visit_first' AS "clock_id",
  "t30"."child_id",
  "t30"."team_id",
  "t30"."worker_id",
  "t30"."started_on",
  "t30"."due_on",
  "t30"."soon_on",
  "t30"."stopped_on",
  "t30"."ended_on",
  "t30"."counted_on",
  FALSE AS "is_window",
  "t30"."trouble",
  "t30"."excuse",
  "t30"."excused_on",
  "t30"."spell_id",
  "t30"."source_table",
  "t30"."source_key",
  "t30"."stop_key"
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
    "t29"."team_id",
    "t29"."ended_on",
    "t29"."counted_on",
    "t29"."stopped_on",
    "t29"."stop_key",
    "t29"."excuse",
    "t29"."excused_on",
    "t17"."soon_on"
  FROM (
    SELECT
      "t27"."child_id",
      "t27"."worker_id",
      "t27"."spell_id",
      "t27"."source_table",
      "t27"."source_key",
      "t27"."started_on",
      "t27"."due_on",
      "t27"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t27"."trouble" IS NULL
          )
          AND (
            "t27"."fits"
            AND (
              (
                "t27"."ended_on" IS NULL
              ) OR (
                "t27"."stop_on" <= "t27"."ended_on"
              )
            )
          )
          THEN "t27"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t27"."team_id"
      ) AS "team_id",
      "t27"."ended_on",
      "t27"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t27"."trouble" IS NULL
        )
        AND (
          "t27"."fits"
          AND (
            (
              "t27"."ended_on" IS NULL
            ) OR (
              "t27"."stop_on" <= "t27"."ended_on"
            )
          )
        )
        THEN "t27"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t27"."trouble" IS NULL
        )
        AND (
          "t27"."fits"
          AND (
            (
              "t27"."ended_on" IS NULL
            ) OR (
              "t27"."stop_on" <= "t27"."ended_on"
            )
          )
        )
        THEN "t27"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t27"."trouble" IS NULL
        ) AND COALESCE("t27"."detail" IN ('unborn'), FALSE)
        THEN 'the child is not yet born'
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
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
        "t26"."due_on",
        COALESCE("t26"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t26"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t26"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t26"."ended_on" < "t26"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND "t26"."any_before"
          AND NOT (
            COALESCE("t26"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
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
                  "t1"."kind" = 'cp_plan'
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
                      "t1"."kind" = 'cp_plan' AND "t1"."started_on" IS NOT NULL
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
                      "t2"."kind" IN ('cp_visit')
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
              "t6"."_count" + 10
            ) = "t8"."_target"
        ) AS "t18"
          ON "t25"."started_on" = "t18"."_day"
      ) AS "t26"
    ) AS "t27"
  ) AS "t29"
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
    ON "t29"."due_on" = "t17"."_day"
) AS "t30"
