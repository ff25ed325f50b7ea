SELECT
  CAST(NULL AS STRING) AS `child_id`,
  'adopter_waiting' AS `kind`,
  `t0`.`adop_id` AS `spell_id`,
  `t0`.`adop_approved_date` AS `started_on`,
  IF(
    LEAST(
      COALESCE(`t0`.`adop_placed_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`adop_left_date`, CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(
      COALESCE(`t0`.`adop_placed_date`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t0`.`adop_left_date`, CAST('9999-12-31' AS DATE))
    )
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_prospective_adopters' AS `source_table`,
  `t0`.`adop_id` AS `source_key`
FROM `joined`.`local_prospective_adopters` AS `t0`
WHERE
  `t0`.`adop_approved_date` IS NOT NULL
