SELECT
  "t14"."child_id",
  'adulthood' AS "kind",
  "t14"."spell_id",
  "t14"."begins" AS "started_on",
  CASE
    WHEN LEAST("t14"."to_18", COALESCE("t14"."ended_on", CAST('9999-12-31' AS DATE))) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST("t14"."to_18", COALESCE("t14"."ended_on", CAST('9999-12-31' AS DATE)))
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_ehcp_named_plan' AS "source_table",
  "t14"."source_key"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("now")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."born_id",
        "t11"."from_14",
        "t11"."to_18",
        "t11"."child_id",
        "t11"."kind",
        "t11"."spell_id",
        "t11"."started_on",
        "t11"."ended_on",
        "t11"."outcome",
        "t11"."detail",
        "t11"."team_id",
        "t11"."worker_id",
        "t11"."source_table",
        "t11"."source_key",
        "t11"."begins",
        "t4"."now"
      FROM (
        SELECT
          "t9"."born_id",
          "t9"."from_14",
          "t9"."to_18",
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
          GREATEST("t9"."from_14", "t9"."started_on") AS "begins"
        FROM (
          SELECT
            "t7"."born_id",
            "t7"."from_14",
            "t7"."to_18",
            "t8"."child_id",
            "t8"."kind",
            "t8"."spell_id",
            "t8"."started_on",
            "t8"."ended_on",
            "t8"."outcome",
            "t8"."detail",
            "t8"."team_id",
            "t8"."worker_id",
            "t8"."source_table",
            "t8"."source_key"
          FROM (
            SELECT
              "t1"."pers_person_id" AS "born_id",
              "t1"."pers_dob" + INTERVAL '168' MONTH AS "from_14",
              "t1"."pers_dob" + INTERVAL '216' MONTH AS "to_18"
            FROM "joined"."ssd_person" AS "t1"
            WHERE
              "t1"."pers_dob" IS NOT NULL
          ) AS "t7"
          INNER JOIN (
            SELECT
              *
            FROM "journeys"."spells" AS "t2"
            WHERE
              "t2"."kind" = 'ehc_plan' AND "t2"."started_on" IS NOT NULL
          ) AS "t8"
            ON "t7"."born_id" = "t8"."child_id"
        ) AS "t9"
        WHERE
          "t9"."started_on" < "t9"."to_18"
          AND "t9"."from_14" < COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE))
      ) AS "t11"
      CROSS JOIN (
        SELECT
          "t0"."as_at" AS "now"
        FROM "records"."load" AS "t0"
      ) AS "t4"
    ) AS "t12"
    WHERE
      "t12"."begins" <= "t12"."now"
  ) AS "t13"
) AS "t14"
