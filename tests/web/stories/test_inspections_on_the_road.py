"""From the road to a report and its areas; a theme put right; a search; and files that are refused."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.web.reader import ANALYST, COUNCILLOR, Reader, Site, reading
from undrift.inspections import Area, Evidence, Finding, Judgement, Report
from undrift.inspections.corpus import Corpus
from undrift.inspections.stored import key_of
from undrift.synthetic import report as invented
from undrift.web.uploads import MAX_BYTES


def _kept(site: Site) -> dict[str, str]:
    """Every file below the folder of reports, by name, with a hash of what is in it."""
    folder = site.home / "inspections"
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def _letter(path: Path) -> bytes:
    file = path / "letter.pdf"
    invented.write_visit_letter(file)
    return file.read_bytes()


def _lit(reader: Reader) -> str:
    """The passage the address points at, which the style sheet lights."""
    return " ".join(reader.page.locator(".app-passage:target").inner_text().split())


def test_from_the_road_to_the_report_and_its_area(site: Site, browser: Browser) -> None:
    with reading(browser, site) as cllr:
        # Given the councillor, who may read what inspectors published
        cllr.signs_in(COUNCILLOR)
        # When the road is opened from the menu
        cllr.clicks("Inspection", within="header")
        cllr.clicks("The road", within="header")
        # Then it says what happened, what the rules ask, and an interval with the authorities it rests on
        cllr.sees("judged overall effectiveness inadequate")
        assert cllr.page.locator(".app-road > li").count() == 4
        cllr.sees("Past the guide date")
        cllr.sees("70 working days")
        cllr.sees("Read in the publisher’s own text.")
        assert cllr.page.get_by_role("img").get_attribute("alt")
        interval = cllr.page.locator("#window ~ .app-figure").inner_text()
        assert " to " in interval
        cllr.page.get_by_text("authorities it rests on").click()
        cllr.sees("Birmingham")
        cllr.checks_accessibility()
        # When the inspection is followed
        cllr.clicks("Inspection", within=".app-road")
        # Then its report says what was read from which page
        assert cllr.heading == "Inspection of Irwell"
        cllr.sees("Inspection dates: 18 October 2021 to 29 October 2021")
        assert cllr.page.locator("article[id^=area-]").count() == len(invented.AREAS)
        assert cllr.page.get_by_role("link", name="Confirm or correct").count() == 0
        cllr.checks_accessibility()
        # When one area is chosen beside it
        cllr.clicks("The timeliness and reach of strategy discussions")
        # Then that sentence is lit, with its page and why it has its theme
        assert invented.AREAS[1] in _lit(cllr)
        assert "page 2" in _lit(cllr)
        assert "says “strategy discussion”" in _lit(cllr)
        # And it leads to the area of the improvement plan, and from there to what was said each time
        cllr.page.locator("#area-2").get_by_role("link", name="What is being done").click()
        assert cllr.heading == invented.AREAS[1]
        cllr.goes_up("Improvement plan")
        cllr.opens("/areas/7")
        cllr.clicks("What inspectors said each time")
        visits = cllr.page.locator(".app-visit h2").all_inner_texts()
        assert visits == ["18 to 29 October 2021", "14 to 15 March 2023"]
        cllr.sees("Reviewing officers have become more persistent.")
        cllr.checks_accessibility()
        # And a letter's sentence opens where it stands
        cllr.clicks("Sentence 12, page 2")
        assert "Reviewing officers have become more persistent." in _lit(cllr)
        cllr.checks_accessibility()
        cllr.checks_nothing_left_the_site()


def test_a_theme_is_corrected_and_stays_corrected(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        # Given the analyst at a sentence of the letter that no rule gave a theme
        amira.signs_in(ANALYST)
        amira.clicks("Inspection", within="header")
        amira.clicks("Reports and letters", within="header")
        amira.checks_accessibility()
        amira.clicks("Third monitoring visit")
        amira.page.locator("#sentence-4").get_by_role("link", name="Confirm or correct").click()
        amira.sees("Some children continue to wait too long to know where they will grow up.")
        amira.checks_accessibility()
        # When she names it
        amira.page.get_by_label("Permanence, adoption, reunification and connected persons").check()
        amira.presses("Save")
        # Then she is back at the sentence, which says whose word it is and what the rules said
        assert amira.path.endswith("#sentence-4")
        assert (
            f"Permanence, adoption, reunification and connected persons: Corrected by {ANALYST} on"
            in _lit(amira)
        )
        assert "no rule's words occur" in _lit(amira)
        # And it stands among what was said of that theme each time
        amira.opens("/themes/permanence/said")
        amira.sees("Some children continue to wait too long")
        # When she changes her mind, and so both answers are on record
        letter = next(
            k for k, d in Corpus(site.home / "inspections").documents() if d.kind == "monitoring_visit"
        )
        amira.opens(f"/documents/{letter}/sentence-4/theme")
        amira.page.get_by_label("None of these").check()
        amira.presses("Save")
        # Then it is what the rules said: confirmed, and not among that theme's any more
        assert f"No theme: Confirmed by {ANALYST}" in _lit(amira)
        amira.opens("/themes/permanence/said")
        assert "Some children continue to wait too long" not in amira.page.locator("main").inner_text()
        amira.opens(f"/documents/{letter}/sentence-4/theme")
        said = amira.page.locator("h2 ~ ul li").all_inner_texts()
        assert [line.split(":")[0] for line in said] == [
            "No theme",
            "Permanence, adoption, reunification and connected persons",
        ]
        amira.checks_accessibility()
    # And nobody else may say it for her
    with reading(browser, site) as cllr:
        cllr.signs_in(COUNCILLOR)
        for page in (f"/documents/{letter}/sentence-4/theme", "/documents/new"):
            cllr.opens(page)
            assert cllr.status == 403
            cllr.checks_accessibility()


def test_a_search_lands_on_the_sentence(site: Site, browser: Browser) -> None:
    with reading(browser, site, java_script_enabled=False) as tom:
        # Given a browser that runs no script
        tom.signs_in(COUNCILLOR)
        tom.opens("/documents")
        # When words are looked for, one in another form than it was printed in
        tom.page.get_by_label("Search every report and letter kept").fill("succession of carer")
        tom.presses("Search")
        # Then the words found are marked
        assert tom.page.locator("mark").all_inner_texts() == ["succession", "of", "carers"]
        # And the passage opens where it stands
        tom.clicks("Sentence 8")
        assert "Many children have had to get used to a succession of carers." in _lit(tom)
    with reading(browser, site, viewport={"width": 375, "height": 800}) as cllr:
        # Given a phone, and words that would be operators or markup elsewhere
        cllr.signs_in(COUNCILLOR)
        for words in ('"unclosed AND NOT (', "<script>alert(1)</script>", "* OR near/2", "zyzzyva"):
            cllr.page.goto(f"{site.address}/documents/search")
            cllr.page.get_by_label("Search every report and letter kept").fill(words)
            cllr.presses("Search")
            # Then they are only words
            assert cllr.page.locator(".app-area").count() == 0
            cllr.sees(f"0 passages for {words}")
            cllr.checks_nothing_sticks_out()
        cllr.checks_accessibility()


def test_learning_from_an_authority_that_improved(site: Site, browser: Browser) -> None:
    with reading(browser, site) as cllr:
        # Given that no other authority's reports are kept
        cllr.signs_in(COUNCILLOR)
        cllr.opens("/areas/6")
        cllr.clicks("Learning from others")
        # Then the page says so, and names those whose reports would be needed
        cllr.sees("Nothing can be shown here yet.")
        cllr.page.get_by_text("Who they are and how long it took").click()
        cllr.sees("Birmingham")
        cllr.checks_accessibility()
        # When two (invented) reports of one that improved are kept
        corpus = Corpus(site.home / "inspections")
        then, later = _other(2018, "inadequate", True), _other(2021, "good", False)
        for report in (then, later):
            corpus.add(report)
        try:
            cllr.opens("/areas/6/others")
            # Then they stand side by side, with how long it took
            cllr.sees("It took 3 years, from one publication to the other.")
            cllr.sees("The later report no longer names it")
            assert cllr.page.locator(".app-side").count() == 2
            cllr.checks_accessibility()
            # And each passage opens in its report
            cllr.clicks("Paragraph 1, page 4")
            assert "Pre-proceedings work is tracked well." in _lit(cllr)
            # And the road is still that of the improvement plan's own authority
            cllr.opens("/road")
            assert cllr.page.locator(".app-road > li").count() == 4
        finally:
            for report in (then, later):
                corpus.remove(key_of(report))


def _other(year: int, grade: str, has_area: bool) -> Report:
    day = date(year, 1, 8)
    areas = (Area("Pre-proceedings work, so that nothing drifts.", "what_needs_to_improve", 2),)
    return Report(
        f"invented {year}.pdf", 9, local_authority="Birmingham", urn="80429", kind="ilacs_standard",
        date_ranges=((day, day),), publication_date=day,
        judgements=(Judgement("overall_effectiveness", grade, Evidence(1, grade)),),
        areas=areas if has_area else (),
        numbered=(Finding(1, "help_and_protection", 4, "Pre-proceedings work is tracked well."),),
    )  # fmt: skip


def _drawn(words: str = "", encrypt: str | None = None, scanned: bool = False) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=encrypt)
    for line in range(30 if words else 0):
        canvas.drawString(72, 760 - 20 * line, f"{words} {line}")
    if scanned:
        canvas.drawImage(ImageReader(Image.new("L", (800, 1100), 220)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("nothing chosen", "Choose a PDF file."),
        ("zero bytes", "The file is empty."),
        ("a spreadsheet", "not a PDF"),
        ("a web page saved as PDF", "web page"),
        ("truncated", ""),
        ("encrypted", "password"),
        ("scanned", ""),
        ("about something else", "neither an inspection report nor a letter"),
        ("too large", "larger than 20 MB"),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_one_line(
    fault: str, words: str, site: Site, browser: Browser, tmp_path: Path
) -> None:
    sent = {
        "zero bytes": lambda: b"",
        "a spreadsheet": lambda: b"PK\x03\x04" + b"\0" * 400,
        "a web page saved as PDF": lambda: b"<!DOCTYPE html><html><body><p>Not found</p></body></html>",
        "truncated": lambda: _letter(tmp_path)[:9000],
        "encrypted": lambda: _drawn("A monitoring visit to Irwell", encrypt="secret"),
        "scanned": lambda: _drawn(scanned=True),
        "about something else": lambda: _drawn("Take six eggs and a spoonful of honey."),
        "too large": lambda: _letter(tmp_path) + b"\0" * MAX_BYTES,
    }
    with reading(browser, site) as amira:
        # Given the analyst, and what is kept now
        amira.signs_in(ANALYST)
        before = _kept(site)
        amira.opens("/documents/new")
        # When the file is sent
        if fault in sent:
            file = {"name": "sent.pdf", "mimeType": "application/pdf", "buffer": sent[fault]()}
            amira.page.get_by_label("Choose a PDF file").set_input_files(file)  # type: ignore[arg-type]
        amira.presses("Read and keep")
        # Then one line says what is wrong, beside the field it is about
        lines = amira.page.locator(".govuk-error-summary__list li").all_inner_texts()
        assert len(lines) == 1
        assert words in lines[0]
        assert "\n" not in lines[0]
        assert "Traceback" not in lines[0]
        assert amira.page.locator("#id_file-error").count() == 1
        amira.checks_accessibility()
        # And nothing of it is stored, here or in passing
        assert _kept(site) == before
        assert list((site.home / "cache").glob("upload-*")) == []


def test_a_letter_that_reads_well_is_kept(site: Site, browser: Browser, tmp_path: Path) -> None:
    corpus = Corpus(site.home / "inspections")
    key = next(k for k, d in corpus.documents() if d.kind == "monitoring_visit")
    corpus.remove(key)
    with reading(browser, site) as amira:
        # Given that the letter is not kept
        amira.signs_in(ANALYST)
        amira.opens("/road")
        before = amira.page.locator(".app-road > li").count()
        # When the analyst sends it
        amira.opens("/documents/new")
        name = invented.VISIT_LETTER_FILE_NAME
        file = {"name": name, "mimeType": "application/pdf", "buffer": _letter(tmp_path)}
        amira.page.get_by_label("Choose a PDF file").set_input_files(file)  # type: ignore[arg-type]
        amira.presses("Read and keep")
        # Then it is shown as read, named as she named it
        assert amira.path == f"/documents/{key}?kept=1"
        amira.sees("Third monitoring visit to Irwell has been read and kept.")
        amira.sees(f"Read from {name}.")
        amira.checks_accessibility()
        # And it stands on the road
        amira.opens("/road")
        assert amira.page.locator(".app-road > li").count() == before + 2


def test_the_pages_of_inspections_fit_a_phone(site: Site, browser: Browser) -> None:
    keys = [key for key, _ in Corpus(site.home / "inspections").documents()]
    with reading(browser, site, viewport={"width": 375, "height": 800}) as amira:
        # Given a phone
        amira.signs_in(ANALYST)
        # When each page is opened
        pages = ["/road", "/documents", "/documents/new", "/documents/search?words=children", "/areas/2/said"]
        pages += ["/areas/2/others", f"/documents/{keys[0]}/area-1/theme", *(f"/documents/{k}" for k in keys)]
        for page in pages:
            amira.opens(page)
            # Then nothing sticks out, and nothing is out of reach
            assert amira.status == 200, page
            amira.checks_nothing_sticks_out()
            amira.checks_accessibility()
        # And an address nobody was given is no more than not found
        for page in (
            "/documents/0123456789abcdef",
            "/documents/x",
            f"/documents/{keys[0]}/area-99/theme",
            "/themes/x/said",
        ):
            amira.opens(page)
            assert amira.status == 404, page


def test_a_step_that_no_report_says_is_recorded_and_stands_on_the_road(site: Site, browser: Browser) -> None:
    with reading(browser, site) as amira:
        # Given the analyst at the road, where nobody can tell whether the improvement plan was sent
        amira.signs_in(ANALYST)
        amira.page.goto(f"{site.address}/road")
        row = amira.page.locator("tr", has_text="Improvement plan to the Secretary of State").first
        assert "Cannot tell" in row.inner_text()
        # When she records it and says where it is written, first leaving the date out
        amira.clicks("Record a step that no report says")
        amira.page.get_by_label("Improvement plan sent to the Secretary of State and Ofsted").check()
        amira.page.get_by_label("Where is it written?").fill("Covering letter to the Secretary of State")
        amira.page.get_by_role("button", name="Save").click()
        amira.sees("Enter the date of the step: day, month and year.")
        amira.checks_accessibility()
        for box, number in (("Day", "21"), ("Month", "3"), ("Year", "2022")):
            amira.page.get_by_label(box, exact=True).fill(number)
        amira.page.get_by_role("button", name="Save").click()
        # Then the road tells it, with where it is written and who recorded it
        amira.sees("Covering letter to the Secretary of State, recorded by amira.analyst")
        row = amira.page.locator("tr", has_text="Improvement plan to the Secretary of State").first
        assert "Done" in row.inner_text()
        amira.checks_accessibility()
