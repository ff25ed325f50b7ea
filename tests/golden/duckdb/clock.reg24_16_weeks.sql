SELECT
  'reg24_16_weeks' AS "clock_id",
  "t15"."child_id",
  "t15"."team_id",
  "t15"."worker_id",
  "t15"."started_on",
  "t15"."due_on",
  "t15"."soon_on",
  "t15"."stopped_on",
  "t15"."ended_on",
  "t15"."counted_on",
  FALSE AS "is_window",
  "t15"."trouble",
  "t15"."excuse",
  "t15"."excused_on",
  "t15"."spell_id",
  "t15"."source_table",
  "t15"."source_key",
  "t15"."stop_key"
FROM (
  SELECT
    "t14"."child_id",
    "t14"."worker_id",
    "t14"."spell_id",
    "t14"."source_table",
    "t14"."source_key",
    "t14"."started_on",
    "t14"."due_on",
    "t14"."trouble",
    "t14"."team_id",
    "t14"."ended_on",
    "t14"."counted_on",
    "t14"."stopped_on",
    "t14"."stop_key",
    "t14"."excuse",
    "t14"."excused_on",
    "t5"."soon_on"
  FROM (
    SELECT
      "t12"."child_id",
      "t12"."worker_id",
      "t12"."spell_id",
      "t12"."source_table",
      "t12"."source_key",
      "t12"."started_on",
      "t12"."due_on",
      "t12"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t12"."trouble" IS NULL
          )
          AND (
            "t12"."fits"
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                "t12"."stop_on" <= CAST(NULL AS DATE)
              )
            )
          )
          THEN "t12"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t12"."team_id"
      ) AS "team_id",
      CAST(NULL AS DATE) AS "ended_on",
      "t12"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t12"."trouble" IS NULL
        )
        AND (
          "t12"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t12"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t12"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t12"."trouble" IS NULL
        )
        AND (
          "t12"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t12"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t12"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t12"."trouble" IS NULL
        )
        AND COALESCE("t12"."outcome" IN ('extended'), FALSE)
        THEN 'extended once: see reg25_extension'
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
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
        "t11"."next_stop",
        "t11"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t11"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t11"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t11"."next_stop", ''), 3), '') AS "stop_team",
        "t11"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t11"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t11"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t11"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t11"."ended_on" < "t11"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            "t11"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t11"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."team_id",
          "t10"."worker_id",
          "t10"."spell_id",
          "t10"."source_table",
          "t10"."source_key",
          "t10"."started_on",
          "t10"."ended_on",
          "t10"."outcome",
          "t10"."detail",
          "t10"."opened_on",
          "t10"."opens",
          "t10"."birth",
          "t10"."due_on",
          "t10"."who",
          "t10"."home",
          "t10"."on",
          "t10"."turn",
          "t10"."stop",
          MIN("t10"."stop") OVER (
            PARTITION BY "t10"."who", "t10"."home"
            ORDER BY "t10"."on" ASC, "t10"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t10"."stop") OVER (
            PARTITION BY "t10"."who", "t10"."home"
            ORDER BY "t10"."on" ASC, "t10"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t7"."child_id",
              "t7"."team_id",
              "t7"."worker_id",
              "t7"."spell_id",
              "t7"."source_table",
              "t7"."source_key",
              "t7"."started_on",
              "t7"."ended_on",
              "t7"."outcome",
              "t7"."detail",
              "t7"."opened_on",
              "t7"."opens",
              "t7"."birth",
              "t7"."due_on",
              "t7"."child_id" AS "who",
              "t7"."spell_id" AS "home",
              "t7"."started_on" AS "on",
              CASE WHEN "t7"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t6".*
                EXCLUDE ("due_before")
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
                  CAST('0001-01-01' AS DATE) AS "birth",
                  CASE
                    WHEN COALESCE("t1"."started_on" < MAKE_DATE(2011, 4, 1), FALSE)
                    THEN "t1"."started_on" + INTERVAL '42' DAY
                    ELSE "t1"."started_on" + INTERVAL '112' DAY
                  END AS "due_on",
                  "t1"."started_on" + INTERVAL '42' DAY AS "due_before"
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'temporary_approval'
              ) AS "t6"
            ) AS "t7"
          ) AS "t9"
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
              "t1"."ended_on" AS "on",
              1 AS "turn",
              CAST("t1"."ended_on" AS TEXT) || '' || "t1"."source_key" || '' || COALESCE("t1"."team_id", '') AS "stop"
            FROM "journeys"."spells" AS "t1"
            WHERE
              "t1"."ended_on" IS NOT NULL AND "t1"."kind" = 'temporary_approval'
          ) AS "t8"
        ) AS "t10"
      ) AS "t11"
      WHERE
        "t11"."turn" <> 1
    ) AS "t12"
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t4"
    ON "t14"."due_on" = "t4"."_day"
  LEFT OUTER JOIN (
    SELECT
      "t0"."working_days" AS "_target",
      "t0"."day" AS "soon_on"
    FROM "journeys"."calendar" AS "t0"
    WHERE
      "t0"."is_working"
  ) AS "t5"
    ON (
      "t4"."_count" + -5
    ) = "t5"."_target"
) AS "t15"
