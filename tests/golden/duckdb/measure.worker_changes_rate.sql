SELECT
  *
FROM (
  SELECT
    "t20"."measure_id",
    "t20"."month",
    "t20"."team_id",
    SUM("t20"."numerator") AS "numerator",
    SUM("t20"."denominator") AS "denominator",
    SUM("t20"."cannot_tell") AS "cannot_tell",
    SUM("t20"."amount") AS "amount",
    SUM("t20"."weight") AS "weight"
  FROM (
    SELECT
      'worker_changes_rate' AS "measure_id",
      "t19"."month",
      "t19"."child_id",
      "t19"."team_id",
      "t19"."on_date",
      "t19"."started_on",
      "t19"."source_key",
      "t19"."numerator",
      "t19"."denominator",
      "t19"."cannot_tell",
      "t19"."amount",
      "t19"."weight"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t8"."month",
          "t8"."child_id",
          "t8"."team_id",
          "t8"."on_date",
          "t8"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          CAST("t8"."hit" AS BIGINT) AS "numerator",
          CAST("t8"."counted" AS BIGINT) AS "denominator",
          CAST("t8"."unknown" AS BIGINT) AS "cannot_tell",
          CASE WHEN "t8"."hit" THEN "t8"."size" ELSE 0.0 END AS "amount",
          0.0 AS "weight"
        FROM (
          SELECT
            "t0"."who",
            "t0"."child_id",
            "t0"."team_id",
            "t0"."source_table",
            "t0"."source_key",
            "t0"."on_date",
            MAKE_DATE(EXTRACT(year FROM "t0"."on_date"), EXTRACT(month FROM "t0"."on_date"), 1) AS "month",
            COALESCE(TRUE AND (
              (
                TRUE IS NOT NULL
              ) AND (
                1.0 IS NOT NULL
              )
            ), FALSE) AS "counted",
            COALESCE(
              TRUE AND TRUE AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL
                )
              ),
              FALSE
            ) AS "hit",
            (
              TRUE IS NULL
            )
            OR (
              TRUE AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE(1.0, 0.0) AS "size",
            TRUE AS "chosen"
          FROM "facts"."worker_changes" AS "t0"
          WHERE
            "t0"."on_date" IS NOT NULL AND (
              (
                TRUE IS NULL
              ) OR TRUE
            )
        ) AS "t8"
      ) AS "t11"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t17"."month",
          "t17"."child_id",
          "t17"."team_id",
          "t17"."on_date",
          "t17"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          0 AS "numerator",
          CAST("t17"."counted" AS BIGINT) AS "denominator",
          CAST("t17"."unknown" AS BIGINT) AS "cannot_tell",
          0.0 AS "amount",
          CASE WHEN "t17"."hit" THEN "t17"."size" ELSE 0.0 END AS "weight"
        FROM (
          SELECT
            "t16"."month",
            "t16"."who",
            "t16"."child_id",
            "t16"."team_id",
            "t16"."source_table",
            "t16"."source_key",
            "t16"."started_on",
            "t16"."ended_on",
            "t16"."on_date",
            COALESCE(TRUE AND (
              (
                TRUE IS NOT NULL
              ) AND (
                1.0 IS NOT NULL
              )
            ), FALSE) AS "counted",
            COALESCE(
              TRUE AND TRUE AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL
                )
              ),
              FALSE
            ) AS "hit",
            (
              TRUE IS NULL
            )
            OR (
              TRUE AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  1.0 IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE(1.0, 0.0) AS "size",
            TRUE AS "chosen"
          FROM (
            SELECT
              "t15".*
              EXCLUDE ("held_child", "held_month", "held_team")
            FROM (
              SELECT
                "t14"."month",
                "t14"."who",
                "t14"."child_id",
                COALESCE("t14"."held_team", "t14"."team_id") AS "team_id",
                "t14"."source_table",
                "t14"."source_key",
                "t14"."started_on",
                "t14"."ended_on",
                "t14"."on_date",
                "t14"."held_month",
                "t14"."held_child",
                "t14"."held_team"
              FROM (
                SELECT
                  "t13"."month",
                  "t13"."who",
                  "t13"."child_id",
                  "t13"."team_id",
                  "t13"."source_table",
                  "t13"."source_key",
                  "t13"."started_on",
                  "t13"."ended_on",
                  "t13"."on_date",
                  "t7"."held_month",
                  "t7"."held_child",
                  "t7"."held_team"
                FROM (
                  SELECT
                    "t10".*
                    EXCLUDE ("ends_on")
                  FROM (
                    SELECT
                      "t9"."month",
                      "t9"."ends_on",
                      "t9"."who",
                      "t9"."child_id",
                      "t9"."team_id",
                      "t9"."source_table",
                      "t9"."source_key",
                      "t9"."started_on",
                      "t9"."ended_on",
                      "t9"."ends_on" AS "on_date"
                    FROM (
                      SELECT
                        "t4"."month",
                        "t4"."ends_on",
                        "t5"."who",
                        "t5"."child_id",
                        "t5"."team_id",
                        "t5"."source_table",
                        "t5"."source_key",
                        "t5"."started_on",
                        "t5"."ended_on"
                      FROM "measures"."calendar_months" AS "t4"
                      INNER JOIN "facts"."allocated" AS "t5"
                        ON "t5"."started_on" <= "t4"."ends_on"
                        AND (
                          (
                            "t5"."ended_on" IS NULL
                          ) OR (
                            "t5"."ended_on" > "t4"."ends_on"
                          )
                        )
                    ) AS "t9"
                  ) AS "t10"
                ) AS "t13"
                LEFT OUTER JOIN (
                  SELECT
                    "t1"."month" AS "held_month",
                    "t1"."child_id" AS "held_child",
                    "t1"."team_id" AS "held_team"
                  FROM "measures"."held" AS "t1"
                ) AS "t7"
                  ON "t13"."month" = "t7"."held_month" AND "t13"."child_id" = "t7"."held_child"
              ) AS "t14"
            ) AS "t15"
          ) AS "t16"
          WHERE
            (
              TRUE IS NULL
            ) OR TRUE
        ) AS "t17"
      ) AS "t18"
    ) AS "t19"
    WHERE
      "t19"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t20"
  GROUP BY
    1,
    2,
    3
) AS "t21"
