"""The bookkeeping of time limits in special educational needs, and of talking about each child in supervision."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from undrift.synthetic.tables import Tables
from undrift.synthetic.truth import CANNOT_TELL, NOT_APPLICABLE, Instance, day, sure, text
from undrift.synthetic.truth_care import within
from undrift.synthetic.truth_shapes import again, closing, dates_of, days, months, once


def special_needs(tables: Tables, as_at: date) -> Iterator[Instance]:
    whose = {text(row, "send_table_id"): text(row, "send_person_id") for row in tables["ssd_send"]}
    told = {text(row, "ehca_ehcp_request_id"): row for row in tables["ssd_ehcp_assessment"]}
    asked_for = {text(row, "ehca_ehcp_assessment_id"): request for request, row in told.items()}
    requests = {text(row, "ehcr_ehcp_request_id"): row for row in tables["ssd_ehcp_requests"]}
    child_of = {number: whose[text(row, "ehcr_send_table_id")] for number, row in requests.items()}
    issued: dict[str, list[date]] = {}
    for row in tables["ssd_ehcp_named_plan"]:
        request = asked_for[text(row, "ehcn_ehcp_asmt_id")]
        issued.setdefault(request, []).append(sure(row, "ehcn_named_plan_start_date"))
    for number, row in requests.items():
        child, start = child_of[number], sure(row, "ehcr_ehcp_req_date")
        decided = closing(
            "ehc_decision_6w", child, start, day(row, "ehcr_ehcp_req_outcome_date"), days(42), as_at
        )
        first, said = row["ehcr_ehcp_req_outcome"], told.get(number)
        yield replace(decided, reading=NOT_APPLICABLE) if first == "W" else decided
        outcome = said["ehca_ehcp_assessment_outcome"] if said else None
        exception = said is not None and str(said["ehca_ehcp_assessment_exceptions"]) == "1"
        no_plan = first not in ("N", "W") and outcome == "N"
        weeks_20 = days(182 if start < date(2014, 9, 1) else 140)
        one = once("ehc_plan_20w", child, start, None, issued.get(number, []), weeks_20, as_at)
        excused = first in ("N", "W") or outcome in ("N", "W") or exception
        yield replace(one, reading=NOT_APPLICABLE) if excused and one.reading != CANNOT_TELL else one
        if no_plan and said is not None:
            refused = [day(said, "ehca_ehcp_assessment_outcome_date")]
            yield once("ehc_no_plan_16w", child, start, None, refused, days(112), as_at)
    looked: dict[str, list[date]] = {}
    for row in tables["ssd_ehcp_active_plans"]:
        if (on := day(row, "ehcp_active_ehcp_last_review_date")) is not None:
            looked.setdefault(child_of[text(row, "ehcp_ehcp_request_id")], []).append(on)
    for row in tables["local_ehcp_reviews"]:
        child, met = text(row, "ehrv_person_id"), day(row, "ehrv_meeting_date")
        decision = day(row, "ehrv_decision_date")
        yield closing("ehc_review_decision_4w", child, met, decision, days(28), as_at)
        if decision is not None:
            looked.setdefault(child, []).append(decision)
    for row in tables["ssd_ehcp_named_plan"]:
        child = child_of[asked_for[text(row, "ehcn_ehcp_asmt_id")]]
        start, end = sure(row, "ehcn_named_plan_start_date"), day(row, "ehcn_named_plan_ceased_date")
        held = within(looked.get(child, []), start, end)
        yield from again("ehc_annual_review_12m", child, start, end, held, months(12), as_at)


def talked_over(tables: Tables, as_at: date) -> Iterator[Instance]:
    """Each open child discussed with a manager, month by month."""
    spoken = dates_of(
        (row for row in tables["local_supervisions"] if row["supe_person_id"]),
        "supe_person_id",
        "supe_held_date",
    )
    for row in tables["ssd_cin_episodes"]:
        if row["cine_referral_nfa"] == "Y":
            continue
        child, start, end = (
            text(row, "cine_person_id"),
            day(row, "cine_referral_date"),
            day(row, "cine_close_date"),
        )
        if start is None:
            yield Instance("case_supervision", child, None, None, None, end, CANNOT_TELL)
            continue
        held = within(spoken[child], start, end)
        yield from again("case_supervision", child, start, end, held, months(1), as_at)
