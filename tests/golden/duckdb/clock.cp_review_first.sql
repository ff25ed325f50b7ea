SELECT
  'cp_review_first' AS "clock_id",
  "t17"."child_id",
  "t17"."team_id",
  "t17"."worker_id",
  "t17"."started_on",
  "t17"."due_on",
  "t17"."soon_on",
  "t17"."stopped_on",
  "t17"."ended_on",
  "t17"."counted_on",
  FALSE AS "is_window",
  "t17"."trouble",
  "t17"."excuse",
  "t17"."spell_id",
  "t17"."source_table",
  "t17"."source_key",
  "t17"."stop_key"
FROM (
  SELECT
    "t16"."child_id",
    "t16"."team_id",
    "t16"."worker_id",
    "t16"."spell_id",
    "t16"."source_table",
    "t16"."source_key",
    "t16"."started_on",
    "t16"."due_on",
    "t16"."trouble",
    "t16"."ended_on",
    "t16"."counted_on",
    "t16"."stopped_on",
    "t16"."stop_key",
    "t16"."excuse",
    "t6"."soon_on"
  FROM (
    SELECT
      "t14"."child_id",
      "t14"."team_id",
      "t14"."worker_id",
      "t14"."spell_id",
      "t14"."source_table",
      "t14"."source_key",
      "t14"."started_on",
      "t14"."due_on",
      "t14"."trouble",
      "t14"."ended_on",
      "t14"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t14"."trouble" IS NULL
        )
        AND (
          "t14"."fits"
          AND (
            (
              "t14"."ended_on" IS NULL
            ) OR (
              "t14"."stop_on" <= "t14"."ended_on"
            )
          )
        )
        THEN "t14"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t14"."trouble" IS NULL
        )
        AND (
          "t14"."fits"
          AND (
            (
              "t14"."ended_on" IS NULL
            ) OR (
              "t14"."stop_on" <= "t14"."ended_on"
            )
          )
        )
        THEN "t14"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t14"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse"
    FROM (
      SELECT
        "t13"."child_id",
        "t13"."team_id",
        "t13"."worker_id",
        "t13"."spell_id",
        "t13"."source_table",
        "t13"."source_key",
        "t13"."started_on",
        "t13"."ended_on",
        "t13"."outcome",
        "t13"."opened_on",
        "t13"."opens",
        "t13"."due_on",
        "t13"."stop_child",
        "t13"."stop_spell",
        "t13"."stop_on",
        "t13"."stop_key",
        "t13"."fits",
        "t13"."before",
        "t13"."order",
        "t13"."any_before",
        CASE
          WHEN "t13"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t13"."ended_on" < "t13"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE AND "t13"."any_before" AND NOT (
            "t13"."fits"
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
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
          "t12"."opened_on",
          "t12"."opens",
          "t12"."due_on",
          "t12"."stop_child",
          "t12"."stop_spell",
          "t12"."stop_on",
          "t12"."stop_key",
          "t12"."fits",
          "t12"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t12"."child_id", "t12"."spell_id", "t12"."source_table", "t12"."source_key", "t12"."started_on", "t12"."opens"
            ORDER BY "t12"."fits" DESC, "t12"."stop_on" ASC, "t12"."stop_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "order",
          BOOL_OR(CAST("t12"."before" AS BOOLEAN)) OVER (
            PARTITION BY "t12"."child_id", "t12"."spell_id", "t12"."source_table", "t12"."source_key", "t12"."started_on", "t12"."opens"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "any_before"
        FROM (
          SELECT
            "t11"."child_id",
            "t11"."team_id",
            "t11"."worker_id",
            "t11"."spell_id",
            "t11"."source_table",
            "t11"."source_key",
            "t11"."started_on",
            "t11"."ended_on",
            "t11"."outcome",
            "t11"."opened_on",
            "t11"."opens",
            "t11"."due_on",
            "t11"."stop_child",
            "t11"."stop_spell",
            "t11"."stop_on",
            "t11"."stop_key",
            COALESCE(
              CASE
                WHEN "t11"."opens"
                THEN "t11"."stop_on" >= "t11"."started_on"
                ELSE "t11"."stop_on" > "t11"."started_on"
              END,
              FALSE
            ) AS "fits",
            COALESCE("t11"."stop_on" < "t11"."started_on", FALSE) AS "before"
          FROM (
            SELECT
              "t9"."child_id",
              "t9"."team_id",
              "t9"."worker_id",
              "t9"."spell_id",
              "t9"."source_table",
              "t9"."source_key",
              "t9"."started_on",
              "t9"."ended_on",
              "t9"."outcome",
              "t9"."opened_on",
              "t9"."opens",
              "t9"."due_on",
              "t10"."stop_child",
              "t10"."stop_spell",
              "t10"."stop_on",
              "t10"."stop_key"
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
                TRUE AS "opens",
                "t1"."started_on" + INTERVAL '3' MONTH AS "due_on"
              FROM "journeys"."spells" AS "t1"
              WHERE
                "t1"."kind" = 'cp_plan'
            ) AS "t9"
            LEFT OUTER JOIN (
              SELECT
                "t2"."child_id" AS "stop_child",
                "t2"."spell_id" AS "stop_spell",
                "t2"."on_date" AS "stop_on",
                "t2"."source_key" AS "stop_key"
              FROM "journeys"."events" AS "t2"
              WHERE
                "t2"."kind" = 'cp_review' AND "t2"."on_date" IS NOT NULL
            ) AS "t10"
              ON "t9"."spell_id" = "t10"."stop_spell"
          ) AS "t11"
        ) AS "t12"
      ) AS "t13"
      WHERE
        "t13"."order" = 0
    ) AS "t14"
  ) AS "t16"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t16"."due_on" = "t5"."_day"
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
) AS "t17"
