SELECT
  'care_proceedings_26w' AS "clock_id",
  "t11"."child_id",
  "t11"."team_id",
  "t11"."worker_id",
  "t11"."started_on",
  "t11"."due_on",
  "t11"."soon_on",
  "t11"."stopped_on",
  "t11"."ended_on",
  "t11"."counted_on",
  FALSE AS "is_window",
  "t11"."trouble",
  "t11"."excuse",
  "t11"."excused_on",
  "t11"."spell_id",
  "t11"."source_table",
  "t11"."source_key",
  "t11"."stop_key"
FROM (
  SELECT
    "t10"."child_id",
    "t10"."worker_id",
    "t10"."spell_id",
    "t10"."source_table",
    "t10"."source_key",
    "t10"."started_on",
    "t10"."due_on",
    "t10"."trouble",
    "t10"."team_id",
    "t10"."ended_on",
    "t10"."counted_on",
    "t10"."stopped_on",
    "t10"."stop_key",
    "t10"."excuse",
    "t10"."excused_on",
    "t8"."soon_on"
  FROM (
    SELECT
      "t7"."child_id",
      "t7"."worker_id",
      "t7"."spell_id",
      "t7"."source_table",
      "t7"."source_key",
      "t7"."started_on",
      "t7"."due_on",
      "t7"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t7"."trouble" IS NULL
          )
          AND (
            "t7"."fits"
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                "t7"."stop_on" <= CAST(NULL AS DATE)
              )
            )
          )
          THEN "t7"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t7"."team_id"
      ) AS "team_id",
      CAST(NULL AS DATE) AS "ended_on",
      "t7"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t7"."trouble" IS NULL
        )
        AND (
          "t7"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t7"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t7"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t7"."trouble" IS NULL
        )
        AND (
          "t7"."fits"
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              "t7"."stop_on" <= CAST(NULL AS DATE)
            )
          )
        )
        THEN "t7"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE WHEN (
        "t7"."trouble" IS NULL
      ) AND FALSE THEN '' ELSE CAST(NULL AS TEXT) END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."team_id",
        "t0"."worker_id",
        "t0"."spell_id",
        "t0"."source_table",
        "t0"."source_key",
        "t0"."started_on",
        "t0"."ended_on",
        "t0"."outcome",
        "t0"."detail",
        "t0"."started_on" AS "opened_on",
        TRUE AS "opens",
        CAST('0001-01-01' AS DATE) AS "birth",
        CASE
          WHEN "t0"."ended_on" >= "t0"."started_on"
          THEN "t0"."ended_on"
          ELSE CAST(NULL AS DATE)
        END AS "stop_on",
        "t0"."source_key" AS "stop_key",
        "t0"."team_id" AS "stop_team",
        FALSE AS "any_before",
        "t0"."started_on" + INTERVAL '181' DAY AS "due_on",
        COALESCE(
          CASE
            WHEN "t0"."ended_on" >= "t0"."started_on"
            THEN "t0"."ended_on"
            ELSE CAST(NULL AS DATE)
          END IS NOT NULL,
          FALSE
        ) AS "fits",
        CASE
          WHEN "t0"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN CAST('0001-01-01' AS DATE) IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t0"."ended_on" < "t0"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND FALSE
          AND NOT (
            COALESCE(
              CASE
                WHEN "t0"."ended_on" >= "t0"."started_on"
                THEN "t0"."ended_on"
                ELSE CAST(NULL AS DATE)
              END IS NOT NULL,
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'court_proceedings'
        AND (
          (
            "t0"."started_on" IS NULL
          )
          OR (
            "t0"."started_on" >= MAKE_DATE(2014, 4, 22)
          )
        )
    ) AS "t7"
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t4"."_day",
      "t5"."soon_on"
    FROM (
      SELECT
        "t1"."day" AS "_day",
        "t1"."working_days" AS "_count"
      FROM "journeys"."calendar" AS "t1"
    ) AS "t4"
    INNER JOIN (
      SELECT
        "t1"."working_days" AS "_target",
        "t1"."day" AS "soon_on"
      FROM "journeys"."calendar" AS "t1"
      WHERE
        "t1"."is_working"
    ) AS "t5"
      ON (
        "t4"."_count" + -5
      ) = "t5"."_target"
  ) AS "t8"
    ON "t10"."due_on" = "t8"."_day"
) AS "t11"
