SELECT
  "t23"."clea_person_id" AS "child_id",
  'care_leaver' AS "kind",
  "t23"."clea_person_id" AS "spell_id",
  GREATEST(
    "t23"."dob" + INTERVAL '192' MONTH,
    COALESCE("t23"."eligible_on", "t23"."dob" + INTERVAL '192' MONTH)
  ) AS "started_on",
  "t23"."dob" + INTERVAL '252' MONTH AS "ended_on",
  REPLACE(LOWER("t23"."kind_of"), ' ', '_') AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t23"."team" AS "team_id",
  "t23"."worker" AS "worker_id",
  'ssd_care_leavers' AS "source_table",
  "t23"."key" AS "source_key"
FROM (
  SELECT
    "t22"."clea_person_id",
    "t22"."dob",
    MIN("t22"."clea_table_id") AS "key",
    MAX("t22"."clea_care_leaver_eligibility") AS "kind_of",
    MAX("t22"."clea_care_leaver_allocated_team") AS "team",
    MAX("t22"."clea_care_leaver_worker_id") AS "worker",
    MIN("t22"."eligible_on") AS "eligible_on"
  FROM (
    SELECT
      "t4"."clea_table_id",
      "t4"."clea_person_id",
      "t4"."clea_care_leaver_eligibility",
      "t4"."clea_care_leaver_in_touch",
      "t4"."clea_care_leaver_latest_contact",
      "t4"."clea_care_leaver_accommodation",
      "t4"."clea_care_leaver_accom_suitable",
      "t4"."clea_care_leaver_activity",
      "t4"."clea_pathway_plan_review_date",
      "t4"."clea_care_leaver_personal_advisor",
      "t4"."clea_care_leaver_allocated_team",
      "t4"."clea_care_leaver_worker_id",
      "t9"."born_id",
      "t9"."dob",
      "t21"."eligible_id",
      "t21"."eligible_on"
    FROM "joined"."ssd_care_leavers" AS "t4"
    INNER JOIN (
      SELECT
        "t1"."pers_person_id" AS "born_id",
        "t1"."pers_dob" AS "dob"
      FROM "joined"."ssd_person" AS "t1"
      WHERE
        "t1"."pers_dob" IS NOT NULL
    ) AS "t9"
      ON "t4"."clea_person_id" = "t9"."born_id"
    LEFT OUTER JOIN (
      SELECT
        "t19"."child_id" AS "eligible_id",
        MIN("t19"."started_on") AS "eligible_on"
      FROM (
        SELECT
          "t18"."child_id",
          'eligible' AS "kind",
          "t18"."spell_id",
          "t18"."from_day" AS "started_on",
          CASE
            WHEN "t18"."until" = CAST('9999-12-31' AS DATE)
            THEN CAST(NULL AS DATE)
            ELSE "t18"."until"
          END AS "ended_on",
          CAST(NULL AS TEXT) AS "outcome",
          CAST(NULL AS TEXT) AS "detail",
          CAST(NULL AS TEXT) AS "team_id",
          CAST(NULL AS TEXT) AS "worker_id",
          'ssd_cla_episodes' AS "source_table",
          "t18"."source_key"
        FROM (
          SELECT
            "t17".*
            EXCLUDE ("now")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t15"."child_id",
                "t15"."kind",
                "t15"."spell_id",
                "t15"."started_on",
                "t15"."ended_on",
                "t15"."outcome",
                "t15"."detail",
                "t15"."team_id",
                "t15"."worker_id",
                "t15"."source_table",
                "t15"."source_key",
                "t15"."born_id",
                "t15"."dob",
                "t15"."since",
                "t15"."until",
                "t15"."days",
                "t15"."earlier",
                "t15"."reached",
                "t15"."from_day",
                "t7"."now"
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
                  "t13"."since" + TO_DAYS(CAST(GREATEST(91 - "t13"."earlier", 0) AS INT)) AS "reached",
                  GREATEST(
                    "t13"."since" + TO_DAYS(CAST(GREATEST(91 - "t13"."earlier", 0) AS INT)),
                    "t13"."dob" + INTERVAL '192' MONTH
                  ) AS "from_day"
                FROM (
                  SELECT
                    "t12"."child_id",
                    "t12"."kind",
                    "t12"."spell_id",
                    "t12"."started_on",
                    "t12"."ended_on",
                    "t12"."outcome",
                    "t12"."detail",
                    "t12"."team_id",
                    "t12"."worker_id",
                    "t12"."source_table",
                    "t12"."source_key",
                    "t12"."born_id",
                    "t12"."dob",
                    "t12"."since",
                    "t12"."until",
                    "t12"."days",
                    COALESCE(
                      SUM("t12"."days") OVER (
                        PARTITION BY "t12"."child_id"
                        ORDER BY "t12"."since" ASC, "t12"."spell_id" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                      ),
                      0
                    ) AS "earlier"
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
                      GREATEST("t11"."started_on", "t11"."dob" + INTERVAL '168' MONTH) AS "since",
                      COALESCE("t11"."ended_on", CAST('9999-12-31' AS DATE)) AS "until",
                      DATE_DIFF(
                        'DAY',
                        GREATEST("t11"."started_on", "t11"."dob" + INTERVAL '168' MONTH),
                        COALESCE("t11"."ended_on", CAST('9999-12-31' AS DATE))
                      ) AS "days"
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
                        "t9"."born_id",
                        "t9"."dob"
                      FROM (
                        SELECT
                          *
                        FROM "journeys"."spells" AS "t3"
                        WHERE
                          "t3"."kind" = 'care'
                      ) AS "t10"
                      INNER JOIN (
                        SELECT
                          "t1"."pers_person_id" AS "born_id",
                          "t1"."pers_dob" AS "dob"
                        FROM "joined"."ssd_person" AS "t1"
                        WHERE
                          "t1"."pers_dob" IS NOT NULL
                      ) AS "t9"
                        ON "t10"."child_id" = "t9"."born_id"
                    ) AS "t11"
                    WHERE
                      GREATEST("t11"."started_on", "t11"."dob" + INTERVAL '168' MONTH) < COALESCE("t11"."ended_on", CAST('9999-12-31' AS DATE))
                  ) AS "t12"
                ) AS "t13"
                WHERE
                  (
                    "t13"."earlier" + "t13"."days"
                  ) >= 91
                  AND GREATEST(
                    "t13"."since" + TO_DAYS(CAST(GREATEST(91 - "t13"."earlier", 0) AS INT)),
                    "t13"."dob" + INTERVAL '192' MONTH
                  ) < "t13"."until"
              ) AS "t15"
              CROSS JOIN (
                SELECT
                  "t2"."as_at" AS "now"
                FROM "records"."load" AS "t2"
              ) AS "t7"
            ) AS "t16"
            WHERE
              "t16"."from_day" <= "t16"."now"
          ) AS "t17"
        ) AS "t18"
      ) AS "t19"
      GROUP BY
        1
    ) AS "t21"
      ON "t4"."clea_person_id" = "t21"."eligible_id"
  ) AS "t22"
  GROUP BY
    1,
    2
) AS "t23"
