SELECT
  'adoption_review_not_placed_first' AS `clock_id`,
  `t29`.`child_id`,
  `t29`.`team_id`,
  `t29`.`worker_id`,
  `t29`.`started_on`,
  `t29`.`due_on`,
  `t29`.`soon_on`,
  `t29`.`stopped_on`,
  `t29`.`ended_on`,
  `t29`.`counted_on`,
  FALSE AS `is_window`,
  `t29`.`trouble`,
  `t29`.`excuse`,
  `t29`.`excused_on`,
  `t29`.`spell_id`,
  `t29`.`source_table`,
  `t29`.`source_key`,
  `t29`.`stop_key`
FROM (
  SELECT
    `t28`.`child_id`,
    `t28`.`worker_id`,
    `t28`.`spell_id`,
    `t28`.`source_table`,
    `t28`.`source_key`,
    `t28`.`started_on`,
    `t28`.`due_on`,
    `t28`.`trouble`,
    `t28`.`team_id`,
    `t28`.`ended_on`,
    `t28`.`counted_on`,
    `t28`.`stopped_on`,
    `t28`.`stop_key`,
    `t28`.`excuse`,
    `t28`.`excused_on`,
    `t16`.`soon_on`
  FROM (
    SELECT
      `t26`.`child_id`,
      `t26`.`worker_id`,
      `t26`.`spell_id`,
      `t26`.`source_table`,
      `t26`.`source_key`,
      `t26`.`started_on`,
      `t26`.`due_on`,
      `t26`.`trouble`,
      COALESCE(
        IF(
          (
            `t26`.`trouble` IS NULL
          )
          AND (
            `t26`.`fits`
            AND (
              (
                `t26`.`ended_on` IS NULL
              ) OR (
                `t26`.`stop_on` <= `t26`.`ended_on`
              )
            )
          ),
          `t26`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t26`.`team_id`
      ) AS `team_id`,
      `t26`.`ended_on`,
      `t26`.`started_on` AS `counted_on`,
      IF(
        (
          `t26`.`trouble` IS NULL
        )
        AND (
          `t26`.`fits`
          AND (
            (
              `t26`.`ended_on` IS NULL
            ) OR (
              `t26`.`stop_on` <= `t26`.`ended_on`
            )
          )
        ),
        `t26`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t26`.`trouble` IS NULL
        )
        AND (
          `t26`.`fits`
          AND (
            (
              `t26`.`ended_on` IS NULL
            ) OR (
              `t26`.`stop_on` <= `t26`.`ended_on`
            )
          )
        ),
        `t26`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t26`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t25`.`child_id`,
        `t25`.`team_id`,
        `t25`.`worker_id`,
        `t25`.`spell_id`,
        `t25`.`source_table`,
        `t25`.`source_key`,
        `t25`.`started_on`,
        `t25`.`ended_on`,
        `t25`.`outcome`,
        `t25`.`detail`,
        `t25`.`opened_on`,
        `t25`.`opens`,
        `t25`.`birth`,
        `t25`.`next_stop`,
        `t25`.`stop_before`,
        `t25`.`stop_on`,
        `t25`.`stop_key`,
        `t25`.`stop_team`,
        `t25`.`any_before`,
        `t25`.`started_on` + INTERVAL '3' MONTH AS `due_on`,
        COALESCE(`t25`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t25`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t25`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t25`.`ended_on` < `t25`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t25`.`any_before`
          AND NOT (
            COALESCE(`t25`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t24`.`child_id`,
          `t24`.`team_id`,
          `t24`.`worker_id`,
          `t24`.`spell_id`,
          `t24`.`source_table`,
          `t24`.`source_key`,
          `t24`.`started_on`,
          `t24`.`ended_on`,
          `t24`.`outcome`,
          `t24`.`detail`,
          `t24`.`opened_on`,
          `t24`.`opens`,
          `t24`.`birth`,
          `t24`.`next_stop`,
          `t24`.`stop_before`,
          `t24`.`stop_on`,
          `t24`.`stop_key`,
          `t24`.`stop_team`,
          `t24`.`any_before`
        FROM (
          SELECT
            `t23`.`child_id`,
            `t23`.`team_id`,
            `t23`.`worker_id`,
            `t23`.`spell_id`,
            `t23`.`source_table`,
            `t23`.`source_key`,
            `t23`.`started_on`,
            `t23`.`ended_on`,
            `t23`.`outcome`,
            `t23`.`detail`,
            `t23`.`opened_on`,
            `t23`.`opens`,
            `t23`.`birth`,
            `t23`.`next_stop`,
            `t23`.`stop_before`,
            SPLIT(`t23`.`next_stop`, '\037') AS `parts`,
            CAST(ELEMENT_AT(SPLIT(`t23`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
            ELEMENT_AT(SPLIT(`t23`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
            NULLIF(ELEMENT_AT(SPLIT(`t23`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
            `t23`.`stop_before` IS NOT NULL AS `any_before`
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
              `t22`.`next_stop`,
              `t22`.`stop_before`
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
                `t1`.`kind` = 'authorised_not_placed'
            ) AS `t11`
            LEFT OUTER JOIN (
              SELECT
                `t20`.`start_who`,
                `t20`.`start_home`,
                `t20`.`start_on`,
                MIN(IF(`t20`.`on` >= `t20`.`start_on`, `t20`.`stop`, NULL)) AS `next_stop`,
                MIN(IF(NOT (
                  `t20`.`on` >= `t20`.`start_on`
                ), `t20`.`stop`, NULL)) AS `stop_before`
              FROM (
                SELECT
                  `t12`.`start_who`,
                  `t12`.`start_home`,
                  `t12`.`start_on`,
                  `t19`.`who`,
                  `t19`.`home`,
                  `t19`.`on`,
                  `t19`.`key`,
                  `t19`.`team`,
                  `t19`.`stop`
                FROM (
                  SELECT
                    `t1`.`child_id` AS `start_who`,
                    `t1`.`spell_id` AS `start_home`,
                    `t1`.`started_on` AS `start_on`
                  FROM `journeys`.`spells` AS `t1`
                  WHERE
                    `t1`.`kind` = 'authorised_not_placed' AND `t1`.`started_on` IS NOT NULL
                ) AS `t12`
                INNER JOIN (
                  SELECT
                    `t17`.`child_id` AS `who`,
                    `t17`.`spell_id` AS `home`,
                    `t17`.`on_date` AS `on`,
                    `t17`.`source_key` AS `key`,
                    `t17`.`team_id` AS `team`,
                    CONCAT(
                      CONCAT(
                        CONCAT(CONCAT(CAST(`t17`.`on_date` AS STRING), '\037'), `t17`.`source_key`),
                        '\037'
                      ),
                      COALESCE(`t17`.`team_id`, '')
                    ) AS `stop`
                  FROM (
                    SELECT
                      `t14`.`child_id`,
                      `t14`.`kind`,
                      `t14`.`on_date`,
                      `t13`.`held_id` AS `spell_id`,
                      `t14`.`outcome`,
                      `t14`.`detail`,
                      `t14`.`team_id`,
                      `t14`.`worker_id`,
                      `t14`.`source_table`,
                      `t14`.`source_key`
                    FROM (
                      SELECT
                        *
                      FROM `journeys`.`events` AS `t2`
                      WHERE
                        `t2`.`kind` IN ('cla_review')
                    ) AS `t14`
                    INNER JOIN (
                      SELECT
                        `t1`.`child_id` AS `held_child`,
                        `t1`.`spell_id` AS `held_id`,
                        `t1`.`started_on` AS `held_from`,
                        `t1`.`ended_on` AS `held_to`
                      FROM `journeys`.`spells` AS `t1`
                      WHERE
                        `t1`.`kind` = 'authorised_not_placed' AND `t1`.`started_on` IS NOT NULL
                    ) AS `t13`
                      ON `t14`.`child_id` = `t13`.`held_child`
                      AND `t13`.`held_from` <= `t14`.`on_date`
                      AND (
                        (
                          `t13`.`held_to` IS NULL
                        ) OR (
                          `t14`.`on_date` <= `t13`.`held_to`
                        )
                      )
                  ) AS `t17`
                  WHERE
                    `t17`.`on_date` IS NOT NULL AND `t17`.`spell_id` IS NOT NULL
                ) AS `t19`
                  ON `t12`.`start_home` = `t19`.`home`
                  AND `t12`.`start_who` IS NOT DISTINCT FROM `t19`.`who`
              ) AS `t20`
              GROUP BY
                1,
                2,
                3
            ) AS `t22`
              ON `t11`.`spell_id` = `t22`.`start_home`
              AND `t11`.`started_on` = `t22`.`start_on`
              AND `t11`.`child_id` IS NOT DISTINCT FROM `t22`.`start_who`
          ) AS `t23`
        ) AS `t24`
      ) AS `t25`
    ) AS `t26`
  ) AS `t28`
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
  ) AS `t16`
    ON `t28`.`due_on` = `t16`.`_day`
) AS `t29`
