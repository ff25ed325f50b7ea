SELECT
  'permanence_order_after_plan' AS "clock_id",
  "t26"."child_id",
  "t26"."team_id",
  "t26"."worker_id",
  "t26"."started_on",
  "t26"."due_on",
  "t26"."soon_on",
  "t26"."stopped_on",
  "t26"."ended_on",
  "t26"."counted_on",
  FALSE AS "is_window",
  "t26"."trouble",
  "t26"."excuse",
  "t26"."excused_on",
  "t26"."spell_id",
  "t26"."source_table",
  "t26"."source_key",
  "t26"."stop_key"
FROM (
  SELECT
    "t25"."child_id",
    "t25"."worker_id",
    "t25"."spell_id",
    "t25"."source_table",
    "t25"."source_key",
    "t25"."started_on",
    "t25"."due_on",
    "t25"."trouble",
    "t25"."team_id",
    "t25"."ended_on",
    "t25"."counted_on",
    "t25"."stopped_on",
    "t25"."stop_key",
    "t25"."excuse",
    "t25"."excused_on",
    "t6"."soon_on"
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
      COALESCE(
        CASE
          WHEN (
            "t23"."trouble" IS NULL
          )
          AND (
            "t23"."fits"
            AND (
              (
                "t23"."ended_on" IS NULL
              ) OR (
                "t23"."stop_on" <= "t23"."ended_on"
              )
            )
          )
          THEN "t23"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t23"."team_id"
      ) AS "team_id",
      "t23"."ended_on",
      "t23"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t23"."trouble" IS NULL
        )
        AND (
          "t23"."fits"
          AND (
            (
              "t23"."ended_on" IS NULL
            ) OR (
              "t23"."stop_on" <= "t23"."ended_on"
            )
          )
        )
        THEN "t23"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t23"."trouble" IS NULL
        )
        AND (
          "t23"."fits"
          AND (
            (
              "t23"."ended_on" IS NULL
            ) OR (
              "t23"."stop_on" <= "t23"."ended_on"
            )
          )
        )
        THEN "t23"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t23"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
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
        "t22"."due_on",
        "t22"."who",
        "t22"."home",
        "t22"."on",
        "t22"."turn",
        "t22"."stop",
        "t22"."next_stop",
        "t22"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 3), '') AS "stop_team",
        "t22"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t22"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t22"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t22"."ended_on" < "t22"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            "t22"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t22"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t21"."child_id",
          "t21"."team_id",
          "t21"."worker_id",
          "t21"."spell_id",
          "t21"."source_table",
          "t21"."source_key",
          "t21"."started_on",
          "t21"."ended_on",
          "t21"."outcome",
          "t21"."detail",
          "t21"."opened_on",
          "t21"."opens",
          "t21"."birth",
          "t21"."due_on",
          "t21"."who",
          "t21"."home",
          "t21"."on",
          "t21"."turn",
          "t21"."stop",
          MIN("t21"."stop") OVER (
            PARTITION BY "t21"."who", "t21"."home"
            ORDER BY "t21"."on" ASC, "t21"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t21"."stop") OVER (
            PARTITION BY "t21"."who", "t21"."home"
            ORDER BY "t21"."on" ASC, "t21"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t18"."child_id",
              "t18"."team_id",
              "t18"."worker_id",
              "t18"."spell_id",
              "t18"."source_table",
              "t18"."source_key",
              "t18"."started_on",
              "t18"."ended_on",
              "t18"."outcome",
              "t18"."detail",
              "t18"."opened_on",
              "t18"."opens",
              "t18"."birth",
              "t18"."started_on" + INTERVAL '12' MONTH + INTERVAL '-1' DAY AS "due_on",
              "t18"."child_id" AS "who",
              "t18"."spell_id" AS "home",
              "t18"."started_on" AS "on",
              CASE WHEN "t18"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t17".*
                EXCLUDE ("born_id")
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
                  "t15"."born_id",
                  "t15"."birth"
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
                    TRUE AS "opens"
                  FROM "journeys"."spells" AS "t2"
                  WHERE
                    "t2"."kind" = 'care'
                ) AS "t12"
                LEFT OUTER JOIN (
                  SELECT
                    "t8"."child_id" AS "born_id",
                    MIN("t8"."on_date") AS "birth"
                  FROM (
                    SELECT
                      *
                    FROM "journeys"."events" AS "t1"
                    WHERE
                      "t1"."kind" = 'born'
                  ) AS "t8"
                  GROUP BY
                    1
                ) AS "t15"
                  ON "t12"."child_id" = "t15"."born_id"
              ) AS "t17"
            ) AS "t18"
            WHERE
              COALESCE(
                (
                  "t18"."started_on" >= (
                    "t18"."birth" + INTERVAL '0' MONTH
                  )
                )
                AND (
                  "t18"."started_on" < (
                    "t18"."birth" + INTERVAL '120' MONTH
                  )
                ),
                TRUE
              )
          ) AS "t20"
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
                "t11"."child_id",
                "t11"."kind",
                "t11"."on_date",
                "t13"."held_id" AS "spell_id",
                "t11"."outcome",
                "t11"."detail",
                "t11"."team_id",
                "t11"."worker_id",
                "t11"."source_table",
                "t11"."source_key"
              FROM (
                SELECT
                  *
                FROM "journeys"."events" AS "t1"
                WHERE
                  "t1"."kind" IN ('permanence_order', 'permanence_achieved')
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t2"."child_id" AS "held_child",
                  "t2"."spell_id" AS "held_id",
                  "t2"."started_on" AS "held_from",
                  "t2"."ended_on" AS "held_to"
                FROM "journeys"."spells" AS "t2"
                WHERE
                  "t2"."kind" = 'care' AND "t2"."started_on" IS NOT NULL
              ) AS "t13"
                ON "t11"."child_id" = "t13"."held_child"
                AND "t13"."held_from" <= "t11"."on_date"
                AND (
                  (
                    "t13"."held_to" IS NULL
                  ) OR (
                    "t11"."on_date" <= "t13"."held_to"
                  )
                )
            ) AS "t16"
            WHERE
              "t16"."on_date" IS NOT NULL AND "t16"."spell_id" IS NOT NULL
          ) AS "t19"
        ) AS "t21"
      ) AS "t22"
      WHERE
        "t22"."turn" <> 1
    ) AS "t23"
  ) AS "t25"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t25"."due_on" = "t5"."_day"
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
) AS "t26"
