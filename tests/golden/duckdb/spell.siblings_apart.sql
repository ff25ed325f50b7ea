SELECT
  "t9"."child_id",
  'siblings_apart' AS "kind",
  "t9"."spell_id" || '+' || "t5"."their_key" AS "spell_id",
  GREATEST("t9"."started_on", "t5"."their_start") AS "started_on",
  CASE
    WHEN LEAST(
      COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE)),
      COALESCE("t5"."their_end", CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST(
      COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE)),
      COALESCE("t5"."their_end", CAST('9999-12-31' AS DATE))
    )
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_placement' AS "source_table",
  "t9"."source_key"
FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t6"."child_id",
      "t6"."kind",
      "t6"."spell_id",
      "t6"."started_on",
      "t6"."ended_on",
      "t6"."outcome",
      "t6"."detail",
      "t6"."team_id",
      "t6"."worker_id",
      "t6"."source_table",
      "t6"."source_key",
      "t2"."sibling_id"
    FROM (
      SELECT
        *
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'carer' AND "t0"."started_on" IS NOT NULL
    ) AS "t6"
    INNER JOIN "links"."siblings" AS "t2"
      ON "t6"."child_id" = "t2"."child_id"
  ) AS "t7"
) AS "t9"
INNER JOIN (
  SELECT
    "t0"."child_id" AS "their_id",
    "t0"."started_on" AS "their_start",
    "t0"."ended_on" AS "their_end",
    "t0"."detail" AS "their_carer",
    "t0"."spell_id" AS "their_key"
  FROM "journeys"."spells" AS "t0"
  WHERE
    "t0"."kind" = 'carer' AND "t0"."started_on" IS NOT NULL
) AS "t5"
  ON "t9"."sibling_id" = "t5"."their_id"
  AND "t9"."detail" <> "t5"."their_carer"
  AND "t9"."started_on" < COALESCE("t5"."their_end", CAST('9999-12-31' AS DATE))
  AND "t5"."their_start" < COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE))
