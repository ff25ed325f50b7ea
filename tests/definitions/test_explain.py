"""An explanation can be checked by hand: it counts what the clock counts, day by day."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift import dates
from undrift.clocks import Reading, catalogue
from undrift.clocks.explain import explain, rule_in_words


def reading(clock: str, started: date | None, due: date | None, word: str, **more: object) -> Reading:
    given: dict[str, object] = {
        "clock_id": clock, "child_id": "c", "team_id": "SC", "worker_id": None, "started_on": started, "due_on": due,
        "stopped_on": None, "ended_on": None, "reading": word, "reason": "", "source_table": "t", "source_key": "k",
        "stop_key": None,
    }  # fmt: skip
    return Reading(**(given | more))  # type: ignore[arg-type]


@given(st.dates(date(2019, 1, 1), date(2027, 12, 31)))
def test_the_days_numbered_are_the_limit_and_the_last_is_the_due_date(start: date) -> None:
    due = dates.add_working_days(start, 15)
    told = explain(reading("icpc_15wd", start, due, "running"), start)
    assert [day.number for day in told.counted if day.number] == list(range(1, 16))
    assert told.counted[-1].on == due
    assert told.counted[-1].number == 15
    assert len(told.counted) == (due - start).days
    assert all(day.why_not for day in told.counted if day.number is None)


def test_a_bank_holiday_is_named() -> None:
    told = explain(reading("icpc_15wd", date(2024, 5, 1), date(2024, 5, 23), "overdue"), date(2024, 6, 1))
    (monday,) = [day for day in told.counted if day.on == date(2024, 5, 6)]
    assert monday.number is None
    assert "May Day" in monday.why_not or "Early May" in monday.why_not
    assert "Saturday 1 June 2024" in told.outcome
    assert "conference" in told.would_stop_it


def test_a_limit_that_changed_is_told_as_it_stood_on_the_day_of_the_start() -> None:
    start, due = date(2020, 4, 24), date(2020, 10, 9)
    told = explain(reading("reg24_16_weeks", start, due, "overdue"), date(2021, 1, 4))
    assert told.counting == "24 weeks from Friday 24 April 2020 end on Friday 9 October 2020."
    assert "within 24 weeks" in told.rule
    now = explain(reading("reg24_16_weeks", date(2024, 4, 2), date(2024, 7, 23), "overdue"), date(2024, 9, 4))
    assert "within 16 weeks" in now.rule


def test_what_cannot_be_told_says_why_and_counts_nothing() -> None:
    told = explain(
        reading("icpc_15wd", None, None, "cannot_tell", reason="no start date is recorded"), date(2024, 6, 1)
    )
    assert told.counted == ()
    assert "no start date is recorded" in told.counting
    assert told.would_stop_it == ""


@pytest.mark.parametrize("clock", catalogue().values(), ids=lambda card: card.id)
def test_every_clocks_rule_reads_as_a_sentence(clock: object) -> None:
    said = rule_in_words(clock)  # type: ignore[arg-type]
    assert said.startswith(("Counted from ", "“"))
    assert said.endswith(".")
    assert "  " not in said
    assert "“”" not in said


def test_a_rule_says_whom_it_is_about_and_within_what() -> None:
    said = {name: rule_in_words(card) for name, card in catalogue().items()}
    assert "Only: police protection." in said["police_protection"]
    assert said["rha_under5"].endswith("Under 5 that day.")
    assert said["rha_5plus"].endswith("Aged 5 or more that day.")
    assert said["pep_10wd"].endswith("Aged 5 to 15 that day.")
    assert "each “Looked-after visit” within “At home on a care order”" in said["lac_visit_care_order_home"]


def test_no_two_rules_read_alike_but_the_two_readings_of_one_limit() -> None:
    said = Counter(rule_in_words(card) for card in catalogue().values())
    alike = {name for name, card in catalogue().items() if said[rule_in_words(card)] > 1}
    assert alike == {"assessment_to_plan", "cin_plan_first_meeting"}
