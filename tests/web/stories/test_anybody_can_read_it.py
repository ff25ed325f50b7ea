"""Without JavaScript, on a phone, and with mistakes in a form."""

from playwright.sync_api import Browser

from tests.web.reader import ANALYST, Reader, Site, reading

PHONE = {"viewport": {"width": 375, "height": 800}}


def _thread(reader: Reader) -> list[str]:
    """The pages of the thread, by clicks: overview, area, measure, children, child; and the rest of the menu."""
    pages = ["/"]
    reader.clicks("strategy discussions")
    pages.append(reader.path)
    reader.clicks("Initial child protection conferences within 15 working days")
    pages.append(reader.path)
    reader.clicks("See the children behind it today")
    pages.append(reader.path)
    reader.page.locator("main table").get_by_role("link").first.click()
    pages.append(reader.path)
    return [*pages, "/report", "/definitions", "/definitions/clock/icpc_15wd", "/access-log", "/no-such-page"]


def test_the_thread_can_be_walked_without_javascript(site: Site, browser: Browser) -> None:
    with reading(browser, site, java_script_enabled=False) as reader:
        # Given a browser that runs no script
        reader.signs_in(ANALYST)
        # When the whole thread is walked by its links
        pages = _thread(reader)
        assert len(set(pages)) == len(pages)
        reader.opens(pages[2])
        # Then the figures behind a chart open too
        table = reader.page.locator("details table").first
        assert not table.is_visible()
        reader.page.get_by_text("The figures behind the chart").first.click()
        assert table.is_visible()
        # And the children can be put in another order
        reader.opens(pages[3])
        reader.clicks("name")
        first_team = reader.page.locator("main table").first.get_by_role("rowheader").all_inner_texts()
        assert first_team == sorted(first_team)
    # And the same page passes the accessibility check (which is itself a script, so in a browser that runs them)
    with reading(browser, site) as checker:
        checker.signs_in(ANALYST)
        checker.opens(pages[3] + "?sort=name")
        checker.checks_accessibility()


def test_no_page_is_wider_than_a_phone(site: Site, browser: Browser) -> None:
    with reading(browser, site, **PHONE) as reader:
        # Given a phone
        reader.signs_in(ANALYST)
        # When each page of the thread is opened
        for page in [*_thread(reader), "/areas/2/evidence/new"]:
            reader.opens(page)
            # Then nothing sticks out, and nothing is out of reach
            reader.checks_nothing_sticks_out()
            reader.checks_accessibility()


def test_a_form_says_what_to_put_right_and_then_saves(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        # Given the analyst adding evidence to an area
        amira.signs_in(ANALYST)
        amira.opens("/areas/2")
        amira.clicks("Add evidence")
        # When nothing is filled in but half a date
        amira.page.get_by_label("Month").fill("13")
        amira.presses("Save")
        # Then each problem is listed, and its line leads to its field
        amira.sees("There is a problem")
        lines = amira.page.locator(".govuk-error-summary__list a")
        assert lines.count() == 5
        for place in range(lines.count()):
            target = lines.nth(place).get_attribute("href")
            assert target
            assert amira.page.locator(target).count() == 1, target
        amira.checks_accessibility()
        # When it is put right
        amira.page.get_by_label("Practice audit").check()
        amira.page.get_by_label("Practice is better").check()
        for box, value in (("Day", "1"), ("Month", "9"), ("Year", "2026")):
            amira.page.get_by_label(box, exact=True).fill(value)
        amira.page.get_by_label("Where is it written?").fill("Practice audits, summer 2026, summary")
        amira.page.get_by_label("What does it say?").fill("Strategy discussions were recorded the same day.")
        amira.presses("Save")
        # Then it stands in the area, with who added it
        assert amira.path.startswith("/areas/2")
        amira.sees("Strategy discussions were recorded the same day.")
        amira.sees(f"Practice audits, summer 2026, summary; added by {ANALYST}")
        amira.checks_accessibility()
