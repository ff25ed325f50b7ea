SELECT
  `t6`.`pers_person_id` AS `child_id`,
  'unborn' AS `kind`,
  `t6`.`pers_person_id` AS `spell_id`,
  `t6`.`pers_expected_dob` + INTERVAL '-280' DAY AS `started_on`,
  COALESCE(
    `t6`.`pers_dob`,
    IF(
      (
        `t6`.`pers_expected_dob` + INTERVAL '14' DAY
      ) <= `t6`.`now`,
      `t6`.`pers_expected_dob` + INTERVAL '14' DAY,
      CAST(NULL AS DATE)
    )
  ) AS `ended_on`,
  CAST(NULL AS STRING) AS `outcome`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_person' AS `source_table`,
  `t6`.`pers_person_id` AS `source_key`
FROM (
  SELECT
    `t5`.`pers_person_id`,
    `t5`.`pers_forename`,
    `t5`.`pers_surname`,
    `t5`.`pers_sex`,
    `t5`.`pers_gender`,
    `t5`.`pers_ethnicity`,
    `t5`.`pers_dob`,
    `t5`.`pers_common_child_id`,
    `t5`.`pers_legacy_id`,
    `t5`.`pers_upn_unknown`,
    `t5`.`pers_send_flag`,
    `t5`.`pers_expected_dob`,
    `t5`.`pers_death_date`,
    `t5`.`pers_is_mother`,
    `t5`.`pers_nationality`,
    `t5`.`pers_single_unique_id`,
    `t5`.`pers_upn`,
    `t4`.`now`
  FROM (
    SELECT
      *
    FROM `joined`.`ssd_person` AS `t0`
    WHERE
      `t0`.`pers_expected_dob` IS NOT NULL
  ) AS `t5`
  CROSS JOIN (
    SELECT
      `t1`.`as_at` AS `now`
    FROM `records`.`load` AS `t1`
  ) AS `t4`
) AS `t6`
