"""What the inspectorate said: a report read into judgements, areas for improvement and findings.

`read(path)` gives a Report; `read_many(files)` reads several at once. The steps are listed in `reader.py`.
The table of authorities (`authorities.csv`) holds facts from Ofsted's reports and DfE's codes (Open Government
Licence v3.0), by way of the MIT-licensed data-to-insight/ofsted-ilacs-scrape-tool.
"""

from undrift.inspections.reader import read, read_many
from undrift.inspections.report import Area, Evidence, Finding, Judgement, Report

__all__ = ["Area", "Evidence", "Finding", "Judgement", "Report", "read", "read_many"]
