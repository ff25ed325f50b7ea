SELECT
  "t0"."cine_person_id" AS "child_id",
  'referral' AS "kind",
  "t0"."cine_referral_date" AS "on_date",
  "t0"."cine_referral_id" AS "spell_id",
  CASE
    WHEN COALESCE("t0"."cine_referral_nfa" = 'Y', FALSE)
    THEN 'nfa'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  "t0"."cine_cin_primary_need_code" AS "detail",
  "t0"."cine_referral_team" AS "team_id",
  "t0"."cine_referral_worker_id" AS "worker_id",
  'ssd_cin_episodes' AS "source_table",
  "t0"."cine_referral_id" AS "source_key"
FROM "joined"."ssd_cin_episodes" AS "t0"
