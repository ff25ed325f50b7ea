"""Three clocks wait until an authority says how long. One says, and each reads what its records give, worked out apart.

Cell by cell, from the files as they were sent, in plain Python. Irwell never leaves a child between two teams, so some of
its handovers are parted first.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from undrift import pipeline, records
from undrift.clocks.command import run_settings
from undrift.clocks.readings import readings
from undrift.synthetic import make
from undrift.synthetic.story import AS_AT, AUTHORITY
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import ALLOCATED, CANNOT_TELL, Instance, day, sure, text
from undrift.synthetic.truth_shapes import again, closing, dates_of, days, once, working

LIMITS = {  # none of them what the card would have by itself
    "assessment_child_seen": "7 working days",
    "case_transfer_handover": "4 calendar days",
    "management_oversight": "6 weeks",
}
Cell = tuple[str | None, date | None, date | None, date | None, str]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small authority that has set its limits, its files in `ssd` and its live file in `home`."""
    made = tmp_path_factory.mktemp("limits")
    make(made, scale=0.03, also=())
    part(made / "ssd" / "ssd_involvements.csv")
    for clock, limit in LIMITS.items():
        run_settings(made / "home", clock, limit, False, "Director", "our procedures", "csv")
    load = records.load([made / "ssd"], authority=AUTHORITY, as_at=AS_AT, by="test", home=made / "home").load
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            pipeline, "STEPS", pipeline.STEPS[:3]
        )  # nothing is counted here, and counting takes longest
        pipeline.build(load.id, made / "home", say=lambda _: None)
    return made


@pytest.fixture(scope="module")
def sent(out: Path) -> Tables:
    return {path.stem: rows_of(path) for path in (out / "ssd").glob("*.csv")}


def rows_of(path: Path) -> list[Row]:
    def cell(column: str, value: str) -> object:
        return date.fromisoformat(value) if value and column.endswith(("_date", "_dob")) else value or None

    with path.open(newline="", encoding="utf-8") as handle:
        return [{name: cell(name, value) for name, value in row.items()} for row in csv.DictReader(handle)]


def held(rows: list[Row]) -> dict[str, list[Row]]:
    """Who held each child, in order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["invo_professional_role_id"] == ALLOCATED:
            found[text(row, "invo_person_id")].append(row)
    for theirs in found.values():
        theirs.sort(
            key=lambda row: (sure(row, "invo_involvement_start_date"), text(row, "invo_involvements_id"))
        )
    return found


def part(path: Path) -> None:
    """At every third handover between two teams the first lets go one to nine days before the second takes the child on."""
    rows = rows_of(path)
    handed = [
        (one, sure(other, "invo_involvement_start_date"))
        for theirs in held(rows).values()
        for one, other in pairwise(theirs)
        if one["invo_involvement_end_date"] == other["invo_involvement_start_date"]
        and one["invo_professional_team"] != other["invo_professional_team"]
    ]
    for nth, (row, taken) in enumerate(handed[::3]):
        row["invo_involvement_end_date"] = max(
            taken - timedelta(days=nth % 9 + 1), sure(row, "invo_involvement_start_date")
        )
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def seen(sent: Tables) -> Iterator[Instance]:
    """The child first seen within the limit of an assessment's start; one not yet born cannot be."""
    people = {text(row, "pers_person_id"): row for row in sent["ssd_person"]}
    dated = dates_of(sent["local_assessment_reviews"], "asre_assessment_id", "asre_child_seen_date")
    for row in sent["ssd_cin_assessments"]:
        child, start = text(row, "cina_person_id"), sure(row, "cina_assessment_start_date")
        born, expected = day(people[child], "pers_dob"), day(people[child], "pers_expected_dob")
        if born > start if born else expected is not None:
            continue
        end = by_death(people[child], start, day(row, "cina_assessment_auth_date"))
        of_it = dated[text(row, "cina_assessment_id")]
        yield once("assessment_child_seen", child, start, end, of_it, working(7), AS_AT)


def looked_at(sent: Tables) -> Iterator[Instance]:
    """A manager's entry within the limit of the referral's opening, and of each day of entry while it is open."""
    people = {text(row, "pers_person_id"): row for row in sent["ssd_person"]}
    entries = dates_of(sent["local_management_oversight"], "mgmt_person_id", "mgmt_date")
    for row in sent["ssd_cin_episodes"]:
        child, start, closed = (
            text(row, "cine_person_id"),
            day(row, "cine_referral_date"),
            day(row, "cine_close_date"),
        )
        if row["cine_referral_nfa"] == "Y":
            continue
        if start is None:
            yield Instance("management_oversight", child, None, None, None, closed, CANNOT_TELL)
            continue
        end = by_death(people[child], start, closed)
        mine = [on for on in entries[child] if start <= on <= (end or date.max)]
        yield from again("management_oversight", child, start, end, mine, days(42), AS_AT)


def between_teams(sent: Tables) -> Iterator[Instance]:
    """Days of an open case on which nobody holds the child, from one team's letting go to another's taking on."""
    people = {text(row, "pers_person_id"): row for row in sent["ssd_person"]}
    holders = held(sent["ssd_involvements"])
    for row in sent["ssd_cin_episodes"]:
        child, opened = text(row, "cine_person_id"), day(row, "cine_referral_date")
        if opened is None or row["cine_referral_nfa"] == "Y":
            continue
        closed = by_death(people[child], opened, day(row, "cine_close_date")) or date.max
        reached, team = date.max, None  # whoever comes first is handed the child by nobody
        for one in holders.get(child, []):
            start = max(sure(one, "invo_involvement_start_date"), opened)
            end = day(one, "invo_involvement_end_date") or date.max
            if start >= closed or end <= opened:
                continue
            if start > reached and one["invo_professional_team"] != team:
                yield closing("case_transfer_handover", child, reached, start, days(4), AS_AT)
            reached = end if team is None else max(reached, end)
            team = text(one, "invo_professional_team")


def by_death(person: Row, start: date, end: date | None) -> date | None:
    died = day(person, "pers_death_date")
    return min(end or died, died) if died and died >= start else end


WORKED_OUT: dict[str, Callable[[Tables], Iterator[Instance]]] = {
    "assessment_child_seen": seen, "case_transfer_handover": between_teams, "management_oversight": looked_at,
}  # fmt: skip


@pytest.mark.parametrize("clock", LIMITS)
def test_a_clock_whose_limit_was_set_reads_what_the_records_give(out: Path, sent: Tables, clock: str) -> None:
    def cell(child: str | None, start: date | None, due: date | None, stop: date | None, says: str) -> Cell:
        return child, start, due, stop if says in ("met", "late") else None, says

    told = readings(records.cursor(out / "home"), AS_AT, clocks=[clock])
    found = Counter(cell(r.child_id, r.started_on, r.due_on, r.stopped_on, r.reading) for r in told)
    wanted = Counter(
        cell(i.child_id, i.started_on, i.due_on, i.stopped_on, i.reading) for i in WORKED_OUT[clock](sent)
    )
    assert found == wanted, [*(found - wanted).items()][:3] + [*(wanted - found).items()][:3]
    assert min(sum(n for (*_, says), n in found.items() if says == word) for word in ("met", "late")) > 5
    assert {r.setting.by for r in told if r.setting} == {"Director"}
