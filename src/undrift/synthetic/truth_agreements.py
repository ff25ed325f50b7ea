"""The bookkeeping of time limits whose days come from the authority's own forms alone, and of thirteen weeks in care.

Written from the rules in words, as `truth` is.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Tables
from undrift.synthetic.truth import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    Instance,
    care_periods,
    day,
    reading,
    reviews_held,
    sure,
    text,
)
from undrift.synthetic.truth_shapes import again, by_end, closing, dates_of, days, months, once, working

KEPT = (
    "adopter_annual_review", "ehc_amended_final_12w", "ehc_amended_final_8w", "eligible_13_weeks", "lac_visit_ltf_6m",
    "lac_visit_reg19", "reg19_assessment", "secure_72h", "supervision_order_expiry",
)  # fmt: skip


def agreed_forms(tables: Tables, as_at: date) -> Iterator[Instance]:
    yield from _fewer_visits(tables, as_at)
    yield from _unassessed(tables, as_at)
    yield from _secure(tables, as_at)
    yield from _thirteen_weeks(tables, as_at)
    for row in tables["local_supervision_orders"]:
        made, ended = sure(row, "suor_made_date"), day(row, "suor_end_date")
        one = closing("supervision_order_expiry", text(row, "suor_person_id"), made, ended, months(12), as_at)
        yield replace(one, reading=NOT_APPLICABLE) if row["suor_extended_to_date"] else one
    reviewed = dates_of(tables["local_adopter_reviews"], "adrv_adopter_id", "adrv_held_date")
    for row in tables["local_prospective_adopters"]:
        approved = day(row, "adop_approved_date")
        over = [d for d in (day(row, "adop_placed_date"), day(row, "adop_left_date")) if d]
        if approved:
            held = reviewed[text(row, "adop_id")]
            yield from again(
                "adopter_annual_review", "", approved, min(over, default=None), held, months(12), as_at
            )
    for row in tables["local_ehcp_amendments"]:
        child, final = text(row, "eham_person_id"), day(row, "eham_final_date")
        yield closing("ehc_amended_final_12w", child, day(row, "eham_meeting_date"), final, days(84), as_at)
        if (sent := day(row, "eham_notice_date")) is not None:
            yield closing("ehc_amended_final_8w", child, sent, final, days(56), as_at)


def agreements(tables: Tables) -> dict[str, date]:
    """By placement: the day the child agreed to a visit every six months."""
    placed = {row["plmo_id"]: text(row, "plmo_placement_id") for row in tables["local_placement_moves"]}
    return {
        placed[row["viag_id"]]: on
        for row in tables["local_visit_agreements"]
        if (on := day(row, "viag_agreed_date")) is not None
    }


def _fewer_visits(tables: Tables, as_at: date) -> Iterator[Instance]:
    agreed = agreements(tables)
    visited = dates_of(tables["ssd_cla_visits"], "clav_person_id", "clav_cla_visit_date")
    for row in tables["ssd_cla_placement"]:
        start, end = sure(row, "clap_cla_placement_start_date"), day(row, "clap_cla_placement_end_date")
        since = agreed.get(text(row, "clap_cla_placement_id"))
        if row["clap_cla_placement_type"] in ("U1", "U4") and since is not None:
            child, first = text(row, "clap_person_id"), max(since, add_months(start, 12))
            seen = [d for d in visited[child] if first <= d and (end is None or d < end)]
            yield from again("lac_visit_ltf_6m", child, None, end, seen, months(6), as_at)


def _unassessed(tables: Tables, as_at: date) -> Iterator[Instance]:
    rows = {row["papl_id"]: row for row in tables["local_parent_placements"]}
    marked = {
        text(move, "plmo_placement_id"): rows[move["plmo_id"]]
        for move in tables["local_placement_moves"]
        if rows.get(move["plmo_id"], {}).get("papl_before_assessment") == "Y"
    }
    visited = dates_of(tables["ssd_cla_visits"], "clav_person_id", "clav_cla_visit_date")
    held = reviews_held(tables)
    for row in tables["ssd_cla_placement"]:
        told = marked.get(text(row, "clap_cla_placement_id"))
        if told is None:
            continue
        child = text(row, "clap_person_id")
        start, end = sure(row, "clap_cla_placement_start_date"), day(row, "clap_cla_placement_end_date")
        done = day(told, "papl_assessed_date")
        yield once("reg19_assessment", child, start, end, [done], working(10), as_at)
        first = min(held.get(text(row, "clap_cla_id"), []), default=None)
        if first is None or start < first:
            until = min((d for d in (end, first) if d), default=None)
            seen = [d for d in visited[child] if start <= d and (until is None or d <= until)]
            yield from again("lac_visit_reg19", child, start, until, seen, days(7), as_at)


def _secure(tables: Tables, as_at: date) -> Iterator[Instance]:
    placed = {row["plmo_id"]: text(row, "plmo_placement_id") for row in tables["local_placement_moves"]}
    orders = {placed[row["seor_id"]]: day(row, "seor_order_date") for row in tables["local_secure_orders"]}
    stays: dict[str, list[tuple[date, date | None, str]]] = defaultdict(list)
    for row in tables["ssd_cla_placement"]:
        if row["clap_cla_placement_type"] == "K1":
            start, end = sure(row, "clap_cla_placement_start_date"), day(row, "clap_cla_placement_end_date")
            stays[text(row, "clap_person_id")].append((start, end, text(row, "clap_cla_placement_id")))
    for child, of_child in stays.items():
        left: date | None = date.min
        for start, end, number in sorted(of_child, key=lambda stay: (stay[0], stay[2])):
            due, made = start + timedelta(days=3), orders.get(number)
            stop = by_end(made, end)
            adds_up = left is None or (left > date.min and left + timedelta(days=28) > start)
            says = CANNOT_TELL if adds_up else reading(due, stop, end, as_at)
            yield Instance("secure_72h", child, start, due, stop, end, says)
            left = end


def _thirteen_weeks(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Day after day in care since fourteen, until there have been ninety-one of them."""
    born = {text(row, "pers_person_id"): day(row, "pers_dob") for row in tables["ssd_person"]}
    spent: dict[str, int] = defaultdict(int)
    for period in sorted(care_periods(tables), key=lambda p: (p.entered, p.id)):
        birth = born[period.child_id]
        assert birth is not None
        start = max(period.entered, add_months(birth, 14 * 12))
        over = period.left or date.max
        if start >= over or start > as_at or spent[period.child_id] >= 91:
            continue
        at = start
        while spent[period.child_id] < 91 and at < min(over, as_at):
            at += timedelta(days=1)
            spent[period.child_id] += 1
        stop = at if spent[period.child_id] >= 91 else None
        due = start + timedelta(days=91)
        yield Instance("eligible_13_weeks", period.child_id, start, due, stop, period.left,
                       reading(due, stop, period.left, as_at))  # fmt: skip
