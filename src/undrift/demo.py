"""The demonstration: an invented authority, made, loaded, read, planned for and served, in one command."""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from undrift import inspections, pipeline, records
from undrift.errors import UserError
from undrift.inspections.corpus import Corpus
from undrift.measures import comparators, published
from undrift.synthetic import make
from undrift.synthetic.earlier import month_before
from undrift.synthetic.report import (
    REPORT_FILE_NAME,
    VISIT_LETTER_FILE_NAME,
    write_report,
    write_visit_letter,
)
from undrift.synthetic.story import AS_AT, AUTHORITY

BY = "demonstration"


class Steps:
    """Numbered lines with times, so that a long step shows it is alive."""

    def __init__(self, total: int) -> None:
        self.total, self.nth, self.began = total, 0, time.monotonic()

    def next(self, words: str) -> None:
        self.nth += 1
        print(
            f"[{self.nth}/{self.total}] {words}  ({time.monotonic() - self.began:.0f} s so far)", flush=True
        )

    @staticmethod
    def say(words: str) -> None:
        print(f"      {words}", flush=True)


def make_home(
    home: Path, *, report: Path | None = None, scale: float = 1.0, steps: Steps | None = None
) -> Path:
    """Build the demonstration under `home`, emptying it first; returns the inspection report it was built from.

    Raises UserError when `home` holds something that is not a demonstration, or the report cannot be read.
    """
    steps = steps or Steps(6)
    _empty(home)
    files = home / "files"
    steps.next(f"Making {AUTHORITY}: eight years of an authority that does not exist")
    made = make(files, scale=scale, progress=steps.say, sent_before=True)
    steps.next("Loading what it sent a month before; then its Annex A workbook and its event histories")
    before = month_before(AS_AT)
    _load([files / f"ssd-{before.isoformat()}"], before, home, steps.say)
    _load([*sorted(made.out.glob("annex-a-*.xlsx")), files / "ssd"], AS_AT, home, steps.say)
    steps.next("Rebuilding every child's journey; clocks, drift and measures")
    load = max(records.loads(home), key=lambda one: one.as_at)
    pipeline.build(load.id, home, steps.say)
    _publish(files, home, steps.say)
    source = report or files / REPORT_FILE_NAME
    steps.next(f"Reading the inspection report: {source.name}")
    if report is None:
        write_report(source)
    read = inspections.read(source)
    steps.say(
        f"{read.local_authority_as_printed}: {len(read.areas)} areas for improvement, {len(read.findings)} findings"
    )
    _keep(home, read, letter=None if report else source.with_name(VISIT_LETTER_FILE_NAME))
    steps.next("Writing the improvement plan, its actions and evidence; the people who can sign in")
    _plan(home, read)
    steps.next("Writing the board paper")
    from undrift.reports.command import run_board

    run_board(home, home / "board.docx")
    return source


def _empty(home: Path) -> None:
    if home.exists() and any(home.iterdir()) and not (home / "DEMONSTRATION").exists():
        raise UserError(
            "This folder is not a demonstration, and making one would empty it.",
            where=str(home), try_="Name another folder with UNDRIFT_HOME.",
        )  # fmt: skip
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (home / "DEMONSTRATION").write_text("Everything in this folder is invented and made again each time.\n")


def _load(paths: list[Path], as_at: date, home: Path, say: Callable[[str], None]) -> None:
    result = records.load(paths, authority=AUTHORITY, as_at=as_at, by=BY, home=home)
    rows = sum(note.rows for note in result.load.tables.values())
    say(f"{rows:,} rows in {len(result.load.tables)} tables; {len(result.issues):,} issues found and listed")


def _publish(files: Path, home: Path, say: Callable[[str], None]) -> None:
    """Real published figures beside the invented ones, by the door any authority's file of them comes through."""
    found = comparators.load(published.write(files / "published-figures.csv"), home, name="published")
    say(f"{found.rows:,} published figures of {found.areas} real areas, to stand beside {AUTHORITY}'s")


def _keep(home: Path, read: inspections.Report, letter: Path | None) -> None:
    """Keep what was read, for the road and the search; the invented letter goes with the invented report only."""
    corpus = Corpus(home / "inspections")
    corpus.add(replace(read, file=Path(read.file).name))
    if letter:
        write_visit_letter(letter)
        corpus.add(inspections.read_any(letter, file=letter.name))


def _plan(home: Path, read: inspections.Report) -> None:
    from undrift.web import server

    server.migrate(home)
    from undrift.improvement.seed import seed_demo

    seed_demo(read, by=BY, as_at=AS_AT)
    server.seed_users(home)


def demo(
    home: Path, *, report: Path | None = None, serve: bool = True, scale: float = 1.0, port: int = 8000
) -> int:
    """Build the demonstration, say where to look, and serve it until interrupted. Returns an exit code."""
    steps = Steps(6)
    make_home(home, report=report, scale=scale, steps=steps)
    from undrift.web import server

    print(
        f"\nReady in {time.monotonic() - steps.began:.0f} seconds. Every child, worker and event in it is invented.\n"
    )
    print(f"  The site        http://127.0.0.1:{port}")
    print(f"  The board paper {home / 'board.docx'}")
    print(f"  The files       {home / 'files'}")
    print(f"\nSign in with the password {server.DEMONSTRATION_PASSWORD} as:")
    for person in server.PEOPLE:
        print(f"  {person.username:<16} {person.role.value.replace('_', ' ')} {person.team_name}".rstrip())
    print(
        "\nStart at the overview: open the area on strategy discussions and follow it to the children.",
        flush=True,
    )
    if not serve:
        return 0
    print("Stop with Ctrl+C.\n", flush=True)
    return server.serve(home, port=port)
