SELECT
  "t15"."child_id",
  'cla_visit_settled' AS "kind",
  "t15"."clav_cla_visit_date" AS "on_date",
  "t15"."spell_id",
  "t15"."clav_cla_visit_seen" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_visits' AS "source_table",
  "t15"."clav_cla_visit_id" AS "source_key"
FROM (
  SELECT
    "t4"."clav_cla_visit_id",
    "t4"."clav_cla_id",
    "t4"."clav_person_id",
    "t4"."clav_cla_visit_date",
    "t4"."clav_cla_visit_seen",
    "t4"."clav_cla_visit_seen_alone",
    "t14"."child_id",
    "t14"."kind",
    "t14"."spell_id",
    "t14"."started_on",
    "t14"."ended_on",
    "t14"."outcome",
    "t14"."detail",
    "t14"."team_id",
    "t14"."worker_id",
    "t14"."source_table",
    "t14"."source_key",
    "t14"."agreed_in",
    "t14"."agreed_on"
  FROM "joined"."ssd_cla_visits" AS "t4"
  INNER JOIN (
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
      "t12"."agreed_in",
      "t12"."agreed_on"
    FROM (
      SELECT
        *
      FROM "journeys"."spells" AS "t1"
      WHERE
        "t1"."kind" = 'placement' AND "t1"."outcome" IN ('U1', 'U4')
    ) AS "t9"
    LEFT OUTER JOIN (
      SELECT
        "t10"."plmo_placement_id" AS "agreed_in",
        MIN("t10"."viag_agreed_date") AS "agreed_on"
      FROM (
        SELECT
          "t5"."viag_id",
          "t5"."viag_person_id",
          "t5"."viag_agreed_date",
          "t8"."plmo_id",
          "t8"."plmo_placement_id"
        FROM "joined"."local_visit_agreements" AS "t5"
        INNER JOIN (
          SELECT
            "t3"."plmo_id",
            "t3"."plmo_placement_id"
          FROM "joined"."local_placement_moves" AS "t3"
        ) AS "t8"
          ON "t5"."viag_id" = "t8"."plmo_id"
      ) AS "t10"
      GROUP BY
        1
    ) AS "t12"
      ON "t9"."spell_id" = "t12"."agreed_in"
  ) AS "t14"
    ON "t4"."clav_person_id" = "t14"."child_id"
    AND (
      "t14"."started_on" + INTERVAL '12' MONTH
    ) <= "t4"."clav_cla_visit_date"
    AND (
      (
        "t14"."ended_on" IS NULL
      )
      OR (
        "t4"."clav_cla_visit_date" < "t14"."ended_on"
      )
    )
) AS "t15"
WHERE
  NOT (
    COALESCE("t15"."agreed_on" <= "t15"."clav_cla_visit_date", FALSE)
  )
