-- SEN2's modules (m_person, m_requests ...; `_self` numbers a row, `_in` is the row it stands in) as tables of the
-- records. The return has no ids of its own: those made here are of what the rows say, so that the same rows get the
-- same ids in whatever order they come.

CREATE TABLE people AS
    WITH known AS (
        SELECT *, coalesce(upper(UPN), upper(UniqueLearnerNumber),
                           left(sha256(lower(concat_ws('|', coalesce(Surname, ''), coalesce(Forename, ''),
                                                       coalesce(strftime(PersonBirthDate, '%Y-%m-%d'), '')))), 16)) AS who
        FROM m_person
    )
    SELECT *, 'sen2:' || who AS person,
           row_number() OVER (PARTITION BY who ORDER BY Surname, Forename, PersonBirthDate, UniqueLearnerNumber, _row) AS n
    FROM known;

CREATE TABLE requests AS
    SELECT r.*, p.person, 'sen2:S:' || p.who || ':' || p.n AS send_id,
           'sen2:R:' || p.who || ':' || coalesce(strftime(ReceivedDate, '%Y-%m-%d'), 'undated') || ':'
               || row_number() OVER (PARTITION BY p.who, ReceivedDate
                                     ORDER BY p.n, RequestOutcomeDate, RequestOutcome, r._row) AS id
    FROM m_requests AS r JOIN people AS p ON r._in = p._self;

CREATE TABLE assessments AS
    SELECT a.*, r.id AS request_id,
           r.id || ':A' || row_number() OVER (PARTITION BY r.id
                                              ORDER BY AssessmentOutcomeDate, AssessmentOutcome, a._row) AS id
    FROM m_assessment AS a JOIN requests AS r ON a._in = r._self;

CREATE TABLE named AS
    SELECT n.*, a.id AS assessment_id,
           a.id || ':P' || row_number() OVER (PARTITION BY a.id ORDER BY StartDate, CeaseDate, CeaseReason, n._row) AS id
    FROM m_namedplan AS n JOIN assessments AS a ON n._in = a._self;

CREATE TABLE active AS
    SELECT v.*, r.id AS request_id, r.person,
           r.id || ':V' || row_number() OVER (PARTITION BY r.id ORDER BY LastReview, ReviewMeeting, v._row) AS id
    FROM m_activeplans AS v JOIN requests AS r ON v._in = r._self;

CREATE TABLE ssd_person AS
    SELECT person AS pers_person_id, Forename AS pers_forename, Surname AS pers_surname,
           coalesce(Sex, GenderCurrent) AS pers_sex, Ethnicity AS pers_ethnicity, PersonBirthDate AS pers_dob,
           upper(UPN) AS pers_upn, UPNunknown AS pers_upn_unknown,
           CASE WHEN person IN (SELECT person FROM active)
                     OR person IN (SELECT r.person FROM named AS n JOIN assessments AS a ON n.assessment_id = a.id
                                   JOIN requests AS r ON a.request_id = r.id WHERE n.CeaseDate IS NULL)
                THEN 'Y' ELSE 'N' END AS pers_send_flag,
           _file, _sheet, _row
    FROM people WHERE n = 1;

CREATE TABLE ssd_send AS
    SELECT 'sen2:S:' || who || ':' || n AS send_table_id, upper(UPN) AS send_upn, UniqueLearnerNumber AS send_uln,
           UPNunknown AS send_upn_unknown, person AS send_person_id, _file, _sheet, _row
    FROM people;

CREATE TABLE ssd_ehcp_requests AS
    SELECT id AS ehcr_ehcp_request_id, send_id AS ehcr_send_table_id, ReceivedDate AS ehcr_ehcp_req_date,
           RequestOutcomeDate AS ehcr_ehcp_req_outcome_date, RequestOutcome AS ehcr_ehcp_req_outcome,
           _file, _sheet, _row
    FROM requests;

CREATE TABLE ssd_ehcp_assessment AS
    SELECT id AS ehca_ehcp_assessment_id, request_id AS ehca_ehcp_request_id,
           AssessmentOutcomeDate AS ehca_ehcp_assessment_outcome_date,
           AssessmentOutcome AS ehca_ehcp_assessment_outcome, Week20 AS ehca_ehcp_assessment_exceptions,
           _file, _sheet, _row
    FROM assessments;

CREATE TABLE ssd_ehcp_named_plan AS
    SELECT id AS ehcn_named_plan_id, assessment_id AS ehcn_ehcp_asmt_id, StartDate AS ehcn_named_plan_start_date,
           CeaseDate AS ehcn_named_plan_ceased_date, CeaseReason AS ehcn_named_plan_ceased_reason,
           _file, _sheet, _row
    FROM named;

CREATE TABLE ssd_ehcp_active_plans AS
    SELECT id AS ehcp_active_ehcp_id, request_id AS ehcp_ehcp_request_id,
           LastReview AS ehcp_active_ehcp_last_review_date, _file, _sheet, _row
    FROM active;

CREATE TABLE ssd_sen_need AS
    SELECT v.id || ':N' || row_number() OVER (PARTITION BY v.id ORDER BY SENtypeRank, SENtype, s._row) AS senn_table_id,
           v.id AS senn_active_ehcp_id, SENtype AS senn_active_ehcp_need_type,
           SENtypeRank AS senn_active_ehcp_need_rank, s._file, s._sheet, s._row
    FROM m_senneed AS s JOIN active AS v ON s._in = v._self;

-- A plan's latest review, where the return says anything of it: the meeting, what was decided, the day that was sent.
CREATE TABLE local_ehcp_reviews AS
    SELECT id || ':M' AS ehrv_id, person AS ehrv_person_id, id AS ehrv_active_ehcp_id,
           ReviewMeeting AS ehrv_meeting_date, ReviewOutcome AS ehrv_outcome, LastReview AS ehrv_decision_date,
           _file, _sheet, _row
    FROM active
    WHERE ReviewMeeting IS NOT NULL OR ReviewOutcome IS NOT NULL OR LastReview IS NOT NULL;
