SELECT
  `t0`.`strd_person_id` AS `child_id`,
  'strategy_discussion' AS `kind`,
  `t0`.`strd_held_date` AS `on_date`,
  `t0`.`strd_id` AS `spell_id`,
  LOWER(`t0`.`strd_outcome`) AS `outcome`,
  CASE
    WHEN `t0`.`strd_police_present` = 'N'
    THEN 'no_police'
    WHEN `t0`.`strd_health_present` = 'N'
    THEN 'no_health'
    WHEN `t0`.`strd_referrer_present` = 'N'
    THEN 'no_referrer'
    WHEN (
      `t0`.`strd_police_present` = 'Y'
    ) AND (
      `t0`.`strd_health_present` = 'Y'
    )
    THEN 'quorate'
    ELSE NULL
  END AS `detail`,
  `t0`.`strd_team` AS `team_id`,
  `t0`.`strd_chair_id` AS `worker_id`,
  'local_strategy_discussions' AS `source_table`,
  `t0`.`strd_id` AS `source_key`
FROM `joined`.`local_strategy_discussions` AS `t0`
WHERE
  `t0`.`strd_held_date` IS NOT NULL
