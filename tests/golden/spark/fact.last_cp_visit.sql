SELECT
  `t7`.`child_id` AS `who`,
  `t7`.`child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'ssd_cp_visits' AS `source_table`,
  `t7`.`source_key`,
  `t7`.`started_on`,
  IF(
    LEAST(
      COALESCE(`t7`.`after`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t7`.`ends`, CAST('9999-12-31' AS DATE))
    ) = CAST('9999-12-31' AS DATE),
    CAST(NULL AS DATE),
    LEAST(
      COALESCE(`t7`.`after`, CAST('9999-12-31' AS DATE)),
      COALESCE(`t7`.`ends`, CAST('9999-12-31' AS DATE))
    )
  ) AS `ended_on`,
  `t7`.`seen_alone`
FROM (
  SELECT
    `t6`.`cppv_person_id` AS `child_id`,
    `t6`.`cppv_cp_visit_date` AS `started_on`,
    LEAD(`t6`.`cppv_cp_visit_date`) OVER (
      PARTITION BY `t6`.`cppv_person_id`
      ORDER BY `t6`.`cppv_cp_visit_date` ASC NULLS LAST, `t6`.`cppv_cp_visit_id` ASC NULLS LAST
    ) AS `after`,
    `t6`.`plan_ends` AS `ends`,
    `t6`.`cppv_cp_visit_id` AS `source_key`,
    `t6`.`cppv_cp_visit_seen_alone` AS `seen_alone`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t2`.`cppv_cp_visit_id`,
        `t2`.`cppv_person_id`,
        `t2`.`cppv_cp_plan_id`,
        `t2`.`cppv_cp_visit_date`,
        `t2`.`cppv_cp_visit_seen`,
        `t2`.`cppv_cp_visit_seen_alone`,
        `t2`.`cppv_cp_visit_bedroom`,
        `t4`.`plan_key`,
        `t4`.`plan_ends`
      FROM `joined`.`ssd_cp_visits` AS `t2`
      INNER JOIN (
        SELECT
          `t1`.`source_key` AS `plan_key`,
          `t1`.`ended_on` AS `plan_ends`
        FROM `journeys`.`spells` AS `t1`
        WHERE
          `t1`.`kind` = 'cp_plan'
      ) AS `t4`
        ON `t2`.`cppv_cp_plan_id` = `t4`.`plan_key`
    ) AS `t5`
    WHERE
      `t5`.`cppv_cp_visit_date` IS NOT NULL
  ) AS `t6`
) AS `t7`
