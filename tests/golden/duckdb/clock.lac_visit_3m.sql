SELECT
  'lac_visit_3m' AS "clock_id",
  "t25"."child_id",
  "t25"."team_id",
  "t25"."worker_id",
  "t25"."started_on",
  "t25"."due_on",
  "t25"."soon_on",
  "t25"."stopped_on",
  "t25"."ended_on",
  "t25"."counted_on",
  FALSE AS "is_window",
  "t25"."trouble",
  "t25"."excuse",
  "t25"."excused_on",
  "t25"."spell_id",
  "t25"."source_table",
  "t25"."source_key",
  "t25"."stop_key"
FROM (
  SELECT
    "t24"."child_id",
    "t24"."worker_id",
    "t24"."spell_id",
    "t24"."source_table",
    "t24"."source_key",
    "t24"."started_on",
    "t24"."due_on",
    "t24"."trouble",
    "t24"."team_id",
    "t24"."ended_on",
    "t24"."counted_on",
    "t24"."stopped_on",
    "t24"."stop_key",
    "t24"."excuse",
    "t24"."excused_on",
    "t13"."soon_on"
  FROM (
    SELECT
      "t22"."child_id",
      "t22"."worker_id",
      "t22"."spell_id",
      "t22"."source_table",
      "t22"."source_key",
      "t22"."started_on",
      "t22"."due_on",
      "t22"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t22"."trouble" IS NULL
          )
          AND (
            "t22"."fits"
            AND (
              (
                "t22"."ended_on" IS NULL
              ) OR (
                "t22"."stop_on" <= "t22"."ended_on"
              )
            )
          )
          THEN "t22"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t22"."team_id"
      ) AS "team_id",
      "t22"."ended_on",
      "t22"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t22"."trouble" IS NULL
        )
        AND (
          "t22"."fits"
          AND (
            (
              "t22"."ended_on" IS NULL
            ) OR (
              "t22"."stop_on" <= "t22"."ended_on"
            )
          )
        )
        THEN "t22"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t22"."trouble" IS NULL
        )
        AND (
          "t22"."fits"
          AND (
            (
              "t22"."ended_on" IS NULL
            ) OR (
              "t22"."stop_on" <= "t22"."ended_on"
            )
          )
        )
        THEN "t22"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t22"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
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
        "t21"."who",
        "t21"."home",
        "t21"."on",
        "t21"."turn",
        "t21"."stop",
        "t21"."next_stop",
        "t21"."stop_before",
        "t21"."stop_on",
        "t21"."stop_key",
        "t21"."stop_team",
        "t21"."any_before",
        "t21"."started_on" + INTERVAL '3' MONTH AS "due_on",
        COALESCE("t21"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t21"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t21"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t21"."ended_on" < "t21"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND "t21"."any_before"
          AND NOT (
            COALESCE("t21"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t20".*
          EXCLUDE ("parts")
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
            "t19"."who",
            "t19"."home",
            "t19"."on",
            "t19"."turn",
            "t19"."stop",
            "t19"."next_stop",
            "t19"."stop_before",
            STR_SPLIT("t19"."next_stop", '') AS "parts",
            CAST(LIST_EXTRACT(STR_SPLIT("t19"."next_stop", ''), 1) AS DATE) AS "stop_on",
            LIST_EXTRACT(STR_SPLIT("t19"."next_stop", ''), 2) AS "stop_key",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t19"."next_stop", ''), 3), '') AS "stop_team",
            "t19"."stop_before" IS NOT NULL AS "any_before"
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
              "t18"."who",
              "t18"."home",
              "t18"."on",
              "t18"."turn",
              "t18"."stop",
              MIN("t18"."stop") OVER (
                PARTITION BY "t18"."who", "t18"."home"
                ORDER BY "t18"."on" ASC, "t18"."turn" ASC
                ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
              ) AS "next_stop",
              MIN("t18"."stop") OVER (
                PARTITION BY "t18"."who", "t18"."home"
                ORDER BY "t18"."on" ASC, "t18"."turn" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "stop_before"
            FROM (
              SELECT
                *
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
                  CAST('0001-01-01' AS DATE) AS "birth",
                  "t16"."child_id" AS "who",
                  "t16"."spell_id" AS "home",
                  "t16"."started_on" AS "on",
                  CASE WHEN "t16"."opens" THEN 0 ELSE 2 END AS "turn",
                  CAST(NULL AS TEXT) AS "stop"
                FROM (
                  SELECT
                    "t15".*
                    EXCLUDE ("nth")
                  FROM (
                    SELECT
                      "t14"."child_id",
                      "t14"."team_id",
                      "t14"."worker_id",
                      "t14"."spell_id",
                      "t14"."source_table",
                      "t14"."source_key",
                      "t14"."on_date" AS "started_on",
                      "t9"."ended_on",
                      "t9"."spell_outcome" AS "outcome",
                      "t9"."spell_detail" AS "detail",
                      "t9"."opened_on",
                      FALSE AS "opens",
                      1 AS "nth"
                    FROM (
                      SELECT
                        "t7"."child_id",
                        "t7"."spell_id",
                        "t7"."on_date",
                        MIN("t7"."source_key") AS "source_key",
                        NULLIF(FIRST(COALESCE("t7"."team_id", '') ORDER BY "t7"."source_key"), '') AS "team_id",
                        NULLIF(FIRST(COALESCE("t7"."worker_id", '') ORDER BY "t7"."source_key"), '') AS "worker_id",
                        NULLIF(FIRST(COALESCE("t7"."source_table", '') ORDER BY "t7"."source_key"), '') AS "source_table"
                      FROM (
                        SELECT
                          *
                        FROM "journeys"."events" AS "t1"
                        WHERE
                          "t1"."kind" IN ('cla_visit_settled') AND "t1"."on_date" IS NOT NULL
                      ) AS "t7"
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS "t14"
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
                        "t2"."kind" = 'placement'
                    ) AS "t9"
                      ON "t14"."spell_id" = "t9"."spell_key"
                      AND "t14"."child_id" IS NOT DISTINCT FROM "t9"."spell_child"
                  ) AS "t15"
                ) AS "t16"
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
                  "t1"."child_id" AS "who",
                  "t1"."spell_id" AS "home",
                  "t1"."on_date" AS "on",
                  1 AS "turn",
                  CAST("t1"."on_date" AS TEXT) || '' || "t1"."source_key" || '' || COALESCE("t1"."team_id", '') AS "stop"
                FROM "journeys"."events" AS "t1"
                WHERE
                  "t1"."kind" IN ('cla_visit_settled', 'cla_visit_fewer')
                  AND "t1"."on_date" IS NOT NULL
                  AND "t1"."spell_id" IS NOT NULL
              ) AS "t10"
            ) AS "t18"
          ) AS "t19"
          WHERE
            "t19"."turn" <> 1
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t5"."_day",
      "t6"."soon_on"
    FROM (
      SELECT
        "t0"."day" AS "_day",
        "t0"."working_days" AS "_count"
      FROM "journeys"."calendar" AS "t0"
    ) AS "t5"
    INNER JOIN (
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
  ) AS "t13"
    ON "t24"."due_on" = "t13"."_day"
) AS "t25"
