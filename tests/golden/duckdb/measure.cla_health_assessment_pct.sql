SELECT
  *
FROM (
  SELECT
    "t2"."measure_id",
    "t2"."month",
    "t2"."team_id",
    SUM("t2"."numerator") AS "numerator",
    SUM("t2"."denominator") AS "denominator",
    SUM("t2"."cannot_tell") AS "cannot_tell",
    SUM("t2"."amount") AS "amount",
    SUM("t2"."weight") AS "weight"
  FROM (
    SELECT
      'cla_health_assessment_pct' AS "measure_id",
      "t1"."month",
      "t1"."child_id",
      "t1"."team_id",
      "t1"."on_date",
      CAST(NULL AS DATE) AS "started_on",
      "t1"."source_key",
      CAST("t1"."hit" AS BIGINT) AS "numerator",
      CAST("t1"."counted" AS BIGINT) AS "denominator",
      CAST("t1"."unknown" AS BIGINT) AS "cannot_tell",
      CASE WHEN "t1"."hit" THEN "t1"."size" ELSE 0.0 END AS "amount",
      CASE WHEN "t1"."counted" THEN "t1"."size" ELSE 0.0 END AS "weight"
    FROM (
      SELECT
        "t0"."who",
        "t0"."child_id",
        "t0"."team_id",
        "t0"."source_table",
        "t0"."source_key",
        "t0"."on_date",
        "t0"."born",
        "t0"."sdq",
        "t0"."convicted",
        "t0"."development",
        "t0"."immunised",
        "t0"."teeth",
        "t0"."health",
        "t0"."substances",
        MAKE_DATE(EXTRACT(year FROM "t0"."on_date"), EXTRACT(month FROM "t0"."on_date"), 1) AS "month",
        COALESCE(
          TRUE
          AND (
            (
              (
                TRUE AND "t0"."health" IN ('Y')
              ) IS NOT NULL
            )
            AND (
              1.0 IS NOT NULL
            )
          ),
          FALSE
        ) AS "counted",
        COALESCE(
          TRUE
          AND (
            TRUE AND "t0"."health" IN ('Y')
          )
          AND (
            (
              (
                TRUE AND "t0"."health" IN ('Y')
              ) IS NOT NULL
            )
            AND (
              1.0 IS NOT NULL
            )
          ),
          FALSE
        ) AS "hit",
        (
          TRUE IS NULL
        )
        OR (
          TRUE
          AND NOT (
            (
              (
                TRUE AND "t0"."health" IN ('Y')
              ) IS NOT NULL
            )
            AND (
              1.0 IS NOT NULL
            )
          )
        ) AS "unknown",
        COALESCE(1.0, 0.0) AS "size",
        TRUE AS "chosen"
      FROM "facts"."health_year" AS "t0"
      WHERE
        "t0"."on_date" IS NOT NULL AND (
          (
            TRUE IS NULL
          ) OR TRUE
        )
    ) AS "t1"
    WHERE
      "t1"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t2"
  GROUP BY
    1,
    2,
    3
) AS "t3"
