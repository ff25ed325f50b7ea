SELECT
  'assessment_45wd' AS "clock_id",
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
  "t19"."spell_id",
  "t19"."source_table",
  "t19"."source_key",
  "t19"."stop_key"
FROM (
  SELECT
    "t18"."child_id",
    "t18"."team_id",
    "t18"."worker_id",
    "t18"."spell_id",
    "t18"."source_table",
    "t18"."source_key",
    "t18"."started_on",
    "t18"."due_on",
    "t18"."trouble",
    "t18"."ended_on",
    "t18"."counted_on",
    "t18"."stopped_on",
    "t18"."stop_key",
    "t18"."excuse",
    "t7"."soon_on"
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
        ) AND COALESCE("t16"."outcome" IN ('nfa'), FALSE)
        THEN 'the referral ended in no further action'
        ELSE CAST(NULL AS TEXT)
      END AS "excuse"
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
        "t15"."opened_on",
        "t15"."opens",
        "t15"."due_on",
        "t15"."stop_child",
        "t15"."stop_spell",
        "t15"."stop_on",
        "t15"."stop_key",
        "t15"."fits",
        "t15"."before",
        "t15"."order",
        "t15"."any_before",
        CASE
          WHEN "t15"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t15"."ended_on" < "t15"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE AND "t15"."any_before" AND NOT (
            "t15"."fits"
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
          "t14"."opened_on",
          "t14"."opens",
          "t14"."due_on",
          "t14"."stop_child",
          "t14"."stop_spell",
          "t14"."stop_on",
          "t14"."stop_key",
          "t14"."fits",
          "t14"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t14"."child_id", "t14"."spell_id", "t14"."source_table", "t14"."source_key", "t14"."started_on", "t14"."opens"
            ORDER BY "t14"."fits" DESC, "t14"."stop_on" ASC, "t14"."stop_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "order",
          BOOL_OR(CAST("t14"."before" AS BOOLEAN)) OVER (
            PARTITION BY "t14"."child_id", "t14"."spell_id", "t14"."source_table", "t14"."source_key", "t14"."started_on", "t14"."opens"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "any_before"
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
            COALESCE(
              CASE
                WHEN "t13"."opens"
                THEN "t13"."stop_on" >= "t13"."started_on"
                ELSE "t13"."stop_on" > "t13"."started_on"
              END,
              FALSE
            ) AS "fits",
            COALESCE("t13"."stop_on" < "t13"."started_on", FALSE) AS "before"
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
              "t8"."due_on",
              "t12"."stop_child",
              "t12"."stop_spell",
              "t12"."stop_on",
              "t12"."stop_key"
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
                "t1"."kind" = 'referral'
            ) AS "t11"
            LEFT OUTER JOIN (
              SELECT
                "t0"."day" AS "_day",
                "t0"."working_days" AS "_count"
              FROM "journeys"."calendar" AS "t0"
            ) AS "t6"
              ON "t11"."started_on" = "t6"."_day"
            LEFT OUTER JOIN (
              SELECT
                "t0"."working_days" AS "_target",
                "t0"."day" AS "due_on"
              FROM "journeys"."calendar" AS "t0"
              WHERE
                "t0"."is_working"
            ) AS "t8"
              ON (
                "t6"."_count" + 45
              ) = "t8"."_target"
            LEFT OUTER JOIN (
              SELECT
                "t2"."child_id" AS "stop_child",
                "t2"."spell_id" AS "stop_spell",
                "t2"."on_date" AS "stop_on",
                "t2"."source_key" AS "stop_key"
              FROM "journeys"."events" AS "t2"
              WHERE
                "t2"."kind" = 'assessment_authorised' AND "t2"."on_date" IS NOT NULL
            ) AS "t12"
              ON "t11"."spell_id" = "t12"."stop_spell"
          ) AS "t13"
        ) AS "t14"
      ) AS "t15"
      WHERE
        "t15"."order" = 0
    ) AS "t16"
  ) AS "t18"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t6"
    ON "t18"."due_on" = "t6"."_day"
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
) AS "t19"
