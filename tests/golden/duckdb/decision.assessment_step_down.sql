SELECT
  'assessment_step_down' AS "kind",
  "t45"."child_id",
  "t45"."on_date",
  "t45"."team_id",
  "t45"."worker_id",
  "t45"."source_table",
  "t45"."source_key",
  "t45"."referral_on",
  "t45"."enquiry_on",
  "t45"."plan_on",
  "t45"."care_on",
  "t45"."gone_on",
  CASE
    WHEN "t45"."born" IS NULL
    THEN 'age not recorded'
    WHEN "t45"."on_date" >= (
      "t45"."born" + INTERVAL '192' MONTH
    )
    THEN '16 and over'
    WHEN "t45"."on_date" >= (
      "t45"."born" + INTERVAL '120' MONTH
    )
    THEN '10 to 15'
    WHEN "t45"."on_date" >= (
      "t45"."born" + INTERVAL '60' MONTH
    )
    THEN '5 to 9'
    WHEN "t45"."on_date" >= (
      "t45"."born" + INTERVAL '12' MONTH
    )
    THEN '1 to 4'
    ELSE 'under 1'
  END || CASE
    WHEN COALESCE("t45"."referrals" >= 2, FALSE)
    THEN ', referred before'
    ELSE ', not referred before'
  END || CASE
    WHEN COALESCE("t45"."disability" = 'Disabled', FALSE)
    THEN ', disabled'
    ELSE ', not recorded as disabled'
  END AS "stratum",
  COALESCE("t45"."family", "t45"."child_id") AS "family_id"
FROM (
  SELECT
    "t35"."child_id",
    "t35"."team_id",
    "t35"."worker_id",
    "t35"."source_table",
    "t35"."source_key",
    "t35"."on_date",
    "t35"."now",
    "t44"."referral_on",
    "t44"."enquiry_on",
    "t44"."plan_on",
    "t44"."care_on",
    "t42"."gone_on",
    "t41"."referrals",
    "t14"."c_child",
    "t14"."born",
    "t14"."disability",
    "t14"."family"
  FROM (
    SELECT
      "t33".*
      EXCLUDE ("nth")
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t31"."child_id",
          "t31"."team_id",
          "t31"."worker_id",
          "t31"."source_table",
          "t31"."source_key",
          "t31"."on_date",
          "t31"."now",
          ROW_NUMBER() OVER (
            PARTITION BY "t31"."child_id", "t31"."on_date"
            ORDER BY "t31"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "nth"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t22"."child_id",
              "t22"."team_id",
              "t22"."worker_id",
              "t22"."source_table",
              "t22"."source_key",
              "t22"."ended_on" AS "on_date",
              "t15"."now"
            FROM (
              SELECT
                *
              FROM "journeys"."spells" AS "t0"
              WHERE
                "t0"."kind" = 'assessment'
            ) AS "t22"
            SEMI JOIN (
              SELECT
                *
              FROM "joined"."ssd_cin_assessments" AS "t2"
              WHERE
                "t2"."cina_assessment_outcome_nfa" = 'Y'
                AND COALESCE(
                  REGEXP_MATCHES("t2"."cina_assessment_outcome_json", '"REFERRAL_TO_OTHER_AGENCY_FLAG"\s*:\s*"Y"'),
                  FALSE
                )
            ) AS "t26"
              ON "t22"."spell_id" = "t26"."cina_assessment_id"
            CROSS JOIN (
              SELECT
                "t3"."as_at" AS "now"
              FROM "records"."load" AS "t3"
            ) AS "t15"
          ) AS "t29"
          WHERE
            "t29"."on_date" <= "t29"."now"
        ) AS "t31"
      ) AS "t32"
      WHERE
        "t32"."nth" = 0
    ) AS "t33"
  ) AS "t35"
  ANTI JOIN (
    SELECT
      "t0"."child_id" AS "open_child",
      "t0"."started_on" AS "open_from",
      "t0"."ended_on" AS "open_to"
    FROM "journeys"."spells" AS "t0"
    WHERE
      "t0"."kind" IN ('cin_plan', 'cp_plan', 'care')
  ) AS "t19"
    ON "t35"."child_id" = "t19"."open_child"
    AND "t19"."open_from" <= "t35"."on_date"
    AND (
      (
        "t19"."open_to" IS NULL
      ) OR (
        "t19"."open_to" > "t35"."on_date"
      )
    )
  LEFT OUTER JOIN (
    SELECT
      "t36"."child_id",
      "t36"."on_date",
      MIN(
        CASE
          WHEN "t36"."b_kind" IN ('referral')
          THEN "t36"."b_on"
          ELSE CAST(NULL AS DATE)
        END
      ) AS "referral_on",
      MIN(
        CASE WHEN "t36"."b_kind" IN ('s47') THEN "t36"."b_on" ELSE CAST(NULL AS DATE) END
      ) AS "enquiry_on",
      MIN(
        CASE
          WHEN "t36"."b_kind" IN ('cin_plan', 'cp_plan')
          THEN "t36"."b_on"
          ELSE CAST(NULL AS DATE)
        END
      ) AS "plan_on",
      MIN(
        CASE WHEN "t36"."b_kind" IN ('care') THEN "t36"."b_on" ELSE CAST(NULL AS DATE) END
      ) AS "care_on"
    FROM (
      SELECT
        "t35"."child_id",
        "t35"."team_id",
        "t35"."worker_id",
        "t35"."source_table",
        "t35"."source_key",
        "t35"."on_date",
        "t35"."now",
        "t20"."b_child",
        "t20"."b_kind",
        "t20"."b_on"
      FROM (
        SELECT
          "t33".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t31"."child_id",
              "t31"."team_id",
              "t31"."worker_id",
              "t31"."source_table",
              "t31"."source_key",
              "t31"."on_date",
              "t31"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t31"."child_id", "t31"."on_date"
                ORDER BY "t31"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t22"."child_id",
                  "t22"."team_id",
                  "t22"."worker_id",
                  "t22"."source_table",
                  "t22"."source_key",
                  "t22"."ended_on" AS "on_date",
                  "t15"."now"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 'assessment'
                ) AS "t22"
                SEMI JOIN (
                  SELECT
                    *
                  FROM "joined"."ssd_cin_assessments" AS "t2"
                  WHERE
                    "t2"."cina_assessment_outcome_nfa" = 'Y'
                    AND COALESCE(
                      REGEXP_MATCHES("t2"."cina_assessment_outcome_json", '"REFERRAL_TO_OTHER_AGENCY_FLAG"\s*:\s*"Y"'),
                      FALSE
                    )
                ) AS "t26"
                  ON "t22"."spell_id" = "t26"."cina_assessment_id"
                CROSS JOIN (
                  SELECT
                    "t3"."as_at" AS "now"
                  FROM "records"."load" AS "t3"
                ) AS "t15"
              ) AS "t29"
              WHERE
                "t29"."on_date" <= "t29"."now"
            ) AS "t31"
          ) AS "t32"
          WHERE
            "t32"."nth" = 0
        ) AS "t33"
      ) AS "t35"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cin_plan', 'cp_plan', 'care')
      ) AS "t19"
        ON "t35"."child_id" = "t19"."open_child"
        AND "t19"."open_from" <= "t35"."on_date"
        AND (
          (
            "t19"."open_to" IS NULL
          ) OR (
            "t19"."open_to" > "t35"."on_date"
          )
        )
      INNER JOIN (
        SELECT
          "t0"."child_id" AS "b_child",
          "t0"."kind" AS "b_kind",
          "t0"."started_on" AS "b_on"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."started_on" IS NOT NULL
          AND "t0"."kind" IN ('care', 'cin_plan', 'cp_plan', 'referral', 's47')
      ) AS "t20"
        ON "t35"."child_id" = "t20"."b_child"
        AND "t20"."b_on" > "t35"."on_date"
        AND "t20"."b_on" <= "t35"."now"
    ) AS "t36"
    GROUP BY
      1,
      2
  ) AS "t44"
    ON "t35"."child_id" = "t44"."child_id" AND "t35"."on_date" = "t44"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t37"."child_id",
      "t37"."on_date",
      MIN("t37"."o_on") AS "gone_on"
    FROM (
      SELECT
        "t35"."child_id",
        "t35"."team_id",
        "t35"."worker_id",
        "t35"."source_table",
        "t35"."source_key",
        "t35"."on_date",
        "t35"."now",
        "t30"."o_child",
        "t30"."o_on"
      FROM (
        SELECT
          "t33".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t31"."child_id",
              "t31"."team_id",
              "t31"."worker_id",
              "t31"."source_table",
              "t31"."source_key",
              "t31"."on_date",
              "t31"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t31"."child_id", "t31"."on_date"
                ORDER BY "t31"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t22"."child_id",
                  "t22"."team_id",
                  "t22"."worker_id",
                  "t22"."source_table",
                  "t22"."source_key",
                  "t22"."ended_on" AS "on_date",
                  "t15"."now"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 'assessment'
                ) AS "t22"
                SEMI JOIN (
                  SELECT
                    *
                  FROM "joined"."ssd_cin_assessments" AS "t2"
                  WHERE
                    "t2"."cina_assessment_outcome_nfa" = 'Y'
                    AND COALESCE(
                      REGEXP_MATCHES("t2"."cina_assessment_outcome_json", '"REFERRAL_TO_OTHER_AGENCY_FLAG"\s*:\s*"Y"'),
                      FALSE
                    )
                ) AS "t26"
                  ON "t22"."spell_id" = "t26"."cina_assessment_id"
                CROSS JOIN (
                  SELECT
                    "t3"."as_at" AS "now"
                  FROM "records"."load" AS "t3"
                ) AS "t15"
              ) AS "t29"
              WHERE
                "t29"."on_date" <= "t29"."now"
            ) AS "t31"
          ) AS "t32"
          WHERE
            "t32"."nth" = 0
        ) AS "t33"
      ) AS "t35"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cin_plan', 'cp_plan', 'care')
      ) AS "t19"
        ON "t35"."child_id" = "t19"."open_child"
        AND "t19"."open_from" <= "t35"."on_date"
        AND (
          (
            "t19"."open_to" IS NULL
          ) OR (
            "t19"."open_to" > "t35"."on_date"
          )
        )
      INNER JOIN (
        SELECT
          "t27"."child_id" AS "o_child",
          "t27"."on_date" AS "o_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."pers_person_id" AS "child_id",
                "t4"."pers_dob" + INTERVAL '216' MONTH AS "on_date"
              FROM "joined"."ssd_person" AS "t4"
            ) AS "t16"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t4"."pers_person_id" AS "child_id",
                "t4"."pers_death_date" AS "on_date"
              FROM "joined"."ssd_person" AS "t4"
            ) AS "t9"
          ) AS "t24"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."cine_person_id" AS "child_id",
                "t5"."cine_close_date" AS "on_date"
              FROM "joined"."ssd_cin_episodes" AS "t5"
              WHERE
                "t5"."cine_close_reason" = 'RC5'
            ) AS "t17"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t6"."clae_person_id" AS "child_id",
                "t6"."clae_cla_episode_ceased_date" AS "on_date"
              FROM "joined"."ssd_cla_episodes" AS "t6"
              WHERE
                "t6"."clae_cla_episode_ceased_reason" IN ('E11', 'E12')
            ) AS "t18"
          ) AS "t25"
        ) AS "t27"
        WHERE
          "t27"."on_date" IS NOT NULL
      ) AS "t30"
        ON "t35"."child_id" = "t30"."o_child"
        AND "t30"."o_on" > "t35"."on_date"
        AND "t30"."o_on" <= "t35"."now"
    ) AS "t37"
    GROUP BY
      1,
      2
  ) AS "t42"
    ON "t35"."child_id" = "t42"."child_id" AND "t35"."on_date" = "t42"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t38"."child_id",
      "t38"."on_date",
      COUNT(*) AS "referrals"
    FROM (
      SELECT
        "t35"."child_id",
        "t35"."team_id",
        "t35"."worker_id",
        "t35"."source_table",
        "t35"."source_key",
        "t35"."on_date",
        "t35"."now",
        "t21"."r_child",
        "t21"."r_on"
      FROM (
        SELECT
          "t33".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t31"."child_id",
              "t31"."team_id",
              "t31"."worker_id",
              "t31"."source_table",
              "t31"."source_key",
              "t31"."on_date",
              "t31"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t31"."child_id", "t31"."on_date"
                ORDER BY "t31"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t22"."child_id",
                  "t22"."team_id",
                  "t22"."worker_id",
                  "t22"."source_table",
                  "t22"."source_key",
                  "t22"."ended_on" AS "on_date",
                  "t15"."now"
                FROM (
                  SELECT
                    *
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 'assessment'
                ) AS "t22"
                SEMI JOIN (
                  SELECT
                    *
                  FROM "joined"."ssd_cin_assessments" AS "t2"
                  WHERE
                    "t2"."cina_assessment_outcome_nfa" = 'Y'
                    AND COALESCE(
                      REGEXP_MATCHES("t2"."cina_assessment_outcome_json", '"REFERRAL_TO_OTHER_AGENCY_FLAG"\s*:\s*"Y"'),
                      FALSE
                    )
                ) AS "t26"
                  ON "t22"."spell_id" = "t26"."cina_assessment_id"
                CROSS JOIN (
                  SELECT
                    "t3"."as_at" AS "now"
                  FROM "records"."load" AS "t3"
                ) AS "t15"
              ) AS "t29"
              WHERE
                "t29"."on_date" <= "t29"."now"
            ) AS "t31"
          ) AS "t32"
          WHERE
            "t32"."nth" = 0
        ) AS "t33"
      ) AS "t35"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cin_plan', 'cp_plan', 'care')
      ) AS "t19"
        ON "t35"."child_id" = "t19"."open_child"
        AND "t19"."open_from" <= "t35"."on_date"
        AND (
          (
            "t19"."open_to" IS NULL
          ) OR (
            "t19"."open_to" > "t35"."on_date"
          )
        )
      INNER JOIN (
        SELECT
          "t0"."child_id" AS "r_child",
          "t0"."started_on" AS "r_on"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."started_on" IS NOT NULL AND "t0"."kind" = 'referral'
      ) AS "t21"
        ON "t35"."child_id" = "t21"."r_child"
        AND "t21"."r_on" <= "t35"."on_date"
        AND (
          "t21"."r_on" + INTERVAL '24' MONTH
        ) > "t35"."on_date"
    ) AS "t38"
    GROUP BY
      1,
      2
  ) AS "t41"
    ON "t35"."child_id" = "t41"."child_id" AND "t35"."on_date" = "t41"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t1"."child_id" AS "c_child",
      "t1"."born",
      "t1"."disability",
      "t1"."family_id" AS "family"
    FROM "variation"."children" AS "t1"
  ) AS "t14"
    ON "t35"."child_id" = "t14"."c_child"
) AS "t45"
WHERE
  (
    "t45"."born" IS NULL
  )
  OR (
    "t45"."on_date" < (
      "t45"."born" + INTERVAL '216' MONTH
    )
  )
