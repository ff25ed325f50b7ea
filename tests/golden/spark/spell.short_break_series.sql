SELECT
  `t13`.`child_id`,
  'short_break_series' AS `kind`,
  `t13`.`cla_id` AS `spell_id`,
  `t13`.`started` AS `started_on`,
  IF(`t13`.`still_open` = 0, `t13`.`ended`, CAST(NULL AS DATE)) AS `ended_on`,
  `t13`.`legal` AS `outcome`,
  `t13`.`adoption` AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t13`.`cla_id` AS `source_key`
FROM (
  SELECT
    `t12`.`child_id`,
    `t12`.`cla_id`,
    `t12`.`started`,
    `t12`.`ended`,
    `t12`.`still_open`,
    `t12`.`is_break`,
    `t12`.`legal`,
    `t7`.`plan_cla`,
    `t7`.`adoption`
  FROM (
    SELECT
      `t10`.`clae_person_id` AS `child_id`,
      `t10`.`clae_cla_id` AS `cla_id`,
      MIN(
        COALESCE(
          `t10`.`clae_entered_care_date`,
          IF(
            `t10`.`clae_cla_episode_start_reason` = 'S',
            `t10`.`clae_cla_episode_start_date`,
            CAST(NULL AS DATE)
          )
        )
      ) AS `started`,
      MAX(`t10`.`clae_cla_episode_ceased_date`) AS `ended`,
      MAX(CAST(`t10`.`clae_cla_episode_ceased_date` IS NULL AS BIGINT)) AS `still_open`,
      MIN(`t10`.`is_break`) AS `is_break`,
      MIN(
        IF(`t10`.`clae_cla_episode_start_reason` = 'S', `t10`.`legal`, CAST(NULL AS STRING))
      ) AS `legal`
    FROM (
      SELECT
        `t9`.`clae_cla_episode_id`,
        `t9`.`clae_person_id`,
        `t9`.`clae_cla_episode_start_date`,
        `t9`.`clae_cla_episode_start_reason`,
        `t9`.`clae_cla_primary_need_code`,
        `t9`.`clae_cla_episode_ceased_date`,
        `t9`.`clae_cla_episode_ceased_reason`,
        `t9`.`clae_cla_id`,
        `t9`.`clae_referral_id`,
        `t9`.`clae_cla_placement_id`,
        `t9`.`clae_entered_care_date`,
        `t9`.`clae_cla_last_iro_contact_date`,
        `t9`.`legal`,
        CAST(COALESCE(`t9`.`legal` IN ('V3', 'V4'), FALSE) AS BIGINT) AS `is_break`
      FROM (
        SELECT
          `t8`.`clae_cla_episode_id`,
          `t8`.`clae_person_id`,
          `t8`.`clae_cla_episode_start_date`,
          `t8`.`clae_cla_episode_start_reason`,
          `t8`.`clae_cla_primary_need_code`,
          `t8`.`clae_cla_episode_ceased_date`,
          `t8`.`clae_cla_episode_ceased_reason`,
          `t8`.`clae_cla_id`,
          `t8`.`clae_referral_id`,
          `t8`.`clae_cla_placement_id`,
          `t8`.`clae_entered_care_date`,
          `t8`.`clae_cla_last_iro_contact_date`,
          MAX(`t8`.`status`) AS `legal`
        FROM (
          SELECT
            `t3`.`clae_cla_episode_id`,
            `t3`.`clae_person_id`,
            `t3`.`clae_cla_episode_start_date`,
            `t3`.`clae_cla_episode_start_reason`,
            `t3`.`clae_cla_primary_need_code`,
            `t3`.`clae_cla_episode_ceased_date`,
            `t3`.`clae_cla_episode_ceased_reason`,
            `t3`.`clae_cla_id`,
            `t3`.`clae_referral_id`,
            `t3`.`clae_cla_placement_id`,
            `t3`.`clae_entered_care_date`,
            `t3`.`clae_cla_last_iro_contact_date`,
            `t5`.`status_child`,
            `t5`.`status`,
            `t5`.`from_day`,
            `t5`.`to_day`
          FROM `joined`.`ssd_cla_episodes` AS `t3`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`lega_person_id` AS `status_child`,
              `t2`.`lega_legal_status` AS `status`,
              `t2`.`lega_legal_status_start_date` AS `from_day`,
              `t2`.`lega_legal_status_end_date` AS `to_day`
            FROM `joined`.`ssd_legal_status` AS `t2`
          ) AS `t5`
            ON `t3`.`clae_person_id` = `t5`.`status_child`
            AND `t5`.`from_day` <= `t3`.`clae_cla_episode_start_date`
            AND `t3`.`clae_cla_episode_start_date` < COALESCE(`t5`.`to_day`, CAST('9999-12-31' AS DATE))
        ) AS `t8`
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7,
          8,
          9,
          10,
          11,
          12
      ) AS `t9`
    ) AS `t10`
    GROUP BY
      1,
      2
  ) AS `t12`
  LEFT OUTER JOIN (
    SELECT DISTINCT
      `t0`.`perm_cla_id` AS `plan_cla`,
      'adoption' AS `adoption`
    FROM `joined`.`ssd_permanence` AS `t0`
    WHERE
      (
        `t0`.`perm_adm_decision_date` IS NOT NULL
      )
      OR (
        `t0`.`perm_placed_for_adoption_date` IS NOT NULL
      )
  ) AS `t7`
    ON `t12`.`cla_id` = `t7`.`plan_cla`
) AS `t13`
WHERE
  `t13`.`is_break` = 1
