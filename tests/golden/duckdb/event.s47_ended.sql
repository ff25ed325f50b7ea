SELECT
  "t0"."s47e_person_id" AS "child_id",
  's47_ended' AS "kind",
  "t0"."s47e_s47_end_date" AS "on_date",
  "t0"."s47e_s47_enquiry_id" AS "spell_id",
  CASE
    WHEN COALESCE("t0"."s47e_s47_nfa" = 'Y', FALSE)
    THEN 'no_conference'
    ELSE CAST(NULL AS TEXT)
  END AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  "t0"."s47e_s47_completed_by_team" AS "team_id",
  "t0"."s47e_s47_completed_by_worker_id" AS "worker_id",
  'ssd_s47_enquiry' AS "source_table",
  "t0"."s47e_s47_enquiry_id" AS "source_key"
FROM "joined"."ssd_s47_enquiry" AS "t0"
WHERE
  "t0"."s47e_s47_end_date" IS NOT NULL
