"""A published table keeps its secrets from somebody who knows the rule and can add up."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from undrift.reports.tables import protect_table

Shown = list[list[int | None]]
MOST = 9  # the largest count generated below


def totals(inner: list[list[int]]) -> list[list[int]]:
    full = [[*row, sum(row)] for row in inner]
    return [*full, [sum(column) for column in zip(*full, strict=True)]]


def recovered(shown: Shown) -> list[tuple[int, int]]:
    """The hidden cells an attacker can name: of every table that fits what is shown, those with one value.

    The attacker knows that a hidden cell is never zero. Counts a little above the largest are tried too, so that
    running out of guesses is not taken for certainty.
    """
    rows, columns = len(shown) - 1, len(shown[0]) - 1
    unknown = [(i, j) for i in range(rows) for j in range(columns) if shown[i][j] is None]
    possible: dict[tuple[int, int], set[int]] = {}
    for guess in product(range(1, MOST + 4), repeat=len(unknown)):
        inner = [[shown[i][j] or 0 for j in range(columns)] for i in range(rows)]
        for (i, j), n in zip(unknown, guess, strict=True):
            inner[i][j] = n
        full = totals(inner)
        cells = [(i, j) for i in range(rows + 1) for j in range(columns + 1)]
        if all(full[i][j] > 0 if shown[i][j] is None else full[i][j] == shown[i][j] for i, j in cells):
            for i, j in cells:
                if shown[i][j] is None:
                    possible.setdefault((i, j), set()).add(full[i][j])
    return [cell for cell, values in possible.items() if len(values) == 1]


small_tables = st.sampled_from([(1, 1), (1, 2), (2, 2), (1, 3), (3, 1)]).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, MOST), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)
tables = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 60), min_size=n, max_size=n), min_size=1, max_size=5)
)


@settings(max_examples=60)
@given(small_tables)
def test_nothing_hidden_can_be_worked_out_from_the_totals(inner: list[list[int]]) -> None:
    assert recovered(protect_table(inner)) == []


def test_the_attack_itself_finds_what_a_careless_table_gives_away() -> None:
    assert recovered([[None, 20, 23], [10, 7, 17], [13, 27, 40]]) == [(0, 0)]
    assert set(recovered([[None, None, 10, 12], [None, None, 20, 22], [2, 2, 30, 34]])) >= {(0, 0), (0, 1)}


@given(tables)
def test_small_counts_are_hidden_and_zeros_and_everything_shown_are_true(inner: list[list[int]]) -> None:
    full, shown = totals(inner), protect_table(inner)
    for true_row, row in zip(full, shown, strict=True):
        for true, cell in zip(true_row, row, strict=True):
            if 1 <= true <= 5:
                assert cell is None
            elif true == 0:
                assert cell == 0
            else:
                assert cell in (None, true)


@given(tables)
def test_no_line_has_exactly_one_hidden_cell(inner: list[list[int]]) -> None:
    shown = protect_table(inner)
    for line in [*shown, *map(list, zip(*shown, strict=True))]:
        assert sum(cell is None for cell in line) != 1


def test_a_table_with_no_small_count_is_shown_whole() -> None:
    assert protect_table([[10, 20], [0, 6]]) == [[10, 20, 30], [0, 6, 6], [10, 26, 36]]


def test_two_ones_in_a_row_are_not_given_away_by_their_sum() -> None:
    """1 + 1 + 30 = 32: with 30 and 32 shown, both hidden cells must be one."""
    shown = protect_table([[1, 1, 30], [20, 20, 20]])
    assert shown[0][2] is None or shown[0][3] is None
