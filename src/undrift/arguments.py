"""The longer commands' arguments, kept apart so that reading a command line stays quick."""

import argparse
import getpass
import os
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


def add_clocks(what: Adding) -> None:
    """Readings, the limits they rest on, one taken apart, and many authorities at once."""
    clocks = what.add_parser("clocks", help="every reading of every clock, as at any day")
    clocks.add_argument("--as-at", type=day, metavar="DATE", help="default: the day the load speaks for")
    clocks.add_argument("--clock", metavar="ID")
    clocks.add_argument("--team", metavar="ID")
    clocks.add_argument("--format", choices=["csv", "json", "xlsx"], default="csv")
    clocks.add_argument("--out", type=Path, metavar="FILE", help="default: the screen")
    which = clocks.add_mutually_exclusive_group()
    which.add_argument("--coverage", action="store_true", help="every limit known: built, or why not")
    which.add_argument(
        "--differ", action="store_true", help="who is late by one reading of --clock and not by the other"
    )
    limits = what.add_parser("settings", help="the limits an authority sets for itself, and setting one")
    limits.add_argument("clock", nargs="?", metavar="CLOCK")
    limits.add_argument("--limit", metavar="LIMIT", help="for example: 15 working_days")
    limits.add_argument("--off", action="store_true", help="stop using the clock")
    limits.add_argument("--why", default="", help="why this limit")
    limits.add_argument("--by", default=os.environ.get("USER", "unknown"), help="who decided it")
    limits.add_argument("--format", choices=["csv", "json"], default="csv")

    country = what.add_parser("country", help="every clock over many authorities' journeys, kept as Parquet")
    country.add_argument(
        "journeys", type=Path, metavar="FOLDER", help="events/ and spells/ by authority=CODE"
    )
    country.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    country.add_argument("--authority", nargs="+", metavar="CODE", help="default: all of them")
    country.add_argument("--memory", default="2GB", help="the most the engine may use (default 2GB)")

    explain = what.add_parser("explain", help="one child's readings of one clock, every day counted")
    explain.add_argument("child", metavar="CHILD")
    explain.add_argument("clock", metavar="CLOCK")
    explain.add_argument("--as-at", type=day, metavar="DATE")


def add_records(what: Adding) -> None:
    """The commands that look into the loads kept."""
    changed = what.add_parser("changed", help="what changed between two loads, opening into the rows")
    changed.add_argument("--from", dest="before", metavar="LOAD", help="default: the load before the last")
    changed.add_argument("--to", dest="after", metavar="LOAD", help="default: the last load")
    changed.add_argument("--table", help="open the rows of this table")
    changed.add_argument(
        "--what",
        dest="how",
        choices=["new", "gone", "altered", "entered late", "back-dated"],
        default="altered",
    )
    changed.add_argument("--team", metavar="ID")
    changed.add_argument("--json", action="store_true")

    erase = what.add_parser(
        "erase", help="take people's data out of every load and all that is made from them"
    )
    erase.add_argument("people", nargs="*", metavar="CHILD")
    erase.add_argument("--reason", default="", help="kept with the act; must not name the person")
    erase.add_argument("--by", default="", help="who orders it")
    erase.add_argument("--authority", help="whose, when the loads are of several authorities")
    erase.add_argument("--list", action="store_true", dest="acts", help="the erasures there have been")
    erase.add_argument("--lift", metavar="ERASURE", help="let its people be loaded again")
    erase.add_argument("--finish", action="store_true", help="finish one that was cut short")
    erase.add_argument("--json", action="store_true")

    retention = what.add_parser("retention", help="whose data has been kept for as long as the rules say")
    retention.add_argument("--as-at", type=day, metavar="DATE", help="default: today")
    retention.add_argument("--rules", action="store_true", help="print the rules in force")
    retention.add_argument("--apply", action="store_true", help="erase them, once confirmed")
    retention.add_argument("--by", default=getpass.getuser(), help="who orders it")
    retention.add_argument("--json", action="store_true")

    known = what.add_parser("known", help="one child's journey as the records knew it on an earlier day")
    known.add_argument("child", metavar="CHILD")
    known.add_argument("--on", required=True, type=day, metavar="DATE")
    known.add_argument("--json", action="store_true")


def add_duplicates(what: Adding) -> None:
    """Who is the same child: the suggestions, and what a person says of two ids."""
    duplicates = what.add_parser(
        "duplicates", help="ids that may be one child, and what a person says of two of them"
    )
    duplicates.add_argument("--json", action="store_true")
    say = duplicates.add_subparsers(dest="say", metavar="SAY")
    for name, help_ in (
        ("same", "the two ids are one child"),
        ("two", "the two ids are two children"),
        ("withdraw", "take back what was said of the two"),
    ):
        one = say.add_parser(name, help=help_)
        one.add_argument("child", metavar="ID")
        one.add_argument("other", metavar="ID")
        if name == "same":
            one.add_argument("--keep", required=True, metavar="ID", help="the id the journey stands under")
        one.add_argument("--why", required=True, help="how you know")
        one.add_argument("--by", default=os.environ.get("USER", "unknown"), help="who is saying so")
    what.add_parser(
        "rebuild", help="build the live file again if the code, or who is the same child, has changed"
    )
