"""The health of children in care: assessments, dentists, questionnaires, immunisations, misuse, convictions, the return."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from undrift.synthetic.book import Book, recurring
from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.identity import LEA
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import HISTORY_FROM
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

INITIAL, REVIEW, DENTAL = "Initial Health Assessment", "Review Health Assessment", "Dental Check"
OFFENCES = ("Theft", "Common assault", "Criminal damage", "Possession of cannabis", "Public order")
REFUSED_SHARE = 0.03


def health(book: Book, p: Practice) -> None:
    checks(book, p)
    questionnaires(book, p)
    immunisations(book, p)
    misuse_and_convictions(book, p)
    earlier_permanence(book, p)
    annual(book, p)


def _stays(book: Book) -> Iterator[tuple[str, date, date | None]]:
    """Periods of care that reach into the years the records cover."""
    for child, entered, left in book.periods.values():
        if left is None or left > HISTORY_FROM:
            yield child, entered, left


def checks(book: Book, p: Practice) -> None:
    """An initial assessment, reviews half-yearly to five and yearly after, and the dentist every year."""
    for child, entered, left in _stays(book):
        born = book.children[child].born
        team = book.care_team(child, entered)
        initial = p.wd.add(
            entered, p.working_day_count(p.in_time("iha_20wd", team, entered), 9, 18, 20, 14.0)
        )
        if left is not None and initial >= left:
            continue
        _check(book, p, child, INITIAL, initial)

        def due(last: date, birth: date = born) -> date:
            return add_months(last, 6 if last < birthday(birth, 5) else 12)

        for on in recurring(p, "rha", team, initial, left, due, 30, 30.0):
            _check(book, p, child, REVIEW, on)
        first = max(p.wd.add(entered, p.rng.randrange(20, 90)), birthday(born, 2))
        if first <= p.as_at and (left is None or first < left):
            _check(book, p, child, DENTAL, first)
            for on in recurring(
                p, "dental_12m", "", first, left, lambda last: add_months(last, 12), 120, 70.0
            ):
                _check(book, p, child, DENTAL, on)


def _check(book: Book, p: Practice, child: str, kind: str, on: date) -> None:
    if p.chance(REFUSED_SHARE):
        refused = p.wd.on_or_before(on - timedelta(days=3))
        book.put("ssd_cla_health", clah_health_check_id=p.id("HC"), clah_person_id=child, clah_health_check_type=kind,
                 clah_health_check_date=refused, clah_health_check_status="Refused")  # fmt: skip
    book.put("ssd_cla_health", clah_health_check_id=p.id("HC"), clah_person_id=child, clah_health_check_type=kind,
             clah_health_check_date=on, clah_health_check_status="Completed")  # fmt: skip


def questionnaires(book: Book, p: Practice) -> None:
    """Strengths and difficulties, yearly from four to sixteen once a child has been in care a few months."""
    for child, entered, left in _stays(book):
        born, team = book.children[child].born, book.care_team(child, entered)
        first = max(entered + timedelta(days=p.rng.randrange(90, 240)), birthday(born, 4))
        end = min(left or date.max, birthday(born, 17))
        if first >= min(end, p.as_at):
            continue
        score = p.rng.triangular(2, 33, 13)
        for on in (
            p.wd.on_or_after(first),
            *recurring(p, "sdq_12m", team, first, end, lambda last: add_months(last, 12), 60, 60.0),
        ):
            score = min(max(score + p.rng.uniform(-4, 3.6), 0), 40)
            none = p.rng.choice(("SDQ2", "SDQ3", "SDQ4", "SDQ5")) if p.chance(0.04) else None
            book.put("ssd_sdq_scores", csdq_table_id=p.id("SDQ"), csdq_person_id=child, csdq_sdq_completed_date=on,
                     csdq_sdq_reason=none, csdq_sdq_score=None if none else round(score))  # fmt: skip


def immunisations(book: Book, p: Practice) -> None:
    """One row a child: whether up to date, and when that was last looked at."""
    last: dict[str, tuple[date, date | None]] = {}
    for child, entered, left in _stays(book):
        last[child] = (entered, left)
    for child, (entered, left) in last.items():
        seen = min(left or p.as_at, p.as_at) - timedelta(days=p.rng.randrange(10, 200))
        on = max(entered, seen)
        book.put("ssd_cla_immunisations", clai_person_id=child, clai_immunisations_status=p.yes_no_at("immunised", "", on),
                 clai_immunisations_status_date=on, _from=on)  # fmt: skip


def misuse_and_convictions(book: Book, p: Practice) -> None:
    """A few teenagers each year are found to misuse substances, and a few are convicted."""
    for child, entered, left in _stays(book):
        teens = max(entered, birthday(book.children[child].born, 12))
        end = min(left or date.max, p.as_at, birthday(book.children[child].born, 18))
        at = teens
        while (at := at + timedelta(days=30 + int(p.exponential(365 / 0.045)))) < end:
            book.put("ssd_cla_substance_misuse", clas_substance_misuse_id=p.id("SM"), clas_person_id=child,
                     clas_substance_misuse_date=at, clas_substance_misused=p.rng.choice(("Cannabis", "Cannabis", "Alcohol", "Other")),
                     clas_intervention_received=p.yes_no(0.6))  # fmt: skip
        at = teens
        while (at := at + timedelta(days=30 + int(p.exponential(365 / 0.035)))) < end:
            book.put("ssd_cla_convictions", clac_cla_conviction_id=p.id("CV"), clac_person_id=child,
                     clac_cla_conviction_date=at, clac_cla_conviction_offence=p.rng.choice(OFFENCES))  # fmt: skip


def earlier_permanence(book: Book, p: Practice) -> None:
    """Children who come into care after an order that was meant to last; an unknown day or month is written zz."""
    for child, entered, _ in _stays(book):
        born = book.children[child].born
        if book.children[child].age(entered) < 3 or not p.chance(0.07):
            continue
        made = born + timedelta(days=int((entered - born).days * p.rng.uniform(0.2, 0.8)))
        words = (
            f"{made:%d/%m/%Y}"
            if p.chance(0.5)
            else f"zz/{made:%m/%Y}"
            if p.chance(0.5)
            else f"zz/zz/{made:%Y}"
        )
        book.put("ssd_cla_previous_permanence", lapp_table_id=p.id("LA"), lapp_person_id=child,
                 lapp_previous_permanence_order_date=words, lapp_previous_permanence_la=LEA if p.chance(0.7) else p.rng.choice(("351", "354", "SCO", "NUK")),
                 lapp_previous_permanence_option=p.rng.choices(("P1", "P2", "P3"), (14, 62, 24))[0], _from=entered)  # fmt: skip


def annual(book: Book, p: Practice) -> None:
    """The yearly return on each child looked after for the whole year to 31 March, from the events above."""
    done: dict[tuple[str, str], list[date]] = defaultdict(list)
    for row in book.tables["ssd_cla_health"]:
        if row["clah_health_check_status"] == "Completed":
            kind = "dental" if row["clah_health_check_type"] == DENTAL else "health"
            done[text(row, "clah_person_id"), kind].append(sure(row, "clah_health_check_date"))
    scores = book.by("ssd_sdq_scores", "csdq_person_id")
    misused = _dates(book.tables["ssd_cla_substance_misuse"], "clas_person_id", "clas_substance_misuse_date")
    convicted = _dates(book.tables["ssd_cla_convictions"], "clac_person_id", "clac_cla_conviction_date")
    for child, entered, left in _stays(book):
        who = book.children[child]
        for year in range(2019, book.as_at.year + 1):
            end = date(year, 3, 31)
            start = date(year - 1, 4, 1)
            if end > book.as_at or entered > start or (left is not None and left <= end):
                continue
            asked = 4 <= who.age(end) <= 16
            score = max((s for s in scores[child] if start <= sure(s, "csdq_sdq_completed_date") <= end),
                        key=lambda s: sure(s, "csdq_sdq_completed_date"), default=None)  # fmt: skip
            misuse = any(start <= d <= end for d in misused[child])
            received = misuse and p.chance(0.6)
            book.put(
                "local_annual_health", oc2_id=f"OC{child[3:]}{year}", oc2_person_id=child, oc2_year=year,
                oc2_sdq_score=score["csdq_sdq_score"] if score else None,
                oc2_sdq_reason=(score["csdq_sdq_reason"] if score else "SDQ4") if asked and not (score and score["csdq_sdq_score"] is not None) else None,
                oc2_convicted="Y" if any(start <= d <= end for d in convicted[child]) else "N",
                oc2_health_check=p.yes_no(0.88) if who.age(end) < 5 else None,
                oc2_immunisations=p.yes_no_at("immunised", "", end),
                oc2_teeth_check=_in_year(done[child, "dental"], start, end),
                oc2_health_assessment=_in_year(done[child, "health"], start, end), oc2_substance_misuse="Y" if misuse else "N",
                oc2_intervention_received=("Y" if received else "N") if misuse else None,
                oc2_intervention_offered=p.yes_no(0.8) if misuse and not received else None, _from=end,
            )  # fmt: skip


def _in_year(dates: list[date], start: date, end: date) -> str:
    return "Y" if any(start <= d <= end for d in dates) else "N"


def _dates(rows: list[Row], person: str, column: str) -> dict[str, list[date]]:
    out: dict[str, list[date]] = defaultdict(list)
    for row in rows:
        if (when := day(row, column)) is not None:
            out[text(row, person)].append(when)
    return out
