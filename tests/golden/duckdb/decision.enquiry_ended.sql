SELECT
  'enquiry_ended' AS "kind",
  "t42"."child_id",
  "t42"."on_date",
  "t42"."team_id",
  "t42"."worker_id",
  "t42"."source_table",
  "t42"."source_key",
  "t42"."referral_on",
  "t42"."enquiry_on",
  "t42"."plan_on",
  "t42"."care_on",
  "t42"."gone_on",
  CASE
    WHEN "t42"."born" IS NULL
    THEN 'age not recorded'
    WHEN "t42"."on_date" >= (
      "t42"."born" + INTERVAL '192' MONTH
    )
    THEN '16 and over'
    WHEN "t42"."on_date" >= (
      "t42"."born" + INTERVAL '120' MONTH
    )
    THEN '10 to 15'
    WHEN "t42"."on_date" >= (
      "t42"."born" + INTERVAL '60' MONTH
    )
    THEN '5 to 9'
    WHEN "t42"."on_date" >= (
      "t42"."born" + INTERVAL '12' MONTH
    )
    THEN '1 to 4'
    ELSE 'under 1'
  END || CASE
    WHEN COALESCE("t42"."referrals" >= 2, FALSE)
    THEN ', referred before'
    ELSE ', not referred before'
  END || CASE
    WHEN COALESCE("t42"."disability" = 'Disabled', FALSE)
    THEN ', disabled'
    ELSE ', not recorded as disabled'
  END AS "stratum",
  COALESCE("t42"."family", "t42"."child_id") AS "family_id"
FROM (
  SELECT
    "t32"."child_id",
    "t32"."team_id",
    "t32"."worker_id",
    "t32"."source_table",
    "t32"."source_key",
    "t32"."on_date",
    "t32"."now",
    "t41"."referral_on",
    "t41"."enquiry_on",
    "t41"."plan_on",
    "t41"."care_on",
    "t39"."gone_on",
    "t38"."referrals",
    "t13"."c_child",
    "t13"."born",
    "t13"."disability",
    "t13"."family"
  FROM (
    SELECT
      "t30".*
      EXCLUDE ("nth")
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t27"."child_id",
          "t27"."team_id",
          "t27"."worker_id",
          "t27"."source_table",
          "t27"."source_key",
          "t27"."on_date",
          "t27"."now",
          ROW_NUMBER() OVER (
            PARTITION BY "t27"."child_id", "t27"."on_date"
            ORDER BY "t27"."source_key" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "nth"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t21"."child_id",
              "t21"."team_id",
              "t21"."worker_id",
              "t21"."source_table",
              "t21"."source_key",
              "t21"."on_date",
              "t14"."now"
            FROM (
              SELECT
                "t0"."child_id",
                "t0"."team_id",
                "t0"."worker_id",
                "t0"."source_table",
                "t0"."source_key",
                "t0"."ended_on" AS "on_date"
              FROM "journeys"."spells" AS "t0"
              WHERE
                "t0"."kind" = 's47' AND "t0"."outcome" = 'no_conference'
            ) AS "t21"
            CROSS JOIN (
              SELECT
                "t2"."as_at" AS "now"
              FROM "records"."load" AS "t2"
            ) AS "t14"
          ) AS "t25"
          WHERE
            "t25"."on_date" <= "t25"."now"
        ) AS "t27"
      ) AS "t29"
      WHERE
        "t29"."nth" = 0
    ) AS "t30"
  ) AS "t32"
  ANTI JOIN (
    SELECT
      "t0"."child_id" AS "open_child",
      "t0"."started_on" AS "open_from",
      "t0"."ended_on" AS "open_to"
    FROM "journeys"."spells" AS "t0"
    WHERE
      "t0"."kind" IN ('cp_plan', 'care')
  ) AS "t18"
    ON "t32"."child_id" = "t18"."open_child"
    AND "t18"."open_from" <= "t32"."on_date"
    AND (
      (
        "t18"."open_to" IS NULL
      ) OR (
        "t18"."open_to" > "t32"."on_date"
      )
    )
  LEFT OUTER JOIN (
    SELECT
      "t33"."child_id",
      "t33"."on_date",
      MIN(
        CASE
          WHEN "t33"."b_kind" IN ('referral')
          THEN "t33"."b_on"
          ELSE CAST(NULL AS DATE)
        END
      ) AS "referral_on",
      MIN(
        CASE WHEN "t33"."b_kind" IN ('s47') THEN "t33"."b_on" ELSE CAST(NULL AS DATE) END
      ) AS "enquiry_on",
      MIN(
        CASE
          WHEN "t33"."b_kind" IN ('cp_plan')
          THEN "t33"."b_on"
          ELSE CAST(NULL AS DATE)
        END
      ) AS "plan_on",
      MIN(
        CASE WHEN "t33"."b_kind" IN ('care') THEN "t33"."b_on" ELSE CAST(NULL AS DATE) END
      ) AS "care_on"
    FROM (
      SELECT
        "t32"."child_id",
        "t32"."team_id",
        "t32"."worker_id",
        "t32"."source_table",
        "t32"."source_key",
        "t32"."on_date",
        "t32"."now",
        "t19"."b_child",
        "t19"."b_kind",
        "t19"."b_on"
      FROM (
        SELECT
          "t30".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t27"."child_id",
              "t27"."team_id",
              "t27"."worker_id",
              "t27"."source_table",
              "t27"."source_key",
              "t27"."on_date",
              "t27"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t27"."child_id", "t27"."on_date"
                ORDER BY "t27"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t21"."child_id",
                  "t21"."team_id",
                  "t21"."worker_id",
                  "t21"."source_table",
                  "t21"."source_key",
                  "t21"."on_date",
                  "t14"."now"
                FROM (
                  SELECT
                    "t0"."child_id",
                    "t0"."team_id",
                    "t0"."worker_id",
                    "t0"."source_table",
                    "t0"."source_key",
                    "t0"."ended_on" AS "on_date"
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 's47' AND "t0"."outcome" = 'no_conference'
                ) AS "t21"
                CROSS JOIN (
                  SELECT
                    "t2"."as_at" AS "now"
                  FROM "records"."load" AS "t2"
                ) AS "t14"
              ) AS "t25"
              WHERE
                "t25"."on_date" <= "t25"."now"
            ) AS "t27"
          ) AS "t29"
          WHERE
            "t29"."nth" = 0
        ) AS "t30"
      ) AS "t32"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cp_plan', 'care')
      ) AS "t18"
        ON "t32"."child_id" = "t18"."open_child"
        AND "t18"."open_from" <= "t32"."on_date"
        AND (
          (
            "t18"."open_to" IS NULL
          ) OR (
            "t18"."open_to" > "t32"."on_date"
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
          AND "t0"."kind" IN ('care', 'cp_plan', 'referral', 's47')
      ) AS "t19"
        ON "t32"."child_id" = "t19"."b_child"
        AND "t19"."b_on" > "t32"."on_date"
        AND "t19"."b_on" <= "t32"."now"
    ) AS "t33"
    GROUP BY
      1,
      2
  ) AS "t41"
    ON "t32"."child_id" = "t41"."child_id" AND "t32"."on_date" = "t41"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t34"."child_id",
      "t34"."on_date",
      MIN("t34"."o_on") AS "gone_on"
    FROM (
      SELECT
        "t32"."child_id",
        "t32"."team_id",
        "t32"."worker_id",
        "t32"."source_table",
        "t32"."source_key",
        "t32"."on_date",
        "t32"."now",
        "t28"."o_child",
        "t28"."o_on"
      FROM (
        SELECT
          "t30".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t27"."child_id",
              "t27"."team_id",
              "t27"."worker_id",
              "t27"."source_table",
              "t27"."source_key",
              "t27"."on_date",
              "t27"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t27"."child_id", "t27"."on_date"
                ORDER BY "t27"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t21"."child_id",
                  "t21"."team_id",
                  "t21"."worker_id",
                  "t21"."source_table",
                  "t21"."source_key",
                  "t21"."on_date",
                  "t14"."now"
                FROM (
                  SELECT
                    "t0"."child_id",
                    "t0"."team_id",
                    "t0"."worker_id",
                    "t0"."source_table",
                    "t0"."source_key",
                    "t0"."ended_on" AS "on_date"
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 's47' AND "t0"."outcome" = 'no_conference'
                ) AS "t21"
                CROSS JOIN (
                  SELECT
                    "t2"."as_at" AS "now"
                  FROM "records"."load" AS "t2"
                ) AS "t14"
              ) AS "t25"
              WHERE
                "t25"."on_date" <= "t25"."now"
            ) AS "t27"
          ) AS "t29"
          WHERE
            "t29"."nth" = 0
        ) AS "t30"
      ) AS "t32"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cp_plan', 'care')
      ) AS "t18"
        ON "t32"."child_id" = "t18"."open_child"
        AND "t18"."open_from" <= "t32"."on_date"
        AND (
          (
            "t18"."open_to" IS NULL
          ) OR (
            "t18"."open_to" > "t32"."on_date"
          )
        )
      INNER JOIN (
        SELECT
          "t24"."child_id" AS "o_child",
          "t24"."on_date" AS "o_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t3"."pers_person_id" AS "child_id",
                "t3"."pers_dob" + INTERVAL '216' MONTH AS "on_date"
              FROM "joined"."ssd_person" AS "t3"
            ) AS "t15"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t3"."pers_person_id" AS "child_id",
                "t3"."pers_death_date" AS "on_date"
              FROM "joined"."ssd_person" AS "t3"
            ) AS "t8"
          ) AS "t22"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."cine_person_id" AS "child_id",
                "t4"."cine_close_date" AS "on_date"
              FROM "joined"."ssd_cin_episodes" AS "t4"
              WHERE
                "t4"."cine_close_reason" = 'RC5'
            ) AS "t16"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t5"."clae_person_id" AS "child_id",
                "t5"."clae_cla_episode_ceased_date" AS "on_date"
              FROM "joined"."ssd_cla_episodes" AS "t5"
              WHERE
                "t5"."clae_cla_episode_ceased_reason" IN ('E11', 'E12')
            ) AS "t17"
          ) AS "t23"
        ) AS "t24"
        WHERE
          "t24"."on_date" IS NOT NULL
      ) AS "t28"
        ON "t32"."child_id" = "t28"."o_child"
        AND "t28"."o_on" > "t32"."on_date"
        AND "t28"."o_on" <= "t32"."now"
    ) AS "t34"
    GROUP BY
      1,
      2
  ) AS "t39"
    ON "t32"."child_id" = "t39"."child_id" AND "t32"."on_date" = "t39"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t35"."child_id",
      "t35"."on_date",
      COUNT(*) AS "referrals"
    FROM (
      SELECT
        "t32"."child_id",
        "t32"."team_id",
        "t32"."worker_id",
        "t32"."source_table",
        "t32"."source_key",
        "t32"."on_date",
        "t32"."now",
        "t20"."r_child",
        "t20"."r_on"
      FROM (
        SELECT
          "t30".*
          EXCLUDE ("nth")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t27"."child_id",
              "t27"."team_id",
              "t27"."worker_id",
              "t27"."source_table",
              "t27"."source_key",
              "t27"."on_date",
              "t27"."now",
              ROW_NUMBER() OVER (
                PARTITION BY "t27"."child_id", "t27"."on_date"
                ORDER BY "t27"."source_key" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "nth"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t21"."child_id",
                  "t21"."team_id",
                  "t21"."worker_id",
                  "t21"."source_table",
                  "t21"."source_key",
                  "t21"."on_date",
                  "t14"."now"
                FROM (
                  SELECT
                    "t0"."child_id",
                    "t0"."team_id",
                    "t0"."worker_id",
                    "t0"."source_table",
                    "t0"."source_key",
                    "t0"."ended_on" AS "on_date"
                  FROM "journeys"."spells" AS "t0"
                  WHERE
                    "t0"."kind" = 's47' AND "t0"."outcome" = 'no_conference'
                ) AS "t21"
                CROSS JOIN (
                  SELECT
                    "t2"."as_at" AS "now"
                  FROM "records"."load" AS "t2"
                ) AS "t14"
              ) AS "t25"
              WHERE
                "t25"."on_date" <= "t25"."now"
            ) AS "t27"
          ) AS "t29"
          WHERE
            "t29"."nth" = 0
        ) AS "t30"
      ) AS "t32"
      ANTI JOIN (
        SELECT
          "t0"."child_id" AS "open_child",
          "t0"."started_on" AS "open_from",
          "t0"."ended_on" AS "open_to"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."kind" IN ('cp_plan', 'care')
      ) AS "t18"
        ON "t32"."child_id" = "t18"."open_child"
        AND "t18"."open_from" <= "t32"."on_date"
        AND (
          (
            "t18"."open_to" IS NULL
          ) OR (
            "t18"."open_to" > "t32"."on_date"
          )
        )
      INNER JOIN (
        SELECT
          "t0"."child_id" AS "r_child",
          "t0"."started_on" AS "r_on"
        FROM "journeys"."spells" AS "t0"
        WHERE
          "t0"."started_on" IS NOT NULL AND "t0"."kind" = 'referral'
      ) AS "t20"
        ON "t32"."child_id" = "t20"."r_child"
        AND "t20"."r_on" <= "t32"."on_date"
        AND (
          "t20"."r_on" + INTERVAL '24' MONTH
        ) > "t32"."on_date"
    ) AS "t35"
    GROUP BY
      1,
      2
  ) AS "t38"
    ON "t32"."child_id" = "t38"."child_id" AND "t32"."on_date" = "t38"."on_date"
  LEFT OUTER JOIN (
    SELECT
      "t1"."child_id" AS "c_child",
      "t1"."born",
      "t1"."disability",
      "t1"."family_id" AS "family"
    FROM "variation"."children" AS "t1"
  ) AS "t13"
    ON "t32"."child_id" = "t13"."c_child"
) AS "t42"
WHERE
  (
    "t42"."born" IS NULL
  )
  OR (
    "t42"."on_date" < (
      "t42"."born" + INTERVAL '216' MONTH
    )
  )
