"""The bookkeeping of drift, pattern by pattern: which children match and since when, from the rows and the rule in words.

Plain Python, and nothing shared with the rooms that find the same children: no journey, no card, no query.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import care_periods, day, reviews_held, sure, text
from undrift.synthetic.truth_lives import (
    Days,
    Lives,
    Time,
    Up,
    at_once,
    both,
    but_not,
    days_of,
    followed,
    months_on,
    nothing_since,
    open_at_all,
    open_for,
    so_many,
    so_many_different,
    unanswered,
    unanswered_in,
)
from undrift.synthetic.truth_shapes import days, working

MONTHS_6, MONTHS_12 = months_on(6), months_on(12)
PLANNED = re.compile(
    r'"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)": "Y"'
)
TOO_MANY, FAR, THIRTEEN_WEEKS = 20, 20, 91


def said(column: str, *values: str) -> Callable[[Row], bool]:
    """The column holds one of these."""
    return lambda row: row[column] in values


@dataclass(frozen=True)
class Known(Lives):
    """Every child's life as the rules ask about it; each part worked out once."""

    @cached_property
    def contacts(self) -> Days:
        return self.dates("ssd_contacts", "cont_person_id", "cont_contact_date")

    @cached_property
    def assessed(self) -> Days:
        return self.dates("ssd_cin_assessments", "cina_person_id", "cina_assessment_start_date")

    @cached_property
    def authorised(self) -> Days:
        return self.dates("ssd_cin_assessments", "cina_person_id", "cina_assessment_auth_date")

    @cached_property
    def need(self) -> list[Time]:
        return self.times(
            "ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"
        )

    @cached_property
    def protection(self) -> list[Time]:
        return self.times(
            "ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"
        )

    @cached_property
    def enquiries(self) -> list[Time]:
        return self.times("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date", "s47e_s47_end_date",
                          label="s47e_s47_nfa", childhood=False)  # fmt: skip

    @cached_property
    def in_care(self) -> list[Time]:
        born, died = self.people
        periods = (Time(one.child_id, one.entered, one.left or date.max) for one in care_periods(self.tables))
        return [self.lived(time, born, died, childhood=True) for time in periods]

    @cached_property
    def helped(self) -> list[Time]:
        return [*self.need, *self.protection, *self.in_care]

    @cached_property
    def before_court(self) -> list[Time]:
        return self.times("ssd_pre_proceedings", "prep_person_id", "prep_pre_pro_decision_date",
                          "prep_agree_stepdown_issue_date", childhood=False)  # fmt: skip

    @cached_property
    def held(self) -> list[Time]:
        return self.times("ssd_involvements", "invo_person_id", "invo_involvement_start_date", "invo_involvement_end_date",
                          label="invo_professional_id", childhood=False,
                          wanted=said("invo_professional_role_id", "Allocated social worker"))  # fmt: skip

    @cached_property
    def carer_of(self) -> dict[object, str]:
        return {row["plmo_placement_id"]: text(row, "plmo_carer_id") for row in self.tables["local_placement_moves"]
                if row["plmo_carer_id"]}  # fmt: skip

    def placements(self, wanted: Callable[[Row], bool] = bool) -> list[Time]:
        return self.times("ssd_cla_placement", "clap_person_id", "clap_cla_placement_start_date",
                          "clap_cla_placement_end_date", label="clap_cla_placement_id", wanted=wanted)  # fmt: skip

    @cached_property
    def carers(self) -> list[Time]:
        return [time._replace(label=self.carer_of[time.label]) for time in self.placements()
                if time.label in self.carer_of]  # fmt: skip


# The front door


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


def referrals(k: Known) -> list[Time]:
    return k.times("ssd_cin_episodes", "cine_person_id", "cine_referral_date", "cine_close_date",
                   label="cine_cin_primary_need_code", childhood=False)  # fmt: skip


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


# Assessment


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


# Child protection


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


def together(many: Iterable[Days]) -> Days:
    found: Days = defaultdict(list)
    for one in many:
        for child, on in one.items():
            found[child] += on
    return {child: sorted(on) for child, on in found.items()}


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


# Child in need, and before court


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


# Care and permanence


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


# Special needs


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


def days_reviewed(k: Known) -> Days:
    """The days of looked-after reviews held, by child."""
    child_of = {period.id: period.child_id for period in care_periods(k.tables)}
    found: Days = defaultdict(list)
    for number, on in reviews_held(k.tables).items():
        if number in child_of:
            found[child_of[number]] += on
    return found


# People


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


# Leaving care


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


def plans_seen(k: Known) -> Days:
    return k.dates("ssd_care_leavers", "clea_person_id", "clea_pathway_plan_review_date")


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


PATTERNS: dict[str, Callable[[Known], Up]] = {
    "annual_review_overdue": annual_review_overdue,
    "assessment_nfa_after_contacts": assessment_nfa_after_contacts,
    "assessment_old": assessment_old,
    "assessment_restarted": assessment_restarted,
    "care_leaver_not_in_touch": care_leaver_not_in_touch,
    "care_leaver_not_in_work": care_leaver_not_in_work,
    "care_leaver_unsuitable_home": lambda k: open_at_all(learnt(k, "clea_care_leaver_accom_suitable", "2")),
    "cin_no_review": cin_no_review,
    "cin_no_visit": cin_no_visit,
    "cin_over_9_months": lambda k: open_for(k.need, months_on(9)),
    "conference_late_not_seen": conference_late_not_seen,
    "contacts_closing_in": contacts_closing_in,
    "contacts_many_sources": contacts_many_sources,
    "cpp_ended_no_assessment": cpp_ended_no_assessment,
    "cpp_ended_under_3_months": cpp_ended_under_3_months,
    "cpp_over_15_months": lambda k: open_for(k.protection, months_on(15)),
    "cpp_over_18_months": lambda k: open_for(k.protection, months_on(18)),
    "cpp_over_24_months": lambda k: open_for(k.protection, months_on(24)),
    "cpp_second_within_2_years": cpp_second_within_2_years,
    "decision_without_manager": decision_without_manager,
    "early_help_then_referral": early_help_then_referral,
    "enquiries_no_conference": enquiries_no_conference,
    "enquiry_harm_returned": enquiry_harm_returned,
    "home_on_care_order_over_a_year": home_on_care_order_over_a_year,
    "no_case_supervision": no_case_supervision,
    "no_management_oversight": no_management_oversight,
    "pathway_plan_old": pathway_plan_old,
    "permanence_not_achieved_adoption": permanence_not_achieved("adoption", 12),
    "permanence_not_achieved_long_term_fostering": permanence_not_achieved("long_term_fostering", 6),
    "permanence_not_achieved_return_home": permanence_not_achieved("return_home", 9),
    "permanence_not_achieved_special_guardianship": permanence_not_achieved("special_guardianship", 9),
    "placed_far": lambda k: open_at_all(k.placements(lambda row: too_far(row))),
    "placement_order_no_match": placement_order_no_match,
    "preproceedings_extended_unreviewed": preproceedings_extended_unreviewed,
    "preproceedings_in_and_out": preproceedings_in_and_out,
    "preproceedings_letter_unfollowed": preproceedings_letter_unfollowed,
    "preproceedings_over_16_weeks": lambda k: open_for(k.before_court, days(112)),
    "rereferred_same_concern": rereferred_same_concern,
    "siblings_apart": siblings_apart,
    "siblings_not_assessed": siblings_not_assessed,
    "stepped_down_and_back": stepped_down_and_back,
    "strategy_agency_missing": strategy_agency_missing,
    "temporary_approval_over": temporary_approval_over,
    "three_carers": lambda k: so_many_different(k.carers, 3, MONTHS_12, k.in_care),
    "three_placements": lambda k: so_many_different(k.placements(), 3, MONTHS_12, k.in_care),
    "three_placements_in_two_years": lambda k: so_many_different(k.placements(), 3, months_on(24), k.in_care),
    "three_social_workers": three_social_workers,
    "transition_not_begun": transition_not_begun,
    "transition_not_begun_no_plan": transition_not_begun_no_plan,
    "unallocated": unallocated,
    "unregistered_placement": lambda k: open_at_all(k.placements(unregistered)),
    "voluntary_no_plan": voluntary_no_plan,
    "worker_new": worker_new,
    "worker_newly_qualified": worker_newly_qualified,
    "worker_over_caseload": worker_over_caseload,
}


def too_far(row: Row) -> bool:
    miles = row["clap_cla_placement_distance"]
    return miles is not None and float(str(miles)) > FAR


def unregistered(row: Row) -> bool:
    return bool(re.fullmatch("X+", text(row, "clap_cla_placement_urn"), re.IGNORECASE))


def pattern_flags(tables: Tables, as_at: date) -> dict[str, Up]:
    """Every time each of PATTERNS held for a child; times that touch or overlap not yet joined."""
    known = Known(tables, as_at)
    return {pattern: rule(known) for pattern, rule in PATTERNS.items()}
