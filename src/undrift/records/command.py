"""`undrift load` and `undrift check`: what was recognised, what was assumed, everything wrong at once."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from undrift.errors import UserError
from undrift.records.changes import Comparison, What, changed_rows, compare, pairs
from undrift.records.checked import check, mark, without_values
from undrift.records.live import current_load
from undrift.records.mappings import file_of, history, in_words, say, standing
from undrift.records.store import Load, load, loads, verify
from undrift.returns import Issue
from undrift.returns.database import Address
from undrift.returns.mapping import Kind, Said, Unknown
from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.submission import TITLES
from undrift.returns.words import counted

CLEAN, WITH_ISSUES, REFUSED = 0, 1, 2
TO_CORRECT = (
    "Where a sheet, column, code or the order of day and month was not recognised or was taken wrongly, say once what it "
    "is: undrift mapping AUTHORITY sheet|column|code|dates SAID MEANS --why WHY"
)
EVERY = 1_000_000  # rows: as many as a comparison can open into
CHOICES = 5  # of what a thing not recognised may be; the page and the JSON have them all
SHOWN = 20  # issues on screen; the JSON has them all

PostLoad = Callable[[Load], object]


def run_load(
    paths: Sequence[Path | Address],
    authority: str,
    as_at: date,
    by: str,
    home: Path,
    as_json: bool = False,
    post_load: PostLoad | None = None,
) -> int:
    """Load `paths` as one submission and print what happened. Returns 0 clean, 1 with issues, 2 refused.

    post_load is called with the load once it is kept, and again when the same load is repeated, so that a live
    file lost or never finished is built.
    """
    try:
        result = load(paths, authority=authority, as_at=as_at, by=by, home=home)
    except UserError as fault:
        return _refuse(fault, as_json)
    done = result.load
    if as_json:
        _print_json(
            loaded=not result.already,
            already=result.already,
            load=json.loads(done.to_json()),
            issues=without_values(result.issues),
        )
    else:
        print(result.words)
        held = {name: note.rows for name, note in done.tables.items()}
        sources = {name: note.kind for name, note in done.tables.items()}
        _print_reading(done.recognised, held, sources, done.not_held, done.assumptions, done.checks)
        _print_issues(result.issues)
    if post_load is not None:
        post_load(done)
    return WITH_ISSUES if result.issues else CLEAN


def run_check(
    paths: Sequence[Path | Address],
    as_at: date,
    as_json: bool = False,
    marked: Path | None = None,
    said: Sequence[Said] = (),
) -> int:
    """As run_load, keeping nothing. marked: where to write a copy of the files with the faulty cells marked. said: what
    people have said of the authority's files."""
    found = check(paths, as_at, said)
    if found.refused:
        what, where, try_ = found.refused
        if as_json:
            _print_json(
                loaded=False,
                refused={"what": what, "where": where, "try": try_},
                not_recognised=[asdict(one) for one in found.unknown],
                issues=without_values(found.issues),
            )
            return REFUSED
        if found.issues:
            print("One file cannot be used, so nothing can be loaded. Each file by itself:")
            _print_issues(found.issues)
        _section("Not recognised", _not_recognised(found.unknown))
        return _refuse(UserError(what, where=where, try_=try_), as_json)
    if marked is not None:
        mark(paths, found.issues, said, marked)
    if as_json:
        _print_json(
            loaded=False,
            to_correct=TO_CORRECT,
            not_recognised=[asdict(one) for one in found.unknown],
            **found.told(),
        )
    else:
        print("Checked; nothing was loaded.")
        _print_reading(
            found.recognised,
            found.tables,
            found.sources,
            found.not_held,
            found.assumptions,
            found.checks,
            found.unknown,
        )
        _print_issues(found.issues)
        if marked is not None:
            print(f"The cells are marked in {marked}.")
    return WITH_ISSUES if found.issues else CLEAN


def run_mapping(
    home: Path,
    authority: str,
    kind: Kind | None,
    said: str,
    means: str,
    place: str,
    column: str,
    by: str,
    why: str,
    as_json: bool = False,
) -> int:
    """Keep one thing said of an authority's files, or list all that was. Returns 0; UserError when it is no use."""
    if kind is not None:
        entry = say(home, authority, kind, said, means, place=place, column=column, by=by, why=why)
        print(f"Kept in {file_of(home, authority)}: " + (in_words(entry) if means else "taken back") + ".")
        return CLEAN
    stands = standing(home, authority)
    if as_json:
        _print_json(
            standing=[asdict(entry) for entry in stands],
            history=[asdict(entry) for entry in history(home, authority)],
        )
        return CLEAN
    print(f"{file_of(home, authority)}: {len(stands)} hold" + "s" * (len(stands) == 1))
    for entry in history(home, authority):
        state = "holds     " if entry in stands else "taken back" if not entry.means else "before    "
        print(f"  {state}  {in_words(entry)}")
    return CLEAN


def run_verify(home: Path, as_json: bool = False) -> int:
    """Say of every load whether its files are as they were written. Returns 0, or 1 when any is not."""
    found = {item.id: verify(home, item.id) for item in loads(home)}
    if as_json:
        _print_json(loads=found)
    else:
        for load_id, faults in found.items():
            print(f"{load_id}: {'; '.join(faults) or 'as it was written'}")
    return WITH_ISSUES if any(found.values()) else CLEAN


def run_loads(home: Path, as_json: bool = False) -> int:
    """List every load under `home`, oldest first, and what each changed of the one before it. Returns 0."""
    kept = loads(home)
    compared = [compare(home, before.id, after.id) for before, after in pairs(home)]
    if as_json:
        _print_json(
            loads=[json.loads(item.to_json()) for item in kept], changes=[asdict(item) for item in compared]
        )
        return CLEAN
    if not kept:
        print("Nothing has been loaded yet. Load a submission: undrift load")
        return CLEAN
    for item in kept:
        rows = sum(note.rows for note in item.tables.values())
        acts = " and ".join(f"erasure {act}" for act in item.erased)
        erased = f"; somebody’s data taken out since, {acts}" if acts else ""
        print(
            f"{item.id}: {item.authority}, as at {item.as_at:%d/%m/%Y}; {counted(rows, 'row')} of {counted(len(item.tables), 'table')}, "
            f"{counted(item.issues, 'issue')}; loaded {item.at:%d/%m/%Y %H:%M} by {item.by}{erased}"
        )
    for comparison in compared:
        _print_changes(comparison)
    return CLEAN


def run_changed(
    home: Path,
    before: str | None,
    after: str | None,
    table: str | None,
    what: What,
    team: str | None = None,
    as_json: bool = False,
) -> int:
    """Print what changed between two loads; of one table, the rows. Default: the last load and the one before it.

    Returns 0. UserError when there are no such loads, or no such table.
    """
    if table is not None and table not in record_tables():
        raise UserError(f"There is no table called {table}.", try_="List what changed with: undrift changed")
    if before is None or after is None:
        known = pairs(home)
        chosen = [pair for pair in known if after in (None, pair[1].id) and before in (None, pair[0].id)]
        if not chosen:
            raise UserError("There are no two loads to compare.", try_="List them with: undrift loads")
        before, after = (item.id for item in chosen[-1])
    if table is None:
        comparison = compare(home, before, after)
        if as_json:
            _print_json(**asdict(comparison))
        else:
            _print_changes(comparison)
        return CLEAN
    rows = changed_rows(home, before, after, table, what, team, most=EVERY)
    if as_json:
        _print_json(before=before, after=after, table=table, what=what, rows=[asdict(row) for row in rows])
        return CLEAN
    print(f"{table}, {what}: {counted(len(rows), 'row')}, from {before} to {after}")
    for row in rows:
        place = ", ".join(filter(None, [row.file, row.sheet and f"sheet {row.sheet}", f"row {row.row}"]))
        about = f"child {row.person}, " if row.person else ""
        differ = f": {', '.join(row.columns)}" if row.columns else ""
        print(f"  {' '.join(row.key)} ({about}{row.team}; {place}){differ}")
    return CLEAN


_CHANGED = ("new", "gone", "altered", "entered_late", "back_dated")


def _print_changes(comparison: Comparison) -> None:
    print(f"\nFrom {comparison.before} to {comparison.after}")
    if not comparison.changes:
        print("  No row that both could hold has changed.")
    else:
        heads = "".join(f"{name:>14}" for name in ("new", "gone", "altered", "entered late", "back-dated"))
        print(f"  {'table':<28}{'team':<16}{heads}")
    for change in comparison.changes:
        counts = "".join(f"{getattr(change, name):>14,}" for name in _CHANGED)
        print(f"  {change.table:<28}{change.team:<16}{counts}")
    _section("Not compared", [f"{name}: {why}" for name, why in comparison.not_compared.items()])
    _section("Bear in mind", [f"{name}: {note}" for name, note in comparison.notes.items()])


def _print_reading(
    recognised: Sequence[str],
    held: dict[str, int],
    sources: dict[str, str],
    not_held: dict[str, str],
    assumptions: Sequence[str],
    checks: dict[str, int],
    unknown: Sequence[Unknown] = (),
) -> None:
    _section("Recognised", recognised)
    from_ = {name: TITLES[kind].removeprefix("the ") for name, kind in sources.items()}
    _section("Rows by table", [f"{name:<28}{rows:>9,}  {from_[name]}" for name, rows in held.items()])
    _section("Not held", _by_reason(not_held))
    _section("Assumed", assumptions)
    _section("Not recognised", _not_recognised(unknown))
    print(f"\n{TO_CORRECT}")
    print("\nChecks: " + ", ".join(f"{count} {outcome}" for outcome, count in checks.items()) + ".")


def _not_recognised(unknown: Sequence[Unknown]) -> list[str]:
    """What a person could say of each, a few of the choices; not the codes, which are cells and stand among the issues."""
    lines = []
    for one in unknown:
        few = ", ".join(one.choices[:CHOICES]) + (", …" if len(one.choices) > CHOICES else "")
        if one.kind != "code":
            what = "" if one.kind == "sheet" else f": {one.kind} “{one.said}”"
            lines.append(f"{one.place}{what}, which may be {few}")
    return lines[:SHOWN]


def _by_reason(not_held: Mapping[str, str]) -> list[str]:
    """Each reason with the tables it holds for, those of a few first: most tables no return but the dataset has."""
    tables: dict[str, list[str]] = {}
    for name, why in not_held.items():
        tables.setdefault(why, []).append(name)
    return [
        f"{', '.join(names)}: {why}" for why, names in sorted(tables.items(), key=lambda item: len(item[1]))
    ]


def _section(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")


def _print_issues(issues: Sequence[Issue]) -> None:
    if not issues:
        print("No issues.")
        return
    held_back = sum(issue.severity == "held back" for issue in issues)
    print(f"\n{counted(len(issues), 'issue')}, {held_back:,} of them holding something back")
    # What keeps rows out comes first: it is what has to be put right.
    for issue in sorted(issues, key=lambda i: i.severity != "held back")[:SHOWN]:
        print(f"  {issue.where}: {issue.what} {issue.try_}")
    if len(issues) > SHOWN:
        print(f"  … and {len(issues) - SHOWN:,} more; --json lists them all.")


def _print_json(**content: Any) -> None:
    json.dump(content, sys.stdout, ensure_ascii=False, indent=2, default=str)
    print()


def _refuse(fault: UserError, as_json: bool) -> int:
    if as_json:
        _print_json(loaded=False, refused={"what": fault.what, "where": fault.where, "try": fault.try_})
    else:
        print(f"Refused: {fault}", file=sys.stderr)
    return REFUSED


def run_annex_a(home: Path, out: Path, as_at: date | None = None) -> int:
    """Write the workbook and say what is in it; 0, or 1 when our own reader finds fault with it."""
    from undrift.records.annex_a import blank, write_annex_a  # the workbook writer is slow to import

    day, counts, issues = write_annex_a(home, out, as_at)
    print(f"Wrote {out}, as at {day:%d/%m/%Y}.")
    for number, count in counts.items():
        print(f"  List {number:<3}{annex_a_lists()[number].name:<64}{count:>7,} rows")
    empty = blank(current_load(home))
    for (number, header), why in empty.items():
        print(f"  List {number}: {header} is blank; {why}.")
    told = [issue for issue in issues if issue.column not in {header for _, header in empty}]
    found: dict[tuple[str, str, str], int] = {}
    for issue in told:
        place = (issue.sheet, issue.column, issue.what)
        found[place] = found.get(place, 0) + 1
    for (sheet, column, what), count in found.items():
        print(f"  {sheet}, {column}: {counted(count, 'row')}. {what}")
    print("Read back by our own reader: " + (f"{counted(len(told), 'issue')}." if told else "no issues."))
    return 1 if told else 0
