SELECT
  'cp_review_next' AS `clock_id`,
  `t24`.`child_id`,
  `t24`.`team_id`,
  `t24`.`worker_id`,
  `t24`.`started_on`,
  `t24`.`due_on`,
  `t24`.`soon_on`,
  `t24`.`stopped_on`,
  `t24`.`ended_on`,
  `t24`.`counted_on`,
  FALSE AS `is_window`,
  `t24`.`trouble`,
  `t24`.`excuse`,
  `t24`.`spell_id`,
  `t24`.`source_table`,
  `t24`.`source_key`,
  `t24`.`stop_key`
FROM (
  SELECT
    `t23`.`child_id`,
    `t23`.`team_id`,
    `t23`.`worker_id`,
    `t23`.`spell_id`,
    `t23`.`source_table`,
    `t23`.`source_key`,
    `t23`.`started_on`,
    `t23`.`due_on`,
    `t23`.`trouble`,
    `t23`.`ended_on`,
    `t23`.`counted_on`,
    `t23`.`stopped_on`,
    `t23`.`stop_key`,
    `t23`.`excuse`,
    `t6`.`soon_on`
  FROM (
    SELECT
      `t21`.`child_id`,
      `t21`.`team_id`,
      `t21`.`worker_id`,
      `t21`.`spell_id`,
      `t21`.`source_table`,
      `t21`.`source_key`,
      `t21`.`started_on`,
      `t21`.`due_on`,
      `t21`.`trouble`,
      `t21`.`ended_on`,
      `t21`.`started_on` AS `counted_on`,
      IF(
        (
          `t21`.`trouble` IS NULL
        )
        AND (
          `t21`.`fits`
          AND (
            (
              `t21`.`ended_on` IS NULL
            ) OR (
              `t21`.`stop_on` <= `t21`.`ended_on`
            )
          )
        ),
        `t21`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t21`.`trouble` IS NULL
        )
        AND (
          `t21`.`fits`
          AND (
            (
              `t21`.`ended_on` IS NULL
            ) OR (
              `t21`.`stop_on` <= `t21`.`ended_on`
            )
          )
        ),
        `t21`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t21`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`
    FROM (
      SELECT
        `t20`.`child_id`,
        `t20`.`team_id`,
        `t20`.`worker_id`,
        `t20`.`spell_id`,
        `t20`.`source_table`,
        `t20`.`source_key`,
        `t20`.`started_on`,
        `t20`.`ended_on`,
        `t20`.`outcome`,
        `t20`.`opened_on`,
        `t20`.`opens`,
        `t20`.`due_on`,
        `t20`.`stop_child`,
        `t20`.`stop_spell`,
        `t20`.`stop_on`,
        `t20`.`stop_key`,
        `t20`.`fits`,
        `t20`.`before`,
        `t20`.`order`,
        `t20`.`any_before`,
        CASE
          WHEN `t20`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t20`.`ended_on` < `t20`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE AND `t20`.`any_before` AND NOT (
            `t20`.`fits`
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t19`.`child_id`,
          `t19`.`team_id`,
          `t19`.`worker_id`,
          `t19`.`spell_id`,
          `t19`.`source_table`,
          `t19`.`source_key`,
          `t19`.`started_on`,
          `t19`.`ended_on`,
          `t19`.`outcome`,
          `t19`.`opened_on`,
          `t19`.`opens`,
          `t19`.`due_on`,
          `t19`.`stop_child`,
          `t19`.`stop_spell`,
          `t19`.`stop_on`,
          `t19`.`stop_key`,
          `t19`.`fits`,
          `t19`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t19`.`child_id`, `t19`.`spell_id`, `t19`.`source_table`, `t19`.`source_key`, `t19`.`started_on`, `t19`.`opens`
            ORDER BY `t19`.`fits` DESC, `t19`.`stop_on` ASC NULLS LAST, `t19`.`stop_key` ASC NULLS LAST
          ) - 1 AS `order`,
          BOOL_OR(`t19`.`before`) OVER (
            PARTITION BY `t19`.`child_id`, `t19`.`spell_id`, `t19`.`source_table`, `t19`.`source_key`, `t19`.`started_on`, `t19`.`opens`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `any_before`
        FROM (
          SELECT
            `t18`.`child_id`,
            `t18`.`team_id`,
            `t18`.`worker_id`,
            `t18`.`spell_id`,
            `t18`.`source_table`,
            `t18`.`source_key`,
            `t18`.`started_on`,
            `t18`.`ended_on`,
            `t18`.`outcome`,
            `t18`.`opened_on`,
            `t18`.`opens`,
            `t18`.`due_on`,
            `t18`.`stop_child`,
            `t18`.`stop_spell`,
            `t18`.`stop_on`,
            `t18`.`stop_key`,
            COALESCE(
              IF(
                `t18`.`opens`,
                `t18`.`stop_on` >= `t18`.`started_on`,
                `t18`.`stop_on` > `t18`.`started_on`
              ),
              FALSE
            ) AS `fits`,
            COALESCE(`t18`.`stop_on` < `t18`.`started_on`, FALSE) AS `before`
          FROM (
            SELECT
              `t17`.`child_id`,
              `t17`.`team_id`,
              `t17`.`worker_id`,
              `t17`.`spell_id`,
              `t17`.`source_table`,
              `t17`.`source_key`,
              `t17`.`started_on`,
              `t17`.`ended_on`,
              `t17`.`outcome`,
              `t17`.`opened_on`,
              `t17`.`opens`,
              `t17`.`due_on`,
              `t10`.`stop_child`,
              `t10`.`stop_spell`,
              `t10`.`stop_on`,
              `t10`.`stop_key`
            FROM (
              SELECT
                `t15`.`child_id`,
                `t15`.`team_id`,
                `t15`.`worker_id`,
                `t15`.`spell_id`,
                `t15`.`source_table`,
                `t15`.`source_key`,
                `t15`.`started_on`,
                `t15`.`ended_on`,
                `t15`.`outcome`,
                `t15`.`opened_on`,
                `t15`.`opens`,
                `t15`.`started_on` + INTERVAL '6' MONTH AS `due_on`
              FROM (
                SELECT
                  `t14`.`child_id`,
                  `t14`.`team_id`,
                  `t14`.`worker_id`,
                  `t14`.`spell_id`,
                  `t14`.`source_table`,
                  `t14`.`source_key`,
                  `t14`.`on_date` AS `started_on`,
                  `t11`.`ended_on`,
                  `t11`.`spell_outcome` AS `outcome`,
                  `t11`.`opened_on`,
                  FALSE AS `opens`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t8`.`child_id`,
                      `t8`.`kind`,
                      `t8`.`on_date`,
                      `t8`.`spell_id`,
                      `t8`.`outcome`,
                      `t8`.`team_id`,
                      `t8`.`worker_id`,
                      `t8`.`source_table`,
                      `t8`.`source_key`,
                      (
                        DENSE_RANK() OVER (PARTITION BY `t8`.`spell_id` ORDER BY `t8`.`on_date` ASC NULLS LAST) - 1
                      ) + 1 AS `nth`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t8`.`spell_id`, `t8`.`on_date`
                        ORDER BY `t8`.`source_key` ASC NULLS LAST
                      ) - 1 AS `same_day`
                    FROM (
                      SELECT
                        *
                      FROM `journeys`.`events` AS `t1`
                      WHERE
                        `t1`.`kind` = 'cp_review' AND `t1`.`on_date` IS NOT NULL
                    ) AS `t8`
                  ) AS `t12`
                  WHERE
                    `t12`.`same_day` = 0 AND `t12`.`nth` >= 1
                ) AS `t14`
                INNER JOIN (
                  SELECT
                    `t2`.`spell_id`,
                    `t2`.`started_on` AS `opened_on`,
                    `t2`.`ended_on`,
                    `t2`.`outcome` AS `spell_outcome`
                  FROM `journeys`.`spells` AS `t2`
                  WHERE
                    `t2`.`kind` = 'cp_plan'
                ) AS `t11`
                  ON `t14`.`spell_id` = `t11`.`spell_id`
              ) AS `t15`
            ) AS `t17`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`child_id` AS `stop_child`,
                `t1`.`spell_id` AS `stop_spell`,
                `t1`.`on_date` AS `stop_on`,
                `t1`.`source_key` AS `stop_key`
              FROM `journeys`.`events` AS `t1`
              WHERE
                `t1`.`kind` = 'cp_review' AND `t1`.`on_date` IS NOT NULL
            ) AS `t10`
              ON `t17`.`spell_id` = `t10`.`stop_spell`
          ) AS `t18`
        ) AS `t19`
      ) AS `t20`
      WHERE
        `t20`.`order` = 0
    ) AS `t21`
  ) AS `t23`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t23`.`due_on` = `t5`.`_day`
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
) AS `t24`
