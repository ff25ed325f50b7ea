SELECT
  `t2`.`child_id`,
  'iro_contact' AS `kind`,
  `t2`.`on` AS `on_date`,
  `t2`.`cla_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t2`.`key` AS `source_key`
FROM (
  SELECT
    `t1`.`clae_person_id` AS `child_id`,
    `t1`.`clae_cla_id` AS `cla_id`,
    `t1`.`clae_cla_last_iro_contact_date` AS `on`,
    MIN(`t1`.`clae_cla_episode_id`) AS `key`
  FROM (
    SELECT
      *
    FROM `joined`.`ssd_cla_episodes` AS `t0`
    WHERE
      `t0`.`clae_cla_last_iro_contact_date` IS NOT NULL
  ) AS `t1`
  GROUP BY
    1,
    2,
    3
) AS `t2`
WHERE
  `t2`.`on` IS NOT NULL
