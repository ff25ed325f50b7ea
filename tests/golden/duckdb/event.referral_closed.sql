SELECT
  "t0"."cine_person_id" AS "child_id",
  'referral_closed' AS "kind",
  "t0"."cine_close_date" AS "on_date",
  "t0"."cine_referral_id" AS "spell_id",
  "t0"."cine_close_reason" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_cin_episodes' AS "source_table",
  "t0"."cine_referral_id" AS "source_key"
FROM "joined"."ssd_cin_episodes" AS "t0"
WHERE
  "t0"."cine_close_date" IS NOT NULL
