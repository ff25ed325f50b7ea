SELECT
  "t8"."child_id" AS "who",
  "t8"."child_id",
  "t8"."held_team" AS "team_id",
  'ssd_cp_plans' AS "source_table",
  "t8"."source_key",
  "t8"."on_date",
  "t8"."started_on"
FROM (
  SELECT
    "t7"."child_id",
    "t7"."started_on",
    "t7"."on_date",
    "t7"."source_key",
    "t7"."held_child",
    "t7"."held_from",
    "t7"."held_team",
    "t7"."held_key",
    ROW_NUMBER() OVER (
      PARTITION BY "t7"."child_id", "t7"."source_key", "t7"."on_date"
      ORDER BY "t7"."held_from" DESC, "t7"."held_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "newest"
  FROM (
    SELECT
      "t6"."child_id",
      "t6"."started_on",
      "t6"."on_date",
      "t6"."source_key",
      "t3"."held_child",
      "t3"."held_from",
      "t3"."held_team",
      "t3"."held_key"
    FROM (
      SELECT
        "t4"."child_id",
        "t4"."started_on",
        "t4"."ended_on" AS "on_date",
        "t4"."source_key"
      FROM (
        SELECT
          "t2".*
          EXCLUDE ("team_id")
        FROM (
          SELECT
            "t0"."child_id",
            "t0"."team_id",
            "t0"."started_on",
            "t0"."ended_on",
            "t0"."source_key"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'cp_plan'
            AND "t0"."started_on" IS NOT NULL
            AND "t0"."ended_on" IS NOT NULL
        ) AS "t2"
      ) AS "t4"
    ) AS "t6"
    LEFT OUTER JOIN (
      SELECT
        "t0"."child_id" AS "held_child",
        "t0"."started_on" AS "held_from",
        "t0"."team_id" AS "held_team",
        "t0"."spell_id" AS "held_key"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
    ) AS "t3"
      ON "t6"."child_id" = "t3"."held_child" AND "t3"."held_from" <= "t6"."on_date"
  ) AS "t7"
) AS "t8"
WHERE
  "t8"."newest" = 0
