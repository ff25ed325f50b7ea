SELECT
  'lac_reentry_12m' AS "clock_id",
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
        )
        AND (
          (
            "t16"."reach_on" IS NULL
          ) OR (
            "t16"."on_date" <= "t16"."reach_on"
          )
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
        "t15"."day_child",
        "t15"."day",
        "t15"."previous",
        "t15"."unbroken",
        "t13"."reach_on"
      FROM (
        SELECT
          *
        FROM "journeys"."events" AS "t1"
        WHERE
          "t1"."kind" = 'care_started'
      ) AS "t9"
      LEFT OUTER JOIN (
        SELECT
          "t11"."day_child",
          "t11"."day",
          "t11"."previous",
          "t11"."unbroken"
        FROM (
          SELECT
            "t8"."day_child",
            "t8"."day",
            "t8"."is_event",
            MAX(CASE WHEN "t8"."is_event" THEN CAST(NULL AS DATE) ELSE "t8"."day" END) OVER (
              PARTITION BY "t8"."day_child"
              ORDER BY "t8"."day" ASC, "t8"."is_event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS "previous",
            TRUE AS "unbroken"
          FROM (
            SELECT DISTINCT
              "t1"."child_id" AS "day_child",
              "t1"."on_date" AS "day",
              "t1"."kind" = 'care_started' AS "is_event"
            FROM "journeys"."events" AS "t1"
            WHERE
              "t1"."kind" IN ('care_started', 'care_ended') AND "t1"."on_date" IS NOT NULL
          ) AS "t8"
        ) AS "t11"
        WHERE
          "t11"."is_event"
      ) AS "t15"
        ON "t9"."child_id" = "t15"."day_child" AND "t9"."on_date" = "t15"."day"
      CROSS JOIN (
        SELECT
          "t10"."first_on" + INTERVAL '12' MONTH AS "reach_on"
        FROM (
          SELECT
            MIN("t7"."on_date") AS "first_on"
          FROM (
            SELECT
              *
            FROM "journeys"."events" AS "t1"
            WHERE
              "t1"."kind" = 'care_ended'
          ) AS "t7"
        ) AS "t10"
      ) AS "t13"
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
