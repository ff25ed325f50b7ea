"""What the inspectorate said: a report read into judgements, areas for improvement and findings.

`read(path)` gives a Report, `read_letter(path)` a VisitLetter, `read_any(path)` whichever the file is; `read_many(files)`
reads several at once, each in bounded memory and time. The steps are listed in `reader.py`.
The table of authorities (`authorities.csv`) holds facts from Ofsted's reports and DfE's codes (Open Government
Licence v3.0), by way of the MIT-licensed data-to-insight/ofsted-ilacs-scrape-tool.
"""

from undrift.inspections.letters import VisitFinding, VisitLetter
from undrift.inspections.reader import read, read_any, read_letter, read_many
from undrift.inspections.report import Area, Evidence, Finding, Judgement, Report

__all__ = [
    "Area", "Evidence", "Finding", "Judgement", "Report", "VisitFinding", "VisitLetter",
    "read", "read_any", "read_letter", "read_many",
]  # fmt: skip
