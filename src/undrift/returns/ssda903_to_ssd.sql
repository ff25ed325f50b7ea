-- The tables of SSDA903 (r_header, r_episodes ...) as tables of the SSD. Ids that the return lacks are made from what
-- the row says, so that the same rows get the same ids in whatever order they come.

CREATE MACRO made_id(of_what, child, day, n) AS
    '903:' || of_what || ':' || child || ':' || coalesce(strftime(day, '%Y-%m-%d'), 'undated') || ':' || n;

CREATE TABLE ssd_person AS
    SELECT CHILD AS pers_person_id, SEX AS pers_sex, ETHNIC AS pers_ethnicity, DOB AS pers_dob,
           CASE WHEN regexp_matches(upper(UPN), '^UN[0-9]$') THEN upper(UPN) END AS pers_upn_unknown,
           CASE WHEN NOT regexp_matches(upper(UPN), '^UN[0-9]$') THEN upper(UPN) END AS pers_upn,
           MOTHER AS pers_is_mother, _file, _sheet, _row
    FROM r_header;

-- Where a period of care, a placement and a legal status begin. The return holds the episodes of its year: a child
-- whose first episode here did not start care came in earlier, on a day the return does not say.
CREATE TABLE episodes AS
    WITH ordered AS (
        SELECT *, row_number() OVER child AS n, lag(REC) OVER child AS before_rec, lag(LS) OVER child AS before_ls,
               lag((PLACE, PLACE_PROVIDER, PL_POST, URN)) OVER child AS before_place
        FROM r_episodes
        WINDOW child AS (PARTITION BY CHILD ORDER BY DECOM, DEC NULLS LAST, RNE, LS, PLACE, REC)
    ), begun AS (
        SELECT *, n = 1 OR RNE = 'S' OR coalesce(before_rec, 'X1') <> 'X1' AS new_care
        FROM ordered
    ), changed AS (
        SELECT *,
               new_care OR coalesce(RNE IN ('P', 'T', 'B', 'U'), FALSE)
                   OR (PLACE, PLACE_PROVIDER, PL_POST, URN) IS DISTINCT FROM before_place AS new_place,
               new_care OR coalesce(RNE IN ('L', 'B', 'U'), FALSE) OR LS IS DISTINCT FROM before_ls AS new_status
        FROM begun
    )
    SELECT *,
           sum(new_care::INT) OVER child AS care_no,
           sum(new_place::INT) OVER child AS place_no,
           sum(new_status::INT) OVER child AS status_no,
           row_number() OVER (PARTITION BY CHILD, DECOM ORDER BY n) AS of_day
    FROM changed
    WINDOW child AS (PARTITION BY CHILD ORDER BY n ROWS UNBOUNDED PRECEDING);

CREATE TABLE care AS
    SELECT CHILD, care_no, min(DECOM) AS seen_from,
           first(RNE ORDER BY n) = 'S' AS start_known,
           CASE WHEN first(RNE ORDER BY n) = 'S' THEN min(DECOM) END AS entered,
           last(DEC ORDER BY n) AS ended,
           made_id('C', CHILD, min(DECOM), min(of_day)) AS cla_id
    FROM episodes GROUP BY CHILD, care_no;

CREATE TABLE ssd_cla_placement AS
    SELECT made_id('P', CHILD, min(e.DECOM), first(of_day ORDER BY n)) AS clap_cla_placement_id,
           -- A first episode that is no change of placement belongs to one begun before the return.
           CASE WHEN NOT first(new_care ORDER BY n) OR first(RNE ORDER BY n) IN ('S', 'P', 'T', 'B', 'U')
                THEN min(e.DECOM) END AS clap_cla_placement_start_date,
           first(PLACE ORDER BY n) AS clap_cla_placement_type, first(URN ORDER BY n) AS clap_cla_placement_urn,
           first(cla_id) AS clap_cla_id, first(PLACE_PROVIDER ORDER BY n) AS clap_cla_placement_provider,
           first(PL_POST ORDER BY n) AS clap_cla_placement_postcode,
           arg_max_null(DEC, n) AS clap_cla_placement_end_date,
           arg_max_null(REASON_PLACE_CHANGE, n) AS clap_cla_placement_change_reason,
           CHILD AS clap_person_id, place_no,
           first(_file ORDER BY n) AS _file, first(_sheet ORDER BY n) AS _sheet, first(_row ORDER BY n) AS _row
    FROM episodes AS e JOIN care USING (CHILD, care_no)
    GROUP BY CHILD, place_no;

CREATE TABLE ssd_legal_status AS
    SELECT made_id('L', CHILD, min(DECOM), first(of_day ORDER BY n)) AS lega_legal_status_id, CHILD AS lega_person_id,
           first(LS ORDER BY n) AS lega_legal_status,
           CASE WHEN NOT first(new_care ORDER BY n) OR first(RNE ORDER BY n) IN ('S', 'L', 'B', 'U')
                THEN min(DECOM) END AS lega_legal_status_start_date,
           arg_max_null(DEC, n) AS lega_legal_status_end_date,
           first(_file ORDER BY n) AS _file, first(_sheet ORDER BY n) AS _sheet, first(_row ORDER BY n) AS _row
    FROM episodes
    GROUP BY CHILD, status_no;

CREATE TABLE ssd_cla_episodes AS
    SELECT made_id('E', CHILD, DECOM, of_day) AS clae_cla_episode_id, CHILD AS clae_person_id,
           DECOM AS clae_cla_episode_start_date, RNE AS clae_cla_episode_start_reason,
           CIN AS clae_cla_primary_need_code, DEC AS clae_cla_episode_ceased_date,
           REC AS clae_cla_episode_ceased_reason, cla_id AS clae_cla_id,
           clap_cla_placement_id AS clae_cla_placement_id, entered AS clae_entered_care_date,
           e._file, e._sheet, e._row
    FROM episodes AS e
    JOIN care USING (CHILD, care_no)
    JOIN ssd_cla_placement AS p ON p.clap_person_id = e.CHILD AND p.place_no = e.place_no;

-- A review belongs to the period of care it was held in.
CREATE TABLE ssd_cla_reviews AS
    SELECT made_id('R', r.CHILD, REVIEW, row_number() OVER (PARTITION BY r.CHILD, REVIEW ORDER BY REVIEW_CODE))
               AS clar_cla_review_id,
           cla_id AS clar_cla_id, REVIEW AS clar_cla_review_date, REVIEW_CODE AS clar_cla_review_participation,
           _file, _sheet, _row
    FROM r_reviews AS r
    LEFT JOIN care AS c ON c.CHILD = r.CHILD AND REVIEW >= seen_from AND REVIEW <= coalesce(ended, DATE '9999-12-31')
    QUALIFY row_number() OVER (PARTITION BY r._file, r._row ORDER BY seen_from DESC) = 1;

CREATE TABLE ssd_missing AS
    SELECT made_id('M', CHILD, MIS_START, row_number() OVER (PARTITION BY CHILD, MIS_START ORDER BY MIS_END, MISSING))
               AS miss_table_id,
           CHILD AS miss_person_id, MIS_START AS miss_missing_episode_start_date,
           MISSING AS miss_missing_episode_type, MIS_END AS miss_missing_episode_end_date, _file, _sheet, _row
    FROM r_missing;

CREATE TABLE ssd_immigration_status AS
    SELECT CHILD AS immi_person_id,
           made_id('U', CHILD, DUC, row_number() OVER (PARTITION BY CHILD, DUC ORDER BY _row))
               AS immi_immigration_status_id,
           'UASC' AS immi_immigration_status, DUC AS immi_immigration_status_end_date, _file, _sheet, _row
    FROM r_uasc;

CREATE TABLE ssd_care_leavers AS
    SELECT made_id('V', CHILD, NULL, row_number() OVER (PARTITION BY CHILD ORDER BY IN_TOUCH, ACTIV, ACCOM))
               AS clea_table_id,
           CHILD AS clea_person_id, IN_TOUCH AS clea_care_leaver_in_touch, ACCOM[1:1] AS clea_care_leaver_accommodation,
           ACCOM[2:2] AS clea_care_leaver_accom_suitable, ACTIV AS clea_care_leaver_activity, _file, _sheet, _row
    FROM r_oc3;

-- DATE_PLACED is, whatever its name, the day of the decision, as DATE_INT is. The day the child moved in is the start
-- of the first placement for adoption (A3 to A6) on or after it.
CREATE TABLE decisions AS
    SELECT coalesce(p.CHILD, a.CHILD) AS CHILD, coalesce(p.DATE_PLACED, a.DATE_INT) AS decided,
           p.DATE_PLACED_CEASED AS reversed, p.REASON_PLACED_CEASED AS why_reversed,
           a.DATE_MATCH, a.FOSTER_CARE, a.NB_ADOPTR, a.SEX_ADOPTR, a.LS_ADOPTR, a.CHILD IS NOT NULL AS adopted,
           coalesce(p._file, a._file) AS _file, coalesce(p._sheet, a._sheet) AS _sheet, coalesce(p._row, a._row) AS _row
    FROM r_placedadoption AS p
    FULL JOIN r_ad1 AS a ON a.CHILD = p.CHILD AND a.DATE_INT = p.DATE_PLACED;

CREATE TABLE orders AS
    SELECT CHILD, DEC AS made_on, cla_id, REC,
           CASE WHEN REC IN ('E11', 'E12') THEN 'Adoption' WHEN REC = 'E41' THEN 'Child Arrangements Order/Residence Order'
                ELSE 'Special Guardianship' END AS kind,
           _file, _sheet, _row
    FROM episodes JOIN care USING (CHILD, care_no)
    WHERE REC IN ('E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48') AND DEC IS NOT NULL;

CREATE TABLE adoptions AS
    SELECT d.*, o.made_on, o.kind, coalesce(o.cla_id, c.cla_id) AS cla_id,
           (SELECT min(clap_cla_placement_start_date) FROM ssd_cla_placement AS p
            WHERE p.clap_person_id = d.CHILD AND p.clap_cla_placement_type IN ('A3', 'A4', 'A5', 'A6')
              AND p.clap_cla_placement_start_date >= d.decided
              AND p.clap_cla_placement_start_date <= coalesce(d.reversed, DATE '9999-12-31')) AS moved_in
    FROM decisions AS d
    LEFT JOIN orders AS o ON o.CHILD = d.CHILD AND o.kind = 'Adoption' AND o.made_on >= d.decided AND d.reversed IS NULL
    LEFT JOIN care AS c ON c.CHILD = d.CHILD AND d.decided <= coalesce(c.ended, DATE '9999-12-31')
    -- A decision may come before the first episode of the year: it belongs to the earliest care not over by then.
    QUALIFY row_number() OVER (PARTITION BY d.CHILD, d.decided, d._file, d._row ORDER BY o.made_on, c.seen_from) = 1;

CREATE TABLE ssd_permanence AS
    SELECT made_id('A', CHILD, decided, row_number() OVER (PARTITION BY CHILD, decided ORDER BY reversed)) AS perm_table_id,
           CHILD AS perm_person_id, cla_id AS perm_cla_id, decided AS perm_adm_decision_date,
           moved_in AS perm_placed_for_adoption_date, DATE_MATCH AS perm_matched_date,
           FOSTER_CARE AS perm_adopted_by_carer_flag, reversed AS perm_decision_reversed_date,
           why_reversed AS perm_decision_reversed_reason, made_on AS perm_permanence_order_date,
           kind AS perm_permanence_order_type, SEX_ADOPTR AS perm_adopter_sex,
           LS_ADOPTR AS perm_adopter_legal_status, NB_ADOPTR AS perm_number_of_adopters, _file, _sheet, _row
    FROM adoptions
    UNION ALL BY NAME
    SELECT made_id('O', CHILD, made_on, 1) AS perm_table_id, CHILD AS perm_person_id, cla_id AS perm_cla_id,
           made_on AS perm_permanence_order_date, kind AS perm_permanence_order_type, _file, _sheet, _row
    FROM orders AS o
    WHERE NOT EXISTS (SELECT 1 FROM adoptions AS a WHERE a.CHILD = o.CHILD AND a.made_on = o.made_on AND a.kind = o.kind);

CREATE TABLE ssd_professionals AS
    SELECT SW_ID AS prof_professional_id, SW_ID AS prof_social_worker_registration_no,
           first(_file ORDER BY _row) AS _file, first(_sheet ORDER BY _row) AS _sheet, min(_row) AS _row
    FROM r_swepisodes WHERE NOT starts_with(upper(SW_ID), 'XX') GROUP BY SW_ID;

CREATE TABLE ssd_involvements AS
    SELECT made_id('W', CHILD, SW_DECOM, row_number() OVER (PARTITION BY CHILD, SW_DECOM ORDER BY SW_DEC, SW_ID))
               AS invo_involvements_id,
           CASE WHEN NOT starts_with(upper(SW_ID), 'XX') THEN SW_ID END AS invo_professional_id,
           'Allocated social worker' AS invo_professional_role_id, SW_DECOM AS invo_involvement_start_date,
           SW_DEC AS invo_involvement_end_date, SW_REASON AS invo_worker_change_reason, CHILD AS invo_person_id,
           _file, _sheet, _row
    FROM r_swepisodes;

-- The return gives the home postcode with each episode, and not since when: only a change of it has a day.
CREATE TABLE ssd_address AS
    WITH said AS (
        SELECT CHILD, DECOM, upper(replace(HOME_POST, ' ', '')) AS postcode, n, _file, _sheet, _row
        FROM episodes WHERE HOME_POST IS NOT NULL
    ), changed AS (
        SELECT *, lag(postcode) OVER child AS before, row_number() OVER child AS m
        FROM said WINDOW child AS (PARTITION BY CHILD ORDER BY n)
    )
    SELECT made_id('H', CHILD, CASE WHEN m > 1 THEN DECOM END,
                   row_number() OVER (PARTITION BY CHILD, CASE WHEN m > 1 THEN DECOM END ORDER BY n)) AS addr_table_id,
           CHILD AS addr_person_id, 'home' AS addr_address_type, CASE WHEN m > 1 THEN DECOM END AS addr_address_start_date,
           postcode AS addr_address_postcode, _file, _sheet, _row
    FROM changed WHERE postcode IS DISTINCT FROM before;

-- The return knows when the young mother's child was born, and not who the child is.
CREATE TABLE ssd_mother AS
    SELECT made_id('B', CHILD, MC_DOB, row_number() OVER (PARTITION BY CHILD, MC_DOB ORDER BY _row)) AS moth_table_id,
           CHILD AS moth_person_id, MC_DOB AS moth_childs_dob, _file, _sheet, _row
    FROM r_header WHERE MC_DOB IS NOT NULL;

CREATE TABLE annual_health AS
    SELECT *, made_id('Y', CHILD, make_date(return_year(), 3, 31),
                      row_number() OVER (PARTITION BY CHILD ORDER BY said)) AS id
    FROM r_oc2 AS said;

CREATE TABLE local_annual_health AS
    SELECT id AS oc2_id, CHILD AS oc2_person_id, return_year() AS oc2_year, SDQ_SCORE AS oc2_sdq_score,
           SDQ_REASON AS oc2_sdq_reason, CONVICTED AS oc2_convicted, HEALTH_CHECK AS oc2_health_check,
           IMMUNISATIONS AS oc2_immunisations, TEETH_CHECK AS oc2_teeth_check, HEALTH_ASSESSMENT AS oc2_health_assessment,
           SUBSTANCE_MISUSE AS oc2_substance_misuse, INTERVENTION_RECEIVED AS oc2_intervention_received,
           INTERVENTION_OFFERED AS oc2_intervention_offered, _file, _sheet, _row
    FROM annual_health;

-- A score, or why there is none; the day of the questionnaire is not in the return.
CREATE TABLE ssd_sdq_scores AS
    SELECT id || ':sdq' AS csdq_table_id, CHILD AS csdq_person_id, SDQ_SCORE AS csdq_sdq_score,
           SDQ_REASON AS csdq_sdq_reason, _file, _sheet, _row
    FROM annual_health WHERE SDQ_SCORE IS NOT NULL OR SDQ_REASON IS NOT NULL;

CREATE TABLE ssd_cla_previous_permanence AS
    SELECT made_id('Q', CHILD, NULL, row_number() OVER (PARTITION BY CHILD ORDER BY PREV_PERM, LA_PERM, DATE_PERM, _row))
               AS lapp_table_id,
           CHILD AS lapp_person_id, DATE_PERM AS lapp_previous_permanence_order_date,
           PREV_PERM AS lapp_previous_permanence_option, LA_PERM AS lapp_previous_permanence_la, _file, _sheet, _row
    FROM r_prevperm;

CREATE TABLE local_deprivation_of_liberty AS
    SELECT made_id('D', CHILD, DOLO_START, row_number() OVER (PARTITION BY CHILD, DOLO_START ORDER BY DOLO_END))
               AS dolo_id,
           CHILD AS dolo_person_id, DOLO_START AS dolo_start_date, DOLO_END AS dolo_end_date, _file, _sheet, _row
    FROM r_dolo;
