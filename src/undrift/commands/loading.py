"""Reading what an authority already makes: `load`, `check`, `mapping`, `forms`, `loads`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from undrift.commands.arguments import Adding, add_who, day
from undrift.commands.at_home import finish_erasures, home, rebuild

if TYPE_CHECKING:
    from undrift.returns.database import Address

PATHS = "a file, a ZIP, a folder, or a database: its address, or env:NAME or file:PATH that holds the address"


def add(what: Adding) -> None:
    """The commands that read files and databases."""
    load = what.add_parser(
        "load", help="load what an authority already makes, any returns and forms together"
    )
    _sources(load)
    load.add_argument("--authority", required=True)
    load.add_argument("--as-at", required=True, type=day, metavar="DATE", help="the day the files speak for")
    add_who(load, "is loading")
    load.add_argument("--json", action="store_true")
    load.set_defaults(run=run_load)

    check = what.add_parser("check", help="say everything that is wrong with files, and load nothing")
    _sources(check)
    check.add_argument("--as-at", required=True, type=day, metavar="DATE")
    check.add_argument(
        "--marked", type=Path, metavar="OUT.xlsx", help="write a copy with each faulty cell marked, and why"
    )
    check.add_argument("--authority", help="read by what people have said of its files")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_check)

    mapping = what.add_parser(
        "mapping", help="say once what a sheet, column, code or date order is; without it, what has been said"
    )
    mapping.add_argument("authority", metavar="AUTHORITY")
    mapping.add_argument("kind", nargs="?", choices=["sheet", "column", "code", "dates"])
    mapping.add_argument("said", nargs="?", default="", metavar="SAID", help="as the file has it")
    mapping.add_argument(
        "means", nargs="?", default="", metavar="MEANS", help="what it is; left out, what was said is taken back"
    )  # fmt: skip
    mapping.add_argument("--place", default="*", metavar="WHERE", help="the list or form; default: every one")
    mapping.add_argument("--column", default="", help="whose code it is")
    add_who(mapping, "says so")
    mapping.add_argument("--why", default="", metavar="WORDS", help="how you know")
    mapping.add_argument("--json", action="store_true")
    mapping.set_defaults(run=run_mapping)

    forms = what.add_parser(
        "forms", help="what is read and in which form; the manual page and template of each"
    )
    forms.add_argument(
        "name", nargs="?", metavar="NAME", help="the return or form; without it, all are listed"
    )
    forms.add_argument(
        "--template", type=Path, metavar="FILE", help="write its template: .xlsx, .csv or .zip"
    )
    forms.add_argument("--json", action="store_true")
    forms.set_defaults(run=run_forms)

    loads = what.add_parser("loads", help="the loads kept, and what changed from each to the next")
    loads.add_argument("--verify", action="store_true", help="whether each is still as it was written")
    loads.add_argument("--json", action="store_true")
    loads.set_defaults(run=run_loads)


def _sources(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    command.add_argument("--schema", help="the schema of a database that holds the tables")


def sources(given: argparse.Namespace) -> "list[Path | Address]":
    """What `load` and `check` were given: paths and databases."""
    from undrift.returns.database import source

    return [source(text, given.schema) for text in given.paths]


def run_load(given: argparse.Namespace) -> int:
    from undrift.records import command

    finish_erasures()
    return command.run_load(
        sources(given), given.authority, given.as_at, given.by, home(), given.json, lambda load: rebuild(load.id)
    )  # fmt: skip


def run_check(given: argparse.Namespace) -> int:
    from undrift.records import command
    from undrift.records.mappings import standing

    said = standing(home(), given.authority) if given.authority else ()
    return command.run_check(sources(given), given.as_at, given.json, given.marked, said)


def run_mapping(given: argparse.Namespace) -> int:
    from undrift.records import command

    return command.run_mapping(
        home(), given.authority, given.kind, given.said, given.means, given.place, given.column, given.by, given.why,
        given.json,
    )  # fmt: skip


def run_forms(given: argparse.Namespace) -> int:
    from undrift.returns import command

    return command.run_forms(given.name, given.template, given.json)


def run_loads(given: argparse.Namespace) -> int:
    from undrift.records import command

    return (command.run_verify if given.verify else command.run_loads)(home(), given.json)
