"""The invented inspection of the invented authority: the report and the letter after the third visit, as PDF files.

The words are ours (`report_words.toml`); only the layout is that of a published report, so that one reader
reads both. Nothing here imports the reader: the two are held together by a test.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)


@dataclass(frozen=True)
class Section:
    """A heading as printed, and the findings or paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


_WORDS: Final[dict[str, Any]] = tomllib.loads(
    files("undrift.synthetic").joinpath("report_words.toml").read_text(encoding="utf-8")
)
_REPORT: Final[dict[str, Any]] = _WORDS["report"]
_LETTER: Final[dict[str, Any]] = _WORDS["letter"]

AUTHORITY: Final = "Irwell"
AUTHORITY_URN: Final = "99999"
AUTHORITY_CODE: Final = "IRW"
NOTICE: Final[str] = _WORDS["notice"]
LEAD_INSPECTOR: Final[str] = _REPORT["lead_inspector"]
INSPECTION_STARTED_ON: Final = date(2021, 10, 18)
INSPECTED_ON: Final = date(2021, 10, 29)  # the last day of the inspection
PUBLISHED_ON: Final = date(2021, 12, 10)
REPORT_FILE_NAME: Final = "irwell children's services inspection - 10 december 2021.pdf"
AREAS: Final[tuple[str, ...]] = tuple(_REPORT["areas"])
JUDGEMENTS: Final[tuple[tuple[str, str], ...]] = tuple((name, grade) for name, grade in _REPORT["judgements"])
SECTIONS: Final[tuple[Section, ...]] = tuple(
    Section(s["heading"], tuple(s["findings"])) for s in _REPORT["sections"]
)
VISITED_ON: Final = (date(2023, 3, 14), date(2023, 3, 15))
VISIT_PUBLISHED_ON: Final = date(2023, 4, 25)
VISIT_NUMBER: Final = 3
VISIT_FOCUS: Final[tuple[str, ...]] = tuple(_LETTER["covered"])
VISIT_SECTIONS: Final[tuple[Section, ...]] = tuple(
    Section(s["heading"], tuple(s["paragraphs"])) for s in _LETTER["sections"]
)
VISIT_LETTER_FILE_NAME: Final = "irwell monitoring visit letter - 25 april 2023.pdf"

_FONT, _BOLD = "Vera", "Vera-Bold"  # ship with reportlab: embedded, so the page looks the same everywhere
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=11.5, leading=16.2, spaceAfter=12)
_ITEM = ParagraphStyle(
    "item", parent=_BODY, leftIndent=11 * mm, bulletIndent=0, bulletFontName=_FONT, bulletFontSize=11.5
)
_BULLET = ParagraphStyle(
    "bullet", parent=_BODY, leftIndent=6 * mm, bulletIndent=1 * mm, bulletFontName=_FONT, bulletFontSize=11.5
)
_HEADING = ParagraphStyle(
    "heading", fontName=_BOLD, fontSize=13, leading=17, spaceBefore=8, spaceAfter=10, keepWithNext=1
)
_TITLE = ParagraphStyle("title", fontName=_FONT, fontSize=22, leading=28, spaceAfter=12)
_NOTICE = ParagraphStyle(
    "notice", fontName=_BOLD, fontSize=9, leading=12, borderWidth=1, borderColor=colors.black, borderPadding=6
)


def write_report(path: Path) -> None:
    """Write the invented inspection report as a PDF. The folder must exist; a file there is replaced."""
    _register_fonts()
    _render(
        path,
        f"Inspection of {AUTHORITY} local authority children’s services (18 to 29 October 2021) · invented",
        [*_first_page(), *_improve(), *_findings(), PageBreak(), *_about()],
    )


def write_visit_letter(path: Path) -> None:
    """Write the invented letter from the third monitoring visit as a PDF."""
    _register_fonts()
    story: list[Flowable] = [_p(NOTICE, _NOTICE), Spacer(0, 8 * mm), _p(_LETTER["date"])]
    story.append(Paragraph("<br/>".join(escape(line) for line in _LETTER["addressee"]), _BODY))
    story += [_p(_LETTER["salutation"]), _p(_LETTER["title"], _HEADING)]
    story += [_p(text) for text in _LETTER["opening"]]
    story += [_p(_LETTER["covered_heading"], _HEADING), _p(_LETTER["covered_opening"])]
    story += [_p(text, _BULLET, "•") for text in VISIT_FOCUS]
    for section in VISIT_SECTIONS:
        story.append(_p(section.heading, _HEADING))
        story += [_p(text) for text in section.paragraphs]
    closing, name, role = _LETTER["sign_off"]
    story += [_p(closing), Spacer(0, 8 * mm), Paragraph(f"{escape(name)}<br/>{escape(role)}", _BODY)]
    _render(path, f"Monitoring visit to {AUTHORITY} children’s services · invented", story)


def _register_fonts() -> None:
    for name, file, bold in ((_FONT, "Vera.ttf", 0), (_BOLD, "VeraBd.ttf", 1)):
        pdfmetrics.registerFont(TTFont(name, file))
        addMapping(name, bold, 0, name)  # a paragraph looks its font up by family, not by name


def _first_page() -> list[Flowable]:
    lead = f"<font name='{_BOLD}'>Lead inspector:</font> {LEAD_INSPECTOR}, {_REPORT['lead_inspector_role']}"
    dates = f"<font name='{_BOLD}'>Inspection dates: {_REPORT['dates']}</font>"
    rows = [[_p("Judgement", _HEADING), _p("Grade", _HEADING)]]
    rows += [[_p(name), _p(grade)] for name, grade in JUDGEMENTS]
    table = Table(rows, colWidths=[85 * mm, 75 * mm], hAlign="LEFT")
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    return [
        _p(NOTICE, _NOTICE),
        Spacer(0, 10 * mm),
        Paragraph("<br/>".join(_REPORT["title"]), _TITLE),
        Paragraph(dates, _BODY),
        Paragraph(lead, _BODY),
        table,
        Spacer(0, 6 * mm),
        *(_p(text) for text in _REPORT["summary"]),
        PageBreak(),
    ]


def _improve() -> list[Flowable]:
    return [_p(_REPORT["improve_heading"], _HEADING), *(_p(text, _BULLET, "•") for text in AREAS)]


def _findings() -> list[Flowable]:
    story: list[Flowable] = []
    number = 0
    for section in SECTIONS:
        story.append(_p(section.heading, _HEADING))
        for text in section.paragraphs:
            number += 1
            story.append(_p(text, _ITEM, f"{number}."))
    return story


def _about() -> list[Flowable]:
    return [_p(_REPORT["about_heading"], _HEADING), *(_p(text) for text in _REPORT["about"])]


def _p(text: str, style: ParagraphStyle = _BODY, bullet: str | None = None) -> Paragraph:
    return Paragraph(escape(text), style, bulletText=bullet)


def _render(path: Path, footer: str, story: list[Flowable]) -> None:
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=30 * mm,
        bottomMargin=26 * mm,
        title=footer,
        author="Undrift demonstration",
        invariant=1,  # the same words give the same bytes, so a rebuilt demonstration can be compared
    )
    later: Callable[[Canvas, SimpleDocTemplate], None] = partial(_footer, footer)
    document.build(story, onLaterPages=later)


def _footer(text: str, canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.7)
    canvas.line(25 * mm, 18 * mm, A4[0] - 25 * mm, 18 * mm)
    canvas.setFont(_BOLD, 7)
    canvas.drawString(25 * mm, 13 * mm, text)
    canvas.setFont(_FONT, 12)
    canvas.drawRightString(A4[0] - 25 * mm, 12.5 * mm, str(canvas.getPageNumber()))
    canvas.restoreState()
