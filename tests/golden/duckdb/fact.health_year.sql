SELECT
  "t14"."child_id" AS "who",
  "t14"."child_id",
  "t14"."team_id",
  'local_annual_health' AS "source_table",
  "t14"."source_key",
  "t14"."on_date",
  "t14"."born",
  "t14"."sdq",
  "t14"."convicted",
  "t14"."development",
  "t14"."immunised",
  "t14"."teeth",
  "t14"."health",
  "t14"."substances"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("held_child", "held_from", "held_key", "held_team", "newest")
  FROM (
    SELECT
      "t12"."child_id",
      "t12"."source_key",
      "t12"."on_date",
      "t12"."born",
      "t12"."sdq",
      "t12"."convicted",
      "t12"."development",
      "t12"."immunised",
      "t12"."teeth",
      "t12"."health",
      "t12"."substances",
      "t12"."held_child",
      "t12"."held_from",
      "t12"."held_team",
      "t12"."held_key",
      "t12"."newest",
      "t12"."held_team" AS "team_id"
    FROM (
      SELECT
        "t11"."child_id",
        "t11"."source_key",
        "t11"."on_date",
        "t11"."born",
        "t11"."sdq",
        "t11"."convicted",
        "t11"."development",
        "t11"."immunised",
        "t11"."teeth",
        "t11"."health",
        "t11"."substances",
        "t11"."held_child",
        "t11"."held_from",
        "t11"."held_team",
        "t11"."held_key",
        ROW_NUMBER() OVER (
          PARTITION BY "t11"."child_id", "t11"."source_key", "t11"."on_date"
          ORDER BY "t11"."held_from" DESC, "t11"."held_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "newest"
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."source_key",
          "t10"."on_date",
          "t10"."born",
          "t10"."sdq",
          "t10"."convicted",
          "t10"."development",
          "t10"."immunised",
          "t10"."teeth",
          "t10"."health",
          "t10"."substances",
          "t7"."held_child",
          "t7"."held_from",
          "t7"."held_team",
          "t7"."held_key"
        FROM (
          SELECT
            "t8"."oc2_person_id" AS "child_id",
            "t8"."oc2_id" AS "source_key",
            CAST(CAST("t8"."oc2_year" AS TEXT) || '-03-31' AS DATE) AS "on_date",
            "t8"."born",
            CAST("t8"."oc2_sdq_score" AS DOUBLE) AS "sdq",
            "t8"."oc2_convicted" AS "convicted",
            "t8"."oc2_health_check" AS "development",
            "t8"."oc2_immunisations" AS "immunised",
            "t8"."oc2_teeth_check" AS "teeth",
            "t8"."oc2_health_assessment" AS "health",
            "t8"."oc2_substance_misuse" AS "substances"
          FROM (
            SELECT
              "t3"."oc2_id",
              "t3"."oc2_person_id",
              "t3"."oc2_year",
              "t3"."oc2_sdq_score",
              "t3"."oc2_sdq_reason",
              "t3"."oc2_convicted",
              "t3"."oc2_health_check",
              "t3"."oc2_immunisations",
              "t3"."oc2_teeth_check",
              "t3"."oc2_health_assessment",
              "t3"."oc2_substance_misuse",
              "t3"."oc2_intervention_received",
              "t3"."oc2_intervention_offered",
              "t6"."pers_person_id",
              "t6"."born"
            FROM "joined"."local_annual_health" AS "t3"
            LEFT OUTER JOIN (
              SELECT
                "t2"."pers_person_id",
                "t2"."pers_dob" AS "born"
              FROM "joined"."ssd_person" AS "t2"
            ) AS "t6"
              ON "t3"."oc2_person_id" = "t6"."pers_person_id"
          ) AS "t8"
        ) AS "t10"
        LEFT OUTER JOIN (
          SELECT
            "t0"."child_id" AS "held_child",
            "t0"."started_on" AS "held_from",
            "t0"."team_id" AS "held_team",
            "t0"."spell_id" AS "held_key"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
        ) AS "t7"
          ON "t10"."child_id" = "t7"."held_child" AND "t7"."held_from" <= "t10"."on_date"
      ) AS "t11"
    ) AS "t12"
    WHERE
      "t12"."newest" = 0
  ) AS "t13"
) AS "t14"
