"""Measures by area of practice, team and group of children; a number opened into its rows; and the navigation."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, MANAGER, Site, reading
from undrift import measures, records
from undrift.measures import comparators

PHONE = {"viewport": {"width": 375, "height": 800}}
AREA, TEAM, GROUP = "/variation/areas/missing", "/variation/teams/SC", "/variation/groups/disabled"
ROWS = "/variation/measures/cpp_number/rows"
OTHERS = "/variation/measures/assessments_45wd_pct/others"
SOURCE = (
    "DfE Characteristics of children in need (CIN census), by way of DfE’s Local Authority Interactive Tool, 8 April 2026 "
    "(Open Government Licence v3.0), 2018 to 2025"
)


@pytest.fixture
def none_kept(site: Site) -> Iterator[None]:
    """A site where nobody has loaded published figures, for one story only."""
    kept = comparators.folder(site.home)
    aside = kept.rename(kept.with_name("comparators-aside"))
    yield
    aside.rename(kept)


def test_a_number_of_a_group_opens_into_its_children(site: Site, browser: Browser) -> None:
    cur = records.cursor(site.home)
    with reading(browser, site) as amira:
        # Given the analyst at the measures, by area of practice, team and group of children
        amira.signs_in(ANALYST)
        amira.opens("/variation")
        amira.page.locator(f"a[href='{GROUP}']").click()
        assert amira.heading == "Disabled children"
        # Then a sentence stands on top, charts under it, and the table beneath
        assert re.match(r"Of \w+ measures of disabled children, since December 2021: \d+ worse", amira.page.locator(".govuk-body-l").inner_text())  # fmt: skip
        assert amira.page.locator(".app-mini img").count() >= 5
        # When a figure of the table is opened
        row = amira.page.locator("tr", has_text="Child protection plans reviewed in time")
        exact = measures.year(cur, "cpp_reviews_in_time_pct", cohort="disabled")
        assert f"{exact.numerator} of {exact.denominator}" in row.inner_text()
        looks = len(site.access_log())
        row.get_by_role("link", name=re.compile("what was counted")).click()
        amira.page.wait_for_load_state()
        # Then its rows are there, as many as were counted, and the look is noted
        amira.sees(f"{exact.numerator} of {exact.denominator}")
        assert amira.page.locator("tbody tr").count() == exact.denominator
        assert [e["measure_id"] for e in site.access_log()[looks:]] == ["rows: cpp_reviews_in_time_pct"]
        # And each opens the child
        amira.page.locator("tbody tr").first.get_by_role("link").click()
        amira.sees("One child’s journey")


def test_a_rate_of_a_group_or_a_team_says_that_it_is_of_all_the_children_there_are(
    site: Site, browser: Browser
) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        for page in (GROUP, TEAM):
            amira.opens(f"{page}?area=child_protection")
            amira.sees("per 10,000 of all the authority’s children")
        amira.opens("/variation/areas/child_protection")
        assert "of all the authority’s children" not in amira.page.locator("main").inner_text()


def test_a_manager_opens_the_rows_of_the_own_team_only(site: Site, browser: Browser) -> None:
    with reading(browser, site) as tom:
        tom.signs_in(MANAGER)
        tom.opens(f"{ROWS}?team=SA")
        tom.sees("Only your own team’s rows are listed.")
        assert set(tom.page.locator("td[data-label=Team]").all_inner_texts()) == {"Safeguarding Cedar"}


def test_a_councillor_reads_a_group_protected_and_opens_no_rows(site: Site, browser: Browser) -> None:
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        for page in (AREA, GROUP):
            okafor.opens(page)
            assert okafor.status == 200
            shown = " ".join(okafor.page.locator("main").inner_text().split())
            assert not re.search(r"\b\d+ of \d+\b", shown), page
            assert okafor.page.get_by_role("link", name=re.compile("what was counted")).count() == 0
            okafor.checks_accessibility()
        # Of a group of children no chart, and a figure on few children is withheld
        assert okafor.page.locator(".app-mini").count() == 0
        assert "c" in okafor.page.locator("td[data-label=Now]").all_inner_texts()
        for page in (ROWS, TEAM):
            okafor.opens(page)
            assert okafor.status == 403, page


def test_what_others_published_stands_beside_with_years_and_source(site: Site, browser: Browser) -> None:
    with reading(browser, site, **PHONE) as amira:
        # Given the published series the demonstration loaded, and the analyst on a phone
        amira.signs_in(ANALYST)
        amira.opens("/variation/measures/assessments_45wd_pct")
        # Then the sentence gives each figure with its year, and the picture says the same to a screen reader
        amira.sees("England 85.7% in 2025; North West 81.9% in 2025")
        amira.sees("Neighbours’ mean 87.1% in 2025")
        picture = amira.page.get_by_alt_text(re.compile("by year beside others. .* England 85.7% in 2025"))
        assert picture.count() == 1
        # And the table beneath has the years, the source is named, and how the definition differs
        assert amira.page.locator("tr", has_text="2019").get_by_text("83.1%").count() == 1
        amira.sees(SOURCE)
        amira.sees(
            "Continuous assessments authorised in the year whose duration is 45 working days or fewer, of"
        )
        amira.sees("Irwell does not exist. Its own line is invented")
        amira.checks_accessibility()
        amira.checks_nothing_sticks_out()
        amira.opens("/variation/measures/cla_3plus_placements_pct")
        amira.sees(measures.catalogue()["cla_3plus_placements_pct"].differs)
        # And the same on a measure of the improvement plan
        amira.opens("/areas/4/measures/assessments_45wd_pct")
        amira.sees("Beside other authorities")
    with reading(browser, site) as okafor:
        # A councillor reads the authority's own line rounded, and what others published as they did
        okafor.signs_in(COUNCILLOR)
        okafor.opens(OTHERS)
        assert okafor.status == 200
        own = [row.split("\t")[1] for row in okafor.page.locator("tbody").first.inner_text().split("\n")]
        assert all(re.fullmatch(r"\d+%|c|no figure", cell) for cell in own), own
        okafor.checks_accessibility()


def test_without_published_figures_the_page_says_how_to_load_them(
    site: Site, browser: Browser, none_kept: None
) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens(OTHERS)
        amira.sees("No published figures are kept for this measure.")


def test_five_places_each_with_its_own_pages(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        main = amira.page.get_by_role("navigation", name="Main")
        assert [link.strip() for link in main.get_by_role("link").all_inner_texts()] == [
            "Improvement plan", "Children", "Measures", "Inspection", "Data",
        ]  # fmt: skip
        here = amira.page.get_by_role("navigation", name="Pages of this section")
        assert here.count() == 0
        for place, page, under in (
            ("Children", "What has stalled", "/stalled/cpp_over_15_months"),
            ("Measures", "Definitions", "/definitions/coverage"),
            ("Inspection", "The road", "/road"),
            ("Data", "Who looked at whom", "/access-log"),
        ):
            main.get_by_role("link", name=place, exact=True).click()
            here.get_by_role("link", name=page, exact=True).click()
            assert here.locator("[aria-current=page]").inner_text() == page
            assert main.locator("[aria-current]").inner_text() == place
            amira.opens(under)
            assert main.locator("[aria-current]").inner_text() == place, under
        amira.checks_accessibility()
    with reading(browser, site) as okafor:
        # Nobody is led where they may not go
        okafor.signs_in(COUNCILLOR)
        okafor.page.get_by_role("navigation", name="Main").get_by_role("link", name="Children").click()
        assert okafor.path == "/stalled"
        assert okafor.page.get_by_role("link", name="Worklist").count() == 0


def test_every_page_of_many_fits_a_phone_and_passes_the_accessibility_check(
    site: Site, browser: Browser
) -> None:
    with reading(browser, site, **PHONE) as amira:
        amira.signs_in(ANALYST)
        for page in (AREA, TEAM, GROUP, ROWS):
            amira.opens(page)
            assert amira.status == 200, page
            amira.checks_accessibility()
            amira.checks_nothing_sticks_out()
