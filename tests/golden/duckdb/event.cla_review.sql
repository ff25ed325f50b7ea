SELECT
  "t6"."child_id",
  'cla_review' AS "kind",
  "t6"."on_date",
  "t6"."spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_reviews' AS "source_table",
  "t6"."source_key"
FROM (
  SELECT
    "t4"."child_id",
    "t5"."clar_cla_review_date" AS "on_date",
    "t5"."clar_cla_id" AS "spell_id",
    "t5"."clar_cla_review_id" AS "source_key"
  FROM (
    SELECT
      *
    FROM "joined"."ssd_cla_reviews" AS "t0"
    WHERE
      COALESCE("t0"."clar_cla_review_cancelled" <> 'Y', TRUE)
      AND "t0"."clar_cla_review_date" IS NOT NULL
  ) AS "t5"
  INNER JOIN (
    SELECT
      *
    FROM "journeys"."spells" AS "t1"
    WHERE
      "t1"."kind" IN ('care', 'short_break_series')
  ) AS "t4"
    ON "t5"."clar_cla_id" = "t4"."spell_id"
) AS "t6"
WHERE
  "t6"."on_date" IS NOT NULL
