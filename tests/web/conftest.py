"""A site served from a copy of the demonstration, and people who read it in a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.shared import shared_path
from tests.web.reader import LONGEST, Site

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Nothing may leave the machine while the pages are read, and no check for updates may slow a story.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
]  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_served(address: str, process: subprocess.Popen[bytes]) -> None:
    stop = time.monotonic() + LONGEST
    while time.monotonic() < stop:
        if process.poll() is not None:
            pytest.fail(f"the site stopped as it started, with code {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/sign-in"):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the site did not answer within {LONGEST} seconds")


@contextmanager
def serving(home: Path) -> Iterator[Site]:
    """A demonstration served as in service until the block ends."""
    port = _free_port()
    command = f"from pathlib import Path; from undrift.web.server import serve; serve(Path({str(home)!r}), port={port})"
    process = subprocess.Popen([sys.executable, "-c", command], env={**os.environ, "UNDRIFT_HOME": str(home)})
    try:
        _wait_until_served(f"http://127.0.0.1:{port}", process)
        yield Site(f"http://127.0.0.1:{port}", home)
    finally:
        process.terminate()
        process.wait(timeout=LONGEST)


@pytest.fixture(scope="session")
def site(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demonstration served from a copy the stories may write in."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(built_demo, home, ignore=shutil.ignore_patterns("files", "cache"))
    with serving(home) as served:
        yield served
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def bury_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small demonstration whose improvement plan answers the real report on Bury, which stays where it stands."""
    report = shared_path(
        "ofsted", "pdf", "80443_bury", "children's services inspection - 17 december 2021.pdf"
    )
    home = tmp_path_factory.mktemp("bury") / "home"
    built = subprocess.run(
        [sys.executable, "-m", "undrift", "demo", "--no-serve", "--scale", "0.05", "--report", str(report)],
        env={**os.environ, "UNDRIFT_HOME": str(home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    with serving(home) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Absent, the stories fail: `make test` installs it."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from install_browser import find_browser  # type: ignore[import-not-found,unused-ignore]
    finally:
        sys.path.pop(0)
    path = find_browser()
    assert path, "no Chromium was found: run tools/install_browser.py"
    assert AXE.exists(), "axe-core is not installed: run tools/build_assets.py"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=LONGEST * 1000)
        yield opened
        opened.close()
