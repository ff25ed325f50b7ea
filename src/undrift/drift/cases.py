"""A pattern's cases: the same small table as a clock's, its expectation `since` (a date, or - for no flag)."""

from datetime import date

from undrift.clocks.cases import Case, cases

__all__ = ["Case", "cases", "expected_since"]


def expected_since(case: Case) -> date | None:
    """The day since which the flag must be up as at the case's date; None for no flag."""
    (cell,) = case.expected["since"]
    return None if cell == "-" else date.fromisoformat(cell)
