"""Letters from visits in the forms they are known to take: rendered here, in invented words."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.inspections import pages
from undrift.inspections import Report, VisitLetter, read_any, read_letter
from undrift.inspections.command import run_read
from undrift.inspections.dates import leading_dates

Lines = list[tuple[float, str, bool]]

HEAD: Lines = [(380, line, False) for line in (
    "The Inspectorate", "1 Example Street", "Exampletown", "EX1 1EX", "T 0300 000 0000", "www.example.org", "enquiries@example.org",
)]  # fmt: skip
ADDRESS: Lines = [(70, line, False) for line in (
    "24 November 2022", "Ada Example", "Executive Director of Children’s Services", "Bury Council", "3 Invented Place",
    "Bury", "EX9 0EX",
)]  # fmt: skip
BODY: Lines = [
    (70, "Areas covered by the visit", True),
    (70, "Inspectors reviewed the progress made in the following areas of concern identified at the", False),
    (70, "last inspection:", False),
    (70, "• children in need and children with a child protection plan", False),
    (70, "• the quality of management oversight, including for children on the edge of", False),
    (85, "care.", False),
    (70, "This visit was carried out in line with the framework.", False),
    (70, "Headline findings", True),
    (70, "Leaders are making steady progress from a low base. Practice remains inconsistent and", False),
    (70, "some children still wait too long to achieve security through permanence.", False),
    (70, "Findings and evaluation of progress", True),
    (70, "Some children have lived with numerous caregivers. Education, health and care plans lack", False),
    (
        70,
        "long-term detail. Social workers know their children well. Mr. Sample’s team is e.g. visited often",
        False,
    ),
]
END: Lines = [
    (70, "I am copying this letter to the Department for Education. It is not a finding.", False),
    (70, "Yours sincerely", False),
    (70, "Ben Sample", False),
    (70, "His Majesty’s Inspector", False),
]


def write_letter(
    path: Path,
    title: Sequence[str] = ("Monitoring visit to Bury children’s services",),
    opening: Sequence[str] = (
        "This letter summarises the findings of the monitoring visit to Bury children’s services on 18",
        "and 19 October 2022. This was the second monitoring visit since the local authority was judged",
        "inadequate in October 2021. His Majesty’s Inspectors for this visit were Ben Sample and Cy Test.",
    ),
    body: Lines = BODY,
    head: Lines = HEAD,
    bold: bool = True,
) -> Path:
    first = [*head, *ADDRESS, (70, "Dear Ada", False), *((70, line, True) for line in title)]
    first += [(70, line, False) for line in opening] + body
    printed = [
        pages.body([(x, t, b and bold) for x, t, b in first], 1, "The Inspectorate is proud of its footer")
    ]
    printed.append(pages.body(END, 2, "Monitoring visit to Bury 2"))
    return pages.write(path, printed)


@pytest.fixture
def letter(tmp_path: Path) -> VisitLetter:
    return read_letter(write_letter(tmp_path / "letter.pdf"))


def test_the_facts_of_a_letter(letter: VisitLetter) -> None:
    assert (letter.kind, letter.local_authority, letter.urn, letter.visit_number) == (
        "monitoring_visit", "Bury", "80443", 2,
    )  # fmt: skip
    assert letter.date_ranges == ((date(2022, 10, 18), date(2022, 10, 19)),)
    assert letter.publication_date == date(2022, 11, 24)
    assert letter.addressed_to == "Ada Example, Executive Director of Children’s Services"
    assert letter.focus == (
        "children in need and children with a child protection plan",
        "the quality of management oversight, including for children on the edge of care",
    )


def test_the_findings_end_with_the_letter_and_each_points_a_way(letter: VisitLetter) -> None:
    assert [(f.heading, f.text, f.direction) for f in letter.findings] == [
        ("Headline findings", "Leaders are making steady progress from a low base.", "progress"),
        ("Headline findings", "Practice remains inconsistent and some children still wait too long to achieve security"
         " through permanence.", "weakness"),
        ("Findings and evaluation of progress", "Some children have lived with numerous caregivers.", "weakness"),
        ("Findings and evaluation of progress", "Education, health and care plans lack long-term detail.", "weakness"),
        ("Findings and evaluation of progress", "Social workers know their children well.", "strength"),
        ("Findings and evaluation of progress", "Mr. Sample’s team is e.g. visited often", "unknown"),
    ]  # fmt: skip
    assert letter.findings[1].theme == "permanence"
    assert letter.count() == {"strength": 1, "progress": 1, "weakness": 3, "unknown": 1}


def test_a_letter_whose_print_sets_nothing_apart_reads_the_same(letter: VisitLetter, tmp_path: Path) -> None:
    plain = read_letter(write_letter(tmp_path / "plain.pdf", bold=False))
    assert [f.text for f in plain.findings] == [f.text for f in letter.findings]
    assert (plain.focus, plain.visit_number, plain.urn) == (letter.focus, letter.visit_number, letter.urn)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("This was the third monitoring visit since the local authority was judged inadequate.", 3),
        ("The visit was the first monitoring visit since the inspection.", 1),
        ("This was the local authority’s sixth monitoring visit since then.", 6),
        ("This was the 10th monitoring visit since the second monitoring visit found little change.", 10),
        ("Much has changed since the second monitoring visit.", None),
        ("It was the fifth quarterly monitoring visit.", 5),
    ],
)
def test_the_number_of_the_visit_in_words_or_figures(
    tmp_path: Path, sentence: str, number: int | None
) -> None:
    letter = read_letter(write_letter(tmp_path / "letter.pdf", opening=[
        "This letter summarises the findings of the monitoring visit to Bury children’s services", sentence,
    ]))  # fmt: skip
    assert letter.visit_number == number
    assert ("visit_number" in letter.not_found) == (number is None)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on 18 and 19 October 2022", "2022-10-18", "2022-10-19"),
        ("on 30 November and 1 December 2022.", "2022-11-30", "2022-12-01"),
        ("on 31 October to 1 November 2023", "2023-10-31", "2023-11-01"),
        ("on Tuesday 7 and Wednesday 8 March 2023", "2023-03-07", "2023-03-08"),
        ("between 14 and 16 June 2023", "2023-06-14", "2023-06-16"),
        ("on 07/03/2023 and 08/03/2023", "2023-03-07", "2023-03-08"),
        ("on 4–5 June 2019", "2019-06-04", "2019-06-05"),
        ("on 14, 15 and 16 June 2022, the first since June 2021", "2022-06-14", "2022-06-16"),
        ("on 31 June 2022", None, None),
    ],
)
def test_two_days_in_any_print(tmp_path: Path, words: str, first: str | None, last: str | None) -> None:
    opening = ["This letter summarises the findings of the visit to Bury children’s services", words]
    found = read_letter(write_letter(tmp_path / "letter.pdf", opening=opening)).as_json()
    assert (found["start_date"], found["end_date"]) == (first, last)
    assert ("start_date" in found["not_found"]) == (first is None)


def test_leading_dates_stop_at_the_last_year() -> None:
    assert leading_dates("14 and 15 March 2023 and 3 others") == "14 and 15 March 2023"
    assert leading_dates("the day") == ""


@pytest.mark.parametrize(
    ("title", "printed", "urn"),
    [
        (["Monitoring visit to Bury local authority children’s services"], "Bury", "80443"),
        (["Monitoring visit of the City of Bradford Metropolitan District", "Council children’s services"],
         "the City of Bradford Metropolitan District Council", "80449"),
        (["Focused visit to St Helens children’s services"], "St Helens", "80560"),
        (["Monitoring visit to Nowhereshire children’s services"], "Nowhereshire", None),
    ],
)  # fmt: skip
def test_the_authority_visited(tmp_path: Path, title: list[str], printed: str, urn: str | None) -> None:
    letter = read_letter(write_letter(tmp_path / "letter.pdf", title=title))
    assert (letter.local_authority_as_printed, letter.urn) == (printed, urn)


def test_a_focused_visit_may_list_what_needs_to_improve(tmp_path: Path) -> None:
    body: Lines = [
        (70, "Headline findings", True),
        (70, "Most children are helped early. ", False),
        (70, "What needs to improve in this area of social work practice?", True),
        (70, "• The timeliness of strategy discussions, including out", False),
        (85, "of hours.", False),
        (70, "• The recording of decisions.", False),
        (70, "Main findings", True),
        (70, "Thresholds are not always applied well.", False),
    ]
    opening = [
        "This letter summarises the findings of the focused visit to Bury children’s services on 1 and 2",
        "March 2022. Inspectors looked at the local authority’s arrangements for the front door.",
    ]
    path = write_letter(tmp_path / "f.pdf", ["Focused visit to Bury children’s services"], opening, body)
    letter = read_letter(path)
    assert [area.text for area in letter.areas] == [
        "The timeliness of strategy discussions, including out of hours.", "The recording of decisions.",
    ]  # fmt: skip
    assert letter.focus == ("arrangements for the front door",)
    assert [f.heading for f in letter.findings] == ["Headline findings", "Main findings"]


def test_the_command_reads_a_letter_as_a_letter_and_a_report_as_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = write_letter(tmp_path / "letter.pdf")
    # a report that speaks of monitoring visits is still a report
    mention = [(70, "This follows the monitoring visit to Kent children’s services in May.", False)] * 4
    report = pages.write(tmp_path / "report.pdf", [pages.front(), pages.body(mention, 2)])
    assert isinstance(read_any(letter), VisitLetter) and isinstance(read_any(report), Report)
    assert run_read([str(letter), str(report)], as_json=True) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["kind"] == "monitoring_visit" and second["kind"] == "ilacs_standard"
    assert set(second) <= set(first) | {"area_sub_bullets", "date_ranges"}
    assert {"number", "section", "page", "text", "theme", "direction", "why"} == set(first["findings"][0])
    assert first["directions"]["unknown"] == 1
    assert run_read([str(letter)], as_json=False) == 0
    out = capsys.readouterr().out
    assert "visit number     2" in out and "weakness · permanence" in out and "1 unknown" in out


def test_what_a_letter_does_not_say_has_its_reason(tmp_path: Path) -> None:
    path = pages.write(tmp_path / "x.pdf", [pages.body([
        (70, "Dear Ada", False), (70, "Monitoring visit to Bury children’s services", False),
        *[(70, "Nothing that a letter is known to say stands in this sentence of the letter.", False)] * 4,
    ], 1)])  # fmt: skip
    letter = read_letter(path)
    for name in ("visit_number", "date_ranges", "publication_date", "focus", "findings", "addressed_to"):
        assert letter.not_found[name], name
