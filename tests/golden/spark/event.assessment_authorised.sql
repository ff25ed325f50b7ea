SELECT
  `t8`.`cina_person_id` AS `child_id`,
  'assessment_authorised' AS `kind`,
  `t8`.`cina_assessment_auth_date` AS `on_date`,
  `t8`.`cina_referral_id` AS `spell_id`,
  CASE
    WHEN `t8`.`cina_assessment_outcome_nfa` = 'Y'
    THEN 'nfa'
    WHEN `t8`.`cina_assessment_outcome_nfa` = 'N'
    THEN 'need'
    ELSE NULL
  END AS `outcome`,
  IF(COALESCE(`t8`.`planned` IS NOT NULL, FALSE), 'on_plan', CAST(NULL AS STRING)) AS `detail`,
  `t8`.`cina_assessment_team` AS `team_id`,
  `t8`.`cina_assessment_worker_id` AS `worker_id`,
  'ssd_cin_assessments' AS `source_table`,
  `t8`.`cina_assessment_id` AS `source_key`
FROM (
  SELECT
    `t2`.`cina_assessment_id`,
    `t2`.`cina_person_id`,
    `t2`.`cina_referral_id`,
    `t2`.`cina_assessment_start_date`,
    `t2`.`cina_assessment_child_seen`,
    `t2`.`cina_assessment_auth_date`,
    `t2`.`cina_assessment_outcome_json`,
    `t2`.`cina_assessment_outcome_nfa`,
    `t2`.`cina_assessment_team`,
    `t2`.`cina_assessment_worker_id`,
    `t7`.`planned`,
    `t7`.`planned_child`
  FROM `joined`.`ssd_cin_assessments` AS `t2`
  LEFT OUTER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t2`.`cina_assessment_id` AS `planned`,
        `t2`.`cina_person_id` AS `planned_child`
      FROM `joined`.`ssd_cin_assessments` AS `t2`
      INNER JOIN (
        SELECT
          `t1`.`child_id` AS `plan_child`,
          `t1`.`started_on` AS `plan_start`,
          COALESCE(`t1`.`ended_on`, CAST('9999-12-31' AS DATE)) AS `plan_end`
        FROM `journeys`.`spells` AS `t1`
        WHERE
          `t1`.`kind` IN ('cin_plan', 'cp_plan', 'care')
      ) AS `t4`
        ON `t2`.`cina_person_id` = `t4`.`plan_child`
        AND `t4`.`plan_start` < `t2`.`cina_assessment_auth_date`
        AND `t2`.`cina_assessment_auth_date` < `t4`.`plan_end`
    ) AS `t5`
  ) AS `t7`
    ON `t2`.`cina_assessment_id` = `t7`.`planned`
    AND `t2`.`cina_person_id` = `t7`.`planned_child`
) AS `t8`
WHERE
  `t8`.`cina_assessment_auth_date` IS NOT NULL
