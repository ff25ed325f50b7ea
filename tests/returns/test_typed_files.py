"""Files typed by hand: what is too wide, too long or no CSV is refused by its row, and a header near a known one is found."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.returns import csv_file, sheets
from undrift.returns.csv_file import UnusableError, csv_cells
from undrift.returns.guard import MAX_COLUMNS
from undrift.returns.spec import annex_a_lists

NAMES = sorted({n for one in annex_a_lists().values() for c in one.columns for n in sheets._names(c)})


def refused(file: Path) -> tuple[str, int | None]:
    with pytest.raises(UnusableError) as fault:
        csv_cells(file)
    return fault.value.issue.what, fault.value.issue.row


def test_a_row_is_as_wide_as_the_widest_and_one_too_wide_is_named(tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text("a,b,c\n1\n2,3,4,5\n")
    assert csv_cells(file).to_pylist()[1:] == [
        {"c0": "1", "c1": "", "c2": "", "c3": ""},
        {"c0": "2", "c1": "3", "c2": "4", "c3": "5"},
    ]
    most = MAX_COLUMNS
    file.write_text("a,b\n1" + "," * (most + 5) + "\n3,4\n")
    assert csv_cells(file).num_columns == most, "blank cells far out are nothing"
    file.write_text("a,b\n1,2\n1" + "," * most + "9\n" + "3," * most + "4\n")
    assert refused(file) == ("A row has more than a hundred cells.", 3)


def test_what_stops_being_csv_is_named_by_its_row_and_too_many_rows_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "form.csv"
    file.write_text("a,b\n1,2\n3," + "x" * 200_000 + "\n4,5\n")
    assert refused(file) == ("The file is not a CSV table.", 3)
    assert csv_cells(file, first=2).num_rows == 2, "looked at no further than asked"
    monkeypatch.setattr(csv_file, "MAX_ROWS", 3)
    file.write_text("a\n1\n2\n")
    assert csv_cells(file).num_rows == 3
    file.write_text("a\n1\n2\n3\n")
    assert refused(file) == ("The file has more than 3 rows.", None)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 40), st.sampled_from("abc "))
def test_how_near_two_headers_are_is_known_wherever_it_can_matter(
    a: str, b: str, at: int, typed: str
) -> None:
    for one, other in ((a, b), (a, a[:at] + typed + a[at + 1 :])):
        near = sheets._likeness(one, other)
        if near == 0.0 and set(one.split()) & sheets._TELLING == set(other.split()) & sheets._TELLING:
            ratio = difflib.SequenceMatcher(None, one, other).ratio()
            assert ratio < sheets.CLOSE_ENOUGH - sheets.TOO_ALIKE
