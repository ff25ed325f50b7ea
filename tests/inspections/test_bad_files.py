"""Files that cannot be read: one clear line each, and the others still read."""

import json
import os
import resource
import zlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.inspections import pages
from tests.shared import shared_path
from undrift.errors import UserError
from undrift.inspections import Report, VisitLetter, read, read_letter, read_many, reader
from undrift.inspections.command import run_read
from undrift.synthetic.report import REPORT_FILE_NAME, write_report, write_visit_letter


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / REPORT_FILE_NAME
    write_report(path)
    return path


def _bomb(path: Path) -> None:
    stream = zlib.compress(b" " * 400_000_000, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    body = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n" % (len(stream), stream)
    path.write_bytes(head + page + body + b"trailer<</Root 1 0 R>>\n%%EOF\n")


def _write_bad(kind: str, path: Path, good: Path) -> None:
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "web page":
            path.write_text("<!DOCTYPE html><html><body>Not found %PDF</body></html>")
        case "another kind":
            path.write_bytes(b"PK\x03\x04 a spreadsheet, say")
        case "cut short":
            data = good.read_bytes()
            path.write_bytes(data[: len(data) // 2])
        case "damaged":
            path.write_bytes(b"%PDF-1.4\n" + b"\x00\xff junk " * 500 + b"%%EOF")
        case "encrypted":
            pages.write(path, [pages.front()], encrypt="secret")
        case "pictures":
            canvas = Canvas(str(path), pagesize=A4)
            for _ in range(3):
                canvas.rect(50, 50, 400, 600, fill=1)
                canvas.showPage()
            canvas.save()
        case "pages":
            pages.write(path, [[(70, 700, f"Page {n}", False, 11)] for n in range(2000)])
        case "unpacks":
            _bomb(path)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("empty", "empty"),
        ("web page", "a web page"),
        ("another kind", "not a PDF"),
        ("cut short", "cut short"),
        ("damaged", "damaged"),
        ("encrypted", "password"),
        ("pictures", "pictures"),
        ("pages", "2000 pages"),
        ("unpacks", "unpacks to more than"),
    ],
)
def test_each_kind_of_bad_file_gets_one_clear_line(kind: str, words: str, tmp_path: Path, good: Path) -> None:
    path = tmp_path / "report.pdf"
    _write_bad(kind, path, good)
    with pytest.raises(UserError) as refused:
        read(path)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value) and str(path) in str(refused.value)


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "nowhere.pdf", "no such file"), (tmp_path, "folder")):
        with pytest.raises(UserError, match=words):
            read(path)


def test_one_bad_file_stops_nothing_and_the_order_is_kept(tmp_path: Path, good: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    results = list(read_many([good, bad, good, tmp_path / "none.pdf", good]))
    assert [isinstance(result, Report) for result in results] == [True, False, True, False, True]


def test_json_has_one_object_a_line_and_the_exit_code_says_some_failed(
    tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    assert run_read([str(bad), str(good)], as_json=True) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(first) == {"file", "error"} and first["file"] == str(bad)
    assert second["file"] == str(good) and second["local_authority_as_printed"] == "Irwell"
    assert run_read([str(good)], as_json=True) == 0


def test_the_summary_for_people_numbers_the_areas_and_says_what_was_not_found(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_read([str(good)], as_json=False) == 0
    out = capsys.readouterr().out
    assert "  9. The stability of senior leadership" in out
    assert "not found: “Irwell” is not in the table of English authorities" in out
    assert "  20  Children who need help and protection" in out


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_copy_gives_a_report_or_one_line_never_a_traceback(
    data: st.DataObject, tmp_path: Path, good: Path
) -> None:
    whole = bytearray(good.read_bytes())
    for _ in range(data.draw(st.integers(1, 40))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole) - 1)) :]
    path = tmp_path / "damaged.pdf"
    path.write_bytes(bytes(whole))
    (result,) = read_many([path])
    assert isinstance(result, Report | UserError)
    if isinstance(result, UserError):
        assert "\n" not in str(result)
    else:
        assert all(area.text for area in result.areas)
        grades = {"outstanding", "good", "requires improvement", "inadequate", "adequate", "not judged"}
        assert {judgement.grade for judgement in result.judgements} <= grades


def test_a_file_that_brings_its_process_down_stops_no_other(
    tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = tmp_path / "deadly.pdf"
    deadly.write_bytes(good.read_bytes())
    really_read = reader.read_here

    def read_or_die(path: Path, file: str) -> Report | VisitLetter:
        if path == deadly:
            os._exit(9)
        return really_read(path, file)

    def forked(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("fork"))

    monkeypatch.setattr(reader, "read_here", read_or_die)
    monkeypatch.setattr(reader, "_pool", forked)
    results = list(read_many([good, deadly, good]))
    assert [isinstance(result, Report) for result in results] == [True, False, True]
    assert "not read" in str(results[1])


def _pdf(objects: list[bytes]) -> bytes:
    body, places = b"%PDF-1.5\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%bendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table) + end


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream\n" % (entries, len(data), data)


def _one_page(content: bytes, *more: bytes) -> bytes:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>>>"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    catalogue = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    return _pdf([*catalogue, page, content, font, *more])


def _sly_bomb(kind: str) -> bytes:
    """Bombs that no look at the packed streams can see."""
    if kind == "packed twice":
        packed = zlib.compress(zlib.compress(b" " * 1_000_000_000, 1), 9)
        return _one_page(_stream(packed, b"/Filter[/FlateDecode/FlateDecode]"))
    if kind == "endless text":
        drawn = zlib.compress(b"BT /F 1 Tf " + b"(a) Tj " * 20_000_000 + b"ET", 9)
        return _one_page(_stream(drawn, b"/Filter/FlateDecode"))
    forms = []  # each form draws the next one ten times
    for depth in range(9):
        content = b"BT /F 9 Tf (aaaaaaaaaa) Tj ET" if depth == 8 else b"/X Do " * 10
        inner = b"" if depth == 8 else b"/XObject<</X %d 0 R>>" % (7 + depth)
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>%b>>" % inner
        forms.append(_stream(content, entries))
    return _one_page(_stream(b"/X Do " * 10), *forms)


@pytest.mark.parametrize("kind", ["packed twice", "endless text", "forms within forms"])
def test_a_bomb_nobody_can_see_coming_is_stopped_in_its_own_process(
    kind: str, tmp_path: Path, good: Path
) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(_sly_bomb(kind))
    assert path.stat().st_size < 5_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UserError) as refused:
        read(path)
    assert "more memory or time" in str(refused.value) and "\n" not in str(refused.value)
    # this process held none of it
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
    assert [isinstance(result, Report) for result in read_many([path, good])] == [False, True]


def test_reading_as_the_other_kind_is_refused_in_a_line(tmp_path: Path, good: Path) -> None:
    letter = tmp_path / "letter.pdf"
    write_visit_letter(letter)
    with pytest.raises(UserError, match="a letter from a visit, not an inspection report"):
        read(letter)
    with pytest.raises(UserError, match="not a letter from"):
        read_letter(good)
    assert list(read_many([])) == []


@settings(max_examples=30)
@given(data=st.data())
def test_a_damaged_copy_of_a_real_report_gives_a_report_or_one_line(
    data: st.DataObject, tmp_path: Path
) -> None:
    files = sorted(shared_path("ofsted", "pdf").rglob("*.pdf"))
    whole = bytearray(data.draw(st.sampled_from(files)).read_bytes())
    places = st.integers(0, len(whole) - 1)
    for place, value in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=60)):
        whole[place] = value
    if data.draw(st.booleans()):
        whole = whole[: data.draw(places)] + b"%%EOF"  # so that it gets past the first look
    path = tmp_path / "damaged.pdf"
    path.write_bytes(bytes(whole))
    (result,) = read_many([path])
    assert isinstance(result, Report | UserError)
    assert not isinstance(result, UserError) or "\n" not in str(result)
