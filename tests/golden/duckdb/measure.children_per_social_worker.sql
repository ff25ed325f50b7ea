SELECT
  *
FROM (
  SELECT
    "t28"."measure_id",
    "t28"."month",
    "t28"."team_id",
    SUM("t28"."numerator") AS "numerator",
    SUM("t28"."denominator") AS "denominator",
    SUM("t28"."cannot_tell") AS "cannot_tell",
    SUM("t28"."amount") AS "amount",
    SUM("t28"."weight") AS "weight"
  FROM (
    SELECT
      'children_per_social_worker' AS "measure_id",
      "t27"."month",
      "t27"."child_id",
      "t27"."team_id",
      "t27"."on_date",
      "t27"."started_on",
      "t27"."source_key",
      "t27"."numerator",
      "t27"."denominator",
      "t27"."cannot_tell",
      "t27"."amount",
      "t27"."weight"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t23"."month",
          "t23"."child_id",
          "t23"."team_id",
          "t23"."on_date",
          "t23"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          CAST("t23"."hit" AS BIGINT) AS "numerator",
          CAST("t23"."counted" AS BIGINT) AS "denominator",
          CAST("t23"."unknown" AS BIGINT) AS "cannot_tell",
          CASE WHEN "t23"."hit" THEN "t23"."size" ELSE 0.0 END AS "amount",
          0.0 AS "weight"
        FROM (
          SELECT
            "t21"."month",
            "t21"."who",
            "t21"."child_id",
            "t21"."team_id",
            "t21"."source_table",
            "t21"."source_key",
            "t21"."started_on",
            "t21"."ended_on",
            "t21"."first_assessed_on",
            "t21"."on_date",
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
              "t19".*
              EXCLUDE ("held_child", "held_month", "held_team")
            FROM (
              SELECT
                "t17"."month",
                "t17"."who",
                "t17"."child_id",
                COALESCE("t17"."held_team", "t17"."team_id") AS "team_id",
                "t17"."source_table",
                "t17"."source_key",
                "t17"."started_on",
                "t17"."ended_on",
                "t17"."first_assessed_on",
                "t17"."on_date",
                "t17"."held_month",
                "t17"."held_child",
                "t17"."held_team"
              FROM (
                SELECT
                  "t15"."month",
                  "t15"."who",
                  "t15"."child_id",
                  "t15"."team_id",
                  "t15"."source_table",
                  "t15"."source_key",
                  "t15"."started_on",
                  "t15"."ended_on",
                  "t15"."first_assessed_on",
                  "t15"."on_date",
                  "t8"."held_month",
                  "t8"."held_child",
                  "t8"."held_team"
                FROM (
                  SELECT
                    "t11".*
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
                      "t9"."first_assessed_on",
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
                        "t5"."ended_on",
                        "t5"."first_assessed_on"
                      FROM "measures"."calendar_months" AS "t4"
                      INNER JOIN "facts"."need" AS "t5"
                        ON "t5"."started_on" <= "t4"."ends_on"
                        AND (
                          (
                            "t5"."ended_on" IS NULL
                          ) OR (
                            "t5"."ended_on" > "t4"."ends_on"
                          )
                        )
                    ) AS "t9"
                  ) AS "t11"
                ) AS "t15"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."month" AS "held_month",
                    "t0"."child_id" AS "held_child",
                    "t0"."team_id" AS "held_team"
                  FROM "measures"."held" AS "t0"
                ) AS "t8"
                  ON "t15"."month" = "t8"."held_month" AND "t15"."child_id" = "t8"."held_child"
              ) AS "t17"
            ) AS "t19"
          ) AS "t21"
          WHERE
            (
              TRUE IS NULL
            ) OR TRUE
        ) AS "t23"
      ) AS "t24"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t25"."month",
          "t25"."child_id",
          "t25"."team_id",
          "t25"."on_date",
          "t25"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          0 AS "numerator",
          CAST("t25"."counted" AS BIGINT) AS "denominator",
          CAST("t25"."unknown" AS BIGINT) AS "cannot_tell",
          0.0 AS "amount",
          CASE WHEN "t25"."hit" THEN "t25"."size" ELSE 0.0 END AS "weight"
        FROM (
          SELECT
            "t22"."month",
            "t22"."who",
            "t22"."child_id",
            "t22"."team_id",
            "t22"."source_table",
            "t22"."source_key",
            "t22"."started_on",
            "t22"."ended_on",
            "t22"."agency",
            "t22"."origin",
            "t22"."newly_qualified",
            "t22"."fte",
            "t22"."on_date",
            COALESCE(
              TRUE
              AND "t22"."agency" IN ('N')
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t22"."fte" IS NOT NULL
                )
              ),
              FALSE
            ) AS "counted",
            COALESCE(
              TRUE
              AND "t22"."agency" IN ('N')
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t22"."fte" IS NOT NULL
                )
              ),
              FALSE
            ) AS "hit",
            (
              (
                TRUE AND "t22"."agency" IN ('N')
              ) IS NULL
            )
            OR (
              TRUE
              AND "t22"."agency" IN ('N')
              AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t22"."fte" IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE("t22"."fte", 0.0) AS "size",
            TRUE AND "t22"."agency" IN ('N') AS "chosen"
          FROM (
            SELECT
              "t20".*
              EXCLUDE ("held_child", "held_month", "held_team")
            FROM (
              SELECT
                "t18"."month",
                "t18"."who",
                "t18"."child_id",
                COALESCE("t18"."held_team", "t18"."team_id") AS "team_id",
                "t18"."source_table",
                "t18"."source_key",
                "t18"."started_on",
                "t18"."ended_on",
                "t18"."agency",
                "t18"."origin",
                "t18"."newly_qualified",
                "t18"."fte",
                "t18"."on_date",
                "t18"."held_month",
                "t18"."held_child",
                "t18"."held_team"
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
                  "t16"."agency",
                  "t16"."origin",
                  "t16"."newly_qualified",
                  "t16"."fte",
                  "t16"."on_date",
                  "t8"."held_month",
                  "t8"."held_child",
                  "t8"."held_team"
                FROM (
                  SELECT
                    "t12".*
                    EXCLUDE ("ends_on")
                  FROM (
                    SELECT
                      "t10"."month",
                      "t10"."ends_on",
                      "t10"."who",
                      "t10"."child_id",
                      "t10"."team_id",
                      "t10"."source_table",
                      "t10"."source_key",
                      "t10"."started_on",
                      "t10"."ended_on",
                      "t10"."agency",
                      "t10"."origin",
                      "t10"."newly_qualified",
                      "t10"."fte",
                      "t10"."ends_on" AS "on_date"
                    FROM (
                      SELECT
                        "t4"."month",
                        "t4"."ends_on",
                        "t6"."who",
                        "t6"."child_id",
                        "t6"."team_id",
                        "t6"."source_table",
                        "t6"."source_key",
                        "t6"."started_on",
                        "t6"."ended_on",
                        "t6"."agency",
                        "t6"."origin",
                        "t6"."newly_qualified",
                        "t6"."fte"
                      FROM "measures"."calendar_months" AS "t4"
                      INNER JOIN "facts"."posts" AS "t6"
                        ON "t6"."started_on" <= "t4"."ends_on"
                        AND (
                          (
                            "t6"."ended_on" IS NULL
                          ) OR (
                            "t6"."ended_on" > "t4"."ends_on"
                          )
                        )
                    ) AS "t10"
                  ) AS "t12"
                ) AS "t16"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."month" AS "held_month",
                    "t0"."child_id" AS "held_child",
                    "t0"."team_id" AS "held_team"
                  FROM "measures"."held" AS "t0"
                ) AS "t8"
                  ON "t16"."month" = "t8"."held_month" AND "t16"."child_id" = "t8"."held_child"
              ) AS "t18"
            ) AS "t20"
          ) AS "t22"
          WHERE
            (
              (
                TRUE AND "t22"."agency" IN ('N')
              ) IS NULL
            )
            OR (
              TRUE AND "t22"."agency" IN ('N')
            )
        ) AS "t25"
      ) AS "t26"
    ) AS "t27"
    WHERE
      "t27"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t28"
  GROUP BY
    1,
    2,
    3
) AS "t29"
