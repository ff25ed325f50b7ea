"""Is it real, made ready for pages: charts with their icons, teams side by side, and what changed since a visit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from undrift import measures
from undrift.improvement.decisions import Decided, decided
from undrift.improvement.models import AreaMeasure, ImprovementPlan
from undrift.inspections.authority import resolve
from undrift.inspections.events import Event
from undrift.inspections.road import road
from undrift.measures import Measure, comparators
from undrift.measures.definition import NotHeld
from undrift.reports import comparisons, disclosure
from undrift.variation import told
from undrift.variation.build import team_counts
from undrift.variation.choose import Kind as ChartKind
from undrift.variation.dots import ASSURANCE_WORDS, VARIATION_WORDS
from undrift.variation.judge import Judged, judge
from undrift.variation.teams import Funnel, closing, funnel
from undrift.variation.teams import spread as spread_of
from undrift.variation.words import amount
from undrift.web import store
from undrift.web.presenters import documents, pictures
from undrift.web.presenters.cards import AREAS, area_words
from undrift.web.presenters.words import Tag, direction_tag

VISITS = ("inspection", "focused_visit", "monitoring_visit", "action_planning_visit")
NOT_HELD = Decided(None, None, ())


@dataclass(frozen=True)
class Icon:
    """One of the two icons of Making Data Count: which drawing, and its words."""

    drawing: str
    words: str


@dataclass(frozen=True)
class Mini:
    """One of many: a measure, or a team on one measure. kind: of its chart; is_told: it has a verdict, and not cannot tell.

    unsteady: a sentence, where the earlier months were two levels; for those who read exact figures.
    """

    title: str
    address: str
    tag: Tag
    sentence: str
    icons: tuple[Icon, ...]
    picture: pictures.Picture | None
    kind: ChartKind
    is_told: bool
    unsteady: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table of figures, its cells in order."""

    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A measure's page: its chart, why that chart, what stands, the icons and the rules that hold the latest point."""

    mini: Mini
    chart_name: str
    chart_why: str
    picture: pictures.Picture | None
    rules: tuple[str, ...]
    decisions: tuple[str, ...]
    rows: tuple[Row, ...]


def held() -> list[Measure]:
    """The measures that something loaded can say, in the catalogue's order."""
    return [m for m in measures.catalogue().values() if not isinstance(m.counts, NotHeld)]


@dataclass(frozen=True)
class Choice:
    """Which measures a page shows: those the improvement plan rests on, or those of one area of practice."""

    area: str
    measures: tuple[Measure, ...]
    areas: tuple[tuple[str, str], ...]


def _place(area: str) -> tuple[int, str]:
    """In the order of a child's journey."""
    order = list(AREAS)
    return (order.index(area) if area in order else len(order), area)


def chosen(area: str, improvement_plan: ImprovementPlan) -> Choice:
    """The measures of an area of practice; of the improvement plan when the area is empty or unknown."""
    known = held()
    areas = tuple((key, area_words(key)) for key in sorted({m.area for m in known}, key=_place))
    if area in dict(areas):
        return Choice(area, tuple(m for m in known if m.area == area), areas)
    watching = set(
        AreaMeasure.objects.filter(area__improvement_plan=improvement_plan).values_list(
            "measure_id", flat=True
        )
    )
    return Choice("", tuple(m for m in known if m.id in watching), areas)


def judged(measure: Measure, since: date, as_at: date, stands: Decided, team: str | None = None) -> Judged:
    return judge(
        store.cursor(),
        measure.id,
        since=since,
        as_at=as_at,
        team=team,
        rebased=stands.rebased,
        target=stands.target,
    )


def icons(found: Judged) -> tuple[Icon, ...]:
    """The variation icon, and the assurance icon where a target has been set."""
    shown = [Icon(found.dots.variation, VARIATION_WORDS[found.dots.variation])]
    if found.dots.assurance != "no_target":
        shown.append(Icon(found.dots.assurance, ASSURANCE_WORDS[found.dots.assurance]))
    return tuple(shown)


def mini(found: Judged, title: str, address: str, *, exact: bool) -> Mini:
    """In little. exact=False: the sentence and the chart through disclosure control, and no icon, which speaks of a month."""
    said = found.verdict
    if exact:
        sentence, chart, shown = said.sentence, said.chart, icons(found)
    else:
        sentence = disclosure.published_sentence(said, found.measure.unit)
        chart, _ = disclosure.published_chart(found.points, said, found.measure.unit)
        shown = ()
    drawable = any(v is not None for v in chart.values) and (exact or not found.is_rare)
    picture = pictures.small(chart, f"{title} over time. {sentence}") if drawable else None
    tag, is_told = direction_tag(said.direction), said.direction != "cannot_tell"
    unsteady = said.unsteady if exact else ""
    return Mini(title, address, tag, sentence, shown, picture, found.choice.kind, is_told, unsteady)


def false_alarms(minis: Sequence[Mini]) -> str:
    """How many of these chance alone would speak of; an icon of too few points, or one not shown, cannot be wrong."""
    icons = [m.kind for m in minis if m.icons and m.icons[0].drawing != "too_few"]
    return told.false_alarms(icons, [m.kind for m in minis if m.is_told])


def every_measure(which: Sequence[Measure], since: date, as_at: date, *, exact: bool) -> list[Mini]:
    """Each of these measures, for the whole authority."""
    stands, published = decided(), comparators.known(store.home())
    return [
        mini(
            judged(m, since, as_at, stands.get(m.id, NOT_HELD)), m.title, address_of(m, published, exact=exact), exact=exact,
        )
        for m in which
    ]  # fmt: skip


def address_of(m: Measure, published: Collection[str], *, exact: bool) -> str:
    """The measure's own page; for those who read protected figures, what others published, where anybody did."""
    if exact:
        return reverse("variation-measure", kwargs={"measure_id": m.id})
    return reverse("variation-others", kwargs={"measure_id": m.id}) if m.id in published else ""


def teams_on(measure: Measure, since: date, as_at: date) -> list[Mini]:
    """One measure for every team it concerns."""
    stands, shown = decided().get(measure.id, NOT_HELD), []
    for team in measures.teams(store.cursor()):
        found = judged(measure, since, as_at, stands, team.id)
        if any(p.numerator or p.denominator for p in found.points[-12:]):
            address = reverse("variation-team", kwargs={"team_id": team.id})
            shown.append(mini(found, team.name, address, exact=True))
    return shown


def of_measure(
    measure: Measure, since: date, as_at: date, stands: Decided, marks: Sequence[tuple[date, str]]
) -> Shown:
    """A measure's page for those who read exact figures."""
    found = judged(measure, since, as_at, stands)
    said = found.verdict
    drawable = any(v is not None for v in said.chart.values)
    alternative = f"Chart of {measure.title} over time. {said.sentence} The table below holds the figures."
    by_month = {p.month: p.result for p in found.points}
    rows = []
    for place, day in reversed(list(enumerate(said.chart.months))):
        value = said.chart.values[place]
        result = by_month.get(day)
        counted = (
            f"{result.numerator:,.0f} of {result.denominator:,.0f}" if result and result.denominator else ""
        )
        rows.append(Row(
            f"{day.day} {day:%B %Y}" if found.is_rare else f"{day:%B %Y}",
            ("no figure" if value is None else amount(value, measure.unit if not found.is_rare else said.chart.unit), counted,
             "; ".join(found.dots.held[place])),
        ))  # fmt: skip
    return Shown(
        mini(found, measure.title, "", exact=True), found.choice.name, found.choice.why,
        pictures.control_chart(said.chart, alternative, marks, None if found.is_rare else stands.target) if drawable else None,
        found.dots.rules, stands.sentences, tuple(rows),
    )  # fmt: skip


@dataclass(frozen=True)
class TeamsShown:
    """The funnel's page: sentences, the picture, the table, and the spread a year at a time."""

    sentences: tuple[str, ...]
    funnel: pictures.Picture | None
    teams: tuple[Row, ...]
    left_out: tuple[str, ...]
    spreads: pictures.Picture | None
    years: tuple[Row, ...]


def between_teams(measure: Measure) -> TeamsShown:
    """How far teams differ beyond chance, which stand out, and whether that is closing."""
    cur = store.cursor()
    teams, _ = team_counts(cur, measure.id)
    placed = funnel(teams)
    sentences = [told.spread(spread_of(teams), measure.subject)]
    if placed:
        sentences.append(told.outliers(placed))
    years = cur.execute(
        "SELECT ends_on, teams, centre, deviation, low, high FROM variation.spreads WHERE measure_id = ? ORDER BY ends_on",
        [measure.id],
    ).fetchall()
    if len(years) > 1:
        back = years[-1][0].year - years[0][0].year
        earlier, ends = team_counts(cur, measure.id, back)
        if ends:
            sentences.append(told.closing(closing(earlier, teams), ends, years[-1][0]))
    return TeamsShown(
        tuple(sentences),
        _funnel_picture(placed, measure, sentences) if placed else None,
        tuple(_team_row(placed)) if placed else (),
        tuple(f"{t.name} ({t.of:,.0f})" for t in placed.left_out) if placed else (),
        _spread_picture(years, measure) if len(years) > 1 else None,
        tuple(
            Row(f"Year to {ends:%B %Y}", (str(n), f"{100 * centre:.0f}%", f"{100 * d:.1f}", f"{100 * low:.1f} to {100 * high:.1f}"))
            for ends, n, centre, d, low, high in reversed(years)
        ),
    )  # fmt: skip


def _funnel_picture(placed: Funnel, measure: Measure, sentences: Sequence[str]) -> pictures.Picture:
    return pictures.compared(
        lambda width: comparisons.funnel_spec(placed, width=width, height=360 if width > 500 else 300),
        f"Funnel of teams on {measure.title}. {' '.join(sentences)} The table below holds the figures.", 760, 300,
    )  # fmt: skip


def _team_row(placed: Funnel) -> list[Row]:
    return [
        Row(
            p.team.name,
            (
                f"{100 * p.team.share:.0f}%", f"{p.team.count:,.0f} of {p.team.of:,.0f}", f"{100 * p.shrunk:.0f}%",
                f"{100 * p.shrunk_interval.low:.0f}% to {100 * p.shrunk_interval.high:.0f}%",
                "Beyond the widened ring" if p.is_far else "Beyond chance alone" if p.is_beyond_chance_alone else "Within chance",
            ),
        )
        for p in sorted(placed.teams, key=lambda p: p.team.share)
    ]  # fmt: skip


def _spread_picture(
    years: Sequence[tuple[date, int, float, float, float, float]], measure: Measure
) -> pictures.Picture:
    dots = [
        comparisons.Dot(f"Year to {ends:%b %Y}", 100 * d, 100 * low, 100 * high, low > 0)
        for ends, _, _, d, low, high in reversed(years)
    ]
    return pictures.compared(
        lambda width: comparisons.intervals_spec(
            dots, reference=None, title="Between-team standard deviation, points", percent=False, width=width
        ),
        f"The spread between teams on {measure.title}, a year at a time. The table below holds the figures.", 520, 170,
    )  # fmt: skip


@dataclass(frozen=True)
class Visit:
    """Something the inspectorate did, from which change can be judged."""

    on: date
    title: str

    @property
    def key(self) -> str:
        return self.on.isoformat()


def visits(authority: str, recorded: Sequence[Event], inspected: date | None, as_at: date) -> list[Visit]:
    """Inspections and visits known, newest first."""
    authority_known = resolve(authority)
    own = documents.own(list(store.corpus().documents()), authority)
    found = road(own, as_at, urn=authority_known.urn if authority_known else None, other=recorded)
    known = {
        (e.until or e.on): Visit(e.until or e.on, e.words)
        for e in found.events
        if e.kind in VISITS and e.on <= as_at
    }
    if inspected and inspected not in known:
        known[inspected] = Visit(inspected, "Inspection")
    return sorted(known.values(), key=lambda v: v.on, reverse=True)


@dataclass(frozen=True)
class Change:
    """The measures that moved one way since a visit."""

    heading: str
    minis: tuple[Mini, ...]


def changes_since(which: Sequence[Measure], on: date, as_at: date, *, exact: bool) -> list[Change]:
    """Every measure judged from the month of a visit, the worse first. Re-basings play no part: the visit is the baseline."""
    by: dict[str, list[Mini]] = {}
    stands, published = decided(), comparators.known(store.home())
    for m in which:
        found = judge(store.cursor(), m.id, since=on, as_at=as_at, target=stands.get(m.id, NOT_HELD).target)
        address = address_of(m, published, exact=exact)
        by.setdefault(found.verdict.direction, []).append(mini(found, m.title, address, exact=exact))
    headings = (
        ("worsening", "Worse"), ("improving", "Better"), ("no_evidence", "No evidence of change"), ("cannot_tell", "Cannot tell"),
    )  # fmt: skip
    return [Change(words, tuple(by[key])) for key, words in headings if key in by]


def summary(changes: Sequence[Change], visit: Visit) -> str:
    """The page in a sentence."""
    count = {change.heading: len(change.minis) for change in changes}
    total = sum(count.values())
    return (
        f"Of {total} measures, since {visit.on.day} {visit.on:%B %Y}: {count.get('Worse', 0)} worse, {count.get('Better', 0)} "
        f"better, {count.get('No evidence of change', 0)} with no evidence of change beyond chance, and "
        f"{count.get('Cannot tell', 0)} that cannot tell."
    )
