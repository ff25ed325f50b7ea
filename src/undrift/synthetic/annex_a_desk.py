"""The records laid out by child for the Annex A lists, and the few words the lists share."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from undrift.dates import add_months
from undrift.synthetic.story import TEAM_NAMES
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import ALLOCATED, day, sure, text

AnnexRow = dict[str, object]


def yes(said: object) -> str:
    return "a) Yes" if said else "b) No"


def flag(said: object) -> str:
    return {"Y": "a) Yes", "N": "b) No"}.get(str(said), "c) Unknown")


class Desk:
    """The records laid out by child, and the dates the lists look back to."""

    def __init__(self, tables: Tables, as_at: date) -> None:
        self.tables = tables
        self.as_at = as_at
        self.six_months = add_months(as_at, -6)
        self.year = add_months(as_at, -12)
        self.people = {text(row, "pers_person_id"): row for row in tables["ssd_person"]}
        self.workers = {
            row["prof_professional_id"]: row["prof_professional_name"] for row in tables["ssd_professionals"]
        }
        self.disability: dict[str, bool] = {}
        for row in tables["ssd_disability"]:
            child = text(row, "disa_person_id")
            self.disability[child] = (
                self.disability.get(child, False) or row["disa_disability_code"] != "NONE"
            )
        self.uasc = {text(row, "immi_person_id") for row in tables["ssd_immigration_status"]}
        self.holder: dict[str, Row] = {}
        for row in tables["ssd_involvements"]:
            child = text(row, "invo_person_id")
            if row["invo_professional_role_id"] != ALLOCATED:
                continue
            if child not in self.holder or sure(row, "invo_involvement_start_date") >= sure(
                self.holder[child], "invo_involvement_start_date"
            ):
                self.holder[child] = row

    def child(self, number: str) -> AnnexRow:
        person = self.people[number]
        born, now = day(person, "pers_dob"), self.as_at
        return {
            "Child Unique ID": number,
            "Gender": person["pers_gender"],
            "Ethnicity": person["pers_ethnicity"],
            "Date of Birth": born,
            "Age of Child (Years)": now.year - born.year - ((now.month, now.day) < (born.month, born.day))
            if born
            else -1,  # not yet born
        }

    def disabled(self, number: str) -> AnnexRow:
        known = self.disability.get(number)
        return {"Does the Child have a Disability": "c) Unknown" if known is None else yes(known)}

    def team(self, team: object, worker: object) -> AnnexRow:
        return {"Allocated Team": TEAM_NAMES.get(str(team)), "Allocated Worker": self.workers.get(worker)}

    def held_by(self, number: str) -> AnnexRow:
        row = self.holder.get(number, {})
        return self.team(row.get("invo_professional_team"), row.get("invo_professional_id"))

    def by_child(self, table: str, column: str) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self.tables[table]:
            out[text(row, column)].append(row)
        return out

    def dates(self, table: str, person: str, column: str) -> dict[str, list[date]]:
        out: dict[str, list[date]] = defaultdict(list)
        for row in self.tables[table]:
            when = day(row, column)
            if when:
                out[text(row, person)].append(when)
        return out


def since(when: date | None, back_to: date) -> bool:
    return when is not None and when > back_to


def latest(dates: Iterable[date]) -> date | None:
    return max(dates, default=None)
