"""The bookkeeping of drift in child protection, in child in need plans, and before court."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, text
from undrift.synthetic.truth_known import MONTHS_6, MONTHS_12, Known, said, together
from undrift.synthetic.truth_lives import (
    Days,
    Up,
    at_once,
    but_not,
    days_of,
    followed,
    months_on,
    nothing_since,
    open_for,
    so_many,
    unanswered,
    unanswered_in,
)
from undrift.synthetic.truth_shapes import days, working


def strategy_agency_missing(k: Known) -> Up:
    def whole(row: Row) -> bool:
        return (
            row["strd_police_present"] == row["strd_health_present"] == "Y"
            and row["strd_referrer_present"] != "N"
        )

    def lacking(row: Row) -> bool:
        return "N" in (row["strd_police_present"], row["strd_health_present"], row["strd_referrer_present"])

    held = ("local_strategy_discussions", "strd_person_id", "strd_held_date")
    return unanswered(k.dates(*held, lacking), k.dates(*held, whole), at_once, months_on(3))


def ended_without(k: Known) -> Days:
    """The days enquiries ended with no conference needed."""
    return days_of([one for one in k.enquiries if one.label == "Y"], ends=True)


def enquiries_no_conference(k: Known) -> Up:
    met = k.dates("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_date")
    return so_many(ended_without(k), met, 2, MONTHS_12)


def enquiry_harm_returned(k: Known) -> Up:
    return followed(ended_without(k), k.enquiries, MONTHS_6, MONTHS_6)


def conference_late_not_seen(k: Known) -> Up:
    looked = (
        k.dates("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_date"),
        k.dates("ssd_cp_visits", "cppv_person_id", "cppv_cp_visit_date", said("cppv_cp_visit_seen", "Y")),
        k.dates("ssd_cin_visits", "cinv_person_id", "cinv_cin_visit_date", said("cinv_cin_visit_seen", "Y")),
        k.dates("local_assessment_reviews", "asre_person_id", "asre_child_seen_date"),
    )  # fmt: skip
    return nothing_since(k.enquiries, together(looked), working(16))


def cpp_ended_under_3_months(k: Known) -> Up:
    for plan in k.protection:
        if plan.end < add_months(plan.start, 3):
            yield plan.child, plan.end, add_months(plan.end, 6)


def cpp_ended_no_assessment(k: Known) -> Up:
    def ended() -> Up:
        for plan in k.protection:
            looked = any(plan.start <= on <= plan.end for on in k.authorised.get(plan.child, []))
            if plan.end < date.max and not looked:
                yield plan.child, plan.end, add_months(plan.end, 6)

    return but_not(ended(), unanswered(k.authorised, {}, at_once, MONTHS_6))


def cpp_second_within_2_years(k: Known) -> Up:
    return followed(days_of(k.protection, ends=True), k.protection, months_on(24), None)


def stepped_down_and_back(k: Known) -> Up:
    return followed(days_of(k.protection, ends=True), [*k.enquiries, *k.protection], MONTHS_12, MONTHS_6)


def cin_no_review(k: Known) -> Up:
    return nothing_since(k.need, k.dates("local_cin_reviews", "cinr_person_id", "cinr_held_date"), MONTHS_6)


def cin_no_visit(k: Known) -> Up:
    seen = k.dates(
        "ssd_cin_visits", "cinv_person_id", "cinv_cin_visit_date", said("cinv_cin_visit_seen", "Y")
    )
    return nothing_since(k.need, seen, days(56))


def preproceedings_in_and_out(k: Known) -> Up:
    return followed(days_of(k.before_court, ends=True), k.before_court, MONTHS_12, None)


def preproceedings_letter_unfollowed(k: Known) -> Up:
    ours = {row["lpre_table_id"]: day(row, "lpre_letter_date") for row in k.tables["local_preproceedings"]}
    sent: Days = defaultdict(list)
    for row in k.tables["ssd_pre_proceedings"]:
        on = day(row, "prep_pre_pro_letter_date") or ours.get(row["prep_table_id"])
        if on is not None:
            sent[text(row, "prep_person_id")].append(on)
    then = together((
        k.dates("ssd_pre_proceedings", "prep_person_id", "prep_initial_pre_pro_meeting_date"),
        k.dates("local_preproceedings", "lpre_person_id", "lpre_application_date"),
    ))  # fmt: skip
    return unanswered_in(k.before_court, sent, then, days(28))


def preproceedings_extended_unreviewed(k: Known) -> Up:
    mine = ("local_preproceedings", "lpre_person_id")
    return unanswered_in(
        k.before_court, k.dates(*mine, "lpre_extended_date"), k.dates(*mine, "lpre_review_date"), days(56)
    )


PATTERNS: dict[str, Callable[[Known], Up]] = {
    "cin_no_review": cin_no_review,
    "cin_no_visit": cin_no_visit,
    "cin_over_9_months": lambda k: open_for(k.need, months_on(9)),
    "conference_late_not_seen": conference_late_not_seen,
    "cpp_ended_no_assessment": cpp_ended_no_assessment,
    "cpp_ended_under_3_months": cpp_ended_under_3_months,
    "cpp_over_15_months": lambda k: open_for(k.protection, months_on(15)),
    "cpp_over_18_months": lambda k: open_for(k.protection, months_on(18)),
    "cpp_over_24_months": lambda k: open_for(k.protection, months_on(24)),
    "cpp_second_within_2_years": cpp_second_within_2_years,
    "enquiries_no_conference": enquiries_no_conference,
    "enquiry_harm_returned": enquiry_harm_returned,
    "preproceedings_extended_unreviewed": preproceedings_extended_unreviewed,
    "preproceedings_in_and_out": preproceedings_in_and_out,
    "preproceedings_letter_unfollowed": preproceedings_letter_unfollowed,
    "preproceedings_over_16_weeks": lambda k: open_for(k.before_court, days(112)),
    "stepped_down_and_back": stepped_down_and_back,
    "strategy_agency_missing": strategy_agency_missing,
}
