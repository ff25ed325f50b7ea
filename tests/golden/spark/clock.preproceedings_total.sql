SELECT
  'preproceedings_total' AS `clock_id`,
  `t16`.`child_id`,
  `t16`.`team_id`,
  `t16`.`worker_id`,
  `t16`.`started_on`,
  `t16`.`due_on`,
  `t16`.`soon_on`,
  `t16`.`stopped_on`,
  `t16`.`ended_on`,
  `t16`.`counted_on`,
  FALSE AS `is_window`,
  `t16`.`trouble`,
  `t16`.`excuse`,
  `t16`.`spell_id`,
  `t16`.`source_table`,
  `t16`.`source_key`,
  `t16`.`stop_key`
FROM (
  SELECT
    `t15`.`child_id`,
    `t15`.`team_id`,
    `t15`.`worker_id`,
    `t15`.`spell_id`,
    `t15`.`source_table`,
    `t15`.`source_key`,
    `t15`.`started_on`,
    `t15`.`due_on`,
    `t15`.`trouble`,
    `t15`.`ended_on`,
    `t15`.`counted_on`,
    `t15`.`stopped_on`,
    `t15`.`stop_key`,
    `t15`.`excuse`,
    `t5`.`soon_on`
  FROM (
    SELECT
      `t13`.`child_id`,
      `t13`.`team_id`,
      `t13`.`worker_id`,
      `t13`.`spell_id`,
      `t13`.`source_table`,
      `t13`.`source_key`,
      `t13`.`started_on`,
      `t13`.`due_on`,
      `t13`.`trouble`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t13`.`started_on` AS `counted_on`,
      IF(
        (
          `t13`.`trouble` IS NULL
        )
        AND (
          `t13`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t13`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t13`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t13`.`trouble` IS NULL
        )
        AND (
          `t13`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t13`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t13`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t13`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`
    FROM (
      SELECT
        `t12`.`child_id`,
        `t12`.`team_id`,
        `t12`.`worker_id`,
        `t12`.`spell_id`,
        `t12`.`source_table`,
        `t12`.`source_key`,
        `t12`.`started_on`,
        `t12`.`ended_on`,
        `t12`.`outcome`,
        `t12`.`opened_on`,
        `t12`.`opens`,
        `t12`.`due_on`,
        `t12`.`stop_child`,
        `t12`.`stop_spell`,
        `t12`.`stop_on`,
        `t12`.`stop_key`,
        `t12`.`fits`,
        `t12`.`before`,
        `t12`.`order`,
        `t12`.`any_before`,
        CASE
          WHEN `t12`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t12`.`ended_on` < `t12`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE AND `t12`.`any_before` AND NOT (
            `t12`.`fits`
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t11`.`child_id`,
          `t11`.`team_id`,
          `t11`.`worker_id`,
          `t11`.`spell_id`,
          `t11`.`source_table`,
          `t11`.`source_key`,
          `t11`.`started_on`,
          `t11`.`ended_on`,
          `t11`.`outcome`,
          `t11`.`opened_on`,
          `t11`.`opens`,
          `t11`.`due_on`,
          `t11`.`stop_child`,
          `t11`.`stop_spell`,
          `t11`.`stop_on`,
          `t11`.`stop_key`,
          `t11`.`fits`,
          `t11`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t11`.`child_id`, `t11`.`spell_id`, `t11`.`source_table`, `t11`.`source_key`, `t11`.`started_on`, `t11`.`opens`
            ORDER BY `t11`.`fits` DESC, `t11`.`stop_on` ASC NULLS LAST, `t11`.`stop_key` ASC NULLS LAST
          ) - 1 AS `order`,
          BOOL_OR(`t11`.`before`) OVER (
            PARTITION BY `t11`.`child_id`, `t11`.`spell_id`, `t11`.`source_table`, `t11`.`source_key`, `t11`.`started_on`, `t11`.`opens`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `any_before`
        FROM (
          SELECT
            `t10`.`child_id`,
            `t10`.`team_id`,
            `t10`.`worker_id`,
            `t10`.`spell_id`,
            `t10`.`source_table`,
            `t10`.`source_key`,
            `t10`.`started_on`,
            `t10`.`ended_on`,
            `t10`.`outcome`,
            `t10`.`opened_on`,
            `t10`.`opens`,
            `t10`.`due_on`,
            `t10`.`stop_child`,
            `t10`.`stop_spell`,
            `t10`.`stop_on`,
            `t10`.`stop_key`,
            COALESCE(
              IF(
                `t10`.`opens`,
                `t10`.`stop_on` >= `t10`.`started_on`,
                `t10`.`stop_on` > `t10`.`started_on`
              ),
              FALSE
            ) AS `fits`,
            COALESCE(`t10`.`stop_on` < `t10`.`started_on`, FALSE) AS `before`
          FROM (
            SELECT
              `t8`.`child_id`,
              `t8`.`team_id`,
              `t8`.`worker_id`,
              `t8`.`spell_id`,
              `t8`.`source_table`,
              `t8`.`source_key`,
              `t8`.`started_on`,
              `t8`.`ended_on`,
              `t8`.`outcome`,
              `t8`.`opened_on`,
              `t8`.`opens`,
              `t8`.`due_on`,
              `t9`.`stop_child`,
              `t9`.`stop_spell`,
              `t9`.`stop_on`,
              `t9`.`stop_key`
            FROM (
              SELECT
                `t1`.`child_id`,
                `t1`.`team_id`,
                `t1`.`worker_id`,
                `t1`.`spell_id`,
                `t1`.`source_table`,
                `t1`.`source_key`,
                `t1`.`started_on`,
                `t1`.`ended_on`,
                `t1`.`outcome`,
                `t1`.`started_on` AS `opened_on`,
                TRUE AS `opens`,
                `t1`.`started_on` + INTERVAL '112' DAY AS `due_on`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'preproceedings'
            ) AS `t8`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`child_id` AS `stop_child`,
                `t1`.`spell_id` AS `stop_spell`,
                `t1`.`ended_on` AS `stop_on`,
                `t1`.`source_key` AS `stop_key`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`ended_on` IS NOT NULL AND `t1`.`kind` = 'preproceedings'
            ) AS `t9`
              ON `t8`.`spell_id` = `t9`.`stop_spell`
          ) AS `t10`
        ) AS `t11`
      ) AS `t12`
      WHERE
        `t12`.`order` = 0
    ) AS `t13`
  ) AS `t15`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t4`
    ON `t15`.`due_on` = `t4`.`_day`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`working_days` AS `_target`,
      `t0`.`day` AS `soon_on`
    FROM `journeys`.`calendar` AS `t0`
    WHERE
      `t0`.`is_working`
  ) AS `t5`
    ON (
      `t4`.`_count` + -5
    ) = `t5`.`_target`
) AS `t16`
