SELECT
  'lac_visit_reg19' AS "clock_id",
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
    "t15"."soon_on"
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
        "t23"."stop_on",
        "t23"."stop_key",
        "t23"."stop_team",
        "t23"."any_before",
        CAST('0001-01-01' AS DATE) AS "birth",
        "t23"."started_on" + INTERVAL '7' DAY AS "due_on",
        COALESCE("t23"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t23"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN CAST('0001-01-01' AS DATE) IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t23"."ended_on" < "t23"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND "t23"."any_before"
          AND NOT (
            COALESCE("t23"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t22".*
          EXCLUDE ("nth")
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
            "t21"."nth",
            CASE
              WHEN COALESCE(
                LEAD("t21"."opens") OVER (
                  PARTITION BY "t21"."child_id", "t21"."spell_id"
                  ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t21"."started_on", 2) OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t21"."started_on") OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_on",
            CASE
              WHEN COALESCE(
                LEAD("t21"."opens") OVER (
                  PARTITION BY "t21"."child_id", "t21"."spell_id"
                  ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t21"."source_key", 2) OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t21"."source_key") OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_key",
            CASE
              WHEN COALESCE(
                LEAD("t21"."opens") OVER (
                  PARTITION BY "t21"."child_id", "t21"."spell_id"
                  ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t21"."team_id", 2) OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t21"."team_id") OVER (
                PARTITION BY "t21"."child_id", "t21"."spell_id"
                ORDER BY "t21"."started_on" ASC, CASE WHEN "t21"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_team",
            FALSE AS "any_before"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t19"."child_id",
                "t19"."team_id",
                "t19"."worker_id",
                "t19"."spell_id",
                "t19"."source_table",
                "t19"."source_key",
                "t19"."on_date" AS "started_on",
                "t11"."ended_on",
                "t11"."spell_outcome" AS "outcome",
                "t11"."spell_detail" AS "detail",
                "t11"."opened_on",
                FALSE AS "opens",
                1 AS "nth"
              FROM (
                SELECT
                  "t17"."child_id",
                  "t17"."spell_id",
                  "t17"."on_date",
                  MIN("t17"."source_key") AS "source_key",
                  NULLIF(FIRST(COALESCE("t17"."team_id", '') ORDER BY "t17"."source_key"), '') AS "team_id",
                  NULLIF(FIRST(COALESCE("t17"."worker_id", '') ORDER BY "t17"."source_key"), '') AS "worker_id",
                  NULLIF(FIRST(COALESCE("t17"."source_table", '') ORDER BY "t17"."source_key"), '') AS "source_table"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t13"."child_id",
                      "t13"."kind",
                      "t13"."on_date",
                      "t12"."held_id" AS "spell_id",
                      "t13"."outcome",
                      "t13"."detail",
                      "t13"."team_id",
                      "t13"."worker_id",
                      "t13"."source_table",
                      "t13"."source_key"
                    FROM (
                      SELECT
                        *
                      FROM "journeys"."events" AS "t2"
                      WHERE
                        "t2"."kind" IN ('cla_visit')
                    ) AS "t13"
                    INNER JOIN (
                      SELECT
                        "t1"."child_id" AS "held_child",
                        "t1"."spell_id" AS "held_id",
                        "t1"."started_on" AS "held_from",
                        "t1"."ended_on" AS "held_to"
                      FROM "journeys"."spells" AS "t1"
                      WHERE
                        "t1"."kind" = 'unassessed_to_review' AND "t1"."started_on" IS NOT NULL
                    ) AS "t12"
                      ON "t13"."child_id" = "t12"."held_child"
                      AND "t12"."held_from" <= "t13"."on_date"
                      AND (
                        (
                          "t12"."held_to" IS NULL
                        ) OR (
                          "t13"."on_date" <= "t12"."held_to"
                        )
                      )
                  ) AS "t16"
                  WHERE
                    "t16"."on_date" IS NOT NULL
                ) AS "t17"
                GROUP BY
                  1,
                  2,
                  3
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
                  "t1"."kind" = 'unassessed_to_review'
              ) AS "t11"
                ON "t19"."spell_id" = "t11"."spell_key"
                AND "t19"."child_id" IS NOT DISTINCT FROM "t11"."spell_child"
            ) AS "t20"
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
                "t1"."detail",
                "t1"."started_on" AS "opened_on",
                TRUE AS "opens",
                CAST(NULL AS BIGINT) AS "nth"
              FROM "journeys"."spells" AS "t1"
              WHERE
                "t1"."kind" = 'unassessed_to_review'
            ) AS "t7"
          ) AS "t21"
        ) AS "t22"
      ) AS "t23"
    ) AS "t24"
  ) AS "t26"
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
  ) AS "t15"
    ON "t26"."due_on" = "t15"."_day"
) AS "t27"
