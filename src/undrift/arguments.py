"""The longer commands' arguments, kept apart so that reading a command line stays quick."""

import argparse
import getpass
from datetime import date
from pathlib import Path
from typing import Any

Adding = Any
"""What argparse gives to add commands to; it has no public name."""


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-09-30") from None


def add_variation(what: Adding) -> None:
    """`variation` and what stands under it."""
    variation = what.add_parser(
        "variation", help="is the difference real: over time, teams, groups, aftermath"
    )
    under = variation.add_subparsers(dest="variation_what", required=True, metavar="WHAT")
    tables = {
        "over-time": "each measure's chart, verdict and icons",
        "teams": "each team on the funnel, and the spread between teams beyond chance",
        "groups": "gaps by age, sex, ethnicity, disability and area; exact, not for publication",
        "aftermath": "how many came back after decisions to stop or step down",
        "reversed": "the decisions later reversed, child by child; the look is logged",
    }
    for name, words in tables.items():
        table = under.add_parser(name, help=words)
        table.add_argument("--measure", metavar="ID")
        table.add_argument("--team", metavar="ID")
        table.add_argument(
            "--since", type=day, metavar="DATE", help="default: the improvement plan's baseline"
        )
        table.add_argument("--format", choices=["csv", "json", "xlsx"], default="csv")
        table.add_argument("--out", type=Path, metavar="FILE", help="default: the screen")
    rebase = under.add_parser("rebase", help="record that what is ordinary is learned anew from a month")
    rebase.add_argument("--from", dest="from_month", required=True, type=day, metavar="DATE")
    target = under.add_parser("target", help="record what a measure is meant to reach")
    target.add_argument("--target", required=True, type=float, metavar="NUMBER")
    for decision in (rebase, target):
        decision.add_argument("measure", metavar="MEASURE")
        decision.add_argument("--why", required=True, metavar="WORDS")
        decision.add_argument("--by", default=getpass.getuser(), help="who decided")


def add_drift_and_measures(what: Adding) -> None:
    """`drift`, `measures` and `comparators`."""
    stuck = what.add_parser(
        "drift", help="who is stuck though no clock says so: every flag up on a day, in words"
    )
    stuck.add_argument("--as-at", type=day, metavar="DATE", help="default: the day the load speaks for")
    stuck.add_argument("--pattern", metavar="ID")
    stuck.add_argument(
        "--patterns", action="store_true", help="the patterns themselves, with how many flags are up"
    )
    stuck.add_argument(
        "--set", nargs=2, metavar=("THRESHOLD", "VALUE"), help="set a threshold of --pattern: for '12 months'"
    )
    stuck.add_argument("--why", default="", help="why this threshold")
    stuck.add_argument("--by", default=getpass.getuser(), help="who decided it")
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
        made.add_argument("--format", choices=["csv", "json", "xlsx"], default="csv")
        made.add_argument("--out", type=Path, metavar="FILE", help="default: the screen")
