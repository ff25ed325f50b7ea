"""The yearly count of social workers: a row a worker and year to 30 September, and the posts nobody filled."""

from collections import Counter
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.people import ETHNICITY
from undrift.synthetic.practice import Practice
from undrift.synthetic.seats import Seats, Sitter
from undrift.synthetic.story import HISTORY_FROM, planted
from undrift.synthetic.truth import day, sure, text

WORKING_DAYS = 253
_CODES, _WEIGHTS = (
    [c for c, _ in ETHNICITY if c not in ("WIRT", "WROM")],
    [w for c, w in ETHNICITY if c not in ("WIRT", "WROM")],
)


def workforce(book: Book, p: Practice, seats: Seats) -> None:
    held = _held(book)
    fixed = {s.id: _fixed(p, s) for s in seats.sitters}
    for year in range(HISTORY_FROM.year + 1, book.as_at.year + 1):
        until, since = date(year, 9, 30), date(year - 1, 10, 1)
        if until > book.as_at:
            break
        here = [s for s in seats.sitters if s.started <= until and (s.left is None or s.left >= since)]
        for s in here:
            _row(book, p, s, year, since, until, held[until].get(s.id, 0), fixed[s.id])
        # Every agency worker has a row of their own, so none is counted here besides.
        agency = [s for s in here if s.agency and (s.left is None or s.left > until)]
        vacant = len(agency) * 0.82 + len(seats.team_of) * planted("agency", "", until) * 0.35
        book.put("local_workforce_vacancies", wkva_year=year, wkva_vacancies_fte=round(vacant, 1), _from=until,
                 wkva_agency_fte=0.0, wkva_agency_headcount=0)  # fmt: skip


def _held(book: Book) -> dict[date, Counter[str]]:
    """Children held by each worker on each 30 September."""
    days = [date(year, 9, 30) for year in range(HISTORY_FROM.year + 1, book.as_at.year + 1)]
    out: dict[date, Counter[str]] = {on: Counter() for on in days}
    for row in book.tables["ssd_involvements"]:
        start, end = (
            sure(row, "invo_involvement_start_date"),
            day(row, "invo_involvement_end_date") or date.max,
        )
        for on in days:
            if start <= on < end:
                out[on][text(row, "invo_professional_id")] += 1
    return out


def _fixed(p: Practice, s: Sitter) -> dict[str, object]:
    """What does not change from one year to the next."""
    fte = 1.0 if s.agency or p.chance(0.8) else p.rng.choice((0.5, 0.6, 0.8, 0.8))
    senior = not s.newly_qualified and not s.cohort and p.chance(0.22)
    return {
        "wkfc_fte": fte, "wkfc_birth_date": s.born, "wkfc_sex": s.sex,
        "wkfc_ethnicity": "BAFR" if s.cohort and p.chance(0.7) else p.rng.choices(_CODES, _WEIGHTS)[0],
        "wkfc_qualification_level": p.rng.choices(("1", "2", "3"), (52, 44, 4))[0],
        "wkfc_step_up": "1" if s.newly_qualified and p.chance(0.12) else "0",
        "wkfc_frontline": "1" if s.newly_qualified and p.chance(0.1) else "0",
        "wkfc_organisation_role": "4" if senior else "5", "wkfc_start_date": s.started,
        "wkfc_start_origin": "3" if s.cohort else "4" if s.agency else s.origin,
        "_leaves": (p.rng.choices(("1", "3", "4", "5", "6", "8"), (46, 20, 6, 10, 10, 8))[0],
                    p.rng.choices(("1", "5", "7", "8", "9"), (70, 8, 8, 8, 6))[0]),
    }  # fmt: skip


def _row(book: Book, p: Practice, s: Sitter, year: int, since: date, until: date, cases: int,
         fixed: dict[str, object]) -> None:  # fmt: skip
    gone = s.left is not None and s.left <= until
    first, last = max(s.started, since), s.left if gone and s.left else until
    weeks = round(max((last - first).days, 0) / 7, 1)
    sick = planted("sickness", s.team, until) * WORKING_DAYS * weeks / 52
    away = not gone and p.chance(0.035)
    flag = {"0": "N", "1": "Y"}
    destination, reason = fixed["_leaves"] if isinstance(fixed["_leaves"], tuple) else ("", "")
    known = {column: value for column, value in fixed.items() if not column.startswith("_")}
    known |= {column: flag[str(known[column])] for column in ("wkfc_step_up", "wkfc_frontline")}
    served = (until - s.started) / timedelta(days=365)
    book.put(
        "local_workforce", wkfc_id=f"WF{s.id}{year}", wkfc_professional_id=s.id, wkfc_year=year,
        wkfc_agency="Y" if s.agency else "N", **known, wkfc_end_date=s.left if gone else None,
        wkfc_leaver_destination=destination if gone else None, wkfc_leaving_reason=reason if gone else None,
        wkfc_fte_30_september=0.0 if gone else fixed["wkfc_fte"], wkfc_cases_30_september=0 if gone else cases,
        wkfc_days_lost=None if s.agency else round(p.rng.triangular(0, 3 * sick, 0), 1), wkfc_contract_weeks=weeks,
        wkfc_absent_30_september="Y" if away else "N", wkfc_absence_reason=p.rng.choice(("SIC", "SIC", "MAT", "OTH")) if away else None,
        wkfc_first_year_status="1" if s.newly_qualified and served < 1.2 else None, _from=until,
    )  # fmt: skip
