"""What a received path is, by what is in it and not by what it is called."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path

from undrift.errors import UserError
from undrift.returns import annex_a, cin_census, forms, modules, ssd, ssda903
from undrift.returns.archive import in_zip, is_zip, named, unpacked
from undrift.returns.guard import sheet_names
from undrift.returns.mapping import noting, unknown
from undrift.returns.private import clear_left
from undrift.returns.sheets import named_list
from undrift.returns.submission import Files, Reader, Submission
from undrift.returns.workbook import is_workbook

# These take the files of one return together; the others take a file at a time.
_TAKE_A_FOLDER: tuple[Reader, ...] = (ssd.read, ssda903.read, modules.read_sen2, modules.read_workforce)

# Those that mean what they do only with the return's other CSV files.
_TOGETHER: dict[Reader, Callable[[Files], Submission]] = {
    ssda903.read: ssda903.read,
    annex_a.read: annex_a.read,
}


def read_all(paths: Sequence[Path]) -> list[Submission]:
    """Everything in files and in folders of any returns and forms together. UserError when there is nothing in one.

    Files of one return given one by one are read as a folder of them would be, and a ZIP as the folder of what it holds.
    What is none is left out, and said.
    """
    clear_left()
    loose: dict[Reader, list[Path]] = {}
    read: list[Submission] = []
    for path in paths:
        if path.is_dir():
            read += _in_folder(path)
        elif path.is_file() and is_zip(path):
            with unpacked(path) as folder:
                read += _of_zip(path, folder)
        else:
            loose.setdefault(recognise(path), []).append(path)
    return read + [made for reader, files in loose.items() for made in _of(reader, files)]


def _of_zip(path: Path, folder: Path) -> list[Submission]:
    try:
        with noting() as inside:
            return [named(path, folder, made) for made in _in_folder(folder)]
    except UserError as fault:
        what, where = (in_zip(path, folder, said) for said in (fault.what, fault.where))
        raise UserError(what, where=where, try_=fault.try_) from None
    finally:
        for one in inside:
            unknown(one.kind, in_zip(path, folder, one.place), [one.said], one.choices, one.column)


def _of(reader: Reader, files: Sequence[Path]) -> list[Submission]:
    tables = (
        [file for file in files if file.suffix.lower() in {".csv", ".txt"}] if reader in _TOGETHER else []
    )
    if len(tables) < 2:
        return [reader(file) for file in files]
    return [
        _TOGETHER[reader](Files(tuple(tables))),
        *(reader(file) for file in files if file not in tables),
    ]


def _in_folder(path: Path) -> list[Submission]:
    """What a folder holds; a folder within it is looked into only when there are but folders."""
    files = sorted(file for file in path.iterdir() if file.is_file())
    folders = sorted(folder for folder in path.iterdir() if folder.is_dir() and not folder.is_symlink())
    known: dict[Path, Reader] = {}
    left_out: dict[Path, str] = {}
    read: list[Submission] = []
    for file in files:
        with ExitStack() as stack:
            try:
                folder = stack.enter_context(unpacked(file)) if is_zip(file) else None
                if folder is None:
                    known[file] = recognise(file)
            except UserError as fault:
                left_out[file] = f"{file.name}: left out. {fault.what}"
                continue
            read += _of_zip(file, folder) if folder else []
    if not known and folders and not read:
        return _of_folders(folders, path)
    for folder in folders:
        left_out[folder] = (
            f"{folder.name}: left out; it is a folder within the folder. Give it as well to load it."
        )
    readers = list(dict.fromkeys(known.values()))
    whole = len(readers) < 2 and not (readers and readers[0] in (annex_a.read, cin_census.read))
    for reader in readers or ([] if read else [_of_whole(path, left_out)]):
        mine = [file for file, its in known.items() if its is reader]
        theirs = tuple(f"{item.name}: left out;" for item in (*files, *folders) if item not in mine)
        for submission in [reader(path)] if whole or reader in _TAKE_A_FOLDER else _of(reader, mine):
            notes = tuple(n for n in submission.assumptions if not n.startswith(theirs))
            read.append(replace(submission, assumptions=notes))
    read[0] = replace(read[0], assumptions=(*read[0].assumptions, *left_out.values()))
    return read


def _of_whole(path: Path, left_out: dict[Path, str]) -> Reader:
    """The reader for a folder none of whose files is known by itself; UserError that says why of the first few."""
    try:
        return recognise(path)
    except UserError as fault:
        said = [fault.what, *list(left_out.values())[:5]]
        raise UserError(" ".join(said), where=fault.where, try_=fault.try_) from None


def _of_folders(folders: list[Path], path: Path) -> list[Submission]:
    read: list[Submission] = []
    left_out: list[str] = []
    for folder in folders:
        try:
            if not any(item.is_file() for item in folder.iterdir()):  # one level down, and no further
                raise UserError("There is no file in it.", where=folder.name)
            read += _in_folder(folder)
        except UserError as fault:
            left_out.append(f"{folder.name}: left out. {fault.what}")
    if not read:
        recognise(path)  # which says what is wrong
    read[0] = replace(read[0], assumptions=(*read[0].assumptions, *left_out))
    return read


def recognise(path: Path) -> Reader:
    """The reader for a file or folder; UserError when it is nothing this version knows."""
    if not path.exists():
        raise UserError(
            "There is no such file or folder.", where=str(path), try_="Check the spelling of the path."
        )
    if path.is_dir():
        if any(ssd.table_of(file) for file in path.iterdir()):
            return ssd.read
        if any(ssda903.table_of(file) for file in path.iterdir()) or ssda903.xml_of(path):
            return ssda903.read
        if of := modules.return_of(path):
            return modules.reader_of(of)
        if any(forms.is_form(file) for file in path.iterdir() if file.is_file()):
            return forms.read
        if any(annex_a.is_list(file) for file in path.iterdir() if file.is_file()):
            return annex_a.read
        raise UserError(
            "No file in this folder is named as a Standard Safeguarding Dataset table, or has the columns of a table "
            "of another return or of one of the forms.",
            where=path.name,
            try_="Name each SSD file as its table, for example ssd_person.csv, or give the return's own files.",
        )
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise UserError(
            "The file is empty.", where=path.name, try_="Export it again and check its size is not 0."
        )
    if is_workbook(path):
        return _of_workbook(path)
    if ssd.table_of(path):
        return ssd.read
    if ssda903.table_of(path) or ssda903.xml_of(path):
        return ssda903.read
    if cin_census.is_census(path):
        return cin_census.read
    if of := modules.return_of(path):
        return modules.reader_of(of)
    if forms.is_form(path):
        return forms.read
    if annex_a.is_list(path):
        return annex_a.read
    raise UserError(
        "This is neither a return that this version reads nor one of the forms.",
        where=path.name,
        try_="See what is read, and in which form, with: undrift forms",
    )


def _of_workbook(path: Path) -> Reader:
    """Annex A or forms. Two sheets named as lists need no looking into, which is slow for a large workbook."""
    lists = (name for name in sheet_names(path) if named_list(name) and not forms.named_form(name))
    return forms.read if len([*islice(lists, 2)]) < 2 and forms.is_form(path) else annex_a.read
