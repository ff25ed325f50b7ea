"""What was loaded, what was wrong with it, what changed, what was known on an earlier day; and who is one child."""

import csv
import json
import re
import time
from pathlib import Path

import openpyxl
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, LONGEST, MANAGER, Reader, Site, reading
from undrift import records
from undrift.records import links

PHONE = {"viewport": {"width": 375, "height": 800}}


def _checks(reader: Reader) -> None:
    reader.checks_accessibility()
    reader.checks_nothing_sticks_out()
    reader.checks_nothing_left_the_site()


def _loads(site: Site) -> tuple[str, str]:
    """The ids of the load of a month before, and of the load shown."""
    before, after = sorted(records.loads(site.home), key=lambda load: load.as_at)
    return before.id, after.id


def _truth(built_demo: Path, name: str) -> list[dict[str, str]]:
    with (built_demo / "files" / "truth" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_an_analyst_reads_what_was_loaded_and_what_was_wrong_with_it(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    with reading(browser, site) as amira:
        # Given the analyst, at the menu
        amira.signs_in(ANALYST)
        amira.clicks("Data", within="header")
        _checks(amira)
        # When she opens the loads
        amira.clicks("Loads")
        amira.sees("There are 2.")
        _checks(amira)
        # Then the month before says who sent it, when, which files and what each is
        amira.clicks(re.compile("^31 August 2026"))
        assert amira.heading == "The load of 31 August 2026"
        amira.sees("Loaded by demonstration on")
        amira.sees("from 14 files")
        amira.page.get_by_text("The files, each with its fingerprint").click()
        fingerprints = amira.page.locator(".app-hash").all_inner_texts()
        assert len(fingerprints) == 14
        assert all(re.fullmatch("[0-9a-f]{64}", one) for one in fingerprints)
        _checks(amira)
        # And its issues: each with its place, what is wrong and what to try
        amira.clicks(re.compile("issues were found"))
        amira.sees("17 held something back")
        amira.sees("31/02/2026")
        amira.sees("has been noted in the access log")
        _checks(amira)
        # And they can be narrowed, and taken away
        amira.page.get_by_label("Kind").select_option(index=1)
        amira.presses("Show")
        rows = amira.page.locator("main tbody tr").count()
        assert 0 < rows < 17
        with amira.page.expect_download() as sent:
            amira.page.get_by_role("link", name="an Excel workbook").click()
        sent.value.save_as(tmp_path / "issues.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "issues.xlsx")["Issues"]
        assert sheet.max_row == rows + 1
        with amira.page.expect_download() as sent:
            amira.page.get_by_role("link", name="JSON", exact=True).click()
        sent.value.save_as(tmp_path / "issues.json")
        assert len(json.loads((tmp_path / "issues.json").read_text())["issues"]) == rows
    assert any(row["measure_id"].startswith("issues: ") for row in site.access_log())


def test_a_count_of_what_changed_opens_into_the_rows_that_were_planted(
    site: Site, browser: Browser, built_demo: Path
) -> None:
    planted = _truth(built_demo, "changed")
    with reading(browser, site) as amira:
        # Given two loads a month apart
        amira.signs_in(ANALYST)
        amira.opens("/data/loads")
        # When the analyst asks what changed
        amira.clicks(re.compile("^since 31 August 2026"))
        assert amira.heading == "What changed between 31 August 2026 and 30 September 2026"
        amira.sees("entered late")
        _checks(amira)
        # Then each count opens into the very rows that were planted, with where each stands
        row = amira.page.locator("main table").first.get_by_role("row").filter(has_text="ssd_cin_assessments")
        row.get_by_role("link").filter(has_text="back-dated").click()
        keys = set(amira.page.locator("main tbody th").all_inner_texts())
        assert keys == {one["key"] for one in planted if one["how"] == "back-dated"}
        amira.sees("cina_assessment_auth_date: nothing →")
        amira.sees("ssd_cin_assessments.csv, row")
        _checks(amira)
        amira.page.go_back()
        row = amira.page.locator("main table").first.get_by_role("row").filter(has_text="ssd_cp_visits")
        row.get_by_role("link").filter(has_text="entered late").click()
        keys = set(amira.page.locator("main tbody th").all_inner_texts())
        assert keys == {one["key"] for one in planted if one["table"] == "ssd_cp_visits"}
        # And a row leads to its child
        amira.page.locator("main tbody a").first.click()
        amira.sees("As known on an earlier day")
    assert any(row["measure_id"] == "changed: ssd_cp_visits" for row in site.access_log())


def test_a_manager_opens_only_the_rows_of_the_team_and_no_value_of_another(
    site: Site, browser: Browser
) -> None:
    before, after = _loads(site)
    with reading(browser, site) as tom:
        # Given a team manager on the same pages
        tom.signs_in(MANAGER)
        tom.opens(f"/data/loads/{after}/since/{before}")
        # Then only his own team's counts are links
        asked = {link for link in tom.links() if "/children/" in link}
        assert asked
        assert all(link.endswith("team=SC") for link in asked)
        tom.opens(f"/data/loads/{after}/since/{before}/children/ssd_cp_visits?how=new&team=SC")
        assert set(tom.page.locator("main tbody td[data-label=Team]").all_inner_texts()) == {
            "Safeguarding Cedar"
        }
        _checks(tom)
        # And another team's rows are refused, and the attempt noted
        tom.opens(f"/data/loads/{after}/since/{before}/children/ssd_cp_visits?how=new&team=SA")
        assert tom.status == 403
        last = site.access_log()[-1]
        assert (last["outcome"], last["measure_id"]) == ("refused", "changed: ssd_cp_visits")
        # And of the issues he sees the place and not the value
        tom.opens(f"/data/loads/{before}/issues")
        tom.sees("The values themselves are shown to those who may open any child.")
        assert "31/02/2026" not in tom.page.content()
        sent = tom.page.request.get(f"{site.address}/data/loads/{before}/issues?format=json").json()
        assert sent["issues"]
        assert all("value_read" not in issue for issue in sent["issues"])
        # And whether two ids are one child is not his to say
        tom.opens("/data/children")
        assert tom.status == 403


def test_a_councillor_meets_none_of_it(site: Site, browser: Browser) -> None:
    before, after = _loads(site)
    with reading(browser, site) as okafor:
        okafor.signs_in(COUNCILLOR)
        okafor.clicks("Data", within="header")
        assert {link for link in okafor.links() if link.startswith("/data/")} == set()
        for path in ("/data/loads", f"/data/loads/{after}/issues", f"/data/loads/{after}/since/{before}",
                     "/data/children", "/worklist/children/IRW900001/known"):  # fmt: skip
            okafor.opens(path)
            assert okafor.status == 403, path
            assert "IRW9" not in okafor.page.inner_text("main")
        okafor.checks_accessibility()


def test_a_child_is_read_as_known_on_an_earlier_day(site: Site, browser: Browser) -> None:
    with reading(browser, site, java_script_enabled=False) as amira:
        # Given a child's page
        amira.signs_in(ANALYST)
        amira.opens("/worklist/children/IRW900001")
        amira.clicks("As known on an earlier day")
        # When a day is asked of that no load speaks for
        for box, value in (("Day", "1"), ("Month", "1"), ("Year", "2026")):
            amira.page.get_by_label(box, exact=True).fill(value)
        amira.presses("Show")
        amira.sees("There is a problem")
        amira.sees("The earliest speaks for 31/08/2026")
        # And then one that a load does speak for
        amira.page.get_by_label("Month", exact=True).fill("9")
        amira.presses("Show")
        # Then the page says that it is of then, and shows nothing that came after
        amira.sees("This is what the records said then, not now.")
        amira.sees("the latest load to speak by that day is that of 31 August 2026")
        table = amira.page.get_by_role("table", name="What happened, latest first").inner_text()
        assert "Aug 2026" in table
        assert "Sep 2026" not in table
        address = amira.path
    with reading(browser, site) as checker:
        checker.signs_in(ANALYST)
        checker.opens(address)
        _checks(checker)


def _waits_until_joined(site: Site, given_up: str, joined: bool) -> None:
    """Until the live file has been built again, as the page says it will be."""
    count = "SELECT count(*) FROM links.same_child WHERE child_id = ?"
    stop = time.monotonic() + LONGEST
    while records.cursor(site.home).execute(count, [given_up]).fetchone() != (int(joined),):
        assert time.monotonic() < stop, "the live file was not built again"
        time.sleep(0.5)


def test_two_ids_are_said_to_be_one_child_and_the_journey_is_one(
    site: Site, browser: Browser, built_demo: Path
) -> None:
    planted = {row["other_id"]: row["child_id"] for row in _truth(built_demo, "second_ids")}
    with reading(browser, site) as amira:
        # Given the pairs that may be one child
        amira.signs_in(ANALYST)
        amira.opens("/data")
        amira.clicks("Is it one child?")
        amira.sees("wait for a person to say, the strongest first")
        assert not re.search(r"\d%|weight|probability", amira.page.inner_text("main")), (
            "words and never a score"
        )
        _checks(amira)
        # When the first is opened
        first = links.suggestions(records.cursor(site.home))[0]
        assert planted.get(first.other_id) == first.child_id
        amira.page.locator("main tbody a").first.click()
        amira.sees("Nobody has said yet whether these two ids are one child.")
        amira.sees("Speaks very strongly for one child")
        _checks(amira)
        # And nothing is saved without a choice and a reason
        amira.presses("Save")
        amira.sees("Choose whether they are one child or two.")
        amira.sees("Say how you know")
        amira.checks_accessibility()
        amira.page.get_by_label(f"One child: keep {first.child_id}").check()
        amira.page.get_by_label("How do you know?").fill("Both birth certificates are one and the same.")
        amira.presses("Save")
        # Then who said it, when and why stand on the page, and the figures follow
        amira.sees("Saved")
        amira.sees(f"{ANALYST} said on")
        amira.sees("“Both birth certificates are one and the same.”")
        _checks(amira)
        _waits_until_joined(site, first.other_id, True)
        # And either id opens the one journey, which says that two were joined
        amira.opens(f"/worklist/children/{first.other_id}")
        amira.sees("Two ids were joined here")
        amira.sees(first.child_id)
        _checks(amira)
        # And it can be taken back
        amira.clicks("who said so, and why")
        amira.page.get_by_label("Take back what was said, and say nothing").check()
        amira.page.get_by_label("How do you know?").fill("Said of the wrong pair.")
        amira.presses("Save")
        amira.sees("took back what was said: “Said of the wrong pair.”")
        _waits_until_joined(site, first.other_id, False)


def test_none_of_it_is_wider_than_a_phone(site: Site, browser: Browser) -> None:
    before, after = _loads(site)
    first = links.suggestions(records.cursor(site.home))[0]
    with reading(browser, site, **PHONE) as reader:
        reader.signs_in(ANALYST)
        for path in (
            "/data", "/data/loads", f"/data/loads/{after}", f"/data/loads/{before}/issues",
            f"/data/loads/{after}/since/{before}",
            f"/data/loads/{after}/since/{before}/children/ssd_cin_assessments?how=back-dated",
            "/data/children", f"/data/children/{first.child_id}/{first.other_id}",
            "/worklist/children/IRW900001/known?on_0=1&on_1=9&on_2=2026",
        ):  # fmt: skip
            reader.opens(path)
            assert reader.status == 200, path
            _checks(reader)
