"""Files checked before anything is loaded: what is wrong, what was not recognised, said once; then loaded, or left."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.returns.test_hostile import bomb
from tests.web.conftest import serving
from tests.web.reader import ANALYST, COUNCILLOR, LONGEST, MANAGER, Reader, Site, reading
from undrift import records
from undrift.records import mappings
from undrift.records.turn import is_taken, writers_turn
from undrift.web import waiting
from undrift.web.server import DEMONSTRATION_PASSWORD

PHONE = {"viewport": {"width": 375, "height": 800}}
AS_AT = date(2026, 9, 30)
NO_SCRIPT = {"java_script_enabled": False}


@pytest.fixture(scope="module")
def own(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of its own: what is loaded here would change what every other story reads."""
    home = tmp_path_factory.mktemp("checking") / "home"
    shutil.copytree(built_demo, home, ignore=shutil.ignore_patterns("files", "cache"))
    left = waiting.receive(home, ANALYST, AS_AT, [_Sent("left by a crash.csv")])
    with serving(home) as served:
        assert not left.folder.exists(), "what a crash left is cleared at the start"
        yield served
    assert list(waiting.place(home).iterdir()) == [], "nothing that waits outlives the site"
    shutil.rmtree(home, ignore_errors=True)


class _Sent:
    def __init__(self, name: str) -> None:
        self.name: str | None = name

    def chunks(self) -> Iterator[bytes]:
        yield b"pers_person_id\nC1\n"


def _messy(path: Path) -> Path:
    """A workbook as they come: a title above the header, a column renamed, a code of nobody's, a day that never was."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "1. Contacts"
    for row in (
        ["Irwell: run on 1 October 2026"], [], ["Child Unique ID", "When they rang", "Gender", "Notes"],
        ["IRW900001", date(2026, 9, 5), "b) Female", "seen"], ["IRW900002", date(2026, 9, 6), "purple", ""],
        ["IRW900003", "31/02/2026", "a) Male", ""],
    ):  # fmt: skip
        sheet.append(row)
    book.save(path)
    book.close()
    return path


def _sends(reader: Reader, *files: Path, day: str = "30") -> None:
    reader.opens("/data/check")
    _sends_on(reader, *files, day=day)


def _sends_on(reader: Reader, *files: Path, day: str = "30") -> None:
    """From where the form is shown."""
    reader.page.get_by_label("Choose one file or several").set_input_files([str(file) for file in files])
    _fills_day(reader, day)
    reader.presses("Check the files")


def _fills_day(reader: Reader, day: str) -> None:
    for box, value in (("Day", day), ("Month", "9"), ("Year", "2026")):
        reader.page.get_by_label(box, exact=True).fill(value)


def _waits_until_served(site: Site, load_id: str) -> None:
    """And until whoever makes them ready has given up the turn to write, without which nothing more can be loaded."""
    stop = time.monotonic() + LONGEST
    pointer = site.home / "live" / "CURRENT"
    while not pointer.exists() or records.current_load(site.home).id != load_id or is_taken(site.home):
        assert time.monotonic() < stop, "the pages were not made ready from the load"
        time.sleep(0.5)


def _checks(reader: Reader) -> None:
    reader.checks_accessibility()
    reader.checks_nothing_sticks_out()
    reader.checks_nothing_left_the_site()


def test_a_messy_workbook_is_checked_put_right_and_loaded(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    messy = _messy(tmp_path / "contacts.xlsx")
    loads_before, shown_before = len(records.loads(own.home)), records.current_load(own.home).id
    with reading(browser, own) as amira:
        # Given the analyst, who finds the page under Data, and sends nothing first
        amira.signs_in(ANALYST)
        amira.opens("/data")
        amira.clicks("Check and load files")
        amira.sees("up to 120 files and 200 MB together")
        _checks(amira)
        amira.presses("Check the files")
        amira.sees("Choose the files to check.")
        amira.sees("Enter the day the files speak for")
        _checks(amira)
        # When she sends a workbook whose column of dates goes by another name
        _sends(amira, messy)
        assert amira.heading == "What was found in the files"
        amira.sees("These files cannot be loaded as they are.")
        amira.sees("column Date of Contact: The column is missing")
        assert not amira.page.get_by_role("button", name="Load these files").count()
        assert "IRW" not in amira.path and "contacts" not in amira.path
        _checks(amira)
        # Then she may say what it is, and how she knows is asked for
        amira.page.get_by_label("The column “When they rang”").select_option("Date of Contact")
        amira.presses("Keep this, and check again")
        amira.sees("Say how you know")
        assert amira.page.get_by_label("The column “When they rang”").input_value() == "Date of Contact"
        amira.checks_accessibility()
        amira.page.get_by_label("How do you know?").fill("The front door calls it so.")
        amira.presses("Keep this, and check again")
        # And it is checked again at once, by the same record of what was said as the command line's
        amira.sees("Kept, and checked again")
        (said,) = mappings.standing(own.home, "Irwell")
        assert (said.said, said.means, said.by, said.why) == (
            "When they rang", "Date of Contact", ANALYST, "The front door calls it so.",
        )  # fmt: skip
        amira.sees("column “When they rang” was read as “Date of Contact”, as amira.analyst said on")
        amira.sees("List 1 (")
        amira.sees("column “Notes” was left out")
        amira.sees("1 row or sheet is held back")
        amira.sees("31/02/2026")
        amira.page.get_by_label("“purple” in the column Gender").select_option("b) Female")
        amira.page.get_by_label("How do you know?").fill("Asked the front door.")
        # While another writes, nobody is kept waiting: the page says so, and keeps what was chosen
        with writers_turn(own.home):
            amira.presses("Keep this, and check again")
            amira.sees("The pages are being made ready from a load now.")
            assert len(mappings.standing(own.home, "Irwell")) == 1
        amira.presses("Keep this, and check again")
        assert not amira.page.get_by_label("“purple” in the column Gender").count()
        _checks(amira)
        # And the marked copy can be taken away, the cell at fault marked where it stands
        with amira.page.expect_download() as sent:
            amira.page.get_by_role("link", name="a copy of the files with each faulty cell marked").click()
        sent.value.save_as(tmp_path / "marked.xlsx")
        book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
        marked = {c.coordinate: c.comment.text for row in book["1. Contacts"] for c in row if c.comment}
        book.close()
        assert "is a date that does not exist" in marked["B6"]
        with amira.page.expect_download() as sent:
            amira.page.get_by_role("link", name="all of this as JSON").click()
        sent.value.save_as(tmp_path / "found.json")
        told = json.loads((tmp_path / "found.json").read_text())
        assert any(issue["code"] == "date_unreadable" for issue in told["issues"])
        assert "31/02/2026" not in json.dumps([issue.get("value", "") for issue in told["issues"]])
        # Nothing has been loaded; and another day is checked before it is loaded
        assert len(records.loads(own.home)) == loads_before
        _fills_day(amira, "29")
        amira.presses("Load these files")
        amira.sees("checked as at 29 September 2026. Nothing has been loaded yet.")
        amira.sees("after this they would speak of the earlier day")
        assert len(records.loads(own.home)) == loads_before
        _fills_day(amira, "30")
        amira.presses("Load these files")
        amira.sees("checked as at 30 September 2026")
        # When she loads them
        address = amira.path
        amira.presses("Load these files")
        # Then it is the load that `undrift load` would have made, and she is who loaded it
        load = records.loads(own.home)[-1]
        assert (load.by, load.as_at, [file.name for file in load.files]) == (
            ANALYST,
            AS_AT,
            ["contacts.xlsx"],
        )
        amira.sees(f"Loaded as {load.id}: Irwell, as at 30/09/2026.")
        amira.sees("The pages are being made ready from this load")
        _checks(amira)
        elsewhere = tmp_path / "elsewhere"
        shutil.copytree(own.home / "mappings", elsewhere / "mappings")
        typed = records.load([messy], authority="Irwell", as_at=AS_AT, by="typed", home=elsewhere)
        assert typed.load.id == load.id and typed.load.tables == load.tables
        assert typed.load.recognised == load.recognised and typed.load.assumptions == load.assumptions
        # And the files wait no more
        assert list(waiting.place(own.home).iterdir()) == []
        amira.opens(address)
        assert amira.status == 404
        amira.sees("These files are no longer here")
        # And in a minute or so the pages speak from it
        _waits_until_served(own, load.id)
        amira.opens(f"/data/loads/{load.id}")
        amira.sees("the load every page speaks from")
        amira.sees("they are not kept here afterwards")
        # And the load it spoke from before can be spoken from again, by whoever may load
        amira.opens(f"/data/loads/{shown_before}")
        amira.sees("The pages do not speak from this load")
        assert amira.page.get_by_role("button", name="Make the pages speak from this load").count() == 1
        _checks(amira)
        # And the same files again are no second load, and say so in the same words
        _sends(amira, messy)
        amira.presses("Load these files")
        amira.sees(f"Already loaded: these same files are load {load.id}")
        amira.sees("Nothing was done.")
        assert len(records.loads(own.home)) == loads_before + 1
        # And what was said stands on its own page, where it can be taken back
        amira.opens("/data/mappings")
        amira.sees("The front door calls it so.")
        _checks(amira)
        amira.page.get_by_label("A code in a column").check()
        amira.page.get_by_label("As the file has it").fill("purple")
        amira.page.get_by_label("Of a code: in which column?").fill("Gender")
        amira.page.get_by_label("How do you know?").fill("They were wrong.")
        amira.presses("Keep this")
        amira.sees("Took back what was said")
        assert [entry.said for entry in mappings.standing(own.home, "Irwell")] == ["When they rang"]
    noted = [row for row in own.access_log() if row["measure_id"] == "files sent to be checked"]
    assert noted and {row["who"] for row in noted} == {ANALYST}


def test_a_load_that_was_cut_short_before_the_pages_spoke_from_it_is_gone_on_with(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    # Given a load kept whole, whose live file was never finished: its builder was killed, and left half of it behind
    person = tmp_path / "ssd_person.csv"
    person.write_text("pers_person_id\nIRW900001\n")
    kept = records.load([person], authority="Irwell", as_at=AS_AT, by="typed", home=own.home).load
    spoken_from = records.current_load(own.home).id
    half = own.home / "live" / f"{kept.id}.00000000.building"
    half.write_bytes(b"half a live file")
    with reading(browser, own, **NO_SCRIPT) as amira:
        amira.signs_in(ANALYST)
        amira.opens(f"/data/loads/{kept.id}")
        amira.sees("1 row of 1 table, as they stood on 30 September 2026")
        amira.sees("The pages do not speak from this load")
        # When she presses the button while somebody else writes, then nothing is begun, and it says so
        with writers_turn(own.home):
            half.write_bytes(b"half a live file")  # which a writer's turn begins by clearing
            amira.presses("Make the pages speak from this load")
            amira.sees("The pages are being made ready from a load now.")
        assert records.current_load(own.home).id == spoken_from
        # When she presses it again
        half.write_bytes(b"half a live file")
        amira.opens(f"/data/loads/{kept.id}")
        amira.presses("Make the pages speak from this load")
        amira.sees("The pages are being made ready from this load")
        assert not amira.page.get_by_role("button", name="Make the pages speak").count()
        # Then the pages speak from it, and nothing of the half is left
        _waits_until_served(own, kept.id)
        amira.opens(f"/data/loads/{kept.id}")
        amira.sees("the load every page speaks from")
        assert not half.exists()
        # And the load that was not touched can be spoken from still
        amira.opens(f"/data/loads/{spoken_from}")
        assert amira.page.get_by_role("button", name="Make the pages speak from this load").count() == 1


def _account(home: Path, username: str, role: str) -> None:
    """An account made as it is typed, its password by hand."""
    typed = f"""
        import getpass, sys
        getpass.getpass = lambda *_: {DEMONSTRATION_PASSWORD!r}
        from undrift import cli
        first = {username.split(".")[0].title()!r}
        sys.exit(cli.main(["user", "add", {username!r}, "--role", {role!r}, "--first-name", first]))
    """
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(typed)],
        env={**os.environ, "UNDRIFT_HOME": str(home)}, check=True,
    )  # fmt: skip


def test_the_first_files_of_all_are_loaded_from_the_page(browser: Browser, tmp_path: Path) -> None:
    # Given a home in which nothing has been loaded, and two people with accounts
    home = tmp_path / "home"
    _account(home, ANALYST, "analyst")
    _account(home, COUNCILLOR, "councillor")
    person = tmp_path / "ssd_person.csv"
    person.write_text("pers_person_id\nIRW900001\n")
    with serving(home) as fresh:
        with reading(browser, fresh) as okafor:
            # Then who may not load is told that there is nothing yet
            okafor.signs_in(COUNCILLOR)
            okafor.sees("Nothing has been loaded yet.")
            okafor.opens("/data/check")
            assert okafor.status == 403
        with reading(browser, fresh, **NO_SCRIPT) as amira:
            # And who may is shown where to begin, and asked whose files they are, for nothing tells yet
            amira.signs_in(ANALYST)
            assert amira.heading == "Check and load files"
            amira.sees("Nothing has been loaded yet: what you load here is the first")
            _sends(amira, person)
            amira.sees("Enter the authority’s name.")
            amira.page.get_by_label("Which authority’s files are they?").fill("Irwell")
            _sends_on(amira, person)
            amira.sees("1 row of 1 table can be loaded.")
            # When she loads them
            amira.presses("Load these files")
            (load,) = records.loads(home)
            assert (load.authority, load.by) == ("Irwell", ANALYST)
            amira.sees("Until then they have nothing to say, for this is the first.")
            # Then the pages speak from them in a minute or so, and nobody is asked again whose they are
            _waits_until_served(fresh, load.id)
            amira.opens(f"/data/loads/{load.id}")
            amira.sees("the load every page speaks from")
            amira.opens("/data/check")
            assert not amira.page.get_by_label("Which authority’s files are they?").count()
            amira.sees("Choose what Irwell’s systems export")


def test_everything_wrong_with_several_files_is_shown_and_they_can_be_left(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    visits = tmp_path / "ssd_cin_visits.csv"
    visits.write_text(
        "cinv_cin_visit_id,cinv_cin_plan_id,cinv_person_id,cinv_cin_visit_date\n"
        "1,P1,IRW900001,31/02/2026\n2,P1,IRW900001,05/06/2026\n"
    )
    notes = tmp_path / "notes.docx"
    notes.write_bytes(b"nothing we read")
    # Without a script, as everything here works
    with reading(browser, own, **NO_SCRIPT) as amira:
        amira.signs_in(ANALYST)
        _sends(amira, visits, notes, _bombed(tmp_path))
        # Then a file made to hurt is left out with the reason, as is one that nobody reads; and neither hides what is wrong
        # with the other
        amira.sees("annex-a.xlsx: left out. The workbook unpacks to more than")
        amira.sees("notes.docx: left out. This is neither a return")
        assert amira.page.get_by_text("Not read", exact=True).count() == 2
        amira.sees("31/02/2026")
        # And a ZIP is as good as what it holds, each issue in the file that has it; nothing of it is left unpacked
        with zipfile.ZipFile(tmp_path / "visits.zip", "w") as archive:
            archive.write(visits, "set/ssd_cin_visits.csv")
        _sends(amira, tmp_path / "visits.zip")
        amira.sees("visits.zip › ssd_cin_visits.csv")
        amira.sees("1 row of 1 table can be loaded")
        amira.sees("a copy of the files with each faulty cell marked")
        with amira.page.expect_download() as sent:
            amira.page.get_by_role("link", name="a copy of the files with each faulty cell marked").click()
        sent.value.save_as(tmp_path / "marked.xlsx")
        assert openpyxl.load_workbook(tmp_path / "marked.xlsx").sheetnames == ["Issues", "ssd_cin_visits"]
        assert len(list(waiting.place(own.home).iterdir())) == 1
        # And what was made to hurt is refused by itself, and there is nothing to load
        _sends(amira, tmp_path / "annex-a.xlsx")
        amira.sees("These files cannot be loaded as they are.")
        amira.sees("annex-a.xlsx: The workbook unpacks to more than")
        assert not amira.page.get_by_role("button", name="Load these files").count()
        # And they can be left, and are gone
        token = amira.path.rpartition("/")[2].partition("?")[0]
        assert waiting.of(own.home, token, ANALYST) is not None
        amira.presses("Leave, and delete the files")
        amira.sees("The files have been deleted. Nothing was loaded.")
        assert list(waiting.place(own.home).iterdir()) == []


def _bombed(folder: Path) -> Path:
    return bomb(folder / "annex-a.xlsx", lie=True)


def test_a_file_named_after_a_child_names_nobody_in_an_address(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    hers = _messy(tmp_path / "Ayla Hart.xlsx")
    book = openpyxl.load_workbook(hers)
    book.active.title = "1. Contacts of Ayla Hart"
    book.active["B3"] = "Date of Contact"
    for nth in range(60):
        book.active.append([f"IRW9{nth:05}", "31/02/2026", "a) Male"])
    book.save(hers)
    book.close()
    visits = tmp_path / "ssd_cin_visits.csv"
    visits.write_text(
        "cinv_cin_visit_id,cinv_cin_plan_id,cinv_person_id,cinv_cin_visit_date\n1,P1,IRW900001,31/02/2026\n"
    )
    with reading(browser, own) as amira:
        asked: list[str] = []
        amira.page.on("request", lambda request: asked.append(request.url))
        # Given a file, and a sheet of it, that bear a child's name
        amira.signs_in(ANALYST)
        _sends(amira, hers, visits)
        amira.sees("Ayla Hart.xlsx")
        amira.sees("sheet 1. Contacts of Ayla Hart")
        first = amira.path
        # When every link of the page is followed that narrows what is wrong, and each page of it turned
        narrowing = [link for link in dict.fromkeys(amira.links()) if "=" in link]
        for name in ("file=", "sheet=", "column=", "page="):
            assert any(name in link for link in narrowing), name
        for link in narrowing:
            if "format=" in link:
                assert amira.page.context.request.get(own.address + link).status == 200
                asked.append(link)
                continue
            amira.opens(link)
            assert amira.page.locator("main tbody tr").count(), link
            asked += amira.links()
        # And it is narrowed by what the form offers
        amira.opens(first)
        amira.page.get_by_label("File", exact=True).select_option(label="ssd_cin_visits.csv (1)")
        amira.presses("Show")
        assert (
            amira.page.get_by_label("File", exact=True)
            .locator("option:checked")
            .inner_text()
            .startswith("ssd_cin")
        )
        # Then the list is of that file alone
        amira.sees("1 issue")
        asked += [amira.path, *amira.links()]
        # And no address said whose file it is
        assert [url for url in asked if "ayla" in url.casefold() or "hart" in url.casefold()] == []
        amira.opens(first)
        amira.presses("Leave, and delete the files")


def test_who_may_not_load_is_refused_before_anything_is_received(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    load = records.current_load(own.home)
    with reading(browser, own) as amira:
        amira.signs_in(ANALYST)
        _sends(amira, _messy(tmp_path / "contacts.xlsx"))
        hers = amira.path
        for person in (MANAGER, COUNCILLOR):
            with reading(browser, own) as other:
                other.signs_in(person)
                other.opens("/data")
                assert not other.page.get_by_role("link", name="Check and load files").count()
                for path in (
                    "/data/check",
                    hers,
                    f"{hers}/marked.xlsx",
                    f"{hers}/found.json",
                    "/data/mappings",
                ):
                    answer = other.page.context.request.get(own.address + path)
                    assert answer.status == 403, path
                before = sorted(waiting.place(own.home).rglob("*"))
                # Small enough to be sent before the answer closes the line: a larger one could be cut off in the sending.
                sent = {"name": "a.csv", "mimeType": "text/csv", "buffer": b"x" * 50_000}
                for path in ("/data/check", f"{hers}/load", f"{hers}/leave", f"/data/loads/{load.id}/speak"):
                    answer = other.page.context.request.post(own.address + path, multipart={"sent": sent})
                    assert answer.status == 403, path
                    assert "Your role does not open this page." in answer.text()
                assert sorted(waiting.place(own.home).rglob("*")) == before
        amira.presses("Leave, and delete the files")


def test_what_is_too_much_is_refused_in_words_and_not_kept(
    own: Site, browser: Browser, tmp_path: Path
) -> None:
    with reading(browser, own) as amira:
        amira.signs_in(ANALYST)
        many = [tmp_path / f"{n}.csv" for n in range(waiting.MOST_FILES + 1)]
        for file in many:
            file.write_text("a,b\n1,2\n")
        _sends(amira, *many)
        amira.sees("These are more than 120 files. Nothing was kept.")
        amira.checks_accessibility()
        assert list(waiting.place(own.home).iterdir()) == []


def test_none_of_it_is_wider_than_a_phone(own: Site, browser: Browser, tmp_path: Path) -> None:
    with reading(browser, own, **PHONE) as amira:
        amira.signs_in(ANALYST)
        _sends(amira, _messy(tmp_path / "contacts.xlsx"))
        for path in (amira.path, "/data", "/data/check", "/data/mappings"):
            amira.opens(path)
            assert amira.status == 200, path
            _checks(amira)
