"""Every real report against what was read in it by hand: exact, key by key."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest

from tests.shared import shared_path
from undrift.errors import UserError
from undrift.inspections import Report, read_many
from undrift.inspections.extract import Document, Line, open_document
from undrift.inspections.reader import read_document

BURY = "80443_bury/children's services inspection - 17 december 2021.pdf"


def plain(value: Any) -> Any:
    """Curly and straight quotes count as one, and so does any run of white space: the truth file's own rule."""
    if isinstance(value, str):
        return " ".join(value.translate(str.maketrans("’‘“”", "''\"\"")).split())
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


@pytest.fixture(scope="module")
def results() -> dict[str, tuple[dict[str, Any], Report | UserError]]:
    folder = shared_path("ofsted", "pdf")
    truth = [json.loads(line) for line in shared_path("ofsted", "truth.jsonl").read_text().splitlines()]
    read = read_many([folder / row["file"] for row in truth])
    return {row["file"]: (row, result) for row, result in zip(truth, read, strict=True)}


def test_every_field_of_every_report_is_as_read_by_hand(
    results: dict[str, tuple[dict[str, Any], Report | UserError]],
) -> None:
    wrong = []
    for file, (truth, result) in results.items():
        if truth["kind"] == "not_pdf":
            continue
        assert isinstance(result, Report), (file, result)
        got = result.as_json()
        for key, wanted in truth.items():
            if key in ("file", "notes", "kind_accept"):
                continue
            accepted = truth.get("kind_accept", [wanted]) if key == "kind" else [wanted]
            if plain(got.get(key)) not in [plain(each) for each in accepted]:
                wrong.append((file, key, got.get(key), wanted))
        extra = set(got) - set(truth) - {"findings", "not_found", "evidence"}
        if extra:
            wrong.append((file, "keys not in the truth", sorted(extra), None))
    assert wrong == []
    assert len(results) == 24


def test_a_web_page_saved_as_a_pdf_is_refused_and_stops_nothing(
    results: dict[str, tuple[dict[str, Any], Report | UserError]],
) -> None:
    refused = {file: result for file, (_, result) in results.items() if isinstance(result, UserError)}
    assert [Path(file).parent.name for file in refused] == ["80490_bromley"]
    assert "web page" in str(*refused.values())


def test_bury_s_52_findings_word_for_word(
    results: dict[str, tuple[dict[str, Any], Report | UserError]],
) -> None:
    lines = shared_path("ofsted", "bury_2021-12-17_paragraphs.jsonl").read_text().splitlines()
    wanted = [json.loads(line) for line in lines]
    report = results[BURY][1]
    assert isinstance(report, Report)
    got = [
        {"n": f.number, "section": f.section, "page": f.page, "text": plain(f.text)} for f in report.findings
    ]
    assert got == [row | {"text": plain(row["text"])} for row in wanted]


def test_what_was_read_stands_in_the_report_where_the_evidence_says(
    results: dict[str, tuple[dict[str, Any], Report | UserError]],
) -> None:
    for file, (_, report) in results.items():
        if isinstance(report, UserError):
            continue
        for name in (
            "start_date",
            "lead_inspector",
            "local_authority_as_printed",
            "kind",
            "publication_date",
        ):
            assert name in report.evidence, (file, name)
        assert report.lead_inspector and report.lead_inspector in report.evidence["lead_inspector"].text
        for judgement in report.judgements:
            assert judgement.grade.split()[0][:7] in judgement.evidence.text.lower(), (file, judgement)
        assert all(1 <= area.page <= report.pages for area in report.areas)


def test_no_running_footer_or_bullet_glyph_is_left_in_a_text(
    results: dict[str, tuple[dict[str, Any], Report | UserError]],
) -> None:
    for file, (_, report) in results.items():
        if isinstance(report, UserError):
            continue
        for text in [f.text for f in report.numbered] + [a.text for a in report.areas]:
            assert not any(char in "\ufffe◼■" or "\ue000" <= char <= "\uf8ff" for char in text), (file, text)
            assert "Inspection of " not in text, (file, text)


Mishap = Literal["bold lost", "spaces lost", "full stops lost", "odd pages shifted"]


def _mishap(document: Document, mishap: Mishap) -> Document:
    """The same report as another printer might have made it."""

    def changed(index: int, line: Line) -> Line:
        match mishap:
            case "bold lost":
                return replace(line, bold=False)
            case "spaces lost":
                return replace(line, text=re.sub(r"^(\d+)\. ", r"\1.", line.text))
            case "full stops lost":
                return replace(line, text=re.sub(r"^(\d+)\. ", r"\1 ", line.text)) if index % 7 == 0 else line
            case "odd pages shifted":
                return replace(line, left=line.left + 20 * (line.page % 2))

    return replace(document, lines=tuple(changed(i, line) for i, line in enumerate(document.lines)))


@pytest.mark.parametrize("mishap", ["bold lost", "spaces lost", "full stops lost", "odd pages shifted"])
def test_no_single_clue_of_print_is_leant_on_alone(mishap: Mishap) -> None:
    folder = shared_path("ofsted", "pdf")
    wrong = []
    for row in shared_path("ofsted", "truth.jsonl").read_text().splitlines():
        truth = json.loads(row)
        if truth["kind"] == "not_pdf":
            continue
        got = read_document(_mishap(open_document(folder / truth["file"]), mishap)).as_json()
        for key, wanted in truth.items():
            if key not in ("file", "notes", "kind_accept") and plain(got.get(key)) != plain(wanted):
                wrong.append((Path(truth["file"]).parent.name, key))
    # with its bold gone, nothing in one report's print tells two adjoining lists of recommendations apart
    assert wrong == ([("80555_somerset", "area_groups")] if mishap == "bold lost" else [])
