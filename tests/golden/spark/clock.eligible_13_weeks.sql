SELECT
  'eligible_13_weeks' AS `clock_id`,
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
  `t24`.`excused_on`,
  `t24`.`spell_id`,
  `t24`.`source_table`,
  `t24`.`source_key`,
  `t24`.`stop_key`
FROM (
  SELECT
    `t23`.`child_id`,
    `t23`.`worker_id`,
    `t23`.`spell_id`,
    `t23`.`source_table`,
    `t23`.`source_key`,
    `t23`.`started_on`,
    `t23`.`due_on`,
    `t23`.`trouble`,
    `t23`.`team_id`,
    `t23`.`ended_on`,
    `t23`.`counted_on`,
    `t23`.`stopped_on`,
    `t23`.`stop_key`,
    `t23`.`excuse`,
    `t23`.`excused_on`,
    `t14`.`soon_on`
  FROM (
    SELECT
      `t21`.`child_id`,
      `t21`.`worker_id`,
      `t21`.`spell_id`,
      `t21`.`source_table`,
      `t21`.`source_key`,
      `t21`.`started_on`,
      `t21`.`due_on`,
      `t21`.`trouble`,
      COALESCE(
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
          `t21`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t21`.`team_id`
      ) AS `team_id`,
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
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t20`.`detail`,
        `t20`.`opened_on`,
        `t20`.`opens`,
        `t20`.`birth`,
        `t20`.`next_stop`,
        `t20`.`stop_before`,
        `t20`.`stop_on`,
        `t20`.`stop_key`,
        `t20`.`stop_team`,
        `t20`.`any_before`,
        `t20`.`started_on` + INTERVAL '91' DAY AS `due_on`,
        COALESCE(`t20`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t20`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t20`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t20`.`ended_on` < `t20`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t20`.`any_before`
          AND NOT (
            COALESCE(`t20`.`stop_on` IS NOT NULL, FALSE)
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
          `t19`.`detail`,
          `t19`.`opened_on`,
          `t19`.`opens`,
          `t19`.`birth`,
          `t19`.`next_stop`,
          `t19`.`stop_before`,
          `t19`.`stop_on`,
          `t19`.`stop_key`,
          `t19`.`stop_team`,
          `t19`.`any_before`
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
            `t18`.`detail`,
            `t18`.`opened_on`,
            `t18`.`opens`,
            `t18`.`birth`,
            `t18`.`next_stop`,
            `t18`.`stop_before`,
            SPLIT(`t18`.`next_stop`, '\037') AS `parts`,
            CAST(ELEMENT_AT(SPLIT(`t18`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
            ELEMENT_AT(SPLIT(`t18`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
            NULLIF(ELEMENT_AT(SPLIT(`t18`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
            `t18`.`stop_before` IS NOT NULL AS `any_before`
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
              `t17`.`next_stop`,
              `t17`.`stop_before`
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
                CAST('0001-01-01' AS DATE) AS `birth`
              FROM `journeys`.`spells` AS `t1`
              WHERE
                `t1`.`kind` = 'care_since_14'
            ) AS `t9`
            LEFT OUTER JOIN (
              SELECT
                `t15`.`start_who`,
                `t15`.`start_home`,
                `t15`.`start_on`,
                MIN(IF(`t15`.`on` >= `t15`.`start_on`, `t15`.`stop`, NULL)) AS `next_stop`,
                MIN(IF(NOT (
                  `t15`.`on` >= `t15`.`start_on`
                ), `t15`.`stop`, NULL)) AS `stop_before`
              FROM (
                SELECT
                  `t10`.`start_who`,
                  `t10`.`start_home`,
                  `t10`.`start_on`,
                  `t13`.`who`,
                  `t13`.`home`,
                  `t13`.`on`,
                  `t13`.`key`,
                  `t13`.`team`,
                  `t13`.`stop`
                FROM (
                  SELECT
                    `t1`.`child_id` AS `start_who`,
                    `t1`.`spell_id` AS `start_home`,
                    `t1`.`started_on` AS `start_on`
                  FROM `journeys`.`spells` AS `t1`
                  WHERE
                    `t1`.`kind` = 'care_since_14' AND `t1`.`started_on` IS NOT NULL
                ) AS `t10`
                INNER JOIN (
                  SELECT
                    `t2`.`child_id` AS `who`,
                    `t2`.`spell_id` AS `home`,
                    `t2`.`on_date` AS `on`,
                    `t2`.`source_key` AS `key`,
                    `t2`.`team_id` AS `team`,
                    CONCAT(
                      CONCAT(CONCAT(CONCAT(CAST(`t2`.`on_date` AS STRING), '\037'), `t2`.`source_key`), '\037'),
                      COALESCE(`t2`.`team_id`, '')
                    ) AS `stop`
                  FROM `journeys`.`events` AS `t2`
                  WHERE
                    `t2`.`kind` IN ('thirteen_weeks')
                    AND `t2`.`on_date` IS NOT NULL
                    AND `t2`.`spell_id` IS NOT NULL
                ) AS `t13`
                  ON `t10`.`start_home` = `t13`.`home`
                  AND `t10`.`start_who` IS NOT DISTINCT FROM `t13`.`who`
              ) AS `t15`
              GROUP BY
                1,
                2,
                3
            ) AS `t17`
              ON `t9`.`spell_id` = `t17`.`start_home`
              AND `t9`.`started_on` = `t17`.`start_on`
              AND `t9`.`child_id` IS NOT DISTINCT FROM `t17`.`start_who`
          ) AS `t18`
        ) AS `t19`
      ) AS `t20`
    ) AS `t21`
  ) AS `t23`
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
  ) AS `t14`
    ON `t23`.`due_on` = `t14`.`_day`
) AS `t24`
