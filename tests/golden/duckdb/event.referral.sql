SELECT
  "t0"."cine_person_id" AS "child_id",
  'referral' AS "kind",
  "t0"."cine_referral_date" AS "on_date",
  "t0"."cine_referral_id" AS "spell_id",
  CAST(NULL AS TEXT) AS "outcome",
  "t0"."cine_referral_team" AS "team_id",
  "t0"."cine_referral_worker_id" AS "worker_id",
  'ssd_cin_episodes' AS "source_table",
  "t0"."cine_referral_id" AS "source_key"
FROM "joined"."ssd_cin_episodes" AS "t0"
