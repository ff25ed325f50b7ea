SELECT
  'sdq_12m' AS "clock_id",
  "t41"."child_id",
  "t41"."team_id",
  "t41"."worker_id",
  "t41"."started_on",
  "t41"."due_on",
  "t41"."soon_on",
  "t41"."stopped_on",
  "t41"."ended_on",
  "t41"."counted_on",
  FALSE AS "is_window",
  "t41"."trouble",
  "t41"."excuse",
  "t41"."excused_on",
  "t41"."spell_id",
  "t41"."source_table",
  "t41"."source_key",
  "t41"."stop_key"
FROM (
  SELECT
    "t40"."child_id",
    "t40"."worker_id",
    "t40"."spell_id",
    "t40"."source_table",
    "t40"."source_key",
    "t40"."started_on",
    "t40"."due_on",
    "t40"."trouble",
    "t40"."team_id",
    "t40"."ended_on",
    "t40"."counted_on",
    "t40"."stopped_on",
    "t40"."stop_key",
    "t40"."excuse",
    "t40"."excused_on",
    "t20"."soon_on"
  FROM (
    SELECT
      "t38"."child_id",
      "t38"."worker_id",
      "t38"."spell_id",
      "t38"."source_table",
      "t38"."source_key",
      "t38"."started_on",
      "t38"."due_on",
      "t38"."trouble",
      COALESCE(
        CASE
          WHEN (
            "t38"."trouble" IS NULL
          )
          AND (
            "t38"."fits"
            AND (
              (
                "t38"."ended_on" IS NULL
              ) OR (
                "t38"."stop_on" <= "t38"."ended_on"
              )
            )
          )
          THEN "t38"."stop_team"
          ELSE CAST(NULL AS TEXT)
        END,
        "t38"."team_id"
      ) AS "team_id",
      "t38"."ended_on",
      "t38"."started_on" AS "counted_on",
      CASE
        WHEN (
          "t38"."trouble" IS NULL
        )
        AND (
          "t38"."fits"
          AND (
            (
              "t38"."ended_on" IS NULL
            ) OR (
              "t38"."stop_on" <= "t38"."ended_on"
            )
          )
        )
        THEN "t38"."stop_on"
        ELSE CAST(NULL AS DATE)
      END AS "stopped_on",
      CASE
        WHEN (
          "t38"."trouble" IS NULL
        )
        AND (
          "t38"."fits"
          AND (
            (
              "t38"."ended_on" IS NULL
            ) OR (
              "t38"."stop_on" <= "t38"."ended_on"
            )
          )
        )
        THEN "t38"."stop_key"
        ELSE CAST(NULL AS TEXT)
      END AS "stop_key",
      CASE
        WHEN (
          "t38"."trouble" IS NULL
        ) AND FALSE
        THEN ''
        ELSE CAST(NULL AS TEXT)
      END AS "excuse",
      CAST(NULL AS DATE) AS "excused_on"
    FROM (
      SELECT
        "t37"."child_id",
        "t37"."team_id",
        "t37"."worker_id",
        "t37"."spell_id",
        "t37"."source_table",
        "t37"."source_key",
        "t37"."started_on",
        "t37"."ended_on",
        "t37"."outcome",
        "t37"."detail",
        "t37"."opened_on",
        "t37"."opens",
        "t37"."birth",
        "t37"."who",
        "t37"."home",
        "t37"."on",
        "t37"."turn",
        "t37"."stop",
        "t37"."next_stop",
        "t37"."stop_before",
        "t37"."stop_on",
        "t37"."stop_key",
        "t37"."stop_team",
        "t37"."any_before",
        "t37"."started_on" + INTERVAL '12' MONTH AS "due_on",
        COALESCE("t37"."stop_on" IS NOT NULL, FALSE) AS "fits",
        CASE
          WHEN "t37"."started_on" IS NULL
          THEN 'no start date is recorded'
          WHEN "t37"."birth" IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN "t37"."ended_on" < "t37"."started_on"
          THEN 'it ends before it starts'
          WHEN FALSE
          AND "t37"."any_before"
          AND NOT (
            COALESCE("t37"."stop_on" IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS TEXT)
        END AS "trouble"
      FROM (
        SELECT
          "t36".*
          EXCLUDE ("parts")
        FROM (
          SELECT
            "t35"."child_id",
            "t35"."team_id",
            "t35"."worker_id",
            "t35"."spell_id",
            "t35"."source_table",
            "t35"."source_key",
            "t35"."started_on",
            "t35"."ended_on",
            "t35"."outcome",
            "t35"."detail",
            "t35"."opened_on",
            "t35"."opens",
            "t35"."birth",
            "t35"."who",
            "t35"."home",
            "t35"."on",
            "t35"."turn",
            "t35"."stop",
            "t35"."next_stop",
            "t35"."stop_before",
            STR_SPLIT("t35"."next_stop", '') AS "parts",
            CAST(LIST_EXTRACT(STR_SPLIT("t35"."next_stop", ''), 1) AS DATE) AS "stop_on",
            LIST_EXTRACT(STR_SPLIT("t35"."next_stop", ''), 2) AS "stop_key",
            NULLIF(LIST_EXTRACT(STR_SPLIT("t35"."next_stop", ''), 3), '') AS "stop_team",
            "t35"."stop_before" IS NOT NULL AS "any_before"
          FROM (
            SELECT
              "t34"."child_id",
              "t34"."team_id",
              "t34"."worker_id",
              "t34"."spell_id",
              "t34"."source_table",
              "t34"."source_key",
              "t34"."started_on",
              "t34"."ended_on",
              "t34"."outcome",
              "t34"."detail",
              "t34"."opened_on",
              "t34"."opens",
              "t34"."birth",
              "t34"."who",
              "t34"."home",
              "t34"."on",
              "t34"."turn",
              "t34"."stop",
              MIN("t34"."stop") OVER (
                PARTITION BY "t34"."who", "t34"."home"
                ORDER BY "t34"."on" ASC, "t34"."turn" ASC
                ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
              ) AS "next_stop",
              MIN("t34"."stop") OVER (
                PARTITION BY "t34"."who", "t34"."home"
                ORDER BY "t34"."on" ASC, "t34"."turn" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS "stop_before"
            FROM (
              SELECT
                *
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
                  "t32"."child_id" AS "who",
                  "t32"."spell_id" AS "home",
                  "t32"."started_on" AS "on",
                  CASE WHEN "t32"."opens" THEN 0 ELSE 2 END AS "turn",
                  CAST(NULL AS TEXT) AS "stop"
                FROM (
                  SELECT
                    "t31".*
                    EXCLUDE ("born_id")
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
                      "t18"."born_id",
                      "t18"."birth"
                    FROM (
                      SELECT
                        "t28".*
                        EXCLUDE ("nth")
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t26"."child_id",
                            "t26"."team_id",
                            "t26"."worker_id",
                            "t26"."spell_id",
                            "t26"."source_table",
                            "t26"."source_key",
                            "t26"."on_date" AS "started_on",
                            "t16"."ended_on",
                            "t16"."spell_outcome" AS "outcome",
                            "t16"."spell_detail" AS "detail",
                            "t16"."opened_on",
                            FALSE AS "opens",
                            1 AS "nth"
                          FROM (
                            SELECT
                              "t23"."child_id",
                              "t23"."spell_id",
                              "t23"."on_date",
                              MIN("t23"."source_key") AS "source_key",
                              NULLIF(FIRST(COALESCE("t23"."team_id", '') ORDER BY "t23"."source_key"), '') AS "team_id",
                              NULLIF(FIRST(COALESCE("t23"."worker_id", '') ORDER BY "t23"."source_key"), '') AS "worker_id",
                              NULLIF(FIRST(COALESCE("t23"."source_table", '') ORDER BY "t23"."source_key"), '') AS "source_table"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t14"."child_id",
                                  "t14"."kind",
                                  "t14"."on_date",
                                  "t15"."held_id" AS "spell_id",
                                  "t14"."outcome",
                                  "t14"."detail",
                                  "t14"."team_id",
                                  "t14"."worker_id",
                                  "t14"."source_table",
                                  "t14"."source_key"
                                FROM (
                                  SELECT
                                    *
                                  FROM "journeys"."events" AS "t1"
                                  WHERE
                                    "t1"."kind" IN ('sdq', 'birthday_4')
                                ) AS "t14"
                                INNER JOIN (
                                  SELECT
                                    "t2"."child_id" AS "held_child",
                                    "t2"."spell_id" AS "held_id",
                                    "t2"."started_on" AS "held_from",
                                    "t2"."ended_on" AS "held_to"
                                  FROM "journeys"."spells" AS "t2"
                                  WHERE
                                    "t2"."kind" = 'care' AND "t2"."started_on" IS NOT NULL
                                ) AS "t15"
                                  ON "t14"."child_id" = "t15"."held_child"
                                  AND "t15"."held_from" <= "t14"."on_date"
                                  AND (
                                    (
                                      "t15"."held_to" IS NULL
                                    ) OR (
                                      "t14"."on_date" <= "t15"."held_to"
                                    )
                                  )
                              ) AS "t22"
                              WHERE
                                "t22"."on_date" IS NOT NULL
                            ) AS "t23"
                            GROUP BY
                              1,
                              2,
                              3
                          ) AS "t26"
                          INNER JOIN (
                            SELECT
                              "t2"."child_id" AS "spell_child",
                              "t2"."spell_id" AS "spell_key",
                              "t2"."started_on" AS "opened_on",
                              "t2"."ended_on",
                              "t2"."outcome" AS "spell_outcome",
                              "t2"."detail" AS "spell_detail"
                            FROM "journeys"."spells" AS "t2"
                            WHERE
                              "t2"."kind" = 'care'
                          ) AS "t16"
                            ON "t26"."spell_id" = "t16"."spell_key"
                            AND "t26"."child_id" IS NOT DISTINCT FROM "t16"."spell_child"
                        ) AS "t27"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t2"."child_id",
                            "t2"."team_id",
                            "t2"."worker_id",
                            "t2"."spell_id",
                            "t2"."source_table",
                            "t2"."source_key",
                            "t2"."started_on",
                            "t2"."ended_on",
                            "t2"."outcome",
                            "t2"."detail",
                            "t2"."started_on" AS "opened_on",
                            TRUE AS "opens",
                            CAST(NULL AS BIGINT) AS "nth"
                          FROM "journeys"."spells" AS "t2"
                          WHERE
                            "t2"."kind" = 'care'
                        ) AS "t11"
                      ) AS "t28"
                    ) AS "t30"
                    LEFT OUTER JOIN (
                      SELECT
                        "t8"."child_id" AS "born_id",
                        MIN("t8"."on_date") AS "birth"
                      FROM (
                        SELECT
                          *
                        FROM "journeys"."events" AS "t1"
                        WHERE
                          "t1"."kind" = 'born'
                      ) AS "t8"
                      GROUP BY
                        1
                    ) AS "t18"
                      ON "t30"."child_id" = "t18"."born_id"
                  ) AS "t31"
                ) AS "t32"
                WHERE
                  COALESCE(
                    (
                      "t32"."started_on" >= (
                        "t32"."birth" + INTERVAL '48' MONTH
                      )
                    )
                    AND (
                      "t32"."started_on" < (
                        "t32"."birth" + INTERVAL '204' MONTH
                      )
                    ),
                    TRUE
                  )
              ) AS "t33"
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
                  "t21"."child_id" AS "who",
                  "t21"."spell_id" AS "home",
                  "t21"."on_date" AS "on",
                  1 AS "turn",
                  CAST("t21"."on_date" AS TEXT) || '' || "t21"."source_key" || '' || COALESCE("t21"."team_id", '') AS "stop"
                FROM (
                  SELECT
                    "t13"."child_id",
                    "t13"."kind",
                    "t13"."on_date",
                    "t15"."held_id" AS "spell_id",
                    "t13"."outcome",
                    "t13"."detail",
                    "t13"."team_id",
                    "t13"."worker_id",
                    "t13"."source_table",
                    "t13"."source_key"
                  FROM (
                    SELECT
                      *
                    FROM "journeys"."events" AS "t1"
                    WHERE
                      "t1"."kind" IN ('sdq')
                  ) AS "t13"
                  INNER JOIN (
                    SELECT
                      "t2"."child_id" AS "held_child",
                      "t2"."spell_id" AS "held_id",
                      "t2"."started_on" AS "held_from",
                      "t2"."ended_on" AS "held_to"
                    FROM "journeys"."spells" AS "t2"
                    WHERE
                      "t2"."kind" = 'care' AND "t2"."started_on" IS NOT NULL
                  ) AS "t15"
                    ON "t13"."child_id" = "t15"."held_child"
                    AND "t15"."held_from" <= "t13"."on_date"
                    AND (
                      (
                        "t15"."held_to" IS NULL
                      ) OR (
                        "t13"."on_date" <= "t15"."held_to"
                      )
                    )
                ) AS "t21"
                WHERE
                  "t21"."on_date" IS NOT NULL AND "t21"."spell_id" IS NOT NULL
              ) AS "t24"
            ) AS "t34"
          ) AS "t35"
          WHERE
            "t35"."turn" <> 1
        ) AS "t36"
      ) AS "t37"
    ) AS "t38"
  ) AS "t40"
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
  ) AS "t20"
    ON "t40"."due_on" = "t20"."_day"
) AS "t41"
