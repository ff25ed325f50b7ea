SELECT
  CAST(NULL AS STRING) AS `child_id`,
  'supervision' AS `kind`,
  `t2`.`on` AS `on_date`,
  `t2`.`worker` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  `t2`.`worker` AS `worker_id`,
  'local_supervisions' AS `source_table`,
  `t2`.`key` AS `source_key`
FROM (
  SELECT
    `t1`.`supe_professional_id` AS `worker`,
    `t1`.`supe_held_date` AS `on`,
    MIN(`t1`.`supe_id`) AS `key`
  FROM (
    SELECT
      *
    FROM `joined`.`local_supervisions` AS `t0`
    WHERE
      `t0`.`supe_held_date` IS NOT NULL AND `t0`.`supe_professional_id` IS NOT NULL
  ) AS `t1`
  GROUP BY
    1,
    2
) AS `t2`
WHERE
  `t2`.`on` IS NOT NULL
