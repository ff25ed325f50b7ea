"""Many measures side by side, of an area of practice, a team or a group of children: a sentence, charts, one table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from undrift import measures
from undrift.improvement.decisions import decided
from undrift.journeys.tables import COHORT_NAMES
from undrift.measures import Measure, Result, comparators
from undrift.reports import disclosure
from undrift.variation.judge import judge
from undrift.variation.words import number
from undrift.web import store
from undrift.web.presenters.figures import Figure, figure
from undrift.web.presenters.variation import NOT_HELD, Mini, address_of, mini
from undrift.web.presenters.words import Tag, direction_tag

HEADINGS = (
    ("worsening", "worse"),
    ("improving", "better"),
    ("no_evidence", "with no evidence of change beyond chance"),
    ("cannot_tell", "that cannot tell"),
)


@dataclass(frozen=True)
class Whose:
    """Whose figures: one team's, one group's (a key of COHORT_NAMES), or with neither the whole authority's."""

    name: str = ""
    team: str | None = None
    cohort: str | None = None


@dataclass(frozen=True)
class FigureRow:
    """A measure's row of the table. rows_address: where the figure opens into what it counted, for those allowed."""

    title: str
    address: str
    now: Figure
    when: str
    before: Figure
    tag: Tag | None
    rows_address: str


@dataclass(frozen=True)
class Shown:
    """The page. none: the measures that do not concern these children or this team."""

    sentence: str
    minis: tuple[Mini, ...]
    rows: tuple[FigureRow, ...]
    none: tuple[str, ...]


def shown(which: Sequence[Measure], whose: Whose, since: date, as_at: date, *, exact: bool) -> Shown:
    """Each of these measures. exact=False: protected, and of a group of children no chart and no verdict either."""
    cur = store.cursor()
    stands, published = decided(), comparators.known(store.home())
    minis: list[Mini] = []
    rows: list[FigureRow] = []
    none: list[str] = []
    said: Counter[str] = Counter()
    for m in which:
        now, before = (measures.year(cur, m.id, whose.team, whose.cohort, back) for back in (0, 1))
        if (whose.team or whose.cohort) and now.status == before.status == "not_applicable":
            none.append(m.title)
            continue
        address = address_of(m, published, exact=exact)
        tag = None
        if exact or not whose.cohort:
            decision = stands.get(m.id, NOT_HELD)
            found = judge(
                cur, m.id, since=since, as_at=as_at, team=whose.team, cohort=whose.cohort,
                rebased=decision.rebased, target=decision.target,
            )  # fmt: skip
            said[found.verdict.direction] += 1
            minis.append(mini(found, m.title, address, exact=exact))
            tag = direction_tag(found.verdict.direction)
        rows.append(FigureRow(
            m.title, address, _figure(m, now, whose, 0, exact=exact), _when(m, as_at, whose),
            _figure(m, before, whose, 1, exact=exact), tag, _rows_address(m, whose) if exact else "",
        ))  # fmt: skip
    return Shown(_sentence(said, len(rows), whose, since), tuple(minis), tuple(rows), tuple(none))


def _sentence(said: Counter[str], count: int, whose: Whose, since: date) -> str:
    many = f"{number(count)} measure{'' if count == 1 else 's'}"
    if not said:
        return f"{many.capitalize()}. Each figure is protected, so that nobody in so small a group can be told from it."
    told = ", ".join(f"{said[key]} {words}" for key, words in HEADINGS)
    return f"Of {many}{f' of {whose.name}' if whose.name else ''}, since {since:%B %Y}: {told}."


def _figure(m: Measure, found: Result, whose: Whose, back: int, *, exact: bool) -> Figure:
    if exact:
        return figure(found, m.unit)
    told = disclosure.published(found, m.unit)
    if whose.cohort and not _rest_is_safe(m, found, whose, back):
        return Figure(disclosure.SYMBOL, "")
    return Figure(disclosure.SYMBOL if told.status == "suppressed" else told.text.capitalize(), "")


def _rest_is_safe(m: Measure, part: Result, whose: Whose, back: int) -> bool:
    """Would the group's figure, taken from everybody's, leave a count that is small?"""
    whole = measures.year(store.cursor(), m.id, back=back)
    pairs = [(whole.numerator, part.numerator), (whole.denominator, part.denominator)]
    if None not in (whole.numerator, whole.denominator, part.numerator, part.denominator):
        pairs.append((_others(whole), _others(part)))
    return not any(disclosure.is_small((a or 0) - (b or 0)) for a, b in pairs if a is not None)


def _others(found: Result) -> int:
    return (found.denominator or 0) - (found.numerator or 0)


def _when(m: Measure, as_at: date, whose: Whose) -> str:
    """The stretch the figure is of, short enough for a cell: the last complete months of the load; and of whom, if not of these."""
    last = last_month()
    stretch = f"on the last day of {last:%B %Y}" if m.is_snapshot else f"twelve months to {last:%B %Y}"
    unit = m.unit_of(whose.team or whose.cohort)
    return stretch if unit == m.unit else f"{stretch}; {unit}"


def last_month() -> date:
    """The last complete month loaded (its first day)."""
    row = store.cursor().execute("SELECT max(month) FROM measures.calendar_months").fetchone()
    return row[0] if row and row[0] else store.load().as_at.replace(day=1)


def _rows_address(m: Measure, whose: Whose) -> str:
    given = {"team": whose.team, "group": whose.cohort}
    query = urlencode({name: value for name, value in given.items() if value})
    return reverse("variation-rows", kwargs={"measure_id": m.id}) + (f"?{query}" if query else "")


@dataclass(frozen=True)
class Link:
    name: str
    address: str


def areas(known: Sequence[tuple[str, str]]) -> list[Link]:
    """The pages of the areas of practice, in the order of a child's journey."""
    return [Link(name, reverse("variation-area", kwargs={"area": key})) for key, name in known]


def cohorts() -> list[Link]:
    """The pages of the groups of children."""
    return [
        Link(name, reverse("variation-cohort", kwargs={"cohort": key})) for key, name in COHORT_NAMES.items()
    ]
