"""From the inspectors' sentence to one child, in clicks only, and back."""

import re

from playwright.sync_api import Browser

from tests.web.reader import ANALYST, Site, reading
from undrift.clocks.coverage import coverage

SENTENCE = re.compile("strategy discussions and child protection enquiries", re.IGNORECASE)
MEASURE = "Initial child protection conferences within 15 working days"


def test_from_the_sentence_to_a_late_child_and_back(site: Site, browser: Browser) -> None:
    before = len(site.access_log())
    with reading(browser, site) as amira:
        # Given the analyst, signed in at the overview
        amira.signs_in(ANALYST)
        assert amira.path == "/"
        amira.sees("every child, worker and event here is invented")
        amira.checks_accessibility()

        # When she follows the sentence about strategy discussions and child protection enquiries
        amira.clicks(SENTENCE)
        # Then she stands in its area: the sentence, its page in the report, and four answers kept apart
        area = amira.heading
        assert SENTENCE.search(area)
        amira.sees("of the report published")
        answers = amira.page.locator(".app-answers--full dt strong").all_inner_texts()
        assert answers == ["Done", "Working", "Seen", "Sustained"]
        amira.checks_accessibility()

        # When she opens the measure of conferences in time, and the children behind it
        amira.clicks(MEASURE)
        assert amira.heading == MEASURE
        amira.sees("What it counts")
        amira.checks_accessibility()
        amira.clicks("See the children behind it today")
        amira.checks_accessibility()

        # Then one named child is late; she opens that child
        late = amira.page.locator("tr", has_text="Overdue").first
        name = late.get_by_role("link").inner_text()
        why = late.locator(".app-children__why").inner_text()
        late.get_by_role("link").click()
        assert amira.heading == name
        amira.sees(why)
        amira.sees("Initial child protection conference within 15 working days")
        assert amira.page.get_by_role("img", name=re.compile("timeline")).is_visible()
        # And the clock can be checked by hand, day by day
        amira.page.get_by_text("How it was counted").first.click()
        amira.sees("The day it starts is day 0.")
        amira.checks_accessibility()

        # And she can go all the way back up the thread
        amira.goes_up("Children behind it")
        amira.sees(name)
        amira.goes_up(MEASURE)
        assert amira.heading == MEASURE
        amira.goes_up("Area ")
        assert amira.heading == area
        amira.clicks("of the report published")
        assert amira.heading == "What the inspectors wrote"
        amira.checks_accessibility()
        amira.checks_nothing_left_the_site()

    # And the looks are in the log, in order: the list, the child, and the list again on the way back
    looks = [row for row in site.access_log()[before:] if row["who"] == ANALYST]
    assert [(row["kind"], row["outcome"]) for row in looks] == [
        ("list of children", "allowed"),
        ("child", "allowed"),
        ("list of children", "allowed"),
    ]
    assert {row["measure_id"] for row in looks} == {"icpc_15wd_pct"}
    assert looks[1]["child_id"]
    assert looks[1]["load_id"]


def test_every_definition_can_be_read(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        # Given the analyst at the list of definitions
        amira.signs_in(ANALYST)
        amira.clicks("Measures", within="header")
        amira.clicks("Definitions", within="header")
        amira.checks_accessibility()
        cards = sorted(
            {link for link in amira.links() if re.match("/definitions/(clock|pattern|measure)/", link)}
        )
        assert len(cards) > 200
        # When she opens one in eight of them
        for card in cards[::8]:
            amira.opens(card)
            # Then it says what it rests on, and a clock or a pattern shows its cases
            assert amira.status == 200, card
            amira.sees("Rests on")
            if "/measure/" not in card:
                assert amira.page.locator("table tbody tr").count() >= 3, card
        amira.checks_accessibility()
        # When she looks for one by its words, only those that hold them are left
        amira.opens("/definitions")
        amira.page.get_by_label("Find a definition").fill("conference working days")
        amira.presses("Find")
        found = {link for link in amira.links() if link.startswith("/definitions/")}
        assert "/definitions/clock/icpc_15wd" in found
        assert "/definitions/clock/lac_review_first" not in found
        amira.checks_accessibility()


def test_what_is_not_built_says_why(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens("/definitions")
        amira.clicks("What is built, and what is not")
        amira.sees(f"Time limits: {sum(known.built for known in coverage())} of {len(coverage())} built")
        # Each limit has its row, in the order of the table: a link to its card, or why there is none
        rows = amira.page.locator("tbody tr").evaluate_all(
            "rows => rows.map(r => [r.cells[0].innerText, r.cells[1].innerText, r.querySelector('a')?.pathname ?? ''])"
        )
        wanted = [
            [k.name, "Built", f"/definitions/clock/{k.clock_id}"]
            if k.built
            else [k.name, f"No. {k.why_not}", ""]
            for k in coverage()
        ]
        assert rows[: len(wanted)] == wanted
        amira.checks_accessibility()


def test_a_verdict_can_be_asked_for_from_another_month(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        # Given the analyst at a measure judged from the report's publication
        amira.signs_in(ANALYST)
        amira.page.goto(f"{site.address}/areas/4/measures/assessments_45wd_pct")
        before = amira.page.locator(".app-verdict").inner_text()
        # When she asks to judge it from March 2023
        amira.page.get_by_label("Judge it from").select_option("2023-03")
        amira.page.get_by_role("button", name="Judge again").click()
        # Then the verdict speaks from there, and names the rule that fired
        after = amira.page.locator(".app-verdict").inner_text()
        assert after != before
        assert "since March 2023" in after or "before March 2023" in after
        assert amira.page.get_by_label("Judge it from").input_value() == "2023-03"
        amira.sees("The rule that fired:")
        amira.checks_accessibility()
        # And a month that is not offered changes nothing
        amira.page.goto(f"{site.address}/areas/4/measures/assessments_45wd_pct?since=1066-10")
        assert amira.page.locator(".app-verdict").inner_text() == before
