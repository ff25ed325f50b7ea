"""How a child's events are folded: no demonstration, no browser."""

from datetime import date, timedelta

import pytest

from undrift.journeys import Event
from undrift.web.presenters.child import SHORT, age_said, by_year

AS_AT = date(2026, 2, 10)


def _events(*days: date | None) -> list[Event]:
    return [Event("contact", day, "Contact", "", "ssd_contacts", f"C{n}") for n, day in enumerate(days)]


def test_the_last_months_stand_open_and_each_year_before_them_is_folded() -> None:
    many = [date(2024, 12, 31) - timedelta(days=n) for n in range(SHORT)]
    first, last = date(2025, 11, 10), date(2026, 2, 9)
    recent, years = by_year(_events(last, first, date(2025, 11, 9), *many, None), AS_AT)
    assert [event.on for event in recent] == [last, first]
    assert [(year.name, year.anchor, len(year.events)) for year in years] == [
        ("Earlier in 2025", "year-2025", 1),
        ("2024", "year-2024", SHORT),
        ("No date recorded", "year-unknown", 1),
    ]


def test_a_short_journey_stands_open_whatever_its_age() -> None:
    days = [date(2010, 1, 1) - timedelta(days=n) for n in range(SHORT)]
    assert by_year(_events(*days), AS_AT) == (tuple(_events(*days)), ())
    recent, years = by_year(_events(*days, date(2009, 1, 1)), AS_AT)
    assert recent == ()
    assert [year.name for year in years] == ["2010", "2009"]


@pytest.mark.parametrize(
    ("born", "expected", "said"),
    [
        (date(2024, 2, 10), None, "2 years old"),
        (date(2024, 2, 11), None, "23 months old"),
        (date(2026, 1, 10), None, "1 month old"),
        (date(2026, 1, 11), None, "30 days old"),
        (AS_AT, None, "0 days old"),
        (AS_AT + timedelta(days=1), None, "not yet born, expected on 11 February 2026"),
        (None, AS_AT, "not yet born, expected on 10 February 2026"),
        (None, date(2010, 1, 2), "no birth recorded, expected on 2 January 2010"),
        (None, None, "date of birth not recorded"),
    ],
)
def test_an_age_is_said_as_people_say_it(born: date | None, expected: date | None, said: str) -> None:
    assert age_said(born, expected, AS_AT) == said
