SELECT
  'cin_visit' AS `clock_id`,
  `t34`.`child_id`,
  `t34`.`team_id`,
  `t34`.`worker_id`,
  `t34`.`started_on`,
  `t34`.`due_on`,
  `t34`.`soon_on`,
  `t34`.`stopped_on`,
  `t34`.`ended_on`,
  `t34`.`counted_on`,
  FALSE AS `is_window`,
  `t34`.`trouble`,
  `t34`.`excuse`,
  `t34`.`excused_on`,
  `t34`.`spell_id`,
  `t34`.`source_table`,
  `t34`.`source_key`,
  `t34`.`stop_key`
FROM (
  SELECT
    `t33`.`child_id`,
    `t33`.`worker_id`,
    `t33`.`spell_id`,
    `t33`.`source_table`,
    `t33`.`source_key`,
    `t33`.`started_on`,
    `t33`.`due_on`,
    `t33`.`trouble`,
    `t33`.`team_id`,
    `t33`.`ended_on`,
    `t33`.`counted_on`,
    `t33`.`stopped_on`,
    `t33`.`stop_key`,
    `t33`.`excuse`,
    `t33`.`excused_on`,
    `t18`.`soon_on`
  FROM (
    SELECT
      `t31`.`child_id`,
      `t31`.`worker_id`,
      `t31`.`spell_id`,
      `t31`.`source_table`,
      `t31`.`source_key`,
      `t31`.`started_on`,
      `t31`.`due_on`,
      `t31`.`trouble`,
      COALESCE(
        IF(
          (
            `t31`.`trouble` IS NULL
          )
          AND (
            `t31`.`fits`
            AND (
              (
                `t31`.`ended_on` IS NULL
              ) OR (
                `t31`.`stop_on` <= `t31`.`ended_on`
              )
            )
          ),
          `t31`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t31`.`team_id`
      ) AS `team_id`,
      `t31`.`ended_on`,
      `t31`.`started_on` AS `counted_on`,
      IF(
        (
          `t31`.`trouble` IS NULL
        )
        AND (
          `t31`.`fits`
          AND (
            (
              `t31`.`ended_on` IS NULL
            ) OR (
              `t31`.`stop_on` <= `t31`.`ended_on`
            )
          )
        ),
        `t31`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t31`.`trouble` IS NULL
        )
        AND (
          `t31`.`fits`
          AND (
            (
              `t31`.`ended_on` IS NULL
            ) OR (
              `t31`.`stop_on` <= `t31`.`ended_on`
            )
          )
        ),
        `t31`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t31`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t30`.`stop_on`,
        `t30`.`stop_key`,
        `t30`.`stop_team`,
        `t30`.`any_before`,
        `t30`.`birth`,
        `t30`.`due_on`,
        COALESCE(`t30`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t30`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t30`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t30`.`ended_on` < `t30`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t30`.`any_before`
          AND NOT (
            COALESCE(`t30`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t29`.`stop_on`,
          `t29`.`stop_key`,
          `t29`.`stop_team`,
          `t29`.`any_before`,
          `t29`.`birth`,
          `t19`.`due_on`
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
            `t27`.`stop_on`,
            `t27`.`stop_key`,
            `t27`.`stop_team`,
            `t27`.`any_before`,
            CAST('0001-01-01' AS DATE) AS `birth`
          FROM (
            SELECT
              `t26`.`child_id`,
              `t26`.`team_id`,
              `t26`.`worker_id`,
              `t26`.`spell_id`,
              `t26`.`source_table`,
              `t26`.`source_key`,
              `t26`.`started_on`,
              `t26`.`ended_on`,
              `t26`.`outcome`,
              `t26`.`detail`,
              `t26`.`opened_on`,
              `t26`.`opens`,
              `t26`.`stop_on`,
              `t26`.`stop_key`,
              `t26`.`stop_team`,
              `t26`.`any_before`
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
                `t25`.`nth`,
                IF(
                  COALESCE(
                    LEAD(`t25`.`opens`) OVER (
                      PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                      ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t25`.`started_on`, 2) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t25`.`started_on`) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_on`,
                IF(
                  COALESCE(
                    LEAD(`t25`.`opens`) OVER (
                      PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                      ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t25`.`source_key`, 2) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t25`.`source_key`) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_key`,
                IF(
                  COALESCE(
                    LEAD(`t25`.`opens`) OVER (
                      PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                      ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                    ),
                    FALSE
                  ),
                  LEAD(`t25`.`team_id`, 2) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  ),
                  LEAD(`t25`.`team_id`) OVER (
                    PARTITION BY `t25`.`child_id`, `t25`.`spell_id`
                    ORDER BY `t25`.`started_on` ASC NULLS LAST, IF(`t25`.`opens`, 0, 1) ASC NULLS LAST
                  )
                ) AS `stop_team`,
                FALSE AS `any_before`
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
                    `t23`.`on_date` AS `started_on`,
                    `t13`.`ended_on`,
                    `t13`.`spell_outcome` AS `outcome`,
                    `t13`.`spell_detail` AS `detail`,
                    `t13`.`opened_on`,
                    FALSE AS `opens`,
                    1 AS `nth`
                  FROM (
                    SELECT
                      `t21`.`child_id`,
                      `t21`.`spell_id`,
                      `t21`.`on_date`,
                      MIN(`t21`.`source_key`) AS `source_key`,
                      NULLIF(MIN_BY(COALESCE(`t21`.`team_id`, ''), `t21`.`source_key`), '') AS `team_id`,
                      NULLIF(MIN_BY(COALESCE(`t21`.`worker_id`, ''), `t21`.`source_key`), '') AS `worker_id`,
                      NULLIF(MIN_BY(COALESCE(`t21`.`source_table`, ''), `t21`.`source_key`), '') AS `source_table`
                    FROM (
                      SELECT
                        *
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
                            `t2`.`kind` IN ('cin_visit')
                        ) AS `t15`
                        INNER JOIN (
                          SELECT
                            `t1`.`child_id` AS `held_child`,
                            `t1`.`spell_id` AS `held_id`,
                            `t1`.`started_on` AS `held_from`,
                            `t1`.`ended_on` AS `held_to`
                          FROM `journeys`.`spells` AS `t1`
                          WHERE
                            `t1`.`kind` = 'cin_plan' AND `t1`.`started_on` IS NOT NULL
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
                      ) AS `t20`
                      WHERE
                        `t20`.`on_date` IS NOT NULL
                    ) AS `t21`
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS `t23`
                  INNER JOIN (
                    SELECT
                      `t1`.`child_id` AS `spell_child`,
                      `t1`.`spell_id` AS `spell_key`,
                      `t1`.`started_on` AS `opened_on`,
                      `t1`.`ended_on`,
                      `t1`.`outcome` AS `spell_outcome`,
                      `t1`.`detail` AS `spell_detail`
                    FROM `journeys`.`spells` AS `t1`
                    WHERE
                      `t1`.`kind` = 'cin_plan'
                  ) AS `t13`
                    ON `t23`.`spell_id` = `t13`.`spell_key`
                    AND `t23`.`child_id` IS NOT DISTINCT FROM `t13`.`spell_child`
                ) AS `t24`
                UNION ALL
                SELECT
                  *
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
                    CAST(NULL AS BIGINT) AS `nth`
                  FROM `journeys`.`spells` AS `t1`
                  WHERE
                    `t1`.`kind` = 'cin_plan'
                ) AS `t9`
              ) AS `t25`
            ) AS `t26`
          ) AS `t27`
        ) AS `t29`
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
              `t6`.`_count` + 20
            ) = `t8`.`_target`
        ) AS `t19`
          ON `t29`.`started_on` = `t19`.`_day`
      ) AS `t30`
    ) AS `t31`
  ) AS `t33`
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
  ) AS `t18`
    ON `t33`.`due_on` = `t18`.`_day`
) AS `t34`
