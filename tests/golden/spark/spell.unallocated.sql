SELECT
  `t8`.`child_id`,
  'unallocated' AS `kind`,
  CONCAT(CONCAT(`t8`.`case`, '/'), `t8`.`key`) AS `spell_id`,
  COALESCE(`t8`.`reached`, `t8`.`opened`) AS `started_on`,
  IF(`t8`.`begins` = CAST('9999-12-31' AS DATE), CAST(NULL AS DATE), `t8`.`begins`) AS `ended_on`,
  IF(
    COALESCE(COALESCE(`t8`.`team` <> `t8`.`team_before`, FALSE), FALSE),
    'transfer',
    CAST(NULL AS STRING)
  ) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  COALESCE(`t8`.`team_before`, `t8`.`case_team`) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_involvements' AS `source_table`,
  `t8`.`case` AS `source_key`
FROM (
  SELECT
    `t7`.`child_id`,
    `t7`.`case`,
    `t7`.`opened`,
    `t7`.`closed`,
    `t7`.`named`,
    `t7`.`case_team`,
    `t7`.`begins`,
    `t7`.`lasts`,
    `t7`.`team`,
    `t7`.`key`,
    MAX(`t7`.`lasts`) OVER (
      PARTITION BY `t7`.`case`
      ORDER BY `t7`.`begins` ASC NULLS LAST, `t7`.`key` ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS `reached`,
    LAG(`t7`.`team`) OVER (
      PARTITION BY `t7`.`case`
      ORDER BY `t7`.`begins` ASC NULLS LAST, `t7`.`key` ASC NULLS LAST
    ) AS `team_before`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t5`.`child_id`,
        `t5`.`case`,
        `t5`.`opened`,
        `t5`.`closed`,
        `t5`.`named`,
        `t5`.`case_team`,
        GREATEST(`t4`.`held_from`, `t5`.`opened`) AS `begins`,
        `t4`.`held_to` AS `lasts`,
        `t4`.`held_team` AS `team`,
        `t4`.`key`
      FROM (
        SELECT
          `t0`.`child_id`,
          `t0`.`spell_id` AS `case`,
          `t0`.`started_on` AS `opened`,
          COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `closed`,
          `t0`.`worker_id` AS `named`,
          `t0`.`team_id` AS `case_team`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` = 'referral'
          AND `t0`.`started_on` IS NOT NULL
          AND COALESCE(`t0`.`outcome` <> 'nfa', TRUE)
          AND `t0`.`started_on` < COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE))
      ) AS `t5`
      INNER JOIN (
        SELECT
          `t0`.`child_id` AS `held_child`,
          `t0`.`started_on` AS `held_from`,
          COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `held_to`,
          `t0`.`team_id` AS `held_team`,
          `t0`.`spell_id` AS `key`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` = 'allocation' AND `t0`.`started_on` IS NOT NULL
      ) AS `t4`
        ON `t5`.`child_id` = `t4`.`held_child`
        AND `t4`.`held_from` < `t5`.`closed`
        AND `t4`.`held_to` > `t5`.`opened`
    ) AS `t6`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`child_id`,
        `t0`.`spell_id` AS `case`,
        `t0`.`started_on` AS `opened`,
        COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `closed`,
        `t0`.`worker_id` AS `named`,
        `t0`.`team_id` AS `case_team`,
        COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `begins`,
        COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `lasts`,
        CAST(NULL AS STRING) AS `team`,
        '~' AS `key`
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'referral'
        AND `t0`.`started_on` IS NOT NULL
        AND COALESCE(`t0`.`outcome` <> 'nfa', TRUE)
        AND `t0`.`started_on` < COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE))
    ) AS `t2`
  ) AS `t7`
) AS `t8`
WHERE
  NOT (
    (
      `t8`.`reached` IS NULL
    ) AND (
      `t8`.`named` IS NOT NULL
    )
  )
  AND COALESCE(`t8`.`reached`, `t8`.`opened`) < `t8`.`begins`
