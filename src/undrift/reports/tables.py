"""A table of counts with totals, made safe to publish: nothing hidden can be worked out from what is shown.

Small counts are hidden first. Then, while any hidden cell could still be worked out from the totals by somebody
who knows the rule (and so knows that a hidden cell is never zero), the next smallest cell of its line is hidden too.
"""

from collections import deque
from collections.abc import Sequence
from typing import Final

Cell = tuple[int, int]
HIDDEN: Final = None


def protect_table(counts: Sequence[Sequence[int]], *, low: int = 1, high: int = 5) -> list[list[int | None]]:
    """The counts with a total column and a total row added, None where a cell must not be shown.

    counts: at least one row and one column of whole numbers, none below zero, all rows as long.
    low, high: the counts that may identify a child, inclusive. Zero is shown as zero.
    """
    if not counts or not counts[0] or len({len(row) for row in counts}) != 1:
        raise ValueError("A table needs rows of one length.")
    full = [[*row, sum(row)] for row in counts]
    full.append([sum(column) for column in zip(*full, strict=True)])
    hidden = {(i, j) for i, row in enumerate(full) for j, count in enumerate(row) if low <= count <= high}
    while exposed := next((cell for cell in sorted(hidden) if not _has_two_values(full, hidden, cell)), None):
        hidden.add(_next_smallest(full, hidden, exposed))
    return [[HIDDEN if (i, j) in hidden else n for j, n in enumerate(row)] for i, row in enumerate(full)]


def _next_smallest(full: Sequence[Sequence[int]], hidden: set[Cell], cell: Cell) -> Cell:
    """The cell to hide beside an exposed one: smallest in its row or column, inner cells before totals, never zero."""
    rows, columns = len(full), len(full[0])
    line = {(cell[0], j) for j in range(columns)} | {(i, cell[1]) for i in range(rows)}
    for candidates in (line - hidden, {(i, j) for i in range(rows) for j in range(columns)} - hidden):
        open_cells = [c for c in candidates if full[c[0]][c[1]] > 0]
        if open_cells:
            return min(open_cells, key=lambda c: (_is_total(full, c), full[c[0]][c[1]], c))
    raise AssertionError("every cell above zero is hidden, and then none can be exposed")


def _is_total(full: Sequence[Sequence[int]], cell: Cell) -> bool:
    return cell[0] == len(full) - 1 or cell[1] == len(full[0]) - 1


def _has_two_values(full: Sequence[Sequence[int]], hidden: set[Cell], cell: Cell) -> bool:
    """Could the hidden cell hold another whole number, with every shown cell and every total as they are?

    Rows and columns are the two sides of a graph and hidden cells its edges. Adding one to a cell must be made up
    for round a closed path of hidden cells, plus and minus in turn, none falling below one. Totals enter with the
    opposite sign, so a line always sums to zero.
    """
    arcs: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for i, j in hidden:
        total = (i == len(full) - 1) != (j == len(full[0]) - 1)  # the grand total's two signs cancel
        may_fall = full[i][j] >= 2
        if may_fall or not total:  # the signed value may rise
            arcs.setdefault(("row", i), set()).add(("column", j))
        if may_fall or total:  # the signed value may fall
            arcs.setdefault(("column", j), set()).add(("row", i))
    row, column = ("row", cell[0]), ("column", cell[1])
    return _closes(arcs, row, column) or _closes(arcs, column, row)


def _closes(
    arcs: dict[tuple[str, int], set[tuple[str, int]]], a: tuple[str, int], b: tuple[str, int]
) -> bool:
    """Is there an arc from a to b, and a way back from b to a that is not the same arc turned round?"""
    if b not in arcs.get(a, set()):
        return False
    seen, queue = {b}, deque([b])
    while queue:
        here = queue.popleft()
        for there in arcs.get(here, set()):
            if here == b and there == a:
                continue
            if there == a:
                return True
            if there not in seen:
                seen.add(there)
                queue.append(there)
    return False
