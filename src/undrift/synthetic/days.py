"""Working days by index, so that placing a million dates costs no stepping."""

from datetime import date, timedelta
from functools import cache, lru_cache

from undrift import dates
from undrift.dates import CALENDAR_FROM, CALENDAR_TO, calendar

__all__ = ["WorkingDays", "add_months", "birthday", "days_on", "working_days"]

_BASE = CALENDAR_FROM.toordinal()
_BEYOND = CALENDAR_TO - timedelta(days=365)  # past here nothing is recorded, so a rough day will do


add_months = lru_cache(1 << 17)(dates.add_months)  # asked half a million times of some thousands of days


class WorkingDays:
    """England's working days as arrays: how many up to each day, and the date of each."""

    def __init__(self) -> None:
        self._counts: list[int] = []
        self._dates: list[date] = []
        for day, working, count in calendar():
            self._counts.append(count)
            if working:
                self._dates.append(day)

    def count(self, day: date) -> int:
        """Working days from the calendar's first up to and including `day`."""
        return self._counts[day.toordinal() - _BASE]

    def add(self, day: date, n: int) -> date:
        """The nth working day strictly after `day`; zero is the day itself."""
        if n <= 0:
            return day
        if day > _BEYOND:
            return day + timedelta(days=n * 7 // 5 + 1)
        return self._dates[self.count(day) + n - 1]

    def on_or_before(self, day: date) -> date:
        return day if day > _BEYOND else self._dates[self.count(day) - 1]

    def on_or_after(self, day: date) -> date:
        return day if day > _BEYOND else self._dates[self.count(day - timedelta(days=1))]

    def is_working(self, day: date) -> bool:
        return self._dates[self.count(day) - 1] == day


@cache
def working_days() -> WorkingDays:
    return WorkingDays()


def birthday(born: date, age: int) -> date:
    """The day somebody turns `age`; 29 February counts as 28 February in other years."""
    return add_months(born, 12 * age)


def days_on(day: date, n: float) -> date:
    return day + timedelta(days=int(n))
