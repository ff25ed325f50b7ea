"""People that a return knows by unique pupil number: tied to the child that the rest of the load has under it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from undrift.returns import Issue, Submission
from undrift.returns.spec import record_tables

KNOWN_BY_UPN = "sen2"


def tie(submissions: Sequence[Submission]) -> tuple[list[Submission], list[Issue], list[str]]:
    """`submissions` with the people of the SEN2 return under the ids that the others know them by.

    Only where one child has the number: a number that two have ties to neither, with an issue; a person nobody else
    has keeps the id made from the return. Says how many of each there are.
    """
    ids: dict[str, set[str]] = defaultdict(set)
    for submission in submissions:
        if submission.kind != KNOWN_BY_UPN and "ssd_person" in submission.tables:
            people = submission.tables["ssd_person"]
            for upn, id_ in zip(
                *(people.column(c).to_pylist() for c in ("pers_upn", "pers_person_id")), strict=True
            ):
                if upn:
                    ids[upn.upper()].add(id_)
    tied: list[Submission] = []
    issues: list[Issue] = []
    notes: list[str] = []
    for submission in submissions:
        if submission.kind != KNOWN_BY_UPN:
            tied.append(submission)
            continue
        people = submission.tables["ssd_person"].to_pylist()
        fits = {row["pers_person_id"]: ids.get(row["pers_upn"] or "", set()) for row in people}
        issues += [_unclear(row) for row in people if len(fits[row["pers_person_id"]]) > 1]
        known = {made: next(iter(fit)) for made, fit in fits.items() if len(fit) == 1}
        tables = {name: _renamed(name, table, known) for name, table in submission.tables.items()}
        tied.append(replace(submission, tables=tables))
        notes.append(
            f"{', '.join(file.name for file in submission.files)}: {len(known):,} of its {len(people):,} people are "
            "tied by unique pupil number to a child of the other files; the others stand under ids made here."
        )
    return tied, issues, notes


def _renamed(name: str, table: pa.Table, known: dict[str, str]) -> pa.Table:
    for column in record_tables()[name].columns:
        if "ssd_person.pers_person_id" in (column.references, f"{name}.{column.name}"):
            made = table.column(column.name).to_pylist()
            at = table.column_names.index(column.name)
            table = table.set_column(at, column.name, pa.array([known.get(i, i) for i in made], pa.string()))
    return table


def _unclear(row: dict[str, object]) -> Issue:
    return Issue(
        file=str(row["_file"]),
        sheet=str(row["_sheet"]),
        row=int(str(row["_row"])),
        column="UPN",
        what="Two children of the other files have this number, so the person is tied to neither.",
        try_="Put right the unique pupil number of one of them.",
        code="upn_unclear",
        severity="kept",
    )
