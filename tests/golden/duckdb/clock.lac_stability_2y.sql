SELECT
  'lac_stability_2y' AS "clock_id",
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
    "t13"."soon_on"
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
                CAST(NULL AS DATE) IS NULL
              ) OR (
                "t16"."stop_on" <= CAST(NULL AS DATE)
              )
            )
          )
          THEN "t16"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t16"."team_id"
      ) AS "team_id",
      CAST(NULL AS DATE) AS "ended_on",
      "t16"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t16"."trouble" IS NULL
        )
        AND (
          "t16"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t16"."stop_on" <= CAST(NULL AS DATE)
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
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t16"."stop_on" <= CAST(NULL AS DATE)
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
        CASE
          WHEN "t15"."ended_on" >= "t15"."started_on"
          THEN "t15"."ended_on"
          ELSE CAST(NULL AS DATE)
        END AS "stop_on",
        "t15"."source_key" AS "stop_key",
        "t15"."team_id" AS "stop_team",
        FALSE AS "any_before",
        "t15"."started_on" + INTERVAL '24' MONTH + INTERVAL '-1' DAY AS "due_on",
        COALESCE(
          CASE
            WHEN "t15"."ended_on" >= "t15"."started_on"
            THEN "t15"."ended_on"
            ELSE CAST(NULL AS DATE)
          END IS NOT NULL,
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
          AND FALSE
          AND NOT (
            COALESCE(
              CASE
                WHEN "t15"."ended_on" >= "t15"."started_on"
                THEN "t15"."ended_on"
                ELSE CAST(NULL AS DATE)
              END IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t14".*
          EXCLUDE ("born_id")
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
            "t11"."born_id",
            "t11"."birth"
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
              TRUE AS "opens"
            FROM "journeys"."spells" AS "t1"
            WHERE
              "t1"."kind" = 'placement'
              AND NOT (
                COALESCE("t1"."outcome" IN ('T0', 'T1', 'T2', 'T3', 'T4'), FALSE)
              )
          ) AS "t9"
          LEFT OUTER JOIN (
            SELECT
              "t7"."child_id" AS "born_id",
              MIN("t7"."on_date") AS "birth"
            FROM (
              SELECT
                *
              FROM "journeys"."events" AS "t2"
              WHERE
                "t2"."kind" = 'born'
            ) AS "t7"
            GROUP BY
              1
          ) AS "t11"
            ON "t9"."child_id" = "t11"."born_id"
        ) AS "t14"
      ) AS "t15"
      WHERE
        COALESCE(
          (
            "t15"."started_on" >= (
              "t15"."birth" + INTERVAL '0' MONTH
            )
          )
          AND (
            "t15"."started_on" < (
              "t15"."birth" + INTERVAL '168' MONTH
            )
          ),
          TRUE
        )
    ) AS "t16"
  ) AS "t18"
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
  ) AS "t13"
    ON "t18"."due_on" = "t13"."_day"
) AS "t19"
