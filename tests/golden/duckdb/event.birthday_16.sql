SELECT
  "t13"."pers_person_id" AS "child_id",
  'birthday_16' AS "kind",
  "t13"."turns" AS "on_date",
  CAST(NULL AS TEXT) AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_person' AS "source_table",
  "t13"."pers_person_id" AS "source_key"
FROM (
  SELECT
    "t12".*
    EXCLUDE ("now")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t10"."pers_person_id",
        "t10"."pers_forename",
        "t10"."pers_surname",
        "t10"."pers_sex",
        "t10"."pers_gender",
        "t10"."pers_ethnicity",
        "t10"."pers_dob",
        "t10"."pers_common_child_id",
        "t10"."pers_legacy_id",
        "t10"."pers_upn_unknown",
        "t10"."pers_send_flag",
        "t10"."pers_expected_dob",
        "t10"."pers_death_date",
        "t10"."pers_is_mother",
        "t10"."pers_nationality",
        "t10"."pers_single_unique_id",
        "t10"."pers_upn",
        "t10"."care_child",
        "t10"."turns",
        "t6"."now"
      FROM (
        SELECT
          "t8"."pers_person_id",
          "t8"."pers_forename",
          "t8"."pers_surname",
          "t8"."pers_sex",
          "t8"."pers_gender",
          "t8"."pers_ethnicity",
          "t8"."pers_dob",
          "t8"."pers_common_child_id",
          "t8"."pers_legacy_id",
          "t8"."pers_upn_unknown",
          "t8"."pers_send_flag",
          "t8"."pers_expected_dob",
          "t8"."pers_death_date",
          "t8"."pers_is_mother",
          "t8"."pers_nationality",
          "t8"."pers_single_unique_id",
          "t8"."pers_upn",
          "t8"."care_child",
          "t8"."pers_dob" + INTERVAL '192' MONTH AS "turns"
        FROM (
          SELECT
            "t3"."pers_person_id",
            "t3"."pers_forename",
            "t3"."pers_surname",
            "t3"."pers_sex",
            "t3"."pers_gender",
            "t3"."pers_ethnicity",
            "t3"."pers_dob",
            "t3"."pers_common_child_id",
            "t3"."pers_legacy_id",
            "t3"."pers_upn_unknown",
            "t3"."pers_send_flag",
            "t3"."pers_expected_dob",
            "t3"."pers_death_date",
            "t3"."pers_is_mother",
            "t3"."pers_nationality",
            "t3"."pers_single_unique_id",
            "t3"."pers_upn",
            "t7"."care_child"
          FROM "joined"."ssd_person" AS "t3"
          INNER JOIN (
            SELECT DISTINCT
              "t2"."clae_person_id" AS "care_child"
            FROM "joined"."ssd_cla_episodes" AS "t2"
          ) AS "t7"
            ON "t3"."pers_person_id" = "t7"."care_child"
        ) AS "t8"
      ) AS "t10"
      CROSS JOIN (
        SELECT
          "t0"."as_at" AS "now"
        FROM "records"."load" AS "t0"
      ) AS "t6"
    ) AS "t11"
    WHERE
      "t11"."turns" <= "t11"."now"
  ) AS "t12"
) AS "t13"
WHERE
  "t13"."turns" IS NOT NULL
