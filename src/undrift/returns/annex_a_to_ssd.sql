-- The lists of Annex A (l1 to l11, columns already called by their SSD names) as tables of the SSD.
-- Ids that Annex A lacks are made from what the row says; _n numbers the rows of one child and day in the order of all
-- that they say, so the same rows get the same ids in whatever order they come.

CREATE MACRO made_id(list, child, day, n) AS
    'annexa:L' || list || ':' || child || ':' || coalesce(strftime(day, '%Y-%m-%d'), 'undated') || ':' || n;

CREATE TABLE everyone AS
    SELECT 1 AS list, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l1
    UNION ALL SELECT 2, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l2
    UNION ALL SELECT 3, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l3
    UNION ALL SELECT 4, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l4
    UNION ALL SELECT 5, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l5
    UNION ALL SELECT 6, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l6
    UNION ALL SELECT 7, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l7
    UNION ALL SELECT 8, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l8
    UNION ALL SELECT 9, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l9
    UNION ALL SELECT 10, pers_person_id, pers_gender, pers_ethnicity, pers_dob, _file, _sheet, _row FROM l10;

-- The first list that says something about a child is believed; `disagreements` lists the others.
CREATE MACRO first_said(what, list, n) AS arg_min(what, list::BIGINT << 32 | n);

CREATE TABLE ssd_person AS
    SELECT pers_person_id,
           CASE first_said(pers_gender, list, _row)
               WHEN '01' THEN 'M' WHEN '02' THEN 'F' WHEN '00' THEN 'U' WHEN '09' THEN 'U' END AS pers_sex,
           first_said(pers_gender, list, _row) AS pers_gender,
           first_said(pers_ethnicity, list, _row) AS pers_ethnicity,
           first_said(pers_dob, list, _row) AS pers_dob,
           first_said(_file, list, _row) AS _file,
           first_said(_sheet, list, _row) AS _sheet,
           first_said(_row, list, _row) AS _row
    FROM everyone
    GROUP BY pers_person_id;

CREATE TABLE disagreements AS
    SELECT e._file, e._sheet, e._row,
           unnest(list_filter(
               [CASE WHEN e.pers_dob <> p.pers_dob THEN 'Date of Birth' END,
                CASE WHEN e.pers_gender <> p.pers_gender THEN 'Gender' END,
                CASE WHEN e.pers_ethnicity <> p.pers_ethnicity THEN 'Ethnicity' END],
               lambda header: header IS NOT NULL)) AS header
    FROM everyone AS e JOIN ssd_person AS p USING (pers_person_id)
    WHERE e.pers_dob <> p.pers_dob OR e.pers_gender <> p.pers_gender OR e.pers_ethnicity <> p.pers_ethnicity;

-- Annex A says whether a child has a disability, not which: yes is a row with no code.
CREATE TABLE ssd_disability AS
    SELECT pers_person_id AS disa_person_id,
           'annexa:disability:' || pers_person_id AS disa_table_id,
           -- Yes anywhere is yes.
           CASE max(said) WHEN 'N' THEN 'NONE' END AS disa_disability_code,
           first_said(_file, rank, _row) AS _file, first_said(_sheet, rank, _row) AS _sheet,
           first_said(_row, rank, _row) AS _row
    FROM (SELECT *, list + CASE said WHEN 'N' THEN 16 ELSE 0 END AS rank
          FROM (SELECT 4 AS list, pers_person_id, disa_disability_code AS said, _file, _sheet, _row FROM l4
          UNION ALL SELECT 5, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l5
          UNION ALL SELECT 6, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l6
          UNION ALL SELECT 7, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l7
          UNION ALL SELECT 8, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l8
          UNION ALL SELECT 9, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l9
          UNION ALL SELECT 10, pers_person_id, disa_disability_code, _file, _sheet, _row FROM l10)
          WHERE said IS NOT NULL)
    GROUP BY pers_person_id;

CREATE TABLE ssd_contacts AS
    SELECT made_id(1, pers_person_id, cont_contact_date,
                   _n) AS cont_contact_id,
           pers_person_id AS cont_person_id, cont_contact_date, cont_contact_source_code, _file, _sheet, _row
    FROM l1;

CREATE TABLE ssd_early_help_episodes AS
    SELECT made_id(2, pers_person_id, earl_episode_start_date,
                   _n)
               AS earl_episode_id,
           pers_person_id AS earl_person_id, earl_episode_start_date, earl_episode_end_date,
           earl_episode_organisation, _file, _sheet, _row
    FROM l2;

-- The list is of assessments, which are not the same as the dataset's episodes; both are kept.
CREATE TABLE local_early_help_assessments AS
    SELECT made_id(2, pers_person_id, earl_episode_start_date, _n) || ':assessment' AS ehas_id,
           pers_person_id AS ehas_person_id, earl_episode_start_date AS ehas_start_date,
           earl_episode_end_date AS ehas_completion_date, earl_episode_organisation AS ehas_organisation,
           _file, _sheet, _row
    FROM l2;

-- A referral (list 3) and the episode of need it opened (list 6) are one row: same child, same date.
CREATE TABLE ssd_cin_episodes AS
    SELECT CASE WHEN r.pers_person_id IS NOT NULL
                THEN made_id(3, r.pers_person_id, r.cine_referral_date, r._n)
                ELSE made_id(6, c.pers_person_id, c.cine_referral_date, c._n) END AS cine_referral_id,
           coalesce(r.pers_person_id, c.pers_person_id) AS cine_person_id,
           coalesce(r.cine_referral_date, c.cine_referral_date) AS cine_referral_date,
           c.cine_cin_primary_need_code, r.cine_referral_source_code, r.cine_referral_nfa,
           c.cine_close_reason, c.cine_close_date, r.cine_referral_team, r.cine_referral_worker_id,
           coalesce(r._file, c._file) AS _file, coalesce(r._sheet, c._sheet) AS _sheet,
           coalesce(r._row, c._row) AS _row
    FROM l3 AS r
    FULL JOIN l6 AS c
        ON r.pers_person_id = c.pers_person_id AND r.cine_referral_date = c.cine_referral_date AND r._n = c._n;

-- The day a child in need was last seen; of a child in care or on a protection plan it is that list's visit.
CREATE TABLE ssd_cin_visits AS
    SELECT made_id(6, pers_person_id, cine_referral_date, _n) || ':visit' AS cinv_cin_visit_id,
           pers_person_id AS cinv_person_id, cinv_cin_visit_date, 'Y' AS cinv_cin_visit_seen, _file, _sheet, _row
    FROM l6
    WHERE cinv_cin_visit_date IS NOT NULL
        AND pers_person_id NOT IN (SELECT pers_person_id FROM l7 WHERE cppl_cp_plan_end_date IS NULL)
        AND pers_person_id NOT IN (SELECT pers_person_id FROM l8 WHERE clae_cla_episode_ceased_date IS NULL);

-- An assessment belongs to the child's latest referral that came on or before it and was taken on.
CREATE TABLE ssd_cin_assessments AS
    WITH taken_on AS (
        SELECT cine_person_id, cine_referral_date, min(cine_referral_id) AS referral_id
        FROM ssd_cin_episodes
        WHERE cine_referral_date IS NOT NULL AND cine_referral_nfa IS DISTINCT FROM 'Y'
        GROUP BY ALL
    )
    SELECT made_id(4, a.pers_person_id, a.cina_assessment_start_date, a._n) AS cina_assessment_id,
           a.pers_person_id AS cina_person_id, t.referral_id AS cina_referral_id, a.cina_assessment_start_date,
           a.cina_assessment_child_seen, a.cina_assessment_auth_date, a.cina_assessment_outcome_nfa,
           a.cina_assessment_team, a.cina_assessment_worker_id, a._file, a._sheet, a._row
    FROM l4 AS a ASOF LEFT JOIN taken_on AS t
        ON a.pers_person_id = t.cine_person_id AND a.cina_assessment_start_date >= t.cine_referral_date;

CREATE TABLE enquiries AS
    SELECT *, made_id(5, pers_person_id, s47e_s47_start_date, _n) AS made FROM l5;

CREATE TABLE ssd_s47_enquiry AS
    SELECT made AS s47e_s47_enquiry_id, pers_person_id AS s47e_person_id, s47e_s47_start_date, s47e_s47_nfa,
           s47e_s47_completed_by_team, s47e_s47_completed_by_worker_id, _file, _sheet, _row
    FROM enquiries;

CREATE TABLE ssd_initial_cp_conference AS
    SELECT made || ':icpc' AS icpc_icpc_id, made AS icpc_s47_enquiry_id, pers_person_id AS icpc_person_id,
           icpc_icpc_date, icpc_icpc_outcome_cp_flag, s47e_s47_completed_by_team AS icpc_icpc_team,
           _file, _sheet, _row
    FROM enquiries
    WHERE icpc_icpc_date IS NOT NULL;

CREATE TABLE protection AS
    SELECT *, made_id(7, pers_person_id, cppl_cp_plan_start_date, _n) AS made FROM l7;

CREATE TABLE ssd_cp_plans AS
    SELECT made AS cppl_cp_plan_id, pers_person_id AS cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date,
           cppl_cp_plan_initial_category, cppl_cp_plan_latest_category, _file, _sheet, _row
    FROM protection;

CREATE TABLE local_previous_cp_plans AS
    SELECT made AS prcp_cp_plan_id, pers_person_id AS prcp_person_id, prcp_number, _file, _sheet, _row
    FROM protection
    WHERE prcp_number IS NOT NULL;

CREATE TABLE ssd_cp_visits AS
    SELECT made || ':visit' AS cppv_cp_visit_id, pers_person_id AS cppv_person_id, made AS cppv_cp_plan_id,
           cppv_cp_visit_date, 'Y' AS cppv_cp_visit_seen, cppv_cp_visit_seen_alone, _file, _sheet, _row
    FROM protection
    WHERE cppv_cp_visit_date IS NOT NULL;

CREATE TABLE ssd_cp_reviews AS
    SELECT made || ':review' AS cppr_cp_review_id, pers_person_id AS cppr_person_id, made AS cppr_cp_plan_id,
           cppr_cp_review_date, _file, _sheet, _row
    FROM protection
    WHERE cppr_cp_review_date IS NOT NULL;

CREATE TABLE in_care AS
    SELECT *, made_id(8, pers_person_id, clae_entered_care_date, _n) AS made FROM l8;

-- An episode begins at each change of placement or legal status, so the latest began at the later of the two.
CREATE TABLE ssd_cla_episodes AS
    SELECT made || ':episode' AS clae_cla_episode_id, pers_person_id AS clae_person_id,
           greatest(clae_entered_care_date, lega_legal_status_start_date, clap_cla_placement_start_date)
               AS clae_cla_episode_start_date,
           clae_cla_primary_need_code, clae_cla_episode_ceased_date, clae_cla_episode_ceased_reason,
           made AS clae_cla_id, made || ':placement' AS clae_cla_placement_id, clae_entered_care_date,
           clae_cla_last_iro_contact_date, _file, _sheet, _row
    FROM in_care;

CREATE TABLE ssd_cla_placement AS
    SELECT made || ':placement' AS clap_cla_placement_id, clap_cla_placement_start_date, clap_cla_placement_type,
           clap_cla_placement_urn, made AS clap_cla_id, clap_cla_placement_provider, clap_cla_placement_postcode,
           clae_cla_episode_ceased_date AS clap_cla_placement_end_date, pers_person_id AS clap_person_id,
           _file, _sheet, _row
    FROM in_care;

CREATE TABLE ssd_legal_status AS
    SELECT made || ':legal' AS lega_legal_status_id, pers_person_id AS lega_person_id, lega_legal_status,
           lega_legal_status_start_date, _file, _sheet, _row
    FROM in_care
    WHERE lega_legal_status IS NOT NULL OR lega_legal_status_start_date IS NOT NULL;

CREATE TABLE ssd_cla_reviews AS
    SELECT made || ':review' AS clar_cla_review_id, made AS clar_cla_id, clar_cla_review_date, _file, _sheet, _row
    FROM in_care
    WHERE clar_cla_review_date IS NOT NULL;

CREATE TABLE ssd_cla_visits AS
    SELECT made || ':visit' AS clav_cla_visit_id, made AS clav_cla_id, pers_person_id AS clav_person_id,
           clav_cla_visit_date, 'Y' AS clav_cla_visit_seen, _file, _sheet, _row
    FROM in_care
    WHERE clav_cla_visit_date IS NOT NULL;

CREATE TABLE ssd_cla_health AS
    SELECT made || ':health' AS clah_health_check_id, pers_person_id AS clah_person_id,
           'Health Assessment' AS clah_health_check_type, clah_health_check_date_health AS clah_health_check_date,
           'Completed' AS clah_health_check_status, _file, _sheet, _row
    FROM in_care WHERE clah_health_check_date_health IS NOT NULL
    UNION ALL
    SELECT made || ':dental', pers_person_id, 'Dental Check', clah_health_check_date_dental, 'Completed',
           _file, _sheet, _row
    FROM in_care WHERE clah_health_check_date_dental IS NOT NULL;

-- The care plan in force; Annex A does not say since when.
CREATE TABLE ssd_cla_care_plan AS
    SELECT made || ':careplan' AS lacp_table_id, pers_person_id AS lacp_person_id,
           to_json(map(flags, [CASE WHEN flag = lacp_cla_care_plan_json THEN 'Y' ELSE 'N' END FOR flag IN flags]))::VARCHAR
               AS lacp_cla_care_plan_json,
           _file, _sheet, _row
    FROM (SELECT *, ['REMAINSUP', 'RETURN1M', 'RETURN6M', 'RETURNEV', 'LTRELFR', 'LTFOST18', 'RESPLMT', 'SUPPLIV',
                     'ADOPTION', 'OTHERPLN'] AS flags FROM in_care)
    WHERE lacp_cla_care_plan_json IS NOT NULL;

CREATE TABLE ssd_care_leavers AS
    SELECT made_id(9, pers_person_id, NULL::DATE, _n) AS clea_table_id,
           pers_person_id AS clea_person_id, clea_care_leaver_eligibility, clea_care_leaver_in_touch,
           clea_care_leaver_latest_contact, clea_care_leaver_accommodation, clea_care_leaver_accom_suitable,
           clea_care_leaver_activity, clea_pathway_plan_review_date, clea_care_leaver_personal_advisor,
           clea_care_leaver_allocated_team, clea_care_leaver_worker_id, _file, _sheet, _row
    FROM l9;

CREATE TABLE ssd_permanence AS
    SELECT made_id(10, p.pers_person_id, p.perm_adm_decision_date, p._n) AS perm_table_id,
           p.pers_person_id AS perm_person_id, c.clae_cla_id AS perm_cla_id, p.perm_adm_decision_date,
           p.perm_placement_order_date, p.perm_placed_for_adoption_date, p.perm_matched_date,
           p.perm_placed_ffa_cp_date, p.perm_decision_reversed_date, p.perm_decision_reversed_reason,
           p.perm_permanence_order_date,
           CASE WHEN p.perm_permanence_order_date IS NOT NULL THEN 'Adoption' END AS perm_permanence_order_type,
           p._file, p._sheet, p._row
    FROM l10 AS p
    LEFT JOIN (SELECT clae_person_id, clae_entered_care_date, min(clae_cla_id) AS clae_cla_id
               FROM ssd_cla_episodes GROUP BY ALL) AS c
        ON c.clae_person_id = p.pers_person_id AND c.clae_entered_care_date = p.clae_entered_care_date;

CREATE TABLE ssd_family AS
    SELECT 'annexa:family:' || fami_family_id || ':' || pers_person_id AS fami_table_id, fami_family_id,
           pers_person_id AS fami_person_id, _file, _sheet, _row
    FROM l10 WHERE fami_family_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY fami_family_id, pers_person_id ORDER BY _row) = 1;

CREATE TABLE local_prospective_adopters AS FROM l11;

CREATE TABLE ssd_immigration_status AS
    SELECT pers_person_id AS immi_person_id, 'annexa:immigration:' || pers_person_id AS immi_immigration_status_id,
           immi_immigration_status, _file, _sheet, _row
    FROM (SELECT 8 AS list, pers_person_id, immi_immigration_status, _file, _sheet, _row FROM l8
          UNION ALL SELECT 9, pers_person_id, immi_immigration_status, _file, _sheet, _row FROM l9)
    WHERE immi_immigration_status IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY pers_person_id ORDER BY list, _row) = 1;

-- Who holds the child's case now; the list nearest the child's present status is believed. Since when is not said.
CREATE TABLE ssd_involvements AS
    SELECT 'annexa:allocation:' || pers_person_id AS invo_involvements_id, invo_professional_id,
           'Allocated social worker' AS invo_professional_role_id, invo_professional_team,
           pers_person_id AS invo_person_id, _file, _sheet, _row
    FROM (SELECT 8 AS list, pers_person_id, invo_professional_id, invo_professional_team, _file, _sheet, _row
          FROM l8 WHERE clae_cla_episode_ceased_date IS NULL
          UNION ALL SELECT 7, pers_person_id, invo_professional_id, invo_professional_team, _file, _sheet, _row
          FROM l7 WHERE cppl_cp_plan_end_date IS NULL
          UNION ALL SELECT 6, pers_person_id, invo_professional_id, invo_professional_team, _file, _sheet, _row
          FROM l6 WHERE cine_close_date IS NULL)
    WHERE invo_professional_id IS NOT NULL OR invo_professional_team IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY pers_person_id ORDER BY list DESC, _row) = 1;

-- Annex A names teams and workers and gives no ids: the name is the id.
CREATE TABLE ssd_department AS
    SELECT name AS dept_team_id, name AS dept_team_name, first(_file ORDER BY list, _row) AS _file,
           first(_sheet ORDER BY list, _row) AS _sheet, first(_row ORDER BY list, _row) AS _row
    FROM (SELECT 3 AS list, cine_referral_team AS name, _file, _sheet, _row FROM l3
          UNION ALL SELECT 4, cina_assessment_team, _file, _sheet, _row FROM l4
          UNION ALL SELECT 5, s47e_s47_completed_by_team, _file, _sheet, _row FROM l5
          UNION ALL SELECT 6, invo_professional_team, _file, _sheet, _row FROM l6
          UNION ALL SELECT 7, invo_professional_team, _file, _sheet, _row FROM l7
          UNION ALL SELECT 8, invo_professional_team, _file, _sheet, _row FROM l8
          UNION ALL SELECT 9, clea_care_leaver_allocated_team, _file, _sheet, _row FROM l9)
    WHERE name IS NOT NULL
    GROUP BY name;

CREATE TABLE ssd_professionals AS
    SELECT name AS prof_professional_id, name AS prof_professional_name, first(_file ORDER BY list, _row) AS _file,
           first(_sheet ORDER BY list, _row) AS _sheet, first(_row ORDER BY list, _row) AS _row
    FROM (SELECT 3 AS list, cine_referral_worker_id AS name, _file, _sheet, _row FROM l3
          UNION ALL SELECT 4, cina_assessment_worker_id, _file, _sheet, _row FROM l4
          UNION ALL SELECT 5, s47e_s47_completed_by_worker_id, _file, _sheet, _row FROM l5
          UNION ALL SELECT 6, invo_professional_id, _file, _sheet, _row FROM l6
          UNION ALL SELECT 7, invo_professional_id, _file, _sheet, _row FROM l7
          UNION ALL SELECT 8, invo_professional_id, _file, _sheet, _row FROM l8
          UNION ALL SELECT 9, clea_care_leaver_worker_id, _file, _sheet, _row FROM l9)
    WHERE name IS NOT NULL
    GROUP BY name;
