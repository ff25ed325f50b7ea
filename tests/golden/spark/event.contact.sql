SELECT
  `t0`.`cont_person_id` AS `child_id`,
  'contact' AS `kind`,
  `t0`.`cont_contact_date` AS `on_date`,
  CAST(NULL AS STRING) AS `spell_id`,
  CASE
    WHEN `t0`.`cont_contact_outcome_json` RLIKE '"OUTCOME_NEW_REFERRAL_FLAG"\\s*:\\s*"Y"'
    THEN 'referral'
    WHEN `t0`.`cont_contact_outcome_json` IS NOT NULL
    THEN 'other'
    ELSE NULL
  END AS `outcome`,
  `t0`.`cont_contact_source_code` AS `detail`,
  CAST(NULL AS STRING) AS `team_id`,
  CAST(NULL AS STRING) AS `worker_id`,
  'ssd_contacts' AS `source_table`,
  `t0`.`cont_contact_id` AS `source_key`
FROM `joined`.`ssd_contacts` AS `t0`
