WITH "t2" AS (
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
      AND "t0"."agency" IN ('Y')
      AND "t0"."in_post" IN ('Y')
      AND (
        (
          TRUE IS NOT NULL
        ) AND (
          "t0"."fte" IS NOT NULL
        )
      ),
      FALSE
    ) AS "counted",
    COALESCE(
      TRUE
      AND "t0"."agency" IN ('Y')
      AND "t0"."in_post" IN ('Y')
      AND TRUE
      AND (
        (
          TRUE IS NOT NULL
        ) AND (
          "t0"."fte" IS NOT NULL
        )
      ),
      FALSE
    ) AS "hit",
    (
      (
        TRUE AND "t0"."agency" IN ('Y') AND "t0"."in_post" IN ('Y')
      ) IS NULL
    )
    OR (
      TRUE
      AND "t0"."agency" IN ('Y')
      AND "t0"."in_post" IN ('Y')
      AND NOT (
        (
          TRUE IS NOT NULL
        ) AND (
          "t0"."fte" IS NOT NULL
        )
      )
    ) AS "unknown",
    COALESCE("t0"."fte", 0.0) AS "size",
    TRUE AND "t0"."agency" IN ('Y') AND "t0"."in_post" IN ('Y') AS "chosen"
  FROM "facts"."workers" AS "t0"
  WHERE
    "t0"."on_date" IS NOT NULL
    AND (
      (
        (
          TRUE AND "t0"."agency" IN ('Y') AND "t0"."in_post" IN ('Y')
        ) IS NULL
      )
      OR (
        TRUE AND "t0"."agency" IN ('Y') AND "t0"."in_post" IN ('Y')
      )
    )
)
SELECT
  *
FROM (
  SELECT
    "t9"."measure_id",
    "t9"."month",
    "t9"."team_id",
    SUM("t9"."numerator") AS "numerator",
    SUM("t9"."denominator") AS "denominator",
    SUM("t9"."cannot_tell") AS "cannot_tell",
    SUM("t9"."amount") AS "amount",
    SUM("t9"."weight") AS "weight"
  FROM (
    SELECT
      'sw_agency_pct' AS "measure_id",
      "t8"."month",
      "t8"."child_id",
      "t8"."team_id",
      "t8"."on_date",
      "t8"."started_on",
      "t8"."source_key",
      "t8"."numerator",
      "t8"."denominator",
      "t8"."cannot_tell",
      "t8"."amount",
      "t8"."weight"
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
          0 AS "numerator",
          CAST("t1"."counted" AS BIGINT) AS "denominator",
          CAST("t1"."unknown" AS BIGINT) AS "cannot_tell",
          0.0 AS "amount",
          CASE WHEN "t1"."hit" THEN "t1"."size" ELSE 0.0 END AS "weight"
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
                  "t0"."fte" IS NOT NULL
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
                  "t0"."fte" IS NOT NULL
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
                  "t0"."fte" IS NOT NULL
                )
              )
            ) AS "unknown",
            COALESCE("t0"."fte", 0.0) AS "size",
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
      ) AS "t4"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t3"."month",
            "t3"."child_id",
            "t3"."team_id",
            "t3"."on_date",
            "t3"."source_key",
            CAST(NULL AS DATE) AS "started_on",
            CAST("t3"."hit" AS BIGINT) AS "numerator",
            CAST("t3"."counted" AS BIGINT) AS "denominator",
            CAST("t3"."unknown" AS BIGINT) AS "cannot_tell",
            CASE WHEN "t3"."hit" THEN "t3"."size" ELSE 0.0 END AS "amount",
            0.0 AS "weight"
          FROM "t2" AS "t3"
        ) AS "t5"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t3"."month",
            "t3"."child_id",
            "t3"."team_id",
            "t3"."on_date",
            "t3"."source_key",
            CAST(NULL AS DATE) AS "started_on",
            0 AS "numerator",
            CAST("t3"."counted" AS BIGINT) AS "denominator",
            CAST("t3"."unknown" AS BIGINT) AS "cannot_tell",
            0.0 AS "amount",
            CASE WHEN "t3"."hit" THEN "t3"."size" ELSE 0.0 END AS "weight"
          FROM "t2" AS "t3"
        ) AS "t6"
      ) AS "t7"
    ) AS "t8"
    WHERE
      "t8"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t9"
  GROUP BY
    1,
    2,
    3
) AS "t10"
