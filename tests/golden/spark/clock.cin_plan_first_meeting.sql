SELECT
  'cin_plan_first_meeting' AS `clock_id`,
  `t27`.`child_id`,
  `t27`.`team_id`,
  `t27`.`worker_id`,
  `t27`.`started_on`,
  `t27`.`due_on`,
  `t27`.`soon_on`,
  `t27`.`stopped_on`,
  `t27`.`ended_on`,
  `t27`.`counted_on`,
  FALSE AS `is_window`,
  `t27`.`trouble`,
  `t27`.`excuse`,
  `t27`.`excused_on`,
  `t27`.`spell_id`,
  `t27`.`source_table`,
  `t27`.`source_key`,
  `t27`.`stop_key`
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
    `t26`.`team_id`,
    `t26`.`ended_on`,
    `t26`.`counted_on`,
    `t26`.`stopped_on`,
    `t26`.`stop_key`,
    `t26`.`excuse`,
    `t26`.`excused_on`,
    `t13`.`soon_on`
  FROM (
    SELECT
      `t24`.`child_id`,
      `t24`.`worker_id`,
      `t24`.`spell_id`,
      `t24`.`source_table`,
      `t24`.`source_key`,
      `t24`.`started_on`,
      `t24`.`due_on`,
      `t24`.`trouble`,
      COALESCE(
        IF(
          (
            `t24`.`trouble` IS NULL
          )
          AND (
            `t24`.`fits`
            AND (
              (
                `t24`.`next_on` IS NULL
              ) OR (
                `t24`.`stop_on` <= `t24`.`next_on`
              )
            )
          ),
          `t24`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t24`.`team_id`
      ) AS `team_id`,
      `t24`.`next_on` AS `ended_on`,
      `t24`.`started_on` AS `counted_on`,
      IF(
        (
          `t24`.`trouble` IS NULL
        )
        AND (
          `t24`.`fits`
          AND (
            (
              `t24`.`next_on` IS NULL
            ) OR (
              `t24`.`stop_on` <= `t24`.`next_on`
            )
          )
        ),
        `t24`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t24`.`trouble` IS NULL
        )
        AND (
          `t24`.`fits`
          AND (
            (
              `t24`.`next_on` IS NULL
            ) OR (
              `t24`.`stop_on` <= `t24`.`next_on`
            )
          )
        ),
        `t24`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF(
        (
          `t24`.`trouble` IS NULL
        ) AND COALESCE(`t24`.`detail` IN ('on_plan'), FALSE),
        'a plan, or care, was already going on',
        CAST(NULL AS STRING)
      ) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t23`.`who`,
        `t23`.`home`,
        `t23`.`on`,
        `t23`.`turn`,
        `t23`.`stop`,
        `t23`.`next_stop`,
        `t23`.`stop_before`,
        `t23`.`stop_on`,
        `t23`.`stop_key`,
        `t23`.`stop_team`,
        `t23`.`any_before`,
        `t23`.`due_on`,
        `t23`.`next_on`,
        COALESCE(
          (
            `t23`.`stop_on` IS NOT NULL
          )
          AND (
            (
              `t23`.`next_on` IS NULL
            ) OR (
              `t23`.`stop_on` < `t23`.`next_on`
            )
          ),
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t23`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t23`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t23`.`ended_on` < `t23`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t23`.`any_before`
          AND NOT (
            COALESCE(
              (
                `t23`.`stop_on` IS NOT NULL
              )
              AND (
                (
                  `t23`.`next_on` IS NULL
                ) OR (
                  `t23`.`stop_on` < `t23`.`next_on`
                )
              ),
              FALSE
            )
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t18`.`who`,
          `t18`.`home`,
          `t18`.`on`,
          `t18`.`turn`,
          `t18`.`stop`,
          `t18`.`next_stop`,
          `t18`.`stop_before`,
          `t18`.`stop_on`,
          `t18`.`stop_key`,
          `t18`.`stop_team`,
          `t18`.`any_before`,
          `t14`.`due_on`,
          `t22`.`next_on`
        FROM (
          SELECT
            `t16`.`child_id`,
            `t16`.`team_id`,
            `t16`.`worker_id`,
            `t16`.`spell_id`,
            `t16`.`source_table`,
            `t16`.`source_key`,
            `t16`.`started_on`,
            `t16`.`ended_on`,
            `t16`.`outcome`,
            `t16`.`detail`,
            `t16`.`opened_on`,
            `t16`.`opens`,
            `t16`.`birth`,
            `t16`.`who`,
            `t16`.`home`,
            `t16`.`on`,
            `t16`.`turn`,
            `t16`.`stop`,
            `t16`.`next_stop`,
            `t16`.`stop_before`,
            `t16`.`stop_on`,
            `t16`.`stop_key`,
            `t16`.`stop_team`,
            `t16`.`any_before`
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
              `t15`.`detail`,
              `t15`.`opened_on`,
              `t15`.`opens`,
              `t15`.`birth`,
              `t15`.`who`,
              `t15`.`home`,
              `t15`.`on`,
              `t15`.`turn`,
              `t15`.`stop`,
              `t15`.`next_stop`,
              `t15`.`stop_before`,
              SPLIT(`t15`.`next_stop`, '\037') AS `parts`,
              CAST(ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
              ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
              NULLIF(ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
              `t15`.`stop_before` IS NOT NULL AS `any_before`
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
                `t12`.`detail`,
                `t12`.`opened_on`,
                `t12`.`opens`,
                `t12`.`birth`,
                `t12`.`who`,
                `t12`.`home`,
                `t12`.`on`,
                `t12`.`turn`,
                `t12`.`stop`,
                MIN(`t12`.`stop`) OVER (
                  PARTITION BY `t12`.`who`, `t12`.`home`
                  ORDER BY `t12`.`on` ASC NULLS LAST, `t12`.`turn` ASC NULLS LAST
                  ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                ) AS `next_stop`,
                MIN(`t12`.`stop`) OVER (
                  PARTITION BY `t12`.`who`, `t12`.`home`
                  ORDER BY `t12`.`on` ASC NULLS LAST, `t12`.`turn` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `stop_before`
              FROM (
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
                    `t1`.`on_date` AS `started_on`,
                    CAST(NULL AS DATE) AS `ended_on`,
                    `t1`.`outcome`,
                    `t1`.`detail`,
                    CAST(NULL AS DATE) AS `opened_on`,
                    TRUE AS `opens`,
                    CAST('0001-01-01' AS DATE) AS `birth`,
                    `t1`.`child_id` AS `who`,
                    `t1`.`child_id` AS `home`,
                    `t1`.`on_date` AS `on`,
                    IF(TRUE, 0, 2) AS `turn`,
                    CAST(NULL AS STRING) AS `stop`
                  FROM `journeys`.`events` AS `t1`
                  WHERE
                    `t1`.`kind` IN ('assessment_authorised')
                    AND COALESCE(`t1`.`outcome` IN ('need'), FALSE)
                ) AS `t8`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(NULL AS STRING) AS `child_id`,
                    CAST(NULL AS STRING) AS `team_id`,
                    CAST(NULL AS STRING) AS `worker_id`,
                    CAST(NULL AS STRING) AS `spell_id`,
                    CAST(NULL AS STRING) AS `source_table`,
                    CAST(NULL AS STRING) AS `source_key`,
                    CAST(NULL AS DATE) AS `started_on`,
                    CAST(NULL AS DATE) AS `ended_on`,
                    CAST(NULL AS STRING) AS `outcome`,
                    CAST(NULL AS STRING) AS `detail`,
                    CAST(NULL AS DATE) AS `opened_on`,
                    CAST(NULL AS BOOLEAN) AS `opens`,
                    CAST(NULL AS DATE) AS `birth`,
                    `t1`.`child_id` AS `who`,
                    `t1`.`child_id` AS `home`,
                    `t1`.`on_date` AS `on`,
                    1 AS `turn`,
                    CONCAT(
                      CONCAT(CONCAT(CONCAT(CAST(`t1`.`on_date` AS STRING), '\037'), `t1`.`source_key`), '\037'),
                      COALESCE(`t1`.`team_id`, '')
                    ) AS `stop`
                  FROM `journeys`.`events` AS `t1`
                  WHERE
                    `t1`.`kind` IN ('cin_plan_started', 'cp_plan_started', 'care_started', 'referral_closed')
                    AND `t1`.`on_date` IS NOT NULL
                    AND `t1`.`child_id` IS NOT NULL
                ) AS `t9`
              ) AS `t12`
            ) AS `t15`
            WHERE
              `t15`.`turn` <> 1
          ) AS `t16`
        ) AS `t18`
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
              `t5`.`_count` + 10
            ) = `t7`.`_target`
        ) AS `t14`
          ON `t18`.`started_on` = `t14`.`_day`
        LEFT OUTER JOIN (
          SELECT
            `t20`.`day_child`,
            `t20`.`day`,
            LEAD(`t20`.`day`) OVER (PARTITION BY `t20`.`day_child` ORDER BY `t20`.`day` ASC NULLS LAST) AS `next_on`
          FROM (
            SELECT DISTINCT
              `t19`.`child_id` AS `day_child`,
              `t19`.`started_on` AS `day`
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
                `t18`.`who`,
                `t18`.`home`,
                `t18`.`on`,
                `t18`.`turn`,
                `t18`.`stop`,
                `t18`.`next_stop`,
                `t18`.`stop_before`,
                `t18`.`stop_on`,
                `t18`.`stop_key`,
                `t18`.`stop_team`,
                `t18`.`any_before`,
                `t14`.`due_on`
              FROM (
                SELECT
                  `t16`.`child_id`,
                  `t16`.`team_id`,
                  `t16`.`worker_id`,
                  `t16`.`spell_id`,
                  `t16`.`source_table`,
                  `t16`.`source_key`,
                  `t16`.`started_on`,
                  `t16`.`ended_on`,
                  `t16`.`outcome`,
                  `t16`.`detail`,
                  `t16`.`opened_on`,
                  `t16`.`opens`,
                  `t16`.`birth`,
                  `t16`.`who`,
                  `t16`.`home`,
                  `t16`.`on`,
                  `t16`.`turn`,
                  `t16`.`stop`,
                  `t16`.`next_stop`,
                  `t16`.`stop_before`,
                  `t16`.`stop_on`,
                  `t16`.`stop_key`,
                  `t16`.`stop_team`,
                  `t16`.`any_before`
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
                    `t15`.`detail`,
                    `t15`.`opened_on`,
                    `t15`.`opens`,
                    `t15`.`birth`,
                    `t15`.`who`,
                    `t15`.`home`,
                    `t15`.`on`,
                    `t15`.`turn`,
                    `t15`.`stop`,
                    `t15`.`next_stop`,
                    `t15`.`stop_before`,
                    SPLIT(`t15`.`next_stop`, '\037') AS `parts`,
                    CAST(ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
                    ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
                    NULLIF(ELEMENT_AT(SPLIT(`t15`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
                    `t15`.`stop_before` IS NOT NULL AS `any_before`
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
                      `t12`.`detail`,
                      `t12`.`opened_on`,
                      `t12`.`opens`,
                      `t12`.`birth`,
                      `t12`.`who`,
                      `t12`.`home`,
                      `t12`.`on`,
                      `t12`.`turn`,
                      `t12`.`stop`,
                      MIN(`t12`.`stop`) OVER (
                        PARTITION BY `t12`.`who`, `t12`.`home`
                        ORDER BY `t12`.`on` ASC NULLS LAST, `t12`.`turn` ASC NULLS LAST
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                      ) AS `next_stop`,
                      MIN(`t12`.`stop`) OVER (
                        PARTITION BY `t12`.`who`, `t12`.`home`
                        ORDER BY `t12`.`on` ASC NULLS LAST, `t12`.`turn` ASC NULLS LAST
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `stop_before`
                    FROM (
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
                          `t1`.`on_date` AS `started_on`,
                          CAST(NULL AS DATE) AS `ended_on`,
                          `t1`.`outcome`,
                          `t1`.`detail`,
                          CAST(NULL AS DATE) AS `opened_on`,
                          TRUE AS `opens`,
                          CAST('0001-01-01' AS DATE) AS `birth`,
                          `t1`.`child_id` AS `who`,
                          `t1`.`child_id` AS `home`,
                          `t1`.`on_date` AS `on`,
                          IF(TRUE, 0, 2) AS `turn`,
                          CAST(NULL AS STRING) AS `stop`
                        FROM `journeys`.`events` AS `t1`
                        WHERE
                          `t1`.`kind` IN ('assessment_authorised')
                          AND COALESCE(`t1`.`outcome` IN ('need'), FALSE)
                      ) AS `t8`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS STRING) AS `child_id`,
                          CAST(NULL AS STRING) AS `team_id`,
                          CAST(NULL AS STRING) AS `worker_id`,
                          CAST(NULL AS STRING) AS `spell_id`,
                          CAST(NULL AS STRING) AS `source_table`,
                          CAST(NULL AS STRING) AS `source_key`,
                          CAST(NULL AS DATE) AS `started_on`,
                          CAST(NULL AS DATE) AS `ended_on`,
                          CAST(NULL AS STRING) AS `outcome`,
                          CAST(NULL AS STRING) AS `detail`,
                          CAST(NULL AS DATE) AS `opened_on`,
                          CAST(NULL AS BOOLEAN) AS `opens`,
                          CAST(NULL AS DATE) AS `birth`,
                          `t1`.`child_id` AS `who`,
                          `t1`.`child_id` AS `home`,
                          `t1`.`on_date` AS `on`,
                          1 AS `turn`,
                          CONCAT(
                            CONCAT(CONCAT(CONCAT(CAST(`t1`.`on_date` AS STRING), '\037'), `t1`.`source_key`), '\037'),
                            COALESCE(`t1`.`team_id`, '')
                          ) AS `stop`
                        FROM `journeys`.`events` AS `t1`
                        WHERE
                          `t1`.`kind` IN ('cin_plan_started', 'cp_plan_started', 'care_started', 'referral_closed')
                          AND `t1`.`on_date` IS NOT NULL
                          AND `t1`.`child_id` IS NOT NULL
                      ) AS `t9`
                    ) AS `t12`
                  ) AS `t15`
                  WHERE
                    `t15`.`turn` <> 1
                ) AS `t16`
              ) AS `t18`
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
                    `t5`.`_count` + 10
                  ) = `t7`.`_target`
              ) AS `t14`
                ON `t18`.`started_on` = `t14`.`_day`
            ) AS `t19`
            WHERE
              `t19`.`started_on` IS NOT NULL
          ) AS `t20`
        ) AS `t22`
          ON `t18`.`child_id` = `t22`.`day_child` AND `t18`.`started_on` = `t22`.`day`
      ) AS `t23`
    ) AS `t24`
  ) AS `t26`
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
  ) AS `t13`
    ON `t26`.`due_on` = `t13`.`_day`
) AS `t27`
