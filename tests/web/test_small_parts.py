"""The parts of the pages that can be tried alone."""

import logging
import re
import stat
import sys
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError

from undrift import clocks, drift, measures
from undrift.errors import UserError
from undrift.journeys import Spell
from undrift.measures import Behind
from undrift.returns.submission import Issue, Severity
from undrift.web import hooks, jinja, server
from undrift.web.forms import AddUpdate, CompleteAction
from undrift.web.jinja import CarefulUndefined, day, listed, sentence
from undrift.web.logs import Nameless, PlacesOnly
from undrift.web.presenters import behind, cards, known, loads
from undrift.web.presenters.words import reading_tag
from undrift.web.secret import secret_key
from undrift.web.settings import CONTENT_SECURITY_POLICY, DEBUG, MIDDLEWARE

TODAY = date(2026, 9, 30)


def test_the_key_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) > 50
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_where_there_is_no_home_no_key_is_written(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    assert secret_key(absent) != secret_key(absent)
    assert not absent.exists()


def test_the_site_is_closed_until_opened() -> None:
    assert DEBUG is False
    policy = CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert policy["default-src"] == ["'none'"]
    # No inline script or style, and nothing from another host, in any directive.
    allowed = {source for sources in policy.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    signed_in = MIDDLEWARE.index("django.contrib.auth.middleware.LoginRequiredMiddleware")
    assert signed_in < MIDDLEWARE.index("undrift.web.middleware.PermissionMiddleware")


_REQUEST = SimpleNamespace(
    path="/areas/2/measures/m/children/IRW000001", resolver_match=SimpleNamespace(view_name="child")
)


def _logged(level: int) -> str:
    """What the terminal shows for a failure whose address and whose words both name a child."""
    words = " ".join(["IRW000001", "Ayla Hart"])
    try:
        raise ValueError(words)
    except ValueError:
        record = logging.LogRecord(
            "django.request", level, "f", 1, "Failed: %s", (_REQUEST.path,), sys.exc_info()
        )
    record.request = _REQUEST
    record.status_code = 500
    Nameless().filter(record)
    return PlacesOnly().format(record)


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR])
def test_a_log_line_names_the_page_and_no_child(level: int) -> None:
    line = _logged(level)
    assert "child" in line
    assert "IRW000001" not in line
    assert "Ayla" not in line
    # A fault of ours keeps the places in the code; a refusal is one line.
    assert ("test_small_parts" in line) is (level == logging.ERROR)


def test_nor_does_a_line_of_the_server_s_own(capsys: pytest.CaptureFixture[str]) -> None:
    """gunicorn repeats a request that it can make nothing of, and the words of an error that befell one."""
    config = Config()
    config.set("logger_class", hooks.logger_class)
    log = config.logger_class(config)
    log.warning(
        "Invalid request from ip=::1: Invalid HTTP request line: 'GET /worklist/children/IRW000001 Ayla'"
    )
    words = " ".join(["Ayla", "Hart"])
    try:
        raise ValueError(words)
    except ValueError:
        log.exception("Error handling request %s %s", "GET", "/worklist/children/IRW000001")
    log.warning("No keepalived connections can be handled.")
    said = capsys.readouterr().err
    assert "IRW000001" not in said
    assert "Ayla" not in said
    assert "Invalid request\n" in said
    assert "Error handling request\n" in said
    assert "test_small_parts" in said
    assert "No keepalived connections can be handled." in said


@given(st.dates(date(1900, 1, 1), TODAY), st.booleans())
def test_any_real_date_up_to_today_is_read_back_as_itself(on: date, spaced: bool) -> None:
    pad = " " if spaced else ""
    boxes = {"done_on_0": f"{pad}{on.day}", "done_on_1": str(on.month), "done_on_2": f"{on.year}{pad}"}
    form = CompleteAction({**boxes, "done_note": "Minute 4"}, today=TODAY)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["done_on"] == on


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        (("", "", ""), "Enter the date it was done: day, month and year."),
        (("1", "", "2026"), "Enter the date it was done: day, month and year."),
        (("31", "2", "2026"), "Enter the date it was done as a real date, such as 27 3 2026."),
        (("x", "2", "2026"), "Enter the date it was done as a real date, such as 27 3 2026."),
        (("1", "10", "2026"), "Enter a date that is today or earlier."),
    ],
)
def test_a_date_that_cannot_be_says_what_to_put_right(boxes: tuple[str, str, str], says: str) -> None:
    given_boxes = {f"done_on_{place}": text for place, text in enumerate(boxes)}
    form = CompleteAction({**given_boxes, "done_note": "Minute 4"}, today=TODAY)
    assert form.errors["done_on"] == [says]


def test_an_update_of_spaces_is_not_an_update() -> None:
    assert AddUpdate({"text": "   "}, today=TODAY).errors["text"] == ["Enter the update."]


def _row(name: str, due: int | None, reading: str = "overdue", team: str = "Ash") -> Behind:
    due_on = TODAY - timedelta(days=due) if due is not None else None
    return Behind(name, name, team[:2], team, "", "k", None, due_on, reading, "why")


def test_children_are_grouped_by_team_with_the_longest_overdue_first() -> None:
    rows = [
        _row("late long ago", 300, "late"),
        _row("no due date", None),
        _row("ten over", 10),
        _row("sixty over", 60),
        _row("another team", 5, team="Beech"),
        _row("nobody's", 5, team=""),
    ]
    groups = behind.by_team(rows, "due")
    assert [group.name for group in groups] == ["Ash", "Beech", "No team recorded"]
    assert [row.name for row in groups[0].rows] == ["sixty over", "ten over", "no due date", "late long ago"]
    assert groups[0].rows[0].worker == "nobody recorded"
    by_name = behind.by_team(rows, "name")[0].rows
    assert [row.name for row in by_name] == ["late long ago", "no due date", "sixty over", "ten over"]
    assert behind.by_team(rows, "no such order") == groups


def test_every_reading_has_its_word_and_an_unknown_one_is_flagged_not_hidden() -> None:
    assert {reading_tag(reading).text for reading in clocks.READINGS} == set(clocks.READINGS.values())
    assert reading_tag("flag").text == "Flagged"


def test_a_cards_cases_are_printed_whole() -> None:
    tables = [card.cases for card in clocks.catalogue().values()]
    tables += [card.cases for card in drift.catalogue().values()]
    for table in tables:
        printed = cards.cases(table)
        assert printed is not None
        lines = [line for line in table.strip().splitlines() if line.strip()]
        assert len(printed.rows) == len(lines) - 1
        assert {len(row) for row in printed.rows} == {len(printed.headings)}
        assert printed.rows[-1][-1] == lines[-1].rpartition("|")[2].strip()
        shown = " ".join(cell for row in printed.rows for cell in row[:-1])
        assert not re.search(r"\d{4}-\d\d|\.\.|_|\?", shown)


@pytest.mark.parametrize(
    ("ended", "days"), [(None, "2 Jan 2024, still open"), (date(2024, 3, 1), "2 Jan 2024 to 1 Mar 2024")]
)
def test_what_lasted_says_from_when_to_when_or_that_it_is_open(ended: date | None, days: str) -> None:
    plan = Spell("cp_plan", date(2024, 1, 2), ended, "Plan", "", "ssd_cp_plans", "P")
    assert known.shown(plan).days == days


@pytest.mark.parametrize(
    ("case", "written"),
    [
        ("2024-04-02..", "from 2 Apr 2024"),
        ("2024-04-02..2024-04-16 A, 2024-05-01.. B", "2 Apr 2024 to 16 Apr 2024 A, from 1 May 2024 B"),
        ("?..2024-04-16", "a day not recorded to 16 Apr 2024"),
        ("not_applicable, due_soon", "not applicable, due soon"),
        ("2024-05", "May 2024"),
        ("-, 2024-05-01;-", "–, 1 May 2024;–"),
        ("-3", "-3"),
        ("RC1-2", "RC1-2"),
    ],
)
def test_a_case_is_written_as_a_person_would_write_it(case: str, written: str) -> None:
    assert cards.spoken(case) == written


def test_a_clocks_page_says_its_earlier_limits_and_since_when_it_applies() -> None:
    def said(card_id: str) -> dict[str, str]:
        return {fact.name: fact.words for fact in cards.clock(clocks.catalogue()[card_id]).facts}

    assert said("reg24_16_weeks")["Earlier limits"] == (
        "6 weeks when begun before 1 April 2011; 16 weeks when begun before 24 April 2020; "
        "24 weeks when begun before 26 September 2020"
    )
    assert said("care_proceedings_26w")["Applies to"] == "those begun on or after 22 April 2014"
    assert not {"Earlier limits", "Applies to"} & set(said("icpc_15wd"))


def test_every_card_has_a_page_and_every_page_a_card() -> None:
    kinds = {kind.title: {card.id for area in kind.areas for card in area.cards} for kind in cards.listed()}
    assert kinds == {
        "Measures": set(measures.catalogue()),
        "Clocks": set(clocks.catalogue()),
        "Patterns": set(drift.catalogue()),
    }
    assert cards.find("clock", "no-such-clock") is None
    assert cards.find("nonsense", "icpc_15wd") is None


def test_a_misspelt_word_in_a_template_is_an_error() -> None:
    env = Environment(undefined=CarefulUndefined)
    row = behind.by_team([_row("a", 1)], "due")[0]
    assert env.from_string("{{ row.name }}").render(row=row) == "Ash"
    with pytest.raises(UndefinedError):
        env.from_string("{% if row.nmae %}{% endif %}").render(row=row)
    assert env.from_string("{{ options.left_out }}").render(options={}) == ""


def test_days_and_areas_are_written_as_people_write_them() -> None:
    assert day(date(2025, 10, 3)) == "3 October 2025"
    assert day(None) == "not recorded"
    assert sentence("The help given, including:\nvisits\nreviews") == "The help given, including:"
    assert listed("The help given, including:\nvisits\nreviews") == ["visits", "reviews"]
    assert listed("One sentence.") == []


def test_one_process_serves_one_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDRIFT_HOME", "put back when the test ends")
    with pytest.raises(UserError, match="already serves"):
        server.set_up(tmp_path / "another")


def test_a_pattern_that_could_not_run_never_looks_like_one_that_found_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import duckdb

    from undrift.web.presenters import stalled as presenter

    lost = "no record of child in need plans in this load (ssd_cin_plans)"
    why = dict.fromkeys(drift.catalogue()) | {"cin_over_9_months": lost}
    monkeypatch.setattr(drift, "ran", lambda _: why)
    monkeypatch.setattr(presenter.stalled, "counts", lambda *_: [])
    monkeypatch.setattr(presenter.stalled, "nested", lambda *_: {})
    nobody = presenter.Reach(exact=False, whose=None, own="")
    page = presenter.index(duckdb.connect(), TODAY, presenter.Asked(area="Children in need"), nobody)
    rows = {row.id: row for area in page.areas for row in area.rows}
    assert rows["cin_over_9_months"].why_not == lost
    assert {row.why_not for row in rows.values()} == {"", lost}
    ran = len(rows) - 1
    assert page.summary.startswith(f"{ran} patterns asked today: {ran} found nobody, 0 found children")
    assert page.summary.endswith("1 pattern could not run, which is not the same as nobody.")
    one = presenter.of_pattern(duckdb.connect(), TODAY, "cin_over_9_months", presenter.Asked(), nobody)
    assert (one.why_not, one.summary, one.rows) == (lost, "", ())


def test_issues_alike_are_counted_by_place_and_kind_and_what_narrows_to_them_keeps_just_those() -> None:
    def issue(file: str, column: str, code: str, severity: Severity = "kept") -> Issue:
        return Issue(file, "", 2, column, f"{code} of {column}", "", code, severity)

    found = [
        *[issue("a.csv", "x", "code_unreadable")] * 3, issue("a.csv", "y", "code_unreadable"),
        *[issue("b.csv", "x", "date_unreadable", "held back")] * 2, issue("b.csv", "", "sheet_missing"),
    ]  # fmt: skip
    kinds = loads.alike(found, 3)
    assert [(kind.issue.what, kind.count) for kind in kinds] == [
        ("date_unreadable of x", 2), ("code_unreadable of x", 3), ("code_unreadable of y", 1),
    ]  # fmt: skip
    for kind in kinds:
        # The address names no file, sheet or column, for any may bear a child's name; and it leads to the same issues.
        address = kind.narrowed.address
        assert {said for name, said in address.items() if name != "code"} & {
            "a.csv",
            "b.csv",
            "x",
            "y",
        } == set()
        assert loads.Narrowed.of(address, found) == kind.narrowed
        assert sum(kind.narrowed.keeps(one) for one in found) == kind.count
    offered = loads.choices(found, "file")
    assert [(words, count) for _, words, count in offered] == [("a.csv", 4), ("b.csv", 3)]
    assert [loads.Narrowed.of({"file": value}, found).file for value, _, _ in offered] == ["a.csv", "b.csv"]


def test_no_child_s_address_is_kept_from_one_request_to_the_next() -> None:
    def kept() -> int:
        return jinja._address.cache_info().currsize

    assert jinja.address("worklist") == jinja.address("worklist")
    before = kept()
    assert jinja.address("child-on-list", child_id="SECRET1").endswith("/SECRET1")
    assert jinja.address("same-child-pair", one="SECRET1", other="SECRET2").endswith("/SECRET1/SECRET2")
    assert kept() == before > 0


@pytest.mark.parametrize("card", clocks.catalogue().values(), ids=lambda card: card.id)
def test_a_clocks_page_gives_its_rule_and_names_the_others_it_speaks_of(card: clocks.Clock) -> None:
    facts = {fact.name: fact.words for fact in cards.clock(card).facts}
    assert facts["Rule"].startswith(("Counted from", "“"))
    assert ("On no worklist, because" in facts) == (card.id in ("lac_seen_alone", "fgdm_offer"))
    said = {
        word for name in ("Note", "Does not apply when") for word in re.findall(r"\w+", facts.get(name, ""))
    }
    assert not said & set(clocks.catalogue())
