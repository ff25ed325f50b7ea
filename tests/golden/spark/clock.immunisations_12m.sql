WITH `t14` AS (
  SELECT
    `t13`.`child_id`,
    `t13`.`kind`,
    `t13`.`on_date`,
    `t12`.`held_id` AS `spell_id`,
    `t13`.`outcome`,
    `t13`.`detail`,
    `t13`.`team_id`,
    `t13`.`worker_id`,
    `t13`.`source_table`,
    `t13`.`source_key`
  FROM (
    SELECT
      *
    FROM `journeys`.`events` AS `t2`
    WHERE
      `t2`.`kind` IN ('immunised')
  ) AS `t13`
  INNER JOIN (
    SELECT
      `t1`.`child_id` AS `held_child`,
      `t1`.`spell_id` AS `held_id`,
      `t1`.`started_on` AS `held_from`,
      `t1`.`ended_on` AS `held_to`
    FROM `journeys`.`spells` AS `t1`
    WHERE
      `t1`.`kind` = 'care' AND `t1`.`started_on` IS NOT NULL
  ) AS `t12`
    ON `t13`.`child_id` = `t12`.`held_child`
    AND `t12`.`held_from` <= `t13`.`on_date`
    AND (
      (
        `t12`.`held_to` IS NULL
      ) OR (
        `t13`.`on_date` <= `t12`.`held_to`
      )
    )
)
SELECT
  'immunisations_12m' AS `clock_id`,
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
    `t6`.`soon_on`
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
        `t25`.`due_on`,
        `t25`.`who`,
        `t25`.`home`,
        `t25`.`on`,
        `t25`.`turn`,
        `t25`.`stop`,
        `t25`.`next_stop`,
        `t25`.`stop_before`,
        CAST(ELEMENT_AT(SPLIT(`t25`.`next_stop`, '\037'), 0 + 1) AS DATE) AS `stop_on`,
        ELEMENT_AT(SPLIT(`t25`.`next_stop`, '\037'), 1 + 1) AS `stop_key`,
        NULLIF(ELEMENT_AT(SPLIT(`t25`.`next_stop`, '\037'), 2 + 1), '') AS `stop_team`,
        `t25`.`stop_before` IS NOT NULL AS `any_before`,
        COALESCE(
          CAST(ELEMENT_AT(SPLIT(`t25`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
          FALSE
        ) AS `fits`,
        CASE
          WHEN `t25`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN `t25`.`birth` IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t25`.`ended_on` < `t25`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND (
            `t25`.`stop_before` IS NOT NULL
          )
          AND NOT (
            COALESCE(
              CAST(ELEMENT_AT(SPLIT(`t25`.`next_stop`, '\037'), 0 + 1) AS DATE) IS NOT NULL,
              FALSE
            )
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
          `t24`.`due_on`,
          `t24`.`who`,
          `t24`.`home`,
          `t24`.`on`,
          `t24`.`turn`,
          `t24`.`stop`,
          MIN(`t24`.`stop`) OVER (
            PARTITION BY `t24`.`who`, `t24`.`home`
            ORDER BY `t24`.`on` ASC NULLS LAST, `t24`.`turn` ASC NULLS LAST
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS `next_stop`,
          MIN(`t24`.`stop`) OVER (
            PARTITION BY `t24`.`who`, `t24`.`home`
            ORDER BY `t24`.`on` ASC NULLS LAST, `t24`.`turn` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS `stop_before`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t22`.`child_id`,
              `t22`.`team_id`,
              `t22`.`worker_id`,
              `t22`.`spell_id`,
              `t22`.`source_table`,
              `t22`.`source_key`,
              `t22`.`started_on`,
              `t22`.`ended_on`,
              `t22`.`outcome`,
              `t22`.`detail`,
              `t22`.`opened_on`,
              `t22`.`opens`,
              CAST('0001-01-01' AS DATE) AS `birth`,
              `t22`.`started_on` + INTERVAL '12' MONTH AS `due_on`,
              `t22`.`child_id` AS `who`,
              `t22`.`spell_id` AS `home`,
              `t22`.`started_on` AS `on`,
              IF(`t22`.`opens`, 0, 2) AS `turn`,
              CAST(NULL AS STRING) AS `stop`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t20`.`child_id`,
                  `t20`.`team_id`,
                  `t20`.`worker_id`,
                  `t20`.`spell_id`,
                  `t20`.`source_table`,
                  `t20`.`source_key`,
                  `t20`.`on_date` AS `started_on`,
                  `t11`.`ended_on`,
                  `t11`.`spell_outcome` AS `outcome`,
                  `t11`.`spell_detail` AS `detail`,
                  `t11`.`opened_on`,
                  FALSE AS `opens`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t16`.`child_id`,
                      `t16`.`kind`,
                      `t16`.`on_date`,
                      `t16`.`spell_id`,
                      `t16`.`outcome`,
                      `t16`.`detail`,
                      `t16`.`team_id`,
                      `t16`.`worker_id`,
                      `t16`.`source_table`,
                      `t16`.`source_key`,
                      (
                        DENSE_RANK() OVER (
                          PARTITION BY `t16`.`child_id`, `t16`.`spell_id`
                          ORDER BY `t16`.`on_date` ASC NULLS LAST
                        ) - 1
                      ) + 1 AS `nth`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t16`.`child_id`, `t16`.`spell_id`, `t16`.`on_date`
                        ORDER BY `t16`.`source_key` ASC NULLS LAST
                      ) - 1 AS `same_day`
                    FROM (
                      SELECT
                        *
                      FROM `t14` AS `t15`
                      WHERE
                        `t15`.`on_date` IS NOT NULL
                    ) AS `t16`
                  ) AS `t18`
                  WHERE
                    `t18`.`same_day` = 0 AND `t18`.`nth` >= 1
                ) AS `t20`
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
                    `t1`.`kind` = 'care'
                ) AS `t11`
                  ON `t20`.`spell_id` = `t11`.`spell_key`
                  AND `t20`.`child_id` IS NOT DISTINCT FROM `t11`.`spell_child`
              ) AS `t21`
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
                  TRUE AS `opens`
                FROM `journeys`.`spells` AS `t1`
                WHERE
                  `t1`.`kind` = 'care'
              ) AS `t7`
            ) AS `t22`
          ) AS `t23`
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
              CAST(NULL AS DATE) AS `due_on`,
              `t15`.`child_id` AS `who`,
              `t15`.`spell_id` AS `home`,
              `t15`.`on_date` AS `on`,
              1 AS `turn`,
              CONCAT(
                CONCAT(
                  CONCAT(CONCAT(CAST(`t15`.`on_date` AS STRING), '\037'), `t15`.`source_key`),
                  '\037'
                ),
                COALESCE(`t15`.`team_id`, '')
              ) AS `stop`
            FROM `t14` AS `t15`
            WHERE
              `t15`.`on_date` IS NOT NULL AND `t15`.`spell_id` IS NOT NULL
          ) AS `t17`
        ) AS `t24`
      ) AS `t25`
      WHERE
        `t25`.`turn` <> 1
    ) AS `t26`
  ) AS `t28`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`day` AS `_day`,
      `t0`.`working_days` AS `_count`
    FROM `journeys`.`calendar` AS `t0`
  ) AS `t5`
    ON `t28`.`due_on` = `t5`.`_day`
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
) AS `t29`
