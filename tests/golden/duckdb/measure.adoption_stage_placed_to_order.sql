SELECT
  *
FROM (
  SELECT
    "t1"."measure_id",
    "t1"."month",
    "t1"."team_id",
    SUM("t1"."numerator") AS "numerator",
    SUM("t1"."denominator") AS "denominator",
    SUM("t1"."cannot_tell") AS "cannot_tell",
    SUM("t1"."amount") AS "amount",
    SUM("t1"."weight") AS "weight"
  FROM (
    SELECT
      'adoption_stage_placed_to_order' AS "measure_id",
      MAKE_DATE(EXTRACT(year FROM "t0"."on_date"), EXTRACT(month FROM "t0"."on_date"), 1) AS "month",
      "t0"."child_id",
      "t0"."team_id",
      "t0"."on_date",
      CAST(NULL AS DATE) AS "started_on",
      "t0"."source_key",
      CAST(COALESCE(TRUE AND (
        "t0"."months_placed_to_order" IS NOT NULL
      ), FALSE) AS BIGINT) AS "numerator",
      CAST(COALESCE(TRUE AND (
        "t0"."months_placed_to_order" IS NOT NULL
      ), FALSE) AS BIGINT) AS "denominator",
      CAST((
        TRUE IS NULL
      )
      OR (
        TRUE AND (
          "t0"."months_placed_to_order" IS NULL
        )
      ) AS BIGINT) AS "cannot_tell",
      CASE
        WHEN COALESCE(TRUE AND (
          "t0"."months_placed_to_order" IS NOT NULL
        ), FALSE)
        THEN "t0"."months_placed_to_order"
        ELSE CAST(NULL AS DOUBLE)
      END AS "amount",
      CASE
        WHEN COALESCE(TRUE AND (
          "t0"."months_placed_to_order" IS NOT NULL
        ), FALSE)
        THEN 1.0
        ELSE 0.0
      END AS "weight"
    FROM "facts"."adoptions" AS "t0"
    WHERE
      "t0"."on_date" IS NOT NULL
      AND (
        (
          TRUE IS NULL
        ) OR TRUE
      )
      AND "t0"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t1"
  GROUP BY
    1,
    2,
    3
) AS "t2"
