"""`undrift duplicates`: who is the same child."""

import argparse

from undrift.commands.arguments import Adding, add_who
from undrift.commands.at_home import log_look, up_to_date


def add(what: Adding) -> None:
    """The suggestions, and what a person says of two ids."""
    duplicates = what.add_parser(
        "duplicates", help="ids that may be one child, and what a person says of two of them"
    )
    duplicates.add_argument("--json", action="store_true")
    duplicates.set_defaults(run=run_duplicates)
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
        add_who(one, "is saying so")


def run_duplicates(given: argparse.Namespace) -> int:
    """A look at children, so noted; `same`, `two` and `withdraw` write through the commands."""
    cur = up_to_date() if given.say is None else None
    log_look("", "ids that may be one child")
    from undrift.identity import command

    if cur is not None:
        return command.run_list(cur, given.json)
    return command.run_say(
        given.say, given.child, given.other, getattr(given, "keep", ""), given.why, given.by
    )
