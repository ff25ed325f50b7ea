"""The invented report is read by the same reader, and says what it was written to say."""

from datetime import date
from pathlib import Path

import pytest

from undrift.inspections import Report, read
from undrift.synthetic import report as invented


@pytest.fixture(scope="module")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("irwell") / invented.REPORT_FILE_NAME
    invented.write_report(path)
    return read(path)


def test_every_field_comes_back(read_back: Report) -> None:
    assert read_back.local_authority_as_printed == invented.AUTHORITY
    assert (read_back.start_date, read_back.end_date) == (
        invented.INSPECTION_STARTED_ON,
        invented.INSPECTED_ON,
    )
    assert read_back.publication_date == invented.PUBLISHED_ON == date(2021, 12, 10)
    assert read_back.publication_date_source == "filename"
    assert read_back.lead_inspector == invented.LEAD_INSPECTOR
    assert read_back.kind == "ilacs_standard"
    assert {j.name: j.grade for j in read_back.judgements} == {
        "impact_of_leaders": "inadequate",
        "help_and_protection": "inadequate",
        "in_care_and_care_leavers": "requires improvement",
        "overall_effectiveness": "inadequate",
    }


def test_the_nine_areas_and_every_finding_come_back_word_for_word(read_back: Report) -> None:
    assert tuple(area.text for area in read_back.areas) == invented.AREAS
    assert len(invented.AREAS) == 9
    written = [text for section in invented.SECTIONS for text in section.paragraphs]
    assert [finding.text for finding in read_back.findings] == written
    assert [finding.number for finding in read_back.findings] == list(range(1, len(written) + 1))
    sizes = [len(section.paragraphs) for section in invented.SECTIONS]
    assert [row["n"] for row in read_back.as_json()["paragraph_sections"]] == sizes


def test_the_invented_authority_has_no_urn_and_the_reader_says_why(read_back: Report) -> None:
    assert read_back.urn is None and read_back.local_authority is None
    assert "Irwell" in read_back.not_found["urn"]


def test_the_first_page_says_that_all_of_it_was_invented(tmp_path: Path) -> None:
    from undrift.inspections.extract import open_document

    for write in (invented.write_report, invented.write_visit_letter):
        path = tmp_path / "x.pdf"
        write(path)
        words = " ".join(line.words for line in open_document(path).page(1))
        assert invented.NOTICE in words
        assert "every child in it" in words


def test_the_same_words_give_the_same_file(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    invented.write_report(first)
    invented.write_report(second)
    assert first.read_bytes() == second.read_bytes()
