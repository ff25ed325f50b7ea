"""`undrift inspection`: what the inspectorate said."""

import argparse
import sys
from pathlib import Path

from undrift.commands.arguments import Adding, day
from undrift.commands.at_home import home


def add(what: Adding) -> None:
    """`inspection`, and what stands under it."""
    inspection = what.add_parser("inspection", help="what the inspectorate said")
    under = inspection.add_subparsers(dest="inspection_what", required=True, metavar="WHAT")
    read = under.add_parser("read", help="read inspection reports (PDF)")
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--json", action="store_true", help="one JSON object a line, in the order given")
    read.set_defaults(run=run_read)

    themes = under.add_parser("themes", help="say which theme each text of a CSV belongs to, and why")
    themes.add_argument("file", metavar="FILE.csv", help="a CSV with a column called text")
    themes.set_defaults(run=run_themes)

    road = under.add_parser(
        "road", help="an authority's whole road: what has been, what is due, what is likely"
    )
    road.add_argument("name", metavar="AUTHORITY")
    road.add_argument("files", nargs="*", metavar="FILE", help="reports and letters to read as well")
    road.add_argument("--as-at", required=True, type=day, metavar="DATE")
    road.add_argument("--json", action="store_true")
    road.set_defaults(run=run_road)

    keep = under.add_parser("keep", help="keep reports and letters, to search and to learn from")
    keep.add_argument("files", nargs="+", metavar="FILE")
    keep.set_defaults(run=run_keep)

    search = under.add_parser("search", help="search every report and letter kept")
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--json", action="store_true")
    search.set_defaults(run=run_search)


def corpus() -> Path:
    """Where reports and letters are kept."""
    return home() / "inspections"


def run_read(given: argparse.Namespace) -> int:
    from undrift.inspections import command

    return command.run_read(given.files, given.json)


def run_themes(given: argparse.Namespace) -> int:
    from undrift.inspections import themes

    return themes.run_themes(given.file, sys.stdout)


def run_road(given: argparse.Namespace) -> int:
    from undrift.inspections import command

    return command.run_road(given.name, given.files, given.as_at, given.json)


def run_keep(given: argparse.Namespace) -> int:
    from undrift.inspections import command

    return command.run_keep(corpus(), given.files)


def run_search(given: argparse.Namespace) -> int:
    from undrift.inspections import command

    return command.run_search(corpus(), " ".join(given.words), given.json)
