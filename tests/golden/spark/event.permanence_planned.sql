SELECT
  `t0`.`lacp_person_id` AS `child_id`,
  'permanence_planned' AS `kind`,
  `t0`.`lacp_cla_care_plan_start_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_care_plan' AS `source_table`,
  `t0`.`lacp_table_id` AS `source_key`
FROM `joined`.`ssd_cla_care_plan` AS `t0`
WHERE
  `t0`.`lacp_cla_care_plan_json` RLIKE '"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)"\\s*:\\s*"Y"'
  AND `t0`.`lacp_cla_care_plan_start_date` IS NOT NULL
