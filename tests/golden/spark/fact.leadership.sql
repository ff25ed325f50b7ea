SELECT
  `t0`.`lead_post` AS `who`,
  CAST(NULL AS STRING) AS `child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'local_leadership_posts' AS `source_table`,
  `t0`.`lead_id` AS `source_key`,
  `t0`.`lead_from_date` AS `started_on`,
  `t0`.`lead_to_date` AS `ended_on`,
  `t0`.`lead_status` AS `status`
FROM `joined`.`local_leadership_posts` AS `t0`
