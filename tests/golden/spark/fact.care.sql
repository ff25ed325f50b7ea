SELECT
  `t12`.`child_id` AS `who`,
  `t12`.`child_id`,
  `t12`.`team_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t12`.`source_key`,
  `t12`.`started_on`,
  `t12`.`ended_on`,
  `t12`.`born`
FROM (
  SELECT
    `t11`.`child_id`,
    `t11`.`team_id`,
    `t11`.`started_on`,
    `t11`.`ended_on`,
    `t11`.`source_key`,
    `t11`.`born`
  FROM (
    SELECT
      `t7`.`child_id`,
      `t7`.`team_id`,
      `t7`.`started_on`,
      `t7`.`ended_on`,
      `t7`.`source_key`,
      `t5`.`born`,
      `t10`.`reason`
    FROM (
      SELECT
        *
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'care' AND `t0`.`started_on` IS NOT NULL
    ) AS `t7`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`pers_person_id`,
        `t1`.`pers_dob` AS `born`
      FROM `joined`.`ssd_person` AS `t1`
    ) AS `t5`
      ON `t7`.`child_id` = `t5`.`pers_person_id`
    LEFT OUTER JOIN (
      SELECT
        `t8`.`clae_person_id` AS `last_child`,
        `t8`.`clae_cla_id` AS `last_care`,
        `t8`.`clae_cla_episode_ceased_reason` AS `reason`
      FROM (
        SELECT
          `t6`.`clae_cla_episode_id`,
          `t6`.`clae_person_id`,
          `t6`.`clae_cla_episode_start_date`,
          `t6`.`clae_cla_episode_start_reason`,
          `t6`.`clae_cla_primary_need_code`,
          `t6`.`clae_cla_episode_ceased_date`,
          `t6`.`clae_cla_episode_ceased_reason`,
          `t6`.`clae_cla_id`,
          `t6`.`clae_referral_id`,
          `t6`.`clae_cla_placement_id`,
          `t6`.`clae_entered_care_date`,
          `t6`.`clae_cla_last_iro_contact_date`,
          ROW_NUMBER() OVER (
            PARTITION BY `t6`.`clae_person_id`, `t6`.`clae_cla_id`
            ORDER BY `t6`.`clae_cla_episode_ceased_date` DESC, `t6`.`clae_cla_episode_id` ASC NULLS LAST
          ) - 1 AS `nth`
        FROM (
          SELECT
            *
          FROM `joined`.`ssd_cla_episodes` AS `t2`
          WHERE
            `t2`.`clae_cla_episode_ceased_date` IS NOT NULL
        ) AS `t6`
      ) AS `t8`
      WHERE
        `t8`.`nth` = 0
    ) AS `t10`
      ON `t7`.`child_id` = `t10`.`last_child` AND `t7`.`source_key` = `t10`.`last_care`
  ) AS `t11`
) AS `t12`
