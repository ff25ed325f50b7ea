"""What is kept, and for how long: `changed`, `known`, `erase`, `retention`, `rebuild`."""

import argparse
from datetime import datetime

from undrift.commands.arguments import Adding, add_who, day
from undrift.commands.at_home import finish_erasures, home, log_look, rebuild, told, up_to_date


def add(what: Adding) -> None:
    """The commands that look into the loads kept, and take people out of them."""
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
    changed.set_defaults(run=run_changed)

    known = what.add_parser("known", help="one child's journey as the records knew it on an earlier day")
    known.add_argument("child", metavar="CHILD")
    known.add_argument("--on", required=True, type=day, metavar="DATE")
    known.add_argument("--json", action="store_true")
    known.set_defaults(run=run_known)

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
    erase.set_defaults(run=run_erase)

    retention = what.add_parser("retention", help="whose data has been kept for as long as the rules say")
    retention.add_argument("--as-at", type=day, metavar="DATE", help="default: today")
    retention.add_argument("--rules", action="store_true", help="print the rules in force")
    retention.add_argument("--apply", action="store_true", help="erase them, once confirmed")
    add_who(retention, "orders it")
    retention.add_argument("--json", action="store_true")
    retention.set_defaults(run=run_retention)

    again = what.add_parser(
        "rebuild", help="build the live file again if the code, or who is the same child, has changed"
    )
    again.add_argument("--load", metavar="LOAD", help="serve this load, whether or not anything has changed")
    again.set_defaults(run=run_rebuild)


def run_changed(given: argparse.Namespace) -> int:
    """Counts; or, of one table, the rows, which name children and so are a look at them."""
    from undrift.records import command

    if given.table:
        log_look("", f"changed: {given.table}")
    return command.run_changed(
        home(), given.before, given.after, given.table, given.how, given.team, given.json
    )


def run_known(given: argparse.Namespace) -> int:
    from undrift.journeys import command

    up_to_date()
    log_look(given.child, f"as known on {given.on}")
    return command.run_known(home(), given.child, given.on, given.json)


def run_erase(given: argparse.Namespace) -> int:
    """Over the loads, what is made from them, and the database of what people write."""
    from undrift.records import erasing_command as command

    if given.acts:
        return command.run_acts(home(), given.json)
    if given.lift:
        return command.run_lift(home(), given.lift, given.reason, given.by)
    if given.finish:
        print(f"{finish_erasures()} erasures were finished.")
        return 0
    from undrift.web import server

    server.migrate(home())
    from undrift.web.erasing import forget

    return command.run_erase(
        home(), given.people, given.authority, given.reason, given.by, given.json, rebuild, [forget]
    )


def run_retention(given: argparse.Namespace) -> int:
    """Whose time has come names people, so it is a look at them."""
    from undrift.records import erasing_command as command

    if given.rules:
        return command.run_rules(home())
    as_at = given.as_at or datetime.now().astimezone().date()
    log_look("", f"retention as at {as_at}")
    from undrift.web.erasing import forget

    return command.run_retention(home(), as_at, given.json, given.apply, given.by, rebuild, [forget])


def run_rebuild(given: argparse.Namespace) -> int:
    from undrift import pipeline

    if given.load:
        finish_erasures()
        rebuild(given.load)
        return 0
    if not pipeline.bring_up_to_date(home(), say=told):
        print("Nothing has changed since it was built.")
    return 0
