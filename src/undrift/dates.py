"""Counting days, once and for everybody: working days, calendar months, the bank-holiday calendar.

Convention (stated on every output): the day of the start event is day 0; a working day is Monday to
Friday less the bank holidays of England; a month is a calendar month, clipped to the month's end.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays
from dateutil.relativedelta import relativedelta

CALENDAR_FROM = date(1920, 1, 1)
CALENDAR_TO = date(2040, 12, 31)


@cache
def bank_holidays() -> dict[date, str]:
    """England's bank holidays over the calendar, date to name (library `holidays`, tested against the published table)."""
    years = range(CALENDAR_FROM.year, CALENDAR_TO.year + 1)
    return dict(holidays.country_holidays("GB", subdiv="ENG", years=years))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


def add_working_days(start: date, n: int) -> date:
    """The date of the nth working day strictly after `start` (n >= 0; zero is the start itself)."""
    day = start
    while n > 0:
        day += timedelta(days=1)
        n -= is_working_day(day)
    return day


def subtract_working_days(end: date, n: int) -> date:
    """The nth working day strictly before `end`."""
    day = end
    while n > 0:
        day -= timedelta(days=1)
        n -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; negative when `end` comes first."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=i)) for i in range(1, (end - start).days + 1))


def add_months(start: date, n: int) -> date:
    """Calendar months on, clipped to the end of the month: 30 November + 3 months is 28 or 29 February."""
    end: date = start + relativedelta(months=n)
    return end


def calendar() -> Iterator[tuple[date, bool, int]]:
    """Rows of the calendar table: day, is it a working day, how many working days up to and including it."""
    day, count = CALENDAR_FROM, 0
    while day <= CALENDAR_TO:
        working = is_working_day(day)
        count += working
        yield day, working, count
        day += timedelta(days=1)
