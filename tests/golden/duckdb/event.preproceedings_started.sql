SELECT
  "t5"."prep_person_id" AS "child_id",
  'preproceedings_started' AS "kind",
  "t5"."prep_pre_pro_decision_date" AS "on_date",
  "t5"."prep_table_id" AS "spell_id",
  "t5"."prep_pre_pro_outcome" AS "outcome",
  CAST(NULL AS TEXT) AS "detail",
  CAST(NULL AS TEXT) AS "team_id",
  CAST(NULL AS TEXT) AS "worker_id",
  'ssd_pre_proceedings' AS "source_table",
  "t5"."prep_table_id" AS "source_key"
FROM (
  SELECT
    "t2"."prep_table_id",
    "t2"."prep_person_id",
    "t2"."prep_plo_family_id",
    "t2"."prep_pre_pro_decision_date",
    "t2"."prep_initial_pre_pro_meeting_date",
    "t2"."prep_pre_pro_outcome",
    "t2"."prep_agree_stepdown_issue_date",
    "t2"."prep_cp_plans_referral_period",
    "t2"."prep_legal_gateway_outcome",
    "t2"."prep_prev_pre_proc_child",
    "t2"."prep_prev_care_proc_child",
    "t2"."prep_pre_pro_letter_date",
    "t2"."prep_care_pro_letter_date",
    "t2"."prep_pre_pro_meetings_num",
    "t2"."prep_pre_pro_parents_legal_rep",
    "t2"."prep_parents_legal_rep_point_of_issue",
    "t2"."prep_court_reference",
    "t2"."prep_care_proc_court_hearings",
    "t2"."prep_care_proc_short_notice",
    "t2"."prep_proc_short_notice_reason",
    "t2"."prep_la_inital_plan_approved",
    "t2"."prep_la_initial_care_plan",
    "t2"."prep_la_final_plan_approved",
    "t2"."prep_la_final_care_plan",
    "t4"."more_id",
    "t4"."letter"
  FROM "joined"."ssd_pre_proceedings" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."lpre_table_id" AS "more_id",
      "t1"."lpre_letter_date" AS "letter"
    FROM "joined"."local_preproceedings" AS "t1"
  ) AS "t4"
    ON "t2"."prep_table_id" = "t4"."more_id"
) AS "t5"
WHERE
  "t5"."prep_pre_pro_decision_date" IS NOT NULL
