SELECT
  'reg25_extension' AS `clock_id`,
  `t15`.`child_id`,
  `t15`.`team_id`,
  `t15`.`worker_id`,
  `t15`.`started_on`,
  `t15`.`due_on`,
  `t15`.`soon_on`,
  `t15`.`stopped_on`,
  `t15`.`ended_on`,
  `t15`.`counted_on`,
  FALSE AS `is_window`,
  `t15`.`trouble`,
  `t15`.`excuse`,
  `t15`.`excused_on`,
  `t15`.`spell_id`,
  `t15`.`source_table`,
  `t15`.`source_key`,
  `t15`.`stop_key`
FROM (
  SELECT
    `t14`.`child_id`,
    `t14`.`worker_id`,
    `t14`.`spell_id`,
    `t14`.`source_table`,
    `t14`.`source_key`,
    `t14`.`started_on`,
    `t14`.`due_on`,
    `t14`.`trouble`,
    `t14`.`team_id`,
    `t14`.`ended_on`,
    `t14`.`counted_on`,
    `t14`.`stopped_on`,
    `t14`.`stop_key`,
    `t14`.`excuse`,
    `t14`.`excused_on`,
    `t9`.`soon_on`
  FROM (
    SELECT
      `t12`.`child_id`,
      `t12`.`worker_id`,
      `t12`.`spell_id`,
      `t12`.`source_table`,
      `t12`.`source_key`,
      `t12`.`started_on`,
      `t12`.`due_on`,
      `t12`.`trouble`,
      COALESCE(
        IF(
          (
            `t12`.`trouble` IS NULL
          )
          AND (
            `t12`.`fits`
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                `t12`.`stop_on` <= CAST(NULL AS DATE)
              )
            )
          ),
          `t12`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t12`.`team_id`
      ) AS `team_id`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t12`.`started_on` AS `counted_on`,
      IF(
        (
          `t12`.`trouble` IS NULL
        )
        AND (
          `t12`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t12`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t12`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t12`.`trouble` IS NULL
        )
        AND (
          `t12`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t12`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t12`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t12`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t11`.`detail`,
        `t11`.`opened_on`,
        `t11`.`opens`,
        `t11`.`birth`,
        `t11`.`stop_on`,
        `t11`.`stop_key`,
        `t11`.`stop_team`,
        `t11`.`any_before`,
        `t11`.`due_on`,
        COALESCE(`t11`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t11`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t11`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t11`.`ended_on` < `t11`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t11`.`any_before`
          AND NOT (
            COALESCE(`t11`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t10`.`detail`,
          `t10`.`opened_on`,
          `t10`.`opens`,
          `t10`.`birth`,
          `t10`.`stop_on`,
          `t10`.`stop_key`,
          `t10`.`stop_team`,
          `t10`.`any_before`,
          `t10`.`due_on`
        FROM (
          SELECT
            `t7`.`child_id`,
            `t7`.`team_id`,
            `t7`.`worker_id`,
            `t7`.`spell_id`,
            `t7`.`source_table`,
            `t7`.`source_key`,
            `t7`.`started_on`,
            `t7`.`ended_on`,
            `t7`.`outcome`,
            `t7`.`detail`,
            `t7`.`opened_on`,
            `t7`.`opens`,
            `t7`.`birth`,
            `t7`.`stop_on`,
            `t7`.`stop_key`,
            `t7`.`stop_team`,
            `t7`.`any_before`,
            IF(
              COALESCE(`t7`.`started_on` < MAKE_DATE(2020, 4, 24), FALSE),
              `t7`.`started_on` + INTERVAL '168' DAY,
              `t7`.`due_on`
            ) AS `due_on`,
            `t7`.`started_on` + INTERVAL '168' DAY AS `due_before`
          FROM (
            SELECT
              `t6`.`child_id`,
              `t6`.`team_id`,
              `t6`.`worker_id`,
              `t6`.`spell_id`,
              `t6`.`source_table`,
              `t6`.`source_key`,
              `t6`.`started_on`,
              `t6`.`ended_on`,
              `t6`.`outcome`,
              `t6`.`detail`,
              `t6`.`opened_on`,
              `t6`.`opens`,
              `t6`.`birth`,
              `t6`.`stop_on`,
              `t6`.`stop_key`,
              `t6`.`stop_team`,
              `t6`.`any_before`,
              `t6`.`due_on`
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
                `t1`.`detail`,
                `t1`.`started_on` AS `opened_on`,
                TRUE AS `opens`,
                CAST('0001-01-01' AS DATE) AS `birth`,
                IF(`t1`.`ended_on` >= `t1`.`started_on`, `t1`.`ended_on`, CAST(NULL AS DATE)) AS `stop_on`,
                `t1`.`source_key` AS `stop_key`,
                `t1`.`team_id` AS `stop_team`,
                FALSE AS `any_before`,
                IF(
                  COALESCE(`t1`.`started_on` < MAKE_DATE(2020, 9, 26), FALSE),
                  `t1`.`started_on` + INTERVAL '224' DAY,
                  `t1`.`started_on` + INTERVAL '168' DAY
                ) AS `due_on`,
                `t1`.`started_on` + INTERVAL '224' DAY AS `due_before`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'temporary_approval'
                AND COALESCE(`t1`.`outcome` IN ('extended'), FALSE)
            ) AS `t6`
          ) AS `t7`
        ) AS `t10`
      ) AS `t11`
    ) AS `t12`
  ) AS `t14`
  LEFT OUTER JOIN (
    SELECT
      `t4`.`_day`,
      `t5`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t4`
    INNER JOIN (
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
  ) AS `t9`
    ON `t14`.`due_on` = `t9`.`_day`
) AS `t15`
