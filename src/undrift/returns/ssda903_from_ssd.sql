-- SSD tables as the tables of SSDA903 (w_header, w_episodes ...), for the return whose first and last days are given
-- by first_day() and last_day_of_return(). What has not happened by the last day is blank.

CREATE MACRO by_then(day) AS CASE WHEN day <= last_day_of_return() THEN day END;
CREATE MACRO in_year(started, ended) AS
    coalesce(started <= last_day_of_return(), TRUE) AND coalesce(ended >= first_day(), TRUE);

-- A postcode as people write it; the home address known of on a day.
CREATE MACRO spaced(postcode) AS regexp_replace(replace(postcode, ' ', ''), '(.)(.{3})$', '\1 \2');
CREATE MACRO home_on(child, day) AS (
    SELECT arg_max(spaced(addr_address_postcode), coalesce(addr_address_start_date, DATE '0001-01-01'))
    FROM ssd_address
    WHERE addr_person_id = child AND lower(addr_address_type) = 'home'
        AND coalesce(addr_address_start_date, DATE '0001-01-01') <= day);

CREATE VIEW w_episodes AS
    SELECT clae_person_id AS CHILD, clae_cla_episode_start_date AS DECOM, clae_cla_episode_start_reason AS RNE,
           lega_legal_status AS LS, clae_cla_primary_need_code AS CIN, clap_cla_placement_type AS PLACE,
           clap_cla_placement_provider AS PLACE_PROVIDER, by_then(clae_cla_episode_ceased_date) AS DEC,
           CASE WHEN clae_cla_episode_ceased_date <= last_day_of_return() THEN clae_cla_episode_ceased_reason END AS REC,
           -- The reason belongs to the episode with which the placement ended.
           CASE WHEN clap_cla_placement_end_date = clae_cla_episode_ceased_date
                     AND clae_cla_episode_ceased_date <= last_day_of_return()
                THEN clap_cla_placement_change_reason END AS REASON_PLACE_CHANGE,
           home_on(clae_person_id, clae_cla_episode_start_date) AS HOME_POST,
           clap_cla_placement_postcode AS PL_POST, clap_cla_placement_urn AS URN
    FROM ssd_cla_episodes AS e
    LEFT JOIN ssd_cla_placement AS p ON p.clap_cla_placement_id = e.clae_cla_placement_id
    LEFT JOIN ssd_legal_status AS l
        ON l.lega_person_id = e.clae_person_id
        AND coalesce(l.lega_legal_status_start_date, DATE '0001-01-01') <= e.clae_cla_episode_start_date
        AND coalesce(l.lega_legal_status_end_date, DATE '9999-12-31')
            >= coalesce(e.clae_cla_episode_ceased_date, DATE '9999-12-31')
    WHERE in_year(clae_cla_episode_start_date, clae_cla_episode_ceased_date)
        AND clae_cla_episode_start_date IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY clae_cla_episode_id
                               ORDER BY lega_legal_status_start_date DESC NULLS LAST, clap_cla_placement_id) = 1;

CREATE VIEW w_children AS SELECT DISTINCT CHILD FROM w_episodes;

CREATE VIEW w_oc3 AS
    SELECT clea_person_id AS CHILD, pers_dob AS DOB, clea_care_leaver_in_touch AS IN_TOUCH,
           coalesce(clea_care_leaver_activity, '') AS ACTIV,
           coalesce(clea_care_leaver_accommodation || coalesce(clea_care_leaver_accom_suitable, '1'), '') AS ACCOM
    FROM ssd_care_leavers LEFT JOIN ssd_person ON pers_person_id = clea_person_id
    WHERE clea_care_leaver_in_touch IS NOT NULL;

CREATE VIEW w_header AS
    SELECT pers_person_id AS CHILD, pers_sex AS SEX, pers_dob AS DOB, pers_ethnicity AS ETHNIC,
           coalesce(pers_upn, pers_upn_unknown) AS UPN, pers_is_mother AS MOTHER,
           -- Only the first child's.
           (SELECT min(moth_childs_dob) FROM ssd_mother
            WHERE moth_person_id = pers_person_id AND moth_childs_dob <= last_day_of_return()) AS MC_DOB
    FROM ssd_person
    WHERE pers_person_id IN (FROM w_children) OR pers_person_id IN (SELECT CHILD FROM w_oc3);

CREATE VIEW w_reviews AS
    SELECT DISTINCT clar_cla_review_id, clae_person_id AS CHILD, pers_dob AS DOB, clar_cla_review_date AS REVIEW,
           clar_cla_review_participation AS REVIEW_CODE
    FROM ssd_cla_reviews AS r
    JOIN ssd_cla_episodes AS e ON e.clae_cla_id = r.clar_cla_id
    LEFT JOIN ssd_person ON pers_person_id = clae_person_id
    WHERE clar_cla_review_date BETWEEN first_day() AND last_day_of_return()
        AND clar_cla_review_cancelled IS DISTINCT FROM 'Y' AND clae_person_id IN (FROM w_children);

CREATE VIEW w_uasc AS
    SELECT immi_person_id AS CHILD, pers_dob AS DOB, pers_sex AS SEX, by_then(immi_immigration_status_end_date) AS DUC
    FROM ssd_immigration_status LEFT JOIN ssd_person ON pers_person_id = immi_person_id
    WHERE immi_immigration_status = 'UASC' AND immi_person_id IN (FROM w_children)
        AND in_year(immi_immigration_status_start_date, immi_immigration_status_end_date);

CREATE VIEW w_missing AS
    SELECT miss_person_id AS CHILD, pers_dob AS DOB, miss_missing_episode_type[1:1] AS MISSING,
           miss_missing_episode_start_date AS MIS_START, by_then(miss_missing_episode_end_date) AS MIS_END
    FROM ssd_missing LEFT JOIN ssd_person ON pers_person_id = miss_person_id
    WHERE miss_person_id IN (FROM w_children) AND miss_missing_episode_start_date IS NOT NULL
        AND in_year(miss_missing_episode_start_date, miss_missing_episode_end_date);

CREATE VIEW w_ad1 AS
    SELECT perm_person_id AS CHILD, pers_dob AS DOB, perm_adm_decision_date AS DATE_INT, perm_matched_date AS DATE_MATCH,
           perm_adopted_by_carer_flag AS FOSTER_CARE, perm_number_of_adopters AS NB_ADOPTR, perm_adopter_sex AS SEX_ADOPTR,
           perm_adopter_legal_status AS LS_ADOPTR
    FROM ssd_permanence LEFT JOIN ssd_person ON pers_person_id = perm_person_id
    WHERE perm_permanence_order_type = 'Adoption' AND perm_adm_decision_date IS NOT NULL
        AND perm_permanence_order_date BETWEEN first_day() AND last_day_of_return();

-- DATE_PLACED is the day of the decision, whatever its name.
CREATE VIEW w_placedadoption AS
    SELECT perm_person_id AS CHILD, pers_dob AS DOB, perm_adm_decision_date AS DATE_PLACED,
           by_then(perm_decision_reversed_date) AS DATE_PLACED_CEASED,
           CASE WHEN perm_decision_reversed_date <= last_day_of_return() THEN perm_decision_reversed_reason END
               AS REASON_PLACED_CEASED
    FROM ssd_permanence LEFT JOIN ssd_person ON pers_person_id = perm_person_id
    WHERE perm_adm_decision_date <= last_day_of_return() AND perm_person_id IN (FROM w_children);

CREATE VIEW w_swepisodes AS
    SELECT invo_person_id AS CHILD, pers_dob AS DOB, coalesce(prof_social_worker_registration_no, 'XX1234567890') AS SW_ID,
           invo_involvement_start_date AS SW_DECOM, by_then(invo_involvement_end_date) AS SW_DEC,
           invo_worker_change_reason AS SW_REASON
    FROM ssd_involvements
    LEFT JOIN ssd_professionals ON prof_professional_id = invo_professional_id
    LEFT JOIN ssd_person ON pers_person_id = invo_person_id
    WHERE invo_professional_role_id = 'Allocated social worker' AND invo_person_id IN (FROM w_children)
        AND in_year(invo_involvement_start_date, invo_involvement_end_date) AND invo_involvement_start_date IS NOT NULL;

CREATE VIEW w_oc2 AS
    SELECT oc2_person_id AS CHILD, pers_dob AS DOB, oc2_sdq_score AS SDQ_SCORE, oc2_sdq_reason AS SDQ_REASON,
           oc2_convicted AS CONVICTED, oc2_health_check AS HEALTH_CHECK, oc2_immunisations AS IMMUNISATIONS,
           oc2_teeth_check AS TEETH_CHECK, oc2_health_assessment AS HEALTH_ASSESSMENT,
           oc2_substance_misuse AS SUBSTANCE_MISUSE, oc2_intervention_received AS INTERVENTION_RECEIVED,
           oc2_intervention_offered AS INTERVENTION_OFFERED
    FROM local_annual_health LEFT JOIN ssd_person ON pers_person_id = oc2_person_id
    WHERE oc2_year = year(last_day_of_return()) AND oc2_person_id IN (FROM w_children);

CREATE VIEW w_prevperm AS
    SELECT lapp_person_id AS CHILD, pers_dob AS DOB, lapp_previous_permanence_option AS PREV_PERM,
           lapp_previous_permanence_la AS LA_PERM, lapp_previous_permanence_order_date AS DATE_PERM
    FROM ssd_cla_previous_permanence LEFT JOIN ssd_person ON pers_person_id = lapp_person_id
    WHERE lapp_person_id IN (FROM w_children);

CREATE VIEW w_dolo AS
    SELECT dolo_person_id AS CHILD, pers_dob AS DOB, dolo_start_date AS DOLO_START, by_then(dolo_end_date) AS DOLO_END
    FROM local_deprivation_of_liberty LEFT JOIN ssd_person ON pers_person_id = dolo_person_id
    WHERE dolo_person_id IN (FROM w_children) AND dolo_start_date IS NOT NULL
        AND in_year(dolo_start_date, dolo_end_date);
