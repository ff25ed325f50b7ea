"""A team manager opens the team's own children and no others; the attempt is noted where the analyst reads it."""

from pathlib import Path

import duckdb
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, MANAGER, Reader, Site, reading
from undrift import journeys, measures, records

MEASURE = "cpp_visits_in_time_pct"


def _children(home: Path) -> tuple[str, str]:
    """Two children behind the measure today: one the manager's team holds, one it does not."""
    cur: duckdb.DuckDBPyConnection = records.cursor(home)
    rows = measures.behind(cur, MEASURE)
    own = next(
        row.child_id for row in rows if row.team_id == "SC" and journeys.holds(cur, row.child_id, "SC")
    )
    others = next(row.child_id for row in rows if not journeys.holds(cur, row.child_id, "SC"))
    return own, others


def _area_watched(reader: Reader) -> str:
    """The address of the first area the measure watches."""
    for area in sorted({link for link in reader.links() if link.startswith("/areas/")}):
        reader.opens(area)
        if f"{area}/measures/{MEASURE}" in reader.links():
            return area
    raise AssertionError(f"no area is watched by {MEASURE}")


def test_another_teams_child_is_refused_and_the_attempt_is_logged(site: Site, browser: Browser) -> None:
    own, others = _children(site.home)
    with reading(browser, site) as tom:
        # Given the manager of Safeguarding Cedar, at the children behind a measure
        tom.signs_in(MANAGER)
        area = _area_watched(tom)
        tom.opens(f"{area}/measures/{MEASURE}/children")
        # Then only the team's own children are listed
        teams = tom.page.locator("table caption").all_inner_texts()
        assert [team.partition(":")[0] for team in teams] == ["Safeguarding Cedar"]
        tom.checks_accessibility()

        # When the manager opens one of them, it opens
        tom.opens(f"{area}/measures/{MEASURE}/children/{own}")
        assert tom.status == 200
        # When the manager asks for a child of another team by address
        tom.opens(f"{area}/measures/{MEASURE}/children/{others}")
        # Then it does not open, in plain words, and nothing of the child is said
        assert tom.status == 403
        assert tom.heading == "You cannot open this page"
        assert others not in tom.page.content()
        tom.checks_accessibility()
        # And the log itself stays shut to the manager
        tom.opens("/access-log")
        assert tom.status == 403

    noted = [
        (row["child_id"], row["outcome"])
        for row in site.access_log()
        if row["who"] == MANAGER and row["child_id"]
    ]
    assert noted[-2:] == [(own, "allowed"), (others, "refused")]

    with reading(browser, site) as amira:
        # And the analyst reads the attempt in the log
        amira.signs_in(ANALYST)
        amira.clicks("Data", within="header")
        amira.clicks("Who looked at whom", within="header")
        amira.clicks("Show only refused attempts")
        row = amira.page.locator("tr", has_text=others).first.inner_text()
        assert MANAGER in row
        assert "Refused" in row
        assert "the child is not in the person's team" in row
        amira.checks_accessibility()
