"""The board paper: the whole improvement plan as a Word document a director could table next week.

Every figure goes through disclosure control unless `protect=False`, because a board paper may become public.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from docx.document import Document as DocumentType

from undrift.improvement.models import Evidence
from undrift.improvement.progress import LABELS, AreaProgress, MeasureProgress, Overview
from undrift.records import Load
from undrift.reports import charts, disclosure, word
from undrift.sources import sources
from undrift.variation import Chart
from undrift.variation.words import bare, by_chance, capital, number

INVENTED: Final = frozenset({"Irwell"})
INVENTED_WORDS: Final = (
    "Invented for a demonstration. Every child, every record and every action in this paper is invented."
)
INTERNAL_WORDS: Final = (
    "Exact figures: not for publication. Small numbers in this paper could identify a child."
)
SHADES: Final = {
    LABELS["yes"]: "D5E8D5",
    LABELS["partly"]: "FFF2CC",
    LABELS["no"]: "E9C9C0",
    LABELS["cannot_tell"]: "F3F3F3",
}
ROWS: Final = 6  # of the small table under a chart


def write_board(path: Path, overview: Overview, *, load: Load, protect: bool = True) -> None:
    """Write the board paper to `path` (a .docx; its folder must exist). load: where the records came from."""
    title = f"{overview.improvement_plan.title}: progress to {_day(overview.as_at)}"
    document = word.new_document(
        title=title,
        author=overview.improvement_plan.authority,
        subject="Is the improvement plan done, working, seen and sustained?",
        made_at=datetime.combine(overview.as_at, datetime.min.time(), UTC),
    )
    invented = load.authority in INVENTED
    versions = sorted({m.measure.version for a in overview.areas for m in a.measures})
    word.head_and_foot(
        document,
        f"{title}{'   ·   invented for a demonstration' if invented else ''}",
        f"Load {load.id}, as at {_day(load.as_at)}; definitions {_versions(versions)}",
    )
    document.add_heading(title, level=0)
    if invented:
        word.banner(document, INVENTED_WORDS)
    if not protect:
        word.banner(document, INTERNAL_WORDS)
    _summary(document, overview, protect)
    shown: dict[str, int] = {}  # measure id to the area that shows it in full
    for progress in overview.areas:
        _area(document, overview, progress, shown, protect)
    _definitions(document, overview)
    document.save(str(path))


def _summary(document: DocumentType, overview: Overview, protect: bool) -> None:
    document.add_heading("In one page", level=1)
    word.sentence(document, overview.sentence)
    word.sentence(document, _standing(overview))
    rows = [
        (
            f"{p.area.number}. {capital(_short(p))}",
            p.done.label,
            p.working.label,
            p.seen.label,
            p.sustained.label,
        )
        for p in overview.areas
    ]
    word.table(
        document,
        ("Area for improvement", "Done", "Working", "Seen", "Sustained"),
        rows,
        (6.6, 2.6, 2.6, 2.6, 2.6),
        shades=SHADES,
    )
    word.sentence(
        document,
        "Done: are the actions completed, with evidence? Working: have the measures improved beyond chance since "
        f"{_day(overview.since)}? Seen: do visit letters and practice audits say so? Sustained: has an improvement "
        "stood for six months since it was called? Nobody can type these answers: each is worked out from the record, "
        "and “cannot tell” never counts as yes.",
        style="Small",
    )
    word.sentence(
        document, f"{CHART_WORDS} {disclosure.RULE}" if protect else CHART_WORDS + LIMIT_WORDS, style="Small"
    )


def _standing(overview: Overview) -> str:
    """Actions in all, and every measure that has worsened: what the table below cannot show."""
    actions = [a for p in overview.areas for a in p.area.actions.all()]
    complete = sum(a.done_on is not None and a.done_on <= overview.as_at for a in actions)
    overdue = sum(
        a.due_on < overview.as_at and not (a.done_on and a.done_on <= overview.as_at) for a in actions
    )
    text = f"In all, {complete} of {len(actions)} actions are done and {number(overdue)} are overdue."
    worse = {
        m.measure.title for p in overview.areas for m in p.measures if m.verdict.direction == "worsening"
    }
    return f"{text} Worse than before the inspection: {'; '.join(sorted(worse))}." if worse else text


def _short(progress: AreaProgress) -> str:
    """The area's theme in words; the report's own sentence stands on its page."""
    area = progress.area
    return str(area.get_theme_display()) if area.theme != "other" else area.text


def _area(
    document: DocumentType, overview: Overview, progress: AreaProgress, shown: dict[str, int], protect: bool
) -> None:
    area = progress.area
    heading = document.add_heading(f"Area {area.number}: {_short(progress)}", level=1)
    heading.paragraph_format.page_break_before = True
    word.sentence(document, f"“{area.text}”", style="Report's words")
    page = f", page {area.page}" if area.page else ""
    published = overview.improvement_plan.report_published_on
    numbers = [str(f.number) for f in area.findings.all()]
    which = "paragraph" if len(numbers) == 1 else "paragraphs"
    findings = f" Findings on the same subject: {which} {', '.join(numbers)}." if numbers else ""
    word.sentence(document, f"Inspection report published {_day(published)}{page}.{findings}", style="Small")
    if progress.done_but_not_working:
        word.banner(
            document, "Done but not working: every action is done and no measure has improved beyond chance."
        )
    answers = (
        ("Done", progress.done), ("Working", progress.working), ("Seen", progress.seen),
        ("Sustained", progress.sustained),
    )  # fmt: skip
    rows = [(name, answer.label, answer.sentence) for name, answer in answers]
    word.table(document, ("Question", "Answer", "Why"), rows, (2.4, 2.6, 12.0), shades=SHADES, bold=(0,))
    if progress.measures:
        document.add_heading("Measures", level=2)
    marks = _marks(overview, progress)
    for measured in progress.measures:
        _measure(document, measured, marks, shown, area.number, protect)
    _actions(document, progress, overview.as_at)
    _evidence(document, progress, overview.as_at)
    for update in area.updates.all()[:3]:
        word.sentence(document, f"{update.by}, {_day(update.on)}: {update.text}")
    questions = list(area.questions.all())
    if questions:
        document.add_heading("Questions asked", level=2)
        for q in questions:
            answer = f" Answer, {_day(q.answered_on)}: {q.answer}" if q.answered_on else " Not yet answered."
            word.sentence(document, f"{_day(q.asked_on)}: {q.text}{answer}")


def _measure(
    document: DocumentType, measured: MeasureProgress, marks: Sequence[tuple[date, str]], shown: dict[str, int],
    number: int, protect: bool,
) -> None:  # fmt: skip
    measure, verdict = measured.measure, measured.verdict
    document.add_heading(measure.title, level=3)
    said = disclosure.published_sentence(verdict, measure.unit) if protect else verdict.sentence
    said = verdict.in_full(said)
    if measure.id in shown:
        word.sentence(document, f"{said} Chart and figures: see area {shown[measure.id]}.")
        return
    shown[measure.id] = number
    word.sentence(document, said, keep=True)
    chart, rows, note = _figures(measured, protect)
    if all(value is None for value in chart.values):
        return
    alternative = f"Chart of {measure.title}. {said} The latest figures are in the table below it."
    word.picture(document, charts.control_chart_png(chart, marks=marks, width=720, height=165), alternative)
    rows.reverse()  # oldest on the left, as on the chart
    header = ("Period", *(period for period, _ in rows))
    cells = (capital(measure.unit), *(value for _, value in rows))
    word.table(document, header, [cells], (2.6, *([14.4 / len(rows)] * len(rows))), bold=(0,), small=True)
    if note:
        word.sentence(document, note, style="Small")


def _figures(measured: MeasureProgress, protect: bool) -> tuple[Chart, list[tuple[str, str]], str]:
    """What may be drawn, the newest rows of the table, and the note that says how to read them."""
    measure, verdict = measured.measure, measured.verdict
    if not protect:
        by_month = {p.month: p.result for p in measured.points}
        newest = list(zip(verdict.chart.months, verdict.chart.values, strict=True))[-ROWS:][::-1]
        rows = [
            (f"{on.day} {on:%B %Y}", f"{gap:.0f} {verdict.chart.unit}")
            if verdict.is_rare
            else (f"{on:%B %Y}", disclosure.internal(by_month[on], measure.unit).text)
            for on, gap in newest
        ]
        return verdict.chart, rows, ""
    chart, series = disclosure.published_chart(measured.points, verdict, measure.unit)
    rows = []
    for i in reversed(range(max(0, len(series.months) - ROWS), len(series.months))):
        value = series.values[i]
        missing = disclosure.SYMBOL if series.withheld[i] else "no figure"
        rows.append(
            (disclosure.block_label(series, i), missing if value is None else bare(value, measure.unit))
        )
    notes = []
    if series.block_months > 1:
        notes.append(disclosure.block_words(series))
    if any(series.withheld):
        notes.append(disclosure.RULE)
    return chart, rows, " ".join(notes)


CHART_WORDS: Final = "On a chart, the solid line is the average of the shaded months, the 24 before the inspection report was published."
LIMIT_WORDS: Final = " Dashed lines show how far chance usually carries a month from it."


def _marks(overview: Overview, progress: AreaProgress) -> list[tuple[date, str]]:
    improvement_plan = overview.improvement_plan
    letters = {e.on for e in progress.area.evidence.all() if e.kind == Evidence.Kind.VISIT_LETTER}
    return [
        (improvement_plan.inspected_on or improvement_plan.report_published_on, "Inspection"),
        *((on, "Visit letter") for on in letters),
    ]


def _actions(document: DocumentType, progress: AreaProgress, as_at: date) -> None:
    actions = list(progress.area.actions.all())
    if not actions:
        return
    document.add_heading("Actions", level=2)

    def state(due_on: date, done_on: date | None) -> str:
        if done_on and done_on <= as_at:
            return f"Done {_day(done_on)}" + (", late" if done_on > due_on else "")
        return "Overdue" if due_on < as_at else "Not yet due"

    order = {"Overdue": 0, "Not yet due": 1}
    rows = [(a.text, a.owner, _day(a.due_on), state(a.due_on, a.done_on)) for a in actions]
    rows.sort(key=lambda row: order.get(row[3], 2))
    word.table(
        document, ("Action", "Whose", "Due", "State"), rows, (7.4, 3.6, 2.9, 3.1), shades={"Overdue": SHADES[LABELS["no"]]},
        small=True,
    )  # fmt: skip


def _evidence(document: DocumentType, progress: AreaProgress, as_at: date) -> None:
    evidence = [e for e in progress.area.evidence.all() if e.on <= as_at]
    if not evidence:
        return
    document.add_heading("What others have seen", level=2)
    rows = [(_day(e.on), e.source, e.get_says_display(), e.text) for e in evidence]
    word.table(document, ("Date", "Source", "Says", "In short"), rows, (2.6, 4.4, 1.9, 8.1), small=True)


def _definitions(document: DocumentType, overview: Overview) -> None:
    document.add_heading(
        "What is counted, and on whose authority", level=1
    ).paragraph_format.page_break_before = True
    found = {m.measure.id: m.measure for a in overview.areas for m in a.measures}
    rows = [
        (
            m.title,
            str(m.version),
            m.definition,
            "; ".join(", ".join(filter(None, (sources()[c.source].title, c.place))) for c in m.cites),
        )
        for m in found.values()
    ]
    word.table(
        document, ("Measure", "Version", "What is counted", "Source"), rows, (4.2, 1.7, 7.6, 3.5), small=True
    )
    count = len(found)
    word.sentence(
        document,
        by_chance(count),
        style="Small",
    )


def _versions(versions: Sequence[int]) -> str:
    if not versions:
        return "none"
    return f"version {versions[0]}" if len(versions) == 1 else f"versions {versions[0]} to {versions[-1]}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
