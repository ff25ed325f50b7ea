SELECT
  'iha_20wd' AS "clock_id",
  "t24"."child_id",
  "t24"."team_id",
  "t24"."worker_id",
  "t24"."started_on",
  "t24"."due_on",
  "t24"."soon_on",
  "t24"."stopped_on",
  "t24"."ended_on",
  "t24"."counted_on",
  FALSE AS "is_window",
  "t24"."trouble",
  "t24"."excuse",
  "t24"."excused_on",
  "t24"."spell_id",
  "t24"."source_table",
  "t24"."source_key",
  "t24"."stop_key"
FROM (
  SELECT
    "t23"."child_id",
    "t23"."worker_id",
    "t23"."spell_id",
    "t23"."source_table",
    "t23"."source_key",
    "t23"."started_on",
    "t23"."due_on",
    "t23"."trouble",
    "t23"."team_id",
    "t23"."ended_on",
    "t23"."counted_on",
    "t23"."stopped_on",
    "t23"."stop_key",
    "t23"."excuse",
    "t23"."excused_on",
    "t7"."soon_on"
  FROM (
    SELECT
      "t21"."child_id",
      "t21"."worker_id",
      "t21"."spell_id",
      "t21"."source_table",
      "t21"."source_key",
      "t21"."started_on",
      "t21"."due_on",
      "t21"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t21"."trouble" IS NULL
          )
          AND (
            "t21"."fits"
            AND (
              (
                "t21"."ended_on" IS NULL
              ) OR (
                "t21"."stop_on" <= "t21"."ended_on"
              )
            )
          )
          THEN "t21"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t21"."team_id"
      ) AS "team_id",
      "t21"."ended_on",
      "t21"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t21"."trouble" IS NULL
        )
        AND (
          "t21"."fits"
          AND (
            (
              "t21"."ended_on" IS NULL
            ) OR (
              "t21"."stop_on" <= "t21"."ended_on"
            )
          )
        )
        THEN "t21"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t21"."trouble" IS NULL
        )
        AND (
          "t21"."fits"
          AND (
            (
              "t21"."ended_on" IS NULL
            ) OR (
              "t21"."stop_on" <= "t21"."ended_on"
            )
          )
        )
        THEN "t21"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t21"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t20"."child_id",
        "t20"."team_id",
        "t20"."worker_id",
        "t20"."spell_id",
        "t20"."source_table",
        "t20"."source_key",
        "t20"."started_on",
        "t20"."ended_on",
        "t20"."outcome",
        "t20"."detail",
        "t20"."opened_on",
        "t20"."opens",
        "t20"."birth",
        "t20"."due_on",
        "t20"."who",
        "t20"."home",
        "t20"."on",
        "t20"."turn",
        "t20"."stop",
        "t20"."next_stop",
        "t20"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t20"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t20"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t20"."next_stop", ''), 3), '') AS "stop_team",
        "t20"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t20"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t20"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t20"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t20"."ended_on" < "t20"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            "t20"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t20"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t19"."child_id",
          "t19"."team_id",
          "t19"."worker_id",
          "t19"."spell_id",
          "t19"."source_table",
          "t19"."source_key",
          "t19"."started_on",
          "t19"."ended_on",
          "t19"."outcome",
          "t19"."detail",
          "t19"."opened_on",
          "t19"."opens",
          "t19"."birth",
          "t19"."due_on",
          "t19"."who",
          "t19"."home",
          "t19"."on",
          "t19"."turn",
          "t19"."stop",
          MIN("t19"."stop") OVER (
            PARTITION BY "t19"."who", "t19"."home"
            ORDER BY "t19"."on" ASC, "t19"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t19"."stop") OVER (
            PARTITION BY "t19"."who", "t19"."home"
            ORDER BY "t19"."on" ASC, "t19"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t15"."child_id",
              "t15"."team_id",
              "t15"."worker_id",
              "t15"."spell_id",
              "t15"."source_table",
              "t15"."source_key",
              "t15"."started_on",
              "t15"."ended_on",
              "t15"."outcome",
              "t15"."detail",
              "t15"."opened_on",
              "t15"."opens",
              "t15"."birth",
              "t15"."due_on",
              "t15"."child_id" AS "who",
              "t15"."spell_id" AS "home",
              "t15"."started_on" AS "on",
              CASE WHEN "t15"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
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
                "t8"."due_on"
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
              ) AS "t12"
              LEFT OUTER JOIN (
                SELECT
                  "t0"."day" AS "_day",
                  "t0"."working_days" AS "_count"
                FROM "journeys"."calendar" AS "t0"
              ) AS "t6"
                ON "t12"."started_on" = "t6"."_day"
              LEFT OUTER JOIN (
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
            ) AS "t15"
          ) AS "t17"
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
              "t16"."child_id" AS "who",
              "t16"."spell_id" AS "home",
              "t16"."on_date" AS "on",
              1 AS "turn",
              CAST("t16"."on_date" AS TEXT) || '' || "t16"."source_key" || '' || COALESCE("t16"."team_id", '') AS "stop"
            FROM (
              SELECT
                "t14"."child_id",
                "t14"."kind",
                "t14"."on_date",
                "t13"."held_id" AS "spell_id",
                "t14"."outcome",
                "t14"."detail",
                "t14"."team_id",
                "t14"."worker_id",
                "t14"."source_table",
                "t14"."source_key"
              FROM (
                SELECT
                  *
                FROM "journeys"."events" AS "t2"
                WHERE
                  "t2"."kind" IN ('health_assessment')
              ) AS "t14"
              INNER JOIN (
                SELECT
                  "t1"."child_id" AS "held_child",
                  "t1"."spell_id" AS "held_id",
                  "t1"."started_on" AS "held_from",
                  "t1"."ended_on" AS "held_to"
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'care' AND "t1"."started_on" IS NOT NULL
              ) AS "t13"
                ON "t14"."child_id" = "t13"."held_child"
                AND "t13"."held_from" <= "t14"."on_date"
                AND (
                  (
                    "t13"."held_to" IS NULL
                  ) OR (
                    "t14"."on_date" <= "t13"."held_to"
                  )
                )
            ) AS "t16"
            WHERE
              "t16"."on_date" IS NOT NULL AND "t16"."spell_id" IS NOT NULL
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
      WHERE
        "t20"."turn" <> 1
    ) AS "t21"
  ) AS "t23"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t6"
    ON "t23"."due_on" = "t6"."_day"
  LEFT OUTER JOIN (
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
) AS "t24"
