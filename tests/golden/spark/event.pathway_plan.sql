SELECT
  `t0`.`clea_person_id` AS `child_id`,
  'pathway_plan' AS `kind`,
  `t0`.`clea_pathway_plan_review_date` AS `on_date`,
  `t0`.`clea_person_id` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  `t0`.`clea_care_leaver_allocated_team` AS `team_id`,
  `t0`.`clea_care_leaver_worker_id` AS `worker_id`,
  'ssd_care_leavers' AS `source_table`,
  `t0`.`clea_table_id` AS `source_key`
FROM `joined`.`ssd_care_leavers` AS `t0`
WHERE
  `t0`.`clea_pathway_plan_review_date` IS NOT NULL
