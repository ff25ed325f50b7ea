"""Time limits: `clocks`, `explain`, `settings`, `country`."""

import argparse
from pathlib import Path

from undrift.commands.arguments import Adding, add_as_at, add_output, add_who
from undrift.commands.at_home import home, log_look, up_to_date


def add(what: Adding) -> None:
    """Readings, one taken apart, the limits they rest on, and many authorities at once."""
    clocks = what.add_parser("clocks", help="every reading of every clock, as at any day")
    add_as_at(clocks)
    clocks.add_argument("--clock", metavar="ID")
    clocks.add_argument("--team", metavar="ID")
    add_output(clocks)
    which = clocks.add_mutually_exclusive_group()
    which.add_argument("--coverage", action="store_true", help="every limit known: built, or why not")
    which.add_argument(
        "--differ", action="store_true", help="who is late by one reading of --clock and not by the other"
    )
    clocks.set_defaults(run=run_clocks)

    explain = what.add_parser("explain", help="one child's readings of one clock, every day counted")
    explain.add_argument("child", metavar="CHILD")
    explain.add_argument("clock", metavar="CLOCK")
    add_as_at(explain)
    explain.set_defaults(run=run_explain)

    limits = what.add_parser("settings", help="the limits an authority sets for itself, and setting one")
    limits.add_argument("clock", nargs="?", metavar="CLOCK")
    limits.add_argument("--limit", metavar="LIMIT", help="for example: 15 working_days")
    limits.add_argument("--off", action="store_true", help="stop using the clock")
    limits.add_argument("--why", default="", help="why this limit")
    add_who(limits, "decided it")
    limits.add_argument("--format", choices=["csv", "json"], default="csv")
    limits.set_defaults(run=run_settings)

    country = what.add_parser(
        "country", help="every clock and pattern over many authorities' journeys, kept as Parquet"
    )
    country.add_argument(
        "journeys", type=Path, metavar="FOLDER", help="events/ and spells/ by authority=CODE"
    )
    country.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    country.add_argument("--authority", nargs="+", metavar="CODE", help="default: all of them")
    country.add_argument("--memory", default="2GB", help="the most the engine may use (default 2GB)")
    country.set_defaults(run=run_country)


def run_clocks(given: argparse.Namespace) -> int:
    """Readings name children, so a look at them is noted before it is shown; coverage names nobody."""
    from undrift.clocks import command

    if given.coverage:
        return command.run_coverage(given.format, given.out)
    cur = up_to_date()
    log_look("", given.clock or "every clock")
    if given.differ:
        return command.run_differ(cur, given.as_at, given.clock, given.team, given.format, given.out)
    return command.run_clocks(cur, given.as_at, given.clock, given.team, given.format, given.out)


def run_explain(given: argparse.Namespace) -> int:
    from undrift.clocks import command

    cur = up_to_date()
    log_look(given.child, given.clock)
    return command.run_explain(cur, given.child, given.clock, given.as_at)


def run_settings(given: argparse.Namespace) -> int:
    from undrift.clocks import command

    return command.run_settings(
        home(), given.clock, given.limit, given.off, given.by, given.why, given.format
    )


def run_country(given: argparse.Namespace) -> int:
    from undrift.clocks import country as clocks
    from undrift.drift import country as patterns

    for every in (clocks.run, patterns.run):
        every(given.journeys, given.out, only=given.authority, memory=given.memory)
    return 0
