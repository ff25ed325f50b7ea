"""What the pages make of the road and of a document's words, tried without a browser."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.inspections import Area, Evidence, Finding, Judgement, Report
from undrift.inspections.corpus import passages
from undrift.inspections.history import DAYS_A_MONTH
from undrift.inspections.themes import Correction, theme_of
from undrift.inspections.words import plain
from undrift.reports.roadline import HAPPENED, PASSED, Point, Span, road_spec
from undrift.web.presenters import documents, pictures
from undrift.web.presenters.road import RoadShown, of_authority

PUBLISHED = date(2021, 12, 10)
REPORT = Report(
    "irwell.pdf", 9, local_authority_as_printed="Irwell", kind="ilacs_standard",
    date_ranges=((date(2021, 10, 18), date(2021, 10, 29)),), publication_date=PUBLISHED,
    judgements=(Judgement("overall_effectiveness", "inadequate", Evidence(1, "inadequate")),),
    areas=(Area("Caseloads that are too high.", "what_needs_to_improve", 2, ("for all teams",)),),
    numbered=tuple(Finding(n, "help_and_protection", 3, f"Sentence {n}.") for n in (1, 2, 1, 1, 7)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "road", lambda *_: pictures.Picture("", "", ""))


def _road(as_at: date) -> RoadShown:
    return of_authority("Irwell", [("key", REPORT)], as_at)


def test_nothing_is_overdue_until_the_day_after_the_deadline() -> None:
    deadline = next(step for step in _road(PUBLISHED).steps if "Secretary of State" in step.title)
    assert deadline.due == "By 23 March 2022"
    assert "70 working days" in deadline.source
    on_the_day, after = _road(date(2022, 3, 23)), _road(date(2022, 3, 24))
    assert [tag.text for tag, _ in on_the_day.headline if tag.text == "Overdue"] == []
    assert after.headline[0][0].text == "Overdue"
    assert "by 23 March 2022" in after.headline[0][1]
    assert after.steps[0].tag.text == "Overdue"


@given(st.integers(min_value=0, max_value=4000))
def test_the_window_is_an_interval_from_others_whatever_the_day(days: int) -> None:
    as_at = PUBLISHED + timedelta(days=days)
    window = _road(as_at).window
    assert window is not None
    assert window.earliest <= window.latest
    if window.beyond:  # the history cannot say: what it said at publication, and as many authorities as then
        assert days > 24 * DAYS_A_MONTH
        assert len(window.authorities) > 50
    else:
        assert window.latest > as_at
        assert window.authorities


def test_a_document_dated_after_the_records_is_left_out_and_counted() -> None:
    shown = _road(date(2021, 1, 1))
    assert (shown.left_out, shown.events, shown.window) == (1, (), None)


def test_no_page_says_where_a_file_stood() -> None:
    kept = replace(REPORT, file="/home/somebody/reports/irwell.pdf")
    shown = of_authority("Irwell", [("key", kept)], date(2022, 1, 1))
    assert {event.source for event in shown.events} == {"Read from irwell.pdf."}
    assert documents.of_document("key", kept, {}).file == "irwell.pdf"


def test_another_authoritys_report_is_not_on_the_road() -> None:
    assert of_authority("Bury", [("key", REPORT)], date(2019, 1, 1)).left_out == 0


def test_every_passage_has_a_place_of_its_own_though_numbers_repeat() -> None:
    shown = documents.shown_passages(REPORT, {})
    names = [passage.anchor for passage in shown]
    assert names == ["area-1", "paragraph-1", "paragraph-2", "paragraph-1-2", "paragraph-1-3", "paragraph-7"]
    assert len(passages(REPORT)) == len(shown)
    assert shown[0].points == ("for all teams",)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_marking_changes_no_word(text: str, said: list[str]) -> None:
    why = ", ".join(f"“{words}”" for words in said)
    assert "".join(piece.text for piece in documents.marked(text, why)) == text


def test_the_words_that_decided_are_marked_to_their_end() -> None:
    text = "Delays in initial Health assessments have not been overcome."
    marked = [piece.text for piece in documents.marked(text, theme_of(text).why) if piece.hit]
    assert "Health assessments" in marked


def test_a_persons_word_is_told_from_the_rules() -> None:
    text = REPORT.areas[0].text + " for all teams"
    rules = theme_of(text).theme
    for theme, verb in ((rules, "Confirmed"), ("care_leavers", "Corrected")):
        corrections = {plain(text): Correction(theme, "amira", date(2026, 9, 1))}
        shown = documents.shown_passages(REPORT, corrections)[0]
        assert shown.theme == theme
        assert shown.said_by == f"{verb} by amira on 1 September 2026"
        assert shown.why == theme_of(text).why


def test_days_are_written_as_briefly_as_can_be() -> None:
    first = date(2023, 12, 29)
    assert documents.days(first, None) == documents.days(first, first) == "29 December 2023"
    assert documents.days(first, date(2023, 12, 31)) == "29 to 31 December 2023"
    assert documents.days(date(2023, 3, 29), date(2023, 4, 2)) == "29 March to 2 April 2023"
    assert documents.days(first, date(2024, 1, 5)) == "29 December 2023 to 5 January 2024"


def test_the_picture_holds_every_day_it_is_given() -> None:
    points = [
        Point(date(2021, 10, 18), "Inspection", HAPPENED, "1"),
        Point(date(2023, 6, 14), "Visit", PASSED),
    ]
    span = Span(date(2024, 5, 13), date(2027, 6, 25), None, None, None)
    spec = road_spec(points, span, date(2026, 9, 30))
    first, last = spec["layer"][-1]["encoding"]["x"]["scale"]["domain"]
    assert first < "2021-10-18"
    assert last > "2027-06-25"
    assert spec["layer"][-1]["encoding"]["y"]["scale"]["domain"] == ["Inspection", "Visit", "Re-inspection"]
