"""Where the real published reports and reference tables stand: outside the repository, on purpose."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def shared_path(*parts: str) -> Path:
    """The path below the shared folder; skips loudly, naming what was not checked, when it is absent."""
    base = Path(os.environ.get("UNDRIFT_SHARED", ROOT.parent / "shared"))
    if not base.is_dir():
        pytest.skip(
            f"NOT CHECKED: real files are absent ({'/'.join(parts)}); set UNDRIFT_SHARED to their folder"
        )
    return base.joinpath(*parts)
