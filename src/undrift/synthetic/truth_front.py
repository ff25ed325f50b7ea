"""The bookkeeping of drift at the front door and in assessment."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from undrift.synthetic.days import add_months
from undrift.synthetic.truth import day, text
from undrift.synthetic.truth_known import MONTHS_6, MONTHS_12, Known, referrals, said
from undrift.synthetic.truth_lives import (
    Days,
    Time,
    Up,
    at_once,
    both,
    days_of,
    followed,
    months_on,
    nothing_since,
    so_many,
    so_many_different,
    unanswered,
)
from undrift.synthetic.truth_shapes import working


def contacts_closing_in(k: Known) -> Up:
    def closer(run: list[date]) -> bool:
        return run[2] - run[1] < run[1] - run[0]

    return so_many(k.contacts, k.assessed, 3, MONTHS_12, closer)


def contacts_many_sources(k: Known) -> Up:
    """Each contact counts for twelve months, or until an assessment begins on its day or after."""
    heard: list[Time] = []
    for row in k.tables["ssd_contacts"]:
        on, child = day(row, "cont_contact_date"), text(row, "cont_person_id")
        if on is not None and row["cont_contact_source_code"]:
            assessed = min((d for d in k.assessed.get(child, []) if d >= on), default=date.max)
            heard.append(Time(child, on, min(MONTHS_12(on), assessed), text(row, "cont_contact_source_code")))
    always = [Time(child, date.min, date.max) for child in {time.child for time in heard}]
    return so_many_different(heard, 3, at_once, always)


def decision_without_manager(k: Known) -> Up:
    unnamed = k.dates("local_contact_decisions", "code_person_id", "code_decided_date",
                      lambda row: row["code_manager_id"] is None)  # fmt: skip
    return unanswered(unnamed, {}, at_once, months_on(3))


def early_help_then_referral(k: Known) -> Up:
    sent = k.dates("local_contact_decisions", "code_person_id", "code_decided_date",
                   said("code_decision", "EARLY_HELP"))  # fmt: skip
    return followed(sent, referrals(k), MONTHS_6, MONTHS_6)


def rereferred_same_concern(k: Known) -> Up:
    by_need: dict[str, list[Time]] = defaultdict(list)
    for referral in referrals(k):
        if referral.label:
            by_need[referral.label].append(referral)
    for same in by_need.values():
        yield from followed(days_of(same, ends=False), same, MONTHS_12, MONTHS_6)


def siblings_not_assessed(k: Known) -> Up:
    theirs: Days = defaultdict(list)
    for child, others in k.families.items():
        theirs[child] = sorted(on for other in others for on in k.assessed.get(other, []))
    return unanswered(theirs, k.assessed, working(20), MONTHS_6)


def assessment_old(k: Known) -> Up:
    return nothing_since([*k.need, *k.protection], k.assessed, MONTHS_12)


def assessment_nfa_after_contacts(k: Known) -> Up:
    ended = k.dates("ssd_cin_assessments", "cina_person_id", "cina_assessment_auth_date",
                    said("cina_assessment_outcome_nfa", "Y"))  # fmt: skip
    return both(unanswered(ended, k.assessed, at_once, MONTHS_6), so_many(k.contacts, {}, 3, MONTHS_12))


def assessment_restarted(k: Known) -> Up:
    """Another worker began again within three months, with nothing authorised from that day on in between."""
    begun: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row in k.tables["ssd_cin_assessments"]:
        if (on := day(row, "cina_assessment_start_date")) is not None:
            begun[text(row, "cina_person_id")].append((on, text(row, "cina_assessment_worker_id")))
    for child, known in begun.items():
        for on, worker in known:
            earlier = max((one for one in known if one[0] < on), default=None)
            if earlier is None or not worker or not earlier[1] or worker == earlier[1]:
                continue
            closed = any(earlier[0] <= d < on for d in k.authorised.get(child, []))
            if on <= add_months(earlier[0], 3) and not closed:
                yield child, on, add_months(on, 3)


PATTERNS: dict[str, Callable[[Known], Up]] = {
    "assessment_nfa_after_contacts": assessment_nfa_after_contacts,
    "assessment_old": assessment_old,
    "assessment_restarted": assessment_restarted,
    "contacts_closing_in": contacts_closing_in,
    "contacts_many_sources": contacts_many_sources,
    "decision_without_manager": decision_without_manager,
    "early_help_then_referral": early_help_then_referral,
    "rereferred_same_concern": rereferred_same_concern,
    "siblings_not_assessed": siblings_not_assessed,
}
