SELECT
  "t4"."child_id",
  'new_worker' AS "kind",
  "t4"."spell_id" || '/' || "t6"."why" AS "spell_id",
  GREATEST("t4"."started_on", "t6"."begun") AS "started_on",
  CASE
    WHEN LEAST(COALESCE("t4"."ended_on", CAST('9999-12-31' AS DATE)), "t6"."over") = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(COALESCE("t4"."ended_on", CAST('9999-12-31' AS DATE)), "t6"."over")
  END AS "ended_on",
  "t6"."why" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t4"."team_id",
  "t4"."worker_id",
  'ssd_involvements' AS "source_table",
  "t4"."source_key"
FROM (
  SELECT
    *
  FROM "journeys"."spells" AS "t0"
  WHERE
    "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
) AS "t4"
INNER JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t0"."worker_id" AS "who",
      "t0"."started_on" AS "begun",
      "t0"."started_on" + INTERVAL '6' MONTH AS "over",
      'arrived' AS "why"
    FROM "journeys"."spells" AS "t0"
    WHERE
      "t0"."kind" = 'worker_post' AND "t0"."started_on" IS NOT NULL
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."worker_id" AS "who",
      "t0"."started_on" AS "begun",
      "t0"."started_on" + INTERVAL '12' MONTH AS "over",
      'newly_qualified' AS "why"
    FROM "journeys"."spells" AS "t0"
    WHERE
      "t0"."kind" = 'worker_post'
      AND "t0"."started_on" IS NOT NULL
      AND "t0"."outcome" = 'newly_qualified'
  ) AS "t3"
) AS "t6"
  ON "t4"."worker_id" = "t6"."who"
  AND "t4"."started_on" < "t6"."over"
  AND "t6"."begun" < COALESCE("t4"."ended_on", CAST('9999-12-31' AS DATE))
