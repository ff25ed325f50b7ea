SELECT
  "t24"."child_id" AS "who",
  "t24"."child_id",
  "t24"."team_id",
  'ssd_permanence' AS "source_table",
  "t24"."source_key",
  "t24"."on_date",
  "t24"."entry_to_placed",
  "t24"."entry_to_home",
  "t24"."order_to_match",
  "t24"."months_entry_to_decision",
  "t24"."months_decision_to_match",
  "t24"."months_match_to_placed",
  "t24"."months_entry_to_placed",
  "t24"."months_placed_to_order",
  "t24"."months_entry_to_order"
FROM (
  SELECT
    "t23".*
    EXCLUDE ("held_child", "held_from", "held_key", "held_team", "newest")
  FROM (
    SELECT
      "t22"."child_id",
      "t22"."source_key",
      "t22"."on_date",
      "t22"."entry_to_placed",
      "t22"."entry_to_home",
      "t22"."order_to_match",
      "t22"."months_entry_to_decision",
      "t22"."months_decision_to_match",
      "t22"."months_match_to_placed",
      "t22"."months_entry_to_placed",
      "t22"."months_placed_to_order",
      "t22"."months_entry_to_order",
      "t22"."held_child",
      "t22"."held_from",
      "t22"."held_team",
      "t22"."held_key",
      "t22"."newest",
      "t22"."held_team" AS "team_id"
    FROM (
      SELECT
        "t21"."child_id",
        "t21"."source_key",
        "t21"."on_date",
        "t21"."entry_to_placed",
        "t21"."entry_to_home",
        "t21"."order_to_match",
        "t21"."months_entry_to_decision",
        "t21"."months_decision_to_match",
        "t21"."months_match_to_placed",
        "t21"."months_entry_to_placed",
        "t21"."months_placed_to_order",
        "t21"."months_entry_to_order",
        "t21"."held_child",
        "t21"."held_from",
        "t21"."held_team",
        "t21"."held_key",
        ROW_NUMBER() OVER (
          PARTITION BY "t21"."child_id", "t21"."source_key", "t21"."on_date"
          ORDER BY "t21"."held_from" DESC, "t21"."held_key" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "newest"
      FROM (
        SELECT
          "t20"."child_id",
          "t20"."source_key",
          "t20"."on_date",
          "t20"."entry_to_placed",
          "t20"."entry_to_home",
          "t20"."order_to_match",
          "t20"."months_entry_to_decision",
          "t20"."months_decision_to_match",
          "t20"."months_match_to_placed",
          "t20"."months_entry_to_placed",
          "t20"."months_placed_to_order",
          "t20"."months_entry_to_order",
          "t10"."held_child",
          "t10"."held_from",
          "t10"."held_team",
          "t10"."held_key"
        FROM (
          SELECT
            "t18"."perm_person_id" AS "child_id",
            "t18"."perm_table_id" AS "source_key",
            "t18"."perm_permanence_order_date" AS "on_date",
            CAST(DATE_DIFF(
              'DAY',
              "t18"."entered_on",
              COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date")
            ) AS DOUBLE) AS "entry_to_placed",
            CAST(DATE_DIFF(
              'DAY',
              "t18"."entered_on",
              CASE
                WHEN COALESCE("t18"."perm_adopted_by_carer_flag" = 'Y', FALSE)
                THEN COALESCE(
                  "t18"."perm_placed_foster_carer_date",
                  COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date")
                )
                ELSE COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date")
              END
            ) AS DOUBLE) AS "entry_to_home",
            CASE
              WHEN CAST(DATE_DIFF('DAY', "t18"."perm_placement_order_date", "t18"."perm_matched_date") AS DOUBLE) < 0
              THEN 0.0
              ELSE CAST(DATE_DIFF('DAY', "t18"."perm_placement_order_date", "t18"."perm_matched_date") AS DOUBLE)
            END AS "order_to_match",
            CAST(DATE_DIFF('DAY', "t18"."entered_on", "t18"."perm_adm_decision_date") AS DOUBLE) / 30.4375 AS "months_entry_to_decision",
            CAST(DATE_DIFF('DAY', "t18"."perm_adm_decision_date", "t18"."perm_matched_date") AS DOUBLE) / 30.4375 AS "months_decision_to_match",
            CAST(DATE_DIFF(
              'DAY',
              "t18"."perm_matched_date",
              COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date")
            ) AS DOUBLE) / 30.4375 AS "months_match_to_placed",
            CAST(DATE_DIFF(
              'DAY',
              "t18"."entered_on",
              COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date")
            ) AS DOUBLE) / 30.4375 AS "months_entry_to_placed",
            CAST(DATE_DIFF(
              'DAY',
              COALESCE("t18"."perm_placed_for_adoption_date", "t18"."perm_placed_ffa_cp_date"),
              "t18"."perm_permanence_order_date"
            ) AS DOUBLE) / 30.4375 AS "months_placed_to_order",
            CAST(DATE_DIFF('DAY', "t18"."entered_on", "t18"."perm_permanence_order_date") AS DOUBLE) / 30.4375 AS "months_entry_to_order"
          FROM (
            SELECT
              "t4"."perm_table_id",
              "t4"."perm_person_id",
              "t4"."perm_cla_id",
              "t4"."perm_adm_decision_date",
              "t4"."perm_ffa_cp_decision_date",
              "t4"."perm_placement_order_date",
              "t4"."perm_placed_for_adoption_date",
              "t4"."perm_matched_date",
              "t4"."perm_adopted_by_carer_flag",
              "t4"."perm_placed_ffa_cp_date",
              "t4"."perm_decision_reversed_date",
              "t4"."perm_placed_foster_carer_date",
              "t4"."perm_part_of_sibling_group",
              "t4"."perm_siblings_placed_together",
              "t4"."perm_siblings_placed_apart",
              "t4"."perm_placement_provider_urn",
              "t4"."perm_decision_reversed_reason",
              "t4"."perm_permanence_order_date",
              "t4"."perm_permanence_order_type",
              "t4"."perm_adoption_worker_id",
              "t4"."perm_adopter_sex",
              "t4"."perm_adopter_legal_status",
              "t4"."perm_number_of_adopters",
              "t17"."care_child",
              "t17"."entered_on",
              "t17"."care_key"
            FROM "joined"."ssd_permanence" AS "t4"
            INNER JOIN (
              SELECT
                "t15"."child_id" AS "care_child",
                "t15"."started_on" AS "entered_on",
                "t15"."source_key" AS "care_key"
              FROM (
                SELECT
                  "t11"."child_id",
                  "t11"."team_id",
                  "t11"."started_on",
                  "t11"."ended_on",
                  "t11"."source_key",
                  "t8"."born",
                  "t14"."reason"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 'care' AND "t0"."started_on" IS NOT NULL
                ) AS "t11"
                LEFT OUTER JOIN (
                  SELECT
                    "t2"."pers_person_id",
                    "t2"."pers_dob" AS "born"
                  FROM "joined"."ssd_person" AS "t2"
                ) AS "t8"
                  ON "t11"."child_id" = "t8"."pers_person_id"
                LEFT OUTER JOIN (
                  SELECT
                    "t12"."clae_person_id" AS "last_child",
                    "t12"."clae_cla_id" AS "last_care",
                    "t12"."clae_cla_episode_ceased_reason" AS "reason"
                  FROM (
                    SELECT
                      "t9"."clae_cla_episode_id",
                      "t9"."clae_person_id",
                      "t9"."clae_cla_episode_start_date",
                      "t9"."clae_cla_episode_start_reason",
                      "t9"."clae_cla_primary_need_code",
                      "t9"."clae_cla_episode_ceased_date",
                      "t9"."clae_cla_episode_ceased_reason",
                      "t9"."clae_cla_id",
                      "t9"."clae_referral_id",
                      "t9"."clae_cla_placement_id",
                      "t9"."clae_entered_care_date",
                      "t9"."clae_cla_last_iro_contact_date",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t9"."clae_person_id", "t9"."clae_cla_id"
                        ORDER BY "t9"."clae_cla_episode_ceased_date" DESC, "t9"."clae_cla_episode_id" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "nth"
                    FROM (
                      SELECT
                        *
                      FROM "joined"."ssd_cla_episodes" AS "t3"
                      WHERE
                        "t3"."clae_cla_episode_ceased_date" IS NOT NULL
                    ) AS "t9"
                  ) AS "t12"
                  WHERE
                    "t12"."nth" = 0
                ) AS "t14"
                  ON "t11"."child_id" = "t14"."last_child" AND "t11"."source_key" = "t14"."last_care"
              ) AS "t15"
            ) AS "t17"
              ON "t4"."perm_person_id" = "t17"."care_child"
              AND "t4"."perm_cla_id" = "t17"."care_key"
          ) AS "t18"
          WHERE
            "t18"."perm_permanence_order_date" IS NOT NULL
            AND "t18"."perm_permanence_order_type" = 'Adoption'
        ) AS "t20"
        LEFT OUTER JOIN (
          SELECT
            "t0"."child_id" AS "held_child",
            "t0"."started_on" AS "held_from",
            "t0"."team_id" AS "held_team",
            "t0"."spell_id" AS "held_key"
          FROM "journeys"."spells" AS "t0"
          WHERE
            "t0"."kind" = 'allocation' AND "t0"."started_on" IS NOT NULL
        ) AS "t10"
          ON "t20"."child_id" = "t10"."held_child" AND "t10"."held_from" <= "t20"."on_date"
      ) AS "t21"
    ) AS "t22"
    WHERE
      "t22"."newest" = 0
  ) AS "t23"
) AS "t24"
