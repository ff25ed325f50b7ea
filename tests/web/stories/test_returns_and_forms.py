"""What each return and form holds can be read by everybody who signs in, and a template fetched and filled in."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.web.reader import ANALYST, COUNCILLOR, MANAGER, Site, reading
from undrift.returns import forms, recognise
from undrift.returns.catalogue import catalogue


@pytest.mark.parametrize("who", [ANALYST, MANAGER, COUNCILLOR])
def test_anybody_signed_in_reads_what_a_form_holds_and_takes_its_template(
    site: Site, browser: Browser, tmp_path: Path, who: str
) -> None:
    before = len(site.access_log())
    with reading(browser, site) as reader:
        # Given somebody who has signed in
        reader.signs_in(who)
        # When they open the returns and forms, and then core groups
        reader.clicks("Data", within="header")
        reader.clicks("Returns and forms")
        assert reader.heading == "Returns and forms"
        reader.checks_accessibility()
        reader.clicks("Core groups")
        # Then its columns stand there with what each means and what else it may be called
        assert reader.heading == "Core groups"
        reader.sees("Date of core group")
        reader.sees("Also read: Core group date; Core group meeting date; Core group held.")
        reader.checks_accessibility()
        # When they take the template and fill in a row
        with reader.page.expect_download() as fetched:
            reader.page.get_by_role("link", name="an Excel workbook").click()
        path = tmp_path / fetched.value.suggested_filename
        fetched.value.save_as(path)
    book = openpyxl.load_workbook(path)
    book["Core groups"].append([None, "C1", None, "14/05/2026"])
    book.save(path)
    # Then the reader takes it
    assert path.name == "core-groups.xlsx"
    assert recognise(path) is forms.read
    assert forms.read(path).tables["local_core_groups"].column("corg_person_id").to_pylist() == ["C1"]
    # And nobody's looking has been logged, for nothing here is about a child
    assert len(site.access_log()) == before


def test_every_return_and_form_has_its_page(site: Site, browser: Browser) -> None:
    with reading(browser, site, viewport={"width": 375, "height": 800}) as reader:
        reader.signs_in(COUNCILLOR)
        reader.opens("/returns")
        reader.checks_nothing_sticks_out()
        reader.checks_tables_fit()
        pages = sorted(
            {link for link in reader.links() if link.startswith("/returns/") and "template" not in link}
        )
        assert pages == sorted(f"/returns/{name}" for name in catalogue())
        for page in pages:
            reader.opens(page)
            assert reader.status == 200, page
        for page in ("/returns/ssda903", "/returns/pre-proceedings"):
            reader.opens(page)
            reader.checks_nothing_sticks_out()
            reader.checks_tables_fit()
            reader.checks_accessibility()
        reader.opens("/returns/nothing")
        assert reader.status == 404
        reader.opens("/returns/cin-census/template.xlsx")
        assert reader.status == 404


@pytest.mark.parametrize(
    "path", ["clock/cp_visit", "pattern/three_carers", "measure/cla_20_miles_outside_pct"]
)
def test_the_cases_of_a_definition_are_read_on_a_phone(site: Site, browser: Browser, path: str) -> None:
    with reading(browser, site, viewport={"width": 375, "height": 800}) as reader:
        reader.signs_in(COUNCILLOR)
        reader.opens(f"/definitions/{path}")
        assert reader.page.locator("tbody tr").count() > 2
        reader.checks_nothing_sticks_out()
        reader.checks_tables_fit()
        reader.checks_accessibility()
