"""`undrift inspection read`: reports in, a summary for people or one JSON object a line out."""

import json
import sys
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from undrift.errors import UserError
from undrift.inspections.reader import read_many
from undrift.inspections.report import Report

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
        else:
            print_summary(result, console)
        sys.stdout.flush()
    return 1 if failed else 0


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


def _or_reason(report: Report, name: str, value: str | None) -> str:
    return value or f"not found: {report.not_found.get(name, 'no reason recorded')}"


def _title(name: str) -> str:
    return _SECTION_TITLES.get(name, name.replace("_", " ").capitalize())
