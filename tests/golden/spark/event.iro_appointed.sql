SELECT
  `t0`.`invo_person_id` AS `child_id`,
  'iro_appointed' AS `kind`,
  `t0`.`invo_involvement_start_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  `t0`.`invo_professional_id` AS `worker_id`,
  'ssd_involvements' AS `source_table`,
  `t0`.`invo_involvements_id` AS `source_key`
FROM `joined`.`ssd_involvements` AS `t0`
WHERE
  `t0`.`invo_professional_role_id` RLIKE '(?i)reviewing officer|\\bIRO\\b'
  AND `t0`.`invo_involvement_start_date` IS NOT NULL
