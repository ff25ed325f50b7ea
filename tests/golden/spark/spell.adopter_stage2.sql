SELECT
  CAST(NULL AS STRING) AS `child_id`,
  'adopter_stage2' AS `kind`,
  `t0`.`adop_id` AS `spell_id`,
  `t0`.`adop_stage2_start_date` AS `started_on`,
  COALESCE(`t0`.`adop_stage2_end_date`, `t0`.`adop_left_date`) AS `ended_on`,
  IF(
    COALESCE(
      (
        `t0`.`adop_stage2_end_date` IS NULL
      )
      AND (
        `t0`.`adop_left_date` IS NOT NULL
      ),
      FALSE
    ),
    'left',
    CAST(NULL AS STRING)
  ) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_prospective_adopters' AS `source_table`,
  `t0`.`adop_id` AS `source_key`
FROM `joined`.`local_prospective_adopters` AS `t0`
WHERE
  (
    `t0`.`adop_stage2_start_date` IS NOT NULL
  )
  OR (
    `t0`.`adop_stage2_end_date` IS NOT NULL
  )
