SELECT
  'assessment_45wd_from_start' AS `clock_id`,
  `t18`.`child_id`,
  `t18`.`team_id`,
  `t18`.`worker_id`,
  `t18`.`started_on`,
  `t18`.`due_on`,
  `t18`.`soon_on`,
  `t18`.`stopped_on`,
  `t18`.`ended_on`,
  `t18`.`counted_on`,
  FALSE AS `is_window`,
  `t18`.`trouble`,
  `t18`.`excuse`,
  `t18`.`spell_id`,
  `t18`.`source_table`,
  `t18`.`source_key`,
  `t18`.`stop_key`
FROM (
  SELECT
    `t17`.`child_id`,
    `t17`.`team_id`,
    `t17`.`worker_id`,
    `t17`.`spell_id`,
    `t17`.`source_table`,
    `t17`.`source_key`,
    `t17`.`started_on`,
    `t17`.`due_on`,
    `t17`.`trouble`,
    `t17`.`ended_on`,
    `t17`.`counted_on`,
    `t17`.`stopped_on`,
    `t17`.`stop_key`,
    `t17`.`excuse`,
    `t6`.`soon_on`
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
      CAST(NULL AS DATE) AS `ended_on`,
      `t15`.`started_on` AS `counted_on`,
      IF(
        (
          `t15`.`trouble` IS NULL
        )
        AND (
          `t15`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t15`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t15`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t15`.`trouble` IS NULL
        )
        AND (
          `t15`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t15`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t15`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t15`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`
    FROM (
      SELECT
        `t14`.`child_id`,
        `t14`.`team_id`,
        `t14`.`worker_id`,
        `t14`.`spell_id`,
        `t14`.`source_table`,
        `t14`.`source_key`,
        `t14`.`started_on`,
        `t14`.`ended_on`,
        `t14`.`outcome`,
        `t14`.`opened_on`,
        `t14`.`opens`,
        `t14`.`due_on`,
        `t14`.`stop_child`,
        `t14`.`stop_spell`,
        `t14`.`stop_on`,
        `t14`.`stop_key`,
        `t14`.`fits`,
        `t14`.`before`,
        `t14`.`order`,
        `t14`.`any_before`,
        CASE
          WHEN `t14`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t14`.`ended_on` < `t14`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE AND `t14`.`any_before` AND NOT (
            `t14`.`fits`
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t13`.`child_id`,
          `t13`.`team_id`,
          `t13`.`worker_id`,
          `t13`.`spell_id`,
          `t13`.`source_table`,
          `t13`.`source_key`,
          `t13`.`started_on`,
          `t13`.`ended_on`,
          `t13`.`outcome`,
          `t13`.`opened_on`,
          `t13`.`opens`,
          `t13`.`due_on`,
          `t13`.`stop_child`,
          `t13`.`stop_spell`,
          `t13`.`stop_on`,
          `t13`.`stop_key`,
          `t13`.`fits`,
          `t13`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t13`.`child_id`, `t13`.`spell_id`, `t13`.`source_table`, `t13`.`source_key`, `t13`.`started_on`, `t13`.`opens`
            ORDER BY `t13`.`fits` DESC, `t13`.`stop_on` ASC NULLS LAST, `t13`.`stop_key` ASC NULLS LAST
          ) - 1 AS `order`,
          BOOL_OR(`t13`.`before`) OVER (
            PARTITION BY `t13`.`child_id`, `t13`.`spell_id`, `t13`.`source_table`, `t13`.`source_key`, `t13`.`started_on`, `t13`.`opens`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `any_before`
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
            COALESCE(
              IF(
                `t12`.`opens`,
                `t12`.`stop_on` >= `t12`.`started_on`,
                `t12`.`stop_on` > `t12`.`started_on`
              ),
              FALSE
            ) AS `fits`,
            COALESCE(`t12`.`stop_on` < `t12`.`started_on`, FALSE) AS `before`
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
              `t7`.`due_on`,
              `t11`.`stop_child`,
              `t11`.`stop_spell`,
              `t11`.`stop_on`,
              `t11`.`stop_key`
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
                TRUE AS `opens`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'assessment'
            ) AS `t10`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`day` AS `_day`,
                `t0`.`working_days` AS `_count`
              FROM `journeys`.`calendar` AS `t0`
            ) AS `t5`
              ON `t10`.`started_on` = `t5`.`_day`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`working_days` AS `_target`,
                `t0`.`day` AS `due_on`
              FROM `journeys`.`calendar` AS `t0`
              WHERE
                `t0`.`is_working`
            ) AS `t7`
              ON (
                `t5`.`_count` + 45
              ) = `t7`.`_target`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`child_id` AS `stop_child`,
                `t1`.`spell_id` AS `stop_spell`,
                `t1`.`ended_on` AS `stop_on`,
                `t1`.`source_key` AS `stop_key`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`ended_on` IS NOT NULL AND `t1`.`kind` = 'assessment'
            ) AS `t11`
              ON `t10`.`spell_id` = `t11`.`stop_spell`
          ) AS `t12`
        ) AS `t13`
      ) AS `t14`
      WHERE
        `t14`.`order` = 0
    ) AS `t15`
  ) AS `t17`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t17`.`due_on` = `t5`.`_day`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`working_days` AS `_target`,
      `t0`.`day` AS `soon_on`
    FROM `journeys`.`calendar` AS `t0`
    WHERE
      `t0`.`is_working`
  ) AS `t6`
    ON (
      `t5`.`_count` + -5
    ) = `t6`.`_target`
) AS `t18`
