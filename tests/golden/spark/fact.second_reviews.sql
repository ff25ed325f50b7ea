SELECT
  `t32`.`child_id` AS `who`,
  `t32`.`child_id`,
  `t32`.`held_team` AS `team_id`,
  'ssd_cla_reviews' AS `source_table`,
  `t32`.`source_key`,
  `t32`.`on_date`,
  `t32`.`planned`
FROM (
  SELECT
    `t31`.`child_id`,
    `t31`.`source_key`,
    `t31`.`on_date`,
    `t31`.`planned`,
    `t31`.`held_child`,
    `t31`.`held_from`,
    `t31`.`held_team`,
    `t31`.`held_key`,
    ROW_NUMBER() OVER (
      PARTITION BY `t31`.`child_id`, `t31`.`source_key`, `t31`.`on_date`
      ORDER BY `t31`.`held_from` DESC, `t31`.`held_key` ASC NULLS LAST
    ) - 1 AS `newest`
  FROM (
    SELECT
      `t30`.`child_id`,
      `t30`.`source_key`,
      `t30`.`on_date`,
      `t30`.`planned`,
      `t11`.`held_child`,
      `t11`.`held_from`,
      `t11`.`held_team`,
      `t11`.`held_key`
    FROM (
      SELECT
        `t28`.`child_id`,
        `t28`.`source_key`,
        `t28`.`on_date`,
        CASE
          WHEN `t28`.`planned` > 0
          THEN 'Y'
          WHEN NOT (
            `t28`.`planned` > 0
          )
          THEN 'N'
          ELSE NULL
        END AS `planned`
      FROM (
        SELECT
          `t27`.`child_id`,
          `t27`.`source_key`,
          `t27`.`on_date`,
          COUNT(`t27`.`plan_on`) AS `planned`
        FROM (
          SELECT
            `t26`.`child_id`,
            `t26`.`began`,
            `t26`.`source_key`,
            `t26`.`on_date`,
            `t26`.`nth`,
            `t13`.`plan_child`,
            `t13`.`plan_on`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t23`.`child_id`,
                `t23`.`began`,
                `t23`.`source_key`,
                `t23`.`on_date`,
                ROW_NUMBER() OVER (PARTITION BY `t23`.`source_key` ORDER BY `t23`.`on_date` ASC NULLS LAST) - 1 AS `nth`
              FROM (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    `t21`.`child_id`,
                    `t21`.`began`,
                    `t15`.`clar_cla_id` AS `source_key`,
                    `t15`.`clar_cla_review_date` AS `on_date`
                  FROM (
                    SELECT
                      *
                    FROM `joined`.`ssd_cla_reviews` AS `t2`
                    WHERE
                      COALESCE(`t2`.`clar_cla_review_cancelled` <> 'Y', TRUE)
                      AND `t2`.`clar_cla_review_date` IS NOT NULL
                  ) AS `t15`
                  INNER JOIN (
                    SELECT
                      `t19`.`source_key` AS `care_key`,
                      `t19`.`child_id`,
                      `t19`.`started_on` AS `began`
                    FROM (
                      SELECT
                        `t12`.`child_id`,
                        `t12`.`team_id`,
                        `t12`.`started_on`,
                        `t12`.`ended_on`,
                        `t12`.`source_key`,
                        `t9`.`born`,
                        `t18`.`reason`
                      FROM (
                        SELECT
                          *
                        FROM `journeys`.`spells` AS `t0`
                        WHERE
                          `t0`.`kind` = 'care' AND `t0`.`started_on` IS NOT NULL
                      ) AS `t12`
                      LEFT OUTER JOIN (
                        SELECT
                          `t3`.`pers_person_id`,
                          `t3`.`pers_dob` AS `born`
                        FROM `joined`.`ssd_person` AS `t3`
                      ) AS `t9`
                        ON `t12`.`child_id` = `t9`.`pers_person_id`
                      LEFT OUTER JOIN (
                        SELECT
                          `t16`.`clae_person_id` AS `last_child`,
                          `t16`.`clae_cla_id` AS `last_care`,
                          `t16`.`clae_cla_episode_ceased_reason` AS `reason`
                        FROM (
                          SELECT
                            `t10`.`clae_cla_episode_id`,
                            `t10`.`clae_person_id`,
                            `t10`.`clae_cla_episode_start_date`,
                            `t10`.`clae_cla_episode_start_reason`,
                            `t10`.`clae_cla_primary_need_code`,
                            `t10`.`clae_cla_episode_ceased_date`,
                            `t10`.`clae_cla_episode_ceased_reason`,
                            `t10`.`clae_cla_id`,
                            `t10`.`clae_referral_id`,
                            `t10`.`clae_cla_placement_id`,
                            `t10`.`clae_entered_care_date`,
                            `t10`.`clae_cla_last_iro_contact_date`,
                            ROW_NUMBER() OVER (
                              PARTITION BY `t10`.`clae_person_id`, `t10`.`clae_cla_id`
                              ORDER BY `t10`.`clae_cla_episode_ceased_date` DESC, `t10`.`clae_cla_episode_id` ASC NULLS LAST
                            ) - 1 AS `nth`
                          FROM (
                            SELECT
                              *
                            FROM `joined`.`ssd_cla_episodes` AS `t4`
                            WHERE
                              `t4`.`clae_cla_episode_ceased_date` IS NOT NULL
                          ) AS `t10`
                        ) AS `t16`
                        WHERE
                          `t16`.`nth` = 0
                      ) AS `t18`
                        ON `t12`.`child_id` = `t18`.`last_child` AND `t12`.`source_key` = `t18`.`last_care`
                    ) AS `t19`
                  ) AS `t21`
                    ON `t15`.`clar_cla_id` = `t21`.`care_key`
                ) AS `t22`
              ) AS `t23`
            ) AS `t24`
            WHERE
              `t24`.`nth` = 1
          ) AS `t26`
          LEFT OUTER JOIN (
            SELECT
              `t1`.`lacp_person_id` AS `plan_child`,
              `t1`.`lacp_cla_care_plan_start_date` AS `plan_on`
            FROM `joined`.`ssd_cla_care_plan` AS `t1`
            WHERE
              `t1`.`lacp_cla_care_plan_json` RLIKE '"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)"\\s*:\\s*"Y"'
          ) AS `t13`
            ON `t26`.`child_id` = `t13`.`plan_child`
            AND `t13`.`plan_on` >= `t26`.`began`
            AND `t13`.`plan_on` <= `t26`.`on_date`
        ) AS `t27`
        GROUP BY
          1,
          2,
          3
      ) AS `t28`
    ) AS `t30`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`child_id` AS `held_child`,
        `t0`.`started_on` AS `held_from`,
        `t0`.`team_id` AS `held_team`,
        `t0`.`spell_id` AS `held_key`
      FROM `journeys`.`spells` AS `t0`
      WHERE
        `t0`.`kind` = 'allocation' AND `t0`.`started_on` IS NOT NULL
    ) AS `t11`
      ON `t30`.`child_id` = `t11`.`held_child` AND `t11`.`held_from` <= `t30`.`on_date`
  ) AS `t31`
) AS `t32`
WHERE
  `t32`.`newest` = 0
