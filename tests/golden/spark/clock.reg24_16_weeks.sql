SELECT
  'reg24_16_weeks' AS `clock_id`,
  `t13`.`child_id`,
  `t13`.`team_id`,
  `t13`.`worker_id`,
  `t13`.`started_on`,
  `t13`.`due_on`,
  `t13`.`soon_on`,
  `t13`.`stopped_on`,
  `t13`.`ended_on`,
  `t13`.`counted_on`,
  FALSE AS `is_window`,
  `t13`.`trouble`,
  `t13`.`excuse`,
  `t13`.`excused_on`,
  `t13`.`spell_id`,
  `t13`.`source_table`,
  `t13`.`source_key`,
  `t13`.`stop_key`
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
    `t12`.`team_id`,
    `t12`.`ended_on`,
    `t12`.`counted_on`,
    `t12`.`stopped_on`,
    `t12`.`stop_key`,
    `t12`.`excuse`,
    `t12`.`excused_on`,
    `t9`.`soon_on`
  FROM (
    SELECT
      `t10`.`child_id`,
      `t10`.`worker_id`,
      `t10`.`spell_id`,
      `t10`.`source_table`,
      `t10`.`source_key`,
      `t10`.`started_on`,
      `t10`.`due_on`,
      `t10`.`trouble`,
      COALESCE(
        IF(
          (
            `t10`.`trouble` IS NULL
          )
          AND (
            `t10`.`fits`
            AND (
              (
                CAST(NULL AS DATE) IS NULL
              ) OR (
                `t10`.`stop_on` <= CAST(NULL AS DATE)
              )
            )
          ),
          `t10`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t10`.`team_id`
      ) AS `team_id`,
      CAST(NULL AS DATE) AS `ended_on`,
      `t10`.`started_on` AS `counted_on`,
      IF(
        (
          `t10`.`trouble` IS NULL
        )
        AND (
          `t10`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t10`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t10`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t10`.`trouble` IS NULL
        )
        AND (
          `t10`.`fits`
          AND (
            (
              CAST(NULL AS DATE) IS NULL
            ) OR (
              `t10`.`stop_on` <= CAST(NULL AS DATE)
            )
          )
        ),
        `t10`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF(
        (
          `t10`.`trouble` IS NULL
        )
        AND COALESCE(`t10`.`outcome` IN ('extended'), FALSE),
        'extended once: see reg25_extension',
        CAST(NULL AS STRING)
      ) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t7`.`due_on`,
        COALESCE(`t7`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t7`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t7`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t7`.`ended_on` < `t7`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t7`.`any_before`
          AND NOT (
            COALESCE(`t7`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
            `t0`.`child_id`,
            `t0`.`team_id`,
            `t0`.`worker_id`,
            `t0`.`spell_id`,
            `t0`.`source_table`,
            `t0`.`source_key`,
            `t0`.`started_on`,
            `t0`.`ended_on`,
            `t0`.`outcome`,
            `t0`.`detail`,
            `t0`.`started_on` AS `opened_on`,
            TRUE AS `opens`,
            CAST('0001-01-01' AS DATE) AS `birth`,
            IF(`t0`.`ended_on` >= `t0`.`started_on`, `t0`.`ended_on`, CAST(NULL AS DATE)) AS `stop_on`,
            `t0`.`source_key` AS `stop_key`,
            `t0`.`team_id` AS `stop_team`,
            FALSE AS `any_before`,
            IF(
              COALESCE(`t0`.`started_on` < MAKE_DATE(2011, 4, 1), FALSE),
              `t0`.`started_on` + INTERVAL '42' DAY,
              `t0`.`started_on` + INTERVAL '112' DAY
            ) AS `due_on`,
            `t0`.`started_on` + INTERVAL '42' DAY AS `due_before`
          FROM `journeys`.`spells` AS `t0`
          WHERE
            `t0`.`kind` = 'temporary_approval'
        ) AS `t6`
      ) AS `t7`
    ) AS `t10`
  ) AS `t12`
  LEFT OUTER JOIN (
    SELECT
      `t4`.`_day`,
      `t5`.`soon_on`
    FROM (
      SELECT
        `t1`.`day` AS `_day`,
        `t1`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t1`
    ) AS `t4`
    INNER JOIN (
      SELECT
        `t1`.`working_days` AS `_target`,
        `t1`.`day` AS `soon_on`
      FROM `journeys`.`calendar` AS `t1`
      WHERE
        `t1`.`is_working`
    ) AS `t5`
      ON (
        `t4`.`_count` + -5
      ) = `t5`.`_target`
  ) AS `t9`
    ON `t12`.`due_on` = `t9`.`_day`
) AS `t13`
