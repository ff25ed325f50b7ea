"""What assessments that ended with no further action said of it: nothing more, or passed to another agency.

Which decisions are reversed is planted here, by saying it of those that were: of assessments ended outright, the planted
share are of children who were back within six months. The lives are not touched, only what was written at their turn.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from undrift.synthetic.book import Book
from undrift.synthetic.practice import ASSESSMENT_JSON, Practice
from undrift.synthetic.story import planted
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

SIX_MONTHS = 182  # days
OUTRIGHT = 2 / 3  # of assessments ended with no further action
BACK = (
    ("ssd_cin_episodes", "cine_person_id", "cine_referral_date"),
    ("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date"),
    ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date"),
    ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date"),
    ("ssd_cla_episodes", "clae_person_id", "clae_entered_care_date"),
)


def outcomes(book: Book, p: Practice) -> None:
    """Of a team's year, r of the children came back; a share of those back is put among the outright, and a share of the rest,
    such that OUTRIGHT are outright and, of them, the rate `reversal_6m` came back."""
    for rows in _cells(book).values():
        known = [came_back for _, came_back in rows if came_back is not None]
        r = sum(known) / len(known) if known else 0.0
        for row, came_back in rows:
            team, on = text(row, "cina_assessment_team"), sure(row, "cina_assessment_auth_date")
            wanted = planted("reversal_6m", team, on)
            if came_back is None or not 0 < r < 1:
                chance = OUTRIGHT
            else:
                chance = wanted * OUTRIGHT / r if came_back else (1 - wanted) * OUTRIGHT / (1 - r)
            said = "NFA" if p.chance(chance) else "REFERRAL_TO_OTHER_AGENCY"
            row["cina_assessment_outcome_json"] = ASSESSMENT_JSON[said]


def _cells(book: Book) -> dict[tuple[str, int], list[tuple[Row, bool | None]]]:
    """By team and year of the decision: each assessment ended so, and whether the child was back; None too soon to know."""
    back = _days_back(book)
    cells: dict[tuple[str, int], list[tuple[Row, bool | None]]] = defaultdict(list)
    for row in book.tables["ssd_cin_assessments"]:
        on = day(row, "cina_assessment_auth_date")
        if on is None or row["cina_assessment_outcome_nfa"] != "Y":
            continue
        days = back[text(row, "cina_person_id")]
        at = bisect_right(days, on)
        came_back = at < len(days) and (days[at] - on).days <= SIX_MONTHS
        known = (book.as_at - on).days > SIX_MONTHS
        cells[text(row, "cina_assessment_team"), on.year].append((row, came_back if known else None))
    return cells


def _days_back(book: Book) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for child, on in _each(book):
        found[child].append(on)
    for days in found.values():
        days.sort()
    return found


def _each(book: Book) -> Iterator[tuple[str, date]]:
    for table, person, column in BACK:
        for row in book.tables[table]:
            if (on := day(row, column)) is not None:
                yield text(row, person), on
