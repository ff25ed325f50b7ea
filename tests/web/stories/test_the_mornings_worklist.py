"""A manager, a social worker and a stranger meet the worklist: each sees what is theirs, and the calendar nobody's name."""

import re
import urllib.error
import urllib.request
from io import BytesIO

import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, MANAGER, Site, reading
from undrift import records
from undrift.clocks.readings import load_as_at
from undrift.clocks.worklists import worklist

WORKER = "sara.cedar"


def test_a_manager_narrows_the_list_opens_a_child_and_takes_it_to_excel(site: Site, browser: Browser) -> None:
    cur = records.cursor(site.home)
    team = worklist(cur, load_as_at(cur), team="SC")
    with reading(browser, site) as tom:
        tom.signs_in(MANAGER)
        tom.clicks("Children", within="header")
        tom.clicks("Worklist", within="header")
        # Then the sentence on top counts the team's own
        late = [item for item in team if item.group == "late"]
        tom.sees(f"{len(late):,} late now")
        tom.checks_accessibility()
        # When the list is narrowed to one clock, the address keeps it
        tom.page.get_by_label("Clock").select_option("cp_visit")
        tom.presses("Narrow the list")
        visits = [item for item in late if item.clock_id == "cp_visit"]
        tom.sees(f"Late now: {len(visits)}")
        assert "clock=cp_visit" in tom.path
        # And to one part of it, which is kept beside the clock
        tom.page.get_by_label("Show").select_option("soon")
        tom.presses("Narrow the list")
        assert "group=soon" in tom.path and "clock=cp_visit" in tom.path
        assert tom.page.locator("main h2").all_inner_texts()[0].startswith("Due in the next 10 working days")
        tom.page.get_by_label("Show").select_option("")
        tom.presses("Narrow the list")
        # And the workbook holds the same rows, dates as dates
        with tom.page.expect_download() as fetched:
            tom.page.get_by_role("link", name="open it in Excel").click()
        path = fetched.value.path()
        book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
        rows = list(book["Worklist"].iter_rows(values_only=True))
        assert len(rows) - 1 == len([item for item in team if item.clock_id == "cp_visit"])
        assert {type(row[5]).__name__ for row in rows[1:]} == {"datetime"}
        # When one child is opened, the journey opens and the clock is explained
        tom.clicks(visits[0].child_name)
        assert tom.heading == visits[0].child_name
        tom.page.locator("summary").first.click()
        tom.sees(f"Held by {visits[0].worker_name}, Safeguarding Cedar.")
        tom.checks_accessibility()
    assert any(row["measure_id"] == "worklist" and row["who"] == MANAGER for row in site.access_log())


def test_a_social_worker_sees_the_children_held_and_no_others(site: Site, browser: Browser) -> None:
    cur = records.cursor(site.home)
    with reading(browser, site) as sara:
        sara.signs_in(WORKER)
        sara.opens("/worklist")
        own = {link.rpartition("/")[2] for link in sara.links() if "/worklist/children/" in link}
        assert own
        other = next(i.child_id for i in worklist(cur, load_as_at(cur)) if i.child_id not in own)
        sara.opens(f"/worklist/children/{sorted(own)[0]}")
        assert sara.status == 200
        sara.opens(f"/worklist/children/{other}")
        assert sara.status == 403
        assert other not in sara.page.content()
        sara.checks_accessibility()
    last = site.access_log()[-1]
    assert (last["who"], last["outcome"], last["reason"]) == (
        WORKER,
        "refused",
        "the person does not work with the child",
    )


def test_the_calendar_says_how_many_and_never_whose(site: Site, browser: Browser) -> None:
    cur = records.cursor(site.home)
    team = worklist(cur, load_as_at(cur), team="SC")
    with reading(browser, site) as tom:
        tom.signs_in(MANAGER)
        tom.opens("/worklist/calendar")
        tom.checks_accessibility()
        tom.presses("Make an address")
        address = tom.page.locator("code").inner_text()
        tom.checks_accessibility()
        # A calendar programme signs in nowhere
        text = urllib.request.urlopen(address).read().decode()
        events = Calendar.from_ical(text).walk("VEVENT")
        counted = sum(
            int(re.match(r"\d+", str(e["summary"]))[0]) for e in events if "due" in str(e["summary"])
        )  # type: ignore[index]
        assert counted == len([item for item in team if item.group == "soon"])
        for item in team:
            assert item.child_id not in text
            assert item.child_name.split()[-1] not in text
            assert item.worker_name not in text
        # When it is stopped, or was never made, it opens nothing
        tom.presses("Stop the address")
        for dead in (address, address[:-8] + "AAAA.ics"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(dead)


def test_a_councillor_has_no_worklist(site: Site, browser: Browser) -> None:
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        okafor.opens("/worklist")
        assert okafor.status == 403


def test_the_whole_authoritys_list_fits_a_phone(site: Site, browser: Browser) -> None:
    with reading(browser, site, viewport={"width": 375, "height": 800}) as amira:
        amira.signs_in(ANALYST)
        for path in ("/worklist", "/worklist/calendar"):
            amira.opens(path)
            amira.checks_nothing_sticks_out()
            amira.checks_accessibility()
