SELECT
  `t11`.`clap_person_id` AS `child_id`,
  'placement_same_carer' AS `kind`,
  `t11`.`clap_cla_placement_start_date` AS `on_date`,
  `t11`.`clap_cla_placement_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_placement' AS `source_table`,
  `t11`.`clap_cla_placement_id` AS `source_key`
FROM (
  SELECT
    `t10`.`clap_cla_placement_id`,
    `t10`.`clap_cla_placement_start_date`,
    `t10`.`clap_cla_placement_type`,
    `t10`.`clap_cla_placement_urn`,
    `t10`.`clap_cla_placement_distance`,
    `t10`.`clap_cla_id`,
    `t10`.`clap_cla_placement_provider`,
    `t10`.`clap_cla_placement_postcode`,
    `t10`.`clap_cla_placement_end_date`,
    `t10`.`clap_cla_placement_change_reason`,
    `t10`.`clap_person_id`,
    `t10`.`carer_of`,
    `t10`.`carer`,
    `t10`.`kept_placement`,
    ROW_NUMBER() OVER (
      PARTITION BY `t10`.`clap_cla_id`
      ORDER BY `t10`.`clap_cla_placement_start_date` ASC NULLS LAST, `t10`.`clap_cla_placement_id` ASC NULLS LAST
    ) - 1 AS `nth`,
    LAG(`t10`.`carer`) OVER (
      PARTITION BY `t10`.`clap_cla_id`
      ORDER BY `t10`.`clap_cla_placement_start_date` ASC NULLS LAST, `t10`.`clap_cla_placement_id` ASC NULLS LAST
    ) AS `carer_before`
  FROM (
    SELECT
      `t7`.`clap_cla_placement_id`,
      `t7`.`clap_cla_placement_start_date`,
      `t7`.`clap_cla_placement_type`,
      `t7`.`clap_cla_placement_urn`,
      `t7`.`clap_cla_placement_distance`,
      `t7`.`clap_cla_id`,
      `t7`.`clap_cla_placement_provider`,
      `t7`.`clap_cla_placement_postcode`,
      `t7`.`clap_cla_placement_end_date`,
      `t7`.`clap_cla_placement_change_reason`,
      `t7`.`clap_person_id`,
      `t9`.`carer_of`,
      `t9`.`carer`,
      `t5`.`kept_placement`
    FROM (
      SELECT
        *
      FROM `joined`.`ssd_cla_placement` AS `t0`
      WHERE
        NOT (
          COALESCE(`t0`.`clap_cla_placement_type` IN ('T0', 'T1', 'T2', 'T3', 'T4'), FALSE)
        )
    ) AS `t7`
    LEFT OUTER JOIN (
      SELECT
        `t4`.`plmo_placement_id` AS `carer_of`,
        MAX(`t4`.`plmo_carer_id`) AS `carer`
      FROM (
        SELECT
          *
        FROM `joined`.`local_placement_moves` AS `t2`
        WHERE
          `t2`.`plmo_placement_id` IS NOT NULL
      ) AS `t4`
      GROUP BY
        1
    ) AS `t9`
      ON `t7`.`clap_cla_placement_id` = `t9`.`carer_of`
    LEFT OUTER JOIN (
      SELECT DISTINCT
        `t1`.`clae_cla_placement_id` AS `kept_placement`
      FROM `joined`.`ssd_cla_episodes` AS `t1`
      WHERE
        `t1`.`clae_cla_episode_start_reason` IN ('T', 'U')
    ) AS `t5`
      ON `t7`.`clap_cla_placement_id` = `t5`.`kept_placement`
  ) AS `t10`
) AS `t11`
WHERE
  `t11`.`nth` > 0
  AND (
    COALESCE(`t11`.`carer` = `t11`.`carer_before`, FALSE)
    OR (
      `t11`.`kept_placement` IS NOT NULL
    )
  )
