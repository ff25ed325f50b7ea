"""Read an inspection report: one list of steps, each of which may say 'not found' and why."""

import faulthandler
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from undrift.errors import UserError
from undrift.inspections import dates
from undrift.inspections.areas import areas
from undrift.inspections.authority import printed_name, resolve
from undrift.inspections.extract import Document, open_document
from undrift.inspections.findings import numbered_paragraphs
from undrift.inspections.headings import parts
from undrift.inspections.inspector import lead_inspector
from undrift.inspections.judgements import judgements
from undrift.inspections.kind import kind_of
from undrift.inspections.letters import VisitLetter, is_letter, letter_in
from undrift.inspections.report import Evidence, Report

MAX_WORKERS = 8
MAX_SECONDS = 20  # of processor time for one file; a long report takes a fifth of a second
MAX_EXTRA_BYTES = 500_000_000


def read(path: Path, *, file: str | None = None) -> Report:
    """Read one report. `file` is the name to give it (as given by the caller; default the path itself).

    Raises UserError, one sentence, when the file cannot be read at all, or is a letter from a visit. What a readable
    report does not say is None in the result, with the reason in `not_found`. See `read_any` for how it is bounded.
    """
    document = read_any(path, file=file)
    if isinstance(document, VisitLetter):
        raise UserError(
            "This is a letter from a visit, not an inspection report.",
            where=document.file,
            try_="Read it as a letter.",
        )
    return document


def read_letter(path: Path, *, file: str | None = None) -> VisitLetter:
    """Read one letter from a visit. Raises UserError when the file cannot be read, or is no such letter."""
    document = read_any(path, file=file)
    if isinstance(document, Report):
        raise UserError("This is not a letter from a monitoring or focused visit.", where=document.file)
    return document


def read_any(path: Path, *, file: str | None = None) -> Report | VisitLetter:
    """Read one report or one letter, whichever the file is, in a process of its own with bounded memory and time.

    Raises UserError, one sentence, when the file cannot be read.
    """
    (result,) = read_many([path], names=[file or str(path)])
    if isinstance(result, UserError):
        raise result
    return result


def read_here(path: Path, file: str) -> Report | VisitLetter:
    """Read a file in this very process, unbounded: what the others do in theirs. Raises UserError."""
    document = open_document(path, file=file)
    return letter_in(document) if is_letter(document) else read_document(document)


def read_document(document: Document) -> Report:
    """The steps, on lines already taken out of the PDF."""
    missing: dict[str, str] = {}
    evidence: dict[str, Evidence] = {}

    printed, where = printed_name(document)
    _note(missing, evidence, "local_authority_as_printed", where, "the title names no authority")
    authority = resolve(printed) if printed else None
    if authority is None:
        reason = (
            f"“{printed}” is not in the table of English authorities" if printed else "no authority was found"
        )
        missing |= {"urn": reason, "local_authority": reason}
    elif where:
        evidence |= {"urn": where, "local_authority": where}

    windows, where, reason = dates.inspection_dates(document)
    _note(missing, evidence, "start_date", where, reason)
    _note(missing, evidence, "end_date", where, reason)
    published, where = dates.publication_date(document)
    in_name = dates.date_in_file_name(document.file)
    if published is None and in_name is not None:
        where = Evidence(None, Path(document.file).name)
    _note(
        missing,
        evidence,
        "publication_date",
        where,
        "no date of publication in the report or the file's name",
    )

    inspector, where, reason = lead_inspector(document)
    _note(missing, evidence, "lead_inspector", where, reason)

    grades, reason = judgements(document)
    if not grades:
        missing["judgements"] = reason
    sections = parts(document)
    paragraphs = numbered_paragraphs(document, sections)
    if not paragraphs:
        missing["findings"] = "no numbered paragraphs stand under a heading we know"
    own, board, reason = areas(document, sections, paragraphs)
    if not own:
        missing["areas_for_improvement"] = reason
    kind, where, reason = kind_of(document, windows, grades)
    _note(missing, evidence, "kind", where, reason)
    return Report(
        file=document.file,
        pages=document.pages,
        local_authority=authority.name if authority else None,
        local_authority_as_printed=printed,
        urn=authority.urn if authority else None,
        la_code=authority.la_code if authority else None,
        kind=kind,
        start_date=windows[0][0] if windows else None,
        end_date=windows[-1][1] if windows else None,
        date_ranges=windows,
        publication_date=published or in_name,
        publication_date_source="pdf" if published else "filename" if in_name else None,
        publication_date_in_filename=in_name,
        lead_inspector=inspector,
        judgements=grades,
        areas=own,
        lscb_recommendations=board,
        numbered=tuple(paragraph for _, paragraph in paragraphs),
        not_found=missing,
        evidence=evidence,
    )


def _note(
    missing: dict[str, str], evidence: dict[str, Evidence], name: str, where: Evidence | None, reason: str
) -> None:
    if where is None:
        missing[name] = reason
    else:
        evidence[name] = where


def read_many(
    files: Sequence[str | Path], *, names: Sequence[str] | None = None, workers: int | None = None
) -> Iterator[Report | VisitLetter | UserError]:
    """Read several files at once, yielding a Report, a VisitLetter or a UserError for each in the order given.

    `names`: what to call each file in results and errors (default: as given). Every file is read in another process
    with bounded memory and time, so one that brings its process down stops none of the others.
    """
    wanted = list(zip([str(file) for file in files], names or [str(file) for file in files], strict=True))
    if not wanted:
        return
    done = 0
    with _pool(min(len(wanted), workers or os.cpu_count() or 1, MAX_WORKERS)) as pool:
        futures = [pool.submit(_read_or_error, *each) for each in wanted]
        try:
            for future in futures:
                result = future.result()
                done += 1
                yield result
        except BrokenProcessPool:
            pass
    if len(wanted) == 1 and not done:
        yield _too_much(wanted[0][1])
        return
    # one file broke the pool; we cannot tell which, so the rest go each in a process of its own
    for each in wanted[done:]:
        with _pool(1) as pool:
            try:
                result = pool.submit(_read_or_error, *each).result()
            except BrokenProcessPool:
                result = _too_much(each[1])
        yield result


def _too_much(name: str) -> UserError:
    return UserError(
        "Reading this file took more memory or time than any report needs; it was not read.",
        where=name,
        try_="Download it again from the inspectorate's site.",
    )


def _pool(workers: int) -> ProcessPoolExecutor:
    # forking is quick and safe only while this process has one thread; elsewhere start afresh
    alone = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    return ProcessPoolExecutor(max(1, workers), mp_context=get_context("fork" if alone else "spawn"))


def _read_or_error(path: str, name: str) -> Report | VisitLetter | UserError:
    _bound_this_process()
    try:
        return read_here(Path(path), name)
    except UserError as error:
        return error
    except MemoryError:
        return _too_much(name)


def _bound_this_process() -> None:
    """So much more memory, and so many more seconds of processor time, than this process has used by now."""
    try:
        import resource
    except ImportError:  # not on Windows, where the checks before opening must do
        return
    faulthandler.disable()  # when a bomb brings this process down, the parent says so in one line
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + MAX_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    if sys.platform == "linux":
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (held + MAX_EXTRA_BYTES, hard))
