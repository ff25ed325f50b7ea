"""What `undrift report board` does."""

import os
from pathlib import Path

import django
from django.apps import apps

from undrift import records
from undrift.errors import UserError


def run_board(home: Path, out: Path, *, protect: bool = True) -> int:
    """Write the board paper from the live load and the improvement plan under `home`; 0 when it is written.

    out: the .docx to write, or a folder to write it in. protect: disclosure control, on unless turned off.
    Errors: UserError when nothing is loaded or there is no improvement plan.
    """
    os.environ["UNDRIFT_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "undrift.web.settings")
    if not apps.ready:
        django.setup()
    # These need Django to be set up, which needs the home just named.
    from django.db import DatabaseError

    from undrift.improvement.models import ImprovementPlan
    from undrift.improvement.progress import overview
    from undrift.reports.board import write_board

    load = records.current_load(home)
    try:
        improvement_plan = ImprovementPlan.objects.first()
    except DatabaseError as fault:
        raise UserError(
            "The database of improvement plans is not there yet.", try_="Run: make demo"
        ) from fault
    if improvement_plan is None:
        raise UserError("There is no improvement plan yet.", try_="Make one from an inspection report first.")
    if out.suffix.lower() != ".docx":
        out = out / f"{load.authority} improvement plan {load.as_at}.docx"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        write_board(
            out, overview(records.cursor(home), improvement_plan, load.as_at), load=load, protect=protect
        )
    except OSError as fault:
        raise UserError(
            "The document cannot be written there.", where=out.name, try_="Close it, or choose another place."
        ) from fault
    print(f"Wrote {out}")
    return 0
