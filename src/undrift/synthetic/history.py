"""All that happened, and what the records said of it on any one day."""

from dataclasses import dataclass
from datetime import date, timedelta

from undrift.synthetic.days import birthday
from undrift.synthetic.people import Child, Family, Worker
from undrift.synthetic.story import TEAMS
from undrift.synthetic.tables import COLUMNS, DATED, Row, Tables


@dataclass(frozen=True)
class History:
    """Everything made, as rows that may reach past the as-at day. Read it off with `at`."""

    tables: Tables
    as_at: date

    def at(self, day: date) -> Tables:
        """The records as they stood at the end of `day`: nothing later exists, no later date is known."""
        out: Tables = {}
        for name in COLUMNS:
            out[name] = _as_of(name, self.tables.get(name, []), day)
        known = {row["cont_person_id"] for row in out["ssd_contacts"]}
        for name, column in (
            ("ssd_person", "pers_person_id"),
            ("ssd_disability", "disa_person_id"),
            ("ssd_immigration_status", "immi_person_id"),
        ):
            out[name] = [row for row in out[name] if row[column] in known]
        _latest_values(out, day)
        return out


def _as_of(name: str, rows: list[Row], day: date) -> list[Row]:
    dated, columns = DATED.get(name), COLUMNS[name]
    if name == "ssd_care_leavers":
        return [_care_leaver(row, day) for row in rows if _is_care_leaver(row, day)]
    if dated is None:
        return [{column: row.get(column) for column in columns} for row in rows]
    out = []
    for row in rows:
        start = row.get("_from", row[dated.start])
        if isinstance(start, date) and start > day:
            continue
        row = {column: row.get(column) for column in columns}
        for column, waiting in dated.later.items():
            then = row.get(column)
            if isinstance(then, date) and then > day:
                row[column] = None
                for other in waiting:
                    row[other] = None
        out.append(row)
    return out


def _is_care_leaver(row: Row, day: date) -> bool:
    start, eighteen = row["_from"], row["_eighteen"]
    assert isinstance(start, date) and isinstance(eighteen, date)
    return start <= day < birthday(eighteen, 7)  # up to the twenty-fifth birthday


def _care_leaver(row: Row, day: date) -> Row:
    start, eighteen = row["_from"], row["_eighteen"]
    contact_gap, pathway_gap = row["_contact_gap"], row["_pathway_gap"]
    assert isinstance(start, date) and isinstance(eighteen, date)
    assert isinstance(contact_gap, int) and isinstance(pathway_gap, int)
    out = {column: row.get(column) for column in COLUMNS["ssd_care_leavers"]}
    out["clea_care_leaver_eligibility"] = "Eligible" if day < eighteen else "Former Relevant"
    out["clea_care_leaver_latest_contact"] = max(start, day - timedelta(days=contact_gap))
    out["clea_pathway_plan_review_date"] = max(start, day - timedelta(days=pathway_gap))
    return out


def _latest_values(tables: Tables, day: date) -> None:
    """Columns that hold the latest value only: the reviewing officer's last contact, a worker's caseload."""
    reviewed: dict[object, date] = {}
    for row in tables["ssd_cla_reviews"]:
        held = row["clar_cla_review_date"]
        if row["clar_cla_review_cancelled"] != "Y" and isinstance(held, date):
            reviewed[row["clar_cla_id"]] = max(held, reviewed.get(row["clar_cla_id"], held))
    for row in tables["ssd_cla_episodes"]:
        row["clae_cla_last_iro_contact_date"] = reviewed.get(row["clae_cla_id"])
    count_day = date(day.year if (day.month, day.day) >= (9, 30) else day.year - 1, 9, 30)
    cases: dict[object, int] = {}
    for row in tables["ssd_involvements"]:
        start, end = row["invo_involvement_start_date"], row["invo_involvement_end_date"]
        if (
            isinstance(start, date)
            and start <= count_day
            and not (isinstance(end, date) and end <= count_day)
        ):
            cases[row["invo_professional_id"]] = cases.get(row["invo_professional_id"], 0) + 1
    for row in tables["ssd_professionals"]:
        row["prof_professional_caseload"] = cases.get(row["prof_professional_id"], 0)


def gather(families: list[Family], workers: dict[str, list[Worker]], as_at: date) -> History:
    """The families' rows put together by table, with the people and the teams they name."""
    tables: Tables = {name: [] for name in COLUMNS}
    for family in families:
        for name, row in family.rows:
            tables[name].append(row)
        for child in family.children:
            _person(tables, child)
    for team in TEAMS:
        tables["ssd_department"].append(
            {
                "dept_team_id": team.id,
                "dept_team_name": team.name,
                "dept_team_parent_id": None,
                "dept_team_parent_name": "Children's social care",
            }
        )
        for worker in workers[team.id]:
            tables["ssd_professionals"].append(
                {
                    "prof_professional_id": worker.id,
                    "prof_staff_id": worker.id.replace("SW", "ST"),
                    "prof_professional_name": worker.name,
                    "prof_social_worker_registration_no": worker.registration,
                    "prof_professional_job_title": "Social worker (invented)",
                    "prof_professional_department": team.name,
                    "prof_full_time_equivalency": 1.0,
                    "prof_agency_worker_flag": "Y" if worker.agency else "N",
                }
            )
    return History(tables, as_at)


def _person(tables: Tables, child: Child) -> None:
    tables["ssd_person"].append(
        {
            "pers_person_id": child.id,
            "pers_forename": child.forename,
            "pers_surname": child.surname,
            "pers_sex": child.sex,
            "pers_gender": {"M": "01", "F": "02"}[child.sex],
            "pers_ethnicity": child.ethnicity,
            "pers_dob": child.born,
            "pers_upn_unknown": "UN1" if child.uasc else None,
            "pers_send_flag": "Y" if child.with_dc else "N",
            "pers_is_mother": "N",
        }
    )
    codes = child.disabilities or (("NONE",) if child.referred else ())
    for code in codes:
        row: Row = {
            "disa_person_id": child.id,
            "disa_table_id": f"D{child.id[3:]}{code}",
            "disa_disability_code": code,
        }
        tables["ssd_disability"].append(row)
    if child.uasc:
        first = min(child.contact_days)
        tables["ssd_immigration_status"].append(
            {
                "immi_person_id": child.id,
                "immi_immigration_status_id": f"IM{child.id[3:]}",
                "immi_immigration_status": "UASC",
                "immi_immigration_status_start_date": first,
                "immi_immigration_status_end_date": None,
            }
        )
