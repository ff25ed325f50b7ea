"""SEN2 person level and the children's social work workforce census: XML, or a CSV file for each module."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from undrift.errors import UserError
from undrift.returns.module_file import Modules, header_year, is_xml, module_of, read_modules
from undrift.returns.module_spec import SEN2, WORKFORCE, ModuleReturn
from undrift.returns.modules_to_ssd import FROM_MODULES, to_ssd
from undrift.returns.submission import SourceFile, Submission

RETURNS = (SEN2, WORKFORCE)


def return_of(path: Path) -> ModuleReturn | None:
    """The return that a file, or the files of a folder, are of; None when they are of neither."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return next((of for of in RETURNS if any(_is_of(file, of) for file in files)), None)


def _is_of(file: Path, of: ModuleReturn) -> bool:
    return is_xml(file, of) or module_of(file, of) is not None or header_year(file, of) is not None


def reader_of(of: ModuleReturn) -> Callable[[Path], Submission]:
    return {SEN2.kind: read_sen2, WORKFORCE.kind: read_workforce}[of.kind]


def read_sen2(path: Path) -> Submission:
    """Read a SEN2 return: its XML, or a folder of its CSV files. UserError when it holds no person."""
    return _submission(SEN2, [read_modules(_files(path), SEN2)], path)


def read_workforce(path: Path) -> Submission:
    """Read a workforce census, or a folder of several years' XML. UserError when it holds no worker."""
    files = _files(path)
    censuses = [file for file in files if is_xml(file, WORKFORCE)]
    others = [file for file in files if file not in censuses]
    if not censuses:
        return _submission(WORKFORCE, [read_modules(others, WORKFORCE)], path)
    read = [read_modules([file], WORKFORCE) for file in censuses]
    years = [census.year for census in read]
    if len(set(years)) < len(years):
        raise UserError(
            "Two of the files are censuses of one year.",
            where=", ".join(file.name for file in censuses),
            try_="Keep the one to load.",
        )
    return _submission(WORKFORCE, sorted(read, key=lambda census: -census.year), path)


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]


def _submission(of: ModuleReturn, read: list[Modules], path: Path) -> Submission:
    """One submission of the censuses read, the latest first: what that says of a worker stands."""
    each = [to_ssd(of, one.tables, one.year) for one in read]
    tables = {
        name: _together(name, [made[name] for made in each if name in made])
        for name in FROM_MODULES[of.kind]
        if any(name in made for made in each)
    }
    years = " and ".join(str(one.year) for one in read)
    counts = ", ".join(f"{table.num_rows:,} {name}" for name, table in read[0].tables.items())
    return Submission(
        kind=of.kind,
        files=tuple(SourceFile.of(file) for one in read for file in one.files),
        tables=tables,
        not_held={
            name: f"no usable {module} module was sent"
            for name, (module, _) in FROM_MODULES[of.kind].items()
            if name not in tables
        },
        issues=tuple(issue for one in read for issue in one.issues),
        assumptions=(
            *(note for one in read for note in one.assumptions),
            f"{path.name}: read as the {of.title} of {years}.",
        ),
        recognised=(f"{of.title[0].upper()}{of.title[1:]}: {path.name}, {counts}",),
        extents={name: f"{FROM_MODULES[of.kind][name][1]} {years}" for name in tables},
    )


def _together(name: str, tables: list[pa.Table]) -> pa.Table:
    if len(tables) == 1 or name != "ssd_professionals":
        return pa.concat_tables(tables)
    known: set[str] = set()
    kept = []
    for table in tables:
        ids = table.column("prof_professional_id").to_pylist()
        kept.append(table.filter(pa.array([worker not in known for worker in ids], pa.bool_())))
        known |= set(ids)
    return pa.concat_tables(kept)
