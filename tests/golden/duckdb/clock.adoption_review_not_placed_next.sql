WITH "t13" AS (
  SELECT
    "t12"."child_id",
    "t12"."kind",
    "t12"."on_date",
    "t11"."held_id" AS "spell_id",
    "t12"."outcome",
    "t12"."detail",
    "t12"."team_id",
    "t12"."worker_id",
    "t12"."source_table",
    "t12"."source_key"
  FROM (
    SELECT
      *
    FROM "journeys"."events" AS "t2"
    WHERE
      "t2"."kind" IN ('cla_review')
  ) AS "t12"
  INNER JOIN (
    SELECT
      "t1"."child_id" AS "held_child",
      "t1"."spell_id" AS "held_id",
      "t1"."started_on" AS "held_from",
      "t1"."ended_on" AS "held_to"
    FROM "journeys"."spells" AS "t1"
    WHERE
      "t1"."kind" = 'authorised_not_placed' AND "t1"."started_on" IS NOT NULL
  ) AS "t11"
    ON "t12"."child_id" = "t11"."held_child"
    AND "t11"."held_from" <= "t12"."on_date"
    AND (
      (
        "t11"."held_to" IS NULL
      ) OR (
        "t12"."on_date" <= "t11"."held_to"
      )
    )
)
SELECT
  'adoption_review_not_placed_next' AS "clock_id",
  "t27"."child_id",
  "t27"."team_id",
  "t27"."worker_id",
  "t27"."started_on",
  "t27"."due_on",
  "t27"."soon_on",
  "t27"."stopped_on",
  "t27"."ended_on",
  "t27"."counted_on",
  FALSE AS "is_window",
  "t27"."trouble",
  "t27"."excuse",
  "t27"."excused_on",
  "t27"."spell_id",
  "t27"."source_table",
  "t27"."source_key",
  "t27"."stop_key"
FROM (
  SELECT
    "t26"."child_id",
    "t26"."worker_id",
    "t26"."spell_id",
    "t26"."source_table",
    "t26"."source_key",
    "t26"."started_on",
    "t26"."due_on",
    "t26"."trouble",
    "t26"."team_id",
    "t26"."ended_on",
    "t26"."counted_on",
    "t26"."stopped_on",
    "t26"."stop_key",
    "t26"."excuse",
    "t26"."excused_on",
    "t6"."soon_on"
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
      COALESCE(
        CASE
          WHEN (
            "t24"."trouble" IS NULL
          )
          AND (
            "t24"."fits"
            AND (
              (
                "t24"."ended_on" IS NULL
              ) OR (
                "t24"."stop_on" <= "t24"."ended_on"
              )
            )
          )
          THEN "t24"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t24"."team_id"
      ) AS "team_id",
      "t24"."ended_on",
      "t24"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t24"."trouble" IS NULL
        )
        AND (
          "t24"."fits"
          AND (
            (
              "t24"."ended_on" IS NULL
            ) OR (
              "t24"."stop_on" <= "t24"."ended_on"
            )
          )
        )
        THEN "t24"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t24"."trouble" IS NULL
        )
        AND (
          "t24"."fits"
          AND (
            (
              "t24"."ended_on" IS NULL
            ) OR (
              "t24"."stop_on" <= "t24"."ended_on"
            )
          )
        )
        THEN "t24"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t24"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t23"."child_id",
        "t23"."team_id",
        "t23"."worker_id",
        "t23"."spell_id",
        "t23"."source_table",
        "t23"."source_key",
        "t23"."started_on",
        "t23"."ended_on",
        "t23"."outcome",
        "t23"."detail",
        "t23"."opened_on",
        "t23"."opens",
        "t23"."birth",
        "t23"."due_on",
        "t23"."who",
        "t23"."home",
        "t23"."on",
        "t23"."turn",
        "t23"."stop",
        "t23"."next_stop",
        "t23"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t23"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t23"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t23"."next_stop", ''), 3), '') AS "stop_team",
        "t23"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t23"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t23"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t23"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t23"."ended_on" < "t23"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            "t23"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t23"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
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
          MIN("t22"."stop") OVER (
            PARTITION BY "t22"."who", "t22"."home"
            ORDER BY "t22"."on" ASC, "t22"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t22"."stop") OVER (
            PARTITION BY "t22"."who", "t22"."home"
            ORDER BY "t22"."on" ASC, "t22"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
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
              CAST('0001-01-01' AS DATE) AS "birth",
              "t20"."started_on" + INTERVAL '6' MONTH AS "due_on",
              "t20"."child_id" AS "who",
              "t20"."spell_id" AS "home",
              "t20"."started_on" AS "on",
              CASE WHEN "t20"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t19"."child_id",
                "t19"."team_id",
                "t19"."worker_id",
                "t19"."spell_id",
                "t19"."source_table",
                "t19"."source_key",
                "t19"."on_date" AS "started_on",
                "t10"."ended_on",
                "t10"."spell_outcome" AS "outcome",
                "t10"."spell_detail" AS "detail",
                "t10"."opened_on",
                FALSE AS "opens"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t15"."child_id",
                    "t15"."kind",
                    "t15"."on_date",
                    "t15"."spell_id",
                    "t15"."outcome",
                    "t15"."detail",
                    "t15"."team_id",
                    "t15"."worker_id",
                    "t15"."source_table",
                    "t15"."source_key",
                    (
                      DENSE_RANK() OVER (
                        PARTITION BY "t15"."child_id", "t15"."spell_id"
                        ORDER BY "t15"."on_date" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1
                    ) + 1 AS "nth",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t15"."child_id", "t15"."spell_id", "t15"."on_date"
                      ORDER BY "t15"."source_key" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - 1 AS "same_day"
                  FROM (
                    SELECT
                      *
                    FROM "t13" AS "t14"
                    WHERE
                      "t14"."on_date" IS NOT NULL
                  ) AS "t15"
                ) AS "t17"
                WHERE
                  "t17"."same_day" = 0 AND "t17"."nth" >= 1
              ) AS "t19"
              INNER JOIN (
                SELECT
                  "t1"."child_id" AS "spell_child",
                  "t1"."spell_id" AS "spell_key",
                  "t1"."started_on" AS "opened_on",
                  "t1"."ended_on",
                  "t1"."outcome" AS "spell_outcome",
                  "t1"."detail" AS "spell_detail"
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'authorised_not_placed'
              ) AS "t10"
                ON "t19"."spell_id" = "t10"."spell_key"
                AND "t19"."child_id" IS NOT DISTINCT FROM "t10"."spell_child"
            ) AS "t20"
          ) AS "t21"
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
              "t14"."child_id" AS "who",
              "t14"."spell_id" AS "home",
              "t14"."on_date" AS "on",
              1 AS "turn",
              CAST("t14"."on_date" AS TEXT) || '' || "t14"."source_key" || '' || COALESCE("t14"."team_id", '') AS "stop"
            FROM "t13" AS "t14"
            WHERE
              "t14"."on_date" IS NOT NULL AND "t14"."spell_id" IS NOT NULL
          ) AS "t16"
        ) AS "t22"
      ) AS "t23"
      WHERE
        "t23"."turn" <> 1
    ) AS "t24"
  ) AS "t26"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t26"."due_on" = "t5"."_day"
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
) AS "t27"
