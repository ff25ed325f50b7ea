"""Each counting convention is one function; its laws, held on generated dates, and the published holidays."""

import csv
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.shared import shared_path
from undrift import dates
from undrift.returns.cells import EARLIEST_YEAR

days = st.dates(date(2018, 1, 1), date(2030, 12, 31))


@given(days, st.integers(0, 80))
def test_working_days_on_and_back_are_counted_alike(start: date, n: int) -> None:
    end = dates.add_working_days(start, n)
    assert dates.working_days_between(start, end) == n
    assert n == 0 or dates.is_working_day(end)


@given(days, st.integers(1, 60))
def test_stepping_back_lands_on_the_last_working_day_that_far_off(end: date, n: int) -> None:
    start = dates.subtract_working_days(end, n)
    assert dates.is_working_day(start)
    assert dates.working_days_between(start, end) == (n if dates.is_working_day(end) else n - 1)


@given(days, days)
def test_counting_between_is_the_sum_of_its_parts(a: date, b: date) -> None:
    first, last = sorted((a, b))
    middle = first + (last - first) // 2
    whole = dates.working_days_between(first, last)
    assert whole == dates.working_days_between(first, middle) + dates.working_days_between(middle, last)
    assert dates.working_days_between(last, first) == -whole


@given(days, st.integers(0, 36))
def test_a_month_on_is_the_same_day_or_the_end_of_the_month(start: date, n: int) -> None:
    end = dates.add_months(start, n)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == n
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


def test_the_library_knows_every_published_bank_holiday() -> None:
    with shared_path("reference", "bank_holidays.csv").open(encoding="utf-8") as file:
        published = {date.fromisoformat(row["date"]) for row in csv.DictReader(file)}
    ours = {day for day in dates.bank_holidays() if 2018 <= day.year <= 2030}
    assert published <= ours
    assert all(day.weekday() >= 5 for day in ours - published), (
        "the library adds a working day the table lacks"
    )


def test_one_off_holidays_are_holidays() -> None:
    for day in (date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)):
        assert not dates.is_working_day(day)
    assert dates.is_working_day(date(2020, 5, 4)), "the early May holiday moved in 2020"


def test_the_calendar_begins_before_any_day_a_record_may_give() -> None:
    """From a start that is not in the calendar the engine would find no due date, and the reference one."""
    assert date(EARLIEST_YEAR, 1, 1) >= dates.CALENDAR_FROM


def test_the_calendar_table_is_the_same_count() -> None:
    rows = {day: (working, count) for day, working, count in dates.calendar()}
    start, end = date(2024, 3, 20), date(2024, 4, 12)
    assert rows[end][1] - rows[start][1] == dates.working_days_between(start, end)
    assert rows[date(2024, 3, 29)][0] is False
