SELECT
  `t0`.`wkfc_professional_id` AS `who`,
  CAST(NULL AS STRING) AS `child_id`,
  CAST(NULL AS STRING) AS `team_id`,
  'local_workforce' AS `source_table`,
  `t0`.`wkfc_id` AS `source_key`,
  CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE) AS `on_date`,
  `t0`.`wkfc_agency` AS `agency`,
  `t0`.`wkfc_organisation_role` AS `role`,
  IF(
    (
      `t0`.`wkfc_end_date` IS NULL
    )
    OR (
      `t0`.`wkfc_end_date` > CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE)
    ),
    'Y',
    'N'
  ) AS `in_post`,
  IF(
    (
      `t0`.`wkfc_start_date` > (
        CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE) - INTERVAL '12' MONTH
      )
    )
    AND (
      `t0`.`wkfc_start_date` <= CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE)
    ),
    'Y',
    'N'
  ) AS `joined`,
  IF(
    COALESCE(
      (
        `t0`.`wkfc_end_date` > (
          CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE) - INTERVAL '12' MONTH
        )
      )
      AND (
        `t0`.`wkfc_end_date` <= CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE)
      ),
      FALSE
    ),
    'Y',
    'N'
  ) AS `left`,
  IF(`t0`.`wkfc_first_year_status` IS NOT NULL, 'Y', 'N') AS `first_year`,
  CAST(`t0`.`wkfc_fte_30_september` AS DOUBLE) AS `fte`,
  CAST(`t0`.`wkfc_fte` AS DOUBLE) AS `contract_fte`,
  CAST(`t0`.`wkfc_cases_30_september` AS DOUBLE) AS `cases`,
  CAST(`t0`.`wkfc_days_lost` AS DOUBLE) AS `days_lost`,
  CAST(`t0`.`wkfc_fte_30_september` AS DOUBLE) * 253 AS `available_days`,
  CAST(DATEDIFF(
    DAY,
    `t0`.`wkfc_start_date`,
    CAST(CONCAT(CAST(`t0`.`wkfc_year` AS STRING), '-09-30') AS DATE)
  ) AS DOUBLE) / 365.25 AS `years`
FROM `joined`.`local_workforce` AS `t0`
