SELECT
  "t7"."child_id" AS "who",
  "t7"."child_id",
  "t7"."held_team" AS "team_id",
  'local_preproceedings' AS "source_table",
  "t7"."source_key",
  "t7"."on_date"
FROM (
  SELECT
    "t6"."child_id",
    "t6"."on_date",
    "t6"."source_key",
    "t6"."held_child",
    "t6"."held_from",
    "t6"."held_team",
    "t6"."held_key",
    ROW_NUMBER() OVER (
      PARTITION BY "t6"."child_id", "t6"."source_key", "t6"."on_date"
      ORDER BY "t6"."held_from" DESC, "t6"."held_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "newest"
  FROM (
    SELECT
      "t4"."child_id",
      "t4"."on_date",
      "t4"."source_key",
      "t5"."held_child",
      "t5"."held_from",
      "t5"."held_team",
      "t5"."held_key"
    FROM (
      SELECT
        "t0"."lpre_person_id" AS "child_id",
        "t0"."lpre_application_date" AS "on_date",
        "t0"."lpre_table_id" AS "source_key"
      FROM "joined"."local_preproceedings" AS "t0"
      WHERE
        "t0"."lpre_application_date" IS NOT NULL
    ) AS "t4"
    LEFT OUTER JOIN (
      SELECT
        "t1"."child_id" AS "held_child",
        "t1"."started_on" AS "held_from",
        "t1"."team_id" AS "held_team",
        "t1"."spell_id" AS "held_key"
      FROM "journeys"."spells" AS "t1"
      WHERE
        "t1"."kind" = 'allocation' AND "t1"."started_on" IS NOT NULL
    ) AS "t5"
      ON "t4"."child_id" = "t5"."held_child" AND "t5"."held_from" <= "t4"."on_date"
  ) AS "t6"
) AS "t7"
WHERE
  "t7"."newest" = 0
