"""The bookkeeping of what was planted: every instance of every clock, worked out slowly and plainly.

Written from the rules in words and from nothing else, so that agreement with the clocks' own code means something.
`stopped_on` is the event that satisfied the rule, `ended_on` the end of the spell the clock lives in, given
whenever it is on record by the as-at day; both are given whatever the reading. `due_on` is given whenever the
start is known.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from undrift.dates import add_months
from undrift.synthetic.days import working_days
from undrift.synthetic.tables import Row, Tables

CLOCK_COLUMNS = ("clock_id", "child_id", "started_on", "due_on", "stopped_on", "ended_on", "reading")
MET, LATE, RUNNING, DUE_SOON, OVERDUE = "met", "late", "running", "due_soon", "overdue"
NOT_APPLICABLE, CANNOT_TELL = "not_applicable", "cannot_tell"
ALLOCATED = "Allocated social worker"
"""The role of whoever holds a child; a reviewing officer is involved and holds nobody."""


@dataclass(frozen=True, slots=True)
class Instance:
    clock_id: str
    child_id: str
    started_on: date | None
    due_on: date | None
    stopped_on: date | None
    ended_on: date | None
    reading: str


def day(row: Row, column: str) -> date | None:
    value = row.get(column)
    return value if isinstance(value, date) else None


def sure(row: Row, column: str) -> date:
    value = row[column]
    assert isinstance(value, date), column
    return value


def text(row: Row, column: str) -> str:
    return str(row.get(column) or "")


def each_and_next(days: list[date]) -> list[tuple[date, date | None]]:
    """Every day with the one after it; the last has none."""
    return [(this, days[n + 1] if n + 1 < len(days) else None) for n, this in enumerate(days)]


def reading(due: date, stop: date | None, end: date | None, as_at: date) -> str:
    """What a clock that started on a known day says: stopped, ended without, or still open."""
    if stop is not None and (end is None or stop <= end):
        return MET if stop <= due else LATE
    if end is not None:
        return NOT_APPLICABLE if end <= due else LATE
    if as_at > due:
        return OVERDUE
    return DUE_SOON if due <= working_days().add(as_at, 5) else RUNNING


def all_clocks(tables: Tables, as_at: date) -> list[Instance]:
    """Every instance of the clocks of assessment, conferences, protection and care in records read off at `as_at`."""
    found: list[Instance] = []
    found += assessments(tables, as_at)
    found += conferences(tables, as_at)
    found += protection(tables, as_at)
    found += preproceedings(tables, as_at)
    found += care_reviews(tables, as_at)
    found += care_visits(tables, as_at)
    found += rereferrals(tables)
    return found


def assessments(tables: Tables, as_at: date) -> list[Instance]:
    authorised: dict[str, list[date]] = defaultdict(list)
    found = []
    for row in tables["ssd_cin_assessments"]:
        start, stop = sure(row, "cina_assessment_start_date"), day(row, "cina_assessment_auth_date")
        if stop:
            authorised[text(row, "cina_referral_id")].append(stop)
        due = working_days().add(start, 45)
        says = reading(due, stop, None, as_at)
        if stop and stop < start:
            stop, says = None, CANNOT_TELL
        child = text(row, "cina_person_id")
        found.append(Instance("assessment_45wd_from_start", child, start, due, stop, None, says))
    for row in tables["ssd_cin_episodes"]:
        child, end = text(row, "cine_person_id"), day(row, "cine_close_date")
        started = day(row, "cine_referral_date")
        if started is None:
            found.append(Instance("assessment_45wd", child, None, None, None, end, CANNOT_TELL))
            continue
        due = working_days().add(started, 45)
        dates = authorised[text(row, "cine_referral_id")]
        stop = min((d for d in dates if d >= started), default=None)
        if text(row, "cine_referral_nfa") == "Y":
            says = NOT_APPLICABLE
        elif (dates and stop is None) or (end and end < started):
            says = CANNOT_TELL
        else:
            says = reading(due, stop, end, as_at)
        found.append(Instance("assessment_45wd", child, started, due, stop, end, says))
    return found


def conferences(tables: Tables, as_at: date) -> list[Instance]:
    held: dict[str, list[date]] = defaultdict(list)
    for row in tables["ssd_initial_cp_conference"]:
        if text(row, "icpc_s47_enquiry_id"):
            held[text(row, "icpc_s47_enquiry_id")].append(sure(row, "icpc_icpc_date"))
    found = []
    for row in tables["ssd_s47_enquiry"]:
        start = sure(row, "s47e_s47_start_date")
        due = working_days().add(start, 15)
        dates = held[text(row, "s47e_s47_enquiry_id")]
        stop = min((d for d in dates if d >= start), default=None)
        if text(row, "s47e_s47_nfa") == "Y":
            says = NOT_APPLICABLE
        elif dates and stop is None:
            says = CANNOT_TELL
        else:
            says = reading(due, stop, None, as_at)
        found.append(Instance("icpc_15wd", text(row, "s47e_person_id"), start, due, stop, None, says))
    return found


def protection(tables: Tables, as_at: date) -> list[Instance]:
    reviews: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cp_reviews"]:
        reviews[text(row, "cppr_cp_plan_id")].add(sure(row, "cppr_cp_review_date"))
    visits: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cp_visits"]:
        if text(row, "cppv_cp_visit_seen") == "Y":
            visits[text(row, "cppv_cp_plan_id")].add(sure(row, "cppv_cp_visit_date"))
    found = []
    for row in tables["ssd_cp_plans"]:
        number, child = text(row, "cppl_cp_plan_id"), text(row, "cppl_person_id")
        start, end = sure(row, "cppl_cp_plan_start_date"), day(row, "cppl_cp_plan_end_date")
        held = sorted(reviews[number])
        stop = min((d for d in held if d >= start), default=None)
        due = add_months(start, 3)
        found.append(
            Instance("cp_review_first", child, start, due, stop, end, reading(due, stop, end, as_at))
        )
        for this, following in each_and_next(held):
            due = add_months(this, 6)
            says = reading(due, following, end, as_at)
            found.append(Instance("cp_review_next", child, this, due, following, end, says))
        seen = sorted({start} | visits[number])
        for this, following in each_and_next(seen):
            due = working_days().add(this, 10)
            says = reading(due, following, end, as_at)
            found.append(Instance("cp_visit", child, this, due, following, end, says))
    return found


def preproceedings(tables: Tables, as_at: date) -> list[Instance]:
    found = []
    for row in tables["ssd_pre_proceedings"]:
        start, stop = sure(row, "prep_pre_pro_decision_date"), day(row, "prep_agree_stepdown_issue_date")
        due = start + timedelta(weeks=16)
        says = reading(due, stop, None, as_at)
        found.append(
            Instance("preproceedings_total", text(row, "prep_person_id"), start, due, stop, None, says)
        )
    return found


@dataclass(frozen=True, slots=True)
class CarePeriod:
    id: str
    child_id: str
    entered: date
    left: date | None


def care_periods(tables: Tables) -> list[CarePeriod]:
    """Periods of care: entered on the day every episode repeats, left when an episode ends for a reason but X1.

    A short break (legal status V3 or V4 on its first day) is no period of care.
    """
    breaks = {
        (text(row, "lega_person_id"), row["lega_legal_status_start_date"])
        for row in tables["ssd_legal_status"]
        if row["lega_legal_status"] in ("V3", "V4")
    }
    entered: dict[str, tuple[str, date]] = {}
    left: dict[str, date] = {}
    for row in tables["ssd_cla_episodes"]:
        number, child = text(row, "clae_cla_id"), text(row, "clae_person_id")
        if (child, row.get("clae_cla_episode_start_date")) in breaks:
            continue
        entered[number] = (child, sure(row, "clae_entered_care_date"))
        ceased = day(row, "clae_cla_episode_ceased_date")
        if ceased and text(row, "clae_cla_episode_ceased_reason") != "X1":
            left[number] = ceased
    return [CarePeriod(number, child, start, left.get(number)) for number, (child, start) in entered.items()]


def reviews_held(tables: Tables) -> dict[str, list[date]]:
    """Days reviews were held by period of care, cancelled ones left out."""
    held: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cla_reviews"]:
        if text(row, "clar_cla_review_cancelled") != "Y":
            held[text(row, "clar_cla_id")].add(sure(row, "clar_cla_review_date"))
    return {number: sorted(days) for number, days in held.items()}


def care_reviews(tables: Tables, as_at: date) -> list[Instance]:
    held = reviews_held(tables)
    found = []
    for period in care_periods(tables):
        days = held.get(period.id, [])
        four_weeks = period.entered < date(2011, 4, 1)  # twenty working days since then
        due = period.entered + timedelta(days=28) if four_weeks else working_days().add(period.entered, 20)
        stop = days[0] if days else None
        says = reading(due, stop, period.left, as_at)
        found.append(
            Instance("lac_review_first", period.child_id, period.entered, due, stop, period.left, says)
        )
        for number, (this, stop) in enumerate(each_and_next(days)):
            clock, months = ("lac_review_second", 3) if number == 0 else ("lac_review_next", 6)
            due = add_months(this, months)
            says = reading(due, stop, period.left, as_at)
            found.append(Instance(clock, period.child_id, this, due, stop, period.left, says))
    return found


def care_visits(tables: Tables, as_at: date) -> list[Instance]:
    visited: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cla_visits"]:
        visited[text(row, "clav_cla_id")].add(sure(row, "clav_cla_visit_date"))
    found = []
    for row in tables["ssd_cla_placement"]:
        child, start = text(row, "clap_person_id"), sure(row, "clap_cla_placement_start_date")
        end = day(row, "clap_cla_placement_end_date")
        days = sorted(d for d in visited[text(row, "clap_cla_id")] if start <= d and (end is None or d < end))
        due = start + timedelta(days=7)
        stop = days[0] if days else None
        found.append(
            Instance("lac_visit_first", child, start, due, stop, end, reading(due, stop, end, as_at))
        )
        long_term = text(row, "clap_cla_placement_type") in ("U1", "U4")
        settled = add_months(start, 12)
        for number, this in enumerate(days):
            if long_term and this >= settled:
                continue
            due = this + timedelta(days=42)
            stop = days[number + 1] if number + 1 < len(days) else None
            found.append(
                Instance("lac_visit_6wk", child, this, due, stop, end, reading(due, stop, end, as_at))
            )
    return found


def rereferrals(tables: Tables) -> list[Instance]:
    referred: dict[str, set[date]] = defaultdict(set)
    for row in tables["ssd_cin_episodes"]:
        when = day(row, "cine_referral_date")
        if when:
            referred[text(row, "cine_person_id")].add(when)
    first = min((d for days in referred.values() for d in days), default=date.max)
    reach = add_months(first, 12) if referred else date.max
    found = []
    for row in tables["ssd_cin_episodes"]:
        child, this = text(row, "cine_person_id"), day(row, "cine_referral_date")
        if this is None:
            found.append(Instance("rereferral_window_12m", child, None, None, None, None, CANNOT_TELL))
            continue
        before = max((d for d in referred[child] if d < this), default=None)
        if before is None:
            says = CANNOT_TELL if this <= reach else MET
            found.append(Instance("rereferral_window_12m", child, None, None, this, None, says))
            continue
        due = add_months(before, 12)
        says = LATE if this <= due else MET
        found.append(Instance("rereferral_window_12m", child, before, due, this, None, says))
    return found
