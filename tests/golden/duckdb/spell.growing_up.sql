SELECT
  "t19"."child_id",
  'growing_up' AS "kind",
  "t19"."spell_id",
  "t19"."begins" AS "started_on",
  CASE
    WHEN LEAST("t19"."to_18", COALESCE("t19"."ended_on", CAST('9999-12-31' AS DATE))) = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE LEAST("t19"."to_18", COALESCE("t19"."ended_on", CAST('9999-12-31' AS DATE)))
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cin_episodes' AS "source_table",
  "t19"."source_key"
FROM (
  SELECT
    "t18".*
    EXCLUDE ("now")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t16"."born_id",
        "t16"."from_14",
        "t16"."to_18",
        "t16"."child_id",
        "t16"."kind",
        "t16"."spell_id",
        "t16"."started_on",
        "t16"."ended_on",
        "t16"."outcome",
        "t16"."detail",
        "t16"."team_id",
        "t16"."worker_id",
        "t16"."source_table",
        "t16"."source_key",
        "t16"."begins",
        "t5"."now"
      FROM (
        SELECT
          "t14"."born_id",
          "t14"."from_14",
          "t14"."to_18",
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
          GREATEST("t14"."from_14", "t14"."started_on") AS "begins"
        FROM (
          SELECT
            "t8"."born_id",
            "t8"."from_14",
            "t8"."to_18",
            "t13"."child_id",
            "t13"."kind",
            "t13"."spell_id",
            "t13"."started_on",
            "t13"."ended_on",
            "t13"."outcome",
            "t13"."detail",
            "t13"."team_id",
            "t13"."worker_id",
            "t13"."source_table",
            "t13"."source_key"
          FROM (
            SELECT
              "t1"."pers_person_id" AS "born_id",
              "t1"."pers_dob" + INTERVAL '168' MONTH AS "from_14",
              "t1"."pers_dob" + INTERVAL '216' MONTH AS "to_18"
            FROM "joined"."ssd_person" AS "t1"
            WHERE
              "t1"."pers_dob" IS NOT NULL
          ) AS "t8"
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
              "t9"."source_key"
            FROM (
              SELECT
                *
              FROM "journeys"."spells" AS "t2"
              WHERE
                "t2"."kind" = 'referral' AND "t2"."started_on" IS NOT NULL
            ) AS "t9"
            SEMI JOIN (
              SELECT DISTINCT
                "t3"."disa_person_id" AS "disabled_id"
              FROM "joined"."ssd_disability" AS "t3"
              WHERE
                COALESCE("t3"."disa_disability_code" <> 'NONE', FALSE)
            ) AS "t11"
              ON "t9"."child_id" = "t11"."disabled_id"
          ) AS "t13"
            ON "t8"."born_id" = "t13"."child_id"
        ) AS "t14"
        WHERE
          "t14"."started_on" < "t14"."to_18"
          AND "t14"."from_14" < COALESCE("t14"."ended_on", CAST('9999-12-31' AS DATE))
      ) AS "t16"
      CROSS JOIN (
        SELECT
          "t0"."as_at" AS "now"
        FROM "records"."load" AS "t0"
      ) AS "t5"
    ) AS "t17"
    WHERE
      "t17"."begins" <= "t17"."now"
  ) AS "t18"
) AS "t19"
