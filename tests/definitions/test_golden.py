"""What each card compiles to is kept as text: a new compiler or a changed card shows its difference in review."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from undrift.engines import DIALECTS

ROOT = Path(__file__).resolve().parents[2]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden", ROOT / "tools" / "golden.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("engine", DIALECTS)
def test_every_card_compiles_to_the_text_kept(engine: str) -> None:
    kept = {
        path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "tests/golden" / engine).glob("*.sql")
    }
    now = dict(tool().compiled(engine))
    assert now.keys() == kept.keys(), "run `make golden`, read the difference, and commit it"
    changed = sorted(name for name in now if now[name] != kept[name])
    assert not changed, "run `make golden`, read the difference, and commit it"


def test_no_card_uses_what_does_not_port() -> None:
    """Constructs measured to fail, or to answer differently, on Spark."""
    for path in (ROOT / "tests/golden/spark").glob("*.sql"):
        sql = path.read_text(encoding="utf-8").upper()
        for word in ("ASOF", "HASH(", "APPROX", " EXCLUDE ", "FIRST(", "SAMPLE"):
            assert word not in sql, f"{path.stem} uses {word.strip()}"
