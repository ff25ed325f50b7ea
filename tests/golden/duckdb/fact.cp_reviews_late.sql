SELECT
  "t0"."child_id" AS "who",
  "t0"."child_id",
  "t0"."team_id",
  'ssd_cp_reviews' AS "source_table",
  "t0"."source_key",
  "t0"."due_on" + TO_DAYS(1) AS "started_on",
  "t0"."ended_on"
FROM "clocks"."instances" AS "t0"
WHERE
  "t0"."clock_id" IN ('cp_review_first', 'cp_review_next')
  AND "t0"."trouble" IS NULL
  AND "t0"."excuse" IS NULL
  AND "t0"."due_on" IS NOT NULL
  AND (
    (
      "t0"."stopped_on" IS NULL
    ) OR (
      "t0"."stopped_on" > "t0"."due_on"
    )
  )
  AND (
    (
      "t0"."ended_on" IS NULL
    ) OR (
      "t0"."ended_on" > "t0"."due_on"
    )
  )
