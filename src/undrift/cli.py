"""The command line: `undrift WHAT ...`. Says what is wrong in one line; a traceback only when asked for."""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from undrift import __version__
from undrift.commands import FAMILIES
from undrift.errors import UserError


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the command without repeating a password that stood in it."""

    def error(self, message: str) -> NoReturn:
        super().error(re.sub(r"://\S*@", "://…@", message))


def parser() -> argparse.ArgumentParser:
    """Every command, its arguments and its help; what was given knows how to `run` itself."""
    top = Parser(
        prog="undrift",
        description="From a sentence in an inspection report to the children behind it, and back.",
    )
    top.add_argument("--version", action="version", version=f"undrift {__version__}")
    what = top.add_subparsers(dest="what", required=True, metavar="WHAT")
    for family in FAMILIES:
        family.add(what)
    return top


def run(given: argparse.Namespace) -> int:
    """Run one command; returns its exit code."""
    return int(given.run(given))


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. Exit codes: 0 done, 1 done in part, 2 refused, 70 a fault of ours."""
    given = parser().parse_args(arguments)
    try:
        done = run(given)
        sys.stdout.flush()
        return done
    except UserError as fault:
        print(f"undrift: {fault}", file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whatever was reading has had enough, as `| head` has: what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
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
