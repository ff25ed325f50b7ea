-- The records as the eleven lists of Annex A (list_1 to list_11), each column by its own header, as they stood on
-- as_at(): what had not happened by then is blank. Scopes as the guidance has them.

CREATE TEMP MACRO by_then(day) AS CASE WHEN day <= as_at() THEN day END;
CREATE TEMP MACRO six_months_ago() AS (as_at() - INTERVAL 6 MONTH)::DATE;
CREATE TEMP MACRO year_ago() AS (as_at() - INTERVAL 12 MONTH)::DATE;
CREATE TEMP MACRO lately(day) AS coalesce(day > six_months_ago() AND day <= as_at(), FALSE);
-- Not over by as_at, or over in the six months before it.
CREATE TEMP MACRO open_or_lately(ended) AS by_then(ended) IS NULL OR ended > six_months_ago();
CREATE TEMP MACRO yes_no(flag) AS CASE flag WHEN 'Y' THEN 'a) Yes' WHEN 'N' THEN 'b) No' END;
CREATE TEMP MACRO yes_no_unknown(flag) AS coalesce(yes_no(flag), 'c) Unknown');

CREATE TEMP TABLE child AS
    SELECT pers_person_id AS "Child Unique ID",
           coalesce(pers_gender, CASE pers_sex WHEN 'M' THEN '01' WHEN 'F' THEN '02' WHEN 'U' THEN '00' END) AS "Gender",
           coalesce(pers_ethnicity, 'u) UNKNOWN') AS "Ethnicity", by_then(pers_dob) AS "Date of Birth",
           -- A child not yet born is minus one.
           CASE WHEN by_then(pers_dob) IS NOT NULL THEN date_diff('year', pers_dob, as_at())
                    - (strftime(pers_dob, '%m%d') > strftime(as_at(), '%m%d'))::INT
                WHEN pers_dob IS NOT NULL OR pers_expected_dob IS NOT NULL THEN -1 END AS "Age of Child (Years)"
    FROM ssd_person;

-- Yes where any disability is recorded, unknown where nothing is.
CREATE TEMP TABLE disability AS
    SELECT pers_person_id AS id,
           CASE WHEN count(disa_table_id) = 0 THEN 'c) Unknown'
                WHEN bool_or(disa_disability_code IS DISTINCT FROM 'NONE') FILTER (WHERE disa_table_id IS NOT NULL)
                THEN 'a) Yes' ELSE 'b) No' END AS "Does the Child have a Disability"
    FROM ssd_person LEFT JOIN ssd_disability ON disa_person_id = pers_person_id
    GROUP BY pers_person_id;

CREATE TEMP MACRO team(id) AS coalesce((SELECT any_value(dept_team_name) FROM ssd_department WHERE dept_team_id = id), id);
CREATE TEMP MACRO worker(id) AS
    coalesce((SELECT any_value(prof_professional_name) FROM ssd_professionals WHERE prof_professional_id = id), id);

-- Who holds each child's case: the latest social worker allocated by then, over or not; a reviewing officer holds none.
CREATE TEMP TABLE holder AS
    SELECT invo_person_id AS id, team(invo_professional_team) AS "Allocated Team",
           worker(invo_professional_id) AS "Allocated Worker"
    FROM ssd_involvements
    WHERE coalesce(invo_professional_role_id, 'Allocated social worker') = 'Allocated social worker'
        AND coalesce(invo_involvement_start_date <= as_at(), TRUE)
    QUALIFY row_number() OVER (PARTITION BY invo_person_id ORDER BY invo_involvement_start_date DESC NULLS LAST,
                                                                 invo_involvements_id DESC) = 1;

CREATE TEMP TABLE unaccompanied AS
    SELECT immi_person_id AS id,
           bool_or(by_then(immi_immigration_status_end_date) IS NULL
                   OR immi_immigration_status_end_date > year_ago()) AS lately
    FROM ssd_immigration_status
    WHERE immi_immigration_status = 'UASC' AND coalesce(immi_immigration_status_start_date <= as_at(), TRUE)
    GROUP BY immi_person_id;

CREATE TEMP VIEW list_1 AS
    SELECT child.*, cont_contact_date AS "Date of Contact", cont_contact_source_code AS "Contact Source"
    FROM ssd_contacts JOIN child ON "Child Unique ID" = cont_person_id
    WHERE lately(cont_contact_date)
    ORDER BY cont_contact_date, "Child Unique ID", cont_contact_id;

-- Assessments of the last six months and those going on; then what help goes on, or where no assessment is held any
-- help of those months, that no assessment of the child stands for.
CREATE TEMP VIEW list_2 AS
    WITH asked AS (
        SELECT ehas_person_id AS id, ehas_start_date AS began, by_then(ehas_completion_date) AS done, ehas_organisation AS who
        FROM local_early_help_assessments
        UNION ALL
        SELECT earl_person_id, earl_episode_start_date, by_then(earl_episode_end_date), earl_episode_organisation
        FROM ssd_early_help_episodes
        WHERE NOT EXISTS (FROM local_early_help_assessments)
            OR (by_then(earl_episode_end_date) IS NULL AND NOT EXISTS (
                FROM local_early_help_assessments
                WHERE ehas_person_id = earl_person_id AND ehas_start_date BETWEEN earl_episode_start_date AND as_at()))
    )
    SELECT child.*, began AS "Assessment start date", done AS "Assessment completion date",
           who AS "Organisation completing assessment"
    FROM asked JOIN child ON "Child Unique ID" = id
    WHERE began <= as_at() AND (lately(began) OR done IS NULL)
    ORDER BY began, "Child Unique ID", done;

CREATE TEMP VIEW list_3 AS
    SELECT child.*, cine_referral_date AS "Date of Referral", cine_referral_source_code AS "Referral Source",
           yes_no(cine_referral_nfa) AS "Referral NFA?",
           (SELECT count(*) FROM ssd_cin_episodes AS o
            WHERE o.cine_person_id = e.cine_person_id AND o.cine_referral_date < e.cine_referral_date
                AND o.cine_referral_date >= (e.cine_referral_date - INTERVAL 12 MONTH)::DATE)
               AS "Number of Referrals in Last 12 Months",
           team(cine_referral_team) AS "Allocated Team", worker(cine_referral_worker_id) AS "Allocated Worker"
    FROM ssd_cin_episodes AS e JOIN child ON "Child Unique ID" = cine_person_id
    WHERE lately(cine_referral_date)
    ORDER BY cine_referral_date, "Child Unique ID", cine_referral_id;

CREATE TEMP VIEW list_4 AS
    SELECT child.*, "Does the Child have a Disability", cina_assessment_start_date AS "Continuous Assessment Start Date",
           yes_no_unknown(cina_assessment_child_seen) AS "Child Seen During Continuous Assessment",
           by_then(cina_assessment_auth_date) AS "Continuous Assessment Date of Authorisation",
           CASE WHEN by_then(cina_assessment_auth_date) IS NOT NULL THEN
               CASE cina_assessment_outcome_nfa WHEN 'N' THEN 'a) Yes' WHEN 'Y' THEN 'b) No' END
               END AS "Was the child assessed as requiring LA children's social care support?",
           team(cina_assessment_team) AS "Allocated Team", worker(cina_assessment_worker_id) AS "Allocated Worker"
    FROM ssd_cin_assessments
    JOIN child ON "Child Unique ID" = cina_person_id JOIN disability ON id = cina_person_id
    WHERE cina_assessment_start_date <= as_at() AND open_or_lately(cina_assessment_auth_date)
    ORDER BY cina_assessment_start_date, "Child Unique ID", cina_assessment_id;

CREATE TEMP VIEW list_5 AS
    SELECT child.*, "Does the Child have a Disability",
           s47e_s47_start_date AS "Strategy discussion initiating Section 47 Enquiry Start Date",
           CASE WHEN by_then(s47e_s47_end_date) IS NOT NULL OR s47e_s47_end_date IS NULL
                THEN yes_no(s47e_s47_nfa) END AS "Was an Initial Child Protection Conference deemed unnecessary?",
           by_then(icpc_icpc_date) AS "Date of Initial Child Protection Conference",
           CASE WHEN icpc_icpc_date <= as_at() THEN yes_no(icpc_icpc_outcome_cp_flag)
                END AS "Did the Initial Child Protection Conference Result in a Child Protection Plan",
           (SELECT count(*) FROM ssd_s47_enquiry AS o
            WHERE o.s47e_person_id = e.s47e_person_id AND o.s47e_s47_start_date > year_ago()
                AND o.s47e_s47_start_date < e.s47e_s47_start_date) AS "Number of Section 47 Enquiries in the last 12 months",
           (SELECT count(*) FROM ssd_initial_cp_conference AS o
            WHERE o.icpc_person_id = e.s47e_person_id AND o.icpc_icpc_date > year_ago()
                AND o.icpc_icpc_date < e.s47e_s47_start_date) AS "Number of ICPCs in the last 12 months",
           team(s47e_s47_completed_by_team) AS "Allocated Team", worker(s47e_s47_completed_by_worker_id) AS "Allocated Worker"
    FROM ssd_s47_enquiry AS e
    JOIN child ON "Child Unique ID" = s47e_person_id JOIN disability ON id = s47e_person_id
    LEFT JOIN (FROM ssd_initial_cp_conference
               QUALIFY row_number() OVER (PARTITION BY icpc_s47_enquiry_id, icpc_person_id ORDER BY icpc_icpc_date) = 1)
        ON icpc_s47_enquiry_id = s47e_s47_enquiry_id AND icpc_person_id = s47e_person_id
    WHERE s47e_s47_start_date <= as_at() AND (lately(s47e_s47_start_date) OR by_then(s47e_s47_end_date) IS NULL)
    ORDER BY s47e_s47_start_date, "Child Unique ID", s47e_s47_enquiry_id;

-- Periods of care: over when an episode ends for a reason that is not X1.
CREATE TEMP TABLE care AS
    SELECT clae_cla_id AS cla_id, clae_person_id AS id, min(clae_entered_care_date) AS entered,
           max(by_then(clae_cla_episode_ceased_date)) FILTER (WHERE clae_cla_episode_ceased_reason IS DISTINCT FROM 'X1') AS "left"
    FROM ssd_cla_episodes
    WHERE clae_cla_episode_start_date <= as_at() AND clae_entered_care_date IS NOT NULL
    GROUP BY clae_cla_id, clae_person_id;

-- In a series of short breaks (V3, V4), which does not make a child one of those in care.
CREATE TEMP TABLE on_breaks AS
    SELECT DISTINCT lega_person_id AS id FROM ssd_legal_status
    WHERE lega_legal_status IN ('V3', 'V4') AND lega_legal_status_start_date <= as_at()
        AND by_then(lega_legal_status_end_date) IS NULL AND lega_person_id IS NOT NULL;

CREATE TEMP TABLE on_plan AS
    SELECT DISTINCT cppl_person_id AS id FROM ssd_cp_plans
    WHERE cppl_cp_plan_start_date <= as_at() AND by_then(cppl_cp_plan_end_date) IS NULL
        AND cppl_cp_plan_ola IS DISTINCT FROM 'Y';

CREATE TEMP TABLE last_seen AS
    SELECT cinv_person_id AS id, cinv_cin_visit_date AS seen FROM ssd_cin_visits WHERE cinv_cin_visit_seen = 'Y'
    UNION ALL SELECT cppv_person_id, cppv_cp_visit_date FROM ssd_cp_visits WHERE cppv_cp_visit_seen = 'Y'
    UNION ALL SELECT clav_person_id, clav_cla_visit_date FROM ssd_cla_visits WHERE clav_cla_visit_seen = 'Y';

-- One row a child: the latest episode open or closed lately; referrals that went no further are in list 3 alone.
CREATE TEMP VIEW list_6 AS
    WITH latest AS (
        FROM ssd_cin_episodes
        WHERE cine_referral_date <= as_at() AND cine_referral_nfa IS DISTINCT FROM 'Y' AND open_or_lately(cine_close_date)
        QUALIFY row_number() OVER (PARTITION BY cine_person_id ORDER BY cine_referral_date DESC, cine_referral_id) = 1
    )
    SELECT child.*, "Does the Child have a Disability", cine_referral_date AS "CIN Start Date",
           coalesce(cine_cin_primary_need_code, 'N0') AS "Primary Need Code",
           (SELECT max(seen) FROM last_seen AS s WHERE s.id = cine_person_id AND seen BETWEEN cine_referral_date AND as_at())
               AS "Date Child Was Last Seen",
           by_then(cine_close_date) AS "CIN Closure Date",
           CASE WHEN by_then(cine_close_date) IS NOT NULL THEN cine_close_reason END AS "Reason for Closure",
           CASE WHEN by_then(cine_close_date) IS NOT NULL THEN 'e) Closed episode'
                WHEN cine_person_id IN (SELECT id FROM care WHERE "left" IS NULL) AND cine_person_id NOT IN (FROM on_breaks)
                THEN 'a) Looked after child'
                WHEN cine_person_id IN (FROM on_plan) THEN 'b) Child Protection plan'
                WHEN cine_person_id IN (SELECT cinp_person_id FROM ssd_cin_plans
                                        WHERE cinp_cin_plan_start_date <= as_at()
                                            AND by_then(cinp_cin_plan_end_date) IS NULL) THEN 'c) Child in need plan'
                ELSE 'd) Open assessment' END AS "Case Status",
           "Allocated Team", "Allocated Worker"
    FROM latest
    JOIN child ON "Child Unique ID" = cine_person_id JOIN disability AS d ON d.id = cine_person_id
    LEFT JOIN holder AS h ON h.id = cine_person_id
    ORDER BY cine_referral_date, "Child Unique ID";

CREATE TEMP VIEW list_7 AS
    WITH visits AS (
        FROM ssd_cp_visits WHERE cppv_cp_visit_seen IS DISTINCT FROM 'N' AND cppv_cp_visit_date <= as_at()
        QUALIFY row_number() OVER (PARTITION BY cppv_cp_plan_id ORDER BY cppv_cp_visit_date DESC, cppv_cp_visit_id) = 1
    ), reviews AS (
        SELECT cppr_cp_plan_id, max(by_then(cppr_cp_review_date)) AS reviewed FROM ssd_cp_reviews GROUP BY cppr_cp_plan_id
    )
    SELECT child.*, "Does the Child have a Disability", cppl_cp_plan_start_date AS "Child Protection Plan Start Date",
           cppl_cp_plan_initial_category AS "Initial Category of Abuse",
           coalesce(cppl_cp_plan_latest_category, cppl_cp_plan_initial_category) AS "Latest Category of Abuse",
           cppv_cp_visit_date AS "Date of the Last Statutory Visit",
           CASE WHEN cppv_cp_visit_date IS NOT NULL THEN yes_no_unknown(cppv_cp_visit_seen_alone)
                END AS "Was the Child Seen Alone?",
           reviewed AS "Date of latest review conference",
           by_then(cppl_cp_plan_end_date) AS "Child Protection Plan End Date",
           CASE WHEN EXISTS (FROM ssd_legal_status WHERE lega_person_id = cppl_person_id
                                 AND lega_legal_status IN ('L1', 'L2') AND lately(lega_legal_status_start_date))
                THEN 'a) Yes' ELSE 'b) No'
                END AS "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
           coalesce(prcp_number, (SELECT count(*) FROM ssd_cp_plans AS o
                                  WHERE o.cppl_person_id = p.cppl_person_id
                                      AND o.cppl_cp_plan_start_date < p.cppl_cp_plan_start_date))
               AS "Number of Previous Child Protection Plans",
           "Allocated Team", "Allocated Worker"
    FROM ssd_cp_plans AS p
    JOIN child ON "Child Unique ID" = cppl_person_id JOIN disability AS d ON d.id = cppl_person_id
    LEFT JOIN holder AS h ON h.id = cppl_person_id
    LEFT JOIN visits ON cppv_cp_plan_id = cppl_cp_plan_id
    LEFT JOIN reviews ON cppr_cp_plan_id = cppl_cp_plan_id
    LEFT JOIN local_previous_cp_plans ON prcp_cp_plan_id = cppl_cp_plan_id
    WHERE cppl_cp_plan_start_date <= as_at() AND open_or_lately(cppl_cp_plan_end_date)
        AND cppl_cp_plan_ola IS DISTINCT FROM 'Y'
    ORDER BY cppl_cp_plan_start_date, "Child Unique ID", cppl_cp_plan_id;

CREATE TEMP MACRO plan_words(said) AS CASE
    WHEN said ->> 'RETURN1M' = 'Y' OR said ->> 'RETURN6M' = 'Y' OR said ->> 'RETURNEV' = 'Y' THEN 'a) Return to family'
    WHEN said ->> 'ADOPTION' = 'Y' THEN 'b) Adoption' WHEN said ->> 'LTRELFR' = 'Y' THEN 'c) SGO/CAO'
    WHEN said ->> 'SUPPLIV' = 'Y' THEN 'd) Supported living in the community'
    WHEN said ->> 'RESPLMT' = 'Y' THEN 'e) Long-term residential placement'
    WHEN said ->> 'LTFOST18' = 'Y' THEN 'f) Long-term fostering'
    WHEN said ->> 'REMAINSUP' = 'Y' OR said ->> 'OTHERPLN' = 'Y' THEN 'g) Other' END;

-- One row a child: the latest period of care, in a series of short breaks or not at all.
CREATE TEMP VIEW list_8 AS
    WITH latest AS (
        FROM care WHERE "left" IS NULL OR "left" > six_months_ago()
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY entered DESC, cla_id) = 1
    ), episode AS (
        FROM ssd_cla_episodes WHERE clae_cla_episode_start_date <= as_at()
        QUALIFY row_number() OVER (PARTITION BY clae_cla_id
                                   ORDER BY clae_cla_episode_start_date DESC, clae_cla_episode_id) = 1
    ), placement AS (
        FROM ssd_cla_placement WHERE coalesce(clap_cla_placement_start_date <= as_at(), TRUE)
        QUALIFY row_number() OVER (PARTITION BY clap_cla_id
                                   ORDER BY clap_cla_placement_start_date DESC NULLS LAST, clap_cla_placement_id) = 1
    ), area AS (
        FROM local_placement_areas QUALIFY row_number() OVER (PARTITION BY plar_placement_id ORDER BY plar_id) = 1
    ), status AS (
        SELECT l.*, c.cla_id FROM ssd_legal_status AS l JOIN latest AS c ON c.id = lega_person_id
        WHERE coalesce(lega_legal_status_start_date BETWEEN entered AND as_at(), TRUE)
        QUALIFY row_number() OVER (PARTITION BY c.cla_id
                                   ORDER BY lega_legal_status_start_date DESC NULLS LAST, lega_legal_status_id) = 1
    ), plan AS (
        SELECT p.*, c.cla_id FROM ssd_cla_care_plan AS p JOIN latest AS c ON c.id = lacp_person_id
        WHERE coalesce(lacp_cla_care_plan_start_date BETWEEN entered AND as_at(), TRUE)
        QUALIFY row_number() OVER (PARTITION BY c.cla_id
                                   ORDER BY lacp_cla_care_plan_start_date DESC NULLS LAST, lacp_table_id) = 1
    ), health AS (
        SELECT cla_id,
               max(clah_health_check_date) FILTER (WHERE NOT contains(upper(clah_health_check_type), 'DENTAL')) AS assessed,
               max(clah_health_check_date) FILTER (WHERE contains(upper(clah_health_check_type), 'DENTAL')) AS teeth
        FROM ssd_cla_health JOIN latest AS c ON c.id = clah_person_id
        WHERE clah_health_check_date BETWEEN entered AND as_at() AND coalesce(clah_health_check_status = 'Completed', TRUE)
        GROUP BY cla_id
    ), away AS (
        SELECT miss_person_id AS id,
               count(*) FILTER (WHERE starts_with(miss_missing_episode_type, 'M') AND miss_missing_episode_start_date > year_ago()) AS missing,
               count(*) FILTER (WHERE starts_with(miss_missing_episode_type, 'A') AND miss_missing_episode_start_date > year_ago()) AS absent,
               arg_max(yes_no_unknown(miss_missing_rhi_offered), miss_missing_episode_start_date) AS offered,
               arg_max(yes_no_unknown(miss_missing_rhi_accepted), miss_missing_episode_start_date) AS accepted
        FROM ssd_missing WHERE miss_missing_episode_start_date <= as_at() GROUP BY miss_person_id
    )
    SELECT child.*,
           CASE WHEN u.lately THEN 'a) Yes' ELSE 'b) No'
                END AS "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
           "Does the Child have a Disability", entered AS "Date Started to be Looked After",
           clae_cla_primary_need_code AS "Child's Category of Need",
           CASE WHEN (SELECT count(*) FROM care AS o WHERE o.id = c.id AND o.entered > year_ago()) > 1 THEN 'a) Yes' ELSE 'b) No'
                END AS "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
           lega_legal_status_start_date AS "Start date of current legal status", lega_legal_status AS "Child's Legal Status",
           (SELECT max(clar_cla_review_date) FROM ssd_cla_reviews
            WHERE clar_cla_id = c.cla_id AND clar_cla_review_date <= as_at() AND clar_cla_review_cancelled IS DISTINCT FROM 'Y')
               AS "Date of Latest Statutory Review",
           (SELECT max(clav_cla_visit_date) FROM ssd_cla_visits WHERE clav_cla_id = c.cla_id AND clav_cla_visit_date <= as_at())
               AS "Date of Last Social Work Visit",
           plan_words(lacp_cla_care_plan_json) AS "What is the permanence plan for this child?",
           by_then(clae_cla_last_iro_contact_date) AS "Date of Last IRO Visit / Contact to the Child",
           assessed AS "Date of Last Health Assessment", teeth AS "Date of Last Dental Check",
           (SELECT count(*) FROM ssd_cla_placement AS o
            WHERE o.clap_cla_id = c.cla_id AND coalesce(o.clap_cla_placement_start_date <= as_at(), TRUE)
                AND (by_then(o.clap_cla_placement_end_date) IS NULL OR o.clap_cla_placement_end_date > year_ago()))
               AS "Number of Placements in the Last 12 months",
           "left" AS "Date Ceased to be Looked After",
           CASE WHEN "left" IS NOT NULL THEN clae_cla_episode_ceased_reason END AS "Reason Ceased to be Looked After",
           clap_cla_placement_start_date AS "Start Date of Most Recent Placement",
           clap_cla_placement_type AS "Placement Type", clap_cla_placement_provider AS "Placement Provider",
           clap_cla_placement_postcode AS "Placement postcode", clap_cla_placement_urn AS "URN of Placement",
           plar_location AS "Placement Location", plar_authority AS "LA of Placement",
           coalesce(missing, 0) AS "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
           coalesce(absent, 0) AS "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
           offered AS "Was the child offered a Return Interview after their last missing episode (Y/N)?",
           accepted AS "Did the child accept a Return Interview after their last missing episode (Y/N)?",
           "Allocated Team", "Allocated Worker"
    FROM latest AS c
    JOIN child ON "Child Unique ID" = c.id JOIN disability AS d ON d.id = c.id
    JOIN episode ON clae_cla_id = c.cla_id
    LEFT JOIN holder AS h ON h.id = c.id
    LEFT JOIN placement ON clap_cla_id = c.cla_id
    LEFT JOIN area ON plar_placement_id = clap_cla_placement_id
    LEFT JOIN status ON status.cla_id = c.cla_id
    LEFT JOIN plan ON plan.cla_id = c.cla_id
    LEFT JOIN health ON health.cla_id = c.cla_id
    LEFT JOIN away ON away.id = c.id
    LEFT JOIN unaccompanied AS u ON u.id = c.id
    WHERE coalesce(lega_legal_status, '') NOT IN ('V3', 'V4')
    ORDER BY entered, "Child Unique ID";

CREATE TEMP VIEW list_9 AS
    SELECT child.*,
           CASE WHEN u.id IS NOT NULL THEN 'a) Yes' ELSE 'b) No'
                END AS "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
           "Does the Child have a Disability", team(clea_care_leaver_allocated_team) AS "Allocated Team",
           worker(clea_care_leaver_worker_id) AS "Allocated Worker",
           clea_care_leaver_personal_advisor AS "Allocated Personal Advisor",
           clea_care_leaver_eligibility AS "Eligibility Category",
           by_then(clea_pathway_plan_review_date) AS "Latest Pathway Plan Review Date",
           clea_care_leaver_in_touch AS "LA in Touch", by_then(clea_care_leaver_latest_contact) AS "Latest Date of Contact",
           clea_care_leaver_accommodation AS "Type of Accommodation",
           clea_care_leaver_accom_suitable AS "Suitability of Accommodation", clea_care_leaver_activity AS "Activity Status"
    FROM ssd_care_leavers
    JOIN child ON "Child Unique ID" = clea_person_id JOIN disability AS d ON d.id = clea_person_id
    LEFT JOIN unaccompanied AS u ON u.id = clea_person_id
    ORDER BY "Child Unique ID", clea_table_id;

-- Decided and not yet adopted, or adopted or decided against in the last twelve months.
CREATE TEMP VIEW list_10 AS
    SELECT child.* EXCLUDE ("Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"),
           fami_family_id AS "Family identifier", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)",
           "Does the Child have a Disability", entered AS "Date the Child Entered Care",
           perm_adm_decision_date AS "Date of Decision that Child Should be Placed for Adoption",
           by_then(perm_placement_order_date) AS "Date of Placement Order",
           by_then(perm_matched_date) AS "Date of Matching Child and Prospective Adopters",
           by_then(perm_placed_for_adoption_date) AS "Date Placed for Adoption",
           by_then(perm_permanence_order_date) AS "Date of Adoption Order",
           by_then(perm_decision_reversed_date) AS "Date of Decision that Child Should No Longer be Placed for Adoption",
           CASE WHEN by_then(perm_decision_reversed_date) IS NOT NULL THEN perm_decision_reversed_reason
                END AS "Reason Why Child No Longer Placed for Adoption",
           by_then(perm_placed_ffa_cp_date) AS "Date the child was placed for fostering in FFA or concurrent planning placement"
    FROM ssd_permanence
    JOIN child ON "Child Unique ID" = perm_person_id JOIN disability AS d ON d.id = perm_person_id
    LEFT JOIN care ON cla_id = perm_cla_id
    LEFT JOIN (SELECT fami_person_id, min(fami_family_id) AS fami_family_id FROM ssd_family GROUP BY ALL) AS f
        ON fami_person_id = perm_person_id
    WHERE perm_adm_decision_date <= as_at()
        AND coalesce(coalesce(by_then(perm_permanence_order_date), by_then(perm_decision_reversed_date)) > year_ago(), TRUE)
    ORDER BY perm_adm_decision_date, "Child Unique ID", perm_table_id;

-- Everybody in touch with the agency in the last twelve months.
CREATE TEMP VIEW list_11 AS
    SELECT adop_id AS "Individual adopter identifier", adop_family_id AS "Family identifier", adop_sex AS "Gender",
           coalesce(adop_ethnicity, 'u) UNKNOWN') AS "Ethnicity", yes_no(adop_disability) AS "Disability",
           yes_no(adop_fostering_for_adoption) AS "Is the (prospective) adopter fostering for adoption?",
           adop_enquiry_date AS "Date enquiry received", by_then(adop_stage1_start_date) AS "Date Stage 1 started",
           by_then(adop_stage1_end_date) AS "Date Stage 1 ended", by_then(adop_stage2_start_date) AS "Date Stage 2 started",
           by_then(adop_stage2_end_date) AS "Date Stage 2 ended", by_then(adop_application_date) AS "Date application submitted",
           by_then(adop_approved_date) AS "Date application approved",
           by_then(adop_matched_date) AS "Date adopter matched with child(ren)",
           by_then(adop_placed_date) AS "Date child/children placed with adopter(s)",
           CASE WHEN by_then(adop_placed_date) IS NOT NULL THEN adop_children_placed END AS "No. of children placed",
           by_then(adop_order_date) AS "Date of Adoption Order", by_then(adop_left_date) AS "Date of leaving adoption process",
           CASE WHEN by_then(adop_left_date) IS NOT NULL THEN adop_left_reason END AS "Reason for leaving adoption process"
    FROM local_prospective_adopters
    WHERE coalesce(adop_enquiry_date <= as_at(), TRUE)
        AND coalesce(coalesce(by_then(adop_order_date), by_then(adop_left_date)) > year_ago(), TRUE)
    ORDER BY adop_enquiry_date, adop_id;
