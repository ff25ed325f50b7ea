"""What several commands ask for in the same way."""

import argparse
import getpass
from datetime import date
from pathlib import Path
from typing import Any

Adding = Any
"""What argparse gives to add commands to; it has no public name."""


def day(text: str) -> date:
    """An ISO date, or the words that say how to write one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-09-30") from None


def add_as_at(command: argparse.ArgumentParser) -> None:
    """The day a command speaks of, where the load's own will do."""
    command.add_argument("--as-at", type=day, metavar="DATE", help="default: the day the load speaks for")


def add_output(command: argparse.ArgumentParser) -> None:
    """A table's form, and where it goes."""
    command.add_argument("--format", choices=["csv", "json", "xlsx"], default="csv")
    command.add_argument("--out", type=Path, metavar="FILE", help="default: the screen")


def add_who(command: argparse.ArgumentParser, did: str) -> None:
    """Who did it, for the history."""
    command.add_argument("--by", default=getpass.getuser(), help=f"who {did}")
