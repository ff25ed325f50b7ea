"""A site served from a copy of the demonstration, and people who read it in a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.reader import Site

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
    for _ in range(200):
        if process.poll() is not None:
            pytest.fail(f"the site stopped as it started, with code {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/sign-in"):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the site did not answer within twenty seconds")


@pytest.fixture(scope="session")
def site(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demonstration served as in service, from a copy the stories may write in."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(built_demo, home, ignore=shutil.ignore_patterns("files", "cache", "*.parquet"))
    port = _free_port()
    command = f"from pathlib import Path; from undrift.web.server import serve; serve(Path({str(home)!r}), port={port})"
    process = subprocess.Popen([sys.executable, "-c", command], env={**os.environ, "UNDRIFT_HOME": str(home)})
    try:
        _wait_until_served(f"http://127.0.0.1:{port}", process)
        yield Site(f"http://127.0.0.1:{port}", home)
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


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
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()
