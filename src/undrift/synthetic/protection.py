"""Enquiries, conferences, child protection plans and child in need plans of one child."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from undrift.synthetic.days import add_months
from undrift.synthetic.people import Child, Family
from undrift.synthetic.practice import (
    ASSESSMENT_JSON,
    CONFERENCE_JSON,
    ENQUIRY_JSON,
    PARTICIPATION,
    Allocation,
    Practice,
)
from undrift.synthetic.story import planted


@dataclass(slots=True)
class Course:
    """A child protection plan as brothers and sisters share it: its reviews, its end and what follows."""

    start: date
    end: date
    reviews: list[tuple[date, date, str]]  # due, held, meeting
    after: str  # cin, care or close
    category: str


@dataclass(slots=True)
class Case:
    """One child's episode while it is being made."""

    fam: Family
    child: Child
    referral_id: str
    referred: date
    limit: date
    allocation: Allocation
    safe_team: str
    not_on: set[date] = field(default_factory=set)
    spells: list[tuple[date, date]] = field(default_factory=list)  # child in need and child protection plans
    happenings: list[date] = field(default_factory=list)  # events on an open plan that ask for a new look
    assessed: list[tuple[date, date]] = field(default_factory=list)


def assessment(
    p: Practice, case: Case, start: date, end: date, team: str, further: bool, seen: float
) -> None:
    outcome = "PROV_OF_SERVICES" if further else p.rng.choice(("NFA", "NFA", "REFERRAL_TO_OTHER_AGENCY"))
    case.assessed.append((start, end))
    case.fam.put(
        "ssd_cin_assessments",
        cina_assessment_id=p.id("A"),
        cina_person_id=case.child.id,
        cina_referral_id=case.referral_id,
        cina_assessment_start_date=start,
        cina_assessment_child_seen=p.yes_no(seen),
        cina_assessment_auth_date=end,
        cina_assessment_outcome_json=ASSESSMENT_JSON[outcome],
        cina_assessment_outcome_nfa="N" if further else "Y",
        cina_assessment_team=team,
        cina_assessment_worker_id=case.allocation.on(start).id,
    )


def enquiry(p: Practice, case: Case, start: date, needs_conference: bool, conference: date | None) -> str:
    """A section 47 enquiry; not needing a conference means not substantiated, or already on a plan."""
    number = p.id("S")
    end = p.wd.add(start, p.rng.randrange(4, 14))
    if conference is not None:
        end = min(end, conference)
    outcome = (
        "CP_CONFERENCE"
        if needs_conference
        else p.rng.choice(("NFA", "NFA_CONTINUE_SINGLE", "PROV_OF_SERVICES"))
    )
    case.fam.put(
        "ssd_s47_enquiry",
        s47e_s47_enquiry_id=number,
        s47e_referral_id=case.referral_id,
        s47e_person_id=case.child.id,
        s47e_s47_start_date=start,
        s47e_s47_end_date=end,
        s47e_s47_nfa="N" if needs_conference else "Y",
        s47e_s47_outcome_json=ENQUIRY_JSON[outcome],
        s47e_s47_completed_by_worker_id=case.allocation.on(start).id,
        s47e_s47_completed_by_team=case.safe_team,
    )
    return number


def conference_day(p: Practice, team: str, start: date, children: int) -> date:
    overrun = 9.0 if team == "SC" else 6.0
    days = p.working_day_count(p.together("icpc_15wd", team, start, children), 7, 14, 15, overrun)
    return p.wd.add(start, days)


def conference(
    p: Practice, case: Case, s47_id: str, s47: date, held: date, meeting: str, course: Course | None
) -> None:
    """The initial conference and, when it makes one, the whole child protection plan."""
    icpc_id = p.id("K")
    plan_id = p.id("CP") if course else None
    case.fam.put(
        "ssd_initial_cp_conference",
        icpc_icpc_id=icpc_id,
        icpc_icpc_meeting_id=meeting,
        icpc_s47_enquiry_id=s47_id,
        icpc_person_id=case.child.id,
        icpc_cp_plan_id=plan_id,
        icpc_referral_id=case.referral_id,
        icpc_icpc_transfer_in="N",
        icpc_icpc_target_date=p.wd.add(s47, 15),
        icpc_icpc_date=held,
        icpc_icpc_outcome_cp_flag="Y" if course else "N",
        icpc_icpc_outcome_json=CONFERENCE_JSON["CP" if course else "PROV_OF_SERVICES"],
        icpc_icpc_team=case.safe_team,
        icpc_icpc_worker_id=case.allocation.on(held).id,
    )
    if course and plan_id:
        _protection_plan(p, case, plan_id, icpc_id, course)


def course_from(p: Practice, start: date, team: str, care_chance: float, children: int) -> Course:
    """How a plan made on `start` will run: a few end before any review, the rest at one."""
    category = p.rng.choices(("NEG", "EMO", "PHY", "SAB", "MUL"), (36, 45, 8, 5, 6))[0]
    after = p.rng.choices(
        ("care", "cin", "close"), (care_chance, 0.62 - care_chance / 2, 0.38 - care_chance / 2)
    )[0]
    if p.chance(0.07):
        end = p.wd.on_or_after(start + timedelta(days=p.rng.randrange(18, 84)))
        return Course(start, end, [], after, category)
    reviews: list[tuple[date, date, str]] = []
    last, months = start, 3
    for leaves in (0.16, 0.66, 0.66, 0.62, 0.7, 1.0):
        held = p.by_month(p.together("cp_review", team, last, children), last, months, 20, 16.0)
        reviews.append((add_months(last, months), held, p.id("M")))
        last, months = held, 6
        if p.chance(leaves):
            break
    return Course(start, last, reviews, after, category)


def _protection_plan(p: Practice, case: Case, plan_id: str, icpc_id: str, course: Course) -> None:
    child, fam = case.child, case.fam
    end = min(course.end, case.limit)
    child.cp_plans += 1
    case.spells.append((course.start, end))
    case.not_on |= {course.start, end}
    latest = course.category if p.chance(0.9) else p.rng.choice(("NEG", "EMO", "PHY", "MUL"))
    fam.put(
        "ssd_cp_plans",
        cppl_cp_plan_id=plan_id,
        cppl_referral_id=case.referral_id,
        cppl_icpc_id=icpc_id,
        cppl_person_id=child.id,
        cppl_cp_plan_start_date=course.start,
        cppl_cp_plan_end_date=end,
        cppl_cp_plan_initial_category=course.category,
        cppl_cp_plan_ola="N",
        cppl_cp_plan_latest_category=latest,
    )
    for due, held, meeting in course.reviews:
        if held > end:
            break
        fam.put(
            "ssd_cp_reviews",
            cppr_cp_review_id=p.id("CPR"),
            cppr_person_id=child.id,
            cppr_cp_plan_id=plan_id,
            cppr_cp_review_due=due,
            cppr_cp_review_date=held,
            cppr_cp_review_meeting_id=meeting,
            cppr_cp_review_outcome_continue_cp="N" if held == end else "Y",
            cppr_cp_review_quorate=p.yes_no(0.95),
            cppr_cp_review_participation="PN0" if child.age(held) < 4 else p.rng.choice(PARTICIPATION),
        )
    _protection_visits(p, case, plan_id, course.start, end)
    while_open(p, case, course.start, end, enquiries_a_year=0.42, missing_a_year=0.5)


def _protection_visits(p: Practice, case: Case, plan_id: str, start: date, end: date) -> None:
    last = start
    until = min(end, p.as_at)
    while True:
        days = p.working_day_count(p.in_time("cp_visit", case.safe_team, last), 5, 10, 10, 4.0)
        visited = p.wd.add(last, days)
        if days > 2 and p.chance(0.06):  # nobody in: a visit that does not count
            _protection_visit(p, case, plan_id, p.wd.add(last, days - 2), end, "N")
        if visited >= until:
            return
        _protection_visit(p, case, plan_id, visited, end, "Y")
        last = visited


def _protection_visit(p: Practice, case: Case, plan_id: str, day: date, end: date, seen: str) -> None:
    if day >= end:
        return
    alone = p.yes_no(0.72 if case.child.age(day) >= 4 else 0.2) if seen == "Y" else "N"
    case.fam.put(
        "ssd_cp_visits",
        cppv_cp_visit_id=p.id("CPV"),
        cppv_person_id=case.child.id,
        cppv_cp_plan_id=plan_id,
        cppv_cp_visit_date=day,
        cppv_cp_visit_seen=seen,
        cppv_cp_visit_seen_alone=alone,
        cppv_cp_visit_bedroom=p.yes_no(0.6) if seen == "Y" else "N",
    )


def while_open(
    p: Practice, case: Case, start: date, end: date, enquiries_a_year: float, missing_a_year: float
) -> None:
    """Enquiries that need no conference, and missing episodes of teenagers, while a plan is open."""
    at = start
    while (at := at + timedelta(days=20 + int(p.exponential(365 / enquiries_a_year)))) < end:
        day = p.wd.on_or_after(at)
        if start < day < end:
            enquiry(p, case, day, False, None)
            case.happenings.append(day)
    if case.child.age(start) >= 13 and p.chance(0.3):
        at = start
        while (at := at + timedelta(days=5 + int(p.exponential(365 / missing_a_year / 3)))) < end:
            missing(p, case, at)
            case.happenings.append(at)


def missing(p: Practice, case: Case, day: date) -> None:
    offered = p.chance(0.85)
    case.fam.put(
        "ssd_missing",
        miss_table_id=p.id("MIS"),
        miss_person_id=case.child.id,
        miss_missing_episode_start_date=day,
        miss_missing_episode_type="M" if p.chance(0.7) else "A",
        miss_missing_episode_end_date=day + timedelta(days=min(int(p.exponential(1.5)), 30)),
        miss_missing_rhi_offered="Y" if offered else "N",
        miss_missing_rhi_accepted=p.yes_no(0.6) if offered else "N",
    )


def need_plan(p: Practice, case: Case, start: date, end: date) -> None:
    """A child in need plan and its visits. The end is given: what ends it is decided by whoever calls."""
    case.spells.append((start, end))
    case.not_on |= {start, end}
    worker = case.allocation.on(start)
    case.fam.put(
        "ssd_cin_plans",
        cinp_cin_plan_id=p.id("CN"),
        cinp_referral_id=case.referral_id,
        cinp_person_id=case.child.id,
        cinp_cin_plan_start_date=start,
        cinp_cin_plan_end_date=end,
        cinp_cin_plan_team=case.safe_team,
        cinp_cin_plan_worker_id=worker.id,
    )
    at = start
    while (at := p.wd.add(at, p.rng.randrange(14, 32))) < min(end, p.as_at):
        seen = p.yes_no(0.94)
        case.fam.put(
            "ssd_cin_visits",
            cinv_cin_visit_id=p.id("CNV"),
            cinv_person_id=case.child.id,
            cinv_cin_visit_date=at,
            cinv_cin_visit_seen=seen,
            cinv_cin_visit_seen_alone=p.yes_no(0.6) if seen == "Y" else "N",
            cinv_cin_visit_bedroom=p.yes_no(0.4) if seen == "Y" else "N",
        )


def look_again(p: Practice, case: Case, changes: list[date], close: date) -> None:
    """After something happens on an open plan: a new assessment within 20 working days, or none."""
    happenings = sorted(case.happenings + changes)
    for day in happenings:
        spell = next((s for s in case.spells if s[0] <= day < s[1]), None)
        if spell is None or day > p.as_at:
            continue
        if any(start >= day for start, _ in case.assessed) or any(s <= day < e for s, e in case.assessed):
            continue
        team = case.allocation.on(day).team
        if not p.chance(planted("reassess", case.safe_team, day)):
            continue
        start = p.wd.add(day, p.rng.randrange(1, 15))
        if start >= min(spell[1], close):
            continue
        taken = p.working_day_count(p.in_time("assessment_45wd", case.safe_team, start), 10, 40, 45, 12.0)
        assessment(p, case, start, min(p.wd.add(start, taken), close), team, True, 0.97)
