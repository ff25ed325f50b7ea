SELECT
  `t4`.`child_id`,
  'short_break_day' AS `kind`,
  `t4`.`day` AS `on_date`,
  `t4`.`key` AS `spell_id`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_cla_episodes' AS `source_table`,
  `t4`.`key` AS `source_key`
FROM (
  SELECT
    `t3`.`child_id`,
    `t3`.`day`,
    MIN(`t3`.`spell_id`) AS `key`
  FROM (
    SELECT
      `t2`.`child_id`,
      `t2`.`kind`,
      `t2`.`spell_id`,
      `t2`.`started_on`,
      `t2`.`ended_on`,
      `t2`.`outcome`,
      `t2`.`detail`,
      `t2`.`team_id`,
      `t2`.`worker_id`,
      `t2`.`source_table`,
      `t2`.`source_key`,
      `t2`.`nth`,
      `t2`.`started_on` + CAST(CONCAT(`t2`.`nth`, ' days') AS INTERVAL) AS `day`
    FROM (
      SELECT
        `t1`.`child_id`,
        `t1`.`kind`,
        `t1`.`spell_id`,
        `t1`.`started_on`,
        `t1`.`ended_on`,
        `t1`.`outcome`,
        `t1`.`detail`,
        `t1`.`team_id`,
        `t1`.`worker_id`,
        `t1`.`source_table`,
        `t1`.`source_key`,
        EXPLODE(
          IF(
            (
              1 <> 0
            )
            AND (
              SIGN(1) = SIGN(DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`) - 0)
            ),
            IF(
              ELEMENT_AT(
                SEQUENCE(0, DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`), 1),
                SIZE(SEQUENCE(0, DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`), 1))
              ) = DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`),
              SLICE(
                SEQUENCE(0, DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`), 1),
                1,
                SIZE(SEQUENCE(0, DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`), 1)) - 1
              ),
              SEQUENCE(0, DATEDIFF(DAY, `t1`.`started_on`, `t1`.`ended_on`), 1)
            ),
            ARRAY()
          )
        ) AS `nth`
      FROM (
        SELECT
          *
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` = 'short_break'
          AND `t0`.`outcome` IS NULL
          AND `t0`.`started_on` IS NOT NULL
          AND `t0`.`ended_on` > `t0`.`started_on`
      ) AS `t1`
    ) AS `t2`
  ) AS `t3`
  GROUP BY
    1,
    2
) AS `t4`
WHERE
  `t4`.`day` IS NOT NULL
