"""Who is stuck, and how often: `drift`, `measures`, `comparators`."""

import argparse
from pathlib import Path

from undrift.commands.arguments import Adding, add_as_at, add_output, add_who, day
from undrift.commands.at_home import home, log_look, up_to_date


def add(what: Adding) -> None:
    """`drift`, `measures` and `comparators`."""
    stuck = what.add_parser(
        "drift", help="who is stuck though no clock says so: every flag up on a day, in words"
    )
    add_as_at(stuck)
    stuck.add_argument("--pattern", metavar="ID")
    stuck.add_argument(
        "--patterns", action="store_true", help="the patterns themselves, with how many flags are up"
    )
    stuck.add_argument(
        "--set", nargs=2, metavar=("THRESHOLD", "VALUE"), help="set a threshold of --pattern: for '12 months'"
    )
    stuck.add_argument("--why", default="", help="why this threshold")
    add_who(stuck, "decided it")

    measures = what.add_parser("measures", help="how often: every measure by month, or for a published year")
    measures.add_argument("--measure", metavar="ID")
    measures.add_argument("--year", type=int, help="on the basis the measure is published on")
    measures.add_argument(
        "--rows", type=day, metavar="DATE", help="what the month of this day counted, row by row"
    )
    measures.add_argument(
        "--recruits", action="store_true", help="social workers who began in one month, followed since"
    )
    measures.add_argument(
        "--posts",
        action="store_true",
        help="leadership posts: permanent, interim or vacant, and for how long",
    )
    measures.add_argument(
        "--coverage", action="store_true", help="which published measures are built, or why not"
    )
    for made in (stuck, measures):
        made.add_argument("--team", metavar="ID")
        made.add_argument("--cohort", metavar="GROUP", help="disabled, unaccompanied, babies or ehc_plan")

    comparators = what.add_parser("comparators", help="what others published for the same measures")
    which = comparators.add_subparsers(dest="comparators_what", required=True, metavar="WHAT")
    load = which.add_parser("load", help="keep a CSV of published series")
    load.add_argument("file", type=Path, metavar="FILE.csv")
    load.add_argument("--name", default="", help="default: the file's own")
    load.add_argument("--source", default="", help="what it is and its edition, shown with every figure")
    show = which.add_parser("show", help="the authority's own years beside the published series")
    show.add_argument("measure", metavar="MEASURE")
    for made in (stuck, measures, show):
        add_output(made)
    for made in (stuck, measures, load, show):
        made.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Flags and rows name children, so a look at them is noted before it is shown; figures name nobody."""
    from undrift.measures import command

    return command.run(given, home(), up_to_date, lambda definition: log_look("", definition))
