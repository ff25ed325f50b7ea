WITH "t6" AS (
  SELECT
    *
  FROM "journeys"."events" AS "t1"
  WHERE
    "t1"."kind" = 'placement_changed'
)
SELECT
  'lac_3_placements_12m' AS "clock_id",
  "t21"."child_id",
  "t21"."team_id",
  "t21"."worker_id",
  "t21"."started_on",
  "t21"."due_on",
  "t21"."soon_on",
  "t21"."stopped_on",
  "t21"."ended_on",
  "t21"."counted_on",
  TRUE AS "is_window",
  "t21"."trouble",
  "t21"."excuse",
  "t21"."excused_on",
  "t21"."spell_id",
  "t21"."source_table",
  "t21"."source_key",
  "t21"."stop_key"
FROM (
  SELECT
    "t20"."child_id",
    "t20"."team_id",
    "t20"."worker_id",
    "t20"."spell_id",
    "t20"."source_table",
    "t20"."source_key",
    "t20"."due_on",
    "t20"."started_on",
    "t20"."ended_on",
    "t20"."trouble",
    "t20"."counted_on",
    "t20"."stopped_on",
    "t20"."stop_key",
    "t20"."excuse",
    "t20"."excused_on",
    "t13"."soon_on"
  FROM (
    SELECT
      "t18"."child_id",
      "t18"."team_id",
      "t18"."worker_id",
      "t18"."spell_id",
      "t18"."source_table",
      "t18"."source_key",
      "t18"."previous" + INTERVAL '12' MONTH AS "due_on",
      "t18"."previous" AS "started_on",
      CAST(NULL AS DATE) AS "ended_on",
      CASE
        WHEN "t18"."on_date" IS NULL
        THEN 'no start date is recorded'
        WHEN (
          "t18"."previous" IS NULL
        )
        AND (
          (
            "t18"."reach_on" IS NULL
          ) OR (
            "t18"."on_date" <= "t18"."reach_on"
          )
        )
        THEN 'the records do not reach back far enough to know'
        ELSE CAST(NULL AS TEXT)
      END AS "trouble",
      "t18"."on_date" AS "counted_on",
      "t18"."on_date" AS "stopped_on",
      "t18"."source_key" AS "stop_key",
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
        "t16"."day_child",
        "t16"."day",
        "t16"."previous",
        "t16"."unbroken",
        "t17"."reach_on"
      FROM "t6" AS "t9"
      LEFT OUTER JOIN (
        SELECT
          "t11"."day_child",
          "t11"."day",
          "t11"."previous",
          "t11"."unbroken"
        FROM (
          SELECT
            "t7"."day_child",
            "t7"."day",
            "t7"."is_event",
            LAG("t7"."day", 1) OVER (
              PARTITION BY "t7"."day_child"
              ORDER BY "t7"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "previous",
            TRUE AS "unbroken"
          FROM (
            SELECT DISTINCT
              "t1"."child_id" AS "day_child",
              "t1"."on_date" AS "day",
              "t1"."kind" = 'placement_changed' AS "is_event"
            FROM "journeys"."events" AS "t1"
            WHERE
              "t1"."kind" IN ('placement_changed') AND "t1"."on_date" IS NOT NULL
          ) AS "t7"
        ) AS "t11"
        WHERE
          "t11"."is_event"
      ) AS "t16"
        ON "t9"."child_id" = "t16"."day_child" AND "t9"."on_date" = "t16"."day"
      CROSS JOIN (
        SELECT
          "t10"."first_on" + INTERVAL '12' MONTH AS "reach_on"
        FROM (
          SELECT
            MIN("t8"."on_date") AS "first_on"
          FROM "t6" AS "t8"
        ) AS "t10"
      ) AS "t17"
    ) AS "t18"
  ) AS "t20"
  LEFT OUTER JOIN (
    SELECT
      "t4"."_day",
      "t5"."soon_on"
    FROM (
      SELECT
        "t0"."day" AS "_day",
        "t0"."working_days" AS "_count"
      FROM "journeys"."calendar" AS "t0"
    ) AS "t4"
    INNER JOIN (
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
  ) AS "t13"
    ON "t20"."due_on" = "t13"."_day"
) AS "t21"
