SELECT
  `t17`.`child_id` AS `who`,
  `t17`.`child_id`,
  `t17`.`held_team` AS `team_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t17`.`source_key`,
  `t17`.`on_date`,
  `t17`.`started_on`,
  `t17`.`reason`
FROM (
  SELECT
    `t16`.`child_id`,
    `t16`.`started_on`,
    `t16`.`on_date`,
    `t16`.`source_key`,
    `t16`.`reason`,
    `t16`.`held_child`,
    `t16`.`held_from`,
    `t16`.`held_team`,
    `t16`.`held_key`,
    ROW_NUMBER() OVER (
      PARTITION BY `t16`.`child_id`, `t16`.`source_key`, `t16`.`on_date`
      ORDER BY `t16`.`held_from` DESC, `t16`.`held_key` ASC NULLS LAST
    ) - 1 AS `newest`
  FROM (
    SELECT
      `t15`.`child_id`,
      `t15`.`started_on`,
      `t15`.`on_date`,
      `t15`.`source_key`,
      `t15`.`reason`,
      `t8`.`held_child`,
      `t8`.`held_from`,
      `t8`.`held_team`,
      `t8`.`held_key`
    FROM (
      SELECT
        `t13`.`child_id`,
        `t13`.`started_on`,
        `t13`.`ended_on` AS `on_date`,
        `t13`.`source_key`,
        `t13`.`reason`
      FROM (
        SELECT
          `t9`.`child_id`,
          `t9`.`team_id`,
          `t9`.`started_on`,
          `t9`.`ended_on`,
          `t9`.`source_key`,
          `t6`.`born`,
          `t12`.`reason`
        FROM (
          SELECT
            *
          FROM `journeys`.`spells` AS `t0`
          WHERE
            `t0`.`kind` = 'care' AND `t0`.`started_on` IS NOT NULL
        ) AS `t9`
        LEFT OUTER JOIN (
          SELECT
            `t1`.`pers_person_id`,
            `t1`.`pers_dob` AS `born`
          FROM `joined`.`ssd_person` AS `t1`
        ) AS `t6`
          ON `t9`.`child_id` = `t6`.`pers_person_id`
        LEFT OUTER JOIN (
          SELECT
            `t10`.`clae_person_id` AS `last_child`,
            `t10`.`clae_cla_id` AS `last_care`,
            `t10`.`clae_cla_episode_ceased_reason` AS `reason`
          FROM (
            SELECT
              `t7`.`clae_cla_episode_id`,
              `t7`.`clae_person_id`,
              `t7`.`clae_cla_episode_start_date`,
              `t7`.`clae_cla_episode_start_reason`,
              `t7`.`clae_cla_primary_need_code`,
              `t7`.`clae_cla_episode_ceased_date`,
              `t7`.`clae_cla_episode_ceased_reason`,
              `t7`.`clae_cla_id`,
              `t7`.`clae_referral_id`,
              `t7`.`clae_cla_placement_id`,
              `t7`.`clae_entered_care_date`,
              `t7`.`clae_cla_last_iro_contact_date`,
              ROW_NUMBER() OVER (
                PARTITION BY `t7`.`clae_person_id`, `t7`.`clae_cla_id`
                ORDER BY `t7`.`clae_cla_episode_ceased_date` DESC, `t7`.`clae_cla_episode_id` ASC NULLS LAST
              ) - 1 AS `nth`
            FROM (
              SELECT
                *
              FROM `joined`.`ssd_cla_episodes` AS `t2`
              WHERE
                `t2`.`clae_cla_episode_ceased_date` IS NOT NULL
            ) AS `t7`
          ) AS `t10`
          WHERE
            `t10`.`nth` = 0
        ) AS `t12`
          ON `t9`.`child_id` = `t12`.`last_child` AND `t9`.`source_key` = `t12`.`last_care`
      ) AS `t13`
      WHERE
        `t13`.`ended_on` IS NOT NULL
    ) AS `t15`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`child_id` AS `held_child`,
        `t0`.`started_on` AS `held_from`,
        `t0`.`team_id` AS `held_team`,
        `t0`.`spell_id` AS `held_key`
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'allocation' AND `t0`.`started_on` IS NOT NULL
    ) AS `t8`
      ON `t15`.`child_id` = `t8`.`held_child` AND `t8`.`held_from` <= `t15`.`on_date`
  ) AS `t16`
) AS `t17`
WHERE
  `t17`.`newest` = 0
