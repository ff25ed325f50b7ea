SELECT
  'pep_10wd' AS `clock_id`,
  `t42`.`child_id`,
  `t42`.`team_id`,
  `t42`.`worker_id`,
  `t42`.`started_on`,
  `t42`.`due_on`,
  `t42`.`soon_on`,
  `t42`.`stopped_on`,
  `t42`.`ended_on`,
  `t42`.`counted_on`,
  FALSE AS `is_window`,
  `t42`.`trouble`,
  `t42`.`excuse`,
  `t42`.`excused_on`,
  `t42`.`spell_id`,
  `t42`.`source_table`,
  `t42`.`source_key`,
  `t42`.`stop_key`
FROM (
  SELECT
    `t41`.`child_id`,
    `t41`.`worker_id`,
    `t41`.`spell_id`,
    `t41`.`source_table`,
    `t41`.`source_key`,
    `t41`.`started_on`,
    `t41`.`due_on`,
    `t41`.`trouble`,
    `t41`.`team_id`,
    `t41`.`ended_on`,
    `t41`.`counted_on`,
    `t41`.`stopped_on`,
    `t41`.`stop_key`,
    `t41`.`excuse`,
    `t41`.`excused_on`,
    `t20`.`soon_on`
  FROM (
    SELECT
      `t39`.`child_id`,
      `t39`.`worker_id`,
      `t39`.`spell_id`,
      `t39`.`source_table`,
      `t39`.`source_key`,
      `t39`.`started_on`,
      `t39`.`due_on`,
      `t39`.`trouble`,
      COALESCE(
        IF(
          (
            `t39`.`trouble` IS NULL
          )
          AND (
            `t39`.`fits`
            AND (
              (
                `t39`.`ended_on` IS NULL
              ) OR (
                `t39`.`stop_on` <= `t39`.`ended_on`
              )
            )
          ),
          `t39`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t39`.`team_id`
      ) AS `team_id`,
      `t39`.`ended_on`,
      `t39`.`started_on` AS `counted_on`,
      IF(
        (
          `t39`.`trouble` IS NULL
        )
        AND (
          `t39`.`fits`
          AND (
            (
              `t39`.`ended_on` IS NULL
            ) OR (
              `t39`.`stop_on` <= `t39`.`ended_on`
            )
          )
        ),
        `t39`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t39`.`trouble` IS NULL
        )
        AND (
          `t39`.`fits`
          AND (
            (
              `t39`.`ended_on` IS NULL
            ) OR (
              `t39`.`stop_on` <= `t39`.`ended_on`
            )
          )
        ),
        `t39`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t39`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
    FROM (
      SELECT
        `t38`.`child_id`,
        `t38`.`team_id`,
        `t38`.`worker_id`,
        `t38`.`spell_id`,
        `t38`.`source_table`,
        `t38`.`source_key`,
        `t38`.`started_on`,
        `t38`.`ended_on`,
        `t38`.`outcome`,
        `t38`.`detail`,
        `t38`.`opened_on`,
        `t38`.`opens`,
        `t38`.`birth`,
        `t38`.`next_stop`,
        `t38`.`stop_before`,
        `t38`.`stop_on`,
        `t38`.`stop_key`,
        `t38`.`stop_team`,
        `t38`.`any_before`,
        `t38`.`due_on`,
        COALESCE(`t38`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t38`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t38`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t38`.`ended_on` < `t38`.`started_on`
          THEN 'it ends before it starts'
          WHEN TRUE
          AND `t38`.`any_before`
          AND NOT (
            COALESCE(`t38`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
      FROM (
        SELECT
          `t37`.`child_id`,
          `t37`.`team_id`,
          `t37`.`worker_id`,
          `t37`.`spell_id`,
          `t37`.`source_table`,
          `t37`.`source_key`,
          `t37`.`started_on`,
          `t37`.`ended_on`,
          `t37`.`outcome`,
          `t37`.`detail`,
          `t37`.`opened_on`,
          `t37`.`opens`,
          `t37`.`birth`,
          `t37`.`next_stop`,
          `t37`.`stop_before`,
          `t37`.`stop_on`,
          `t37`.`stop_key`,
          `t37`.`stop_team`,
          `t37`.`any_before`,
          `t21`.`due_on`
        FROM (
          SELECT
            `t35`.`child_id`,
            `t35`.`team_id`,
            `t35`.`worker_id`,
            `t35`.`spell_id`,
            `t35`.`source_table`,
            `t35`.`source_key`,
            `t35`.`started_on`,
            `t35`.`ended_on`,
            `t35`.`outcome`,
            `t35`.`detail`,
            `t35`.`opened_on`,
            `t35`.`opens`,
            `t35`.`birth`,
            `t35`.`next_stop`,
            `t35`.`stop_before`,
            `t35`.`stop_on`,
            `t35`.`stop_key`,
            `t35`.`stop_team`,
            `t35`.`any_before`
          FROM (
            SELECT
              `t34`.`child_id`,
              `t34`.`team_id`,
              `t34`.`worker_id`,
              `t34`.`spell_id`,
              `t34`.`source_table`,
              `t34`.`source_key`,
              `t34`.`started_on`,
              `t34`.`ended_on`,
              `t34`.`outcome`,
              `t34`.`detail`,
              `t34`.`opened_on`,
              `t34`.`opens`,
              `t34`.`birth`,
              `t34`.`next_stop`,
              `t34`.`stop_before`,
              SPLIT(`t34`.`next_stop`, '\037') AS `parts`,
              CAST(ELEMENT_AT(SPLIT(`t34`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
              ELEMENT_AT(SPLIT(`t34`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
              NULLIF(ELEMENT_AT(SPLIT(`t34`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
              `t34`.`stop_before` IS NOT NULL AS `any_before`
            FROM (
              SELECT
                `t29`.`child_id`,
                `t29`.`team_id`,
                `t29`.`worker_id`,
                `t29`.`spell_id`,
                `t29`.`source_table`,
                `t29`.`source_key`,
                `t29`.`started_on`,
                `t29`.`ended_on`,
                `t29`.`outcome`,
                `t29`.`detail`,
                `t29`.`opened_on`,
                `t29`.`opens`,
                `t29`.`birth`,
                `t33`.`next_stop`,
                `t33`.`stop_before`
              FROM (
                SELECT
                  *
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
                    `t23`.`birth`
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
                      `t17`.`born_id`,
                      `t17`.`birth`
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
                        TRUE AS `opens`
                      FROM `journeys`.`spells` AS `t1`
                      WHERE
                        `t1`.`kind` = 'care'
                    ) AS `t13`
                    LEFT OUTER JOIN (
                      SELECT
                        `t11`.`child_id` AS `born_id`,
                        MIN(`t11`.`on_date`) AS `birth`
                      FROM (
                        SELECT
                          *
                        FROM `journeys`.`events` AS `t2`
                        WHERE
                          `t2`.`kind` = 'born'
                      ) AS `t11`
                      GROUP BY
                        1
                    ) AS `t17`
                      ON `t13`.`child_id` = `t17`.`born_id`
                  ) AS `t23`
                ) AS `t24`
                WHERE
                  COALESCE(
                    (
                      `t24`.`started_on` >= (
                        `t24`.`birth` + INTERVAL '60' MONTH
                      )
                    )
                    AND (
                      `t24`.`started_on` < (
                        `t24`.`birth` + INTERVAL '192' MONTH
                      )
                    ),
                    TRUE
                  )
              ) AS `t29`
              LEFT OUTER JOIN (
                SELECT
                  `t31`.`start_who`,
                  `t31`.`start_home`,
                  `t31`.`start_on`,
                  MIN(IF(`t31`.`on` >= `t31`.`start_on`, `t31`.`stop`, NULL)) AS `next_stop`,
                  MIN(IF(NOT (
                    `t31`.`on` >= `t31`.`start_on`
                  ), `t31`.`stop`, NULL)) AS `stop_before`
                FROM (
                  SELECT
                    `t30`.`start_who`,
                    `t30`.`start_home`,
                    `t30`.`start_on`,
                    `t26`.`who`,
                    `t26`.`home`,
                    `t26`.`on`,
                    `t26`.`key`,
                    `t26`.`team`,
                    `t26`.`stop`
                  FROM (
                    SELECT
                      `t24`.`child_id` AS `start_who`,
                      `t24`.`spell_id` AS `start_home`,
                      `t24`.`started_on` AS `start_on`
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
                        `t23`.`birth`
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
                          `t17`.`born_id`,
                          `t17`.`birth`
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
                            TRUE AS `opens`
                          FROM `journeys`.`spells` AS `t1`
                          WHERE
                            `t1`.`kind` = 'care'
                        ) AS `t13`
                        LEFT OUTER JOIN (
                          SELECT
                            `t11`.`child_id` AS `born_id`,
                            MIN(`t11`.`on_date`) AS `birth`
                          FROM (
                            SELECT
                              *
                            FROM `journeys`.`events` AS `t2`
                            WHERE
                              `t2`.`kind` = 'born'
                          ) AS `t11`
                          GROUP BY
                            1
                        ) AS `t17`
                          ON `t13`.`child_id` = `t17`.`born_id`
                      ) AS `t23`
                    ) AS `t24`
                    WHERE
                      COALESCE(
                        (
                          `t24`.`started_on` >= (
                            `t24`.`birth` + INTERVAL '60' MONTH
                          )
                        )
                        AND (
                          `t24`.`started_on` < (
                            `t24`.`birth` + INTERVAL '192' MONTH
                          )
                        ),
                        TRUE
                      )
                      AND `t24`.`started_on` IS NOT NULL
                  ) AS `t30`
                  INNER JOIN (
                    SELECT
                      `t22`.`child_id` AS `who`,
                      `t22`.`spell_id` AS `home`,
                      `t22`.`on_date` AS `on`,
                      `t22`.`source_key` AS `key`,
                      `t22`.`team_id` AS `team`,
                      CONCAT(
                        CONCAT(
                          CONCAT(CONCAT(CAST(`t22`.`on_date` AS STRING), '\037'), `t22`.`source_key`),
                          '\037'
                        ),
                        COALESCE(`t22`.`team_id`, '')
                      ) AS `stop`
                    FROM (
                      SELECT
                        `t15`.`child_id`,
                        `t15`.`kind`,
                        `t15`.`on_date`,
                        `t14`.`held_id` AS `spell_id`,
                        `t15`.`outcome`,
                        `t15`.`detail`,
                        `t15`.`team_id`,
                        `t15`.`worker_id`,
                        `t15`.`source_table`,
                        `t15`.`source_key`
                      FROM (
                        SELECT
                          *
                        FROM `journeys`.`events` AS `t2`
                        WHERE
                          `t2`.`kind` IN ('education_plan')
                      ) AS `t15`
                      INNER JOIN (
                        SELECT
                          `t1`.`child_id` AS `held_child`,
                          `t1`.`spell_id` AS `held_id`,
                          `t1`.`started_on` AS `held_from`,
                          `t1`.`ended_on` AS `held_to`
                        FROM `journeys`.`spells` AS `t1`
                        WHERE
                          `t1`.`kind` = 'care' AND `t1`.`started_on` IS NOT NULL
                      ) AS `t14`
                        ON `t15`.`child_id` = `t14`.`held_child`
                        AND `t14`.`held_from` <= `t15`.`on_date`
                        AND (
                          (
                            `t14`.`held_to` IS NULL
                          ) OR (
                            `t15`.`on_date` <= `t14`.`held_to`
                          )
                        )
                    ) AS `t22`
                    WHERE
                      `t22`.`on_date` IS NOT NULL AND `t22`.`spell_id` IS NOT NULL
                  ) AS `t26`
                    ON `t30`.`start_home` = `t26`.`home`
                    AND `t30`.`start_who` IS NOT DISTINCT FROM `t26`.`who`
                ) AS `t31`
                GROUP BY
                  1,
                  2,
                  3
              ) AS `t33`
                ON `t29`.`spell_id` = `t33`.`start_home`
                AND `t29`.`started_on` = `t33`.`start_on`
                AND `t29`.`child_id` IS NOT DISTINCT FROM `t33`.`start_who`
            ) AS `t34`
          ) AS `t35`
        ) AS `t37`
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
              `t6`.`_count` + 10
            ) = `t8`.`_target`
        ) AS `t21`
          ON `t37`.`started_on` = `t21`.`_day`
      ) AS `t38`
    ) AS `t39`
  ) AS `t41`
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
  ) AS `t20`
    ON `t41`.`due_on` = `t20`.`_day`
) AS `t42`
