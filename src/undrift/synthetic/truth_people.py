"""The bookkeeping of drift for children with special needs, and of who holds each child."""

import itertools
from collections import defaultdict
from collections.abc import Callable
from datetime import date

from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text
from undrift.synthetic.truth_known import (
    MONTHS_12,
    TOO_MANY,
    Known,
    days_reviewed,
    plans_seen,
    referrals,
    together,
)
from undrift.synthetic.truth_lives import (
    Days,
    Time,
    Up,
    but_not,
    months_on,
    nothing_since,
    open_at_all,
    so_many_different,
)
from undrift.synthetic.truth_shapes import working


def ehc_plans(k: Known) -> list[Time]:
    child = {row["send_table_id"]: text(row, "send_person_id") for row in k.tables["ssd_send"]}
    asked = {
        row["ehcr_ehcp_request_id"]: child[row["ehcr_send_table_id"]] for row in k.tables["ssd_ehcp_requests"]
    }
    told = {
        row["ehca_ehcp_assessment_id"]: asked[row["ehca_ehcp_request_id"]]
        for row in k.tables["ssd_ehcp_assessment"]
    }
    born, died = k.people
    plans = (
        Time(told[row["ehcn_ehcp_asmt_id"]], sure(row, "ehcn_named_plan_start_date"),
             day(row, "ehcn_named_plan_ceased_date") or date.max)
        for row in k.tables["ssd_ehcp_named_plan"]
    )  # fmt: skip
    return [k.lived(plan, born, died, childhood=False) for plan in plans]


def ehc_reviews(k: Known) -> Days:
    child = {row["send_table_id"]: text(row, "send_person_id") for row in k.tables["ssd_send"]}
    asked = {
        row["ehcr_ehcp_request_id"]: child[row["ehcr_send_table_id"]] for row in k.tables["ssd_ehcp_requests"]
    }
    latest: Days = defaultdict(list)
    for row in k.tables["ssd_ehcp_active_plans"]:
        if (on := day(row, "ehcp_active_ehcp_last_review_date")) is not None:
            latest[asked[row["ehcp_ehcp_request_id"]]].append(on)
    return together((latest, k.dates("local_ehcp_reviews", "ehrv_person_id", "ehrv_decision_date")))


def annual_review_overdue(k: Known) -> Up:
    return nothing_since(ehc_plans(k), ehc_reviews(k), MONTHS_12)


def transition_not_begun(k: Known) -> Up:
    born, _ = k.people
    reviewed = ehc_reviews(k)
    for plan in ehc_plans(k):
        if plan.child not in born:
            continue
        since = max(plan.start, birthday(born[plan.child], 14))
        until = min(plan.end, birthday(born[plan.child], 18))
        if since < until and since <= k.as_at:
            looked = [on for on in reviewed.get(plan.child, []) if since <= on < until]
            yield plan.child, add_months(since, 12), min([until, *looked])


def transition_not_begun_no_plan(k: Known) -> Up:
    born, _died = k.people
    disabled = {text(row, "disa_person_id") for row in k.tables["ssd_disability"]
                if row["disa_disability_code"] not in (None, "NONE")}  # fmt: skip
    looked = together((
        k.assessed, plans_seen(k), k.dates("local_cin_reviews", "cinr_person_id", "cinr_held_date"),
        days_reviewed(k),
    ))  # fmt: skip

    def waiting() -> Up:
        for case in referrals(k):
            if case.child in disabled and case.child in born:
                since = max(case.start, birthday(born[case.child], 14))
                until = min(case.end, birthday(born[case.child], 18))
                if since < until and since <= k.as_at:
                    planned = [on for on in looked.get(case.child, []) if since <= on < until]
                    yield case.child, add_months(since, 12), min([until, *planned])

    return but_not(waiting(), open_at_all(ehc_plans(k)))


def three_social_workers(k: Known) -> Up:
    return so_many_different(k.held, 3, MONTHS_12, k.helped)


def no_case_supervision(k: Known) -> Up:
    return nothing_since(
        k.helped, k.dates("local_supervisions", "supe_person_id", "supe_held_date"), months_on(2)
    )


def no_management_oversight(k: Known) -> Up:
    return nothing_since(
        k.helped, k.dates("local_management_oversight", "mgmt_person_id", "mgmt_date"), months_on(3)
    )


def unallocated(k: Known) -> Up:
    """An open case that nobody holds. The worker a referral names holds it until the first allocation."""
    held: dict[str, list[Time]] = defaultdict(list)
    for time in k.held:
        held[time.child].append(time)
    born, died = k.people
    for row in k.tables["ssd_cin_episodes"]:
        opened = day(row, "cine_referral_date")
        if opened is None or row["cine_referral_nfa"] == "Y":
            continue
        case = Time(text(row, "cine_person_id"), opened, day(row, "cine_close_date") or date.max)
        case = k.lived(case, born, died, childhood=False)
        mine = sorted(t for t in held[case.child] if t.start < case.end and t.end > case.start)
        reached = (
            max([case.start, mine[0].start if mine else case.end])
            if row["cine_referral_worker_id"]
            else case.start
        )
        for time in mine:
            if time.start > reached:
                yield case.child, working(5)(reached), time.start
            reached = max(reached, time.end)
        if reached < case.end:
            yield case.child, working(5)(reached), case.end


def worker_over_caseload(k: Known) -> Up:
    held: dict[str, list[Time]] = defaultdict(list)
    for time in k.held:
        if time.label and time.start < time.end:
            held[time.label].append(time)
    for theirs in held.values():
        turns = sorted({on for time in theirs for on in (time.start, time.end)})
        waiting, now = sorted(theirs, key=lambda t: t.start, reverse=True), list[Time]()
        for this, following in itertools.pairwise(turns):
            now = [time for time in now if time.end > this]
            while waiting and waiting[-1].start <= this:
                now.append(waiting.pop())
            if len(now) > TOO_MANY:
                yield from ((time.child, this, following) for time in now)


def held_by_the_new(k: Known, limit: int, wanted: Callable[[Row], bool]) -> Up:
    joined: dict[str, date] = {}
    fresh = set()
    for row in k.tables["local_workforce"]:
        who, on = text(row, "wkfc_professional_id"), day(row, "wkfc_start_date")
        if who and on is not None:
            joined[who] = min(on, joined.get(who, date.max))
            fresh |= {who} if wanted(row) else set()
    for time in k.held:
        if time.label in fresh:
            begun = joined[time.label]
            yield time.child, max(time.start, begun), min(time.end, add_months(begun, limit))


def worker_new(k: Known) -> Up:
    return held_by_the_new(k, 6, bool)


def worker_newly_qualified(k: Known) -> Up:
    return held_by_the_new(k, 12, lambda row: row["wkfc_first_year_status"] is not None)


PATTERNS: dict[str, Callable[[Known], Up]] = {
    "annual_review_overdue": annual_review_overdue,
    "no_case_supervision": no_case_supervision,
    "no_management_oversight": no_management_oversight,
    "three_social_workers": three_social_workers,
    "transition_not_begun": transition_not_begun,
    "transition_not_begun_no_plan": transition_not_begun_no_plan,
    "unallocated": unallocated,
    "worker_new": worker_new,
    "worker_newly_qualified": worker_newly_qualified,
    "worker_over_caseload": worker_over_caseload,
}
