SELECT
  *
FROM (
  SELECT
    "t6"."measure_id",
    "t6"."month",
    "t6"."team_id",
    SUM("t6"."numerator") AS "numerator",
    SUM("t6"."denominator") AS "denominator",
    SUM("t6"."cannot_tell") AS "cannot_tell",
    SUM("t6"."amount") AS "amount",
    SUM("t6"."weight") AS "weight"
  FROM (
    SELECT
      'sw_absence_pct' AS "measure_id",
      "t5"."month",
      "t5"."child_id",
      "t5"."team_id",
      "t5"."on_date",
      "t5"."started_on",
      "t5"."source_key",
      "t5"."numerator",
      "t5"."denominator",
      "t5"."cannot_tell",
      "t5"."amount",
      "t5"."weight"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."month",
          "t1"."child_id",
          "t1"."team_id",
          "t1"."on_date",
          "t1"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          CAST("t1"."hit" AS BIGINT) AS "numerator",
          CAST("t1"."counted" AS BIGINT) AS "denominator",
          CAST("t1"."unknown" AS BIGINT) AS "cannot_tell",
          CASE WHEN "t1"."hit" THEN "t1"."size" ELSE 0.0 END AS "amount",
          0.0 AS "weight"
        FROM (
          SELECT
            "t0"."who",
            "t0"."child_id",
            "t0"."team_id",
            "t0"."source_table",
            "t0"."source_key",
            "t0"."on_date",
            "t0"."agency",
            "t0"."role",
            "t0"."in_post",
            "t0"."joined",
            "t0"."left",
            "t0"."first_year",
            "t0"."fte",
            "t0"."contract_fte",
            "t0"."cases",
            "t0"."days_lost",
            "t0"."available_days",
            "t0"."years",
            MAKE_DATE(EXTRACT(year FROM "t0"."on_date"), EXTRACT(month FROM "t0"."on_date"), 1) AS "month",
            COALESCE(
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."days_lost" IS NOT NULL
                )
              ),
              FALSE
            ) AS "counted",
            COALESCE(
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."days_lost" IS NOT NULL
                )
              ),
              FALSE
            ) AS "hit",
            (
              (
                TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
              ) IS NULL
            )
            OR (
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."days_lost" IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE("t0"."days_lost", 0.0) AS "size",
            TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y') AS "chosen"
          FROM "facts"."workers" AS "t0"
          WHERE
            "t0"."on_date" IS NOT NULL
            AND (
              (
                (
                  TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
                ) IS NULL
              )
              OR (
                TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
              )
            )
        ) AS "t1"
      ) AS "t3"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t2"."month",
          "t2"."child_id",
          "t2"."team_id",
          "t2"."on_date",
          "t2"."source_key",
          CAST(NULL AS DATE) AS "started_on",
          0 AS "numerator",
          CAST("t2"."counted" AS BIGINT) AS "denominator",
          CAST("t2"."unknown" AS BIGINT) AS "cannot_tell",
          0.0 AS "amount",
          CASE WHEN "t2"."hit" THEN "t2"."size" ELSE 0.0 END AS "weight"
        FROM (
          SELECT
            "t0"."who",
            "t0"."child_id",
            "t0"."team_id",
            "t0"."source_table",
            "t0"."source_key",
            "t0"."on_date",
            "t0"."agency",
            "t0"."role",
            "t0"."in_post",
            "t0"."joined",
            "t0"."left",
            "t0"."first_year",
            "t0"."fte",
            "t0"."contract_fte",
            "t0"."cases",
            "t0"."days_lost",
            "t0"."available_days",
            "t0"."years",
            MAKE_DATE(EXTRACT(year FROM "t0"."on_date"), EXTRACT(month FROM "t0"."on_date"), 1) AS "month",
            COALESCE(
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."available_days" IS NOT NULL
                )
              ),
              FALSE
            ) AS "counted",
            COALESCE(
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND TRUE
              AND (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."available_days" IS NOT NULL
                )
              ),
              FALSE
            ) AS "hit",
            (
              (
                TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
              ) IS NULL
            )
            OR (
              TRUE
              AND "t0"."agency" IN ('N')
              AND "t0"."in_post" IN ('Y')
              AND NOT (
                (
                  TRUE IS NOT NULL
                ) AND (
                  "t0"."available_days" IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE("t0"."available_days", 0.0) AS "size",
            TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y') AS "chosen"
          FROM "facts"."workers" AS "t0"
          WHERE
            "t0"."on_date" IS NOT NULL
            AND (
              (
                (
                  TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
                ) IS NULL
              )
              OR (
                TRUE AND "t0"."agency" IN ('N') AND "t0"."in_post" IN ('Y')
              )
            )
        ) AS "t2"
      ) AS "t4"
    ) AS "t5"
    WHERE
      "t5"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t6"
  GROUP BY
    1,
    2,
    3
) AS "t7"
