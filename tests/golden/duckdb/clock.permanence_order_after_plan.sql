SELECT
  'permanence_order_after_plan' AS "clock_id",
  "t36"."child_id",
  "t36"."team_id",
  "t36"."worker_id",
  "t36"."started_on",
  "t36"."due_on",
  "t36"."soon_on",
  "t36"."stopped_on",
  "t36"."ended_on",
  "t36"."counted_on",
  FALSE AS "is_window",
  "t36"."trouble",
  "t36"."excuse",
  "t36"."excused_on",
  "t36"."spell_id",
  "t36"."source_table",
  "t36"."source_key",
  "t36"."stop_key"
FROM (
  SELECT
    "t35"."child_id",
    "t35"."worker_id",
    "t35"."spell_id",
    "t35"."source_table",
    "t35"."source_key",
    "t35"."started_on",
    "t35"."due_on",
    "t35"."trouble",
    "t35"."team_id",
    "t35"."ended_on",
    "t35"."counted_on",
    "t35"."stopped_on",
    "t35"."stop_key",
    "t35"."excuse",
    "t35"."excused_on",
    "t17"."soon_on"
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
      COALESCE(
        CASE
          WHEN (
            "t33"."trouble" IS NULL
          )
          AND (
            "t33"."fits"
            AND (
              (
                "t33"."ended_on" IS NULL
              ) OR (
                "t33"."stop_on" <= "t33"."ended_on"
              )
            )
          )
          THEN "t33"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t33"."team_id"
      ) AS "team_id",
      "t33"."ended_on",
      "t33"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t33"."trouble" IS NULL
        )
        AND (
          "t33"."fits"
          AND (
            (
              "t33"."ended_on" IS NULL
            ) OR (
              "t33"."stop_on" <= "t33"."ended_on"
            )
          )
        )
        THEN "t33"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t33"."trouble" IS NULL
        )
        AND (
          "t33"."fits"
          AND (
            (
              "t33"."ended_on" IS NULL
            ) OR (
              "t33"."stop_on" <= "t33"."ended_on"
            )
          )
        )
        THEN "t33"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t33"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t32"."child_id",
        "t32"."team_id",
        "t32"."worker_id",
        "t32"."spell_id",
        "t32"."source_table",
        "t32"."source_key",
        "t32"."started_on",
        "t32"."ended_on",
        "t32"."outcome",
        "t32"."detail",
        "t32"."opened_on",
        "t32"."opens",
        "t32"."birth",
        "t32"."next_stop",
        "t32"."stop_before",
        "t32"."stop_on",
        "t32"."stop_key",
        "t32"."stop_team",
        "t32"."any_before",
        "t32"."started_on" + INTERVAL '12' MONTH + INTERVAL '-1' DAY AS "due_on",
        COALESCE("t32"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t32"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t32"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t32"."ended_on" < "t32"."started_on"
          THEN 'it ends before it starts'
          WHEN TRUE
          AND "t32"."any_before"
          AND NOT (
            COALESCE("t32"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t31".*
          EXCLUDE ("parts")
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
            "t30"."next_stop",
            "t30"."stop_before",
            STR_SPLIT("t30"."next_stop", '') AS "parts",
            CAST(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 1) AS DATE) AS "stop_on",
            LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 2) AS "stop_key",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t30"."next_stop", ''), 3), '') AS "stop_team",
            "t30"."stop_before" IS NOT NULL AS "any_before"
          FROM (
            SELECT
              "t25"."child_id",
              "t25"."team_id",
              "t25"."worker_id",
              "t25"."spell_id",
              "t25"."source_table",
              "t25"."source_key",
              "t25"."started_on",
              "t25"."ended_on",
              "t25"."outcome",
              "t25"."detail",
              "t25"."opened_on",
              "t25"."opens",
              "t25"."birth",
              "t29"."next_stop",
              "t29"."stop_before"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19".*
                  EXCLUDE ("born_id")
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
                    "t15"."born_id",
                    "t15"."birth"
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
                      "t1"."kind" = 'care'
                  ) AS "t11"
                  LEFT OUTER JOIN (
                    SELECT
                      "t9"."child_id" AS "born_id",
                      MIN("t9"."on_date") AS "birth"
                    FROM (
                      SELECT
                        *
                      FROM "journeys"."events" AS "t2"
                      WHERE
                        "t2"."kind" = 'born'
                    ) AS "t9"
                    GROUP BY
                      1
                  ) AS "t15"
                    ON "t11"."child_id" = "t15"."born_id"
                ) AS "t19"
              ) AS "t20"
              WHERE
                COALESCE(
                  (
                    "t20"."started_on" >= (
                      "t20"."birth" + INTERVAL '0' MONTH
                    )
                  )
                  AND (
                    "t20"."started_on" < (
                      "t20"."birth" + INTERVAL '120' MONTH
                    )
                  ),
                  TRUE
                )
            ) AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t27"."start_who",
                "t27"."start_home",
                "t27"."start_on",
                MIN("t27"."stop") FILTER(WHERE
                  "t27"."on" >= "t27"."start_on") AS "next_stop",
                MIN("t27"."stop") FILTER(WHERE
                  NOT (
                    "t27"."on" >= "t27"."start_on"
                  )) AS "stop_before"
              FROM (
                SELECT
                  "t26"."start_who",
                  "t26"."start_home",
                  "t26"."start_on",
                  "t22"."who",
                  "t22"."home",
                  "t22"."on",
                  "t22"."key",
                  "t22"."team",
                  "t22"."stop"
                FROM (
                  SELECT
                    "t20"."child_id" AS "start_who",
                    "t20"."spell_id" AS "start_home",
                    "t20"."started_on" AS "start_on"
                  FROM (
                    SELECT
                      "t19".*
                      EXCLUDE ("born_id")
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
                        "t15"."born_id",
                        "t15"."birth"
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
                          "t1"."kind" = 'care'
                      ) AS "t11"
                      LEFT OUTER JOIN (
                        SELECT
                          "t9"."child_id" AS "born_id",
                          MIN("t9"."on_date") AS "birth"
                        FROM (
                          SELECT
                            *
                          FROM "journeys"."events" AS "t2"
                          WHERE
                            "t2"."kind" = 'born'
                        ) AS "t9"
                        GROUP BY
                          1
                      ) AS "t15"
                        ON "t11"."child_id" = "t15"."born_id"
                    ) AS "t19"
                  ) AS "t20"
                  WHERE
                    COALESCE(
                      (
                        "t20"."started_on" >= (
                          "t20"."birth" + INTERVAL '0' MONTH
                        )
                      )
                      AND (
                        "t20"."started_on" < (
                          "t20"."birth" + INTERVAL '120' MONTH
                        )
                      ),
                      TRUE
                    )
                    AND "t20"."started_on" IS NOT NULL
                ) AS "t26"
                INNER JOIN (
                  SELECT
                    "t18"."child_id" AS "who",
                    "t18"."spell_id" AS "home",
                    "t18"."on_date" AS "on",
                    "t18"."source_key" AS "key",
                    "t18"."team_id" AS "team",
                    CAST("t18"."on_date" AS TEXT) || '' || "t18"."source_key" || '' || COALESCE("t18"."team_id", '') AS "stop"
                  FROM (
                    SELECT
                      "t13"."child_id",
                      "t13"."kind",
                      "t13"."on_date",
                      "t12"."held_id" AS "spell_id",
                      "t13"."outcome",
                      "t13"."detail",
                      "t13"."team_id",
                      "t13"."worker_id",
                      "t13"."source_table",
                      "t13"."source_key"
                    FROM (
                      SELECT
                        *
                      FROM "journeys"."events" AS "t2"
                      WHERE
                        "t2"."kind" IN ('permanence_order', 'permanence_achieved')
                    ) AS "t13"
                    INNER JOIN (
                      SELECT
                        "t1"."child_id" AS "held_child",
                        "t1"."spell_id" AS "held_id",
                        "t1"."started_on" AS "held_from",
                        "t1"."ended_on" AS "held_to"
                      FROM "journeys"."spells" AS "t1"
                      WHERE
                        "t1"."kind" = 'care' AND "t1"."started_on" IS NOT NULL
                    ) AS "t12"
                      ON "t13"."child_id" = "t12"."held_child"
                      AND "t12"."held_from" <= "t13"."on_date"
                      AND (
                        (
                          "t12"."held_to" IS NULL
                        ) OR (
                          "t13"."on_date" <= "t12"."held_to"
                        )
                      )
                  ) AS "t18"
                  WHERE
                    "t18"."on_date" IS NOT NULL AND "t18"."spell_id" IS NOT NULL
                ) AS "t22"
                  ON "t26"."start_home" = "t22"."home"
                  AND "t26"."start_who" IS NOT DISTINCT FROM "t22"."who"
              ) AS "t27"
              GROUP BY
                1,
                2,
                3
            ) AS "t29"
              ON "t25"."spell_id" = "t29"."start_home"
              AND "t25"."started_on" = "t29"."start_on"
              AND "t25"."child_id" IS NOT DISTINCT FROM "t29"."start_who"
          ) AS "t30"
        ) AS "t31"
      ) AS "t32"
    ) AS "t33"
  ) AS "t35"
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
  ) AS "t17"
    ON "t35"."due_on" = "t17"."_day"
) AS "t36"
