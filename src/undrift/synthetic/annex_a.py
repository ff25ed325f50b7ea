"""The same history as an Annex A workbook at any date, through the writer the returns room keeps."""

from datetime import date
from pathlib import Path

from undrift.returns.annex_a import write_workbook
from undrift.synthetic.annex_a_care import adopters, adoptions, leavers, looked_after, protected
from undrift.synthetic.annex_a_desk import AnnexRow, Desk
from undrift.synthetic.annex_a_front import assessments, contacts, early_help, enquiries, in_need, referrals
from undrift.synthetic.history import History
from undrift.synthetic.tables import Tables


def write_annex_a(history: History, path: Path, as_at: date) -> dict[int, int]:
    """Write the workbook as it would have been sent on `as_at`; the number of rows in each list."""
    lists = annex_a_lists(history.now if as_at == history.as_at else history.at(as_at), as_at)
    write_workbook(path, lists)
    return {number: len(rows) for number, rows in lists.items()}


def annex_a_lists(tables: Tables, as_at: date) -> dict[int, list[AnnexRow]]:
    """Lists 1 to 11 from records already read off at `as_at`, each row keyed by Annex A's own column names."""
    desk = Desk(tables, as_at)
    makers = (contacts, early_help, referrals, assessments, enquiries, in_need, protected, looked_after, leavers,
              adoptions, adopters)  # fmt: skip
    return {number: maker(desk) for number, maker in enumerate(makers, start=1)}
