"""The site and the people who use it: `user`, `serve`, `demo`."""

import argparse
import getpass
import os
from pathlib import Path

from undrift.commands.arguments import Adding
from undrift.commands.at_home import finish_erasures, home
from undrift.errors import UserError


def add(what: Adding) -> None:
    """Accounts, the site, and the demonstration."""
    user = what.add_parser("user", help="the people who may sign in")
    under = user.add_subparsers(dest="user_what", required=True, metavar="WHAT")
    person = under.add_parser("add", help="make an account; asks for the password, never echoes it")
    person.add_argument("username")
    person.add_argument(
        "--role", required=True,
        choices=["analyst", "team manager", "social worker", "reviewing officer", "councillor"],
    )  # fmt: skip
    person.add_argument("--first-name", default="")
    person.add_argument("--last-name", default="")
    person.add_argument("--team", default="", help="the team's identifier, for a team manager")
    person.add_argument(
        "--worker", default="", help="the worker's identifier, for a social worker or reviewing officer"
    )
    person.set_defaults(run=run_user_add)

    serve = what.add_parser("serve", help="serve the site on this machine")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=run_serve)

    demo = what.add_parser("demo", help="build the demonstration, and serve it")
    demo.add_argument(
        "--report", type=Path, help="build the improvement plan from this inspection report instead"
    )
    demo.add_argument("--no-serve", action="store_true")
    demo.add_argument("--scale", type=float, default=1.0)
    demo.add_argument("--port", type=int, default=8000)
    demo.set_defaults(run=run_demo)


def run_user_add(given: argparse.Namespace) -> int:
    """Make one account, its password typed twice."""
    from undrift import measures, records
    from undrift.web import server
    from undrift.web.roles import Role

    # Whoever is to load the first files needs an account before there is anything to know teams by.
    known = (home() / "live" / "CURRENT").exists()
    names = {team.id: team.name for team in measures.teams(records.cursor(home()))} if known else {}
    if given.team and given.team not in names:
        raise UserError(
            f"No team here is called {given.team}.",
            try_=f"The teams are {', '.join(sorted(names))}."
            if names
            else "Load the authority’s files first.",
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


def run_serve(given: argparse.Namespace) -> int:
    from undrift.web.server import serve

    finish_erasures()
    return serve(home(), given.host, given.port)


def run_demo(given: argparse.Namespace) -> int:
    from undrift.demo import demo

    place = home() / "demo" if "UNDRIFT_HOME" not in os.environ else home()
    return demo(place, report=given.report, serve=not given.no_serve, scale=given.scale, port=given.port)
