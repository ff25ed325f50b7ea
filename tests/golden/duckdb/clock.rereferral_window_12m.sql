WITH "t6" AS (
  SELECT
    *
  FROM "journeys"."events" AS "t1"
  WHERE
    "t1"."kind" = 'referral'
)
SELECT
  'rereferral_window_12m' AS "clock_id",
  "t19"."child_id",
  "t19"."team_id",
  "t19"."worker_id",
  "t19"."started_on",
  "t19"."due_on",
  "t19"."soon_on",
  "t19"."stopped_on",
  "t19"."ended_on",
  "t19"."counted_on",
  TRUE AS "is_window",
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
    "t18"."team_id",
    "t18"."worker_id",
    "t18"."spell_id",
    "t18"."source_table",
    "t18"."source_key",
    "t18"."due_on",
    "t18"."started_on",
    "t18"."ended_on",
    "t18"."trouble",
    "t18"."counted_on",
    "t18"."stopped_on",
    "t18"."stop_key",
    "t18"."excuse",
    "t18"."excused_on",
    "t5"."soon_on"
  FROM (
    SELECT
      "t16"."child_id",
      "t16"."team_id",
      "t16"."worker_id",
      "t16"."spell_id",
      "t16"."source_table",
      "t16"."source_key",
      "t16"."previous" + INTERVAL '12' MONTH AS "due_on",
      "t16"."previous" AS "started_on",
      CAST(NULL AS DATE) AS "ended_on",
      CASE
        WHEN "t16"."on_date" IS NULL
        THEN 'no start date is recorded'
        WHEN (
          "t16"."previous" IS NULL
        ) AND (
          "t16"."on_date" <= "t16"."reach_on"
        )
        THEN 'the records do not reach back far enough to know'
        ELSE CAST(NULL AS TEXT)
      END AS "trouble",
      "t16"."on_date" AS "counted_on",
      "t16"."on_date" AS "stopped_on",
      "t16"."source_key" AS "stop_key",
      CAST(NULL AS TEXT) AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t9"."child_id",
        "t9"."kind",
        "t9"."on_date",
        "t9"."spell_id",
        "t9"."outcome",
        "t9"."detail",
        "t9"."team_id",
        "t9"."worker_id",
        "t9"."source_table",
        "t9"."source_key",
        "t12"."day_child",
        "t12"."day",
        "t12"."previous",
        "t15"."reach_on"
      FROM "t6" AS "t9"
      LEFT OUTER JOIN (
        SELECT
          "t7"."day_child",
          "t7"."day",
          LAG("t7"."day") OVER (
            PARTITION BY "t7"."day_child"
            ORDER BY "t7"."day" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "previous"
        FROM (
          SELECT DISTINCT
            "t1"."child_id" AS "day_child",
            "t1"."on_date" AS "day"
          FROM "journeys"."events" AS "t1"
          WHERE
            "t1"."kind" = 'referral' AND "t1"."on_date" IS NOT NULL
        ) AS "t7"
      ) AS "t12"
        ON "t9"."child_id" = "t12"."day_child" AND "t9"."on_date" = "t12"."day"
      CROSS JOIN (
        SELECT
          "t13"."first_on" + INTERVAL '12' MONTH AS "reach_on"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              MIN("t8"."on_date") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "first_on"
            FROM "t6" AS "t8"
          ) AS "t11"
        ) AS "t13"
      ) AS "t15"
    ) AS "t16"
  ) AS "t18"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t4"
    ON "t18"."due_on" = "t4"."_day"
  LEFT OUTER JOIN (
    SELECT
      "t0"."working_days" AS "_target",
      "t0"."day" AS "soon_on"
    FROM "journeys"."calendar" AS "t0"
    WHERE
      "t0"."is_working"
  ) AS "t5"
    ON (
      "t4"."_count" + -5
    ) = "t5"."_target"
) AS "t19"
