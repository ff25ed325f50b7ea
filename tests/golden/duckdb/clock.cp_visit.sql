SELECT
  'cp_visit' AS "clock_id",
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
  "t27"."spell_id",
  "t27"."source_table",
  "t27"."source_key",
  "t27"."stop_key"
FROM (
  SELECT
    "t26"."child_id",
    "t26"."team_id",
    "t26"."worker_id",
    "t26"."spell_id",
    "t26"."source_table",
    "t26"."source_key",
    "t26"."started_on",
    "t26"."due_on",
    "t26"."trouble",
    "t26"."ended_on",
    "t26"."counted_on",
    "t26"."stopped_on",
    "t26"."stop_key",
    "t26"."excuse",
    "t7"."soon_on"
  FROM (
    SELECT
      "t24"."child_id",
      "t24"."team_id",
      "t24"."worker_id",
      "t24"."spell_id",
      "t24"."source_table",
      "t24"."source_key",
      "t24"."started_on",
      "t24"."due_on",
      "t24"."trouble",
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
      END AS "excuse"
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
        "t23"."opened_on",
        "t23"."opens",
        "t23"."due_on",
        "t23"."stop_child",
        "t23"."stop_spell",
        "t23"."stop_on",
        "t23"."stop_key",
        "t23"."fits",
        "t23"."before",
        "t23"."order",
        "t23"."any_before",
        CASE
          WHEN "t23"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t23"."ended_on" < "t23"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE AND "t23"."any_before" AND NOT (
            "t23"."fits"
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
          "t22"."opened_on",
          "t22"."opens",
          "t22"."due_on",
          "t22"."stop_child",
          "t22"."stop_spell",
          "t22"."stop_on",
          "t22"."stop_key",
          "t22"."fits",
          "t22"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t22"."child_id", "t22"."spell_id", "t22"."source_table", "t22"."source_key", "t22"."started_on", "t22"."opens"
            ORDER BY "t22"."fits" DESC, "t22"."stop_on" ASC, "t22"."stop_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "order",
          BOOL_OR(CAST("t22"."before" AS BOOLEAN)) OVER (
            PARTITION BY "t22"."child_id", "t22"."spell_id", "t22"."source_table", "t22"."source_key", "t22"."started_on", "t22"."opens"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "any_before"
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
            "t21"."opened_on",
            "t21"."opens",
            "t21"."due_on",
            "t21"."stop_child",
            "t21"."stop_spell",
            "t21"."stop_on",
            "t21"."stop_key",
            COALESCE(
              CASE
                WHEN "t21"."opens"
                THEN "t21"."stop_on" >= "t21"."started_on"
                ELSE "t21"."stop_on" > "t21"."started_on"
              END,
              FALSE
            ) AS "fits",
            COALESCE("t21"."stop_on" < "t21"."started_on", FALSE) AS "before"
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
              "t20"."opened_on",
              "t20"."opens",
              "t8"."due_on",
              "t14"."stop_child",
              "t14"."stop_spell",
              "t14"."stop_on",
              "t14"."stop_key"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t17"."child_id",
                  "t17"."team_id",
                  "t17"."worker_id",
                  "t17"."spell_id",
                  "t17"."source_table",
                  "t17"."source_key",
                  "t17"."on_date" AS "started_on",
                  "t13"."ended_on",
                  "t13"."spell_outcome" AS "outcome",
                  "t13"."opened_on",
                  FALSE AS "opens"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t12"."child_id",
                      "t12"."kind",
                      "t12"."on_date",
                      "t12"."spell_id",
                      "t12"."outcome",
                      "t12"."team_id",
                      "t12"."worker_id",
                      "t12"."source_table",
                      "t12"."source_key",
                      (
                        DENSE_RANK() OVER (
                          PARTITION BY "t12"."spell_id"
                          ORDER BY "t12"."on_date" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1
                      ) + 1 AS "nth",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t12"."spell_id", "t12"."on_date"
                        ORDER BY "t12"."source_key" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "same_day"
                    FROM (
                      SELECT
                        *
                      FROM "journeys"."events" AS "t2"
                      WHERE
                        "t2"."kind" = 'cp_visit' AND "t2"."on_date" IS NOT NULL
                    ) AS "t12"
                  ) AS "t15"
                  WHERE
                    "t15"."same_day" = 0 AND "t15"."nth" >= 1
                ) AS "t17"
                INNER JOIN (
                  SELECT
                    "t1"."spell_id",
                    "t1"."started_on" AS "opened_on",
                    "t1"."ended_on",
                    "t1"."outcome" AS "spell_outcome"
                  FROM "journeys"."spells" AS "t1"
                  WHERE
                    "t1"."kind" = 'cp_plan'
                ) AS "t13"
                  ON "t17"."spell_id" = "t13"."spell_id"
              ) AS "t18"
              UNION ALL
              SELECT
                *
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
                  "t1"."started_on" AS "opened_on",
                  TRUE AS "opens"
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'cp_plan'
              ) AS "t9"
            ) AS "t20"
            LEFT OUTER JOIN (
              SELECT
                "t0"."day" AS "_day",
                "t0"."working_days" AS "_count"
              FROM "journeys"."calendar" AS "t0"
            ) AS "t6"
              ON "t20"."started_on" = "t6"."_day"
            LEFT OUTER JOIN (
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
            LEFT OUTER JOIN (
              SELECT
                "t2"."child_id" AS "stop_child",
                "t2"."spell_id" AS "stop_spell",
                "t2"."on_date" AS "stop_on",
                "t2"."source_key" AS "stop_key"
              FROM "journeys"."events" AS "t2"
              WHERE
                "t2"."kind" = 'cp_visit' AND "t2"."on_date" IS NOT NULL
            ) AS "t14"
              ON "t20"."spell_id" = "t14"."stop_spell"
          ) AS "t21"
        ) AS "t22"
      ) AS "t23"
      WHERE
        "t23"."order" = 0
    ) AS "t24"
  ) AS "t26"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t6"
    ON "t26"."due_on" = "t6"."_day"
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
) AS "t27"
