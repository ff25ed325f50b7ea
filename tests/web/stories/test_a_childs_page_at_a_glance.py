"""A long journey is read at a glance: what presses first, the last months open, and each year before them folded."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.web.reader import ANALYST, COUNCILLOR, LONGEST_PAGE, Site, reading
from undrift import records


@pytest.fixture(scope="module")
def longest(site: Site) -> tuple[str, int]:
    """The child with the most recorded, and how many events that is."""
    row = (
        records.cursor(site.home)
        .execute(
            """SELECT child_id, count(*) FROM journeys.events WHERE child_id IS NOT NULL
               GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"""
        )
        .fetchone()
    )
    assert row is not None
    return str(row[0]), int(row[1])


def test_what_presses_comes_first_and_a_link_to_a_year_opens_it(
    site: Site, browser: Browser, longest: tuple[str, int]
) -> None:
    child, recorded = longest
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens(f"/worklist/children/{child}")
        headings = amira.page.locator("h2").all_inner_texts()
        assert headings[-3:] == ["Clocks", "The journey", "What happened, latest first"]
        recent = amira.page.get_by_role("table", name="The last three months").locator("tbody tr")
        assert recent.count() and recent.first.is_visible()
        folded = amira.page.locator("details:has([id^=year-])")
        said = [
            int(re.findall(r"\((\d+) events?\)", words)[0])
            for words in folded.locator("summary").all_inner_texts()
        ]
        assert recent.count() + sum(said) == recorded
        # A year is opened from beneath the picture, and from its own address
        year = amira.page.get_by_role("navigation", name="Years of the journey").get_by_role("link").nth(1)
        anchor = str(year.get_attribute("href"))
        rows = amira.page.locator(f"{anchor} tbody tr")
        assert rows.count() == said[1] and not rows.first.is_visible()
        year.click()
        rows.first.wait_for()  # the browser opens it once the address has changed: no script does
        expect(amira.page.locator(anchor)).to_be_in_viewport(timeout=LONGEST_PAGE * 1000)
        amira.opens("/worklist")
        amira.opens(f"/worklist/children/{child}{anchor}")
        rows.first.wait_for()
        assert (
            not amira.page.locator("#year-unknown, [id^=year-]").last.locator("tbody tr").first.is_visible()
        )
        amira.checks_accessibility()


def test_printing_opens_all_that_is_folded(site: Site, browser: Browser, longest: tuple[str, int]) -> None:
    with reading(browser, site, viewport={"width": 375, "height": 800}) as amira:
        amira.signs_in(ANALYST)
        amira.opens(f"/worklist/children/{longest[0]}")
        amira.checks_nothing_sticks_out()
        folded = amira.page.locator("main details tbody tr")
        seen = folded.filter(visible=True)
        assert seen.count() == 0 and folded.count() > longest[1] / 2
        amira.page.emulate_media(media="print")
        expect(seen).to_have_count(folded.count(), timeout=LONGEST_PAGE * 1000)
        amira.page.emulate_media(media="screen")
        amira.page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        amira.checks_nothing_sticks_out()
        amira.checks_accessibility()


def test_a_councillor_does_not_open_it(site: Site, browser: Browser, longest: tuple[str, int]) -> None:
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        okafor.opens(f"/worklist/children/{longest[0]}#year-2025")
        assert okafor.status == 403
        assert longest[0] not in okafor.page.content()
