"""Which kind of inspection a report is of. 'Standard' and 'short' are never printed: they follow from the dates."""

import re
from collections.abc import Sequence
from datetime import date

from undrift.inspections.authority import title_lines
from undrift.inspections.extract import Document
from undrift.inspections.report import Evidence, Judgement
from undrift.inspections.words import join, plain

SHORT_INSPECTION_DAYS = 5  # a first window of five days or fewer is a short inspection
_REINSPECTION = re.compile(r"\bre-?inspection\b")  # not the end of "…shire inspection"


def kind_of(
    document: Document, windows: Sequence[tuple[date, date]], judgements: Sequence[Judgement]
) -> tuple[str | None, Evidence | None, str]:
    """The kind, the words it was read from, and a reason when it is not one we know."""
    title = title_lines(document)
    printed = join(title)
    words = plain(printed)
    where = Evidence(1, printed[:300])
    names = {judgement.name for judgement in judgements}
    for phrase, kind in (("monitoring visit", "monitoring_visit"), ("focused visit", "focused_visit")):
        if re.search(rf"^{phrase}|dear .*{phrase}", words):
            return kind, where, ""
    if "joint targeted area inspection" in words:
        return "joint_targeted_area_inspection", where, ""
    if "impact_of_leaders" in names or ("inspection" in words and re.search(r"social care services", words)):
        if not windows:
            return None, None, "standard or short follows from the inspection's dates, which were not found"
        days = (windows[0][1] - windows[0][0]).days + 1
        return ("ilacs_short" if days <= SHORT_INSPECTION_DAYS else "ilacs_standard"), where, ""
    if "looked_after_and_permanence" in names or "services for children in need of help and" in words:
        return ("sif_reinspection" if _REINSPECTION.search(words) else "sif"), where, ""
    if "capacity_to_improve" in names and "looked after children" in words:
        return "looked_after_children_2013", where, ""
    if "review of the effectiveness of the local safeguarding" in words and "inspection of" not in words:
        return "lscb_review", where, ""
    return None, None, f"the title “{printed[:120]}” is of no kind of inspection we know"
