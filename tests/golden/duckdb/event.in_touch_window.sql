WITH "t9" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t7"."born_id",
      "t7"."dob"
    FROM (
      SELECT
        "t1"."pers_person_id" AS "born_id",
        "t1"."pers_dob" AS "dob"
      FROM "joined"."ssd_person" AS "t1"
      WHERE
        "t1"."pers_dob" IS NOT NULL
    ) AS "t7"
    INNER JOIN "joined"."ssd_care_leavers" AS "t3"
      ON "t7"."born_id" = "t3"."clea_person_id"
  ) AS "t8"
)
SELECT
  "t21"."born_id" AS "child_id",
  'in_touch_window' AS "kind",
  "t21"."opens" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_person' AS "source_table",
  "t21"."born_id" AS "source_key"
FROM (
  SELECT
    "t20"."born_id",
    "t20"."opens",
    "t5"."now"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."born_id",
              "t10"."dob" + INTERVAL '201' MONTH AS "opens"
            FROM "t9" AS "t10"
          ) AS "t14"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."born_id",
              "t10"."dob" + INTERVAL '213' MONTH AS "opens"
            FROM "t9" AS "t10"
          ) AS "t15"
        ) AS "t16"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."born_id",
            "t10"."dob" + INTERVAL '225' MONTH AS "opens"
          FROM "t9" AS "t10"
        ) AS "t13"
      ) AS "t17"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t10"."born_id",
          "t10"."dob" + INTERVAL '237' MONTH AS "opens"
        FROM "t9" AS "t10"
      ) AS "t12"
    ) AS "t18"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t10"."born_id",
        "t10"."dob" + INTERVAL '249' MONTH AS "opens"
      FROM "t9" AS "t10"
    ) AS "t11"
  ) AS "t20"
  CROSS JOIN (
    SELECT
      "t0"."as_at" AS "now"
    FROM "records"."load" AS "t0"
  ) AS "t5"
) AS "t21"
WHERE
  "t21"."opens" <= "t21"."now" AND "t21"."opens" IS NOT NULL
