"""What a command needs of the folder an authority is kept in: its place, its live file, its log of looks."""

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

HOME = Path("var")


def home() -> Path:
    """Where the loads and the database are kept: UNDRIFT_HOME, or var in this folder."""
    return Path(os.environ.get("UNDRIFT_HOME", HOME))


def told(line: str) -> None:
    """Say how far a build has come, on the error stream: what is printed is the answer alone."""
    print(line, file=sys.stderr)


def up_to_date() -> "duckdb.DuckDBPyConnection":
    """The live file, built again first if the code or a decision has changed since."""
    from undrift import pipeline, records

    pipeline.bring_up_to_date(home(), say=told)
    return records.cursor(home())


def rebuild(load_id: str) -> object:
    """Build the live file of a load again."""
    from undrift import pipeline

    return pipeline.build(load_id, home(), say=told)


def log_look(child: str, at: str) -> None:
    """Note a look at a child, or at several when `child` is empty, in the access log before anything is shown."""
    from undrift.web import server

    server.migrate(home())
    from undrift.web import access

    access.at_the_command_line(getpass.getuser(), child_id=child, definition=at)


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
