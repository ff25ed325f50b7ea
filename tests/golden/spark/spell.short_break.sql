SELECT
  `t6`.`clae_person_id` AS `child_id`,
  'short_break' AS `kind`,
  `t6`.`clae_cla_episode_id` AS `spell_id`,
  `t6`.`clae_cla_episode_start_date` AS `started_on`,
  `t6`.`clae_cla_episode_ceased_date` AS `ended_on`,
  IF(COALESCE(`t6`.`legal` = 'V4', FALSE), 'agreement', CAST(NULL AS STRING)) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t6`.`clae_cla_episode_id` AS `source_key`
FROM (
  SELECT
    `t5`.`clae_cla_episode_id`,
    `t5`.`clae_person_id`,
    `t5`.`clae_cla_episode_start_date`,
    `t5`.`clae_cla_episode_start_reason`,
    `t5`.`clae_cla_primary_need_code`,
    `t5`.`clae_cla_episode_ceased_date`,
    `t5`.`clae_cla_episode_ceased_reason`,
    `t5`.`clae_cla_id`,
    `t5`.`clae_referral_id`,
    `t5`.`clae_cla_placement_id`,
    `t5`.`clae_entered_care_date`,
    `t5`.`clae_cla_last_iro_contact_date`,
    MAX(`t5`.`status`) AS `legal`
  FROM (
    SELECT
      `t2`.`clae_cla_episode_id`,
      `t2`.`clae_person_id`,
      `t2`.`clae_cla_episode_start_date`,
      `t2`.`clae_cla_episode_start_reason`,
      `t2`.`clae_cla_primary_need_code`,
      `t2`.`clae_cla_episode_ceased_date`,
      `t2`.`clae_cla_episode_ceased_reason`,
      `t2`.`clae_cla_id`,
      `t2`.`clae_referral_id`,
      `t2`.`clae_cla_placement_id`,
      `t2`.`clae_entered_care_date`,
      `t2`.`clae_cla_last_iro_contact_date`,
      `t4`.`status_child`,
      `t4`.`status`,
      `t4`.`from_day`,
      `t4`.`to_day`
    FROM `joined`.`ssd_cla_episodes` AS `t2`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`lega_person_id` AS `status_child`,
        `t1`.`lega_legal_status` AS `status`,
        `t1`.`lega_legal_status_start_date` AS `from_day`,
        `t1`.`lega_legal_status_end_date` AS `to_day`
      FROM `joined`.`ssd_legal_status` AS `t1`
    ) AS `t4`
      ON `t2`.`clae_person_id` = `t4`.`status_child`
      AND `t4`.`from_day` <= `t2`.`clae_cla_episode_start_date`
      AND `t2`.`clae_cla_episode_start_date` < COALESCE(`t4`.`to_day`, CAST('9999-12-31' AS DATE))
  ) AS `t5`
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
) AS `t6`
WHERE
  CAST(COALESCE(`t6`.`legal` IN ('V3', 'V4'), FALSE) AS BIGINT) = 1
