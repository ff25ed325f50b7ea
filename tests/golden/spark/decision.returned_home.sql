SELECT
  'returned_home' AS `kind`,
  `t44`.`child_id`,
  `t44`.`on_date`,
  `t44`.`team_id`,
  `t44`.`worker_id`,
  `t44`.`source_table`,
  `t44`.`source_key`,
  `t44`.`referral_on`,
  `t44`.`enquiry_on`,
  `t44`.`plan_on`,
  `t44`.`care_on`,
  `t44`.`gone_on`,
  CONCAT(
    CONCAT(
      CASE
        WHEN `t44`.`born` IS NULL
        THEN 'age not recorded'
        WHEN `t44`.`on_date` >= (
          `t44`.`born` + INTERVAL '192' MONTH
        )
        THEN '16 and over'
        WHEN `t44`.`on_date` >= (
          `t44`.`born` + INTERVAL '120' MONTH
        )
        THEN '10 to 15'
        WHEN `t44`.`on_date` >= (
          `t44`.`born` + INTERVAL '60' MONTH
        )
        THEN '5 to 9'
        WHEN `t44`.`on_date` >= (
          `t44`.`born` + INTERVAL '12' MONTH
        )
        THEN '1 to 4'
        ELSE 'under 1'
      END,
      IF(
        COALESCE(`t44`.`referrals` >= 2, FALSE),
        ', referred before',
        ', not referred before'
      )
    ),
    IF(
      COALESCE(`t44`.`disability` = 'Disabled', FALSE),
      ', disabled',
      ', not recorded as disabled'
    )
  ) AS `stratum`,
  COALESCE(`t44`.`family`, `t44`.`child_id`) AS `family_id`
FROM (
  SELECT
    `t34`.`child_id`,
    `t34`.`team_id`,
    `t34`.`worker_id`,
    `t34`.`source_table`,
    `t34`.`source_key`,
    `t34`.`on_date`,
    `t34`.`now`,
    `t43`.`referral_on`,
    `t43`.`enquiry_on`,
    `t43`.`plan_on`,
    `t43`.`care_on`,
    `t41`.`gone_on`,
    `t40`.`referrals`,
    `t13`.`c_child`,
    `t13`.`born`,
    `t13`.`disability`,
    `t13`.`family`
  FROM (
    SELECT
      `t32`.`child_id`,
      `t32`.`team_id`,
      `t32`.`worker_id`,
      `t32`.`source_table`,
      `t32`.`source_key`,
      `t32`.`on_date`,
      `t32`.`now`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t30`.`child_id`,
          `t30`.`team_id`,
          `t30`.`worker_id`,
          `t30`.`source_table`,
          `t30`.`source_key`,
          `t30`.`on_date`,
          `t30`.`now`,
          ROW_NUMBER() OVER (
            PARTITION BY `t30`.`child_id`, `t30`.`on_date`
            ORDER BY `t30`.`source_key` ASC NULLS LAST
          ) - 1 AS `nth`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t22`.`child_id`,
              `t22`.`team_id`,
              `t22`.`worker_id`,
              `t22`.`source_table`,
              `t22`.`source_key`,
              `t22`.`ended_on` AS `on_date`,
              `t16`.`now`
            FROM (
              SELECT
                *
              FROM `journeys`.`spells` AS `t0`
              WHERE
                `t0`.`kind` = 'care'
            ) AS `t22`
            LEFT SEMI JOIN (
              SELECT
                *
              FROM `joined`.`ssd_cla_episodes` AS `t2`
              WHERE
                `t2`.`clae_cla_episode_ceased_reason` IN ('E4A', 'E4B')
            ) AS `t23`
              ON `t22`.`spell_id` = `t23`.`clae_cla_id`
              AND `t22`.`child_id` = `t23`.`clae_person_id`
              AND `t22`.`ended_on` = `t23`.`clae_cla_episode_ceased_date`
            CROSS JOIN (
              SELECT
                `t3`.`as_at` AS `now`
              FROM `records`.`load` AS `t3`
            ) AS `t16`
          ) AS `t27`
          WHERE
            `t27`.`on_date` <= `t27`.`now`
        ) AS `t30`
      ) AS `t31`
      WHERE
        `t31`.`nth` = 0
    ) AS `t32`
  ) AS `t34`
  LEFT ANTI JOIN (
    SELECT
      `t0`.`child_id` AS `open_child`,
      `t0`.`started_on` AS `open_from`,
      `t0`.`ended_on` AS `open_to`
    FROM `journeys`.`spells` AS `t0`
    WHERE
      `t0`.`kind` IN ('care')
  ) AS `t19`
    ON `t34`.`child_id` = `t19`.`open_child`
    AND `t19`.`open_from` <= `t34`.`on_date`
    AND (
      (
        `t19`.`open_to` IS NULL
      ) OR (
        `t19`.`open_to` > `t34`.`on_date`
      )
    )
  LEFT OUTER JOIN (
    SELECT
      `t35`.`child_id`,
      `t35`.`on_date`,
      MIN(IF(`t35`.`b_kind` IN ('referral'), `t35`.`b_on`, CAST(NULL AS DATE))) AS `referral_on`,
      MIN(IF(`t35`.`b_kind` IN ('s47'), `t35`.`b_on`, CAST(NULL AS DATE))) AS `enquiry_on`,
      MIN(IF(`t35`.`b_kind` IN ('cp_plan'), `t35`.`b_on`, CAST(NULL AS DATE))) AS `plan_on`,
      MIN(IF(`t35`.`b_kind` IN ('care'), `t35`.`b_on`, CAST(NULL AS DATE))) AS `care_on`
    FROM (
      SELECT
        `t34`.`child_id`,
        `t34`.`team_id`,
        `t34`.`worker_id`,
        `t34`.`source_table`,
        `t34`.`source_key`,
        `t34`.`on_date`,
        `t34`.`now`,
        `t20`.`b_child`,
        `t20`.`b_kind`,
        `t20`.`b_on`
      FROM (
        SELECT
          `t32`.`child_id`,
          `t32`.`team_id`,
          `t32`.`worker_id`,
          `t32`.`source_table`,
          `t32`.`source_key`,
          `t32`.`on_date`,
          `t32`.`now`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t30`.`child_id`,
              `t30`.`team_id`,
              `t30`.`worker_id`,
              `t30`.`source_table`,
              `t30`.`source_key`,
              `t30`.`on_date`,
              `t30`.`now`,
              ROW_NUMBER() OVER (
                PARTITION BY `t30`.`child_id`, `t30`.`on_date`
                ORDER BY `t30`.`source_key` ASC NULLS LAST
              ) - 1 AS `nth`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t22`.`child_id`,
                  `t22`.`team_id`,
                  `t22`.`worker_id`,
                  `t22`.`source_table`,
                  `t22`.`source_key`,
                  `t22`.`ended_on` AS `on_date`,
                  `t16`.`now`
                FROM (
                  SELECT
                    *
                  FROM `journeys`.`spells` AS `t0`
                  WHERE
                    `t0`.`kind` = 'care'
                ) AS `t22`
                LEFT SEMI JOIN (
                  SELECT
                    *
                  FROM `joined`.`ssd_cla_episodes` AS `t2`
                  WHERE
                    `t2`.`clae_cla_episode_ceased_reason` IN ('E4A', 'E4B')
                ) AS `t23`
                  ON `t22`.`spell_id` = `t23`.`clae_cla_id`
                  AND `t22`.`child_id` = `t23`.`clae_person_id`
                  AND `t22`.`ended_on` = `t23`.`clae_cla_episode_ceased_date`
                CROSS JOIN (
                  SELECT
                    `t3`.`as_at` AS `now`
                  FROM `records`.`load` AS `t3`
                ) AS `t16`
              ) AS `t27`
              WHERE
                `t27`.`on_date` <= `t27`.`now`
            ) AS `t30`
          ) AS `t31`
          WHERE
            `t31`.`nth` = 0
        ) AS `t32`
      ) AS `t34`
      LEFT ANTI JOIN (
        SELECT
          `t0`.`child_id` AS `open_child`,
          `t0`.`started_on` AS `open_from`,
          `t0`.`ended_on` AS `open_to`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` IN ('care')
      ) AS `t19`
        ON `t34`.`child_id` = `t19`.`open_child`
        AND `t19`.`open_from` <= `t34`.`on_date`
        AND (
          (
            `t19`.`open_to` IS NULL
          ) OR (
            `t19`.`open_to` > `t34`.`on_date`
          )
        )
      INNER JOIN (
        SELECT
          `t0`.`child_id` AS `b_child`,
          `t0`.`kind` AS `b_kind`,
          `t0`.`started_on` AS `b_on`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`started_on` IS NOT NULL
          AND `t0`.`kind` IN ('care', 'cp_plan', 'referral', 's47')
      ) AS `t20`
        ON `t34`.`child_id` = `t20`.`b_child`
        AND `t20`.`b_on` > `t34`.`on_date`
        AND `t20`.`b_on` <= `t34`.`now`
    ) AS `t35`
    GROUP BY
      1,
      2
  ) AS `t43`
    ON `t34`.`child_id` = `t43`.`child_id` AND `t34`.`on_date` = `t43`.`on_date`
  LEFT OUTER JOIN (
    SELECT
      `t36`.`child_id`,
      `t36`.`on_date`,
      MIN(`t36`.`o_on`) AS `gone_on`
    FROM (
      SELECT
        `t34`.`child_id`,
        `t34`.`team_id`,
        `t34`.`worker_id`,
        `t34`.`source_table`,
        `t34`.`source_key`,
        `t34`.`on_date`,
        `t34`.`now`,
        `t29`.`o_child`,
        `t29`.`o_on`
      FROM (
        SELECT
          `t32`.`child_id`,
          `t32`.`team_id`,
          `t32`.`worker_id`,
          `t32`.`source_table`,
          `t32`.`source_key`,
          `t32`.`on_date`,
          `t32`.`now`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t30`.`child_id`,
              `t30`.`team_id`,
              `t30`.`worker_id`,
              `t30`.`source_table`,
              `t30`.`source_key`,
              `t30`.`on_date`,
              `t30`.`now`,
              ROW_NUMBER() OVER (
                PARTITION BY `t30`.`child_id`, `t30`.`on_date`
                ORDER BY `t30`.`source_key` ASC NULLS LAST
              ) - 1 AS `nth`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t22`.`child_id`,
                  `t22`.`team_id`,
                  `t22`.`worker_id`,
                  `t22`.`source_table`,
                  `t22`.`source_key`,
                  `t22`.`ended_on` AS `on_date`,
                  `t16`.`now`
                FROM (
                  SELECT
                    *
                  FROM `journeys`.`spells` AS `t0`
                  WHERE
                    `t0`.`kind` = 'care'
                ) AS `t22`
                LEFT SEMI JOIN (
                  SELECT
                    *
                  FROM `joined`.`ssd_cla_episodes` AS `t2`
                  WHERE
                    `t2`.`clae_cla_episode_ceased_reason` IN ('E4A', 'E4B')
                ) AS `t23`
                  ON `t22`.`spell_id` = `t23`.`clae_cla_id`
                  AND `t22`.`child_id` = `t23`.`clae_person_id`
                  AND `t22`.`ended_on` = `t23`.`clae_cla_episode_ceased_date`
                CROSS JOIN (
                  SELECT
                    `t3`.`as_at` AS `now`
                  FROM `records`.`load` AS `t3`
                ) AS `t16`
              ) AS `t27`
              WHERE
                `t27`.`on_date` <= `t27`.`now`
            ) AS `t30`
          ) AS `t31`
          WHERE
            `t31`.`nth` = 0
        ) AS `t32`
      ) AS `t34`
      LEFT ANTI JOIN (
        SELECT
          `t0`.`child_id` AS `open_child`,
          `t0`.`started_on` AS `open_from`,
          `t0`.`ended_on` AS `open_to`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` IN ('care')
      ) AS `t19`
        ON `t34`.`child_id` = `t19`.`open_child`
        AND `t19`.`open_from` <= `t34`.`on_date`
        AND (
          (
            `t19`.`open_to` IS NULL
          ) OR (
            `t19`.`open_to` > `t34`.`on_date`
          )
        )
      INNER JOIN (
        SELECT
          `t26`.`child_id` AS `o_child`,
          `t26`.`on_date` AS `o_on`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t4`.`pers_person_id` AS `child_id`,
                `t4`.`pers_dob` + INTERVAL '216' MONTH AS `on_date`
              FROM `joined`.`ssd_person` AS `t4`
            ) AS `t17`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t4`.`pers_person_id` AS `child_id`,
                `t4`.`pers_death_date` AS `on_date`
              FROM `joined`.`ssd_person` AS `t4`
            ) AS `t8`
          ) AS `t24`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t5`.`cine_person_id` AS `child_id`,
                `t5`.`cine_close_date` AS `on_date`
              FROM `joined`.`ssd_cin_episodes` AS `t5`
              WHERE
                `t5`.`cine_close_reason` = 'RC5'
            ) AS `t18`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t2`.`clae_person_id` AS `child_id`,
                `t2`.`clae_cla_episode_ceased_date` AS `on_date`
              FROM `joined`.`ssd_cla_episodes` AS `t2`
              WHERE
                `t2`.`clae_cla_episode_ceased_reason` IN ('E11', 'E12')
            ) AS `t15`
          ) AS `t25`
        ) AS `t26`
        WHERE
          `t26`.`on_date` IS NOT NULL
      ) AS `t29`
        ON `t34`.`child_id` = `t29`.`o_child`
        AND `t29`.`o_on` > `t34`.`on_date`
        AND `t29`.`o_on` <= `t34`.`now`
    ) AS `t36`
    GROUP BY
      1,
      2
  ) AS `t41`
    ON `t34`.`child_id` = `t41`.`child_id` AND `t34`.`on_date` = `t41`.`on_date`
  LEFT OUTER JOIN (
    SELECT
      `t37`.`child_id`,
      `t37`.`on_date`,
      COUNT(*) AS `referrals`
    FROM (
      SELECT
        `t34`.`child_id`,
        `t34`.`team_id`,
        `t34`.`worker_id`,
        `t34`.`source_table`,
        `t34`.`source_key`,
        `t34`.`on_date`,
        `t34`.`now`,
        `t21`.`r_child`,
        `t21`.`r_on`
      FROM (
        SELECT
          `t32`.`child_id`,
          `t32`.`team_id`,
          `t32`.`worker_id`,
          `t32`.`source_table`,
          `t32`.`source_key`,
          `t32`.`on_date`,
          `t32`.`now`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t30`.`child_id`,
              `t30`.`team_id`,
              `t30`.`worker_id`,
              `t30`.`source_table`,
              `t30`.`source_key`,
              `t30`.`on_date`,
              `t30`.`now`,
              ROW_NUMBER() OVER (
                PARTITION BY `t30`.`child_id`, `t30`.`on_date`
                ORDER BY `t30`.`source_key` ASC NULLS LAST
              ) - 1 AS `nth`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t22`.`child_id`,
                  `t22`.`team_id`,
                  `t22`.`worker_id`,
                  `t22`.`source_table`,
                  `t22`.`source_key`,
                  `t22`.`ended_on` AS `on_date`,
                  `t16`.`now`
                FROM (
                  SELECT
                    *
                  FROM `journeys`.`spells` AS `t0`
                  WHERE
                    `t0`.`kind` = 'care'
                ) AS `t22`
                LEFT SEMI JOIN (
                  SELECT
                    *
                  FROM `joined`.`ssd_cla_episodes` AS `t2`
                  WHERE
                    `t2`.`clae_cla_episode_ceased_reason` IN ('E4A', 'E4B')
                ) AS `t23`
                  ON `t22`.`spell_id` = `t23`.`clae_cla_id`
                  AND `t22`.`child_id` = `t23`.`clae_person_id`
                  AND `t22`.`ended_on` = `t23`.`clae_cla_episode_ceased_date`
                CROSS JOIN (
                  SELECT
                    `t3`.`as_at` AS `now`
                  FROM `records`.`load` AS `t3`
                ) AS `t16`
              ) AS `t27`
              WHERE
                `t27`.`on_date` <= `t27`.`now`
            ) AS `t30`
          ) AS `t31`
          WHERE
            `t31`.`nth` = 0
        ) AS `t32`
      ) AS `t34`
      LEFT ANTI JOIN (
        SELECT
          `t0`.`child_id` AS `open_child`,
          `t0`.`started_on` AS `open_from`,
          `t0`.`ended_on` AS `open_to`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`kind` IN ('care')
      ) AS `t19`
        ON `t34`.`child_id` = `t19`.`open_child`
        AND `t19`.`open_from` <= `t34`.`on_date`
        AND (
          (
            `t19`.`open_to` IS NULL
          ) OR (
            `t19`.`open_to` > `t34`.`on_date`
          )
        )
      INNER JOIN (
        SELECT
          `t0`.`child_id` AS `r_child`,
          `t0`.`started_on` AS `r_on`
        FROM `journeys`.`spells` AS `t0`
        WHERE
          `t0`.`started_on` IS NOT NULL AND `t0`.`kind` = 'referral'
      ) AS `t21`
        ON `t34`.`child_id` = `t21`.`r_child`
        AND `t21`.`r_on` <= `t34`.`on_date`
        AND (
          `t21`.`r_on` + INTERVAL '24' MONTH
        ) > `t34`.`on_date`
    ) AS `t37`
    GROUP BY
      1,
      2
  ) AS `t40`
    ON `t34`.`child_id` = `t40`.`child_id` AND `t34`.`on_date` = `t40`.`on_date`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`child_id` AS `c_child`,
      `t1`.`born`,
      `t1`.`disability`,
      `t1`.`family_id` AS `family`
    FROM `variation`.`children` AS `t1`
  ) AS `t13`
    ON `t34`.`child_id` = `t13`.`c_child`
) AS `t44`
WHERE
  (
    `t44`.`born` IS NULL
  )
  OR (
    `t44`.`on_date` < (
      `t44`.`born` + INTERVAL '216' MONTH
    )
  )
