"""The bookkeeping of who holds a child, where a child lives and moves, workers' supervision, and children not yet born.

Written from the rules in words, as `truth` is.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import (
    ALLOCATED,
    CANNOT_TELL,
    Instance,
    care_periods,
    day,
    reading,
    sure,
    text,
)
from undrift.synthetic.truth_shapes import again, closing, dates_of, days, months, once, working
from undrift.synthetic.truth_windows import nth_in, repeated

KEPT = (
    "case_unallocated", "child_assessment_order", "fgdm_offer", "lac_3_placements_12m", "lac_3_social_workers_12m",
    "lac_reentry_12m", "lac_visit_others_arrangement", "prebirth_legal_planning", "supervision_monthly",
    "supervision_nqsw_6m", "supervision_nqsw_first_6w", "temp_carer_holiday_3w", "temp_hospital_6w", "temp_other_7d",
)  # fmt: skip
TEMPORARY = {"T1": ("temp_hospital_6w", 42), "T3": ("temp_carer_holiday_3w", 21), "T4": ("temp_other_7d", 7)}
RESPITE = ("T0", "T1", "T2", "T3", "T4")


def of_people(tables: Tables, as_at: date) -> Iterator[Instance]:
    yield from _unheld(tables, as_at)
    yield from _handovers(tables, as_at)
    yield from _moves(tables, as_at)
    yield from _came_back(tables, as_at)
    yield from _stays(tables, as_at)
    yield from _supervised(tables, as_at)
    begun = dates_of(tables["ssd_pre_proceedings"], "prep_person_id", "prep_pre_pro_decision_date")
    for row in tables["ssd_person"]:
        if (expected := day(row, "pers_expected_dob")) is not None:
            child, start = text(row, "pers_person_id"), expected - timedelta(weeks=40)
            known = [d for d in begun[child] if d >= start]
            last = expected + timedelta(weeks=2)  # no pregnancy is longer
            over = day(row, "pers_dob") or (last if last <= as_at else None)
            yield once("prebirth_legal_planning", child, start, over, known, days(154), as_at)
    for row in tables["local_preproceedings"]:
        applied, offered = day(row, "lpre_application_date"), day(row, "lpre_family_group_date")
        if applied is not None and applied >= date(2026, 4, 29):
            says = reading(applied, offered, None, as_at)
            yield Instance("fgdm_offer", text(row, "lpre_person_id"), applied, applied, offered, None, says)


def _allocations(tables: Tables) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in tables["ssd_involvements"]:
        if row["invo_professional_role_id"] == ALLOCATED:
            found[text(row, "invo_person_id")].append(row)
    for rows in found.values():
        rows.sort(
            key=lambda row: (sure(row, "invo_involvement_start_date"), text(row, "invo_involvements_id"))
        )
    return found


def _unheld(tables: Tables, as_at: date) -> Iterator[Instance]:
    """An open case on days when nobody holds the child; one the referral names a worker for is theirs until the first."""
    held = _allocations(tables)
    for row in tables["ssd_cin_episodes"]:
        opened, closed = day(row, "cine_referral_date"), day(row, "cine_close_date")
        child = text(row, "cine_person_id")
        if opened is None or row["cine_referral_nfa"] == "Y":
            continue
        until, reached, anybody = closed or date.max, opened, False
        gaps: list[tuple[date, date]] = []
        for allocation in held.get(child, ()):
            start = sure(allocation, "invo_involvement_start_date")
            end = day(allocation, "invo_involvement_end_date") or date.max
            if start >= until or end <= opened:
                continue
            if start > reached and (anybody or not row["cine_referral_worker_id"]):
                gaps.append((reached, start))
            reached, anybody = max(reached, end), True
        if reached < until and (anybody or not row["cine_referral_worker_id"]):
            gaps.append((reached, until))
        for since, taken in gaps:
            end_of = None if taken == date.max else taken
            yield closing("case_unallocated", child, since, end_of, working(0), as_at)


def _handovers(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Somebody else took the child on on the very day the last let go."""
    handed: dict[str, list[date]] = defaultdict(list)
    for child, rows in _allocations(tables).items():
        for last, this in pairwise(rows):
            on = sure(this, "invo_involvement_start_date")
            if (
                last["invo_involvement_end_date"] == on
                and last["invo_professional_id"] != this["invo_professional_id"]
            ):
                handed[child].append(on)
    yield from nth_in("lac_3_social_workers_12m", 2, handed, {}, months(12), as_at)


def _moves(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Later placements of a period of care, but temporary stays, and those that keep the carer or the placement."""
    carer = {text(row, "plmo_placement_id"): row["plmo_carer_id"] for row in tables["local_placement_moves"]}
    kept = {
        row["clae_cla_placement_id"]
        for row in tables["ssd_cla_episodes"]
        if row["clae_cla_episode_start_reason"] in ("T", "U")
    }
    homes: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
    for row in tables["ssd_cla_placement"]:
        if row["clap_cla_placement_type"] not in RESPITE:
            homes[text(row, "clap_cla_id")].append(
                (
                    sure(row, "clap_cla_placement_start_date"),
                    text(row, "clap_cla_placement_id"),
                    text(row, "clap_person_id"),
                )
            )
    moved: dict[str, list[date]] = defaultdict(list)
    for chain in homes.values():
        chain.sort()
        for (_, last, _), (on, this, child) in pairwise(chain):
            same = carer.get(this) is not None and carer.get(this) == carer.get(last)
            if not same and this not in kept:
                moved[child].append(on)
    yield from nth_in("lac_3_placements_12m", 2, moved, {}, months(12), as_at)


def _came_back(tables: Tables, as_at: date) -> Iterator[Instance]:
    periods = care_periods(tables)
    left: dict[str, list[date]] = defaultdict(list)
    for period in periods:
        if period.left is not None:
            left[period.child_id].append(period.left)
    first = min((d for found in left.values() for d in found), default=date.max - timedelta(days=400))
    for period in periods:
        opened = max((d for d in left[period.child_id] if d <= period.entered), default=None)
        known = period.entered > add_months(first, 12)
        yield repeated(
            "lac_reentry_12m", period.child_id, period.entered, opened, months(12), known=known, as_at=as_at
        )


def _stays(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Stays that may last so long; orders of a week; visits where somebody else arranged where the child lives."""
    visited = dates_of(tables["ssd_cla_visits"], "clav_person_id", "clav_cla_visit_date")
    for row in tables["ssd_cla_placement"]:
        child, code = text(row, "clap_person_id"), text(row, "clap_cla_placement_type")
        start, end = sure(row, "clap_cla_placement_start_date"), day(row, "clap_cla_placement_end_date")
        if code in TEMPORARY:
            clock, most = TEMPORARY[code]
            yield closing(clock, child, start, end, days(most), as_at)
        if code in ("R2", "R5"):
            seen = [d for d in visited[child] if start <= d and (end is None or d < end)]
            year = add_months(start, 12)
            for one in again("lac_visit_others_arrangement", child, start, end, seen, days(42), as_at):
                if one.started_on is None or one.started_on < year:
                    yield one
    for row in tables["ssd_legal_status"]:
        if row["lega_legal_status"] == "L3":
            start, end = sure(row, "lega_legal_status_start_date"), day(row, "lega_legal_status_end_date")
            yield closing("child_assessment_order", text(row, "lega_person_id"), start, end, days(7), as_at)


def _supervised(tables: Tables, as_at: date) -> Iterator[Instance]:
    """A worker's own sessions: weekly, then fortnightly, while newly qualified; monthly from then on, and otherwise."""
    held = dates_of(tables["local_supervisions"], "supe_professional_id", "supe_held_date")
    posts: dict[str, list[Row]] = defaultdict(list)
    for row in tables["local_workforce"]:
        posts[text(row, "wkfc_professional_id")].append(row)
    for worker, rows in posts.items():
        start = min(sure(row, "wkfc_start_date") for row in rows)
        end = max((d for row in rows if (d := day(row, "wkfc_end_date"))), default=None)
        new = any(row["wkfc_first_year_status"] is not None for row in rows)
        six_weeks, six_months = start + timedelta(weeks=6), add_months(start, 6)
        sessions = held.get(worker, [])

        def each(clock: str, due: int, opening: date | None, worker_end: date | None = end,
                 sessions: list[date] = sessions) -> Iterator[Instance]:  # fmt: skip
            limit = months(1) if due == 0 else days(due)
            for one in again(clock, "", opening, worker_end, sessions, limit, as_at):
                over = worker_end is not None and one.started_on is not None and one.started_on > worker_end
                yield replace(one, reading=CANNOT_TELL) if over else one

        for one in each("supervision_monthly", 0, start):
            if one.started_on and not (new and one.started_on < six_months):
                yield one
        if new:
            for one in each("supervision_nqsw_first_6w", 7, start):
                if one.started_on and one.started_on < six_weeks:
                    yield one
            for one in each("supervision_nqsw_6m", 14, None):
                if one.started_on and six_weeks <= one.started_on < six_months:
                    yield one
