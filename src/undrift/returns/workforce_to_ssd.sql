-- The workforce census (m_cswwworker, m_lalevelvacancies; census_year()) as tables of the records. A worker's registration is
-- the worker's id; one with none gets an id of what the row says.

CREATE TABLE workers AS
    SELECT *, coalesce(upper(SWENo), 'csww:' || census_year() || ':' || left(sha256(concat_ws('|',
               coalesce(strftime(PersonBirthDate, '%Y-%m-%d'), ''), coalesce(strftime(RoleStartDate, '%Y-%m-%d'), ''),
               coalesce(AgencyWorker, ''), coalesce(OrgRole, ''), coalesce(Ethnicity, ''))), 12)) AS worker
    FROM m_cswwworker;

CREATE TABLE local_workforce AS
    SELECT 'csww:' || census_year() || ':' || worker || ':'
               || row_number() OVER (PARTITION BY worker ORDER BY RoleStartDate, RoleEndDate, OrgRole, FTE, Cases30, _row)
               AS wkfc_id,
           worker AS wkfc_professional_id, census_year() AS wkfc_year, AgencyWorker AS wkfc_agency, FTE AS wkfc_fte,
           PersonBirthDate AS wkfc_birth_date, coalesce(Sex, GenderCurrent) AS wkfc_sex, Ethnicity AS wkfc_ethnicity,
           QualLevel AS wkfc_qualification_level, StepUpGrad AS wkfc_step_up, FrontlineGrad AS wkfc_frontline,
           OrgRole AS wkfc_organisation_role, RoleStartDate AS wkfc_start_date, StartOrigin AS wkfc_start_origin,
           RoleEndDate AS wkfc_end_date, LeaverDestination AS wkfc_leaver_destination, ReasonLeave AS wkfc_leaving_reason,
           FTE30 AS wkfc_fte_30_september, Cases30 AS wkfc_cases_30_september, WorkingDaysLost AS wkfc_days_lost,
           ContractWeeks AS wkfc_contract_weeks, Absat30Sept AS wkfc_absent_30_september,
           ReasonAbsence AS wkfc_absence_reason, CFKSSstatus AS wkfc_first_year_status, _file, _sheet, _row
    FROM workers;

CREATE TABLE local_workforce_vacancies AS
    SELECT census_year() AS wkva_year, NumberOfVacancies AS wkva_vacancies_fte, NoAgencyFTE AS wkva_agency_fte,
           NoAgencyHeadcount AS wkva_agency_headcount, _file, _sheet, _row
    FROM m_lalevelvacancies;

-- A worker who has held two roles in the year is one worker: the role still held, else the latest, says the rest.
CREATE TABLE ssd_professionals AS
    SELECT worker AS prof_professional_id, upper(SWENo) AS prof_social_worker_registration_no,
           CASE OrgRole WHEN '1' THEN 'Senior manager' WHEN '2' THEN 'Middle manager' WHEN '3' THEN 'First-line manager'
               WHEN '4' THEN 'Senior practitioner' WHEN '5' THEN 'Case holder'
               WHEN '6' THEN 'Qualified without cases' END AS prof_professional_job_title,
           Cases30 AS prof_professional_caseload, coalesce(FTE30, FTE) AS prof_full_time_equivalency,
           AgencyWorker AS prof_agency_worker_flag, _file, _sheet, _row
    FROM workers
    QUALIFY row_number() OVER (PARTITION BY worker ORDER BY RoleEndDate IS NULL DESC, RoleEndDate DESC,
                               RoleStartDate DESC, OrgRole, FTE, Cases30, _row) = 1;
