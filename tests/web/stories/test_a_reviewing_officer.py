"""A reviewing officer meets the reviews to come of the children reviewed, holds nobody, and always knows the way back."""

from playwright.sync_api import Browser

from tests.web.reader import ANALYST, Site, reading
from undrift import records
from undrift.clocks.catalogue import catalogue
from undrift.clocks.readings import load_as_at
from undrift.clocks.worklists import REVIEWS, worklist
from undrift.drift import stalled
from undrift.drift.catalogue import catalogue as patterns
from undrift.drift.stalled import Whose
from undrift.journeys.holders import WORKING_WITH
from undrift.web.server import REVIEWING

OFFICER = "rosa.reviewing"


def test_an_officer_sees_the_reviews_of_the_children_reviewed_and_no_other_clock(
    site: Site, browser: Browser
) -> None:
    cur = records.cursor(site.home)
    day = load_as_at(cur)
    busiest = cur.execute(
        f"""SELECT worker_id, list(child_id) FROM ({WORKING_WITH}) WHERE role = '{REVIEWING}'
            GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1""",
        {"day": day},
    ).fetchone()
    assert busiest is not None
    officer, children = busiest
    due = worklist(cur, day, officer=officer)
    assert {item.clock_id for item in due} <= set(REVIEWS)
    assert {item.child_id for item in due} <= set(children)
    with reading(browser, site) as rosa:
        rosa.signs_in(OFFICER)
        rosa.clicks("Children", within="header")
        shown = {link.rpartition("/")[2] for link in rosa.links() if "/worklist/children/" in link}
        assert shown == {item.child_id for item in due}
        names = {catalogue()[clock].name for clock in REVIEWS}
        cells = rosa.page.locator("tbody tr td:nth-of-type(1)").all_inner_texts()
        assert {cell.split("\n")[0] for cell in cells} <= names
        rosa.sees("the reviews to come of the children you review, whoever holds them today")
        assert rosa.page.locator(".govuk-breadcrumbs").count() == 0, "the list is where the way begins"
        rosa.checks_accessibility()
        # A child reviewed opens, and says who holds the child, who is somebody else
        rosa.opens(f"/worklist/children/{sorted(children)[0]}")
        assert rosa.status == 200
        # A child that another officer reviews does not
        other = next(item.child_id for item in worklist(cur, day) if item.child_id not in children)
        rosa.opens(f"/worklist/children/{other}")
        assert rosa.status == 403
        assert other not in rosa.page.content()


def test_the_way_back_from_a_child_says_where_it_goes(site: Site, browser: Browser) -> None:
    cur = records.cursor(site.home)
    found = next(one for one in stalled.counts(cur, load_as_at(cur), Whose()) if one.children)
    name = patterns()[found.pattern_id].name
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens(f"/stalled/{found.pattern_id}")
        amira.page.locator("tbody th a").first.click()
        amira.clicks(f"Back to the children who match “{name}”")
        assert amira.path.startswith(f"/stalled/{found.pattern_id}")
        # From the worklist, narrowed, it goes back to the same list
        amira.opens("/worklist?clock=cp_visit")
        amira.page.locator("tbody th a").first.click()
        amira.clicks("Back to the worklist")
        assert amira.path == "/worklist?clock=cp_visit"
        # Reached from nowhere, or from another site, it is the worklist
        child = next(link for link in amira.links() if "/worklist/children/" in link)
        for elsewhere in (None, f"https://elsewhere.example/stalled/{found.pattern_id}"):
            amira.page.goto(site.address + child, referer=elsewhere)
            way = amira.page.get_by_role("link", name="Back to the worklist")
            assert way.get_attribute("href") == "/worklist"
