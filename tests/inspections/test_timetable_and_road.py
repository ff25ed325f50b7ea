"""The regime's timetable by cases, and the road it draws: done, to come, overdue, and what cannot be told."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.dates import working_days_between
from undrift.inspections.events import Event, EventKind, events_from_history, events_of, in_order
from undrift.inspections.letters import VisitLetter
from undrift.inspections.report import Evidence, Judgement, Report
from undrift.inspections.road import road
from undrift.inspections.timetable import Step, Timetable, rules, timetable

PUBLISHED = date(2021, 12, 17)


def inspection(on: date, published: date | None, **grades: str) -> Event:
    return Event("inspection", on, "test", published=published, judgements=grades)


def event(kind: EventKind, on: str, number: int | None = None, published: str | None = None) -> Event:
    day = date.fromisoformat(published) if published else None
    return Event(kind, date.fromisoformat(on), "test", number=number, published=day)


INADEQUATE = inspection(date(2021, 10, 25), PUBLISHED, overall_effectiveness="inadequate")


def step(table: Timetable, rule: str, title: str = "") -> Step:
    return next(s for s in table.steps if s.rule == rule and s.title.startswith(title))


def test_seventy_working_days_from_bury_s_report_are_the_end_of_march() -> None:
    # the council's papers say 31 March 2022; one working day lies between publication and receipt
    table = timetable([INADEQUATE], date(2022, 1, 10))
    due = step(table, "improvement_plan").due
    assert due == date(2022, 3, 30) and working_days_between(PUBLISHED, due) == 70
    assert step(table, "first_monitoring_visit").due == date(2022, 4, 27)
    assert step(table, "reinspection").due == date(2023, 12, 17)


# as at | events besides the inspection | rule, title begins | status | a word of why
CASES: list[tuple[str, list[Event], tuple[str, str], str, str]] = [
    ("2022-03-30", [], ("improvement_plan", ""), "to come", "70 working days"),
    ("2022-03-31", [], ("improvement_plan", ""), "overdue", "nothing is recorded by 30 March 2022"),
    ("2022-05-01", [event("improvement_plan_sent", "2022-03-29")], ("improvement_plan", ""), "done", "29 March"),
    ("2022-05-01", [event("improvement_plan_sent", "2022-04-08")], ("improvement_plan", ""), "done", "after 30 March"),
    ("2022-08-01", [event("monitoring_visit", "2022-06-21")], ("improvement_plan", ""), "cannot tell", "must have"),
    ("2022-02-01", [], ("dfe_decision", ""), "cannot tell", "no limit"),
    ("2022-02-01", [event("improvement_notice", "2022-01-20")], ("dfe_decision", ""), "done", "20 January 2022"),
    ("2022-02-01", [event("improvement_notice", "2022-01-20")], ("dfe_review", ""), "to come", "6 months after"),
    ("2022-09-01", [event("improvement_notice", "2022-01-20")], ("dfe_review", ""), "past the guide", "nothing"),
    ("2022-02-01", [], ("dfe_review", ""), "cannot tell", "no improvement notice"),
    ("2022-04-28", [], ("first_monitoring_visit", "First"), "past the guide", "28 days"),
    ("2022-08-01", [event("monitoring_visit", "2022-06-21")], ("first_monitoring_visit", "First"), "done",
     "is not published"),
    ("2022-08-01", [event("monitoring_visit", "2022-06-21")], ("further_monitoring_visit", "Second"), "to come",
     "3 months"),
    # only a third visit's letter is held: two came before it
    ("2023-04-01", [event("monitoring_visit", "2023-02-21", 3, "2023-03-30")],
     ("first_monitoring_visit", "First"), "done", "a later visit says"),
    ("2023-04-01", [event("monitoring_visit", "2023-02-21", 3)], ("further_monitoring_visit", "Third"), "done",
     "publication date is not known"),
    ("2024-01-01", [], ("reinspection", ""), "past the guide", "24 months"),
]  # fmt: skip


@pytest.mark.parametrize(("as_at", "events", "which", "status", "why"), CASES)
def test_a_step_reads_as_its_case_says(
    as_at: str, events: list[Event], which: tuple[str, str], status: str, why: str
) -> None:
    found = step(timetable([INADEQUATE, *events], date.fromisoformat(as_at)), *which)
    assert (found.status, why in found.why) == (status, True), found


def test_four_to_six_visits_are_to_come_and_the_last_two_may_not_be() -> None:
    table = timetable([INADEQUATE], date(2022, 1, 10))
    visits = [s for s in table.steps if s.rule.endswith("monitoring_visit")]
    assert len(visits) == 6
    assert ["may not" in s.title for s in visits] == [False] * 4 + [True] * 2
    made = [event("monitoring_visit", f"202{2 + n // 3}-0{1 + n % 3 * 3}-10", n) for n in range(1, 8)]
    later = timetable([INADEQUATE, *made], date(2025, 1, 1))
    visits = [s for s in later.steps if s.rule.endswith("monitoring_visit")]
    assert [s.status for s in visits] == ["done"] * 7  # a seventh was made though six are usual


# judgements | does the regime apply
TRIGGERS: list[tuple[dict[str, str], str]] = [
    ({"overall_effectiveness": "inadequate"}, "yes"),
    ({"overall_effectiveness": "good", "help_and_protection": "good"}, "no"),
    ({"help_and_protection": "inadequate", "in_care": "good"}, "yes"),  # from April 2026: no overall grade
    ({"help_and_protection": "good", "in_care": "requires improvement"}, "no"),
    ({"overall_effectiveness": "requires improvement", "care_leavers": "inadequate"}, "cannot tell"),
]


@pytest.mark.parametrize(("grades", "applies"), TRIGGERS)
def test_when_the_regime_applies(grades: dict[str, str], applies: str) -> None:
    table = timetable([inspection(date(2026, 4, 27), date(2026, 6, 17), **grades)], date(2026, 7, 1))
    assert table.applies == applies
    assert bool(table.steps) == (applies != "no")
    if applies == "cannot tell":
        assert {s.status for s in table.steps} == {"cannot tell"} and not table.overdue


def test_with_no_graded_inspection_we_cannot_tell_and_before_publication_neither() -> None:
    assert timetable([], date(2022, 1, 1)).applies == "cannot tell"
    assert timetable([INADEQUATE], date(2021, 12, 16)).applies == "cannot tell"
    assert timetable([INADEQUATE], date(2021, 12, 17)).applies == "yes"


def test_without_the_day_of_publication_no_deadline_is_made_up() -> None:
    table = timetable(
        [inspection(date(2021, 10, 25), None, overall_effectiveness="inadequate")], date(2024, 1, 1)
    )
    plan = step(table, "improvement_plan")
    assert (plan.due, plan.status) == (None, "cannot tell") and "not known" in plan.why
    assert not table.overdue


def test_a_better_inspection_ends_it_and_another_inadequate_one_begins_it_again() -> None:
    better = inspection(date(2025, 6, 9), date(2025, 7, 29), overall_effectiveness="requires improvement")
    table = timetable([INADEQUATE, better], date(2026, 1, 1))
    assert (table.applies, table.since, table.ended_by) == ("no", INADEQUATE, better)
    again = inspection(date(2025, 6, 9), date(2025, 7, 29), overall_effectiveness="inadequate")
    table = timetable([INADEQUATE, event("monitoring_visit", "2023-02-21"), again], date(2025, 8, 1))
    assert table.since == again and step(table, "first_monitoring_visit").status == "to come"


def test_every_rule_names_its_source_and_how_far_it_was_checked() -> None:
    for name, rule in rules().items():
        assert len(rule["source"]) > 20 and rule["checked"] in "OSDG", name


DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))


@given(
    published=DAYS, as_at=DAYS, visits=st.lists(st.tuples(DAYS, st.none() | st.integers(1, 8)), max_size=6)
)
def test_only_limits_that_have_passed_are_overdue(
    published: date, as_at: date, visits: list[tuple[date, int | None]]
) -> None:
    events = [inspection(published, published, overall_effectiveness="inadequate")]
    events += [Event("monitoring_visit", day, "test", number=number) for day, number in visits]
    table = timetable(events, as_at)
    for late in table.overdue:
        assert late.due and late.due < as_at and not late.about and late.done_on is None
    assert all(s.why and s.source for s in table.steps)
    assert timetable(list(reversed(events)), as_at).applies == table.applies


def report_of(day: date, published: date, grade: str) -> Report:
    judgement = Judgement("overall_effectiveness", grade, Evidence(1, grade))
    return Report(
        "a.pdf", 9, urn="1", kind="ilacs_standard", start_date=day, end_date=day, date_ranges=((day, day),),
        publication_date=published, judgements=(judgement,),
    )  # fmt: skip


def documents() -> Sequence[tuple[str, Report | VisitLetter]]:
    visit = VisitLetter(
        "b.pdf", 2, "monitoring_visit", visit_number=2, date_ranges=((date(2022, 10, 18), date(2022, 10, 19)),),
        publication_date=date(2022, 11, 25),
    )  # fmt: skip
    return [("k1", report_of(date(2021, 10, 25), PUBLISHED, "inadequate")), ("k2", visit)]


def test_the_road_holds_what_was_read_what_is_ahead_and_what_is_likely() -> None:
    found = road(documents(), date(2023, 1, 10), other=[event("improvement_notice", "2022-01-20")])
    past = [(m.kind, m.start, m.opens) for m in found.marks if m.tense == "past"]
    assert past == [
        ("inspection", date(2021, 10, 25), "k1"),
        ("publication", PUBLISHED, "k1"),
        ("improvement_notice", date(2022, 1, 20), None),
        ("monitoring_visit", date(2022, 10, 18), "k2"),
        ("publication", date(2022, 11, 25), "k2"),
    ]
    assert [m.start for m in found.marks] == sorted(m.start for m in found.marks)
    (likely,) = (m for m in found.marks if m.tense == "likely")
    assert date(2023, 1, 10) < likely.start < likely.end
    assert all(m.source for m in found.marks)
    assert found.as_json()["reinspection_window"]["rests_on"]


def test_the_road_as_at_an_earlier_day_knows_nothing_later() -> None:
    found = road(documents(), date(2021, 12, 1))
    assert [m.kind for m in found.marks] == ["inspection"] and "inadequate" not in found.marks[0].words
    assert found.timetable.applies == "cannot tell" and found.window is None


def test_the_history_fills_in_what_was_not_loaded_and_a_loaded_report_is_not_doubled() -> None:
    bury = report_of(date(2021, 10, 25), PUBLISHED, "inadequate")
    events = in_order(events_of(bury, report="k1"), events_from_history("80443"))
    inspections = [(e.on.year, e.report) for e in events if e.kind == "inspection"]
    assert inspections == [(2016, None), (2021, "k1"), (2025, None)]
    assert any("not checked" in e.source for e in events)
