SELECT
  "t16"."clap_person_id" AS "who",
  "t16"."clap_person_id" AS "child_id",
  CAST(NULL AS TEXT) AS "team_id",
  'ssd_cla_placement' AS "source_table",
  "t16"."clap_cla_placement_id" AS "source_key",
  "t16"."clap_cla_placement_start_date" AS "started_on",
  "t16"."clap_cla_placement_end_date" AS "ended_on",
  "t16"."clap_cla_placement_type" AS "type",
  "t16"."clap_cla_placement_provider" AS "provider",
  CASE
    WHEN CAST("t16"."clap_cla_placement_distance" AS DOUBLE) < 999
    THEN CAST("t16"."clap_cla_placement_distance" AS DOUBLE)
    ELSE CAST(NULL AS DOUBLE)
  END AS "distance",
  "t16"."care_started_on",
  "t16"."born"
FROM (
  SELECT
    "t4"."clap_cla_placement_id",
    "t4"."clap_cla_placement_start_date",
    "t4"."clap_cla_placement_type",
    "t4"."clap_cla_placement_urn",
    "t4"."clap_cla_placement_distance",
    "t4"."clap_cla_id",
    "t4"."clap_cla_placement_provider",
    "t4"."clap_cla_placement_postcode",
    "t4"."clap_cla_placement_end_date",
    "t4"."clap_cla_placement_change_reason",
    "t4"."clap_person_id",
    "t15"."care_key",
    "t15"."care_child",
    "t15"."care_started_on",
    "t15"."born"
  FROM "joined"."ssd_cla_placement" AS "t4"
  INNER JOIN (
    SELECT
      "t13"."source_key" AS "care_key",
      "t13"."child_id" AS "care_child",
      "t13"."started_on" AS "care_started_on",
      "t13"."born"
    FROM (
      SELECT
        "t9"."child_id",
        "t9"."team_id",
        "t9"."started_on",
        "t9"."ended_on",
        "t9"."source_key",
        "t7"."born",
        "t12"."reason"
      FROM (
        SELECT
          *
        FROM "journeys"."spells" AS "t1"
        WHERE
          "t1"."kind" = 'care' AND "t1"."started_on" IS NOT NULL
      ) AS "t9"
      LEFT OUTER JOIN (
        SELECT
          "t2"."pers_person_id",
          "t2"."pers_dob" AS "born"
        FROM "joined"."ssd_person" AS "t2"
      ) AS "t7"
        ON "t9"."child_id" = "t7"."pers_person_id"
      LEFT OUTER JOIN (
        SELECT
          "t10"."clae_person_id" AS "last_child",
          "t10"."clae_cla_id" AS "last_care",
          "t10"."clae_cla_episode_ceased_reason" AS "reason"
        FROM (
          SELECT
            "t8"."clae_cla_episode_id",
            "t8"."clae_person_id",
            "t8"."clae_cla_episode_start_date",
            "t8"."clae_cla_episode_start_reason",
            "t8"."clae_cla_primary_need_code",
            "t8"."clae_cla_episode_ceased_date",
            "t8"."clae_cla_episode_ceased_reason",
            "t8"."clae_cla_id",
            "t8"."clae_referral_id",
            "t8"."clae_cla_placement_id",
            "t8"."clae_entered_care_date",
            "t8"."clae_cla_last_iro_contact_date",
            ROW_NUMBER() OVER (
              PARTITION BY "t8"."clae_person_id", "t8"."clae_cla_id"
              ORDER BY "t8"."clae_cla_episode_ceased_date" DESC, "t8"."clae_cla_episode_id" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "nth"
          FROM (
            SELECT
              *
            FROM "joined"."ssd_cla_episodes" AS "t3"
            WHERE
              "t3"."clae_cla_episode_ceased_date" IS NOT NULL
          ) AS "t8"
        ) AS "t10"
        WHERE
          "t10"."nth" = 0
      ) AS "t12"
        ON "t9"."child_id" = "t12"."last_child" AND "t9"."source_key" = "t12"."last_care"
    ) AS "t13"
  ) AS "t15"
    ON "t4"."clap_cla_id" = "t15"."care_key"
    AND "t4"."clap_person_id" = "t15"."care_child"
) AS "t16"
WHERE
  "t16"."clap_cla_placement_start_date" IS NOT NULL
