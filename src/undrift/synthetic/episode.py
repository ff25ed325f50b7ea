"""One referral lived through to its end, for each child of the family it concerns."""

from dataclasses import dataclass
from datetime import date, timedelta

from undrift.synthetic.care import Left, care
from undrift.synthetic.people import Child, Family
from undrift.synthetic.practice import CONTACT_JSON, REFERRAL_JSON, Allocation, Practice
from undrift.synthetic.protection import (
    Case,
    Course,
    assessment,
    conference,
    conference_day,
    course_from,
    enquiry,
    look_again,
    need_plan,
    while_open,
)
from undrift.synthetic.story import CHANCES

NFA, UNASSESSED, ASSESSED, ENQUIRY, CONFERENCE, TO_CARE = (
    "nfa",
    "unassessed",
    "assessed",
    "s47",
    "conference",
    "care",
)
CLOSE = {"adopted": "RC1", "E11": "RC1", "E12": "RC1", "E41": "RC3", "E3": "RC5", "E7": "RC6"}


@dataclass(slots=True)
class Shared:
    """What brothers and sisters go through on the same day."""

    route: str
    s47: date | None = None
    conference: date | None = None
    meeting: str = ""
    course: Course | None = None
    enters_care: date | None = None


def contact(p: Practice, fam: Family, children: list[Child], day: date, outcome: str) -> list[Child]:
    """A contact about some of the family's children; at most one a child a day."""
    code, words = p.source()
    heard = [c for c in children if day not in c.contact_days and c.born <= day <= c.limit]
    for child in heard:
        child.contact_days.add(day)
        fam.put(
            "ssd_contacts",
            cont_contact_id=p.id("CO"),
            cont_person_id=child.id,
            cont_contact_date=day,
            cont_contact_source_code=code,
            cont_contact_source_desc=words,
            cont_contact_outcome_json=CONTACT_JSON[outcome],
        )
    fam.last_touch = max(fam.last_touch, day)
    return heard


def refer(p: Practice, fam: Family, heard_on: date, day: date, route: str) -> None:
    """A referral of every child of the family young enough, and everything that follows from it."""
    children = [c for c in fam.children if c.born <= heard_on and c.limit > day + timedelta(days=45)]
    contact(p, fam, children, heard_on, "NEW_REFERRAL")
    shared = _share(p, fam, day, route, len(children))
    source, words = p.source()
    until = day
    for child in children:
        until = max(until, _live(p, fam, child, day, shared, source, words))
    fam.last_referral = day
    fam.busy_until = until
    fam.last_touch = max(fam.last_touch, until)
    fam.had_cp_plan = any(c.cp_plans for c in fam.children)


def _share(p: Practice, fam: Family, day: date, route: str, children: int) -> Shared:
    shared = Shared(route)
    if route in (ENQUIRY, CONFERENCE):
        shared.s47 = p.wd.add(day, p.rng.choice((0, 0, 1, 1, 2, 3, 5)))
    if route == CONFERENCE and shared.s47:
        shared.conference = conference_day(p, fam.safe_team, shared.s47, children)
        shared.meeting = p.id("M")
        if p.chance(CHANCES["cp_plan_made"]):
            shared.course = course_from(
                p, shared.conference, fam.safe_team, CHANCES["care_from_cp"], children
            )
    if route == TO_CARE:
        shared.enters_care = p.wd.add(day, p.rng.choice((0, 1, 2, 5, 9, 14, 22)))
    return shared


def _live(p: Practice, fam: Family, child: Child, day: date, shared: Shared, source: str, words: str) -> date:
    """One child's whole episode; the day it closes."""
    referral_id = p.id("R")
    taken_by = p.worker("FD")
    route = shared.route
    wants = {
        NFA: "NFA",
        ENQUIRY: "STRATEGY_DISCUSSION",
        CONFERENCE: "STRATEGY_DISCUSSION",
        TO_CARE: "CLA_REQUEST",
    }
    referral = fam.put(
        "ssd_cin_episodes",
        cine_referral_id=referral_id,
        cine_person_id=child.id,
        cine_referral_date=day,
        cine_cin_primary_need_code=p.need(child),
        cine_referral_source_code=source,
        cine_referral_source_desc=words,
        cine_referral_outcome_json=REFERRAL_JSON[wants.get(route, "SINGLE_ASSESSMENT")],
        cine_referral_nfa="Y" if route == NFA else "N",
        cine_referral_team="FD",
        cine_referral_worker_id=taken_by.id,
    )
    child.referred = True
    if route == NFA:
        return _close(referral, p.wd.add(day, p.rng.randrange(0, 3)), "RC8")
    allocation = Allocation(p, day, "FD")
    safe_team = "DC" if child.with_dc else fam.safe_team
    case = Case(fam, child, referral_id, day, child.limit, allocation, safe_team)
    if route == UNASSESSED:
        close, reason = (
            min(p.wd.add(day, p.rng.randrange(4, 36)), case.limit),
            p.rng.choice(("RC7", "RC9", "RC5")),
        )
    else:
        close, reason = _assess_and_help(p, case, shared)
    if close <= day:
        close = p.wd.add(day, 1)
    changes = allocation.close(fam, child, referral_id, close, case.not_on)
    look_again(p, case, changes, close)
    return _close(referral, close, reason)


def _close(referral: dict[str, object], day: date, reason: str) -> date:
    referral["cine_close_date"] = day
    referral["cine_close_reason"] = reason
    return day


def _assess_and_help(p: Practice, case: Case, shared: Shared) -> tuple[date, str]:
    """The first assessment, then whichever way the child's life goes: closed, helped, protected, looked after."""
    fam, child, allocation = case.fam, case.child, case.allocation
    protected = shared.s47 is not None
    team = "DC" if child.with_dc else case.safe_team if protected else fam.assess_team
    start = p.wd.add(case.referred, p.rng.choice((0, 1, 1, 1, 2, 2, 3)))
    taken = p.working_day_count(p.in_time("assessment_45wd", team, case.referred), 7, 43, 45, 14.0)
    end = min(p.wd.add(case.referred, max(taken, 4)), case.limit)
    if protected and shared.s47:
        allocation.enter(shared.s47, case.safe_team)
    else:
        allocation.enter(start, team)
    then, at = _after_assessment(p, case, shared, end)
    assessment(p, case, start, end, team, then != "close", 0.94)
    if shared.s47:
        needs = shared.conference is not None
        s47_id = enquiry(p, case, shared.s47, needs, shared.conference)
        if shared.conference:
            conference(p, case, s47_id, shared.s47, shared.conference, shared.meeting, shared.course)
    if then == "close":
        close = max(at, min(p.wd.add(end, p.rng.randrange(0, 8)), case.limit))
        return close, p.rng.choice(("RC8", "RC7", "RC7", "RC9"))
    if then == "care":
        return _in_care(p, case, at, end)
    return _helped(p, case, at, end, may_escalate=True)


def _after_assessment(p: Practice, case: Case, shared: Shared, end: date) -> tuple[str, date]:
    """What follows, and from which day."""
    if shared.enters_care:
        return "care", shared.enters_care
    if shared.course:
        leaves = min(shared.course.end, case.limit)
        then = shared.course.after
        if leaves >= case.limit - timedelta(days=40):
            return "close", case.limit
        return ("cin", p.wd.add(leaves, 1)) if then == "cin" else (then, leaves)
    plan = 0.75 if case.child.with_dc else 0.65 if shared.conference else CHANCES["cin_plan"]
    if p.chance(plan):
        return "cin", p.wd.add(max(end, shared.conference or end), p.rng.randrange(1, 8))
    if p.chance(CHANCES["care_from_assessment"]):
        return "care", p.wd.add(end, p.rng.randrange(1, 15))
    return "close", shared.conference or end


def _helped(p: Practice, case: Case, start: date, assessed: date, may_escalate: bool) -> tuple[date, str]:
    """A child in need plan; now and then an enquiry during it leads to a conference and a protection plan."""
    if start >= case.limit - timedelta(days=20):
        return max(min(start, case.limit), assessed), "RC7"
    case.allocation.enter(p.wd.add(start, -1) if start <= assessed else assessed, case.safe_team)
    mean = 1700 if case.child.with_dc else 170
    end = min(p.wd.on_or_after(start + timedelta(days=25 + int(p.exponential(mean)))), case.limit)
    rises = start + timedelta(days=15 + int(p.exponential(365 / 0.17)))
    if may_escalate and rises < end - timedelta(days=10):
        return _rises(p, case, start, p.wd.on_or_after(rises), assessed)
    need_plan(p, case, start, end)
    while_open(p, case, start, end, enquiries_a_year=0.13, missing_a_year=0.4)
    if p.chance(CHANCES["care_from_cin"]) and end < case.limit - timedelta(days=30):
        return _in_care(p, case, end, assessed)
    return max(end, assessed), "RC7"


def _rises(p: Practice, case: Case, start: date, s47: date, assessed: date) -> tuple[date, str]:
    held = conference_day(p, case.safe_team, s47, 1)
    if held >= case.limit - timedelta(days=30):
        end = min(held, case.limit)
        need_plan(p, case, start, end)
        return max(end, assessed), "RC7"
    need_plan(p, case, start, held)
    s47_id = enquiry(p, case, s47, True, held)
    case.happenings.append(s47)
    course = course_from(p, held, case.safe_team, CHANCES["care_from_cp"], 1)
    conference(p, case, s47_id, s47, held, p.id("M"), course)
    end = min(course.end, case.limit)
    if course.after == "care" and end < case.limit - timedelta(days=40):
        return _in_care(p, case, end, assessed)
    if course.after == "cin" and end < case.limit - timedelta(days=60):
        return _helped(p, case, p.wd.add(end, 1), assessed, may_escalate=False)
    return max(end, assessed), "RC7"


def _in_care(p: Practice, case: Case, entry: date, assessed: date) -> tuple[date, str]:
    if entry >= case.limit - timedelta(days=10):
        return max(min(entry, case.limit), assessed), "RC7"
    case.allocation.enter(entry, case.fam.care_team)
    left: Left = care(p, case, entry)
    if left.went_home and p.chance(0.55) and left.day < case.limit - timedelta(days=80):
        case.allocation.enter(left.day, case.safe_team)
        return _helped(p, case, p.wd.add(left.day, 3), assessed, may_escalate=False)
    guardian = left.reason in ("E45", "E46", "E47", "E48")
    return max(left.day, assessed), "RC4" if guardian else CLOSE.get(left.reason, "RC7")
