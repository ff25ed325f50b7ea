"""`undrift inspection …`: reports in, a summary for people or one JSON object a line out; the road; the search."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from undrift.errors import UserError
from undrift.inspections.authority import authorities, resolve
from undrift.inspections.corpus import Corpus
from undrift.inspections.letters import VisitLetter
from undrift.inspections.reader import read_many
from undrift.inspections.report import Report
from undrift.inspections.road import road
from undrift.inspections.stored import Document

_SECTION_TITLES = {
    "help_and_protection": "Children who need help and protection",
    "in_care_and_care_leavers": "Children in care and care leavers",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "impact_of_leaders": "The impact of leaders",
    "overall_effectiveness": "Overall effectiveness",
    "looked_after_and_permanence": "Children looked after and permanence",
    "adoption": "Adoption",
    "leadership": "Leadership, management and governance",
    "lscb": "The safeguarding board",
}


def run_read(files: Sequence[str], as_json: bool) -> int:
    """Read each file and print it in the order given. Returns 0, or 1 when some could not be read."""
    failed = False
    console = Console(highlight=False, soft_wrap=True)
    for file, result in zip(files, read_many(files), strict=True):
        if isinstance(result, UserError):
            failed = True
            if as_json:
                print(json.dumps({"file": file, "error": str(result)}, ensure_ascii=False))
            else:
                print(result, file=sys.stderr)
        elif as_json:
            print(json.dumps(result.as_json(), ensure_ascii=False))
        elif isinstance(result, VisitLetter):
            print_letter(result, console)
        else:
            print_summary(result, console)
        sys.stdout.flush()
    return 1 if failed else 0


def run_road(name: str, files: Sequence[str], as_at: date, as_json: bool) -> int:
    """Print the road of one authority, by name or URN: the shipped history and the reports and letters given.

    Returns 0, or 1 when some file could not be read. Raises UserError when no such authority is known.
    """
    by_urn = next((each for each in authorities() if each.urn == name), None)
    authority = by_urn or resolve(name)
    if authority is None:
        raise UserError("There is no such authority in the table.", where=name, try_="Give its name or URN.")
    failed = False
    documents: list[tuple[str, Document]] = []
    for file, result in zip(files, read_many(files), strict=True):
        if isinstance(result, UserError):
            failed = True
            print(result, file=sys.stderr)
        elif result.urn not in (None, authority.urn):
            failed = True
            print(f"{file}: this is about {result.local_authority}, not {authority.name}.", file=sys.stderr)
        else:
            documents.append((file, result))
    found = road(documents, as_at, urn=authority.urn)
    if as_json:
        print(
            json.dumps(
                {"local_authority": authority.name, "urn": authority.urn, **found.as_json()},
                ensure_ascii=False,
            )
        )
        return 1 if failed else 0
    print(f"{authority.name}, as at {as_at:%-d %B %Y}: {found.timetable.why}")
    for event in found.events:
        print(f"  {event.on}  {event.words} ({event.source})")
    for step in found.timetable.steps:
        print(f"  {step.due or 'no date'!s:<10}  {step.status}: {step.title}; {step.why}")
    window = found.window
    if window and window.earliest and window.latest:
        print(
            f"  {window.earliest} to {window.latest}  likely start of re-inspection. {window.estimate.words}"
        )
    elif window:
        print(f"  When re-inspection is likely we cannot tell: {window.why}")
    return 1 if failed else 0


def run_keep(folder: Path, files: Sequence[str]) -> int:
    """Read each file and keep it in the corpus at `folder`. Returns 0, or 1 when some could not be read."""
    failed = False
    corpus = Corpus(folder)
    for file, result in zip(files, read_many(files), strict=True):
        if isinstance(result, UserError):
            failed = True
            print(result, file=sys.stderr)
        else:
            print(f"{corpus.add(result)}  {file}")
    return 1 if failed else 0


def run_search(folder: Path, words: str, as_json: bool) -> int:
    """Print the passages of the corpus at `folder` that hold every word. Returns 0."""
    for hit in Corpus(folder).search(words):
        snippet = "".join(piece.text for piece in hit.snippet)
        if as_json:
            print(json.dumps({**vars(hit), "snippet": snippet}, ensure_ascii=False))
        else:
            print(f"{hit.authority} {hit.date} page {hit.page}, {hit.kind} {hit.number}: {snippet}")
    return 0


def print_summary(report: Report, console: Console) -> None:
    """The report in a screenful: who, when, grades, areas in order, findings counted."""
    say = console.print
    say(
        Text(
            report.local_authority or report.local_authority_as_printed or "Authority not found", style="bold"
        )
    )
    say(Text(f"  file             {report.file} ({report.pages} pages)"))
    say(Text(f"  URN              {_or_reason(report, 'urn', report.urn)}"))
    say(Text(f"  kind             {_or_reason(report, 'kind', (report.kind or '').replace('_', ' '))}"))
    windows = " and ".join(f"{a:%-d %B %Y} to {b:%-d %B %Y}" for a, b in report.date_ranges)
    say(Text(f"  inspected        {_or_reason(report, 'start_date', windows)}"))
    published = f"{report.publication_date:%-d %B %Y}" if report.publication_date else None
    source = {"pdf": "printed in the report", "filename": "from the file's name"}
    note = f" ({source[report.publication_date_source]})" if report.publication_date_source else ""
    say(Text(f"  published        {_or_reason(report, 'publication_date', published)}{note}"))
    say(Text(f"  lead inspector   {_or_reason(report, 'lead_inspector', report.lead_inspector)}"))
    table = Table("Judgement", "Grade", "Page")
    for judgement in report.judgements:
        table.add_row(_title(judgement.name), judgement.grade, str(judgement.evidence.page))
    say(table if report.judgements else Text(f"  judgements       {_or_reason(report, 'judgements', '')}"))
    say(Text(f"Areas for improvement: {len(report.areas)}", style="bold"))
    if not report.areas:
        say(Text(f"  {_or_reason(report, 'areas_for_improvement', '')}"))
    for number, area in enumerate(report.areas, start=1):
        say(Text(f"{number:>3}. {area.text} (page {area.page})"))
        for sub in area.sub_bullets:
            say(Text(f"       – {sub}"))
    say(Text(f"Numbered findings: {len(report.findings)}", style="bold"))
    for section, count in Counter(finding.section for finding in report.findings).items():
        say(Text(f"  {count:>3}  {_title(section)}"))
    say("")


def print_letter(letter: VisitLetter, console: Console) -> None:
    """The letter in a screenful: what visit it was, its focus, and each sentence with its direction and theme."""
    say = console.print
    say(
        Text(
            letter.local_authority or letter.local_authority_as_printed or "Authority not found", style="bold"
        )
    )
    say(Text(f"  file             {letter.file} ({letter.pages} pages)"))
    say(Text(f"  URN              {_or_reason(letter, 'urn', letter.urn)}"))
    say(Text(f"  kind             {_or_reason(letter, 'kind', (letter.kind or '').replace('_', ' '))}"))
    number = str(letter.visit_number) if letter.visit_number else None
    say(Text(f"  visit number     {_or_reason(letter, 'visit_number', number)}"))
    windows = " and ".join(f"{a:%-d %B %Y} to {b:%-d %B %Y}" for a, b in letter.date_ranges)
    say(Text(f"  visited          {_or_reason(letter, 'date_ranges', windows)}"))
    dated = f"{letter.publication_date:%-d %B %Y}" if letter.publication_date else None
    say(Text(f"  letter dated     {_or_reason(letter, 'publication_date', dated)}"))
    say(Text(f"  focus            {_or_reason(letter, 'focus', '; '.join(letter.focus))}"))
    for number_, area in enumerate(letter.areas, start=1):
        say(Text(f"  needs to improve {number_}. {area.text} (page {area.page})"))
    counted = ", ".join(f"{n} {direction}" for direction, n in letter.count().items())
    say(Text(f"Findings, sentence by sentence: {len(letter.findings)} ({counted})", style="bold"))
    for finding in letter.findings:
        theme = (finding.theme or "no theme").replace("_", " ")
        say(
            Text(
                f"{finding.number:>3}. {finding.direction:<8} · {theme} · {finding.text} (page {finding.page})"
            )
        )
    say("")


def _or_reason(report: Report | VisitLetter, name: str, value: str | None) -> str:
    return value or f"not found: {report.not_found.get(name, 'no reason recorded')}"


def _title(name: str) -> str:
    return _SECTION_TITLES.get(name, name.replace("_", " ").capitalize())
