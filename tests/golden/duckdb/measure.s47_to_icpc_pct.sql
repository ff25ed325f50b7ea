SELECT
  *
FROM (
  SELECT
    "t7"."measure_id",
    "t7"."month",
    "t7"."team_id",
    SUM("t7"."numerator") AS "numerator",
    SUM("t7"."denominator") AS "denominator",
    SUM("t7"."cannot_tell") AS "cannot_tell",
    SUM("t7"."amount") AS "amount",
    SUM("t7"."weight") AS "weight"
  FROM (
    SELECT
      's47_to_icpc_pct' AS "measure_id",
      "t6"."month",
      "t6"."child_id",
      "t6"."team_id",
      "t6"."on_date",
      "t6"."started_on",
      "t6"."source_key",
      "t6"."numerator",
      "t6"."denominator",
      "t6"."cannot_tell",
      "t6"."amount",
      "t6"."weight"
    FROM (
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
          CAST("t2"."hit" AS BIGINT) AS "numerator",
          CAST("t2"."counted" AS BIGINT) AS "denominator",
          CAST("t2"."unknown" AS BIGINT) AS "cannot_tell",
          CASE WHEN "t2"."hit" THEN "t2"."size" ELSE 0.0 END AS "amount",
          0.0 AS "weight"
        FROM (
          SELECT
            "t0"."who",
            "t0"."child_id",
            "t0"."team_id",
            "t0"."source_table",
            "t0"."source_key",
            "t0"."on_date",
            "t0"."working_days",
            "t0"."transfer_in",
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
          FROM "facts"."conferences" AS "t0"
          WHERE
            "t0"."on_date" IS NOT NULL AND (
              (
                TRUE IS NULL
              ) OR TRUE
            )
        ) AS "t2"
      ) AS "t4"
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
        FROM (
          SELECT
            "t1"."who",
            "t1"."child_id",
            "t1"."team_id",
            "t1"."source_table",
            "t1"."source_key",
            "t1"."on_date",
            MAKE_DATE(EXTRACT(year FROM "t1"."on_date"), EXTRACT(month FROM "t1"."on_date"), 1) AS "month",
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
          FROM "facts"."enquiries" AS "t1"
          WHERE
            "t1"."on_date" IS NOT NULL AND (
              (
                TRUE IS NULL
              ) OR TRUE
            )
        ) AS "t3"
      ) AS "t5"
    ) AS "t6"
    WHERE
      "t6"."on_date" <= MAKE_DATE(2026, 9, 30)
  ) AS "t7"
  GROUP BY
    1,
    2,
    3
) AS "t8"
