"""The board paper, read back as a reader's program would: what it says, and what it must never say."""

import random
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from tests.improvement.conftest import AS_AT, AReport
from undrift import measures
from undrift.dates import add_months
from undrift.errors import UserError
from undrift.improvement import progress
from undrift.improvement.models import Area
from undrift.improvement.seed import seed_demo
from undrift.measures import Measure, Point, Result
from undrift.measures.definition import NotHeld
from undrift.records import Load
from undrift.reports import charts
from undrift.reports.board import INTERNAL_WORDS, INVENTED_WORDS, write_board
from undrift.reports.command import run_board
from undrift.reports.disclosure import WITHHELD_WORDS
from undrift.variation import Chart

FIRST = date(2018, 10, 1)


def figures(measure: Measure) -> list[Point]:
    """Eight years of small invented figures: a service few children use, so that much must be withheld."""
    rng = random.Random(measure.id)
    made = []
    for n in range(96):
        children = rng.randint(4, 14)
        part = rng.randint(0, children)
        if isinstance(measure.counts, NotHeld):
            result = Result("not_available", reason="No file loaded holds this.")
        elif measure.unit == "children":
            result = Result("number", float(part), part)
        else:
            scale = 100 if measure.unit == "percent" else 1
            result = Result("number", scale * part / children, part, children)
        made.append(Point(add_months(FIRST, n), result))
    return made


PICTURE = charts.control_chart_png(
    Chart([FIRST], [1.0], [None], [None], [None], [None], [None], FIRST, None, "percent"), width=20, height=20
)


@pytest.fixture(autouse=True)
def drawn_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing takes most of the time, and only one test here is about the pictures."""
    if "picture" not in request.node.name:
        monkeypatch.setattr(charts, "control_chart_png", lambda *args, **kwargs: PICTURE)


@pytest.fixture
def overview(db: None, monkeypatch: pytest.MonkeyPatch) -> progress.Overview:
    catalogue = measures.catalogue()
    monkeypatch.setattr(
        measures, "series", lambda cur, measure_id, team=None, cohort=None: figures(catalogue[measure_id])
    )
    monkeypatch.setattr(
        measures,
        "year",
        lambda cur, measure_id, team=None, cohort=None: figures(catalogue[measure_id])[-1].result,
    )
    cursor: Any = None  # the figures above need none
    return progress.overview(cursor, seed_demo(AReport(), by="Demonstration", as_at=AS_AT), AS_AT)


def a_load(authority: str = "Irwell") -> Load:
    return Load(
        id="20260930-irwell-test", authority=authority, as_at=AS_AT, by="Demonstration",
        at=datetime(2026, 10, 1, tzinfo=UTC), files=(), spec_version="1", tables={}, not_held={}, assumptions=(),
        recognised=(), issues=0, rows_held_back=0, checks={},
    )  # fmt: skip


def written(path: Path, overview: progress.Overview, **given: Any) -> DocumentType:
    load = given.pop("load", a_load())
    write_board(path / "board.docx", overview, load=load, **given)
    return Document(str(path / "board.docx"))


def everything(document: DocumentType) -> list[str]:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(p.text for p in document.paragraphs), *cells]


def figure_rows(document: DocumentType) -> list[list[str]]:
    """The rows of figures under the charts: their first cell is a unit."""
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [row[1:] for row in rows if row[0] in ("Percent", "Children", "Children per social worker")]


def test_the_thread_is_on_paper(overview: progress.Overview, tmp_path: Path) -> None:
    document = written(tmp_path, overview)
    words = everything(document)
    for area in Area.objects.all():
        assert f"“{area.text}”" in words
        assert any(f"published 10 December 2021, page {area.page}" in text for text in words)
    for found in overview.areas:
        for answer in (found.done, found.working, found.seen, found.sustained):
            assert answer.sentence in words
    assert overview.sentence in words
    assert [row.cells[0].text[0] for row in document.tables[0].rows[1:]] == list("123456789")


def test_no_small_count_and_nothing_that_rests_on_one_is_printed(
    overview: progress.Overview, tmp_path: Path
) -> None:
    rows = figure_rows(written(tmp_path, overview))
    assert rows and any("c" in row for row in rows)
    for row in rows:
        for text in row:
            assert text == "c" or text == "no figure" or re.fullmatch(r"\d+%|0|[\d.]+", text), text
            if text.isdigit():
                assert int(text) == 0 or int(text) > 5


def test_exact_figures_only_when_asked_for_and_then_marked(
    overview: progress.Overview, tmp_path: Path
) -> None:
    exact = written(tmp_path, overview, protect=False)
    assert INTERNAL_WORDS in everything(exact)
    assert WITHHELD_WORDS not in " ".join(everything(exact))
    assert any(re.search(r"\(\d+ of \d+\)", text) for row in figure_rows(exact) for text in row)
    protected = everything(written(tmp_path, overview))
    assert INTERNAL_WORDS not in protected and WITHHELD_WORDS in " ".join(protected)


def test_it_says_that_it_is_invented_only_when_it_is(overview: progress.Overview, tmp_path: Path) -> None:
    assert INVENTED_WORDS in everything(written(tmp_path, overview))
    assert INVENTED_WORDS not in everything(written(tmp_path, overview, load=a_load("Elsewhere")))


def test_every_picture_has_words_and_every_table_a_header_that_repeats(
    overview: progress.Overview, tmp_path: Path
) -> None:
    document = written(tmp_path, overview)
    assert len(document.inline_shapes) >= 8
    for shape in document.inline_shapes:
        assert shape._inline.docPr.get("descr", "").startswith("Chart of ")
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_every_page_says_which_load_and_which_page(overview: progress.Overview, tmp_path: Path) -> None:
    section = written(tmp_path, overview).sections[0]
    assert "progress to 30 September 2026" in section.header.paragraphs[0].text
    foot = section.footer.paragraphs[0]
    assert "20260930-irwell-test" in foot.text and "definitions version 1" in foot.text
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_measure_shared_by_two_areas_is_drawn_once(overview: progress.Overview, tmp_path: Path) -> None:
    words = everything(written(tmp_path, overview))
    assert sum("Chart and figures: see area" in text for text in words) == 2  # caseloads, stale assessments


def test_overdue_actions_come_first(overview: progress.Overview, tmp_path: Path) -> None:
    document = written(tmp_path, overview)
    tables = [t for t in document.tables if t.rows[0].cells[-1].text == "State"]
    states = [[row.cells[-1].text for row in t.rows[1:]] for t in tables]
    assert any("Overdue" in column for column in states)
    for column in states:
        assert column == sorted(column, key=lambda state: state != "Overdue") or "Overdue" not in column


def test_nothing_loaded_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDRIFT_HOME", str(tmp_path))
    with pytest.raises(UserError, match="Nothing has been loaded"):
        run_board(tmp_path, tmp_path / "out.docx")
