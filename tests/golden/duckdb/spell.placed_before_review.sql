SELECT
  "t12"."child_id",
  'placed_before_review' AS "kind",
  "t12"."spell_id",
  "t12"."started_on",
  CASE
    WHEN LEAST("t12"."first", COALESCE("t12"."ended_on", CAST('9999-12-31' AS DATE))) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST("t12"."first", COALESCE("t12"."ended_on", CAST('9999-12-31' AS DATE)))
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_permanence' AS "source_table",
  "t12"."source_key"
FROM (
  SELECT
    "t11"."child_id",
    "t11"."spell_id",
    "t11"."started_on",
    "t11"."ended_on",
    "t11"."source_key",
    MIN(COALESCE("t11"."review_on", CAST('9999-12-31' AS DATE))) AS "first"
  FROM (
    SELECT
      "t4"."child_id",
      "t4"."kind",
      "t4"."spell_id",
      "t4"."started_on",
      "t4"."ended_on",
      "t4"."outcome",
      "t4"."detail",
      "t4"."team_id",
      "t4"."worker_id",
      "t4"."source_table",
      "t4"."source_key",
      "t10"."review_child",
      "t10"."review_on"
    FROM (
      SELECT
        *
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'placed_for_adoption'
    ) AS "t4"
    LEFT OUTER JOIN (
      SELECT
        "t8"."child_id" AS "review_child",
        "t8"."on_date" AS "review_on"
      FROM (
        SELECT
          "t5"."child_id",
          "t7"."clar_cla_review_date" AS "on_date",
          "t7"."clar_cla_id" AS "spell_id",
          "t7"."clar_cla_review_id" AS "source_key"
        FROM (
          SELECT
            *
          FROM "joined"."ssd_cla_reviews" AS "t1"
          WHERE
            COALESCE("t1"."clar_cla_review_cancelled" <> 'Y', TRUE)
            AND "t1"."clar_cla_review_date" IS NOT NULL
        ) AS "t7"
        INNER JOIN (
          SELECT
            *
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'care'
        ) AS "t5"
          ON "t7"."clar_cla_id" = "t5"."spell_id"
      ) AS "t8"
    ) AS "t10"
      ON "t4"."child_id" = "t10"."review_child" AND "t4"."started_on" < "t10"."review_on"
  ) AS "t11"
  GROUP BY
    1,
    2,
    3,
    4,
    5
) AS "t12"
