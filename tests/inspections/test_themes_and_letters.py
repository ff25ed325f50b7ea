"""Themes by rules, and letters sentence by sentence: each says why."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from tests.inspections import pages
from tests.shared import shared_path
from undrift.errors import UserError
from undrift.inspections import VisitLetter, read_letter
from undrift.inspections.directions import direction_of
from undrift.inspections.themes import run_themes, theme_of, themes
from undrift.synthetic import report as invented


def _macro_f1(pairs: list[tuple[str, str | None]]) -> float:
    right: Counter[str] = Counter(true for true, given in pairs if true == given)
    true_count = Counter(true for true, _ in pairs)
    given_count = Counter(given for _, given in pairs)
    scores = [2 * right[t] / (true_count[t] + given_count[t]) for t in true_count]
    return sum(scores) / len(scores)


def test_the_rules_agree_with_the_labels_read_by_hand() -> None:
    with shared_path("ofsted", "bullet_themes_dev.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == 100
    assert _macro_f1([(row["theme"], theme_of(row["text"]).theme) for row in rows]) >= 0.88


def test_the_sixteen_themes_are_those_of_the_table() -> None:
    with shared_path("ofsted", "themes.csv").open(encoding="utf-8") as handle:
        wanted = {row["theme"]: row["name"] for row in csv.DictReader(handle)}
    assert {theme.id: theme.name for theme in themes()} == wanted


def test_the_invented_areas_have_the_themes_they_were_written_for() -> None:
    assert [theme_of(area).theme for area in invented.AREAS] == [
        "front_door",
        "child_protection",
        "workforce",
        "assessment",
        "plans_visits",
        "pre_proceedings",
        "supervision_oversight",
        "workforce",
        "leadership_governance",
    ]


def test_an_assignment_says_why_in_the_text_s_own_words() -> None:
    assigned = theme_of("Tracking of families in the public law outline.")
    assert assigned.theme == "pre_proceedings" and "“public law outline”" in assigned.why
    assert theme_of("Something else entirely.").theme is None


def test_a_table_of_texts_comes_back_with_theme_and_why(tmp_path: Path) -> None:
    file = tmp_path / "texts.csv"
    file.write_text('\ufeffid,text\n1,"Caseloads, which are too high."\n2,\n', encoding="utf-8")
    out = io.StringIO()
    assert run_themes(str(file), out) == 0
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["theme"] for row in rows] == ["workforce", ""]
    assert list(rows[0]) == ["text", "theme", "why"]
    file.write_text("words\nx\n", encoding="utf-8")
    with pytest.raises(UserError, match="no column called “text”"):
        run_themes(str(file), out)


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> VisitLetter:
    path = tmp_path_factory.mktemp("letter") / invented.VISIT_LETTER_FILE_NAME
    invented.write_visit_letter(path)
    return read_letter(path)


def test_the_invented_letter_gives_its_facts(letter: VisitLetter) -> None:
    assert letter.kind == "monitoring_visit"
    assert letter.visit_number == invented.VISIT_NUMBER
    assert letter.date_ranges == (invented.VISITED_ON,)
    assert letter.publication_date == invented.VISIT_PUBLISHED_ON
    assert letter.local_authority_as_printed == invented.AUTHORITY
    assert letter.focus == invented.VISIT_FOCUS
    assert letter.urn is None and "Irwell" in letter.not_found["urn"]


def test_every_sentence_of_the_findings_is_kept_once_and_no_other(letter: VisitLetter) -> None:
    written = " ".join(text for section in invented.VISIT_SECTIONS for text in section.paragraphs)
    assert " ".join(finding.text for finding in letter.findings) == written
    assert {finding.heading for finding in letter.findings} == {s.heading for s in invented.VISIT_SECTIONS}
    assert {finding.page for finding in letter.findings} == {1, 2}
    assert sum(letter.count().values()) == len(letter.findings)


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Leaders are making steady progress.", "progress"),
        ("Practice remains inconsistent.", "weakness"),
        ("Some children still wait too long to achieve permanence.", "weakness"),
        ("Children live with numerous caregivers and many changes of social worker.", "weakness"),
        ("Social workers know their children well.", "strength"),
        ("Although caseloads are too high, visits are regular.", "strength"),
        ("Plans are clearer, but timescales are still missed.", "weakness"),
        ("Inspectors met with six carers.", "unknown"),
        ("Decisions are made without delay.", "strength"),
        ("Children are seen with no undue delay.", "strength"),
        ("Plans have not yet been effective.", "weakness"),
        ("Delays in assessments have reduced.", "progress"),
        ("Managers prevent drift and delay.", "progress"),
        ("Supervision needs to improve.", "weakness"),
        ("There is more to do on recording.", "weakness"),
        ("The improvement plan is discussed monthly.", "unknown"),
        ("Since it was judged inadequate, the council has recruited.", "unknown"),
        ("Since it was judged inadequate, leaders have made progress.", "progress"),
        ("Children in foster care as well as in homes were met.", "unknown"),
        ("Visits are regular; however, recording is poor.", "weakness"),
        ("Education, health and care plans lack long-term detail.", "weakness"),
        ("Some children have lived with numerous caregivers.", "weakness"),
    ],
)
def test_a_sentence_points_the_way_its_main_clause_does(sentence: str, direction: str) -> None:
    assert direction_of(sentence)[0] == direction


def test_a_focused_visit_s_focus_may_stand_in_a_sentence(tmp_path: Path) -> None:
    lines = [
        (70, "12 October 2022", False),
        (70, "Dear Mx Example", False),
        (70, "Focused visit to Kent local authority children’s services", True),
        (70, "This letter summarises the findings of the focused visit to Kent children’s services", False),
        (70, "on 14 and 15 September 2022. His Majesty’s Inspectors were Ada Example and Ben Sample.", False),
        (70, "Inspectors looked at the local authority’s arrangements for the front door.", False),
        (70, "Headline findings", True),
        (70, "Decisions are timely. Thresholds are not always applied well.", False),
    ]
    letter = read_letter(pages.write(tmp_path / "letter.pdf", [pages.body(lines, 1)]))
    assert (letter.kind, letter.urn, letter.visit_number) == ("focused_visit", "80476", None)
    assert letter.focus == ("arrangements for the front door",)
    assert [finding.direction for finding in letter.findings] == ["strength", "weakness"]
    assert letter.findings[1].theme == "front_door"
