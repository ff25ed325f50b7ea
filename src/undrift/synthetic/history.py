"""All that happened, and what the records said of it on any one day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from undrift.synthetic.days import birthday
from undrift.synthetic.people import Family
from undrift.synthetic.story import TEAMS
from undrift.synthetic.tables import COLUMNS, DATED, Row, Tables

OF_PEOPLE = (  # tables that say who somebody is: kept for those known on the day
    ("ssd_person", "pers_person_id"),
    ("ssd_disability", "disa_person_id"),
    ("ssd_immigration_status", "immi_person_id"),
    ("ssd_family", "fami_person_id"),
    ("ssd_address", "addr_person_id"),
    ("ssd_mother", "moth_childs_person_id"),
    ("ssd_linked_identifiers", "link_person_id"),
)


@dataclass(frozen=True)
class History:
    """Everything made, as rows that may reach past the as-at day. Read it off with `at`."""

    tables: Tables
    as_at: date

    @cached_property
    def now(self) -> Tables:
        """The records at the as-at day; for reading only, since it is kept."""
        return self.at(self.as_at)

    def at(self, day: date) -> Tables:
        """The records as they stood at the end of `day`: nothing later exists, no later date is known."""
        out: Tables = {}
        for name in COLUMNS:
            out[name] = _as_of(name, self.tables.get(name, []), day)
        known = {row["cont_person_id"] for row in out["ssd_contacts"]}
        known |= {row["send_person_id"] for row in out["ssd_send"]}
        for name, column in OF_PEOPLE:
            out[name] = [row for row in out[name] if row[column] in known]
        _born_by(out["ssd_person"], day)
        _latest_values(out, self.tables, day)
        return out


def _born_by(people: list[Row], day: date) -> None:
    """A child not yet born has the day expected and no other; once born, never both. A death to come is not known."""
    for row in people:
        born, died = row["pers_dob"], row["pers_death_date"]
        if isinstance(born, date) and born > day:
            row["pers_dob"] = None
        else:
            row["pers_expected_dob"] = None
        if isinstance(died, date) and died > day:
            row["pers_death_date"] = None


def _as_of(name: str, rows: list[Row], day: date) -> list[Row]:
    dated, columns = DATED.get(name), COLUMNS[name]
    if name == "ssd_care_leavers":
        return [_care_leaver(row, day) for row in rows if _is_care_leaver(row, day)]
    if dated is None:
        return [{column: row.get(column) for column in columns} for row in rows]
    out = []
    for row in rows:
        start = row.get("_from") or row.get(dated.start)
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
    if row.get("_no_plan"):
        out["clea_pathway_plan_review_date"] = None
    workers = row["_workers"]
    assert isinstance(workers, list)
    out["clea_care_leaver_worker_id"] = [worker for since, worker in workers if since <= day][-1]
    return out


def _latest_values(tables: Tables, made: Tables, day: date) -> None:
    """Columns that hold the latest value only: a reviewing officer's contact, a caseload, a plan's last review."""
    reviews = {row["ehcp_active_ehcp_id"]: row["_reviews"] for row in made["ssd_ehcp_active_plans"]}
    for row in tables["ssd_ehcp_active_plans"]:
        done = reviews[row["ehcp_active_ehcp_id"]]
        assert isinstance(done, list)
        row["ehcp_active_ehcp_last_review_date"] = max((d for d in done if d <= day), default=None)
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


def gather(families: list[Family], as_at: date) -> History:
    """The families' rows put together by table, with the teams they name."""
    tables: Tables = {name: [] for name in COLUMNS}
    for family in families:
        for name, row in family.rows:
            tables[name].append(row)
    for team in TEAMS:
        tables["ssd_department"].append(
            {
                "dept_team_id": team.id,
                "dept_team_name": team.name,
                "dept_team_parent_id": None,
                "dept_team_parent_name": "Children's social care",
            }
        )
    return History(tables, as_at)
