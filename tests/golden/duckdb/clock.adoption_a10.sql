SELECT
  'adoption_a10' AS "clock_id",
  "t19"."child_id",
  "t19"."team_id",
  "t19"."worker_id",
  "t19"."started_on",
  "t19"."due_on",
  "t19"."soon_on",
  "t19"."stopped_on",
  "t19"."ended_on",
  "t19"."counted_on",
  FALSE AS "is_window",
  "t19"."trouble",
  "t19"."excuse",
  "t19"."excused_on",
  "t19"."spell_id",
  "t19"."source_table",
  "t19"."source_key",
  "t19"."stop_key"
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
    "t18"."team_id",
    "t18"."ended_on",
    "t18"."counted_on",
    "t18"."stopped_on",
    "t18"."stop_key",
    "t18"."excuse",
    "t18"."excused_on",
    "t6"."soon_on"
  FROM (
    SELECT
      "t16"."child_id",
      "t16"."worker_id",
      "t16"."spell_id",
      "t16"."source_table",
      "t16"."source_key",
      "t16"."started_on",
      "t16"."due_on",
      "t16"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t16"."trouble" IS NULL
          )
          AND (
            "t16"."fits"
            AND (
              (
                "t16"."ended_on" IS NULL
              ) OR (
                "t16"."stop_on" <= "t16"."ended_on"
              )
            )
          )
          THEN "t16"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t16"."team_id"
      ) AS "team_id",
      "t16"."ended_on",
      "t16"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t16"."trouble" IS NULL
        )
        AND (
          "t16"."fits"
          AND (
            (
              "t16"."ended_on" IS NULL
            ) OR (
              "t16"."stop_on" <= "t16"."ended_on"
            )
          )
        )
        THEN "t16"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t16"."trouble" IS NULL
        )
        AND (
          "t16"."fits"
          AND (
            (
              "t16"."ended_on" IS NULL
            ) OR (
              "t16"."stop_on" <= "t16"."ended_on"
            )
          )
        )
        THEN "t16"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t16"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
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
        "t15"."who",
        "t15"."home",
        "t15"."on",
        "t15"."turn",
        "t15"."stop",
        "t15"."next_stop",
        "t15"."stop_before",
        CAST(LIST_EXTRACT(STR_SPLIT("t15"."next_stop", ''), 1) AS DATE) AS "stop_on",
        LIST_EXTRACT(STR_SPLIT("t15"."next_stop", ''), 2) AS "stop_key",
        NULLIF(LIST_EXTRACT(STR_SPLIT("t15"."next_stop", ''), 3), '') AS "stop_team",
        "t15"."stop_before" IS NOT NULL AS "any_before",
        COALESCE(
          CAST(LIST_EXTRACT(STR_SPLIT("t15"."next_stop", ''), 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t15"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t15"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t15"."ended_on" < "t15"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND (
            "t15"."stop_before" IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(LIST_EXTRACT(STR_SPLIT("t15"."next_stop", ''), 1) AS DATE) IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
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
          "t14"."birth",
          "t14"."due_on",
          "t14"."who",
          "t14"."home",
          "t14"."on",
          "t14"."turn",
          "t14"."stop",
          MIN("t14"."stop") OVER (
            PARTITION BY "t14"."who", "t14"."home"
            ORDER BY "t14"."on" ASC, "t14"."turn" ASC
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS "next_stop",
          MIN("t14"."stop") OVER (
            PARTITION BY "t14"."who", "t14"."home"
            ORDER BY "t14"."on" ASC, "t14"."turn" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "stop_before"
        FROM (
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
              CAST('0001-01-01' AS DATE) AS "birth",
              "t1"."started_on" + INTERVAL '426' DAY AS "due_on",
              "t1"."child_id" AS "who",
              "t1"."spell_id" AS "home",
              "t1"."started_on" AS "on",
              CASE WHEN TRUE THEN 0 ELSE 2 END AS "turn",
              CAST(NULL AS TEXT) AS "stop"
            FROM "journeys"."spells" AS "t1"
            WHERE
              "t1"."kind" = 'care' AND COALESCE("t1"."detail" IN ('adoption'), FALSE)
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
              "t12"."child_id" AS "who",
              "t12"."spell_id" AS "home",
              "t12"."on_date" AS "on",
              1 AS "turn",
              CAST("t12"."on_date" AS TEXT) || '' || "t12"."source_key" || '' || COALESCE("t12"."team_id", '') AS "stop"
            FROM (
              SELECT
                "t11"."child_id",
                "t11"."kind",
                "t11"."on_date",
                "t10"."held_id" AS "spell_id",
                "t11"."outcome",
                "t11"."detail",
                "t11"."team_id",
                "t11"."worker_id",
                "t11"."source_table",
                "t11"."source_key"
              FROM (
                SELECT
                  *
                FROM "journeys"."events" AS "t2"
                WHERE
                  "t2"."kind" IN ('placed_for_adoption', 'placed_with_future_adopter')
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t1"."child_id" AS "held_child",
                  "t1"."spell_id" AS "held_id",
                  "t1"."started_on" AS "held_from",
                  "t1"."ended_on" AS "held_to"
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'care' AND "t1"."started_on" IS NOT NULL
              ) AS "t10"
                ON "t11"."child_id" = "t10"."held_child"
                AND "t10"."held_from" <= "t11"."on_date"
                AND (
                  (
                    "t10"."held_to" IS NULL
                  ) OR (
                    "t11"."on_date" <= "t10"."held_to"
                  )
                )
            ) AS "t12"
            WHERE
              "t12"."on_date" IS NOT NULL AND "t12"."spell_id" IS NOT NULL
          ) AS "t13"
        ) AS "t14"
      ) AS "t15"
      WHERE
        "t15"."turn" <> 1
    ) AS "t16"
  ) AS "t18"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t18"."due_on" = "t5"."_day"
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
) AS "t19"
