"""A plain Word document: headings, sentences, tables with repeated headers, pictures with words. Nothing about its content."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT: Final = "Arial"
INK: Final = RGBColor(0x0B, 0x0C, 0x0C)
WIDTH_CM: Final = 17.0  # A4 between its margins
HEADER_SHADE: Final = "E6E6E6"


def new_document(*, title: str, author: str, subject: str, made_at: datetime) -> DocumentType:
    """An empty A4 document in British English with our styles."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.subject = title, author, subject
    properties.created = properties.modified = made_at
    properties.language = "en-GB"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.0)
    page.top_margin, page.bottom_margin = Cm(2.1), Cm(1.8)
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 24, 0, 8),
        ("Heading 1", 18, 0, 8),
        ("Heading 2", 14, 10, 4),
        ("Heading 3", 12, 8, 3),
    ):
        _style(document, name, size, before, after)
    quotation = document.styles.add_style("Report's words", WD_STYLE_TYPE.PARAGRAPH)
    quotation.base_style = document.styles["Normal"]
    quotation.font.size = Pt(13)
    quotation.paragraph_format.left_indent = Cm(0.6)
    quotation.paragraph_format.keep_with_next = True
    _border(quotation.element.get_or_add_pPr(), ("left",), 18, "505A5F", 8)
    small = document.styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = document.styles["Normal"]
    small.font.size = Pt(9)
    _language(document)
    return document


def _style(document: DocumentType, name: str, size: int, before: int, after: int) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    style.font.bold = name != "Normal"
    style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)  # a theme font would win over the one named
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


def _language(document: DocumentType) -> None:
    for held in document.styles.element.iter(qn("w:lang")):
        held.set(qn("w:val"), "en-GB")


def _border(properties: Any, sides: Sequence[str], eighths: int, colour: str, space: int) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", str(eighths)), ("space", str(space)), ("color", colour)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def banner(document: DocumentType, text: str) -> None:
    """A paragraph nobody can miss."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(6), Pt(10)
    properties = paragraph._p.get_or_add_pPr()
    _border(
        properties, ("top", "left", "bottom", "right"), 36, "0B0C0C", 1
    )  # padding, in the banner's own black
    _shade(properties, "0B0C0C")
    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)


def head_and_foot(document: DocumentType, head: str, foot: str) -> None:
    """The same header and footer on every page; the footer ends, on the right, with the page's number of how many."""
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.style = document.styles["Small"]
    top.text = head
    bottom = section.footer.paragraphs[0]
    bottom.style = document.styles["Small"]
    for stop in list(document.styles["Footer"].paragraph_format.tab_stops):
        bottom.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    bottom.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    bottom.text = f"{foot}\tPage "
    _field(bottom, "PAGE")
    bottom.add_run(" of ")
    _field(bottom, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def table(
    document: DocumentType,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    shades: dict[str, str] | None = None,
    bold: Sequence[int] = (),
    small: bool = False,
) -> None:
    """A table whose header row repeats on every page and whose rows do not break across pages.

    widths: centimetres a column. shades: text of a cell to its background. bold: columns in bold.
    """
    made = document.add_table(rows=1, cols=len(header))
    made.style = document.styles["Table Grid"]
    made.autofit = False
    _padding(made)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)  # the grid: without it some programs share the width out equally
    size = Pt(9) if small else Pt(10)
    for cell, text in zip(made.rows[0].cells, header, strict=True):
        _write(cell, text, size, bold=True)
        _shade(cell._tc.get_or_add_tcPr(), HEADER_SHADE)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        line = made.add_row()
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for place, (cell, text) in enumerate(zip(line.cells, row, strict=True)):
            _write(cell, text, size, bold=place in bold)
            if shades and text in shades:
                _shade(cell._tc.get_or_add_tcPr(), shades[text])
    for line in made.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = Cm(width)
    after = document.add_paragraph(style=document.styles["Small"])
    # Word needs a paragraph after a table. As thin as this it cannot be pushed alone on to an empty page.
    after.paragraph_format.space_before = Pt(0)
    after.paragraph_format.space_after = Pt(6)
    after.paragraph_format.line_spacing = Pt(1)


def _padding(made: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "45")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    made._tbl.tblPr.append(margins)


def _write(cell: _Cell, text: str, size: Any, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, bold


def _shade(properties: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    # Word is strict about the order of a paragraph's properties, and calls the file damaged otherwise.
    if properties.tag == qn("w:pPr"):
        properties.insert_element_before(
            shade, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    else:
        properties.append(shade)


def picture(document: DocumentType, png: bytes, alternative: str, *, width_cm: float = WIDTH_CM) -> None:
    """A picture with its text alternative, kept with what follows it."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(width_cm))
    shape._inline.docPr.set("descr", alternative)


def sentence(document: DocumentType, text: str, *, style: str = "Normal", keep: bool = False) -> None:
    paragraph = document.add_paragraph(text, style=document.styles[style])
    paragraph.paragraph_format.keep_with_next = keep
