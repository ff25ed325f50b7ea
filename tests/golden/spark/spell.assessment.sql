SELECT
  `t2`.`cina_person_id` AS `child_id`,
  'assessment' AS `kind`,
  `t2`.`cina_assessment_id` AS `spell_id`,
  `t2`.`cina_assessment_start_date` AS `started_on`,
  `t2`.`cina_assessment_auth_date` AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  IF(
    COALESCE(
      (
        `t4`.`dob` > `t2`.`cina_assessment_start_date`
      )
      OR (
        (
          `t4`.`dob` IS NULL
        )
        AND (
          `t2`.`cina_assessment_start_date` < (
            `t4`.`expected_dob` + INTERVAL '14' DAY
          )
        )
      ),
      FALSE
    ),
    'unborn',
    CAST(NULL AS STRING)
  ) AS `detail`,
  `t2`.`cina_assessment_team` AS `team_id`,
  `t2`.`cina_assessment_worker_id` AS `worker_id`,
  'ssd_cin_assessments' AS `source_table`,
  `t2`.`cina_assessment_id` AS `source_key`
FROM `joined`.`ssd_cin_assessments` AS `t2`
LEFT OUTER JOIN (
  SELECT
    `t1`.`pers_person_id` AS `born_id`,
    `t1`.`pers_dob` AS `dob`,
    `t1`.`pers_expected_dob` AS `expected_dob`
  FROM `joined`.`ssd_person` AS `t1`
) AS `t4`
  ON `t2`.`cina_person_id` = `t4`.`born_id`
