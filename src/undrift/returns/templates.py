"""Templates to fill in: a form, a workbook of lists, or a file a table with nothing under its column names."""

import csv
import io
import zipfile
from pathlib import Path

from undrift.errors import UserError
from undrift.returns import annex_a, forms_writer
from undrift.returns.catalogue import Manual, Part
from undrift.returns.forms_spec import forms
from undrift.returns.module_spec import SEN2, WORKFORCE

_YEARLY = {"sen2": SEN2, "workforce-census": WORKFORCE}


def write(manual: Manual, path: Path) -> None:
    """Write the template of a return or form to `path`, by its ending. UserError when there is none of that kind."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in manual.templates:
        raise UserError(
            f"There is no template of {manual.title} of that kind.",
            where=path.name,
            try_=f"Ask for one ending .{' or .'.join(manual.templates)}."
            if manual.templates
            else "It is made by the case system, not typed.",
        )
    if manual.ours:
        forms_writer.template(forms()[manual.id], path)
    elif manual.id == "annex-a":
        annex_a.write_workbook(path, {})
    else:
        path.write_bytes(_zipped(manual))


def _zipped(manual: Manual) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in manual.parts:
            # A fixed date, so that the same specification makes the same bytes.
            archive.writestr(zipfile.ZipInfo(f"{part.id}.csv", (2026, 1, 1, 0, 0, 0)), _headers(manual, part))
    return made.getvalue()


def _headers(manual: Manual, part: Part) -> str:
    row = io.StringIO(newline="")
    ids = []
    if any(p.within for p in manual.parts):  # rows tied by number, as the collection's own CSV files are
        ids = [f"{name.lower()}tableid" for name in (part.title, part.within) if name]
    csv.writer(row, lineterminator="\r\n").writerow(
        [*ids, *(i.name for i in part.items if not _past(i.years))]
    )
    return row.getvalue()


def _past(years: str) -> bool:
    """Whether an item is no longer in force: "to 2024", or "2023 to 2024"."""
    return " to " in f" {years}"
