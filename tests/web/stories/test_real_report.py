"""The same demonstration, its improvement plan built from the real report on Bury."""

import json

from playwright.sync_api import Browser

from tests.shared import shared_path
from tests.web.reader import ANALYST, Site, reading


def straight(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def test_the_nine_areas_stand_on_the_overview_in_the_inspectors_words(
    bury_site: Site, browser: Browser
) -> None:
    with shared_path("ofsted", "truth.jsonl").open(encoding="utf-8") as file:
        bury = next(row for line in file if "80443_bury" in (row := json.loads(line))["file"])
    with reading(browser, bury_site) as amira:
        # Given the analyst at the overview
        amira.signs_in(ANALYST)
        # Then the nine areas stand in order, word for word
        links = amira.page.locator("main h3 a").all_inner_texts()
        words = [straight(text).split(". ", 1)[1] for text in links]
        assert words == [straight(text) for text in bury["areas_for_improvement"]]
        amira.checks_accessibility()
        # And each is linked to at least one measure
        for number in range(1, 10):
            amira.page.goto(f"{bury_site.address}/areas/{number}")
            assert amira.page.locator(f'main a[href^="/areas/{number}/measures/"]').count() >= 1, number
            amira.sees("page 2 of the report published 17 December 2021")
