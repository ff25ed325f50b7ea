"""Pages and lines out of a PDF: the printed words, where each line stands, how large and how bold it is.

Every later step works on `Line`; only this module knows the PDF library (pypdfium2, measured the most
accurate on the sample reports and the quickest).
"""

import ctypes
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from undrift.errors import UserError

MAX_BYTES = 60_000_000  # the largest sample is under 2 MB
MAX_PAGES = 200  # the longest published report known is under 60
MAX_PAGE_CHARS = 50_000  # a dense page of print holds about 5,000
MAX_CHARS = 1_000_000
_PIECE = 1_000_000
MAX_INFLATED_BYTES = 300_000_000  # what the file's streams may unpack to, pictures included

_SPACES = str.maketrans(
    {"\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\t": " ", "\u00ad": "-"}
)
_PERHAPS_A_FOOTNOTE_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:)’”?])\d{1,2}(?=$|[\s.,;:)])")
_RUNNING_TITLE = re.compile(r"(inspection of|visit to|visit of|services)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One printed line. Points from the page's lower left; `height` is that of the font, not of the ink."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    height: float
    bold: bool
    hyphenated: bool  # the printed line ends in a hyphen: no space before the next line
    page_height: float

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


@dataclass(frozen=True)
class Document:
    """The lines of every page in reading order, running headers, footers and page numbers already gone."""

    file: str
    pages: int
    lines: tuple[Line, ...]
    body_height: float

    def page(self, number: int) -> list[Line]:
        return [line for line in self.lines if line.page == number]


def open_document(path: Path, *, file: str | None = None) -> Document:
    """Read a PDF's lines. Raises UserError, one sentence, for anything that is not a report we can read."""
    name = file or str(path)
    _refuse_what_is_no_pdf(path, name)
    data = path.read_bytes()
    _refuse_what_is_cut_short_or_a_bomb(data, name)
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _cannot_open(error, name) from None
    try:
        pages = len(pdf)
        if pages == 0:
            raise UserError("The PDF has no pages.", where=name, try_="Ask for the file again.")
        if pages > MAX_PAGES:
            raise UserError(
                f"The PDF has {pages} pages; an inspection report has fewer than {MAX_PAGES}.",
                where=name,
                try_="Send the report by itself.",
            )
        lines = _read_pages(pdf, pages, name)
    finally:
        pdf.close()
    if sum(len(line.words) for line in lines) < 200:
        raise UserError(
            "The pages hold no text to read: they are pictures, as from a scanner.",
            where=name,
            try_="Download the report from the inspectorate's site, or have the scan's text recognised first.",
        )
    kept = _without_running_lines(lines, pages)
    ordered = [
        line
        for _, on_page in groupby(kept, key=lambda line: line.page)
        for line in _reading_order(list(on_page))
    ]
    body = _body_height(ordered)
    # a footnote's raised number, drawn as a line of its own
    printed = [line for line in ordered if not (line.words.isdigit() and line.height < 0.8 * body)]
    return Document(file=name, pages=pages, lines=tuple(printed), body_height=body)


def _refuse_what_is_no_pdf(path: Path, name: str) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as handle:
            head = handle.read(1024)
    except FileNotFoundError:
        raise UserError("There is no such file.", where=name) from None
    except IsADirectoryError:
        raise UserError("This is a folder, not a file.", where=name) from None
    except OSError as error:
        raise UserError(f"The file cannot be opened ({error.strerror}).", where=name) from None
    if size == 0:
        raise UserError("The file is empty.", where=name, try_="Download it again.")
    if size > MAX_BYTES:
        raise UserError(
            f"The file is {size // 1_000_000} MB; an inspection report is smaller than 60 MB.", where=name
        )
    if b"%PDF-" not in head:
        # some PDF libraries quietly open a web page saved under a .pdf name; we look before we open
        what = (
            "a web page"
            if b"<html" in head.lower() or b"<!doctype" in head.lower()
            else "another kind of file"
        )
        raise UserError(
            f"This is not a PDF but {what} with a .pdf name."
            if path.suffix.lower() == ".pdf"
            else f"This is not a PDF but {what}.",
            where=name,
            try_="Download the report itself as a PDF.",
        )


def _refuse_what_is_cut_short_or_a_bomb(data: bytes, name: str) -> None:
    # the library mends a file that was cut short and then reads part of a report without a word
    if b"%%EOF" not in data[-4096:]:
        raise UserError("The PDF is cut short: its end is missing.", where=name, try_="Download it again.")
    inflated = 0
    for opening in re.finditer(rb"stream\s{1,2}(?=x)", data):  # every zlib stream begins with an x
        end = data.find(b"endstream", opening.end())
        try:
            for piece in _inflated(data[opening.end() : end if end > 0 else None]):
                inflated += piece
                if inflated > MAX_INFLATED_BYTES:
                    raise UserError(
                        f"The PDF unpacks to more than {MAX_INFLATED_BYTES // 1_000_000} MB; it was not read.",
                        where=name,
                    )
        except zlib.error:
            continue  # encrypted, or damaged: the library will say so


def _inflated(packed: bytes) -> Iterator[int]:
    """How many bytes each piece of a stream unpacks to, holding no more than one piece at a time."""
    unpacker = zlib.decompressobj()
    while packed and not unpacker.eof:
        yield len(unpacker.decompress(packed, _PIECE))
        packed = unpacker.unconsumed_tail


def _cannot_open(error: Exception, name: str) -> UserError:
    text = str(error).lower()
    if "password" in text or "security" in text:
        return UserError(
            "The PDF is encrypted and needs a password.", where=name, try_="Save a copy without a password."
        )
    return UserError(
        "The PDF is damaged or cut short and cannot be opened.", where=name, try_="Download it again."
    )


def _read_pages(pdf: pdfium.PdfDocument, pages: int, name: str) -> list[Line]:
    lines: list[Line] = []
    total = 0
    for index in range(pages):
        try:
            page = pdf[index]
            textpage = page.get_textpage()
        except pdfium.PdfiumError:
            raise UserError(
                f"Page {index + 1} of the PDF is damaged.", where=name, try_="Download it again."
            ) from None
        total += textpage.count_chars()
        if textpage.count_chars() > MAX_PAGE_CHARS or total > MAX_CHARS:
            raise UserError(
                f"Page {index + 1} holds far more text than a printed page can; the file was not read.",
                where=name,
            )
        lines += _page_lines(textpage, index + 1, page.get_height())
        textpage.close()
        page.close()
    return lines


def _page_lines(textpage: pdfium.PdfTextPage, number: int, page_height: float) -> Iterator[Line]:
    start = 0
    for raw in textpage.get_text_range().split("\r\n"):
        if raw.strip():
            yield _line(textpage, number, raw, start, page_height)
        start += len(raw) + 2


def _line(textpage: pdfium.PdfTextPage, page: int, raw: str, start: int, page_height: float) -> Line:
    inked = [start + i for i, char in enumerate(raw) if not char.isspace()]
    # first, middle and last: bullets and raised footnote marks are smaller than the line they stand in
    boxes = [_box(textpage, inked[i]) for i in (0, len(inked) // 2, -1)]
    left, bottom, _, top = boxes[0]
    _, end_bottom, end_right, end_top = boxes[-1]
    same_row = end_bottom < top and bottom < end_top
    height = round(max(box[3] - box[1] for box in boxes), 1)
    text = _without_footnote_marks(textpage, raw, start, height)
    text = text.replace("\ufffe", "-").replace("\r", " ").replace("\n", " ").translate(_SPACES)
    return Line(
        page=page,
        text=text,
        left=left,
        # a line the library joined over a hyphen ends on the next printed line, left of its own start
        right=end_right if same_row else left + 400,
        bottom=bottom,
        top=top,
        height=height,
        bold=_is_bold(textpage, inked[0]),
        hyphenated=len(text) > 1 and text[-1] in "-\u2010\u2011" and text[-2].isalnum(),
        page_height=page_height,
    )


def _without_footnote_marks(textpage: pdfium.PdfTextPage, raw: str, start: int, height: float) -> str:
    """The line without raised footnote numbers, which a plain reading glues to the word before them."""
    kept, cut = [], 0
    for match in _PERHAPS_A_FOOTNOTE_MARK.finditer(raw):
        _, low, _, high = _box(textpage, start + match.start())
        if high - low < 0.8 * height:
            kept.append(raw[cut : match.start()])
            cut = match.end()
    return "".join(kept) + raw[cut:]


def _box(textpage: pdfium.PdfTextPage, text_index: int) -> tuple[float, float, float, float]:
    index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage.raw, text_index)
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage.raw, max(index, 0), ctypes.byref(rect))
    return rect.left, rect.bottom, rect.right, rect.top


def _is_bold(textpage: pdfium.PdfTextPage, text_index: int) -> bool:
    index = max(pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage.raw, text_index), 0)
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage.raw, index, name, 128, ctypes.byref(flags))
    return b"bold" in name.value.lower() or pdfium_c.FPDFText_GetFontWeight(textpage.raw, index) >= 600


def _reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom, but cells that stand beside one another in the order they were drawn.

    A heading drawn last is put where it is printed.
    """
    ordered: list[Line] = []
    for line in lines:
        place = len(ordered)
        while place and ordered[place - 1].top <= line.bottom + 0.35 * line.height:
            place -= 1
        jumped = ordered[place:]
        if any(other.left < line.right and line.left < other.right for other in jumped):
            ordered.insert(place, line)
        else:
            ordered.append(line)
    return ordered


def _body_height(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.height] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_running_lines(lines: Sequence[Line], pages: int) -> list[Line]:
    """Drop what is printed in the margins of many pages, and page numbers standing alone there."""
    seen: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        if _in_margin(line):
            seen[_without_digits(line)].add(line.page)
    often = max(2, pages // 4)
    return [
        line
        for line in lines
        if not (
            _in_margin(line)
            and (line.words.isdigit() or len(seen[_without_digits(line)]) >= often or _names_its_page(line))
        )
    ]


def _in_margin(line: Line) -> bool:
    return line.top < 0.09 * line.page_height or line.bottom > 0.92 * line.page_height


def _without_digits(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words.lower())


def _names_its_page(line: Line) -> bool:
    # a running title on the only page that could repeat it: "Monitoring visit to … 2"
    return bool(re.search(rf"\s{line.page}$", line.words)) and bool(_RUNNING_TITLE.search(line.words))
