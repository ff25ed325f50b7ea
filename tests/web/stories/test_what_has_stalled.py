"""What has stalled: a manager opens a pattern and a child, a councillor sees protected counts, a worker only their own."""

from datetime import date
from io import BytesIO

import duckdb
import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, MANAGER, Reader, Site, reading
from undrift import drift, records
from undrift.clocks.readings import load_as_at
from undrift.drift import stalled
from undrift.drift.stalled import Whose
from undrift.journeys.holders import WORKING_WITH

WORKER = "sara.cedar"
LONG = "cin_over_9_months"


def _open_store(site: Site) -> tuple[duckdb.DuckDBPyConnection, date]:
    cur = records.cursor(site.home)
    return cur, load_as_at(cur)


def _counts(reader: Reader) -> dict[str, str]:
    """Each pattern's name to what stands in its first column of figures."""
    rows = reader.page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('a').textContent, row.cells[1].innerText])"
    )
    return dict(rows)


def test_a_manager_narrows_the_page_opens_a_pattern_and_then_a_child(site: Site, browser: Browser) -> None:
    cur, day = _open_store(site)
    name = drift.catalogue()[LONG].name
    with reading(browser, site) as tom:
        tom.signs_in(MANAGER)
        # When the page is opened, every pattern stands on it with its exact count, and the sentence counts each child once
        tom.clicks("Children", within="header")
        tom.clicks("What has stalled", within="header")
        found = stalled.counts(cur, day, Whose())
        shown = _counts(tom)
        assert len(shown) == len(drift.catalogue())
        assert shown[name] == f"{sum(one.children for one in found if one.pattern_id == LONG):,}"
        tom.sees(f"{stalled.how_many(cur, day, Whose(), list(drift.catalogue())):,} children match")
        tom.checks_accessibility()
        # When it is narrowed, the address keeps it and the figures follow
        tom.page.get_by_label("Team").select_option("SC")
        tom.page.get_by_label("Area of practice").select_option("Children in need")
        tom.page.get_by_label("Group of children").select_option("disabled")
        tom.presses("Narrow the page")
        for part in ("team=SC", "area=Children+in+need", "cohort=disabled"):
            assert part in tom.path
        group = Whose(team="SC", cohort="disabled")
        narrow = [one for one in stalled.counts(cur, day, group) if one.pattern_id == LONG]
        assert _counts(tom)[name] == str(sum(one.children for one in narrow))
        # When a pattern is opened for every child, the team's own children stand on it and no others
        tom.page.get_by_label("Group of children").select_option("")
        tom.presses("Narrow the page")
        tom.clicks(name)
        rows = stalled.children(cur, day, Whose(team="SC"), LONG)
        assert {row.team_name for row in rows} == {"Safeguarding Cedar"}
        assert [row.since for row in rows] == sorted(row.since for row in rows)
        tom.sees(f"{len(rows)} children of your team match today")
        tom.sees(drift.catalogue()[LONG].blind_to)
        assert _listed(tom) == {row.child_id for row in rows}
        tom.checks_accessibility()
        # And the workbook holds the same rows, days as days
        with tom.page.expect_download() as fetched:
            tom.page.get_by_role("link", name="Open it in Excel").click()
        book = openpyxl.load_workbook(BytesIO(fetched.value.path().read_bytes()))
        taken = list(book["What has stalled"].iter_rows(values_only=True))[1:]
        assert [row[0] for row in taken] == [row.child_id for row in rows]
        assert {type(row[2]).__name__ for row in taken} == {"datetime"}
        # When a child is opened, the flag stands on the timeline, and its words say so too
        tom.clicks(rows[0].child_name)
        assert tom.heading == rows[0].child_name
        said = tom.page.get_by_role("img").first.get_attribute("alt") or ""
        since = rows[0].since
        assert f"{name}, since {since.day} {since:%B %Y}" in said
        tom.checks_accessibility()
        # Another team asked for in the address opens nobody else's children
        tom.opens(f"/stalled/{LONG}?team=SA")
        assert _listed(tom) == {row.child_id for row in rows}
    assert any(row["measure_id"] == LONG and row["who"] == MANAGER for row in site.access_log())


def _listed(reader: Reader) -> set[str]:
    return {link.rpartition("/")[2] for link in reader.links() if "/worklist/children/" in link}


def test_a_councillor_sees_protected_counts_and_opens_no_list(site: Site, browser: Browser) -> None:
    cur, day = _open_store(site)
    exact = dict.fromkeys(drift.catalogue(), 0)
    for one in stalled.counts(cur, day, Whose()):
        exact[one.pattern_id] += one.children
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        # Narrowing by team or group would give small numbers away by taking one figure from another
        okafor.opens("/stalled?team=SC&cohort=disabled")
        shown = _counts(okafor)
        assert {"c", "0"} < set(shown.values())
        printed = {
            card.id: int(shown[card.name].replace(",", ""))
            for card in drift.catalogue().values()
            if shown[card.name] != "c"
        }
        assert all(count == exact[pattern_id] for pattern_id, count in printed.items())
        assert not set(printed.values()) & set(range(1, 6))
        # And no two figures printed differ by a few children who are in the one and not in the other
        members = {
            pattern_id: {row.child_id for row in stalled.children(cur, day, Whose(), pattern_id)}
            for pattern_id in printed
        }
        for inner, these in members.items():
            for outer, those in members.items():
                if these and these <= those:
                    assert len(those) - len(these) not in range(1, 6), (inner, outer)
        assert okafor.page.get_by_label("Team").count() == 0
        okafor.checks_accessibility()
        okafor.opens(f"/stalled/{LONG}")
        assert okafor.status == 403
    last = site.access_log()[-1]
    assert (last["who"], last["outcome"], last["measure_id"]) == (COUNCILLOR, "refused", LONG)


def test_a_social_worker_sees_only_the_children_worked_with(site: Site, browser: Browser) -> None:
    cur, day = _open_store(site)
    worker = _worker_id(site)
    own = {
        row[0]
        for row in cur.execute(
            f"SELECT child_id FROM ({WORKING_WITH}) WHERE worker_id = $worker",
            {"day": day, "worker": worker},
        ).fetchall()
    }
    mine = stalled.counts(cur, day, Whose(worker=worker))
    pattern_id = max(mine, key=lambda one: one.children).pattern_id
    with reading(browser, site) as sara:
        sara.signs_in(WORKER)
        sara.opens("/stalled")
        sara.sees("you work with match at least one")
        sara.checks_accessibility()
        sara.clicks(drift.catalogue()[pattern_id].name)
        listed = _listed(sara)
        assert listed == {
            row.child_id for row in stalled.children(cur, day, Whose(), pattern_id) if row.child_id in own
        }
        assert listed
        for child in listed:
            sara.opens(f"/worklist/children/{child}")
            assert sara.status == 200
        sara.checks_accessibility()


def _worker_id(site: Site) -> str:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(site.home / "undrift.sqlite3")) as base:
        row = base.execute("SELECT worker_id FROM web_user WHERE username = ?", [WORKER]).fetchone()
    return str(row[0])


@pytest.mark.parametrize(
    "path", ["/stalled", f"/stalled/{LONG}", "/stalled?cohort=nobody&team=none&area=none"]
)
def test_the_pages_fit_a_phone(site: Site, browser: Browser, path: str) -> None:
    with reading(browser, site, viewport={"width": 375, "height": 800}) as amira:
        amira.signs_in(ANALYST)
        amira.opens(path)
        assert amira.status == 200
        amira.checks_nothing_sticks_out()
        amira.checks_accessibility()
