"""A person reading the site in a browser: the few verbs the stories are written in."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from undrift.web.server import DEMONSTRATION_PASSWORD

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Seconds that anything is waited for, and that a page is: only a stop to a hang, and no measure of how fast either is.
LONGEST, LONGEST_PAGE = 1800, 180
ANALYST, MANAGER, COUNCILLOR = "amira.analyst", "tom.cedar", "cllr.okafor"


@dataclass(frozen=True)
class Site:
    address: str
    home: Path

    def access_log(self) -> list[dict[str, Any]]:
        """The rows of the access log, oldest first, as they stand in the database."""
        with closing(sqlite3.connect(self.home / "undrift.sqlite3")) as base:
            base.row_factory = sqlite3.Row
            return [dict(row) for row in base.execute("SELECT * FROM web_accesslog ORDER BY id")]


class Reader:
    """Whoever sits at the browser."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site, self.status = page, site, 0
        self.outside: list[str] = []
        page.on("request", self._note_request)

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self.site.address, "data:")):
            self.outside.append(request.url)

    def opens(self, path: str) -> None:
        response = self.page.goto(self.site.address + path)
        assert response is not None
        self.status = response.status

    def signs_in(self, username: str) -> None:
        self.opens("/sign-in")
        self.page.get_by_label("User name").fill(username)
        self.page.get_by_label("Password").fill(DEMONSTRATION_PASSWORD)
        self.presses("Sign in")
        self.sees(f"Signed in as {'Cllr' if username == COUNCILLOR else username.split('.')[0].title()}")

    def clicks(self, words: str | re.Pattern[str], within: str = "main") -> None:
        """Follow the first link with these words in the page's main part, or within another."""
        self.page.locator(within).get_by_role("link", name=words).first.click()
        self.page.wait_for_load_state()

    def goes_up(self, words: str) -> None:
        """Follow a breadcrumb."""
        self.clicks(words, within=".govuk-breadcrumbs")

    def presses(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).click()
        self.page.wait_for_load_state()

    def sees(self, words: str) -> None:
        self.page.wait_for_load_state()  # a page half arrived says less
        shown = " ".join(self.page.locator("body").inner_text().split())
        assert words in shown, f"“{words}” is not on the page {self.path}"

    @property
    def heading(self) -> str:
        self.page.wait_for_load_state()
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site.address)

    def links(self) -> list[str]:
        """Every address on this site that the page leads to, without its fragment."""
        found = self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        here = [link.partition("#")[0] for link in found if link.startswith(self.site.address)]
        return [link.removeprefix(self.site.address) for link in here]

    def checks_accessibility(self) -> None:
        """axe-core finds nothing against WCAG 2.2 at AA."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found = self.page.evaluate("options => axe.run(document, options)", options)
        assert found["passes"] or found["inapplicable"], "axe did not run"
        wrong = [
            f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes']][:3]}" for v in found["violations"]
        ]
        assert wrong == [], f"{self.path}: {wrong}"

    def checks_nothing_sticks_out(self) -> None:
        """The page has no sideways scroll."""
        wide, window = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, f"{self.path} is {wide} wide in a window of {window}"

    def checks_tables_fit(self) -> None:
        """And no table that is read row by row scrolls sideways within the page."""
        within = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent.slice(0, 60))"
        assert self.page.eval_on_selector_all(".app-scroll", within) == [], self.path

    def checks_nothing_left_the_site(self) -> None:
        assert self.outside == []


@contextmanager
def reading(browser: Browser, site: Site, **options: Any) -> Iterator[Reader]:
    """A new person with no history: options are Playwright's for a context."""
    context = browser.new_context(locale="en-GB", **options)
    context.set_default_timeout(LONGEST_PAGE * 1000)
    try:
        yield Reader(context.new_page(), site)
    finally:
        context.close()
