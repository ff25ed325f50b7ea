"""What every test can ask for. The demonstration is built once a run, whole, by the command a newcomer types."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
# No test asserts a time, and two cores are shared with a browser. The examples are the same each time, so that a test
# that passed does not fail of itself another day; others are drawn on request: UNDRIFT_FUZZ=1.
settings.register_profile(
    "undrift",
    deadline=None,
    derandomize=not os.environ.get("UNDRIFT_FUZZ"),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large,
    ],
)  # fmt: skip
settings.load_profile("undrift")


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demonstration's folder, built once for all test processes. Read only: copy it before writing."""
    given = os.environ.get("UNDRIFT_TEST_DEMO")
    if given:
        return Path(given)
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    home, lock, done = shared / "demonstration", shared / "demonstration.lock", shared / "demonstration.done"
    try:
        lock.mkdir()
    except FileExistsError:
        while not done.exists():  # another process is building it; its failure leaves words in `done`
            time.sleep(0.5)
    else:
        environment = {**os.environ, "UNDRIFT_HOME": str(home)}
        built = subprocess.run(
            [sys.executable, "-m", "undrift", "demo", "--no-serve"],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        done.write_text("" if built.returncode == 0 else built.stdout[-2000:] + built.stderr[-4000:])
    assert done.read_text() == "", f"the demonstration could not be built:\n{done.read_text()}"
    return home


@pytest.fixture
def demo_home(built_demo: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the demonstration that this test may write in."""
    home = tmp_path / "home"
    shutil.copytree(built_demo, home, ignore=shutil.ignore_patterns("files", "cache"))
    yield home
    shutil.rmtree(home, ignore_errors=True)
