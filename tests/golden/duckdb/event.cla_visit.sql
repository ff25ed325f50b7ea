SELECT
  "t4"."child_id",
  'cla_visit' AS "kind",
  "t2"."clav_cla_visit_date" AS "on_date",
  "t4"."spell_id",
  "t2"."clav_cla_visit_seen" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_visits' AS "source_table",
  "t2"."clav_cla_visit_id" AS "source_key"
FROM "joined"."ssd_cla_visits" AS "t2"
INNER JOIN (
  SELECT
    *
  FROM "journeys"."spells" AS "t1"
  WHERE
    "t1"."kind" = 'placement'
) AS "t4"
  ON "t2"."clav_person_id" = "t4"."child_id"
  AND "t4"."started_on" <= "t2"."clav_cla_visit_date"
  AND (
    (
      "t4"."ended_on" IS NULL
    )
    OR (
      "t2"."clav_cla_visit_date" < "t4"."ended_on"
    )
  )
