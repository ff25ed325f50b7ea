"""The quick look at texts' letters never says other than the slow look, a text at a time."""

from datetime import date
from unittest import mock

import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from undrift.returns import rows, texts
from undrift.returns.cells import BLANKS
from undrift.returns.rows import Field, Rows, encode, read_rows

ANY = st.text(alphabet="aNnUuLl/-.# =\t1é\u00a0()[]", max_size=6) | st.sampled_from(BLANKS)
DATES = st.dates(date(1921, 1, 1), date(2098, 1, 1)).flatmap(
    lambda day: st.sampled_from(
        [
            day.isoformat(),
            f"{day} 00:00:00",
            f"{day}T00:00:00",
            f"{day} 23:59:59",
            f"{day:%d/%m/%Y}",
            f"{day:%m/%d/%Y}",
            f"{day} 000000000",
        ]
    )
)


def said(text: str) -> str | None:
    """What a cell says, in plain Python."""
    text = text.strip()
    if text.startswith('="') and text.endswith('"') and '"' not in text[2:-1] and len(text) > 2:
        text = text[2:-1]
    return None if text.lower() in BLANKS else text


@given(st.lists(ANY))
@example(["abc", "N/A", "zed"])
@example(["x", ""])
@example(["", "x"])
@example(['="007"'])
def test_each_cell_is_trimmed_and_nothing_is_nothing_however_the_others_look(cells: list[str]) -> None:
    assert encode(pa.chunked_array([pa.array(cells, pa.string())])).to_pylist() == [said(c) for c in cells]


@given(cells=st.lists(DATES, min_size=1, max_size=8))
@example(cells=["2024-02-30"])
@example(cells=["1900-01-01"])
@example(cells=["2100-01-01"])
@example(cells=["0001-01-01", "2024-01-01"])
@example(cells=["31/12/2020", "01/02/2020"])
def test_dates_read_at_once_are_as_each_is_read_alone(cells: list[str]) -> None:
    def read() -> Rows:
        day = Field("day", "Day", "date", "")
        return read_rows(pa.table({"day": cells}), pa.array(range(len(cells)), pa.int32()), [day], "file")

    at_once = read()
    with mock.patch.object(rows, "_plain_dates", return_value=None):
        alone = read()
    assert at_once.table.equals(alone.table)
    assert (at_once.issues, at_once.assumptions) == (alone.issues, alone.assumptions)


def test_letters_that_tell_are_found_wherever_a_part_of_a_column_begins() -> None:
    whole = pa.array(["=1", "abc", None, "x/y", ""])
    assert texts.begins_with(whole, texts.of(b"="))
    assert not texts.begins_with(whole.slice(1, 3), texts.of(b"="))
    assert texts.begins_with(whole.slice(3), texts.of(b"/"), within=2)
    assert texts.holds(whole, texts.of(b"/")) and not texts.holds(whole.slice(0, 2), texts.of(b"/"))
    assert not texts.is_plain(whole) and texts.is_plain(whole.slice(1, 1))
