WITH "t8" AS (
  SELECT
    "t3"."cont_contact_id",
    "t3"."cont_person_id",
    "t3"."cont_contact_date",
    "t3"."cont_contact_source_code",
    "t3"."cont_contact_source_desc",
    "t3"."cont_contact_outcome_json",
    "t7"."decided_contact",
    "t7"."decided_on",
    "t7"."decisions"
  FROM "joined"."ssd_contacts" AS "t3"
  LEFT OUTER JOIN (
    SELECT
      "t5"."code_contact_id" AS "decided_contact",
      MIN("t5"."code_decided_date") AS "decided_on",
      COUNT(*) AS "decisions"
    FROM (
      SELECT
        *
      FROM "joined"."local_contact_decisions" AS "t2"
      WHERE
        "t2"."code_contact_id" IS NOT NULL
    ) AS "t5"
    GROUP BY
      1
  ) AS "t7"
    ON "t3"."cont_contact_id" = "t7"."decided_contact"
)
SELECT
  "t12"."cont_person_id" AS "child_id",
  'contact' AS "kind",
  "t12"."cont_contact_id" AS "spell_id",
  "t12"."cont_contact_date" AS "started_on",
  COALESCE(
    "t12"."decided_on",
    CASE
      WHEN "t12"."referred" AND NOT (
        "t12"."decisions" IS NOT NULL
      )
      THEN "t18"."referral_on"
      ELSE CAST(NULL AS DATE)
    END
  ) AS "ended_on",
  CASE
    WHEN "t12"."referred"
    THEN 'referral'
    WHEN "t12"."decisions" IS NOT NULL
    THEN 'decided'
    WHEN "t12"."cont_contact_outcome_json" IS NOT NULL
    THEN 'other'
    ELSE NULL
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_contacts' AS "source_table",
  "t12"."cont_contact_id" AS "source_key"
FROM (
  SELECT
    "t9"."cont_contact_id",
    "t9"."cont_person_id",
    "t9"."cont_contact_date",
    "t9"."cont_contact_source_code",
    "t9"."cont_contact_source_desc",
    "t9"."cont_contact_outcome_json",
    "t9"."decided_contact",
    "t9"."decided_on",
    "t9"."decisions",
    COALESCE(
      REGEXP_MATCHES("t9"."cont_contact_outcome_json", '"OUTCOME_NEW_REFERRAL_FLAG"\s*:\s*"Y"'),
      FALSE
    ) AS "referred"
  FROM "t8" AS "t9"
) AS "t12"
LEFT OUTER JOIN (
  SELECT
    "t16"."cont_person_id" AS "proxy_child",
    "t16"."cont_contact_date" AS "proxy_day",
    MIN("t16"."cine_referral_date") AS "referral_on"
  FROM (
    SELECT
      "t15"."cont_person_id",
      "t15"."cont_contact_date",
      "t15"."referred",
      "t15"."next_contact",
      "t4"."cine_referral_id",
      "t4"."cine_person_id",
      "t4"."cine_referral_date",
      "t4"."cine_cin_primary_need_code",
      "t4"."cine_referral_source_code",
      "t4"."cine_referral_source_desc",
      "t4"."cine_referral_outcome_json",
      "t4"."cine_referral_nfa",
      "t4"."cine_close_reason",
      "t4"."cine_close_date",
      "t4"."cine_referral_team",
      "t4"."cine_referral_worker_id"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t11"."cont_person_id",
          "t11"."cont_contact_date",
          "t11"."referred",
          LEAD("t11"."cont_contact_date") OVER (
            PARTITION BY "t11"."cont_person_id", "t11"."referred"
            ORDER BY "t11"."cont_contact_date" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "next_contact"
        FROM (
          SELECT DISTINCT
            "t9"."cont_person_id",
            "t9"."cont_contact_date",
            COALESCE(
              REGEXP_MATCHES("t9"."cont_contact_outcome_json", '"OUTCOME_NEW_REFERRAL_FLAG"\s*:\s*"Y"'),
              FALSE
            ) AS "referred"
          FROM "t8" AS "t9"
        ) AS "t11"
      ) AS "t13"
      WHERE
        "t13"."referred"
    ) AS "t15"
    INNER JOIN "joined"."ssd_cin_episodes" AS "t4"
      ON "t15"."cont_person_id" = "t4"."cine_person_id"
      AND "t15"."cont_contact_date" <= "t4"."cine_referral_date"
      AND (
        (
          "t15"."next_contact" IS NULL
        )
        OR (
          "t4"."cine_referral_date" < "t15"."next_contact"
        )
      )
  ) AS "t16"
  GROUP BY
    1,
    2
) AS "t18"
  ON "t12"."cont_person_id" = "t18"."proxy_child"
  AND "t12"."cont_contact_date" = "t18"."proxy_day"
