-- The modules of the children in need census (c_child, c_cindetails ...) as tables of the SSD. _child is
-- whose row it is, _in the _self of the row it stood in. Made ids come from what the row says, so file order does not matter.

CREATE MACRO made_id(of_what, person, day, n) AS
    'cin:' || of_what || ':' || person || ':' || coalesce(strftime(day, '%Y-%m-%d'), 'undated') || ':' || n;

CREATE VIEW ssd_person AS
    SELECT LAchildID AS pers_person_id, coalesce(Sex, GenderCurrent) AS pers_sex, Ethnicity AS pers_ethnicity,
           PersonBirthDate AS pers_dob, UPNunknown AS pers_upn_unknown, ExpectedPersonBirthDate AS pers_expected_dob,
           PersonDeathDate AS pers_death_date, UPN AS pers_upn, _file, _sheet, _row
    FROM c_child;

CREATE VIEW ssd_disability AS
    SELECT _child AS disa_person_id, 'cin:D:' || _child || ':' || Disability AS disa_table_id,
           Disability AS disa_disability_code, _file, _sheet, _row
    FROM c_disabilities;

CREATE TABLE needs AS
    SELECT *, made_id('N', _child, CINreferralDate,
                   row_number() OVER (PARTITION BY _child, CINreferralDate
                                      ORDER BY CINclosureDate, ReferralSource, PrimaryNeedCode, ReferralNFA)) AS id
    FROM c_cindetails;

CREATE VIEW ssd_cin_episodes AS
    SELECT id AS cine_referral_id, _child AS cine_person_id, CINreferralDate AS cine_referral_date,
           PrimaryNeedCode AS cine_cin_primary_need_code, ReferralSource AS cine_referral_source_code,
           ReferralNFA AS cine_referral_nfa, ReasonForClosure AS cine_close_reason, CINclosureDate AS cine_close_date,
           _file, _sheet, _row
    FROM needs;

CREATE TABLE assessments AS
    SELECT a.*, n.id AS need_id,
           made_id('A', a._child, AssessmentActualStartDate,
                   row_number() OVER (PARTITION BY a._child, AssessmentActualStartDate
                                      ORDER BY AssessmentAuthorisationDate, n.id)) AS id
    FROM c_assessments AS a LEFT JOIN needs AS n ON n._self = a._in;

CREATE VIEW ssd_cin_assessments AS
    SELECT id AS cina_assessment_id, _child AS cina_person_id, need_id AS cina_referral_id,
           AssessmentActualStartDate AS cina_assessment_start_date,
           AssessmentAuthorisationDate AS cina_assessment_auth_date, _file, _sheet, _row
    FROM assessments;

CREATE VIEW ssd_assessment_factors AS
    SELECT 'cin:F:' || a.id AS cinf_table_id, a.id AS cinf_assessment_id,
           to_json(list(f.AssessmentFactors ORDER BY f.AssessmentFactors))::VARCHAR AS cinf_assessment_factors_json,
           min(f._file) AS _file, min(f._sheet) AS _sheet, min(f._row) AS _row
    FROM c_factorsidentifiedatassessment AS f JOIN assessments AS a ON a._self = f._in
    GROUP BY a.id;

CREATE VIEW ssd_cin_plans AS
    SELECT made_id('P', p._child, CINPlanStartDate,
                   row_number() OVER (PARTITION BY p._child, CINPlanStartDate ORDER BY CINPlanEndDate, n.id))
               AS cinp_cin_plan_id,
           n.id AS cinp_referral_id, p._child AS cinp_person_id, CINPlanStartDate AS cinp_cin_plan_start_date,
           CINPlanEndDate AS cinp_cin_plan_end_date, p._file, p._sheet, p._row
    FROM c_cinplandates AS p LEFT JOIN needs AS n ON n._self = p._in;

CREATE TABLE enquiries AS
    SELECT s.*, n.id AS need_id,
           made_id('S', s._child, S47ActualStartDate,
                   row_number() OVER (PARTITION BY s._child, S47ActualStartDate
                                      ORDER BY s.DateOfInitialCPC, ICPCnotRequired, InitialCPCtarget, n.id)) AS id
    FROM c_section47 AS s LEFT JOIN needs AS n ON n._self = s._in;

CREATE VIEW ssd_s47_enquiry AS
    SELECT id AS s47e_s47_enquiry_id, need_id AS s47e_referral_id, _child AS s47e_person_id,
           S47ActualStartDate AS s47e_s47_start_date, ICPCnotRequired AS s47e_s47_nfa, _file, _sheet, _row
    FROM enquiries;

CREATE TABLE cp_plans AS
    SELECT p.*, n.id AS need_id,
           made_id('C', p._child, CPPstartDate,
                   row_number() OVER (PARTITION BY p._child, CPPstartDate ORDER BY CPPendDate, n.id)) AS id
    FROM c_childprotectionplans AS p LEFT JOIN needs AS n ON n._self = p._in;

-- A conference stands in its enquiry, or in the episode of need when the year has no enquiry for it; the same date in
-- both is one conference. The plan that begins that day is the one it made.
CREATE TABLE conferences AS
    WITH held AS (
        SELECT _child, need_id, id AS enquiry_id, DateOfInitialCPC AS held_on, InitialCPCtarget AS target,
               _file, _sheet, _row
        FROM enquiries WHERE DateOfInitialCPC IS NOT NULL
        UNION ALL
        SELECT _child, id, NULL, DateOfInitialCPC, NULL, _file, _sheet, _row
        FROM needs AS n
        WHERE DateOfInitialCPC IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM enquiries AS e WHERE e.need_id = n.id AND e.DateOfInitialCPC = n.DateOfInitialCPC)
    )
    SELECT h.*, (SELECT min(p.id) FROM cp_plans AS p WHERE p._child = h._child AND p.CPPstartDate = h.held_on) AS cp_plan_id,
           made_id('I', _child, held_on,
                   row_number() OVER (PARTITION BY _child, held_on ORDER BY enquiry_id, need_id)) AS id
    FROM held AS h;

CREATE VIEW ssd_initial_cp_conference AS
    SELECT id AS icpc_icpc_id, enquiry_id AS icpc_s47_enquiry_id, _child AS icpc_person_id, cp_plan_id AS icpc_cp_plan_id,
           need_id AS icpc_referral_id, target AS icpc_icpc_target_date, held_on AS icpc_icpc_date,
           CASE WHEN cp_plan_id IS NOT NULL THEN 'Y' END AS icpc_icpc_outcome_cp_flag, _file, _sheet, _row
    FROM conferences;

CREATE VIEW ssd_cp_plans AS
    SELECT p.id AS cppl_cp_plan_id, need_id AS cppl_referral_id,
           (SELECT min(c.id) FROM conferences AS c WHERE c.cp_plan_id = p.id) AS cppl_icpc_id, _child AS cppl_person_id,
           CPPstartDate AS cppl_cp_plan_start_date, CPPendDate AS cppl_cp_plan_end_date,
           InitialCategoryOfAbuse AS cppl_cp_plan_initial_category, LatestCategoryOfAbuse AS cppl_cp_plan_latest_category,
           _file, _sheet, _row
    FROM cp_plans AS p;

CREATE VIEW ssd_cp_reviews AS
    SELECT made_id('V', r._child, CPPreviewDate,
                   row_number() OVER (PARTITION BY r._child, CPPreviewDate ORDER BY p.id)) AS cppr_cp_review_id,
           r._child AS cppr_person_id, p.id AS cppr_cp_plan_id, CPPreviewDate AS cppr_cp_review_date,
           r._file, r._sheet, r._row
    FROM c_reviews AS r LEFT JOIN cp_plans AS p ON p._self = r._in;

-- The family is not always said; a child alone is then the family, so that no two children are put together unsaid.
CREATE VIEW ssd_pre_proceedings AS
    SELECT made_id('L', _child, PreProceedingsStartDate,
                   row_number() OVER (PARTITION BY _child, PreProceedingsStartDate
                                      ORDER BY PreProceedingsEndDate, LetterBeforeProceedingsDate, _self)) AS prep_table_id,
           _child AS prep_person_id, coalesce(FamilyGroupID, _child) AS prep_plo_family_id,
           PreProceedingsStartDate AS prep_pre_pro_decision_date,
           LetterBeforeProceedingsDate AS prep_pre_pro_letter_date,
           InitialPreProceedingsMeetingDate AS prep_initial_pre_pro_meeting_date,
           PreProceedingsEndDate AS prep_agree_stepdown_issue_date, PreProceedingsOutcome AS prep_pre_pro_outcome,
           LetterOfIssueDate AS prep_care_pro_letter_date, _file, _sheet, _row
    FROM c_preproceedings;

CREATE VIEW local_assessment_reviews AS
    SELECT id || ':review' AS asre_id, _child AS asre_person_id, id AS asre_assessment_id,
           AssessmentInternalReviewDate AS asre_review_date, _file, _sheet, _row
    FROM assessments WHERE AssessmentInternalReviewDate IS NOT NULL;

CREATE VIEW local_previous_cp_plans AS
    SELECT id AS prcp_cp_plan_id, _child AS prcp_person_id, NumberOfPreviousCPP AS prcp_number, _file, _sheet, _row
    FROM cp_plans WHERE NumberOfPreviousCPP IS NOT NULL;
