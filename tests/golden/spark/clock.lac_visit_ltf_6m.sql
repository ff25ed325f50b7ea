SELECT
  'lac_visit_ltf_6m' AS `clock_id`,
  `t20`.`child_id`,
  `t20`.`team_id`,
  `t20`.`worker_id`,
  `t20`.`started_on`,
  `t20`.`due_on`,
  `t20`.`soon_on`,
  `t20`.`stopped_on`,
  `t20`.`ended_on`,
  `t20`.`counted_on`,
  FALSE AS `is_window`,
  `t20`.`trouble`,
  `t20`.`excuse`,
  `t20`.`excused_on`,
  `t20`.`spell_id`,
  `t20`.`source_table`,
  `t20`.`source_key`,
  `t20`.`stop_key`
FROM (
  SELECT
    `t19`.`child_id`,
    `t19`.`worker_id`,
    `t19`.`spell_id`,
    `t19`.`source_table`,
    `t19`.`source_key`,
    `t19`.`started_on`,
    `t19`.`due_on`,
    `t19`.`trouble`,
    `t19`.`team_id`,
    `t19`.`ended_on`,
    `t19`.`counted_on`,
    `t19`.`stopped_on`,
    `t19`.`stop_key`,
    `t19`.`excuse`,
    `t19`.`excused_on`,
    `t12`.`soon_on`
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
      COALESCE(
        IF(
          (
            `t17`.`trouble` IS NULL
          )
          AND (
            `t17`.`fits`
            AND (
              (
                `t17`.`ended_on` IS NULL
              ) OR (
                `t17`.`stop_on` <= `t17`.`ended_on`
              )
            )
          ),
          `t17`.`stop_team`,
          CAST(NULL AS STRING)
        ),
        `t17`.`team_id`
      ) AS `team_id`,
      `t17`.`ended_on`,
      `t17`.`started_on` AS `counted_on`,
      IF(
        (
          `t17`.`trouble` IS NULL
        )
        AND (
          `t17`.`fits`
          AND (
            (
              `t17`.`ended_on` IS NULL
            ) OR (
              `t17`.`stop_on` <= `t17`.`ended_on`
            )
          )
        ),
        `t17`.`stop_on`,
        CAST(NULL AS DATE)
      ) AS `stopped_on`,
      IF(
        (
          `t17`.`trouble` IS NULL
        )
        AND (
          `t17`.`fits`
          AND (
            (
              `t17`.`ended_on` IS NULL
            ) OR (
              `t17`.`stop_on` <= `t17`.`ended_on`
            )
          )
        ),
        `t17`.`stop_key`,
        CAST(NULL AS STRING)
      ) AS `stop_key`,
      IF((
        `t17`.`trouble` IS NULL
      ) AND FALSE, '', CAST(NULL AS STRING)) AS `excuse`,
      CAST(NULL AS DATE) AS `excused_on`
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
        `t16`.`stop_on`,
        `t16`.`stop_key`,
        `t16`.`stop_team`,
        `t16`.`any_before`,
        CAST('0001-01-01' AS DATE) AS `birth`,
        `t16`.`started_on` + INTERVAL '6' MONTH AS `due_on`,
        COALESCE(`t16`.`stop_on` IS NOT NULL, FALSE) AS `fits`,
        CASE
          WHEN `t16`.`started_on` IS NULL
          THEN 'no start date is recorded'
          WHEN CAST('0001-01-01' AS DATE) IS NULL
          THEN 'no date of birth is recorded'
          WHEN FALSE
          THEN ''
          WHEN `t16`.`ended_on` < `t16`.`started_on`
          THEN 'it ends before it starts'
          WHEN FALSE
          AND `t16`.`any_before`
          AND NOT (
            COALESCE(`t16`.`stop_on` IS NOT NULL, FALSE)
          )
          THEN 'what stops it is dated before its start'
          ELSE CAST(NULL AS STRING)
        END AS `trouble`
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
          `t15`.`stop_on`,
          `t15`.`stop_key`,
          `t15`.`stop_team`,
          `t15`.`any_before`
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
            `t14`.`nth`,
            IF(
              COALESCE(
                LEAD(`t14`.`opens`) OVER (
                  PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                  ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t14`.`started_on`, 2) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t14`.`started_on`) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_on`,
            IF(
              COALESCE(
                LEAD(`t14`.`opens`) OVER (
                  PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                  ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t14`.`source_key`, 2) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t14`.`source_key`) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_key`,
            IF(
              COALESCE(
                LEAD(`t14`.`opens`) OVER (
                  PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                  ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
                ),
                FALSE
              ),
              LEAD(`t14`.`team_id`, 2) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              ),
              LEAD(`t14`.`team_id`) OVER (
                PARTITION BY `t14`.`child_id`, `t14`.`spell_id`
                ORDER BY `t14`.`started_on` ASC NULLS LAST, IF(`t14`.`opens`, 0, 1) ASC NULLS LAST
              )
            ) AS `stop_team`,
            FALSE AS `any_before`
          FROM (
            SELECT
              `t13`.`child_id`,
              `t13`.`team_id`,
              `t13`.`worker_id`,
              `t13`.`spell_id`,
              `t13`.`source_table`,
              `t13`.`source_key`,
              `t13`.`on_date` AS `started_on`,
              `t9`.`ended_on`,
              `t9`.`spell_outcome` AS `outcome`,
              `t9`.`spell_detail` AS `detail`,
              `t9`.`opened_on`,
              FALSE AS `opens`,
              1 AS `nth`
            FROM (
              SELECT
                `t7`.`child_id`,
                `t7`.`spell_id`,
                `t7`.`on_date`,
                MIN(`t7`.`source_key`) AS `source_key`,
                NULLIF(MIN_BY(COALESCE(`t7`.`team_id`, ''), `t7`.`source_key`), '') AS `team_id`,
                NULLIF(MIN_BY(COALESCE(`t7`.`worker_id`, ''), `t7`.`source_key`), '') AS `worker_id`,
                NULLIF(MIN_BY(COALESCE(`t7`.`source_table`, ''), `t7`.`source_key`), '') AS `source_table`
              FROM (
                SELECT
                  *
                FROM `journeys`.`events` AS `t1`
                WHERE
                  `t1`.`kind` IN ('cla_visit_fewer') AND `t1`.`on_date` IS NOT NULL
              ) AS `t7`
              GROUP BY
                1,
                2,
                3
            ) AS `t13`
            INNER JOIN (
              SELECT
                `t2`.`child_id` AS `spell_child`,
                `t2`.`spell_id` AS `spell_key`,
                `t2`.`started_on` AS `opened_on`,
                `t2`.`ended_on`,
                `t2`.`outcome` AS `spell_outcome`,
                `t2`.`detail` AS `spell_detail`
              FROM `journeys`.`spells` AS `t2`
              WHERE
                `t2`.`kind` = 'placement'
            ) AS `t9`
              ON `t13`.`spell_id` = `t9`.`spell_key`
              AND `t13`.`child_id` IS NOT DISTINCT FROM `t9`.`spell_child`
          ) AS `t14`
        ) AS `t15`
      ) AS `t16`
      WHERE
        (
          `t16`.`started_on` IS NULL
        )
        OR (
          `t16`.`started_on` >= MAKE_DATE(2015, 4, 1)
        )
    ) AS `t17`
  ) AS `t19`
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
    ON `t19`.`due_on` = `t12`.`_day`
) AS `t20`
