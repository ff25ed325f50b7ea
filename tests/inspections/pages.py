"""Small PDFs for the tests, printed line by line where we say, in the order we say."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))

Printed = tuple[float, float, str, bool, float]  # left, up from the bottom, text, bold, size

GRADES = (
    ("The impact of leaders on social work", "practice with children and families", "Inadequate"),
    ("The experiences and progress of children", "who need help and protection", "Good"),
    ("The experiences and progress of", "children in care", "Outstanding"),
    ("The experiences and progress of care", "leavers", "Requires improvement to be good"),
)


def write(path: Path, pages: Sequence[Sequence[Printed]], encrypt: str | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt)
    for page in pages:
        for left, up, text, bold, size in page:
            canvas.setFont("VeraBd" if bold else "Vera", size)
            canvas.drawString(left, up, text)
        canvas.showPage()
    canvas.save()
    return path


def front(
    title: tuple[str, ...] = ("Inspection of Kent County Council", "children’s services"),
    dates: tuple[str, ...] = ("Inspection dates: 9 to 20 May 2022",),
    lead: tuple[str, ...] = ("Lead inspector: Ada Example, His Majesty’s Inspector",),
    overall: str | None = "Good",
    cells_apart: bool = False,
) -> list[Printed]:
    """A first page with the table of judgements. `cells_apart`: every label is drawn before any grade."""
    page: list[Printed] = []
    up = 780.0
    for text in title:
        page.append((70, up, text, False, 22))
        up -= 28
    for text in (*dates, *lead):
        page.append((70, up, text, True, 11))
        up -= 18
    page += [(76, up, "Judgement", True, 10), (303, up, "Grade", True, 10)]
    up -= 20
    late: list[Printed] = []
    rows = [*GRADES, *([("Overall effectiveness", "", overall)] if overall else [])]
    for first, second, grade in rows:
        page.append((76, up, first, False, 10))
        if second:
            page.append((76, up - 12, second, False, 10))
        # the grade stands half way down its cell, as some reports print it
        (late if cells_apart else page).append((303, up - (6 if second else 0), grade, False, 10))
        up -= 32
    page += late
    for text in (
        "Children are mostly served well here, and good practice is plain to see. This is an",
        "invented sentence that says services are outstanding, good and inadequate in turn.",
    ):
        page.append((70, up, text, False, 11))
        up -= 15
    return page


def body(
    lines: Sequence[tuple[float, str, bool]], page_number: int, footer: str = "Inspection of Kent"
) -> list[Printed]:
    """A page of (left, text, bold) lines from the top, the running footer drawn first."""
    page: list[Printed] = [(70, 30, footer, True, 7), (520, 30, str(page_number), False, 12)]
    up = 780.0
    for left, text, bold in lines:
        page.append((left, up, text, bold, 13 if bold else 11))
        up -= 15
    return page
