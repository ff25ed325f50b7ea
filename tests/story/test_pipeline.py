"""The live file is a cache of a load: built by other code, it is built again before anybody reads it."""

from pathlib import Path

import pytest

from undrift import measures, pipeline, records
from undrift.errors import UserError
from undrift.records import links
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
    assert before != after
    assert measures.teams(records.cursor(home)), "and what is served is whole"


def test_a_child_s_rows_are_found_and_not_looked_for(built_demo: Path) -> None:
    cur = records.cursor(built_demo)
    for table, column in pipeline.BY_CHILD:
        child = cur.execute(f"SELECT min({column}) FROM {table}").fetchone()
        ((_, plan),) = cur.execute(f"EXPLAIN ANALYZE FROM {table} WHERE {column} = ?", child).fetchall()
        assert "Index Scan" in plan, table


def test_a_live_file_is_built_again_when_people_have_joined_two_ids(home: Path) -> None:
    cur = records.cursor(home)
    ids = cur.execute("SELECT DISTINCT child_id FROM journeys.events ORDER BY 1 LIMIT 2").fetchall()
    (kept,), (given_up,) = ids
    links.keep_confirmed(home, [links.SameChild(given_up, kept)])
    assert pipeline.bring_up_to_date(home, lambda _: None) is True
    cur = records.cursor(home)
    assert cur.execute("SELECT child_id, kept_id FROM links.same_child").fetchall() == [(given_up, kept)]
    events_of = "SELECT count(*) FROM journeys.events WHERE child_id = ?"
    assert cur.execute(events_of, [given_up]).fetchone() == (0,)
    assert cur.execute("SELECT 1 FROM records.ssd_person WHERE pers_person_id = ?", [given_up]).fetchone()
    assert pipeline.bring_up_to_date(home, lambda _: None) is False
    # And undone, both stand apart again
    links.keep_confirmed(home, [])
    assert pipeline.bring_up_to_date(home, lambda _: None) is True
    cur = records.cursor(home)
    assert cur.execute("SELECT count(*) FROM links.same_child").fetchone() == (0,)
    assert cur.execute(events_of, [given_up]).fetchone() != (0,)


def test_nothing_loaded_is_said_and_not_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing has been loaded"):
        pipeline.bring_up_to_date(tmp_path)
