"""Files that Undrift writes: `annex-a`, `report`, `synthetic`."""

import argparse
from pathlib import Path

from undrift.commands.arguments import Adding, add_as_at, day
from undrift.commands.at_home import home


def add(what: Adding) -> None:
    """The commands whose answer is a file."""
    annex = what.add_parser("annex-a", help="write Ofsted's Annex A, lists 1 to 11, from the records")
    add_as_at(annex)
    annex.add_argument("--out", required=True, type=Path, metavar="FILE.xlsx")
    annex.set_defaults(run=run_annex_a)

    report = what.add_parser("report", help="documents for managers, the board, councillors and inspectors")
    under = report.add_subparsers(dest="report_what", required=True, metavar="WHAT")
    board = under.add_parser("board", help="a Word document of the overview, for the improvement board")
    board.add_argument("--out", type=Path, default=Path("board.docx"))
    board.set_defaults(run=run_board)

    synthetic = what.add_parser(
        "synthetic", help="make an invented authority, as real files with a known truth"
    )
    synthetic.add_argument("--out", required=True, type=Path)
    synthetic.add_argument("--seed", type=int)
    synthetic.add_argument("--as-at", type=day, metavar="DATE")
    synthetic.add_argument("--scale", type=float, default=1.0, help="1 is a whole authority")
    synthetic.add_argument(
        "--forms", nargs="+", default=["all"], metavar="NAME", help="all, or some of the forms; default: all"
    )
    synthetic.add_argument(
        "--mess", action="store_true", help="also copies spoiled as real files are, each fault listed"
    )
    synthetic.add_argument(
        "--authority-count", type=int, metavar="N", help="that many authorities, their records as Parquet"
    )
    synthetic.set_defaults(run=run_synthetic)


def run_annex_a(given: argparse.Namespace) -> int:
    from undrift.records import command

    return command.run_annex_a(home(), given.out, given.as_at)


def run_board(given: argparse.Namespace) -> int:
    from undrift.reports import command

    return command.run_board(home(), given.out)


def run_synthetic(given: argparse.Namespace) -> int:
    from undrift.synthetic import command

    if given.authority_count:
        return command.run_many(given.out, given.authority_count, given.scale, given.seed)
    chosen = {name: value for name in ("seed", "as_at") if (value := getattr(given, name)) is not None}
    return command.run(given.out, scale=given.scale, forms=given.forms, mess=given.mess, **chosen)
