"""The bookkeeping of drift in care: homes, permanence, and leaving care."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from undrift.synthetic.days import birthday
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text
from undrift.synthetic.truth_known import (
    FAR,
    MONTHS_6,
    MONTHS_12,
    PLANNED,
    THIRTEEN_WEEKS,
    Known,
    plans_seen,
    said,
    together,
)
from undrift.synthetic.truth_lives import (
    Time,
    Up,
    both,
    months_on,
    nothing_since,
    open_at_all,
    open_for,
    so_many_different,
    unanswered_in,
)
from undrift.synthetic.truth_shapes import days


def permanence_not_achieved(route: str, limit: int) -> Callable[["Known"], Up]:
    def found(k: Known) -> Up:
        born, died = k.people
        for row in k.tables["local_permanence_plans"]:
            if text(row, "lper_route").lower() == route:
                ends = min(
                    day(row, "lper_achieved_date") or date.max, day(row, "lper_ended_date") or date.max
                )
                plan = Time(text(row, "lper_person_id"), sure(row, "lper_agreed_date"), ends)
                yield from open_for([k.lived(plan, born, died, childhood=True)], months_on(limit))

    return found


def legal(k: Known, status: str) -> list[Time]:
    return k.times("ssd_legal_status", "lega_person_id", "lega_legal_status_start_date", "lega_legal_status_end_date",
                   wanted=said("lega_legal_status", status))  # fmt: skip


def voluntary_no_plan(k: Known) -> Up:
    planned = together((
        k.dates("ssd_cla_care_plan", "lacp_person_id", "lacp_cla_care_plan_start_date",
                lambda row: bool(PLANNED.search(text(row, "lacp_cla_care_plan_json")))),
        k.dates("local_permanence_plans", "lper_person_id", "lper_agreed_date"),
    ))  # fmt: skip
    return both(open_for(legal(k, "V2"), days(84)), nothing_since(k.in_care, planned, days(84)))


def home_on_care_order_over_a_year(k: Known) -> Up:
    home = open_at_all(k.placements(said("clap_cla_placement_type", "P1")))
    so = (Time(*span) for span in both(home, open_at_all(legal(k, "C2"))))
    return open_for(so, MONTHS_12)


def placement_order_no_match(k: Known) -> Up:
    mine = ("ssd_permanence", "perm_person_id")
    settled = ("perm_matched_date", "perm_placed_for_adoption_date", "perm_decision_reversed_date")
    answered = together(k.dates(*mine, column) for column in settled)
    return unanswered_in(
        k.in_care, k.dates(*mine, "perm_placement_order_date"), answered, days(121), ever=True
    )


def temporary_approval_over(k: Known) -> Up:
    ends = {time.label: time.end for time in k.placements()}
    for row in k.tables["local_placement_moves"]:
        begun = day(row, "plmo_temporary_approval_date")
        if begun is not None:
            until = min(day(row, "plmo_full_approval_date") or date.max, ends[text(row, "plmo_placement_id")])
            allowed = 24 if row["plmo_temporary_extended_date"] else 16
            yield text(row, "plmo_person_id"), begun + timedelta(weeks=allowed), until


def siblings_apart(k: Known) -> Up:
    homes: dict[str, list[Time]] = defaultdict(list)
    for time in k.carers:
        homes[time.child].append(time)
    for child, others in k.families.items():
        for mine in homes[child]:
            for theirs in (home for other in others for home in homes[other]):
                if theirs.label != mine.label:
                    yield child, max(mine.start, theirs.start), min(mine.end, theirs.end)


def care_leavers(k: Known) -> list[Time]:
    """Those listed: from sixteen, or from becoming eligible if later, to twenty-one."""
    born, died = k.people
    eligible = became_eligible(k, born)
    found = []
    for child in {text(row, "clea_person_id") for row in k.tables["ssd_care_leavers"]}:
        if child in born:
            since = max(birthday(born[child], 16), eligible.get(child, date.min))
            found.append(k.lived(Time(child, since, birthday(born[child], 21)), born, died, childhood=False))
    return found


def became_eligible(k: Known, born: dict[str, date]) -> dict[str, date]:
    """The day a child had been in care thirteen weeks since fourteen, and was in care at sixteen or after."""
    periods: dict[str, list[Time]] = defaultdict(list)
    for time in k.in_care:
        periods[time.child].append(time)
    found: dict[str, date] = {}
    for child, times in periods.items():
        if child not in born:
            continue
        so_far = 0
        for time in sorted(times):
            since = max(time.start, birthday(born[child], 14))
            if since >= time.end:
                continue
            lasted = (time.end - since).days
            reached = since + timedelta(days=max(THIRTEEN_WEEKS - so_far, 0))
            from_day = max(reached, birthday(born[child], 16))
            if so_far + lasted >= THIRTEEN_WEEKS and from_day < time.end and from_day <= k.as_at:
                found[child] = min(from_day, found.get(child, date.max))
            so_far += lasted
    return found


def pathway_plan_old(k: Known) -> Up:
    return nothing_since(care_leavers(k), plans_seen(k), MONTHS_6)


def care_leaver_not_in_touch(k: Known) -> Up:
    heard = k.dates("ssd_care_leavers", "clea_person_id", "clea_care_leaver_latest_contact",
                    lambda row: row["clea_care_leaver_in_touch"] != "NO")  # fmt: skip
    return nothing_since(care_leavers(k), heard, days(56))


def learnt(k: Known, column: str, *values: str) -> list[Time]:
    """How things stand with a care leaver, since the last contact, when it was learnt."""
    return k.times("ssd_care_leavers", "clea_person_id", "clea_care_leaver_latest_contact", "", childhood=False,
                   wanted=said(column, *values))  # fmt: skip


def care_leaver_not_in_work(k: Known) -> Up:
    return nothing_since(
        learnt(k, "clea_care_leaver_activity", "G4", "G5", "G6"), plans_seen(k), months_on(3)
    )


def too_far(row: Row) -> bool:
    miles = row["clap_cla_placement_distance"]
    return miles is not None and float(str(miles)) > FAR


def unregistered(row: Row) -> bool:
    return bool(re.fullmatch("X+", text(row, "clap_cla_placement_urn"), re.IGNORECASE))


PATTERNS: dict[str, Callable[[Known], Up]] = {
    "care_leaver_not_in_touch": care_leaver_not_in_touch,
    "care_leaver_not_in_work": care_leaver_not_in_work,
    "care_leaver_unsuitable_home": lambda k: open_at_all(learnt(k, "clea_care_leaver_accom_suitable", "2")),
    "home_on_care_order_over_a_year": home_on_care_order_over_a_year,
    "pathway_plan_old": pathway_plan_old,
    "permanence_not_achieved_adoption": permanence_not_achieved("adoption", 12),
    "permanence_not_achieved_long_term_fostering": permanence_not_achieved("long_term_fostering", 6),
    "permanence_not_achieved_return_home": permanence_not_achieved("return_home", 9),
    "permanence_not_achieved_special_guardianship": permanence_not_achieved("special_guardianship", 9),
    "placed_far": lambda k: open_at_all(k.placements(lambda row: too_far(row))),
    "placement_order_no_match": placement_order_no_match,
    "siblings_apart": siblings_apart,
    "temporary_approval_over": temporary_approval_over,
    "three_carers": lambda k: so_many_different(k.carers, 3, MONTHS_12, k.in_care),
    "three_placements": lambda k: so_many_different(k.placements(), 3, MONTHS_12, k.in_care),
    "three_placements_in_two_years": lambda k: so_many_different(k.placements(), 3, months_on(24), k.in_care),
    "unregistered_placement": lambda k: open_at_all(k.placements(unregistered)),
    "voluntary_no_plan": voluntary_no_plan,
}
