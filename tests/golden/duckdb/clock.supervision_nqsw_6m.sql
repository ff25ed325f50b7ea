SELECT
  'supervision_nqsw_6m' AS "clock_id",
  "t21"."child_id",
  "t21"."team_id",
  "t21"."worker_id",
  "t21"."started_on",
  "t21"."due_on",
  "t21"."soon_on",
  "t21"."stopped_on",
  "t21"."ended_on",
  "t21"."counted_on",
  FALSE AS "is_window",
  "t21"."trouble",
  "t21"."excuse",
  "t21"."excused_on",
  "t21"."spell_id",
  "t21"."source_table",
  "t21"."source_key",
  "t21"."stop_key"
FROM (
  SELECT
    "t20"."child_id",
    "t20"."worker_id",
    "t20"."spell_id",
    "t20"."source_table",
    "t20"."source_key",
    "t20"."started_on",
    "t20"."due_on",
    "t20"."trouble",
    "t20"."team_id",
    "t20"."ended_on",
    "t20"."counted_on",
    "t20"."stopped_on",
    "t20"."stop_key",
    "t20"."excuse",
    "t20"."excused_on",
    "t6"."soon_on"
  FROM (
    SELECT
      "t18"."child_id",
      "t18"."worker_id",
      "t18"."spell_id",
      "t18"."source_table",
      "t18"."source_key",
      "t18"."started_on",
      "t18"."due_on",
      "t18"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t18"."trouble" IS NULL
          )
          AND (
            "t18"."fits"
            AND (
              (
                "t18"."ended_on" IS NULL
              ) OR (
                "t18"."stop_on" <= "t18"."ended_on"
              )
            )
          )
          THEN "t18"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t18"."team_id"
      ) AS "team_id",
      "t18"."ended_on",
      "t18"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t18"."trouble" IS NULL
        )
        AND (
          "t18"."fits"
          AND (
            (
              "t18"."ended_on" IS NULL
            ) OR (
              "t18"."stop_on" <= "t18"."ended_on"
            )
          )
        )
        THEN "t18"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t18"."trouble" IS NULL
        )
        AND (
          "t18"."fits"
          AND (
            (
              "t18"."ended_on" IS NULL
            ) OR (
              "t18"."stop_on" <= "t18"."ended_on"
            )
          )
        )
        THEN "t18"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t18"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t17"."child_id",
        "t17"."team_id",
        "t17"."worker_id",
        "t17"."spell_id",
        "t17"."source_table",
        "t17"."source_key",
        "t17"."started_on",
        "t17"."ended_on",
        "t17"."outcome",
        "t17"."detail",
        "t17"."opened_on",
        "t17"."opens",
        "t17"."birth",
        "t17"."due_on",
        "t17"."who",
        "t17"."home",
        "t17"."on",
        "t17"."turn",
        "t17"."stop",
        "t17"."next_stop",
        "t17"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t17"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t17"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t17"."next_stop", ''), 3), '') AS "stop_team",
        "t17"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t17"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t17"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t17"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t17"."ended_on" < "t17"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            "t17"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t17"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t16"."child_id",
          "t16"."team_id",
          "t16"."worker_id",
          "t16"."spell_id",
          "t16"."source_table",
          "t16"."source_key",
          "t16"."started_on",
          "t16"."ended_on",
          "t16"."outcome",
          "t16"."detail",
          "t16"."opened_on",
          "t16"."opens",
          "t16"."birth",
          "t16"."due_on",
          "t16"."who",
          "t16"."home",
          "t16"."on",
          "t16"."turn",
          "t16"."stop",
          MIN("t16"."stop") OVER (
            PARTITION BY "t16"."who", "t16"."home"
            ORDER BY "t16"."on" ASC, "t16"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t16"."stop") OVER (
            PARTITION BY "t16"."who", "t16"."home"
            ORDER BY "t16"."on" ASC, "t16"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t14"."child_id",
              "t14"."team_id",
              "t14"."worker_id",
              "t14"."spell_id",
              "t14"."source_table",
              "t14"."source_key",
              "t14"."started_on",
              "t14"."ended_on",
              "t14"."outcome",
              "t14"."detail",
              "t14"."opened_on",
              "t14"."opens",
              CAST('0001-01-01' AS DATE) AS "birth",
              "t14"."started_on" + INTERVAL '14' DAY AS "due_on",
              "t14"."child_id" AS "who",
              "t14"."spell_id" AS "home",
              "t14"."started_on" AS "on",
              CASE WHEN "t14"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t13"."child_id",
                "t13"."team_id",
                "t13"."worker_id",
                "t13"."spell_id",
                "t13"."source_table",
                "t13"."source_key",
                "t13"."on_date" AS "started_on",
                "t9"."ended_on",
                "t9"."spell_outcome" AS "outcome",
                "t9"."spell_detail" AS "detail",
                "t9"."opened_on",
                FALSE AS "opens"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t7"."child_id",
                    "t7"."kind",
                    "t7"."on_date",
                    "t7"."spell_id",
                    "t7"."outcome",
                    "t7"."detail",
                    "t7"."team_id",
                    "t7"."worker_id",
                    "t7"."source_table",
                    "t7"."source_key",
                    (
                      DENSE_RANK() OVER (
                        PARTITION BY "t7"."child_id", "t7"."spell_id"
                        ORDER BY "t7"."on_date" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1
                    ) + 1 AS "nth",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t7"."child_id", "t7"."spell_id", "t7"."on_date"
                      ORDER BY "t7"."source_key" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - 1 AS "same_day"
                  FROM (
                    SELECT
                      *
                    FROM "journeys"."events" AS "t1"
                    WHERE
                      "t1"."kind" IN ('supervision') AND "t1"."on_date" IS NOT NULL
                  ) AS "t7"
                ) AS "t11"
                WHERE
                  "t11"."same_day" = 0 AND "t11"."nth" >= 1
              ) AS "t13"
              INNER JOIN (
                SELECT
                  "t2"."child_id" AS "spell_child",
                  "t2"."spell_id" AS "spell_key",
                  "t2"."started_on" AS "opened_on",
                  "t2"."ended_on",
                  "t2"."outcome" AS "spell_outcome",
                  "t2"."detail" AS "spell_detail"
                FROM "journeys"."spells" AS "t2"
                WHERE
                  "t2"."kind" = 'worker_post'
              ) AS "t9"
                ON "t13"."spell_id" = "t9"."spell_key"
                AND "t13"."child_id" IS NOT DISTINCT FROM "t9"."spell_child"
            ) AS "t14"
            WHERE
              COALESCE("t14"."outcome" IN ('newly_qualified'), FALSE)
              AND COALESCE("t14"."started_on" >= (
                "t14"."opened_on" + INTERVAL '42' DAY
              ), FALSE)
              AND COALESCE("t14"."started_on" < (
                "t14"."opened_on" + INTERVAL '6' MONTH
              ), FALSE)
          ) AS "t15"
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
              "t1"."kind" IN ('supervision')
              AND "t1"."on_date" IS NOT NULL
              AND "t1"."spell_id" IS NOT NULL
          ) AS "t10"
        ) AS "t16"
      ) AS "t17"
      WHERE
        "t17"."turn" <> 1
    ) AS "t18"
  ) AS "t20"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t20"."due_on" = "t5"."_day"
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
) AS "t21"
