"""The bookkeeping of time limits in care: plans, visits, health and schooling, short breaks, and the way to adoption.

Written from the rules in words, as `truth` is. Where a rule looks at whatever happened while something lasted, the first
and last days both count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    CarePeriod,
    Instance,
    care_periods,
    day,
    reading,
    reviews_held,
    sure,
    text,
)
from undrift.synthetic.truth_agreements import agreements
from undrift.synthetic.truth_shapes import (
    Due,
    again,
    before,
    by_end,
    closing,
    dates_of,
    days,
    months,
    once,
    working,
)

WEEK = days(7)
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


def in_care(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Every instance of the clocks of care that `truth` does not keep."""
    periods = care_periods(tables)
    yield from _first_days(tables, periods, as_at)
    yield from _health(tables, periods, as_at)
    yield from _placements(tables, as_at)
    yield from _close_visits(tables, periods, as_at)
    yield from _short_breaks(tables, as_at)
    yield from _permanence(tables, periods, as_at)
    yield from _adoption(tables, periods, as_at)
    yield from _adopters(tables, as_at)


def within(happened: Iterable[date], start: date, end: date | None) -> list[date]:
    return sorted(d for d in happened if start <= d and (end is None or d <= end))


def _born(tables: Tables) -> dict[str, date]:
    return {
        text(row, "pers_person_id"): born for row in tables["ssd_person"] if (born := day(row, "pers_dob"))
    }


def _aged(born: date, on: date, at_least: int, under: int) -> bool:
    return add_months(born, 12 * at_least) <= on < add_months(born, 12 * under)


def _first_days(tables: Tables, periods: list[CarePeriod], as_at: date) -> Iterator[Instance]:
    """What is due soon after coming into care."""
    seen = dates_of(_completed(tables, "health"), "clah_person_id", "clah_health_check_date")
    schooled = dates_of(tables["local_education_plans"], "pepl_person_id", "pepl_completed_date")
    plans = dates_of(tables["ssd_cla_care_plan"], "lacp_person_id", "lacp_cla_care_plan_start_date")
    officers = [
        row
        for row in tables["ssd_involvements"]
        if "reviewing officer" in text(row, "invo_professional_role_id").lower()
    ]
    named = dates_of(officers, "invo_person_id", "invo_involvement_start_date")
    born, statuses = _born(tables), _statuses(tables)
    for p in periods:

        def due(clock: str, happened: Iterable[date], limit: Due, p: CarePeriod = p) -> Instance:
            return once(
                clock, p.child_id, p.entered, p.left, within(happened, p.entered, p.left), limit, as_at
            )

        yield due("iha_20wd", seen[p.child_id], working(20))
        yield due("iro_appointed", named[p.child_id], working(5))
        if _aged(born[p.child_id], p.entered, 5, 16):
            yield due("pep_10wd", schooled[p.child_id], working(10))
        made = within(plans[p.child_id], p.entered - timedelta(days=28), p.left)
        early = [d for d in made if d < p.entered]
        stop = max(early) if early else min(made, default=None)
        limit = working(10)(p.entered)
        said = reading(limit, stop, p.left, as_at)
        in_court = any(s.code == "C1" and s.start <= p.entered < s.end for s in statuses[p.child_id])
        yield Instance(
            "care_plan_10wd", p.child_id, p.entered, limit, stop, p.left, NOT_APPLICABLE if in_court else said
        )


@dataclass(frozen=True, slots=True)
class Status:
    code: str
    start: date
    end: date


def _statuses(tables: Tables) -> dict[str, list[Status]]:
    found: dict[str, list[Status]] = defaultdict(list)
    for row in tables["ssd_legal_status"]:
        end = day(row, "lega_legal_status_end_date") or date.max
        found[text(row, "lega_person_id")].append(
            Status(text(row, "lega_legal_status"), sure(row, "lega_legal_status_start_date"), end)
        )
    return found


def _completed(tables: Tables, kind: str) -> list[Row]:
    return [
        row for row in tables["ssd_cla_health"]
        if kind in text(row, "clah_health_check_type").lower()
        and text(row, "clah_health_check_status").lower() in ("", "completed")
    ]  # fmt: skip


def _health(tables: Tables, periods: list[CarePeriod], as_at: date) -> Iterator[Instance]:
    """What comes again and again in care, by the child's age on the day it last came."""
    seen = dates_of(_completed(tables, "health"), "clah_person_id", "clah_health_check_date")
    teeth = dates_of(_completed(tables, "dental"), "clah_person_id", "clah_health_check_date")
    schooled = dates_of(tables["local_education_plans"], "pepl_person_id", "pepl_completed_date")
    asked = [row for row in tables["ssd_sdq_scores"] if row["csdq_sdq_score"] not in (None, "")]
    scored = dates_of(asked, "csdq_person_id", "csdq_sdq_completed_date")
    born = _born(tables)
    for p in periods:
        child, b = p.child_id, born[p.child_id]

        def each(happened: Iterable[date], start: date | None, clock: str, limit: Due, old: tuple[int, int],
                 p: CarePeriod = p, b: date = b) -> Iterator[Instance]:  # fmt: skip
            for one in again(
                clock, p.child_id, start, p.left, within(happened, p.entered, p.left), limit, as_at
            ):
                if one.started_on and _aged(b, one.started_on, *old):
                    yield one

        yield from each(teeth[child], p.entered, "dental_12m", months(12), (0, 99))
        yield from each(seen[child], None, "rha_5plus", months(12), (5, 99))
        yield from each(seen[child], None, "rha_under5", months(6), (0, 5))
        yield from each(schooled[child], None, "pep_review_termly", months(4), (5, 16))
        yield from each(scored[child], p.entered, "sdq_12m", months(12), (4, 17))
        four = add_months(b, 48)
        known = within(scored[child], p.entered, p.left)
        if within([four], p.entered, p.left) and four <= as_at and four not in known:
            stop, limit = min((d for d in known if d > four), default=None), add_months(four, 12)
            yield Instance("sdq_12m", child, four, limit, stop, p.left, reading(limit, stop, p.left, as_at))


def _visits(tables: Tables) -> dict[str, list[tuple[date, bool]]]:
    """By child: the visits on a day that falls in a placement, in order, and whether the child was seen alone."""
    made: dict[str, list[tuple[date, bool]]] = defaultdict(list)
    for row in tables["ssd_cla_visits"]:
        made[text(row, "clav_person_id")].append(
            (sure(row, "clav_cla_visit_date"), row["clav_cla_visit_seen_alone"] == "Y")
        )
    found: dict[str, list[tuple[date, bool]]] = defaultdict(list)
    for row in tables["ssd_cla_placement"]:
        start, end = (
            sure(row, "clap_cla_placement_start_date"),
            day(row, "clap_cla_placement_end_date") or date.max,
        )
        child = text(row, "clap_person_id")
        found[child] += [visit for visit in made[child] if start <= visit[0] < end]
    return defaultdict(list, {child: sorted(visits) for child, visits in found.items()})


def _placements(tables: Tables, as_at: date) -> Iterator[Instance]:
    planned = dates_of(tables["local_placement_moves"], "plmo_placement_id", "plmo_placement_plan_date")
    visits, born, fewer = _visits(tables), _born(tables), agreements(tables)
    for row in tables["ssd_cla_placement"]:
        number, child = text(row, "clap_cla_placement_id"), text(row, "clap_person_id")
        start, end = sure(row, "clap_cla_placement_start_date"), day(row, "clap_cla_placement_end_date")
        made, limit = planned[number], working(5)(start)
        early = [d for d in made if d < start]
        stop = max(early) if early else by_end(min(made, default=None), end)
        yield Instance("placement_plan", child, start, limit, stop, end, reading(limit, stop, end, as_at))
        kind, settled = text(row, "clap_cla_placement_type"), add_months(start, 12)
        if kind in ("U1", "U4"):
            seen = [d for d, _ in visits[child] if start <= d and (end is None or d < end)]
            for one in again("lac_visit_3m", child, None, end, seen, months(3), as_at):
                if one.started_on and settled <= one.started_on < fewer.get(number, date.max):
                    yield one
        if kind not in TEMPORARY and _aged(born[child], start, 0, 14):
            lasting = before(months(24))(start)
            yield Instance(
                "lac_stability_2y", child, start, lasting, end, end, _too_soon(lasting, end, as_at)
            )
    for child, seen_at in visits.items():
        alone = [d for d, was_alone in seen_at if was_alone]
        for on, _ in seen_at:
            following = min((d for d, _ in seen_at if d > on), default=None)
            stop = min((d for d in alone if on <= d and (following is None or d < following)), default=None)
            yield Instance(
                "lac_seen_alone", child, on, on, stop, following, reading(on, stop, following, as_at)
            )


def _too_soon(due: date, stop: date | None, as_at: date) -> str:
    if stop is not None:
        return "late" if stop <= due else "met"
    return "met" if due < as_at else "running"


@dataclass(frozen=True, slots=True)
class Stay:
    child: str
    start: date
    end: date


def _at_home(tables: Tables, code: str) -> Iterator[Stay]:
    """Placed with a parent while an order of this kind was in force."""
    statuses = _statuses(tables)
    for row in tables["ssd_cla_placement"]:
        if row["clap_cla_placement_type"] != "P1":
            continue
        child, end = text(row, "clap_person_id"), day(row, "clap_cla_placement_end_date") or date.max
        for status in statuses[child]:
            start, until = max(sure(row, "clap_cla_placement_start_date"), status.start), min(end, status.end)
            if status.code == code and start < until:
                yield Stay(child, start, until)


def _approvals(tables: Tables) -> Iterator[tuple[Stay, bool]]:
    """A connected carer's approval for the time being, and whether it was extended."""
    ends = {
        text(row, "clap_cla_placement_id"): day(row, "clap_cla_placement_end_date")
        for row in tables["ssd_cla_placement"]
    }
    for row in tables["local_placement_moves"]:
        start = day(row, "plmo_temporary_approval_date")
        if start is not None:
            full, over = day(row, "plmo_full_approval_date"), ends.get(text(row, "plmo_placement_id"))
            until = min(full or date.max, over or date.max)
            yield (
                Stay(text(row, "plmo_person_id"), start, until),
                day(row, "plmo_temporary_extended_date") is not None,
            )


def _or_none(end: date) -> date | None:
    return None if end == date.max else end


def _close_visits(tables: Tables, periods: list[CarePeriod], as_at: date) -> Iterator[Instance]:
    visits = {child: [d for d, _ in seen] for child, seen in _visits(tables).items()}
    for stay in _at_home(tables, "C2"):
        end = _or_none(stay.end)
        seen = within(visits.get(stay.child, ()), stay.start, end)
        yield once("lac_visit_care_order_home_first", stay.child, stay.start, end, seen, WEEK, as_at)
        yield from again("lac_visit_care_order_home", stay.child, None, end, seen, days(42), as_at)
    approvals = list(_approvals(tables))
    for stay, extended in approvals:
        at_most = 168 if date(2020, 4, 24) <= stay.start <= date(2020, 9, 25) else 112
        six_weeks = stay.start < date(2011, 4, 1)
        sixteen = closing(
            "reg24_16_weeks",
            stay.child,
            stay.start,
            _or_none(stay.end),
            days(42 if six_weeks else at_most),
            as_at,
        )
        yield replace(sixteen, reading=NOT_APPLICABLE) if extended else sixteen
        if extended:
            yield closing(
                "reg25_extension", stay.child, stay.start, _or_none(stay.end), days(at_most + 56), as_at
            )
    held = reviews_held(tables)
    for stay in [*_at_home(tables, "C1"), *(stay for stay, _ in approvals)]:
        its_care = [
            p for p in periods if p.child_id == stay.child and p.entered <= stay.start < (p.left or date.max)
        ]
        first = min((d for p in its_care for d in held.get(p.id, [])), default=date.max)
        for clock, start, until, limit in (
            ("lac_visit_reg24_weekly", stay.start, min(stay.end, first), WEEK),
            ("lac_visit_reg24_4wk", max(stay.start, first), stay.end, days(28)),
        ):
            if start < until and (first > stay.start if limit is WEEK else first < stay.end):
                seen = within(visits.get(stay.child, ()), start, _or_none(until))
                yield from again(clock, stay.child, start, _or_none(until), seen, limit, as_at)


def _short_breaks(tables: Tables, as_at: date) -> Iterator[Instance]:
    status = {
        (text(row, "lega_person_id"), row["lega_legal_status_start_date"]): text(row, "lega_legal_status")
        for row in tables["ssd_legal_status"] if row["lega_legal_status"] in ("V3", "V4")
    }  # fmt: skip
    series: dict[str, list[Row]] = defaultdict(list)
    nights: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cla_episodes"]:
        child, start = text(row, "clae_person_id"), sure(row, "clae_cla_episode_start_date")
        code, end = status.get((child, start)), day(row, "clae_cla_episode_ceased_date")
        if code is None:
            continue
        series[text(row, "clae_cla_id")].append(row)
        if code == "V3":
            most = 75 if date(2020, 4, 24) <= start <= date(2020, 9, 25) else 17
            yield closing("short_break_17d", child, start, end, days(most), as_at)
            nights[child] |= {start + timedelta(days=n) for n in range((end - start).days if end else 0)}
    reviewed = reviews_held(tables)
    visited = dates_of(tables["ssd_cla_visits"], "clav_person_id", "clav_cla_visit_date")
    for number, rows in series.items():
        child, start = (
            text(rows[0], "clae_person_id"),
            min(sure(row, "clae_entered_care_date") for row in rows),
        )
        ends = [day(row, "clae_cla_episode_ceased_date") for row in rows]
        end = None if None in ends else max(d for d in ends if d)
        seen = within(visited[child], start, end)
        yield from again("short_break_visit", child, start, end, seen, months(6), as_at)
        for one in again("short_break_review", child, start, end, reviewed.get(number, []), months(6), as_at):
            over = end is not None and one.started_on is not None and one.started_on > end
            yield replace(one, reading=CANNOT_TELL) if over else one
    reach = add_months(
        min((d for all_ in nights.values() for d in all_), default=date.max - timedelta(400)), 12
    )
    for child, all_ in nights.items():
        known = sorted(all_)
        for nth, on in enumerate(known):
            opened = known[nth - 75] if nth >= 75 else None
            if opened is None:
                said = CANNOT_TELL if on <= reach else "met"
                yield Instance("short_break_75d", child, None, None, on, None, said)
                continue
            due = add_months(opened, 12)
            yield Instance("short_break_75d", child, opened, due, on, None, "late" if on <= due else "met")


def _permanence(tables: Tables, periods: list[CarePeriod], as_at: date) -> Iterator[Instance]:
    wanted = [row for row in tables["ssd_cla_care_plan"] if '"Y"' in text(row, "lacp_cla_care_plan_json")]
    planned = dates_of(wanted, "lacp_person_id", "lacp_cla_care_plan_start_date")
    agreed = dates_of(tables["local_permanence_plans"], "lper_person_id", "lper_agreed_date")
    achieved = dates_of(tables["local_permanence_plans"], "lper_person_id", "lper_achieved_date")
    orders = dates_of(tables["ssd_permanence"], "perm_person_id", "perm_permanence_order_date")
    decided = dates_of(tables["ssd_permanence"], "perm_person_id", "perm_adm_decision_date")
    born = _born(tables)
    for p in periods:
        chosen = within([*planned[p.child_id], *agreed[p.child_id]], p.entered, p.left)
        yield once("permanence_plan_second_review", p.child_id, p.entered, p.left, chosen, months(4), as_at)
        if _aged(born[p.child_id], p.entered, 0, 10):
            settled = within([*orders[p.child_id], *achieved[p.child_id]], p.entered, p.left)
            limit = before(months(12))
            yield once("permanence_order_after_plan", p.child_id, p.entered, p.left, settled, limit, as_at)
        yield Instance("lac_definition_24h", p.child_id, p.entered, p.entered, p.left, p.left,
                       _too_soon(p.entered, p.left, as_at))  # fmt: skip
    for row in tables["local_permanence_plans"]:
        child, start = text(row, "lper_person_id"), sure(row, "lper_agreed_date")
        end = min(
            (d for d in (day(row, "lper_achieved_date"), day(row, "lper_ended_date")) if d), default=None
        )
        if row["lper_route"] == "LONG_TERM_FOSTERING":
            yield once("ltf_match", child, start, end, [day(row, "lper_matched_date")], months(6), as_at)
        if row["lper_route"] == "ADOPTION":
            yield once(
                "adoption_decision_after_review",
                child,
                start,
                end,
                within(decided[child], start, end),
                months(2),
                as_at,
            )


def _adoption(tables: Tables, periods: list[CarePeriod], as_at: date) -> Iterator[Instance]:
    held = reviews_held(tables)
    reviews: dict[str, list[date]] = defaultdict(list)
    for p in periods:
        reviews[p.child_id] += held.get(p.id, [])
    visits = {child: [d for d, _ in seen] for child, seen in _visits(tables).items()}
    plans = {text(r, "perm_cla_id") for r in tables["ssd_permanence"]
             if r["perm_adm_decision_date"] or r["perm_placed_for_adoption_date"]}  # fmt: skip
    homes = dates_of(tables["ssd_permanence"], "perm_person_id", "perm_placed_for_adoption_date")
    for p in periods:
        if p.id in plans:
            placed = within(homes[p.child_id], p.entered, p.left)
            for clock, limit in (
                ("adoption_a1", days(426)),
                ("adoption_a10", days(426)),
                ("adoption_a3", months(14)),
            ):
                yield once(clock, p.child_id, p.entered, p.left, placed, limit, as_at)
    for row in tables["ssd_permanence"]:
        child = text(row, "perm_person_id")
        stops = [day(row, "perm_decision_reversed_date"), day(row, "perm_permanence_order_date")]
        over = min((d for d in stops if d), default=None)
        decided, ordered, placed_on = (
            day(row, f"perm_{name}_date")
            for name in ("adm_decision", "placement_order", "placed_for_adoption")
        )
        matched = [day(row, "perm_matched_date")]
        if decided:
            yield once("adoption_match_6m", child, decided, over, matched, months(6), as_at)
        if ordered:
            until = min((d for d in (over, placed_on) if d), default=None)
            yield once("adoption_a2", child, ordered, until, matched, days(121), as_at)
            looked = within(reviews[child], ordered, until)
            yield once("adoption_review_not_placed_first", child, ordered, until, looked, months(3), as_at)
            yield from again("adoption_review_not_placed_next", child, None, until, looked, months(6), as_at)
        if placed_on:
            looked = within(set(reviews[child]), placed_on, over)
            yield once("adoption_placed_review_first", child, placed_on, over, looked, days(28), as_at)
            for nth, one in enumerate(
                again("adoption_placed_review_next", child, None, over, looked, months(6), as_at)
            ):
                if nth == 0 and one.started_on:
                    due = add_months(one.started_on, 3)
                    said = reading(due, one.stopped_on, over, as_at)
                    yield replace(one, clock_id="adoption_placed_review_second", due_on=due, reading=said)
                else:
                    yield one
            met = min((d for d in [*(r for r in reviews[child] if r > placed_on), over] if d), default=None)
            seen = within(visits.get(child, ()), placed_on, met)
            yield from again("adoption_placed_visit", child, placed_on, met, seen, WEEK, as_at)


def _adopters(tables: Tables, as_at: date) -> Iterator[Instance]:
    """No child's: a prospective adopter's two stages."""
    for row in tables["local_prospective_adopters"]:
        for clock, stage, limit in (("adopter_stage1", 1, months(2)), ("adopter_stage2", 2, months(4))):
            start, end = day(row, f"adop_stage{stage}_start_date"), day(row, f"adop_stage{stage}_end_date")
            left = day(row, "adop_left_date")
            if start is None and end is None:
                continue
            one = closing(clock, "", start, end or left, limit, as_at)
            yield replace(one, reading=NOT_APPLICABLE) if end is None and left is not None else one
