SELECT
  "t6"."child_id" AS "who",
  "t6"."child_id",
  "t6"."held_team" AS "team_id",
  'ssd_pre_proceedings' AS "source_table",
  "t6"."source_key",
  "t6"."on_date",
  "t6"."weeks"
FROM (
  SELECT
    "t5"."child_id",
    "t5"."source_key",
    "t5"."on_date",
    "t5"."weeks",
    "t5"."held_child",
    "t5"."held_from",
    "t5"."held_team",
    "t5"."held_key",
    ROW_NUMBER() OVER (
      PARTITION BY "t5"."child_id", "t5"."source_key", "t5"."on_date"
      ORDER BY "t5"."held_from" DESC, "t5"."held_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "newest"
  FROM (
    SELECT
      "t4"."child_id",
      "t4"."source_key",
      "t4"."on_date",
      "t4"."weeks",
      "t2"."held_child",
      "t2"."held_from",
      "t2"."held_team",
      "t2"."held_key"
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."source_key",
        "t0"."ended_on" AS "on_date",
        CAST(DATE_DIFF('DAY', "t0"."started_on", "t0"."ended_on") AS DOUBLE) / 7 AS "weeks"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'preproceedings'
        AND "t0"."started_on" IS NOT NULL
        AND "t0"."ended_on" IS NOT NULL
    ) AS "t4"
    LEFT OUTER JOIN (
      SELECT
        "t0"."child_id" AS "held_child",
        "t0"."started_on" AS "held_from",
        "t0"."team_id" AS "held_team",
        "t0"."spell_id" AS "held_key"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
    ) AS "t2"
      ON "t4"."child_id" = "t2"."held_child" AND "t2"."held_from" <= "t4"."on_date"
  ) AS "t5"
) AS "t6"
WHERE
  "t6"."newest" = 0
