SELECT
  "t16"."child_id",
  'care_since_14' AS "kind",
  "t16"."spell_id",
  "t16"."since" AS "started_on",
  CASE
    WHEN "t16"."until" = CAST('9999-12-31' AS DATE)
    THEN CAST(NULL AS DATE)
    ELSE "t16"."until"
  END AS "ended_on",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cla_episodes' AS "source_table",
  "t16"."source_key"
FROM (
  SELECT
    "t15".*
    EXCLUDE ("now")
  FROM (
    SELECT
      *
    FROM (
      SELECT
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
        "t13"."source_key",
        "t13"."born_id",
        "t13"."dob",
        "t13"."since",
        "t13"."until",
        "t13"."days",
        "t13"."earlier",
        "t13"."reached",
        "t4"."now"
      FROM (
        SELECT
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
          "t11"."born_id",
          "t11"."dob",
          "t11"."since",
          "t11"."until",
          "t11"."days",
          "t11"."earlier",
          "t11"."since" + TO_DAYS(CAST(GREATEST(91 - "t11"."earlier", 0) AS INT)) AS "reached"
        FROM (
          SELECT
            "t10"."child_id",
            "t10"."kind",
            "t10"."spell_id",
            "t10"."started_on",
            "t10"."ended_on",
            "t10"."outcome",
            "t10"."detail",
            "t10"."team_id",
            "t10"."worker_id",
            "t10"."source_table",
            "t10"."source_key",
            "t10"."born_id",
            "t10"."dob",
            "t10"."since",
            "t10"."until",
            "t10"."days",
            COALESCE(
              SUM("t10"."days") OVER (
                PARTITION BY "t10"."child_id"
                ORDER BY "t10"."since" ASC, "t10"."spell_id" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ) AS "earlier"
          FROM (
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
              "t9"."born_id",
              "t9"."dob",
              GREATEST("t9"."started_on", "t9"."dob" + INTERVAL '168' MONTH) AS "since",
              COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE)) AS "until",
              DATE_DIFF(
                'DAY',
                GREATEST("t9"."started_on", "t9"."dob" + INTERVAL '168' MONTH),
                COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE))
              ) AS "days"
            FROM (
              SELECT
                "t7"."child_id",
                "t7"."kind",
                "t7"."spell_id",
                "t7"."started_on",
                "t7"."ended_on",
                "t7"."outcome",
                "t7"."detail",
                "t7"."team_id",
                "t7"."worker_id",
                "t7"."source_table",
                "t7"."source_key",
                "t8"."born_id",
                "t8"."dob"
              FROM (
                SELECT
                  *
                FROM "journeys"."spells" AS "t1"
                WHERE
                  "t1"."kind" = 'care'
              ) AS "t7"
              INNER JOIN (
                SELECT
                  "t2"."pers_person_id" AS "born_id",
                  "t2"."pers_dob" AS "dob"
                FROM "joined"."ssd_person" AS "t2"
                WHERE
                  "t2"."pers_dob" IS NOT NULL
              ) AS "t8"
                ON "t7"."child_id" = "t8"."born_id"
            ) AS "t9"
            WHERE
              GREATEST("t9"."started_on", "t9"."dob" + INTERVAL '168' MONTH) < COALESCE("t9"."ended_on", CAST('9999-12-31' AS DATE))
          ) AS "t10"
        ) AS "t11"
        WHERE
          "t11"."earlier" < 91
      ) AS "t13"
      CROSS JOIN (
        SELECT
          "t0"."as_at" AS "now"
        FROM "records"."load" AS "t0"
      ) AS "t4"
    ) AS "t14"
    WHERE
      "t14"."since" <= "t14"."now"
  ) AS "t15"
) AS "t16"
