"""One cell at a time: dates, flags and codes as people and systems type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.returns.cells import EXCEL_DAY_0, code_parser, parse_date, parse_flag, parse_integer
from undrift.returns.spec import annex_a_lists

days = st.dates(date(1955, 1, 1), date(2049, 12, 31))


@given(
    days, st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y%m%d"])
)
def test_every_way_of_writing_a_day_reads_as_that_day(day: date, form: str) -> None:
    assert parse_date(day.strftime(form))[0] == day


@given(
    days, st.sampled_from(["%Y-%m-%d 00:00:00", "%Y-%m-%dT13:45:00", "%d/%m/%Y 09:30", "%d/%m/%Y 00:00:00"])
)
def test_a_time_of_day_is_dropped(day: date, form: str) -> None:
    assert parse_date(day.strftime(form))[0] == day


@given(days)
def test_excel_day_numbers_are_dates_and_say_so(day: date) -> None:
    serial = (day - EXCEL_DAY_0) // timedelta(days=1)
    value, note = parse_date(str(serial))
    assert value == day
    assert "Excel" in note


def test_two_figure_years_are_read_and_said() -> None:
    assert parse_date("05/06/24") == (date(2024, 6, 5), "two-figure years were read as 1950 to 2049")


@pytest.mark.parametrize("text", ["31/02/2026", "29/02/2025", "12/31/2026", "00/01/2026", "2026-13-01"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        parse_date(text)


@pytest.mark.parametrize("text", ["01/01/1900", "1900-01-01 00:00:00", "05/06/9999"])
def test_a_systems_way_of_saying_no_date_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="year"):
        parse_date(text)


@pytest.mark.parametrize("text", ["soon", "Q1 2026", "5", "123456789", "05/06", "2026"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)


def test_flags() -> None:
    assert [parse_flag(text)[0] for text in ("Y", "yes", "TRUE", "1", "n", "No", "0", "Unknown")] == [
        "Y", "Y", "Y", "Y", "N", "N", "N", None,
    ]  # fmt: skip
    with pytest.raises(ValueError):
        parse_flag("maybe")


def test_half_is_no_whole_number() -> None:
    assert parse_integer("1,204")[0] == 1204
    with pytest.raises(ValueError):
        parse_integer("0.5")


@pytest.mark.parametrize(
    "text", ["b) Female", "b)Female", "B) FEMALE", "Female", "female ", "b)", "b", "02", "F", "f"]
)
def test_a_label_is_read_with_or_without_its_letter(text: str) -> None:
    gender = annex_a_lists()[1].columns[1]
    assert code_parser(gender.codes)(text)[0] == "02"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("q) 6: Police", "6"),
        ("6: Police", "6"),
        ("6", "6"),
        ("p1) 5D: LA services", "5D"),
        ("5D", "5D"),
        ("1A: Individual", "1A"),
        ("1A - a friend of the family", "1A"),
        ("u) 10: Unknown", "10"),
    ],
)
def test_contact_sources(text: str, code: str) -> None:
    assert code_parser(annex_a_lists()[1].columns[6].codes)(text)[0] == code


def test_needed_support_is_the_opposite_of_no_further_action() -> None:
    column = next(c for c in annex_a_lists()[4].columns if c.field == "cina_assessment_outcome_nfa")
    assert [code_parser(column.codes)(text)[0] for text in ("a) Yes", "b) No", "Yes", "No")] == [
        "N",
        "Y",
        "N",
        "Y",
    ]


def test_every_label_and_code_of_every_list_reads_as_its_code() -> None:
    """Over all lists: the label, the label without its letter, and the SSD's code (where no label takes it)."""
    for spec in annex_a_lists().values():
        for column in (c for c in spec.columns if c.codes):
            parse = code_parser(column.codes)
            for label, code in column.codes.items():
                where = f"list {spec.number}, {column.header}, {label}"
                assert parse(label)[0] == (code or None), where
                assert parse(label.upper() + " ")[0] == (code or None), where


def test_what_is_none_of_the_codes_is_refused() -> None:
    for spec in annex_a_lists().values():
        for column in (c for c in spec.columns if c.codes):
            with pytest.raises(ValueError):
                code_parser(column.codes)("not among them at all")
