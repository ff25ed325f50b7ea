SELECT
  'pa_visit_2m' AS "clock_id",
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
    "t14"."soon_on"
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
        "t21"."stop_on",
        "t21"."stop_key",
        "t21"."stop_team",
        "t21"."any_before",
        CAST('0001-01-01' AS DATE) AS "birth",
        "t21"."started_on" + INTERVAL '2' MONTH AS "due_on",
        COALESCE("t21"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t21"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN CAST('0001-01-01' AS DATE) IS NULL
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
          EXCLUDE ("nth")
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
            "t19"."nth",
            CASE
              WHEN COALESCE(
                LEAD("t19"."opens") OVER (
                  PARTITION BY "t19"."child_id", "t19"."spell_id"
                  ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t19"."started_on", 2) OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t19"."started_on") OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_on",
            CASE
              WHEN COALESCE(
                LEAD("t19"."opens") OVER (
                  PARTITION BY "t19"."child_id", "t19"."spell_id"
                  ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t19"."source_key", 2) OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t19"."source_key") OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_key",
            CASE
              WHEN COALESCE(
                LEAD("t19"."opens") OVER (
                  PARTITION BY "t19"."child_id", "t19"."spell_id"
                  ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                FALSE
              )
              THEN LEAD("t19"."team_id", 2) OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
              ELSE LEAD("t19"."team_id") OVER (
                PARTITION BY "t19"."child_id", "t19"."spell_id"
                ORDER BY "t19"."started_on" ASC, CASE WHEN "t19"."opens" THEN 0 ELSE 1 END ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              )
            END AS "stop_team",
            FALSE AS "any_before"
          FROM (
            SELECT
              "t18"."child_id",
              "t18"."team_id",
              "t18"."worker_id",
              "t18"."spell_id",
              "t18"."source_table",
              "t18"."source_key",
              "t18"."on_date" AS "started_on",
              "t10"."ended_on",
              "t10"."spell_outcome" AS "outcome",
              "t10"."spell_detail" AS "detail",
              "t10"."opened_on",
              FALSE AS "opens",
              1 AS "nth"
            FROM (
              SELECT
                "t16"."child_id",
                "t16"."spell_id",
                "t16"."on_date",
                MIN("t16"."source_key") AS "source_key",
                NULLIF(FIRST(COALESCE("t16"."team_id", '') ORDER BY "t16"."source_key"), '') AS "team_id",
                NULLIF(FIRST(COALESCE("t16"."worker_id", '') ORDER BY "t16"."source_key"), '') AS "worker_id",
                NULLIF(FIRST(COALESCE("t16"."source_table", '') ORDER BY "t16"."source_key"), '') AS "source_table"
              FROM (
                SELECT
                  *
                FROM (
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
                      "t2"."kind" IN ('care_leaver_contact')
                  ) AS "t12"
                  INNER JOIN (
                    SELECT
                      "t1"."child_id" AS "held_child",
                      "t1"."spell_id" AS "held_id",
                      "t1"."started_on" AS "held_from",
                      "t1"."ended_on" AS "held_to"
                    FROM "journeys"."spells" AS "t1"
                    WHERE
                      "t1"."kind" = 'care_leaver' AND "t1"."started_on" IS NOT NULL
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
                ) AS "t15"
                WHERE
                  "t15"."on_date" IS NOT NULL
              ) AS "t16"
              GROUP BY
                1,
                2,
                3
            ) AS "t18"
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
                "t1"."kind" = 'care_leaver'
            ) AS "t10"
              ON "t18"."spell_id" = "t10"."spell_key"
              AND "t18"."child_id" IS NOT DISTINCT FROM "t10"."spell_child"
          ) AS "t19"
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
  ) AS "t14"
    ON "t24"."due_on" = "t14"."_day"
) AS "t25"
