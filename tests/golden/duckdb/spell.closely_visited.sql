SELECT
  "t20"."child_id",
  'closely_visited' AS "kind",
  "t20"."key" || '/1' AS "spell_id",
  "t20"."started" AS "started_on",
  CASE
    WHEN LEAST("t20"."until", COALESCE("t20"."first_review", CAST('9999-12-31' AS DATE))) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST("t20"."until", COALESCE("t20"."first_review", CAST('9999-12-31' AS DATE)))
  END AS "ended_on",
  'before_review' AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t20"."source_key"
FROM (
  SELECT
    "t19"."child_id",
    "t19"."source_table",
    "t19"."source_key",
    "t19"."started",
    "t19"."until",
    "t19"."key",
    "t7"."care_child",
    "t7"."care_key",
    "t7"."care_start",
    "t7"."care_end",
    "t16"."care_id",
    "t16"."first_review"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t13"."child_id",
        "t13"."source_table",
        "t13"."source_key",
        GREATEST("t13"."started_on", "t13"."b_start") AS "started",
        LEAST(
          COALESCE("t13"."ended_on", CAST('9999-12-31' AS DATE)),
          COALESCE("t13"."b_end", CAST('9999-12-31' AS DATE))
        ) AS "until",
        "t13"."spell_id" || '+' || "t13"."b_id" AS "key"
      FROM (
        SELECT
          "t9"."child_id",
          "t9"."kind",
          "t9"."spell_id",
          "t9"."started_on",
          "t9"."ended_on",
          "t9"."outcome",
          "t9"."detail",
          "t9"."team_id",
          "t9"."worker_id",
          "t9"."source_table",
          "t9"."source_key",
          "t10"."b_child",
          "t10"."b_start",
          "t10"."b_end",
          "t10"."b_id",
          "t10"."b_outcome"
        FROM (
          SELECT
            *
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'placement' AND "t0"."outcome" = 'P1'
        ) AS "t9"
        INNER JOIN (
          SELECT
            "t0"."child_id" AS "b_child",
            "t0"."started_on" AS "b_start",
            "t0"."ended_on" AS "b_end",
            "t0"."spell_id" AS "b_id",
            "t0"."outcome" AS "b_outcome"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'legal_status' AND "t0"."outcome" = 'C1'
        ) AS "t10"
          ON "t9"."child_id" = "t10"."b_child"
          AND "t9"."started_on" < COALESCE("t10"."b_end", CAST('9999-12-31' AS DATE))
          AND "t10"."b_start" < COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE))
      ) AS "t13"
      WHERE
        GREATEST("t13"."started_on", "t13"."b_start") < LEAST(
          COALESCE("t13"."ended_on", CAST('9999-12-31' AS DATE)),
          COALESCE("t13"."b_end", CAST('9999-12-31' AS DATE))
        )
    ) AS "t17"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."source_table",
        "t0"."source_key",
        "t0"."started_on" AS "started",
        COALESCE("t0"."ended_on", CAST('9999-12-31' AS DATE)) AS "until",
        "t0"."spell_id" AS "key"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'temporary_approval'
    ) AS "t2"
  ) AS "t19"
  LEFT OUTER JOIN (
    SELECT
      "t0"."child_id" AS "care_child",
      "t0"."spell_id" AS "care_key",
      "t0"."started_on" AS "care_start",
      "t0"."ended_on" AS "care_end"
    FROM "journeys"."spells" AS "t0"
    WHERE
      "t0"."kind" = 'care'
  ) AS "t7"
    ON "t19"."child_id" = "t7"."care_child"
    AND "t7"."care_start" <= "t19"."started"
    AND "t19"."started" < COALESCE("t7"."care_end", CAST('9999-12-31' AS DATE))
  LEFT OUTER JOIN (
    SELECT
      "t14"."spell_id" AS "care_id",
      MIN("t14"."on_date") AS "first_review"
    FROM (
      SELECT
        "t8"."child_id",
        "t12"."clar_cla_review_date" AS "on_date",
        "t12"."clar_cla_id" AS "spell_id",
        "t12"."clar_cla_review_id" AS "source_key"
      FROM (
        SELECT
          *
        FROM "joined"."ssd_cla_reviews" AS "t1"
        WHERE
          COALESCE("t1"."clar_cla_review_cancelled" <> 'Y', TRUE)
          AND "t1"."clar_cla_review_date" IS NOT NULL
      ) AS "t12"
      INNER JOIN (
        SELECT
          *
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" = 'care'
      ) AS "t8"
        ON "t12"."clar_cla_id" = "t8"."spell_id"
    ) AS "t14"
    GROUP BY
      1
  ) AS "t16"
    ON "t7"."care_key" = "t16"."care_id"
) AS "t20"
WHERE
  COALESCE("t20"."first_review", CAST('9999-12-31' AS DATE)) > "t20"."started"
