SELECT
  "t27"."child_id" AS "who",
  "t27"."child_id",
  "t27"."held_team" AS "team_id",
  'ssd_permanence' AS "source_table",
  "t27"."source_key",
  "t27"."on_date",
  "t27"."waited"
FROM (
  SELECT
    "t26"."child_id",
    "t26"."source_key",
    "t26"."on_date",
    "t26"."waited",
    "t26"."held_child",
    "t26"."held_from",
    "t26"."held_team",
    "t26"."held_key",
    ROW_NUMBER() OVER (
      PARTITION BY "t26"."child_id", "t26"."source_key", "t26"."on_date"
      ORDER BY "t26"."held_from" DESC, "t26"."held_key" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "newest"
  FROM (
    SELECT
      "t25"."child_id",
      "t25"."source_key",
      "t25"."on_date",
      "t25"."waited",
      "t12"."held_child",
      "t12"."held_from",
      "t12"."held_team",
      "t12"."held_key"
    FROM (
      SELECT
        "t23"."child_id",
        "t23"."source_key",
        "t23"."perm_adm_decision_date" AS "on_date",
        CAST(DATE_DIFF('DAY', "t23"."entered_on", COALESCE("t23"."moved_in_on", "t23"."as_at")) AS DOUBLE) AS "waited"
      FROM (
        SELECT
          "t22"."perm_table_id",
          "t22"."perm_person_id",
          "t22"."perm_cla_id",
          "t22"."perm_adm_decision_date",
          "t22"."perm_ffa_cp_decision_date",
          "t22"."perm_placement_order_date",
          "t22"."perm_placed_for_adoption_date",
          "t22"."perm_matched_date",
          "t22"."perm_adopted_by_carer_flag",
          "t22"."perm_placed_ffa_cp_date",
          "t22"."perm_decision_reversed_date",
          "t22"."perm_placed_foster_carer_date",
          "t22"."perm_part_of_sibling_group",
          "t22"."perm_siblings_placed_together",
          "t22"."perm_siblings_placed_apart",
          "t22"."perm_placement_provider_urn",
          "t22"."perm_decision_reversed_reason",
          "t22"."perm_permanence_order_date",
          "t22"."perm_permanence_order_type",
          "t22"."perm_adoption_worker_id",
          "t22"."perm_adopter_sex",
          "t22"."perm_adopter_legal_status",
          "t22"."perm_number_of_adopters",
          "t22"."care_child",
          "t22"."entered_on",
          "t22"."care_key",
          "t22"."child_id",
          "t22"."source_key",
          "t22"."moved_in_on",
          "t5"."as_at"
        FROM (
          SELECT
            "t20"."perm_table_id",
            "t20"."perm_person_id",
            "t20"."perm_cla_id",
            "t20"."perm_adm_decision_date",
            "t20"."perm_ffa_cp_decision_date",
            "t20"."perm_placement_order_date",
            "t20"."perm_placed_for_adoption_date",
            "t20"."perm_matched_date",
            "t20"."perm_adopted_by_carer_flag",
            "t20"."perm_placed_ffa_cp_date",
            "t20"."perm_decision_reversed_date",
            "t20"."perm_placed_foster_carer_date",
            "t20"."perm_part_of_sibling_group",
            "t20"."perm_siblings_placed_together",
            "t20"."perm_siblings_placed_apart",
            "t20"."perm_placement_provider_urn",
            "t20"."perm_decision_reversed_reason",
            "t20"."perm_permanence_order_date",
            "t20"."perm_permanence_order_type",
            "t20"."perm_adoption_worker_id",
            "t20"."perm_adopter_sex",
            "t20"."perm_adopter_legal_status",
            "t20"."perm_number_of_adopters",
            "t20"."care_child",
            "t20"."entered_on",
            "t20"."care_key",
            "t20"."perm_person_id" AS "child_id",
            "t20"."perm_table_id" AS "source_key",
            COALESCE("t20"."perm_placed_for_adoption_date", "t20"."perm_placed_ffa_cp_date") AS "moved_in_on"
          FROM (
            SELECT
              "t6"."perm_table_id",
              "t6"."perm_person_id",
              "t6"."perm_cla_id",
              "t6"."perm_adm_decision_date",
              "t6"."perm_ffa_cp_decision_date",
              "t6"."perm_placement_order_date",
              "t6"."perm_placed_for_adoption_date",
              "t6"."perm_matched_date",
              "t6"."perm_adopted_by_carer_flag",
              "t6"."perm_placed_ffa_cp_date",
              "t6"."perm_decision_reversed_date",
              "t6"."perm_placed_foster_carer_date",
              "t6"."perm_part_of_sibling_group",
              "t6"."perm_siblings_placed_together",
              "t6"."perm_siblings_placed_apart",
              "t6"."perm_placement_provider_urn",
              "t6"."perm_decision_reversed_reason",
              "t6"."perm_permanence_order_date",
              "t6"."perm_permanence_order_type",
              "t6"."perm_adoption_worker_id",
              "t6"."perm_adopter_sex",
              "t6"."perm_adopter_legal_status",
              "t6"."perm_number_of_adopters",
              "t19"."care_child",
              "t19"."entered_on",
              "t19"."care_key"
            FROM "joined"."ssd_permanence" AS "t6"
            INNER JOIN (
              SELECT
                "t17"."child_id" AS "care_child",
                "t17"."started_on" AS "entered_on",
                "t17"."source_key" AS "care_key"
              FROM (
                SELECT
                  "t13"."child_id",
                  "t13"."team_id",
                  "t13"."started_on",
                  "t13"."ended_on",
                  "t13"."source_key",
                  "t10"."born",
                  "t16"."reason"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 'care' AND "t0"."started_on" IS NOT NULL
                ) AS "t13"
                LEFT OUTER JOIN (
                  SELECT
                    "t3"."pers_person_id",
                    "t3"."pers_dob" AS "born"
                  FROM "joined"."ssd_person" AS "t3"
                ) AS "t10"
                  ON "t13"."child_id" = "t10"."pers_person_id"
                LEFT OUTER JOIN (
                  SELECT
                    "t14"."clae_person_id" AS "last_child",
                    "t14"."clae_cla_id" AS "last_care",
                    "t14"."clae_cla_episode_ceased_reason" AS "reason"
                  FROM (
                    SELECT
                      "t11"."clae_cla_episode_id",
                      "t11"."clae_person_id",
                      "t11"."clae_cla_episode_start_date",
                      "t11"."clae_cla_episode_start_reason",
                      "t11"."clae_cla_primary_need_code",
                      "t11"."clae_cla_episode_ceased_date",
                      "t11"."clae_cla_episode_ceased_reason",
                      "t11"."clae_cla_id",
                      "t11"."clae_referral_id",
                      "t11"."clae_cla_placement_id",
                      "t11"."clae_entered_care_date",
                      "t11"."clae_cla_last_iro_contact_date",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t11"."clae_person_id", "t11"."clae_cla_id"
                        ORDER BY "t11"."clae_cla_episode_ceased_date" DESC, "t11"."clae_cla_episode_id" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "nth"
                    FROM (
                      SELECT
                        *
                      FROM "joined"."ssd_cla_episodes" AS "t4"
                      WHERE
                        "t4"."clae_cla_episode_ceased_date" IS NOT NULL
                    ) AS "t11"
                  ) AS "t14"
                  WHERE
                    "t14"."nth" = 0
                ) AS "t16"
                  ON "t13"."child_id" = "t16"."last_child" AND "t13"."source_key" = "t16"."last_care"
              ) AS "t17"
            ) AS "t19"
              ON "t6"."perm_person_id" = "t19"."care_child"
              AND "t6"."perm_cla_id" = "t19"."care_key"
          ) AS "t20"
        ) AS "t22"
        CROSS JOIN "records"."load" AS "t5"
      ) AS "t23"
      WHERE
        "t23"."perm_adm_decision_date" IS NOT NULL
        AND "t23"."perm_decision_reversed_date" IS NULL
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t0"."child_id" AS "held_child",
        "t0"."started_on" AS "held_from",
        "t0"."team_id" AS "held_team",
        "t0"."spell_id" AS "held_key"
      FROM "journeys"."spells" AS "t0"
      WHERE
        "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
    ) AS "t12"
      ON "t25"."child_id" = "t12"."held_child" AND "t12"."held_from" <= "t25"."on_date"
  ) AS "t26"
) AS "t27"
WHERE
  "t27"."newest" = 0
