SELECT
  'iro_appointed' AS `clock_id`,
  `t35`.`child_id`,
  `t35`.`team_id`,
  `t35`.`worker_id`,
  `t35`.`started_on`,
  `t35`.`due_on`,
  `t35`.`soon_on`,
  `t35`.`stopped_on`,
  `t35`.`ended_on`,
  `t35`.`counted_on`,
  FALSE AS `is_window`,
  `t35`.`trouble`,
  `t35`.`excuse`,
  `t35`.`excused_on`,
  `t35`.`spell_id`,
  `t35`.`source_table`,
  `t35`.`source_key`,
  `t35`.`stop_key`
FROM (
  SELECT
    `t34`.`child_id`,
    `t34`.`worker_id`,
    `t34`.`spell_id`,
    `t34`.`source_table`,
    `t34`.`source_key`,
    `t34`.`started_on`,
    `t34`.`due_on`,
    `t34`.`trouble`,
    `t34`.`team_id`,
    `t34`.`ended_on`,
    `t34`.`counted_on`,
    `t34`.`stopped_on`,
    `t34`.`stop_key`,
    `t34`.`excuse`,
    `t34`.`excused_on`,
    `t19`.`soon_on`
  FROM (
    SELECT
      `t32`.`child_id`,
      `t32`.`worker_id`,
      `t32`.`spell_id`,
      `t32`.`source_table`,
      `t32`.`source_key`,
      `t32`.`started_on`,
      `t32`.`due_on`,
      `t32`.`trouble`,
      COALESCE(
        IF(
          (
            `t32`.`trouble` IS NULL
          )
          AND (
            `t32`.`fits`
            AND (
              (
                `t32`.`ended_on` IS NULL
              ) OR (
                `t32`.`stop_on` <= `t32`.`ended_on`
              )
            )
          ),
          `t32`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t32`.`team_id`
      ) AS `team_id`,
      `t32`.`ended_on`,
      `t32`.`started_on` AS `counted_on`,
      IF(
        (
          `t32`.`trouble` IS NULL
        )
        AND (
          `t32`.`fits`
          AND (
            (
              `t32`.`ended_on` IS NULL
            ) OR (
              `t32`.`stop_on` <= `t32`.`ended_on`
            )
          )
        ),
        `t32`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t32`.`trouble` IS NULL
        )
        AND (
          `t32`.`fits`
          AND (
            (
              `t32`.`ended_on` IS NULL
            ) OR (
              `t32`.`stop_on` <= `t32`.`ended_on`
            )
          )
        ),
        `t32`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t32`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t31`.`child_id`,
        `t31`.`team_id`,
        `t31`.`worker_id`,
        `t31`.`spell_id`,
        `t31`.`source_table`,
        `t31`.`source_key`,
        `t31`.`started_on`,
        `t31`.`ended_on`,
        `t31`.`outcome`,
        `t31`.`detail`,
        `t31`.`opened_on`,
        `t31`.`opens`,
        `t31`.`birth`,
        `t31`.`next_stop`,
        `t31`.`stop_before`,
        `t31`.`stop_on`,
        `t31`.`stop_key`,
        `t31`.`stop_team`,
        `t31`.`any_before`,
        `t31`.`due_on`,
        COALESCE(`t31`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t31`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t31`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t31`.`ended_on` < `t31`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t31`.`any_before`
          AND NOT (
            COALESCE(`t31`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t30`.`child_id`,
          `t30`.`team_id`,
          `t30`.`worker_id`,
          `t30`.`spell_id`,
          `t30`.`source_table`,
          `t30`.`source_key`,
          `t30`.`started_on`,
          `t30`.`ended_on`,
          `t30`.`outcome`,
          `t30`.`detail`,
          `t30`.`opened_on`,
          `t30`.`opens`,
          `t30`.`birth`,
          `t30`.`next_stop`,
          `t30`.`stop_before`,
          `t30`.`stop_on`,
          `t30`.`stop_key`,
          `t30`.`stop_team`,
          `t30`.`any_before`,
          `t20`.`due_on`
        FROM (
          SELECT
            `t28`.`child_id`,
            `t28`.`team_id`,
            `t28`.`worker_id`,
            `t28`.`spell_id`,
            `t28`.`source_table`,
            `t28`.`source_key`,
            `t28`.`started_on`,
            `t28`.`ended_on`,
            `t28`.`outcome`,
            `t28`.`detail`,
            `t28`.`opened_on`,
            `t28`.`opens`,
            `t28`.`birth`,
            `t28`.`next_stop`,
            `t28`.`stop_before`,
            `t28`.`stop_on`,
            `t28`.`stop_key`,
            `t28`.`stop_team`,
            `t28`.`any_before`
          FROM (
            SELECT
              `t27`.`child_id`,
              `t27`.`team_id`,
              `t27`.`worker_id`,
              `t27`.`spell_id`,
              `t27`.`source_table`,
              `t27`.`source_key`,
              `t27`.`started_on`,
              `t27`.`ended_on`,
              `t27`.`outcome`,
              `t27`.`detail`,
              `t27`.`opened_on`,
              `t27`.`opens`,
              `t27`.`birth`,
              `t27`.`next_stop`,
              `t27`.`stop_before`,
              SPLIT(`t27`.`next_stop`, '\037') AS `parts`,
              CAST(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
              ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
              NULLIF(ELEMENT_AT(SPLIT(`t27`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
              `t27`.`stop_before` IS NOT NULL AS `any_before`
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
                `t13`.`detail`,
                `t13`.`opened_on`,
                `t13`.`opens`,
                `t13`.`birth`,
                `t26`.`next_stop`,
                `t26`.`stop_before`
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
                  `t1`.`kind` = 'care'
              ) AS `t13`
              LEFT OUTER JOIN (
                SELECT
                  `t24`.`start_who`,
                  `t24`.`start_home`,
                  `t24`.`start_on`,
                  MIN(IF(`t24`.`on` >= `t24`.`start_on`, `t24`.`stop`, NULL)) AS `next_stop`,
                  MIN(IF(NOT (
                    `t24`.`on` >= `t24`.`start_on`
                  ), `t24`.`stop`, NULL)) AS `stop_before`
                FROM (
                  SELECT
                    `t14`.`start_who`,
                    `t14`.`start_home`,
                    `t14`.`start_on`,
                    `t23`.`who`,
                    `t23`.`home`,
                    `t23`.`on`,
                    `t23`.`key`,
                    `t23`.`team`,
                    `t23`.`stop`
                  FROM (
                    SELECT
                      `t1`.`child_id` AS `start_who`,
                      `t1`.`spell_id` AS `start_home`,
                      `t1`.`started_on` AS `start_on`
                    FROM `journeys`.`spells` AS `t1`
                    WHERE
                      `t1`.`kind` = 'care' AND `t1`.`started_on` IS NOT NULL
                  ) AS `t14`
                  INNER JOIN (
                    SELECT
                      `t21`.`child_id` AS `who`,
                      `t21`.`spell_id` AS `home`,
                      `t21`.`on_date` AS `on`,
                      `t21`.`source_key` AS `key`,
                      `t21`.`team_id` AS `team`,
                      CONCAT(
                        CONCAT(
                          CONCAT(CONCAT(CAST(`t21`.`on_date` AS STRING), '\037'), `t21`.`source_key`),
                          '\037'
                        ),
                        COALESCE(`t21`.`team_id`, '')
                      ) AS `stop`
                    FROM (
                      SELECT
                        `t16`.`child_id`,
                        `t16`.`kind`,
                        `t16`.`on_date`,
                        `t15`.`held_id` AS `spell_id`,
                        `t16`.`outcome`,
                        `t16`.`detail`,
                        `t16`.`team_id`,
                        `t16`.`worker_id`,
                        `t16`.`source_table`,
                        `t16`.`source_key`
                      FROM (
                        SELECT
                          *
                        FROM `journeys`.`events` AS `t2`
                        WHERE
                          `t2`.`kind` IN ('iro_appointed')
                      ) AS `t16`
                      INNER JOIN (
                        SELECT
                          `t1`.`child_id` AS `held_child`,
                          `t1`.`spell_id` AS `held_id`,
                          `t1`.`started_on` AS `held_from`,
                          `t1`.`ended_on` AS `held_to`
                        FROM `journeys`.`spells` AS `t1`
                        WHERE
                          `t1`.`kind` = 'care' AND `t1`.`started_on` IS NOT NULL
                      ) AS `t15`
                        ON `t16`.`child_id` = `t15`.`held_child`
                        AND `t15`.`held_from` <= `t16`.`on_date`
                        AND (
                          (
                            `t15`.`held_to` IS NULL
                          ) OR (
                            `t16`.`on_date` <= `t15`.`held_to`
                          )
                        )
                    ) AS `t21`
                    WHERE
                      `t21`.`on_date` IS NOT NULL AND `t21`.`spell_id` IS NOT NULL
                  ) AS `t23`
                    ON `t14`.`start_home` = `t23`.`home`
                    AND `t14`.`start_who` IS NOT DISTINCT FROM `t23`.`who`
                ) AS `t24`
                GROUP BY
                  1,
                  2,
                  3
              ) AS `t26`
                ON `t13`.`spell_id` = `t26`.`start_home`
                AND `t13`.`started_on` = `t26`.`start_on`
                AND `t13`.`child_id` IS NOT DISTINCT FROM `t26`.`start_who`
            ) AS `t27`
          ) AS `t28`
        ) AS `t30`
        LEFT OUTER JOIN (
          SELECT
            `t6`.`_day`,
            `t8`.`due_on`
          FROM (
            SELECT
              `t0`.`day` AS `_day`,
              `t0`.`working_days` AS `_count`
            FROM `journeys`.`calendar` AS `t0`
          ) AS `t6`
          INNER JOIN (
            SELECT
              `t0`.`working_days` AS `_target`,
              `t0`.`day` AS `due_on`
            FROM `journeys`.`calendar` AS `t0`
            WHERE
              `t0`.`is_working`
          ) AS `t8`
            ON (
              `t6`.`_count` + 5
            ) = `t8`.`_target`
        ) AS `t20`
          ON `t30`.`started_on` = `t20`.`_day`
      ) AS `t31`
    ) AS `t32`
  ) AS `t34`
  LEFT OUTER JOIN (
    SELECT
      `t6`.`_day`,
      `t7`.`soon_on`
    FROM (
      SELECT
        `t0`.`day` AS `_day`,
        `t0`.`working_days` AS `_count`
      FROM `journeys`.`calendar` AS `t0`
    ) AS `t6`
    INNER JOIN (
      SELECT
        `t0`.`working_days` AS `_target`,
        `t0`.`day` AS `soon_on`
      FROM `journeys`.`calendar` AS `t0`
      WHERE
        `t0`.`is_working`
    ) AS `t7`
      ON (
        `t6`.`_count` + -5
      ) = `t7`.`_target`
  ) AS `t19`
    ON `t34`.`due_on` = `t19`.`_day`
) AS `t35`
