"""A councillor reads every page there is for a councillor, and meets no child and no count of 1 to 5."""

import base64
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from playwright.sync_api import Browser

from tests.web.reader import COUNCILLOR, Reader, Site, reading
from undrift import measures, records
from undrift.dates import add_months

FEW = range(1, 6)
SMALL_WORDS = re.compile(
    r"(?<![\d.,])\b(1|2|3|4|5|one|two|three|four|five) (more )?(child|children)\b", re.IGNORECASE
)
COUNTED = re.compile(r"\b\d+ of \d+\b")
IDENTIFIER = re.compile(r"\bIRW\d{4,}\b")


def _whole_page(reader: Reader) -> str:
    """All a page says: its words, its pictures' words, and the words drawn inside the pictures."""
    words = [reader.page.locator("body").inner_text()]
    # Closed details are part of the page too.
    words.append(reader.page.evaluate("document.body.textContent"))
    words += reader.page.eval_on_selector_all("img", "all => all.map(one => one.alt)")
    for address in reader.page.eval_on_selector_all(
        "img, source", "all => all.map(one => one.src || one.srcset)"
    ):
        drawing = base64.b64decode(address.partition(",")[2]).decode()
        words += re.findall(r"<text[^>]*>([^<]*)</text>", drawing)
    return "\n".join(words)


def _crawl(reader: Reader) -> Iterator[str]:
    """Open every page reachable by links from the overview, each once."""
    seen, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        reader.opens(here)
        assert reader.status == 200, f"{here} answered {reader.status}"
        yield here
        for link in reader.links():
            # An empty form to fill in is a file, and holds nobody.
            if link not in seen and "/template." not in link:
                seen.add(link)
                waiting.append(link)


def _names(home: Path) -> set[str]:
    """The full names of every child behind any measure today, and of whoever holds them."""
    cur = records.cursor(home)
    rows = [row for card in measures.catalogue() for row in measures.behind(cur, card)]
    assert len(rows) > 100
    return {row.name for row in rows}


def test_a_councillor_meets_no_child_and_no_small_count(site: Site, browser: Browser) -> None:
    names = _names(site.home)
    with reading(browser, site) as councillor:
        # Given a councillor
        councillor.signs_in(COUNCILLOR)
        pages = []
        # When every page that can be reached is read
        for page in _crawl(councillor):
            said = _whole_page(councillor)
            # Then no child stands on it, by name or by identifier
            assert not IDENTIFIER.search(said), page
            assert not {name for name in names if name in said}, page
            # And no count of one to five children, nor the counts a percentage was made from
            if not page.startswith(("/definitions", "/returns")):
                assert not SMALL_WORDS.search(said), f"{page}: {SMALL_WORDS.search(said)}"
                assert not COUNTED.search(said), f"{page}: {COUNTED.search(said)}"
            assert "children" not in page.partition("?")[0].split("/")
            pages.append(page)
        # And the crawl did read the whole of it
        kinds = {re.sub(r"\d+", "N", page).partition("?")[0].split("/")[1] for page in pages}
        assert kinds == {
            "", "areas", "stalled", "variation", "report", "definitions", "road", "documents", "themes", "data", "returns",
        }  # fmt: skip
        assert sum(page.count("/measures/") for page in pages) >= 9
        councillor.checks_accessibility()


def test_every_figure_a_councillor_reads_rests_on_more_than_five(site: Site, browser: Browser) -> None:
    """The rule restated, and held against the exact counts of the months each printed row says it covers."""
    cur = records.cursor(site.home)
    printed = withheld = 0
    with reading(browser, site) as councillor:
        councillor.signs_in(COUNCILLOR)
        for page in list(_crawl(councillor)):
            if "/measures/" not in page or page.endswith("/others"):
                continue
            councillor.opens(page)
            measure = measures.catalogue()[page.rpartition("/")[2]]
            exact = {point.month: point.result for point in measures.series(cur, measure.id)}
            # What neighbours published is folded away too, and is no figure of ours.
            ours = councillor.page.locator("details", has_not_text="Statistical neighbours")
            rows = ours.locator("tbody tr")
            for cells in rows.evaluate_all(
                "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
            ):
                period, value = cells[0], cells[1]
                assert cells[2].strip() == "", f"{page}: {period} shows what was counted"
                if value == "c":
                    withheld += 1
                    continue
                if not value[:1].isdigit():
                    continue
                printed += 1
                for count in _behind_the_figure(measure, exact, period):
                    assert count not in FEW, f"{page}: {period} shows {value}, resting on {count}"
    assert printed > 200
    assert withheld > 0, "nothing was withheld, so nothing was tested"


def _behind_the_figure(
    measure: measures.Measure, exact: dict[date, measures.Result], period: str
) -> list[float]:
    """The counts that must not be small for this period's figure to be printed."""
    months = _months(period)
    results = [exact[month] for month in months if exact[month].status == "number"]
    if measure.unit == "percent":
        top = sum(result.numerator or 0 for result in results)
        bottom = sum(result.denominator or 0 for result in results)
        return [top, bottom - top, bottom]
    return [results[-1].numerator or 0]


def _months(period: str) -> list[date]:
    """July 2026; July to September 2026; October 2025 to September 2026."""
    first, _, last = period.partition(" to ")
    end = datetime.strptime(last or first, "%B %Y").date()  # noqa: DTZ007 - a month, no clock
    if not last:
        return [end]
    start = first if re.search(r"\d", first) else f"{first} {end.year}"
    month = datetime.strptime(start, "%B %Y").date()  # noqa: DTZ007
    found = [month]
    while found[-1] < end:
        found.append(add_months(found[-1], 1))
    return found


def test_no_address_opens_a_child_to_a_councillor(site: Site, browser: Browser) -> None:
    row = measures.behind(records.cursor(site.home), "icpc_15wd_pct")[0]
    with reading(browser, site) as councillor:
        # Given a councillor who was sent an address
        councillor.signs_in(COUNCILLOR)
        for address in ("", f"/{row.child_id}"):
            # When it is opened
            councillor.opens(f"/areas/2/measures/icpc_15wd_pct/children{address}")
            # Then it is refused in words
            assert councillor.status == 403
            assert councillor.heading == "You cannot open this page"
        councillor.checks_accessibility()
    noted = [entry for entry in site.access_log() if entry["who"] == COUNCILLOR]
    assert [entry["outcome"] for entry in noted[-2:]] == ["refused", "refused"]
    assert noted[-1]["child_id"] == row.child_id
