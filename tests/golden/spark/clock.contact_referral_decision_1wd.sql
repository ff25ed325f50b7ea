SELECT
  'contact_referral_decision_1wd' AS `clock_id`,
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
  `t18`.`excused_on`,
  `t18`.`spell_id`,
  `t18`.`source_table`,
  `t18`.`source_key`,
  `t18`.`stop_key`
FROM (
  SELECT
    `t17`.`child_id`,
    `t17`.`worker_id`,
    `t17`.`spell_id`,
    `t17`.`source_table`,
    `t17`.`source_key`,
    `t17`.`started_on`,
    `t17`.`due_on`,
    `t17`.`trouble`,
    `t17`.`team_id`,
    `t17`.`ended_on`,
    `t17`.`counted_on`,
    `t17`.`stopped_on`,
    `t17`.`stop_key`,
    `t17`.`excuse`,
    `t17`.`excused_on`,
    `t12`.`soon_on`
  FROM (
    SELECT
      `t15`.`child_id`,
      `t15`.`worker_id`,
      `t15`.`spell_id`,
      `t15`.`source_table`,
      `t15`.`source_key`,
      `t15`.`started_on`,
      `t15`.`due_on`,
      `t15`.`trouble`,
      COALESCE(
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
          `t15`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t15`.`team_id`
      ) AS `team_id`,
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
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t14`.`detail`,
        `t14`.`opened_on`,
        `t14`.`opens`,
        `t14`.`birth`,
        `t14`.`stop_on`,
        `t14`.`stop_key`,
        `t14`.`stop_team`,
        `t14`.`any_before`,
        `t14`.`due_on`,
        COALESCE(`t14`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t14`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t14`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN NOT (
            COALESCE(`t14`.`outcome` IN ('referral', 'decided'), FALSE)
          )
          THEN 'nothing loaded holds the day of the decision on a contact that did not become a referral'
          WHEN `t14`.`ended_on` < `t14`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t14`.`any_before`
          AND NOT (
            COALESCE(`t14`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t9`.`child_id`,
          `t9`.`team_id`,
          `t9`.`worker_id`,
          `t9`.`spell_id`,
          `t9`.`source_table`,
          `t9`.`source_key`,
          `t9`.`started_on`,
          `t9`.`ended_on`,
          `t9`.`outcome`,
          `t9`.`detail`,
          `t9`.`opened_on`,
          `t9`.`opens`,
          `t9`.`birth`,
          `t9`.`stop_on`,
          `t9`.`stop_key`,
          `t9`.`stop_team`,
          `t9`.`any_before`,
          `t13`.`due_on`
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
            FALSE AS `any_before`
          FROM `journeys`.`spells` AS `t1`
          WHERE
            `t1`.`kind` = 'contact'
        ) AS `t9`
        LEFT OUTER JOIN (
          SELECT
            `t5`.`_day`,
            `t7`.`due_on`
          FROM (
            SELECT
              `t0`.`day` AS `_day`,
              `t0`.`working_days` AS `_count`
            FROM `journeys`.`calendar` AS `t0`
          ) AS `t5`
          INNER JOIN (
            SELECT
              `t0`.`working_days` AS `_target`,
              `t0`.`day` AS `due_on`
            FROM `journeys`.`calendar` AS `t0`
            WHERE
              `t0`.`is_working`
          ) AS `t7`
            ON (
              `t5`.`_count` + 1
            ) = `t7`.`_target`
        ) AS `t13`
          ON `t9`.`started_on` = `t13`.`_day`
      ) AS `t14`
    ) AS `t15`
  ) AS `t17`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`_day`,
      `t6`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t5`
    INNER JOIN (
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
  ) AS `t12`
    ON `t17`.`due_on` = `t12`.`_day`
) AS `t18`
