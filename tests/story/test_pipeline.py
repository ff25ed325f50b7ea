"""The live file is a cache of a load: built by other code, it is built again before anybody reads it."""

from pathlib import Path

import pytest

from undrift import measures, pipeline, records
from undrift.errors import UserError
from undrift.synthetic.story import AS_AT, AUTHORITY


@pytest.fixture
def home(built_demo: Path, tmp_path: Path) -> Path:
    (workbook,) = (built_demo / "files").glob("annex-a-*.xlsx")
    load = records.load([workbook], authority=AUTHORITY, as_at=AS_AT, by="test", home=tmp_path).load
    pipeline.build(load.id, tmp_path, say=lambda _: None)
    return tmp_path


def test_a_live_file_other_code_built_is_built_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    assert pipeline.bring_up_to_date(home, said.append) is False
    before = records.cursor(home).execute("SELECT fingerprint FROM records.built_by").fetchone()
    monkeypatch.setattr(pipeline, "fingerprint", lambda: "another")
    assert pipeline.bring_up_to_date(home, said.append) is True
    assert "building it again" in said[0]
    after = records.cursor(home).execute("SELECT fingerprint FROM records.built_by").fetchone()
    assert before != after == ("another",)
    assert measures.teams(records.cursor(home)), "and what is served is whole"


def test_nothing_loaded_is_said_and_not_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing has been loaded"):
        pipeline.bring_up_to_date(tmp_path)
