SELECT
  'ehc_plan_20w' AS "clock_id",
  "t16"."child_id",
  "t16"."team_id",
  "t16"."worker_id",
  "t16"."started_on",
  "t16"."due_on",
  "t16"."soon_on",
  "t16"."stopped_on",
  "t16"."ended_on",
  "t16"."counted_on",
  FALSE AS "is_window",
  "t16"."trouble",
  "t16"."excuse",
  "t16"."excused_on",
  "t16"."spell_id",
  "t16"."source_table",
  "t16"."source_key",
  "t16"."stop_key"
FROM (
  SELECT
    "t15"."child_id",
    "t15"."worker_id",
    "t15"."spell_id",
    "t15"."source_table",
    "t15"."source_key",
    "t15"."started_on",
    "t15"."due_on",
    "t15"."trouble",
    "t15"."team_id",
    "t15"."ended_on",
    "t15"."counted_on",
    "t15"."stopped_on",
    "t15"."stop_key",
    "t15"."excuse",
    "t15"."excused_on",
    "t6"."soon_on"
  FROM (
    SELECT
      "t13"."child_id",
      "t13"."worker_id",
      "t13"."spell_id",
      "t13"."source_table",
      "t13"."source_key",
      "t13"."started_on",
      "t13"."due_on",
      "t13"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t13"."trouble" IS NULL
          )
          AND (
            "t13"."fits"
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                "t13"."stop_on" <= CAST(NULL AS DATE)
              )
            )
          )
          THEN "t13"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t13"."team_id"
      ) AS "team_id",
      CAST(NULL AS DATE) AS "ended_on",
      "t13"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t13"."trouble" IS NULL
        )
        AND (
          "t13"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t13"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t13"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t13"."trouble" IS NULL
        )
        AND (
          "t13"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t13"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t13"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t13"."trouble" IS NULL
        )
        AND COALESCE("t13"."outcome" IN ('refused', 'no_plan', 'withdrawn', 'exception'), FALSE)
        THEN 'no plan is to be issued, or an exception applies'
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t12"."child_id",
        "t12"."team_id",
        "t12"."worker_id",
        "t12"."spell_id",
        "t12"."source_table",
        "t12"."source_key",
        "t12"."started_on",
        "t12"."ended_on",
        "t12"."outcome",
        "t12"."detail",
        "t12"."opened_on",
        "t12"."opens",
        "t12"."birth",
        "t12"."due_on",
        "t12"."who",
        "t12"."home",
        "t12"."on",
        "t12"."turn",
        "t12"."stop",
        "t12"."next_stop",
        "t12"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t12"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t12"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t12"."next_stop", ''), 3), '') AS "stop_team",
        "t12"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t12"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t12"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t12"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t12"."ended_on" < "t12"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            "t12"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t12"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
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
          "t11"."due_on",
          "t11"."who",
          "t11"."home",
          "t11"."on",
          "t11"."turn",
          "t11"."stop",
          MIN("t11"."stop") OVER (
            PARTITION BY "t11"."who", "t11"."home"
            ORDER BY "t11"."on" ASC, "t11"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t11"."stop") OVER (
            PARTITION BY "t11"."who", "t11"."home"
            ORDER BY "t11"."on" ASC, "t11"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."child_id",
              "t8"."team_id",
              "t8"."worker_id",
              "t8"."spell_id",
              "t8"."source_table",
              "t8"."source_key",
              "t8"."started_on",
              "t8"."ended_on",
              "t8"."outcome",
              "t8"."detail",
              "t8"."opened_on",
              "t8"."opens",
              "t8"."birth",
              "t8"."due_on",
              "t8"."child_id" AS "who",
              "t8"."spell_id" AS "home",
              "t8"."started_on" AS "on",
              CASE WHEN "t8"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t7".*
                EXCLUDE ("due_before")
              FROM (
                SELECT
                  "t2"."child_id",
                  "t2"."team_id",
                  "t2"."worker_id",
                  "t2"."spell_id",
                  "t2"."source_table",
                  "t2"."source_key",
                  "t2"."started_on",
                  "t2"."ended_on",
                  "t2"."outcome",
                  "t2"."detail",
                  "t2"."started_on" AS "opened_on",
                  TRUE AS "opens",
                  CAST('0001-01-01' AS DATE) AS "birth",
                  CASE
                    WHEN COALESCE("t2"."started_on" < MAKE_DATE(2014, 9, 1), FALSE)
                    THEN "t2"."started_on" + INTERVAL '182' DAY
                    ELSE "t2"."started_on" + INTERVAL '140' DAY
                  END AS "due_on",
                  "t2"."started_on" + INTERVAL '182' DAY AS "due_before"
                FROM "journeys"."spells" AS "t2"
                WHERE
                  "t2"."kind" = 'ehc_process'
              ) AS "t7"
            ) AS "t8"
          ) AS "t10"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              CAST(NULL AS TEXT) AS "child_id",
              CAST(NULL AS TEXT) AS "team_id",
              CAST(NULL AS TEXT) AS "worker_id",
              CAST(NULL AS TEXT) AS "spell_id",
              CAST(NULL AS TEXT) AS "source_table",
              CAST(NULL AS TEXT) AS "source_key",
              CAST(NULL AS DATE) AS "started_on",
              CAST(NULL AS DATE) AS "ended_on",
              CAST(NULL AS TEXT) AS "outcome",
              CAST(NULL AS TEXT) AS "detail",
              CAST(NULL AS DATE) AS "opened_on",
              CAST(NULL AS BOOLEAN) AS "opens",
              CAST(NULL AS DATE) AS "birth",
              CAST(NULL AS DATE) AS "due_on",
              "t1"."child_id" AS "who",
              "t1"."spell_id" AS "home",
              "t1"."on_date" AS "on",
              1 AS "turn",
              CAST("t1"."on_date" AS TEXT) || '' || "t1"."source_key" || '' || COALESCE("t1"."team_id", '') AS "stop"
            FROM "journeys"."events" AS "t1"
            WHERE
              "t1"."kind" IN ('ehc_plan_made')
              AND "t1"."on_date" IS NOT NULL
              AND "t1"."spell_id" IS NOT NULL
          ) AS "t9"
        ) AS "t11"
      ) AS "t12"
      WHERE
        "t12"."turn" <> 1
    ) AS "t13"
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t15"."due_on" = "t5"."_day"
  LEFT OUTER JOIN (
    SELECT
      "t0"."working_days" AS "_target",
      "t0"."day" AS "soon_on"
    FROM "journeys"."calendar" AS "t0"
    WHERE
      "t0"."is_working"
  ) AS "t6"
    ON (
      "t5"."_count" + -5
    ) = "t6"."_target"
) AS "t16"
