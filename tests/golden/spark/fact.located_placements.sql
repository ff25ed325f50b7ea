SELECT
  `t24`.`child_id` AS `who`,
  `t24`.`child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'ssd_cla_placement' AS `source_table`,
  `t24`.`source_key`,
  `t24`.`started_on`,
  `t24`.`ended_on`,
  `t24`.`distance`,
  `t24`.`location`
FROM (
  SELECT
    `t23`.`born`,
    `t23`.`care_started_on`,
    `t23`.`child_id`,
    `t23`.`started_on`,
    `t23`.`ended_on`,
    `t23`.`source_key`,
    `t23`.`type`,
    `t23`.`provider`,
    `t23`.`distance`,
    `t23`.`location`
  FROM (
    SELECT
      `t22`.`born`,
      `t22`.`care_started_on`,
      `t22`.`child_id`,
      `t22`.`started_on`,
      `t22`.`ended_on`,
      `t22`.`source_key`,
      `t22`.`type`,
      `t22`.`provider`,
      `t22`.`distance`,
      `t22`.`placed`,
      `t22`.`least`,
      `t22`.`most`,
      IF(`t22`.`least` = `t22`.`most`, `t22`.`least`, CAST(NULL AS STRING)) AS `location`
    FROM (
      SELECT
        `t21`.`born`,
        `t21`.`care_started_on`,
        `t21`.`child_id`,
        `t21`.`started_on`,
        `t21`.`ended_on`,
        `t21`.`source_key`,
        `t21`.`type`,
        `t21`.`provider`,
        `t21`.`distance`,
        `t11`.`placed`,
        `t11`.`least`,
        `t11`.`most`
      FROM (
        SELECT
          `t19`.`born`,
          `t19`.`care_started_on`,
          `t19`.`clap_person_id` AS `child_id`,
          `t19`.`clap_cla_placement_start_date` AS `started_on`,
          `t19`.`clap_cla_placement_end_date` AS `ended_on`,
          `t19`.`clap_cla_placement_id` AS `source_key`,
          `t19`.`clap_cla_placement_type` AS `type`,
          `t19`.`clap_cla_placement_provider` AS `provider`,
          IF(
            CAST(`t19`.`clap_cla_placement_distance` AS DOUBLE) < 999,
            CAST(`t19`.`clap_cla_placement_distance` AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS `distance`
        FROM (
          SELECT
            `t5`.`clap_cla_placement_id`,
            `t5`.`clap_cla_placement_start_date`,
            `t5`.`clap_cla_placement_type`,
            `t5`.`clap_cla_placement_urn`,
            `t5`.`clap_cla_placement_distance`,
            `t5`.`clap_cla_id`,
            `t5`.`clap_cla_placement_provider`,
            `t5`.`clap_cla_placement_postcode`,
            `t5`.`clap_cla_placement_end_date`,
            `t5`.`clap_cla_placement_change_reason`,
            `t5`.`clap_person_id`,
            `t18`.`care_key`,
            `t18`.`care_child`,
            `t18`.`care_started_on`,
            `t18`.`born`
          FROM `joined`.`ssd_cla_placement` AS `t5`
          INNER JOIN (
            SELECT
              `t16`.`source_key` AS `care_key`,
              `t16`.`child_id` AS `care_child`,
              `t16`.`started_on` AS `care_started_on`,
              `t16`.`born`
            FROM (
              SELECT
                `t12`.`child_id`,
                `t12`.`team_id`,
                `t12`.`started_on`,
                `t12`.`ended_on`,
                `t12`.`source_key`,
                `t9`.`born`,
                `t15`.`reason`
              FROM (
                SELECT
                  *
                FROM `journeys`.`spells` AS `t2`
                WHERE
                  `t2`.`kind` = 'care' AND `t2`.`started_on` IS NOT NULL
              ) AS `t12`
              LEFT OUTER JOIN (
                SELECT
                  `t3`.`pers_person_id`,
                  `t3`.`pers_dob` AS `born`
                FROM `joined`.`ssd_person` AS `t3`
              ) AS `t9`
                ON `t12`.`child_id` = `t9`.`pers_person_id`
              LEFT OUTER JOIN (
                SELECT
                  `t13`.`clae_person_id` AS `last_child`,
                  `t13`.`clae_cla_id` AS `last_care`,
                  `t13`.`clae_cla_episode_ceased_reason` AS `reason`
                FROM (
                  SELECT
                    `t10`.`clae_cla_episode_id`,
                    `t10`.`clae_person_id`,
                    `t10`.`clae_cla_episode_start_date`,
                    `t10`.`clae_cla_episode_start_reason`,
                    `t10`.`clae_cla_primary_need_code`,
                    `t10`.`clae_cla_episode_ceased_date`,
                    `t10`.`clae_cla_episode_ceased_reason`,
                    `t10`.`clae_cla_id`,
                    `t10`.`clae_referral_id`,
                    `t10`.`clae_cla_placement_id`,
                    `t10`.`clae_entered_care_date`,
                    `t10`.`clae_cla_last_iro_contact_date`,
                    ROW_NUMBER() OVER (
                      PARTITION BY `t10`.`clae_person_id`, `t10`.`clae_cla_id`
                      ORDER BY `t10`.`clae_cla_episode_ceased_date` DESC, `t10`.`clae_cla_episode_id` ASC NULLS LAST
                    ) - 1 AS `nth`
                  FROM (
                    SELECT
                      *
                    FROM `joined`.`ssd_cla_episodes` AS `t4`
                    WHERE
                      `t4`.`clae_cla_episode_ceased_date` IS NOT NULL
                  ) AS `t10`
                ) AS `t13`
                WHERE
                  `t13`.`nth` = 0
              ) AS `t15`
                ON `t12`.`child_id` = `t15`.`last_child` AND `t12`.`source_key` = `t15`.`last_care`
            ) AS `t16`
          ) AS `t18`
            ON `t5`.`clap_cla_id` = `t18`.`care_key`
            AND `t5`.`clap_person_id` = `t18`.`care_child`
        ) AS `t19`
        WHERE
          `t19`.`clap_cla_placement_start_date` IS NOT NULL
      ) AS `t21`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`plar_placement_id` AS `placed`,
          MIN(`t0`.`plar_location`) AS `least`,
          MAX(`t0`.`plar_location`) AS `most`
        FROM `joined`.`local_placement_areas` AS `t0`
        GROUP BY
          1
      ) AS `t11`
        ON `t21`.`source_key` = `t11`.`placed`
    ) AS `t22`
  ) AS `t23`
) AS `t24`
