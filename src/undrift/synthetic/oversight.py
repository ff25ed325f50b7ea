"""Supervision of workers and of children's cases, managers' entries on the record, and what workers were taught."""

from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book, recurring
from undrift.synthetic.days import add_months
from undrift.synthetic.leadership import Managers
from undrift.synthetic.practice import Practice
from undrift.synthetic.seats import Seats, Sitter
from undrift.synthetic.story import HISTORY_FROM, planted
from undrift.synthetic.truth import day, text

COURSES = {"CHILD_PROTECTION": (0.88, 8.0), "RELATIONSHIP_PRACTICE": (0.5, 14.0), "OTHER": (0.6, 12.0)}


def oversight(book: Book, p: Practice, seats: Seats, managers: Managers) -> None:
    supervisions(book, p, seats, managers)
    of_cases(book, p, managers)
    training(book, p, seats)


def a_month(last: date) -> date:
    return add_months(last, 1)


def eight_weeks(last: date) -> date:
    return last + timedelta(days=56)


def supervisions(book: Book, p: Practice, seats: Seats, managers: Managers) -> None:
    """Each worker monthly; the newly qualified weekly for six weeks, then every fortnight to six months."""
    for sitter in seats.sitters:
        start, until = max(sitter.started, HISTORY_FROM), sitter.handed_over
        if until <= start:
            continue

        def due(last: date, s: Sitter = sitter) -> date:
            served = (last - s.started).days
            if s.newly_qualified and served < 182:
                return last + timedelta(days=7 if served < 42 else 14)
            return add_months(last, 1)

        for held in recurring(p, "supervision", sitter.team, start, until, due, 9, 14.0):
            book.put("local_supervisions", supe_id=p.id("SU"), supe_professional_id=sitter.id,
                     supe_supervisor_id=managers.of(sitter.team, held), supe_held_date=held, supe_person_id=None)  # fmt: skip


def of_cases(book: Book, p: Practice, managers: Managers) -> None:
    """Each open child talked over in supervision, and a manager's entry: at allocation, now and then, at closure."""
    for row in book.tables["ssd_cin_episodes"]:
        opened = row.get("_from", row["cine_referral_date"])
        assert isinstance(opened, date)
        end, child = day(row, "cine_close_date"), text(row, "cine_person_id")
        if row["cine_referral_nfa"] == "Y" or (end is not None and end < HISTORY_FROM):
            continue
        _entry(book, p, managers, child, opened, "ALLOCATION")
        if end is not None:
            _entry(book, p, managers, child, p.wd.on_or_before(end), "CLOSURE")
        start = max(opened, HISTORY_FROM - timedelta(days=20))

        def team(on: date, number: str = child) -> str:
            return book.team(number, on)

        for held in recurring(p, "case_supervision", team, start, end, a_month, 8, 22.0):
            held_by, worker = book.holder(child, held)
            book.put("local_supervisions", supe_id=p.id("SC"), supe_professional_id=worker,
                     supe_supervisor_id=managers.of(held_by, held), supe_held_date=held, supe_person_id=child)  # fmt: skip
        for held in recurring(p, "oversight", team, start, end, eight_weeks, 18, 30.0):
            _entry(book, p, managers, child, held, "OVERSIGHT")
    for table, person, start_column, kind in (("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "STEP_UP"),
                                              ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_end_date", "STEP_DOWN")):  # fmt: skip
        for row in book.tables[table]:
            when = day(row, start_column)
            if when is not None and when >= HISTORY_FROM:
                _entry(book, p, managers, text(row, person), when, kind)


def _entry(book: Book, p: Practice, managers: Managers, child: str, on: date, kind: str) -> None:
    if on < HISTORY_FROM or on > p.as_at:
        return
    named = p.in_time("manager_named", "FD", on)
    book.put("local_management_oversight", mgmt_id=p.id("MO"), mgmt_person_id=child, mgmt_date=on, mgmt_kind=kind,
             mgmt_manager_id=managers.of(book.team(child, on), on) if named else None)  # fmt: skip


def training(book: Book, p: Practice, seats: Seats) -> None:
    """Courses completed. Two were brought in after the inspection, and reached Cedar and Care Two last."""
    months = defaultdict(list)
    for sitter in seats.sitters:
        last = min(sitter.left or date.max, p.as_at)
        for course, (share, mean) in COURSES.items():
            on = sitter.started + timedelta(days=20 + int(p.exponential(mean * 30.4)))
            if p.chance(share) and on < last:
                months[sitter.id].append((course, on))
        for course, rate in (
            ("MOTIVATIONAL_INTERVIEWING", "trained_mi"),
            ("PERMANENCE", "trained_permanence"),
        ):
            taught = _taught(p, rate, sitter)
            if taught is not None and taught < last:
                months[sitter.id].append((course, taught))
    for worker, done in months.items():
        for course, on in done:
            if on >= date(2016, 1, 1):
                book.put("local_training", trai_id=p.id("TR"), trai_professional_id=worker, trai_course=course,
                         trai_completed_date=p.wd.on_or_after(on))  # fmt: skip


def _taught(p: Practice, rate: str, sitter: Sitter) -> date | None:
    """The first month when the planted share of the team reaches this worker's place in the queue, if it did."""
    place, month = p.rng.random(), max(sitter.started, HISTORY_FROM) + timedelta(days=90)
    while month <= min(sitter.handed_over, p.as_at):
        if planted(rate, sitter.team, month) > place:
            return month + timedelta(days=p.rng.randrange(0, 28))
        month = (month + timedelta(days=32)).replace(day=1)
    return None
