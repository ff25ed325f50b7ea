"""The command line: `undrift WHAT ...`. Says what is wrong in one line; a traceback only when asked for."""

import argparse
import getpass
import os
import re
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from undrift import __version__
from undrift.arguments import (
    add_clocks,
    add_drift_and_measures,
    add_duplicates,
    add_records,
    add_variation,
    day,
)
from undrift.errors import UserError

if TYPE_CHECKING:
    import duckdb

    from undrift.returns.database import Address

HOME = Path("var")


def home() -> Path:
    """Where the loads and the database are kept: UNDRIFT_HOME, or var in this folder."""
    return Path(os.environ.get("UNDRIFT_HOME", HOME))


PATHS = "a file, a folder, or a database: its address, or env:NAME or file:PATH that holds the address"


def sources(given: argparse.Namespace) -> "list[Path | Address]":
    """What `load` and `check` were given: paths and databases."""
    from undrift.returns.database import source

    return [source(text, given.schema) for text in given.paths]


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the command without repeating a password that stood in it."""

    def error(self, message: str) -> NoReturn:
        super().error(re.sub(r"://\S*@", "://…@", message))


def parser() -> argparse.ArgumentParser:
    """Every command, its arguments and its help."""
    top = Parser(
        prog="undrift",
        description="From a sentence in an inspection report to the children behind it, and back.",
    )
    top.add_argument("--version", action="version", version=f"undrift {__version__}")
    what = top.add_subparsers(dest="what", required=True, metavar="WHAT")

    inspection = what.add_parser("inspection", help="what the inspectorate said")
    inspection_what = inspection.add_subparsers(dest="inspection_what", required=True, metavar="WHAT")
    read = inspection_what.add_parser("read", help="read inspection reports (PDF)")
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--json", action="store_true", help="one JSON object a line, in the order given")

    themes = inspection_what.add_parser(
        "themes", help="say which theme each text of a CSV belongs to, and why"
    )
    themes.add_argument("file", metavar="FILE.csv", help="a CSV with a column called text")

    road = inspection_what.add_parser(
        "road", help="an authority's whole road: what has been, what is due, what is likely"
    )
    road.add_argument("name", metavar="AUTHORITY")
    road.add_argument("files", nargs="*", metavar="FILE", help="reports and letters to read as well")
    road.add_argument("--as-at", required=True, type=day, metavar="DATE")
    road.add_argument("--json", action="store_true")
    keep = inspection_what.add_parser("keep", help="keep reports and letters, to search and to learn from")
    keep.add_argument("files", nargs="+", metavar="FILE")
    search = inspection_what.add_parser("search", help="search every report and letter kept")
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--json", action="store_true")

    load = what.add_parser(
        "load", help="load what an authority already makes, any returns and forms together"
    )
    load.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    load.add_argument("--schema", help="the schema of a database that holds the tables")
    load.add_argument("--authority", required=True)
    load.add_argument("--as-at", required=True, type=day, metavar="DATE", help="the day the files speak for")
    load.add_argument("--by", default=os.environ.get("USER", "unknown"), help="who is loading")
    load.add_argument("--json", action="store_true")

    check = what.add_parser("check", help="say everything that is wrong with files, and load nothing")
    check.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    check.add_argument("--schema", help="the schema of a database that holds the tables")
    check.add_argument("--as-at", required=True, type=day, metavar="DATE")
    check.add_argument(
        "--marked", type=Path, metavar="OUT.xlsx", help="write a copy with each faulty cell marked, and why"
    )
    check.add_argument("--authority", help="read by what people have said of its files")
    check.add_argument("--json", action="store_true")

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

    loads = what.add_parser("loads", help="the loads kept, and what changed from each to the next")
    loads.add_argument("--verify", action="store_true", help="whether each is still as it was written")
    loads.add_argument("--json", action="store_true")

    add_records(what)
    add_duplicates(what)

    annex = what.add_parser("annex-a", help="write Ofsted's Annex A, lists 1 to 11, from the records")
    annex.add_argument("--as-at", type=day, metavar="DATE", help="default: the day the load speaks for")
    annex.add_argument("--out", required=True, type=Path, metavar="FILE.xlsx")

    add_clocks(what)
    add_drift_and_measures(what)
    add_variation(what)

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

    report = what.add_parser("report", help="documents for managers, the board, councillors and inspectors")
    report_what = report.add_subparsers(dest="report_what", required=True, metavar="WHAT")
    board = report_what.add_parser("board", help="a Word document of the overview, for the improvement board")
    board.add_argument("--out", type=Path, default=Path("board.docx"))

    user = what.add_parser("user", help="the people who may sign in")
    user_what = user.add_subparsers(dest="user_what", required=True, metavar="WHAT")
    add = user_what.add_parser("add", help="make an account; asks for the password, never echoes it")
    add.add_argument("username")
    add.add_argument(
        "--role", required=True,
        choices=["analyst", "team manager", "social worker", "reviewing officer", "councillor"],
    )  # fmt: skip
    add.add_argument("--first-name", default="")
    add.add_argument("--last-name", default="")
    add.add_argument("--team", default="", help="the team's identifier, for a team manager")
    add.add_argument(
        "--worker", default="", help="the worker's identifier, for a social worker or reviewing officer"
    )

    serve = what.add_parser("serve", help="serve the site on this machine")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)

    demo = what.add_parser("demo", help="build the demonstration, and serve it")
    demo.add_argument(
        "--report", type=Path, help="build the improvement plan from this inspection report instead"
    )
    demo.add_argument("--no-serve", action="store_true")
    demo.add_argument("--scale", type=float, default=1.0)
    demo.add_argument("--port", type=int, default=8000)
    return top


def run(given: argparse.Namespace) -> int:
    """Run one command; returns its exit code. Rooms are imported when asked for: some are slow to load."""
    match given.what:
        case "inspection":
            return run_inspection(given)
        case "load":
            from undrift import pipeline
            from undrift.records import Load
            from undrift.records.command import run_load

            finish_erasures()

            def build(load: Load) -> None:
                pipeline.build(load.id, home(), say=lambda line: print(line, file=sys.stderr))

            return run_load(sources(given), given.authority, given.as_at, given.by, home(), given.json, build)
        case "check":
            from undrift.records.command import run_check
            from undrift.records.mappings import standing

            return run_check(
                sources(given),
                given.as_at,
                given.json,
                given.marked,
                standing(home(), given.authority) if given.authority else (),
            )
        case "forms":
            from undrift.returns.command import run_forms

            return run_forms(given.name, given.template, given.json)
        case "loads":
            from undrift.records.command import run_loads, run_verify

            return (run_verify if given.verify else run_loads)(home(), given.json)
        case "changed":
            return run_changed(given)
        case "mapping":
            from undrift.records.command import run_mapping

            return run_mapping(
                home(), given.authority, given.kind, given.said, given.means, given.place, given.column, given.by,
                given.why, given.json,
            )  # fmt: skip
        case "erase" | "retention":
            return run_erasing(given)
        case "known":
            from undrift import pipeline
            from undrift.journeys import command as journeys_command

            pipeline.bring_up_to_date(home(), say=lambda line: print(line, file=sys.stderr))
            log_look(given.child, f"as known on {given.on}")
            return journeys_command.run_known(home(), given.child, given.on, given.json)
        case "duplicates":
            return run_duplicates(given)
        case "rebuild":
            from undrift import pipeline

            if not pipeline.bring_up_to_date(home()):
                print("Nothing has changed since it was built.")
            return 0

        case "variation":
            return run_variation(given)
        case "annex-a":
            from undrift.records.command import run_annex_a

            return run_annex_a(home(), given.out, given.as_at)
        case "clocks" | "explain":
            return run_clocks(given)
        case "settings":
            from undrift.clocks.command import run_settings

            return run_settings(
                home(), given.clock, given.limit, given.off, given.by, given.why, given.format
            )
        case "drift" | "measures" | "comparators":
            return run_drift_and_measures(given)
        case "country":
            from undrift.clocks import country

            country.run(given.journeys, given.out, only=given.authority, memory=given.memory)
            return 0
        case "synthetic":
            from undrift.synthetic import command

            chosen = {
                name: getattr(given, name) for name in ("seed", "as_at") if getattr(given, name) is not None
            }
            if given.authority_count:
                return command.run_many(given.out, given.authority_count, given.scale, given.seed)
            return command.run(given.out, scale=given.scale, forms=given.forms, mess=given.mess, **chosen)
        case "report":
            from undrift.reports.command import run_board

            return run_board(home(), given.out)
        case "user":
            return add_user(given)
        case "serve":
            from undrift.web.server import serve

            finish_erasures()
            return serve(home(), given.host, given.port)
        case _:
            from undrift.demo import demo

            place = home() / "demo" if "UNDRIFT_HOME" not in os.environ else home()
            return demo(
                place, report=given.report, serve=not given.no_serve, scale=given.scale, port=given.port
            )


def run_inspection(given: argparse.Namespace) -> int:
    """The commands under `undrift inspection`."""
    from undrift.inspections import command

    corpus = home() / "inspections"
    match given.inspection_what:
        case "themes":
            from undrift.inspections.themes import run_themes

            return run_themes(given.file, sys.stdout)
        case "road":
            return command.run_road(given.name, given.files, given.as_at, given.json)
        case "keep":
            return command.run_keep(corpus, given.files)
        case "search":
            return command.run_search(corpus, " ".join(given.words), given.json)
        case _:
            return command.run_read(given.files, given.json)


def log_look(child: str, at: str) -> None:
    """Note a look at a child, or at several when `child` is empty, in the access log before anything is shown."""
    from undrift.web import server

    server.migrate(home())
    from undrift.web import access

    access.at_the_command_line(getpass.getuser(), child_id=child, definition=at)


def run_duplicates(given: argparse.Namespace) -> int:
    """`duplicates`: a look at children, so noted; `same`, `two` and `withdraw` write through the commands."""
    from undrift import pipeline, records

    if given.say is None:
        pipeline.bring_up_to_date(home(), say=lambda line: print(line, file=sys.stderr))
    log_look("", "ids that may be one child")
    from undrift.identity import command

    if given.say is None:
        return command.run_list(records.cursor(home()), given.json)
    return command.run_say(
        given.say, given.child, given.other, getattr(given, "keep", ""), given.why, given.by
    )


def rebuild(load_id: str) -> object:
    """Build the live file of a load again, said on the error stream."""
    from undrift import pipeline

    return pipeline.build(load_id, home(), say=lambda line: print(line, file=sys.stderr))


def finish_erasures() -> int:
    """Finish what a kill cut short, before anything else is written or served; returns how many there were."""
    from undrift.records import erased
    from undrift.records.erase import finish

    if not erased.pending(home()):
        return 0
    from undrift.web import server

    server.migrate(home())
    from undrift.web.erasing import forget

    print("An erasure that was cut short is being finished.", file=sys.stderr)
    return len(finish(home(), rebuild, [forget]))


def run_erasing(given: argparse.Namespace) -> int:
    """`erase` and `retention`: over the loads, what is made from them, and the database of what people write."""
    from undrift.records import erasing_command as command
    from undrift.web import server

    if given.what == "retention" and given.rules:
        return command.run_rules(home())
    if given.what == "erase" and given.acts:
        return command.run_acts(home(), given.json)
    if given.what == "erase" and given.lift:
        return command.run_lift(home(), given.lift, given.reason, given.by)
    server.migrate(home())
    from undrift.web.erasing import forget

    if given.what == "retention":
        as_at = given.as_at or datetime.now().astimezone().date()
        log_look("", f"retention as at {as_at}")
        return command.run_retention(home(), as_at, given.json, given.apply, given.by, rebuild, [forget])
    if given.finish:
        print(f"{finish_erasures()} erasures were finished.")
        return 0
    return command.run_erase(
        home(), given.people, given.authority, given.reason, given.by, given.json, rebuild, [forget]
    )


def run_changed(given: argparse.Namespace) -> int:
    """`changed`: counts; or, of one table, the rows, which name children and so are a look at them."""
    from undrift.records import command

    if given.table:
        log_look("", f"changed: {given.table}")
    return command.run_changed(
        home(), given.before, given.after, given.table, given.how, given.team, given.json
    )


def run_variation(given: argparse.Namespace) -> int:
    """The commands under `undrift variation`."""
    from undrift import pipeline, records
    from undrift.web import server

    pipeline.bring_up_to_date(home(), say=lambda line: print(line, file=sys.stderr))
    server.migrate(home())
    from undrift.improvement import commands
    from undrift.improvement.decisions import decided
    from undrift.improvement.models import ImprovementPlan
    from undrift.variation import command

    cur = records.cursor(home())
    as_at = command.as_at_of(cur)
    match given.variation_what:
        case "rebase":
            made = commands.rebase_measure(
                measure_id=given.measure, from_month=given.from_month, why=given.why, on=as_at, by=given.by
            )
            print(f"{made.measure_id}: what is ordinary is learned from {made.from_month:%B %Y}.")
            return 0
        case "target":
            made = commands.set_target(
                measure_id=given.measure, target=given.target, why=given.why, on=as_at, by=given.by
            )
            print(f"{made.measure_id}: the target is {made.target:g}.")
            return 0
        case "reversed":
            log_look("", "decisions reversed")
    plan = ImprovementPlan.objects.first()
    stands = decided()
    asked = command.Asked(
        given.since or (plan.baseline_on if plan else as_at),
        as_at,
        given.measure,
        given.team,
        {m: d.rebased for m, d in stands.items() if d.rebased},
        {m: d.target for m, d in stands.items() if d.target is not None},
    )
    return command.run_variation(cur, given.variation_what, asked, given.format, given.out)


def run_drift_and_measures(given: argparse.Namespace) -> int:
    """Flags and rows name children, so a look at them is noted before it is shown; figures name nobody."""
    from undrift import pipeline, records
    from undrift.measures import command

    def ready() -> "duckdb.DuckDBPyConnection":
        pipeline.bring_up_to_date(home(), say=lambda line: print(line, file=sys.stderr))
        return records.cursor(home())

    return command.run(given, home(), ready, lambda definition: log_look("", definition))


def run_clocks(given: argparse.Namespace) -> int:
    """`clocks` and `explain`: looks at children, so each is noted in the access log before it is shown."""
    from undrift import pipeline, records
    from undrift.clocks import command

    if given.what == "clocks" and given.coverage:
        return command.run_coverage(given.format, given.out)
    pipeline.bring_up_to_date(home(), say=lambda line: print(line, file=sys.stderr))
    log_look(given.child if given.what == "explain" else "", given.clock or "every clock")
    cur = records.cursor(home())
    if given.what == "explain":
        return command.run_explain(cur, given.child, given.clock, given.as_at)
    if given.differ:
        return command.run_differ(cur, given.as_at, given.clock, given.team, given.format, given.out)
    return command.run_clocks(cur, given.as_at, given.clock, given.team, given.format, given.out)


def add_user(given: argparse.Namespace) -> int:
    """Make one account, its password typed twice."""
    from undrift import measures, records
    from undrift.web import server
    from undrift.web.roles import Role

    names = {team.id: team.name for team in measures.teams(records.cursor(home()))}
    if given.team and given.team not in names:
        raise UserError(
            f"No team here is called {given.team}.", try_=f"The teams are {', '.join(sorted(names))}."
        )
    password = getpass.getpass("Password: ")
    if getpass.getpass("Password again: ") != password:
        raise UserError("The two passwords differ.", try_="Type the same password twice.")
    server.migrate(home())
    person = server.Person(
        given.username,
        given.first_name,
        given.last_name,
        Role(given.role),
        given.team,
        names.get(given.team, ""),
        given.worker,
    )
    server.add_person(home(), person, password)
    print(f"{given.username} can now sign in as {given.role}.")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. Exit codes: 0 done, 1 done in part, 2 refused, 70 a fault of ours."""
    given = parser().parse_args(arguments)
    try:
        return run(given)
    except UserError as fault:
        print(f"undrift: {fault}", file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        if os.environ.get("UNDRIFT_DEBUG") == "1":
            traceback.print_exc()
        # The words of an unforeseen fault can hold a value from somebody's file, so they are not printed.
        print(
            f"undrift: something went wrong inside Undrift ({type(fault).__name__}). Nothing was half-done. "
            "Run again with UNDRIFT_DEBUG=1 to see where.",
            file=sys.stderr,
        )
        return 70


if __name__ == "__main__":
    sys.exit(main())
