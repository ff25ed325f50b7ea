WITH "t14" AS (
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
    "t13"."detail",
    "t13"."opened_on",
    "t13"."opens",
    "t13"."birth",
    "t13"."due_on",
    "t13"."who",
    "t13"."home",
    "t13"."on",
    "t13"."turn",
    "t13"."stop",
    MIN("t13"."stop") OVER (
      PARTITION BY "t13"."who", "t13"."home"
      ORDER BY "t13"."on" ASC, "t13"."turn" ASC
      ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
    ) AS "next_stop",
    MIN("t13"."stop") OVER (
      PARTITION BY "t13"."who", "t13"."home"
      ORDER BY "t13"."on" ASC, "t13"."turn" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "stop_before"
  FROM (
    SELECT
      *
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
        "t11"."detail",
        "t11"."opened_on",
        "t11"."opens",
        "t11"."birth",
        "t11"."due_on",
        "t11"."child_id" AS "who",
        "t11"."child_id" AS "home",
        "t11"."started_on" AS "on",
        CASE WHEN "t11"."opens" THEN 0 ELSE 2 END AS "turn",
        CAST(NULL AS TEXT) AS "stop"
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
          "t9"."detail",
          "t9"."opened_on",
          "t9"."opens",
          "t9"."birth",
          "t7"."due_on"
        FROM (
          SELECT
            "t1"."child_id",
            "t1"."team_id",
            "t1"."worker_id",
            "t1"."spell_id",
            "t1"."source_table",
            "t1"."source_key",
            "t1"."on_date" AS "started_on",
            CAST(NULL AS DATE) AS "ended_on",
            "t1"."outcome",
            "t1"."detail",
            CAST(NULL AS DATE) AS "opened_on",
            TRUE AS "opens",
            CAST('0001-01-01' AS DATE) AS "birth"
          FROM "journeys"."events" AS "t1"
          WHERE
            "t1"."kind" IN ('assessment_authorised')
            AND COALESCE("t1"."outcome" IN ('need'), FALSE)
        ) AS "t9"
        LEFT OUTER JOIN (
          SELECT
            "t0"."day" AS "_day",
            "t0"."working_days" AS "_count"
          FROM "journeys"."calendar" AS "t0"
        ) AS "t5"
          ON "t9"."started_on" = "t5"."_day"
        LEFT OUTER JOIN (
          SELECT
            "t0"."working_days" AS "_target",
            "t0"."day" AS "due_on"
          FROM "journeys"."calendar" AS "t0"
          WHERE
            "t0"."is_working"
        ) AS "t7"
          ON (
            "t5"."_count" + 10
          ) = "t7"."_target"
      ) AS "t11"
    ) AS "t12"
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
        "t1"."child_id" AS "who",
        "t1"."child_id" AS "home",
        "t1"."on_date" AS "on",
        1 AS "turn",
        CAST("t1"."on_date" AS TEXT) || '' || "t1"."source_key" || '' || COALESCE("t1"."team_id", '') AS "stop"
      FROM "journeys"."events" AS "t1"
      WHERE
        "t1"."kind" IN ('cin_plan_started', 'cp_plan_started', 'care_started')
        AND "t1"."on_date" IS NOT NULL
        AND "t1"."child_id" IS NOT NULL
    ) AS "t10"
  ) AS "t13"
)
SELECT
  'cin_plan_first_meeting' AS "clock_id",
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
    "t6"."soon_on"
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
                CAST(NULL AS DATE) IS NULL
              ) OR (
                "t22"."stop_on" <= CAST(NULL AS DATE)
              )
            )
          )
          THEN "t22"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t22"."team_id"
      ) AS "team_id",
      CAST(NULL AS DATE) AS "ended_on",
      "t22"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t22"."trouble" IS NULL
        )
        AND (
          "t22"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t22"."stop_on" <= CAST(NULL AS DATE)
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
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t22"."stop_on" <= CAST(NULL AS DATE)
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
        "t21"."birth",
        "t21"."due_on",
        "t21"."who",
        "t21"."home",
        "t21"."on",
        "t21"."turn",
        "t21"."stop",
        "t21"."next_stop",
        "t21"."stop_before",
        "t21"."stop_on",
        "t21"."stop_key",
        "t21"."stop_team",
        "t21"."any_before",
        "t21"."next_on",
        COALESCE(
          (
            "t21"."stop_on" IS NOT NULL
          )
          AND (
            (
              "t21"."next_on" IS NULL
            ) OR (
              "t21"."stop_on" < "t21"."next_on"
            )
          ),
          FALSE
        ) AS "fits",
        CASE
          WHEN "t21"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t21"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t21"."ended_on" < "t21"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND "t21"."any_before"
          AND NOT (
            COALESCE(
              (
                "t21"."stop_on" IS NOT NULL
              )
              AND (
                (
                  "t21"."next_on" IS NULL
                ) OR (
                  "t21"."stop_on" < "t21"."next_on"
                )
              ),
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t18"."child_id",
          "t18"."team_id",
          "t18"."worker_id",
          "t18"."spell_id",
          "t18"."source_table",
          "t18"."source_key",
          "t18"."started_on",
          "t18"."ended_on",
          "t18"."outcome",
          "t18"."detail",
          "t18"."opened_on",
          "t18"."opens",
          "t18"."birth",
          "t18"."due_on",
          "t18"."who",
          "t18"."home",
          "t18"."on",
          "t18"."turn",
          "t18"."stop",
          "t18"."next_stop",
          "t18"."stop_before",
          "t18"."stop_on",
          "t18"."stop_key",
          "t18"."stop_team",
          "t18"."any_before",
          "t20"."next_on"
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
            "t15"."stop_before" IS NOT NULL AS "any_before"
          FROM "t14" AS "t15"
          WHERE
            "t15"."turn" <> 1
        ) AS "t18"
        LEFT OUTER JOIN (
          SELECT
            "t16"."day_child",
            "t16"."day",
            LEAD("t16"."day") OVER (
              PARTITION BY "t16"."day_child"
              ORDER BY "t16"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "next_on"
          FROM (
            SELECT DISTINCT
              "t15"."child_id" AS "day_child",
              "t15"."started_on" AS "day"
            FROM "t14" AS "t15"
            WHERE
              "t15"."turn" <> 1 AND "t15"."started_on" IS NOT NULL
          ) AS "t16"
        ) AS "t20"
          ON "t18"."child_id" = "t20"."day_child" AND "t18"."started_on" = "t20"."day"
      ) AS "t21"
    ) AS "t22"
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "_day",
      "t0"."working_days" AS "_count"
    FROM "journeys"."calendar" AS "t0"
  ) AS "t5"
    ON "t24"."due_on" = "t5"."_day"
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
) AS "t25"
