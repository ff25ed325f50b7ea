"""The bookkeeping of the other time limits from contact to court, in plain Python from the rules in words.

Three shapes cover nearly all: a thing that must end in time, a thing that must happen in time once something has
begun, and a thing that must happen again and again while something lasts. `truth` has the first fourteen.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    Instance,
    all_clocks,
    care_periods,
    day,
    reading,
    sure,
    text,
)
from undrift.synthetic.truth_agreements import KEPT as OF_AGREED_FORMS
from undrift.synthetic.truth_agreements import agreed_forms
from undrift.synthetic.truth_care import in_care
from undrift.synthetic.truth_lived import KEPT as OF_PEOPLE
from undrift.synthetic.truth_lived import of_people
from undrift.synthetic.truth_newest import KEPT as OF_THE_NEWEST
from undrift.synthetic.truth_newest import newest_only
from undrift.synthetic.truth_send import special_needs, talked_over
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
from undrift.synthetic.truth_windows import windows

PLANTED_CLOCKS = (  # every clock whose instances are kept here or in another `truth_...`
    "adopter_stage1", "adopter_stage2", "adoption_a1", "adoption_a10", "adoption_a2", "adoption_a3",
    "adoption_decision_after_review", "adoption_match_6m", "adoption_placed_review_first",
    "adoption_placed_review_next", "adoption_placed_review_second", "adoption_placed_visit",
    "adoption_review_not_placed_first", "adoption_review_not_placed_next", "assessment_45wd",
    "assessment_45wd_from_start", "assessment_review_point", "assessment_to_plan", "care_plan_10wd",
    "care_proceedings_26w", "case_supervision", "cin_12_week_model", "cin_open_2_years", "cin_open_6_months",
    "cin_plan_first_meeting", "cin_plan_review", "cin_visit", "contact_referral_decision_1wd",
    "contact_repeat_window", "contact_to_referral_gap", "core_group_first", "core_group_next",
    "cp_plan_starts_on_icpc", "cp_review_first", "cp_review_first_from_icpc", "cp_review_next", "cp_seen_alone",
    "cp_step_down_cin", "cp_visit", "cp_visit_4_weeks", "cp_visit_first", "cpp_18_months_legal", "cpp_2_years",
    "cpp_9_months", "cpp_repeat_2y", "cpp_short_under_3m", "dental_12m", "early_help_assessment",
    "ehc_annual_review_12m", "ehc_decision_6w", "ehc_no_plan_16w", "ehc_plan_20w", "ehc_review_decision_4w",
    "epo_extension", "epo_initial", "icpc_15wd", "iha_20wd", "iro_appointed", "lac_definition_24h",
    "lac_review_first", "lac_review_next", "lac_review_second", "lac_seen_alone", "lac_stability_2y", "lac_visit_3m",
    "lac_visit_6wk", "lac_visit_care_order_home", "lac_visit_care_order_home_first", "lac_visit_first",
    "lac_visit_reg24_4wk", "lac_visit_reg24_weekly", "ltf_match", "missing_long_24h", "missing_repeat_90d",
    "pep_10wd", "pep_review_termly", "permanence_order_after_plan", "permanence_plan_second_review", "placement_plan",
    "plo_case_management_hearing", "police_protection", "preproceedings_letter", "preproceedings_meeting",
    "preproceedings_review", "preproceedings_total", "reg24_16_weeks", "reg25_extension", "rereferral_window_12m",
    "rha_5plus", "rha_under5", "rhi_72h", "s20_drift", "s47_completion", "s47_start", "sdq_12m", "short_break_17d",
    "short_break_75d", "short_break_review", "short_break_visit", "strategy_discussion", *OF_AGREED_FORMS,
    *OF_PEOPLE, *OF_THE_NEWEST,
)  # fmt: skip


def every_clock(tables: Tables, as_at: date) -> list[Instance]:
    """Every instance of PLANTED_CLOCKS in records read off at `as_at`."""
    return [*all_clocks(tables, as_at), *more_clocks(tables, as_at)]


def more_clocks(tables: Tables, as_at: date) -> Iterator[Instance]:
    yield from ends(tables, as_at)
    yield from contacts(tables, as_at)
    yield from one_after_another(tables, as_at)
    yield from plans(tables, as_at)
    yield from court(tables, as_at)
    yield from returns(tables, as_at)
    yield from windows(tables, as_at)
    yield from in_care(tables, as_at)
    yield from special_needs(tables, as_at)
    yield from talked_over(tables, as_at)
    yield from agreed_forms(tables, as_at)
    yield from of_people(tables, as_at)
    yield from newest_only(tables, as_at)


# What must end in time: table, child, first day, last day, the limit, and which rows.
ENDS: tuple[tuple[str, str, str, str, str, Due, Callable[[Row], bool]], ...] = (
    ("early_help_assessment", "local_early_help_assessments", "ehas_person_id", "ehas_start_date",
     "ehas_completion_date", working(45), lambda _: True),
    ("strategy_discussion", "local_strategy_discussions", "strd_person_id", "strd_concern_date", "strd_held_date",
     working(1), lambda _: True),
    ("s47_completion", "ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date", "s47e_s47_end_date", working(15),
     lambda _: True),
    ("cpp_9_months", "ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date",
     before(months(9)), lambda _: True),
    ("cpp_2_years", "ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date",
     before(days(730)), lambda _: True),
    ("cin_12_week_model", "ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date",
     days(84), lambda _: True),
    ("cin_open_2_years", "ssd_cin_episodes", "cine_person_id", "cine_referral_date", "cine_close_date",
     before(months(24)), lambda _: True),
    ("police_protection", "ssd_legal_status", "lega_person_id", "lega_legal_status_start_date",
     "lega_legal_status_end_date", days(3), lambda row: row["lega_legal_status"] == "L1"),
    ("epo_initial", "ssd_legal_status", "lega_person_id", "lega_legal_status_start_date",
     "lega_legal_status_end_date", days(8), lambda row: row["lega_legal_status"] == "L2"),
    ("epo_extension", "ssd_legal_status", "lega_person_id", "lega_legal_status_start_date",
     "lega_legal_status_end_date", days(15), lambda row: row["lega_legal_status"] == "L2"),
    ("s20_drift", "ssd_legal_status", "lega_person_id", "lega_legal_status_start_date",
     "lega_legal_status_end_date", before(days(84)), lambda row: row["lega_legal_status"] == "V2"),
    ("missing_long_24h", "ssd_missing", "miss_person_id", "miss_missing_episode_start_date",
     "miss_missing_episode_end_date", days(1), lambda _: True),
    ("care_proceedings_26w", "local_preproceedings", "lpre_person_id", "lpre_application_date",
     "lpre_final_order_date", days(181), lambda row: row["lpre_application_date"] is not None),
)  # fmt: skip


def ends(tables: Tables, as_at: date) -> Iterator[Instance]:
    for clock, table, person, start, end, due, wanted in ENDS:
        for row in tables[table]:
            if wanted(row):
                yield closing(clock, text(row, person), day(row, start), day(row, end), due, as_at)
    need = {row["cine_referral_id"]: row["cine_cin_primary_need_code"] for row in tables["ssd_cin_episodes"]}
    for row in tables["ssd_cin_plans"]:
        if need.get(row["cinp_referral_id"]) != "N2":  # a disabled child's plan is meant to last
            since, until = day(row, "cinp_cin_plan_start_date"), day(row, "cinp_cin_plan_end_date")
            child = text(row, "cinp_person_id")
            yield closing("cin_open_6_months", child, since, until, before(months(6)), as_at)


def _leads(row: Row) -> bool:
    return '"OUTCOME_NEW_REFERRAL_FLAG": "Y"' in text(row, "cont_contact_outcome_json")


def contacts(tables: Tables, as_at: date) -> Iterator[Instance]:
    """From a contact to the decision on it; and from one that led to a referral, to the referral."""
    referred = dates_of(tables["ssd_cin_episodes"], "cine_person_id", "cine_referral_date")
    leading = dates_of(
        (row for row in tables["ssd_contacts"] if _leads(row)), "cont_person_id", "cont_contact_date"
    )
    decided = {
        row["code_contact_id"]: sure(row, "code_decided_date") for row in tables["local_contact_decisions"]
    }
    for row in tables["ssd_contacts"]:
        child, start = text(row, "cont_person_id"), sure(row, "cont_contact_date")
        own: date | None = None
        if _leads(row):
            following = min((d for d in leading[child] if d > start), default=None)
            own = min((d for d in referred[child] if start <= d < (following or date.max)), default=None)
            due = working(1)(start)
            says = reading(due, own, following, as_at)
            yield Instance("contact_to_referral_gap", child, start, due, own, following, says)
        end = decided.get(row["cont_contact_id"], own)
        yield closing("contact_referral_decision_1wd", child, start, end, working(1), as_at)


def one_after_another(tables: Tables, as_at: date) -> Iterator[Instance]:
    """From one event to the next of another kind, before the first kind comes again; no spell holds them."""
    conferences = [
        row for row in tables["ssd_initial_cp_conference"] if row["icpc_icpc_outcome_cp_flag"] == "Y"
    ]
    plans = dates_of(tables["ssd_cp_plans"], "cppl_person_id", "cppl_cp_plan_start_date")
    plan_ends = dates_of(tables["ssd_cp_plans"], "cppl_person_id", "cppl_cp_plan_end_date")
    reviews = dates_of(tables["ssd_cp_reviews"], "cppr_person_id", "cppr_cp_review_date")
    held = dates_of(conferences, "icpc_person_id", "icpc_icpc_date")
    yield from _following("cp_plan_starts_on_icpc", held, [plans], days(0), as_at)
    yield from _following("cp_review_first_from_icpc", held, [reviews, plan_ends], months(3), as_at)
    found = [row for row in tables["ssd_cin_assessments"] if row["cina_assessment_outcome_nfa"] == "N"]
    authorised = dates_of(found, "cina_person_id", "cina_assessment_auth_date")
    closed = dates_of(tables["ssd_cin_episodes"], "cine_person_id", "cine_close_date")
    going_on = _going_on(tables)
    begun = {child: [start for start, _ in spans] for child, spans in going_on.items()}
    for clock in ("assessment_to_plan", "cin_plan_first_meeting"):
        for one in _following(clock, authorised, [begun, closed], working(10), as_at):
            on = one.started_on
            had = any(start < on < end for start, end in going_on.get(one.child_id, []) if on)
            yield replace(one, reading=NOT_APPLICABLE) if had else one
    asked = [
        row for row in tables["local_strategy_discussions"] if row["strd_outcome"] in ("S47", "S47_JOINT")
    ]
    discussed = dates_of(asked, "strd_person_id", "strd_held_date")
    enquiries = dates_of(tables["ssd_s47_enquiry"], "s47e_person_id", "s47e_s47_start_date")
    yield from _following("s47_start", discussed, [enquiries], days(0), as_at)


def _going_on(tables: Tables) -> dict[str, list[tuple[date, date]]]:
    """By child: from when to when there was a plan, or care."""
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for table, person, start, end in (
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ):
        for row in tables[table]:
            spans[text(row, person)].append((sure(row, start), day(row, end) or date.max))
    for period in care_periods(tables):
        spans[period.child_id].append((period.entered, period.left or date.max))
    return spans


def _following(clock: str, starts: dict[str, list[date]], stops: list[dict[str, list[date]]], due: Due,
               as_at: date) -> Iterator[Instance]:  # fmt: skip
    for child, begun in starts.items():
        after = sorted(d for kind in stops for d in kind.get(child, []))
        for on in begun:
            next_time = min((d for d in begun if d > on), default=None)
            at = bisect_left(after, on)
            stop = after[at] if at < len(after) and after[at] < (next_time or date.max) else None
            yield Instance(
                clock, child, on, due(on), stop, next_time, reading(due(on), stop, next_time, as_at)
            )


def plans(tables: Tables, as_at: date) -> Iterator[Instance]:
    """What happens in assessments and plans: seen, reviewed, visited, met about."""
    reviewed = dates_of(tables["local_assessment_reviews"], "asre_assessment_id", "asre_review_date")
    for row in tables["ssd_cin_assessments"]:
        number, child = text(row, "cina_assessment_id"), text(row, "cina_person_id")
        start, end = sure(row, "cina_assessment_start_date"), day(row, "cina_assessment_auth_date")
        yield once("assessment_review_point", child, start, end, reviewed[number], working(10), as_at)
    groups = dates_of(tables["local_core_groups"], "corg_cp_plan_id", "corg_held_date")
    visits = [row for row in tables["ssd_cp_visits"] if row["cppv_cp_visit_seen"] == "Y"]
    visited = dates_of(visits, "cppv_cp_plan_id", "cppv_cp_visit_date")
    alone = dates_of(
        (row for row in visits if row["cppv_cp_visit_seen_alone"] == "Y"),
        "cppv_cp_plan_id",
        "cppv_cp_visit_date",
    )
    entered = dates_of(tables["ssd_pre_proceedings"], "prep_person_id", "prep_pre_pro_decision_date")
    for row in tables["ssd_cp_plans"]:
        number, child = text(row, "cppl_cp_plan_id"), text(row, "cppl_person_id")
        start, end = sure(row, "cppl_cp_plan_start_date"), day(row, "cppl_cp_plan_end_date")
        yield once("core_group_first", child, start, end, groups[number], working(10), as_at)
        yield from again("core_group_next", child, None, end, groups[number], days(28), as_at)
        yield once("cp_visit_first", child, start, end, visited[number], working(10), as_at)
        yield from again("cp_visit_4_weeks", child, start, end, visited[number], days(28), as_at)
        yield from again("cp_seen_alone", child, start, end, alone[number], days(28), as_at)
        legal = [d for d in entered[child] if start <= d and (end is None or d <= end)]
        yield once("cpp_18_months_legal", child, start, end, legal, before(months(18)), as_at)
    helped = dates_of((row for row in tables["ssd_cin_visits"] if row["cinv_cin_visit_seen"] == "Y"), "cinv_person_id",
                    "cinv_cin_visit_date")  # fmt: skip
    reviews = dates_of(tables["local_cin_reviews"], "cinr_cin_plan_id", "cinr_held_date")
    for row in tables["ssd_cin_plans"]:
        number, child = text(row, "cinp_cin_plan_id"), text(row, "cinp_person_id")
        start, end = sure(row, "cinp_cin_plan_start_date"), day(row, "cinp_cin_plan_end_date")
        yield from again("cin_plan_review", child, start, end, reviews[number], months(3), as_at)
        within = [d for d in helped[child] if start <= d and (end is None or d <= end)]
        yield from again("cin_visit", child, start, end, within, working(20), as_at)


def court(tables: Tables, as_at: date) -> Iterator[Instance]:
    tracker = {text(row, "lpre_table_id"): row for row in tables["local_preproceedings"]}
    for row in tables["ssd_pre_proceedings"]:
        child, mine = text(row, "prep_person_id"), tracker[text(row, "prep_table_id")]
        start, end = sure(row, "prep_pre_pro_decision_date"), day(row, "prep_agree_stepdown_issue_date")
        letter, meeting = day(row, "prep_pre_pro_letter_date"), day(row, "prep_initial_pre_pro_meeting_date")
        yield once("preproceedings_letter", child, start, end, [letter], working(5), as_at)
        for clock, on, stop, due in (("preproceedings_meeting", letter, meeting, days(7)),
                                     ("preproceedings_review", meeting, day(mine, "lpre_review_date"), days(56))):  # fmt: skip
            if on is None:
                continue
            if end is not None and end < on:
                yield Instance(clock, child, on, due(on), None, end, CANNOT_TELL)
                continue
            later = by_end(stop if stop is not None and stop >= on else None, end)
            yield Instance(clock, child, on, due(on), later, end, reading(due(on), later, end, as_at))
        applied = day(mine, "lpre_application_date")
        if applied is not None:
            heard, ordered = day(mine, "lpre_first_hearing_date"), day(mine, "lpre_final_order_date")
            yield once("plo_case_management_hearing", child, applied, ordered, [heard], working(17), as_at)


def returns(tables: Tables, as_at: date) -> Iterator[Instance]:
    """From a child's return to the interview; one the child turned down is not applicable."""
    held = dates_of(tables["local_return_interviews"], "rhin_missing_id", "rhin_held_date")
    refused = {
        row["rhin_missing_id"] for row in tables["local_return_interviews"] if row["rhin_accepted"] == "N"
    }
    for row in tables["ssd_missing"]:
        back, child, number = (
            day(row, "miss_missing_episode_end_date"),
            text(row, "miss_person_id"),
            text(row, "miss_table_id"),
        )
        if back is None:
            continue
        stop = min((d for d in held[number] if d >= back), default=None)
        said_no = number in refused or row["miss_missing_rhi_accepted"] == "N"
        due = back + timedelta(days=3)
        says = NOT_APPLICABLE if said_no else reading(due, stop, None, as_at)
        yield Instance("rhi_72h", child, back, due, stop, None, says)
