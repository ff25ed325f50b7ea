SELECT
  `t8`.`child_id` AS `who`,
  `t8`.`child_id`,
  `t8`.`team_id`,
  'ssd_cin_episodes' AS `source_table`,
  `t8`.`source_key`,
  `t8`.`on_date`,
  `t8`.`source`,
  `t8`.`nfa`,
  `t8`.`close_reason`,
  `t8`.`assessed`
FROM (
  SELECT
    `t7`.`child_id`,
    `t7`.`team_id`,
    `t7`.`on_date`,
    `t7`.`source_key`,
    `t3`.`cine_referral_source_code` AS `source`,
    `t3`.`cine_referral_nfa` AS `nfa`,
    `t3`.`cine_close_reason` AS `close_reason`,
    CASE
      WHEN `t6`.`assessments` IS NOT NULL
      THEN 'Y'
      WHEN NOT (
        `t6`.`assessments` IS NOT NULL
      )
      THEN 'N'
      ELSE NULL
    END AS `assessed`
  FROM (
    SELECT
      *
    FROM `journeys`.`events` AS `t0`
    WHERE
      `t0`.`kind` = 'referral'
  ) AS `t7`
  INNER JOIN `joined`.`ssd_cin_episodes` AS `t3`
    ON `t7`.`source_key` = `t3`.`cine_referral_id`
  LEFT OUTER JOIN (
    SELECT
      `t2`.`cina_referral_id` AS `assessed_id`,
      COUNT(*) AS `assessments`
    FROM `joined`.`ssd_cin_assessments` AS `t2`
    GROUP BY
      1
  ) AS `t6`
    ON `t3`.`cine_referral_id` = `t6`.`assessed_id`
) AS `t8`
