SELECT
  `t13`.`child_id`,
  'unassessed_to_review' AS `kind`,
  `t13`.`spell_id`,
  `t13`.`started` AS `started_on`,
  IF(
    LEAST(`t13`.`until`, COALESCE(`t13`.`first_review`, CAST('9999-12-31' AS DATE))) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(`t13`.`until`, COALESCE(`t13`.`first_review`, CAST('9999-12-31' AS DATE)))
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'local_parent_placements' AS `source_table`,
  `t13`.`source_key`
FROM (
  SELECT
    `t7`.`child_id`,
    `t7`.`spell_id`,
    `t7`.`source_key`,
    `t7`.`started`,
    `t7`.`until`,
    `t5`.`care_child`,
    `t5`.`care_key`,
    `t5`.`care_start`,
    `t5`.`care_end`,
    `t12`.`care_id`,
    `t12`.`first_review`
  FROM (
    SELECT
      `t0`.`child_id`,
      `t0`.`spell_id`,
      `t0`.`source_key`,
      `t0`.`started_on` AS `started`,
      COALESCE(`t0`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `until`
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` = 'placed_unassessed'
  ) AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`child_id` AS `care_child`,
      `t0`.`spell_id` AS `care_key`,
      `t0`.`started_on` AS `care_start`,
      `t0`.`ended_on` AS `care_end`
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` = 'care'
  ) AS `t5`
    ON `t7`.`child_id` = `t5`.`care_child`
    AND `t5`.`care_start` <= `t7`.`started`
    AND `t7`.`started` < COALESCE(`t5`.`care_end`, CAST('9999-12-31' AS DATE))
  LEFT OUTER JOIN (
    SELECT
      `t10`.`spell_id` AS `care_id`,
      MIN(`t10`.`on_date`) AS `first_review`
    FROM (
      SELECT
        `t6`.`child_id`,
        `t9`.`clar_cla_review_date` AS `on_date`,
        `t9`.`clar_cla_id` AS `spell_id`,
        `t9`.`clar_cla_review_id` AS `source_key`
      FROM (
        SELECT
          *
        FROM `joined`.`ssd_cla_reviews` AS `t1`
        WHERE
          COALESCE(`t1`.`clar_cla_review_cancelled` <> 'Y', TRUE)
          AND `t1`.`clar_cla_review_date` IS NOT NULL
      ) AS `t9`
      INNER JOIN (
        SELECT
          *
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` = 'care'
      ) AS `t6`
        ON `t9`.`clar_cla_id` = `t6`.`spell_id`
    ) AS `t10`
    GROUP BY
      1
  ) AS `t12`
    ON `t5`.`care_key` = `t12`.`care_id`
) AS `t13`
WHERE
  COALESCE(`t13`.`first_review`, CAST('9999-12-31' AS DATE)) > `t13`.`started`
