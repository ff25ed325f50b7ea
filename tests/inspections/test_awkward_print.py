"""Ways of printing that reports are known to use, each in a small page of our own."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inspections import pages
from undrift.inspections import Report, read
from undrift.inspections.authority import authorities, printed_name, resolve
from undrift.inspections.dates import date_in_file_name, parse_ranges
from undrift.inspections.extract import Document, Line

NEXT = [
    (70, "The experiences and progress of children who need help and", True),
    (70, "protection: good", True),
]
FILLER = [(70, "The service is described here in sentences that stand for any other sentence.", False)] * 4


def read_pages(tmp_path: Path, *body: Sequence[tuple[float, str, bool]], **front: Any) -> Report:
    printed = [pages.front(**front)]
    printed += [pages.body(lines, number) for number, lines in enumerate(body, start=2)]
    return read(pages.write(tmp_path / "report.pdf", printed))


@pytest.mark.parametrize("cells_apart", [False, True])
def test_grades_are_read_wherever_they_stand_in_their_cells(tmp_path: Path, cells_apart: bool) -> None:
    report = read_pages(tmp_path, FILLER, cells_apart=cells_apart, overall="Not judged")
    assert {j.name: j.grade for j in report.judgements} == {
        "impact_of_leaders": "inadequate",
        "help_and_protection": "good",
        "in_care": "outstanding",
        "care_leavers": "requires improvement",
        "overall_effectiveness": "not judged",
    }


def test_no_overall_grade_is_made_up_where_none_is_printed(tmp_path: Path) -> None:
    report = read_pages(tmp_path, FILLER, overall=None)
    assert report.grade("overall_effectiveness") is None
    assert len(report.judgements) == 4


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (("Lead inspector: Ada Example HMI",), "Ada Example"),
        (("Lead inspector: Máire O’Example-Smith", "Her Majesty’s Inspector"), "Máire O’Example-Smith"),
        (("Lead inspectors: Ada Example and Ben Sample, HMI",), "Ada Example; Ben Sample"),
        (
            ("Lead inspectors: Ada Example, His Majesty’s Inspector,", "and Ben Sample, HMI"),
            "Ada Example; Ben Sample",
        ),
        (("Lead inspector on site: Ada B Example",), "Ada B Example"),
        (("Lead inspector:", "Ada Example, His Majesty’s Inspector"), "Ada Example"),
        (("Lead inspector spoke to children about this.",), None),
    ],
)
def test_the_lead_inspector_is_a_name_after_a_label(
    tmp_path: Path, lead: tuple[str, ...], name: str | None
) -> None:
    report = read_pages(tmp_path, FILLER, lead=lead)
    assert report.lead_inspector == name
    assert ("lead_inspector" in report.not_found) == (name is None)


@pytest.mark.parametrize(
    ("title", "printed", "urn"),
    [
        (("Inspection of Kent County Council", "children’s services"), "Kent County Council", "80476"),
        (("Inspection of Bury local authority", "children’s services"), "Bury", "80443"),
        (("Inspection of City of Bradford", "Metropolitan Borough Council local", "authority children’s services"),
         "City of Bradford Metropolitan Borough Council", "80449"),
        (("The Royal Borough of Windsor and", "Maidenhead", "Inspection of children’s social care services"),
         "The Royal Borough of Windsor and Maidenhead", "80546"),
    ],
)  # fmt: skip
def test_the_authority_is_read_from_any_layout_of_title(
    tmp_path: Path, title: tuple[str, ...], printed: str, urn: str
) -> None:
    report = read_pages(tmp_path, FILLER, title=title)
    assert (report.local_authority_as_printed, report.urn) == (printed, urn)


def test_a_shire_inspection_is_not_a_reinspection(tmp_path: Path) -> None:
    title = ("Derbyshire", "Inspection of services for children in need of help and protection,")
    assert read_pages(tmp_path, FILLER, title=title, overall=None).kind != "sif_reinspection"


def test_short_and_standard_follow_from_the_first_window(tmp_path: Path) -> None:
    two = ("Inspection dates: 8 July 2019 to 12 July 2019 and 7 August 2019 to", "8 August 2019")
    assert read_pages(tmp_path, FILLER, dates=two).kind == "ilacs_short"
    assert (
        read_pages(tmp_path, FILLER, dates=("Inspection dates: 9 to 20 May 2022",)).kind == "ilacs_standard"
    )
    unknown = read_pages(tmp_path, FILLER, dates=("Inspection dates: to be confirmed",))
    assert unknown.kind is None and "dates" in unknown.not_found["kind"]


def test_numbers_that_lost_a_stop_or_space_are_numbers_and_wrapped_lines_are_not(tmp_path: Path) -> None:
    report = read_pages(
        tmp_path,
        [
            *NEXT,
            (70, "1. Help is offered early to children aged between 16 and", False),
            (100, "17. The team then helped with section", False),
            (100, "47 enquiries in the same way.", False),
            (70, "2.The number has no space after it.", False),
            (70, "3 The number has no full stop, and the paragraph runs on to", False),
        ],
        [
            (100, "the next page, where it ends.", False),
            (70, "5. Number four was never printed.", False),
            (70, "The impact of leaders on social work practice with children and", True),
            (70, "families: good", True),
            (70, "6. Leaders know what is happening.", False),
        ],
    )
    assert [(f.number, f.section, f.page) for f in report.findings] == [
        (1, "help_and_protection", 2),
        (2, "help_and_protection", 2),
        (3, "help_and_protection", 2),
        (5, "help_and_protection", 3),
        (6, "impact_of_leaders", 3),
    ]
    assert report.findings[0].text.endswith(
        "aged between 16 and 17. The team then helped with section 47 enquiries in the same way."
    )
    assert report.findings[2].text.endswith("runs on to the next page, where it ends.")


def test_numbers_that_begin_again_at_one_are_all_kept(tmp_path: Path) -> None:
    report = read_pages(
        tmp_path,
        [
            *NEXT,
            *((70, f"{n}. A finding about help.", False) for n in range(1, 5)),
            (70, "The experiences and progress of children in care: good", True),
            *((70, f"{n}. A finding about care.", False) for n in range(1, 4)),
        ],
    )
    assert [f.number for f in report.findings] == [1, 2, 3, 4, 1, 2, 3]
    assert [f.section for f in report.findings][4:] == ["in_care"] * 3


def test_bullets_wrap_nest_and_stop_at_the_next_heading(tmp_path: Path) -> None:
    report = read_pages(
        tmp_path,
        [
            (70, "What needs to improve?", True),
            (70, "• The quality of plans, so that they are not over-", False),
            (85, "optimistic about children aged 16- or 17-years.", False),
            (70, "•", False),
            (85, "Support for care leavers in:", False),
            (95, "– custody", False),
            (95, "– their first home.", False),
        ],
        [
            (70, "• Visits to children", False),
            (85, "far away.", False),
            *NEXT,
            (70, "1. One. • Not an area.", False),
        ],
    )
    assert [(a.text, a.page, a.sub_bullets) for a in report.areas] == [
        (
            "The quality of plans, so that they are not over-optimistic about children aged 16- or 17-years.",
            2,
            (),
        ),
        ("Support for care leavers in:", 2, ("custody", "their first home.")),
        ("Visits to children far away.", 3, ()),
    ]


def test_a_section_of_prose_only_gives_no_area_and_says_so(tmp_path: Path) -> None:
    prose = [(70, "What needs to improve?", True), (70, "The inspectors found nothing to list here.", False)]
    report = read_pages(tmp_path, [*prose, *NEXT, (70, "1. A finding.", False)])
    assert report.areas == () and "only prose" in report.not_found["areas_for_improvement"]


def test_a_running_footer_drawn_first_never_reaches_the_text(tmp_path: Path) -> None:
    report = read_pages(
        tmp_path,
        [*NEXT, (70, "1. A finding that runs over", False)],
        [(100, "a second page and", False)],
        [(100, "a third.", False)],
    )
    assert report.findings[0].text == "A finding that runs over a second page and a third."


DAYS = st.dates(date(2013, 1, 1), date(2026, 12, 31))
DASHES = st.sampled_from([" to ", " – ", "–", " - ", "—", " until "])


@given(first=DAYS, length=st.integers(0, 30), dash=DASHES, style=st.integers(0, 2))
def test_any_dash_and_any_style_of_date_gives_the_same_window(
    first: date, length: int, dash: str, style: int
) -> None:
    last = date.fromordinal(first.toordinal() + length)
    if style == 0:
        text = f"{first:%d/%m/%Y}{dash}{last:%d/%m/%Y}"
    elif style == 1:
        text = f"{first.day} {first:%B %Y}{dash}{last.day} {last:%B %Y}"
    elif (first.year, first.month) == (last.year, last.month):
        text = f"{first.day}{dash}{last.day} {last:%B %Y}"
    else:
        text = f"{first.day} {first:%B}{dash}{last.day} {last:%B %Y}"
    assert parse_ranges(text) == ((first, last),)


@pytest.mark.parametrize(
    "text", ["", "to be confirmed", "31 June 2020", "20 to 9 May 2022", "9 to 20 May", "May 2022"]
)
def test_dates_that_make_no_sense_are_not_found(text: str) -> None:
    assert parse_ranges(text) == ()


def test_the_file_s_name_gives_its_date() -> None:
    assert date_in_file_name("x/children's services inspection,  pdf - 23 august 2013.pdf") == date(
        2013, 8, 23
    )
    assert date_in_file_name("report_2021-12-17.pdf") == date(2021, 12, 17)
    assert date_in_file_name("50175733.pdf") is None


def test_every_authority_resolves_to_itself_under_every_common_style() -> None:
    for authority in authorities():
        for style in ("{}", "{} Council", "{} local authority", "The {}"):
            assert resolve(style.format(authority.name)) == authority, (authority.name, style)
    assert resolve("Hull City Council") == resolve("Kingston upon Hull")
    assert resolve("Irwell") is None and resolve("Northshire County Council") is None


@pytest.mark.parametrize(
    "style",
    [
        "Inspection of {} children’s services",
        "Inspection of {} local authority children’s services",
        "Inspection of {}’s children’s services",
        "Inspection of {} Council’s children’s services",
        "Inspection of the London Borough of {} local authority children’s services",
        "Monitoring visit to {} children’s services",
        "Re-inspection of {} local authority children’s services",
    ],
)
def test_every_authority_s_name_is_read_whole_from_a_title_wrapped_anywhere(style: str) -> None:
    for authority in authorities():
        words = style.format(authority.name).split()
        for wrap in range(1, len(words)):
            lines = tuple(
                Line(1, " ".join(part), 70, 500, up, up + 22, 22, False, False, 842)
                for part, up in ((words[:wrap], 780), (words[wrap:], 750))
            )
            printed, _ = printed_name(Document("x.pdf", 1, lines, 11))
            assert printed is not None and resolve(printed) == authority, (authority.name, printed, wrap)


IMPROVE = [(70, "• The timeliness of visits.", False), (70, "• Caseloads.", False)]


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve?", "What needs to improve", "What needs to improve?1", "What needs to improve?*",
        "What needs to improve to be good?", "What needs to improve in this area of practice?", "Areas for improvement",
        "What does Kent need to improve?", "What the local authority needs to improve", "Areas for development",
    ],
)  # fmt: skip
def test_the_section_on_what_must_improve_goes_by_many_names(tmp_path: Path, heading: str) -> None:
    report = read_pages(
        tmp_path, [*FILLER, (70, heading, True), *IMPROVE, *NEXT, (70, "1. A finding.", False)]
    )
    assert [area.text for area in report.areas] == ["The timeliness of visits.", "Caseloads."]
    assert [finding.section for finding in report.findings] == ["help_and_protection"]


@pytest.mark.parametrize(
    ("dates", "windows"),
    [
        (("Inspection dates: 27 April to 1 May 2026",), (("2026-04-27", "2026-05-01"),)),
        (("Inspection dates: 27/04/2026–01/05/2026",), (("2026-04-27", "2026-05-01"),)),
        (("Inspection dates (on site): 27 April to 1 May 2026",), (("2026-04-27", "2026-05-01"),)),
        (("Inspection dates:", "Monday 27 April to Friday 1 May 2026"), (("2026-04-27", "2026-05-01"),)),
        (("Inspection dates: 8 June 2026 to 12 June 2026 and", "22 June 2026 to 26 June 2026"),
         (("2026-06-08", "2026-06-12"), ("2026-06-22", "2026-06-26"))),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (("Lead inspectors: Ada Example, His Majesty’s Inspector, and Zoë", "Sample-Jones, His Majesty’s Inspector"),
         "Ada Example; Zoë Sample-Jones"),
        (("Lead inspector: on site: Ada Example, HMI",), "Ada Example"),
        (("Lead HMI: Ada Example",), "Ada Example"),
    ],
)  # fmt: skip
def test_a_short_inspection_of_2026_without_an_overall_grade(
    tmp_path: Path,
    dates: tuple[str, ...],
    windows: tuple[tuple[str, str], ...],
    lead: tuple[str, ...],
    name: str,
) -> None:
    care_leavers = (70, "The experiences and progress of care leavers: requires improvement to be good", True)
    report = read_pages(
        tmp_path,
        [*FILLER, (70, "What needs to improve?", True), *IMPROVE, *NEXT, (70, "1. A finding.", False),
         care_leavers, (70, "2. Another.", False)],
        overall=None, dates=dates, lead=lead,
    )  # fmt: skip
    assert report.kind == "ilacs_short" and report.lead_inspector == name
    assert report.date_ranges == tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in windows)
    assert [j.name for j in report.judgements] == [
        "impact_of_leaders",
        "help_and_protection",
        "in_care",
        "care_leavers",
    ]
    assert [f.section for f in report.findings] == ["help_and_protection", "care_leavers"] and len(
        report.areas
    ) == 2


@pytest.mark.parametrize("numbered", [True, False])
def test_a_single_inspection_with_the_board_s_own_recommendations(tmp_path: Path, numbered: bool) -> None:
    rows = ("1. Children who need help and protection|Inadequate", "2. Children looked after and achieving|Requires",
            "permanence|improvement", "2.1 Adoption performance|Good",
            "2.2 Experiences and progress of care leavers|Requires improvement",
            "3. Leadership, management and governance|Inadequate")  # fmt: skip
    front: list[pages.Printed] = [
        (70, 790 - 24 * i, text, False, 20)
        for i, text in enumerate(("London Borough of Tower Hamlets", "Inspection of services for children in need",
                                  "of help and protection, children looked after", "and care leavers", "and",
                                  "Review of the effectiveness of the Local", "Safeguarding Children Board"))
    ]  # fmt: skip
    front += [(70, 600, "Inspection date: 2 March 2015 – 26 March 2015", True, 11),
              (70, 582, "Report published: 12th May 2015", True, 11),
              (70, 560, "Children’s services in Tower Hamlets are inadequate", True, 12)]  # fmt: skip
    for i, row in enumerate(rows):
        label, grade = row.split("|")
        front += [(70, 530 - 14 * i, label, False, 10), (360, 530 - 14 * i, grade, False, 10)]
    first, second = ("1.", "2.") if numbered else ("•", "•")
    body = [
        *FILLER, *FILLER, (70, "Recommendations", True), (70, f"{first} Ensure that visits happen.", False),
        (70, f"{second} Ensure that caseloads fall.", False), *NEXT, (70, "3. Help is late.", False),
        (70, "Leadership, management and governance", True), (70, "4. Leaders know.", False),
        (70, "The Local Safeguarding Children Board (LSCB)", True), (70, "The effectiveness of the LSCB is good", True),
        (70, "Recommendations", True), (70, "5. The board should meet.", False),
        (70, "Inspection findings – the Local Safeguarding Children Board", True), (70, "6. The board meets.", False),
    ]  # fmt: skip
    path = pages.write(tmp_path / "sif.pdf", [front, pages.body(body, 2, "A footer")])
    report = read(path)
    assert (report.kind, report.urn, report.publication_date) == ("sif", "80516", date(2015, 5, 12))
    assert {j.name: j.grade for j in report.judgements} == {
        "overall_effectiveness": "inadequate", "help_and_protection": "inadequate",
        "looked_after_and_permanence": "requires improvement", "adoption": "good",
        "care_leavers": "requires improvement", "leadership": "inadequate", "lscb": "good",
    }  # fmt: skip
    assert [a.text for a in report.areas] == ["Ensure that visits happen.", "Ensure that caseloads fall."]
    assert [a.text for a in report.lscb_recommendations] == ["The board should meet."]
    assert [f.section for f in report.findings] == ["help_and_protection", "leadership", "lscb"]
