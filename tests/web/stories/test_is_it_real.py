"""Is the difference real: an analyst, a team manager and a councillor read what chance explains and what it does not."""

import re

from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, MANAGER, Reader, Site, reading

PHONE = {"viewport": {"width": 375, "height": 800}}
CONFERENCES = "/variation/measures/icpc_15wd_pct"
PAGES = (
    "/variation", "/variation/since-the-last-visit", "/variation/teams/SC", CONFERENCES, f"{CONFERENCES}/teams",
    f"{CONFERENCES}/groups", f"{CONFERENCES}/target", f"{CONFERENCES}/rebase", "/variation/aftermath",
    "/variation/aftermath/assessment_nfa", "/variation/aftermath/assessment_nfa/children",
)  # fmt: skip


def test_an_analyst_walks_from_the_authority_to_the_teams_and_the_decisions(
    site: Site, browser: Browser
) -> None:
    with reading(browser, site, java_script_enabled=False) as amira:
        # Given the analyst, in a browser that runs no script
        amira.signs_in(ANALYST)
        amira.page.get_by_role("link", name="Measures", exact=True).click()
        # Then the page says how many false alarms its charts bring by chance
        amira.sees("would still show special cause at the latest point")
        # When a measure is opened
        amira.clicks("Assessments within 45 working days")
        assert amira.heading == "Assessments within 45 working days"
        amira.sees("This is a p′ chart.")
        # Then its teams stand on a funnel, with a number a director can quote
        amira.clicks("How far teams differ")
        amira.sees("the six teams differ by more than chance. A typical team stands")
        amira.sees("between-team standard deviation, 95% interval")
        amira.sees("Is consistency improving?")
        # When one team is opened, its measures stand side by side
        amira.page.locator(".app-mini").get_by_role("link", name="Safeguarding Cedar").click()
        assert amira.heading == "Safeguarding Cedar"
        assert amira.page.locator(".app-mini").count() >= 5
        # And groups of children, with their intervals
        amira.opens(f"{CONFERENCES}/groups")
        amira.sees("Ethnic group")
        amira.sees("Who waits longest")
        amira.sees("Area (first half of the postcode)")
        # And what came after decisions, down to the decisions themselves, each look noted
        amira.opens("/variation/aftermath")
        amira.clicks("Assessments ended with no further action")
        amira.sees("of the children came back within twelve months (95% interval")
        looks = len(site.access_log())
        amira.clicks("See the decisions of the last two years")
        amira.sees("a return does not show that the decision was wrong")
        amira.sees("This look has been noted in the access log.")
        noted = site.access_log()[looks:]
        assert [(row["outcome"], row["measure_id"]) for row in noted] == [
            ("allowed", "reversed: assessment_nfa")
        ]


def test_what_changed_since_the_last_visit_and_since_an_earlier_one(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens("/variation")
        amira.clicks("What changed since the last visit")
        assert amira.heading == "What changed since the last visit"
        last = amira.page.locator(".govuk-caption-l").inner_text()
        summary = amira.page.locator(".govuk-body-l").inner_text()
        assert re.match(r"Of \d+ measures, since \d+ \w+ \d{4}: \d+ worse", summary)
        # When an earlier visit is chosen
        amira.page.get_by_label("Judge it from").select_option(index=1)
        amira.presses("Judge again")
        assert amira.heading == "What changed since then"
        assert amira.page.locator(".govuk-caption-l").inner_text() != last


def test_a_target_is_a_recorded_decision_and_the_chart_says_whether_it_will_be_hit(
    site: Site, browser: Browser
) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens("/variation/measures/cla_visits_in_time_pct")
        amira.sees("No decision has moved the baseline or set a target.")
        amira.clicks("Set the target")
        # When nothing is filled in, the page says what to put right
        amira.presses("Save")
        amira.sees("Enter the target.")
        amira.sees("Say where the target comes from.")
        amira.checks_accessibility()
        amira.page.get_by_label("What is it meant to reach?").fill("99.9")
        amira.page.get_by_label("Why?").fill("The improvement plan says so")
        amira.presses("Save")
        # Then the decision stands with who, when and why, and the icon speaks of it
        amira.sees("Will consistently miss the target")
        amira.sees(f"as {ANALYST} decided on 30 September 2026: The improvement plan says so.")
        # And a re-basing too near to learn from is refused
        amira.clicks("learn what is ordinary anew")
        for box, value in (("Day", "1"), ("Month", "6"), ("Year", "2026")):
            amira.page.get_by_label(box, exact=True).fill(value)
        amira.page.get_by_label("Why?").fill("A new service")
        amira.presses("Save")
        amira.sees("Choose September 2025 or earlier")


def _opens_all(reader: Reader) -> None:
    for page in PAGES:
        reader.opens(page)
        assert reader.status == 200, page
        reader.checks_accessibility()
        reader.checks_nothing_sticks_out()
    reader.checks_nothing_left_the_site()


def test_every_page_fits_a_phone_and_passes_the_accessibility_check(site: Site, browser: Browser) -> None:
    with reading(browser, site, **PHONE) as amira:
        amira.signs_in(ANALYST)
        _opens_all(amira)


def test_a_manager_lists_only_the_own_teams_decisions(site: Site, browser: Browser) -> None:
    with reading(browser, site) as tom:
        tom.signs_in(MANAGER)
        tom.opens("/variation/aftermath/assessment_nfa/children")
        tom.sees("Only decisions your own team made are listed.")
        teams = set(tom.page.locator("td[data-label=By]").all_inner_texts())
        assert teams == {"Safeguarding Cedar"}
        # And may not set a target
        tom.opens(f"{CONFERENCES}/target")
        assert tom.status == 403


def test_a_councillor_reads_what_is_protected_and_no_team_and_no_child(site: Site, browser: Browser) -> None:
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        for page in ("/variation", "/variation/since-the-last-visit", "/variation/aftermath",
                     "/variation/aftermath/assessment_nfa", f"{CONFERENCES}/groups"):  # fmt: skip
            okafor.opens(page)
            assert okafor.status == 200, page
            okafor.checks_accessibility()
            shown = " ".join(okafor.page.locator("main").inner_text().split())
            assert not re.search(r"\b\d+ of \d+\b(?! measures)", shown), page
            assert "Cedar" not in shown, page
            for link in okafor.links():
                if link.startswith("/variation"):
                    okafor.opens(link)
                    assert okafor.status == 200, link
        okafor.opens(f"{CONFERENCES}/groups")
        okafor.sees("c: withheld to protect children")
        for page in (
            "/variation/teams/SC",
            CONFERENCES,
            f"{CONFERENCES}/teams",
            "/variation/aftermath/assessment_nfa/children",
        ):
            okafor.opens(page)
            assert okafor.status == 403, page


def test_the_measures_of_one_area_of_practice_can_be_chosen(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        amira.signs_in(ANALYST)
        amira.opens("/variation")
        amira.page.get_by_label("Measures of").select_option(value="adoption")
        amira.presses("Show")
        assert amira.path == "/variation?area=adoption"
        assert amira.page.locator(".app-mini").count() > 5
        amira.checks_accessibility()
        amira.opens("/variation?area=nothing-of-the-kind")
        assert amira.page.get_by_label("Measures of").input_value() == ""
