"""The bookkeeping of time limits on what records keep only the newest of: leaving care, vaccinations, officers' contacts.

One that came after its limit may have taken the place of one in time, so whether it was late nobody can tell.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Tables
from undrift.synthetic.truth import CANNOT_TELL, Instance, care_periods, day, reading, reviews_held, text
from undrift.synthetic.truth_care import within
from undrift.synthetic.truth_shapes import again, by_end, dates_of, days, months, once

KEPT = (
    "immunisations_12m", "in_touch_8w", "in_touch_birthday", "iro_midway_contact", "pa_visit_2m",
    "pathway_plan_16y3m", "pathway_plan_review",
)  # fmt: skip


def newest_only(tables: Tables, as_at: date) -> Iterator[Instance]:
    yield from _leaving(tables, as_at)
    done = [row for row in tables["ssd_cla_immunisations"] if row["clai_immunisations_status"] == "Y"]
    jabs = dates_of(done, "clai_person_id", "clai_immunisations_status_date")
    spoke: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cla_episodes"]:
        if (on := day(row, "clae_cla_last_iro_contact_date")) is not None:
            spoke[text(row, "clae_cla_id")].add(on)
    held = reviews_held(tables)
    of_child: dict[str, set[date]] = defaultdict(set)
    for period in care_periods(tables):
        of_child[period.child_id] |= spoke[period.id]
    for p in care_periods(tables):
        known = within(jabs[p.child_id], p.entered, p.left)
        for one in again("immunisations_12m", p.child_id, p.entered, p.left, known, months(12), as_at):
            yield _doubted(one, jabs[p.child_id])
        for on in held.get(p.id, []):
            stop = by_end(min((d for d in spoke[p.id] if d >= on), default=None), p.left)
            due = add_months(on, 3)
            says = reading(due, stop, p.left, as_at)
            one = Instance("iro_midway_contact", p.child_id, on, due, stop, p.left, says)
            yield _doubted(one, list(of_child[p.child_id]))


def _doubted(one: Instance, kept: list[date]) -> Instance:
    late = one.stopped_on is not None and one.due_on is not None and one.stopped_on > one.due_on
    newest = max(kept, default=date.min)
    lost = one.stopped_on is None and one.ended_on is not None and newest > one.ended_on
    return replace(one, reading=CANNOT_TELL) if late or lost else one


def _leaving(tables: Tables, as_at: date) -> Iterator[Instance]:
    born = {text(row, "pers_person_id"): day(row, "pers_dob") for row in tables["ssd_person"]}
    owed = _eligible_from(tables, as_at)
    for row in tables["ssd_care_leavers"]:
        child = text(row, "clea_person_id")
        birth = born[child]
        assert birth is not None
        sixteen, end = add_months(birth, 16 * 12), add_months(birth, 21 * 12)
        start, over = max(sixteen, owed.get(child, sixteen)), end if end <= as_at else None
        contact, plan = day(row, "clea_care_leaver_latest_contact"), day(row, "clea_pathway_plan_review_date")
        spoken = [contact] if contact and row["clea_care_leaver_in_touch"] != "NO" else []
        planned = [plan] if plan else []
        for clock, happened, limit in (
            ("in_touch_8w", spoken, days(56)),
            ("pa_visit_2m", spoken, months(2)),
            ("pathway_plan_review", planned, months(6)),
        ):
            for one in again(clock, child, None, over, within(happened, start, end), limit, as_at):
                yield _doubted(one, happened)
        yield _doubted(once("pathway_plan_16y3m", child, start, over, planned, months(3), as_at), planned)
        for years in (17, 18, 19, 20, 21):
            opens = add_months(birth, 12 * years - 3)
            if start <= opens <= end and opens <= as_at:
                due = add_months(opens, 4)
                stop = min((d for d in within(spoken, start, end) if d >= opens), default=None)
                one = Instance(
                    "in_touch_birthday", child, opens, due, stop, over, reading(due, stop, over, as_at)
                )
                yield _doubted(one, spoken)


def _eligible_from(tables: Tables, as_at: date) -> dict[str, date]:
    """The first day a child was in care at sixteen or over with ninety-one days of care since fourteen."""
    born = {text(row, "pers_person_id"): day(row, "pers_dob") for row in tables["ssd_person"]}
    spent: dict[str, int] = defaultdict(int)
    found: dict[str, date] = {}
    for period in sorted(care_periods(tables), key=lambda p: (p.entered, p.id)):
        birth = born[period.child_id]
        assert birth is not None
        at, over = (
            max(period.entered, add_months(birth, 168)),
            min(period.left or as_at + timedelta(days=1), as_at + timedelta(days=1)),
        )
        while at < over and period.child_id not in found:
            if spent[period.child_id] >= 91 and at >= add_months(birth, 192):
                found[period.child_id] = at
            at += timedelta(days=1)
            spent[period.child_id] += 1
    return found
