WITH "t16" AS (
  SELECT
    "t13"."child_id",
    "t13"."kind",
    "t13"."on_date",
    "t14"."held_id" AS "spell_id",
    "t13"."outcome",
    "t13"."detail",
    "t13"."team_id",
    "t13"."worker_id",
    "t13"."source_table",
    "t13"."source_key"
  FROM (
    SELECT
      *
    FROM "journeys"."events" AS "t1"
    WHERE
      "t1"."kind" IN ('cin_visit')
  ) AS "t13"
  INNER JOIN (
    SELECT
      "t2"."child_id" AS "held_child",
      "t2"."spell_id" AS "held_id",
      "t2"."started_on" AS "held_from",
      "t2"."ended_on" AS "held_to"
    FROM "journeys"."spells" AS "t2"
    WHERE
      "t2"."kind" = 'cin_plan' AND "t2"."started_on" IS NOT NULL
  ) AS "t14"
    ON "t13"."child_id" = "t14"."held_child"
    AND "t14"."held_from" <= "t13"."on_date"
    AND (
      (
        "t14"."held_to" IS NULL
      ) OR (
        "t13"."on_date" <= "t14"."held_to"
      )
    )
)
SELECT
  'cin_visit' AS "clock_id",
  "t34"."child_id",
  "t34"."team_id",
  "t34"."worker_id",
  "t34"."started_on",
  "t34"."due_on",
  "t34"."soon_on",
  "t34"."stopped_on",
  "t34"."ended_on",
  "t34"."counted_on",
  FALSE AS "is_window",
  "t34"."trouble",
  "t34"."excuse",
  "t34"."excused_on",
  "t34"."spell_id",
  "t34"."source_table",
  "t34"."source_key",
  "t34"."stop_key"
FROM (
  SELECT
    "t33"."child_id",
    "t33"."worker_id",
    "t33"."spell_id",
    "t33"."source_table",
    "t33"."source_key",
    "t33"."started_on",
    "t33"."due_on",
    "t33"."trouble",
    "t33"."team_id",
    "t33"."ended_on",
    "t33"."counted_on",
    "t33"."stopped_on",
    "t33"."stop_key",
    "t33"."excuse",
    "t33"."excused_on",
    "t7"."soon_on"
  FROM (
    SELECT
      "t31"."child_id",
      "t31"."worker_id",
      "t31"."spell_id",
      "t31"."source_table",
      "t31"."source_key",
      "t31"."started_on",
      "t31"."due_on",
      "t31"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t31"."trouble" IS NULL
          )
          AND (
            "t31"."fits"
            AND (
              (
                "t31"."ended_on" IS NULL
              ) OR (
                "t31"."stop_on" <= "t31"."ended_on"
              )
            )
          )
          THEN "t31"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t31"."team_id"
      ) AS "team_id",
      "t31"."ended_on",
      "t31"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t31"."trouble" IS NULL
        )
        AND (
          "t31"."fits"
          AND (
            (
              "t31"."ended_on" IS NULL
            ) OR (
              "t31"."stop_on" <= "t31"."ended_on"
            )
          )
        )
        THEN "t31"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t31"."trouble" IS NULL
        )
        AND (
          "t31"."fits"
          AND (
            (
              "t31"."ended_on" IS NULL
            ) OR (
              "t31"."stop_on" <= "t31"."ended_on"
            )
          )
        )
        THEN "t31"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t31"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t30"."child_id",
        "t30"."team_id",
        "t30"."worker_id",
        "t30"."spell_id",
        "t30"."source_table",
        "t30"."source_key",
        "t30"."started_on",
        "t30"."ended_on",
        "t30"."outcome",
        "t30"."detail",
        "t30"."opened_on",
        "t30"."opens",
        "t30"."birth",
        "t30"."due_on",
        "t30"."who",
        "t30"."home",
        "t30"."on",
        "t30"."turn",
        "t30"."stop",
        "t30"."next_stop",
        "t30"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 3), '') AS "stop_team",
        "t30"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t30"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t30"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t30"."ended_on" < "t30"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            "t30"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t29"."child_id",
          "t29"."team_id",
          "t29"."worker_id",
          "t29"."spell_id",
          "t29"."source_table",
          "t29"."source_key",
          "t29"."started_on",
          "t29"."ended_on",
          "t29"."outcome",
          "t29"."detail",
          "t29"."opened_on",
          "t29"."opens",
          "t29"."birth",
          "t29"."due_on",
          "t29"."who",
          "t29"."home",
          "t29"."on",
          "t29"."turn",
          "t29"."stop",
          MIN("t29"."stop") OVER (
            PARTITION BY "t29"."who", "t29"."home"
            ORDER BY "t29"."on" ASC, "t29"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t29"."stop") OVER (
            PARTITION BY "t29"."who", "t29"."home"
            ORDER BY "t29"."on" ASC, "t29"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t27"."child_id",
              "t27"."team_id",
              "t27"."worker_id",
              "t27"."spell_id",
              "t27"."source_table",
              "t27"."source_key",
              "t27"."started_on",
              "t27"."ended_on",
              "t27"."outcome",
              "t27"."detail",
              "t27"."opened_on",
              "t27"."opens",
              "t27"."birth",
              "t27"."due_on",
              "t27"."child_id" AS "who",
              "t27"."spell_id" AS "home",
              "t27"."started_on" AS "on",
              CASE WHEN "t27"."opens" THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM (
              SELECT
                "t26"."child_id",
                "t26"."team_id",
                "t26"."worker_id",
                "t26"."spell_id",
                "t26"."source_table",
                "t26"."source_key",
                "t26"."started_on",
                "t26"."ended_on",
                "t26"."outcome",
                "t26"."detail",
                "t26"."opened_on",
                "t26"."opens",
                "t26"."birth",
                "t8"."due_on"
              FROM (
                SELECT
                  "t24"."child_id",
                  "t24"."team_id",
                  "t24"."worker_id",
                  "t24"."spell_id",
                  "t24"."source_table",
                  "t24"."source_key",
                  "t24"."started_on",
                  "t24"."ended_on",
                  "t24"."outcome",
                  "t24"."detail",
                  "t24"."opened_on",
                  "t24"."opens",
                  CAST('0001-01-01' AS DATE) AS "birth"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t22"."child_id",
                      "t22"."team_id",
                      "t22"."worker_id",
                      "t22"."spell_id",
                      "t22"."source_table",
                      "t22"."source_key",
                      "t22"."on_date" AS "started_on",
                      "t15"."ended_on",
                      "t15"."spell_outcome" AS "outcome",
                      "t15"."spell_detail" AS "detail",
                      "t15"."opened_on",
                      FALSE AS "opens"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t18"."child_id",
                          "t18"."kind",
                          "t18"."on_date",
                          "t18"."spell_id",
                          "t18"."outcome",
                          "t18"."detail",
                          "t18"."team_id",
                          "t18"."worker_id",
                          "t18"."source_table",
                          "t18"."source_key",
                          (
                            DENSE_RANK() OVER (
                              PARTITION BY "t18"."child_id", "t18"."spell_id"
                              ORDER BY "t18"."on_date" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1
                          ) + 1 AS "nth",
                          ROW_NUMBER() OVER (
                            PARTITION BY "t18"."child_id", "t18"."spell_id", "t18"."on_date"
                            ORDER BY "t18"."source_key" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) - 1 AS "same_day"
                        FROM (
                          SELECT
                            *
                          FROM "t16" AS "t17"
                          WHERE
                            "t17"."on_date" IS NOT NULL
                        ) AS "t18"
                      ) AS "t20"
                      WHERE
                        "t20"."same_day" = 0 AND "t20"."nth" >= 1
                    ) AS "t22"
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
                        "t2"."kind" = 'cin_plan'
                    ) AS "t15"
                      ON "t22"."spell_id" = "t15"."spell_key"
                      AND "t22"."child_id" IS NOT DISTINCT FROM "t15"."spell_child"
                  ) AS "t23"
                  UNION ALL
                  SELECT
                    *
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
                      "t2"."kind" = 'cin_plan'
                  ) AS "t10"
                ) AS "t24"
              ) AS "t26"
              LEFT OUTER JOIN (
                SELECT
                  "t0"."day" AS "_day",
                  "t0"."working_days" AS "_count"
                FROM "journeys"."calendar" AS "t0"
              ) AS "t6"
                ON "t26"."started_on" = "t6"."_day"
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
            ) AS "t27"
          ) AS "t28"
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
              "t17"."child_id" AS "who",
              "t17"."spell_id" AS "home",
              "t17"."on_date" AS "on",
              1 AS "turn",
              CAST("t17"."on_date" AS TEXT) || '' || "t17"."source_key" || '' || COALESCE("t17"."team_id", '') AS "stop"
            FROM "t16" AS "t17"
            WHERE
              "t17"."on_date" IS NOT NULL AND "t17"."spell_id" IS NOT NULL
          ) AS "t19"
        ) AS "t29"
      ) AS "t30"
      WHERE
        "t30"."turn" <> 1
    ) AS "t31"
  ) AS "t33"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t6"
    ON "t33"."due_on" = "t6"."_day"
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
) AS "t34"
