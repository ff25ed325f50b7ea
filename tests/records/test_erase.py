"""A person's data is gone from everything, which can be shown; and an old file does not bring them back."""

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from undrift import journeys, records
from undrift.errors import UserError
from undrift.records import erased, live
from undrift.records.command import run_loads
from undrift.records.erase import erase
from undrift.records.erasing_command import run_acts, run_erase, run_lift
from undrift.records.links import SameChild, keep_confirmed
from undrift.records.search import places
from undrift.returns.spec import record_tables

GONE, STAYS, UPN = "KID00017", "KID00018", "A123456789012"
JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)
TABLES = {
    "ssd_person": f"pers_person_id,pers_dob,pers_upn,pers_legacy_id\n{GONE},2015-02-01,{UPN},\n{STAYS},2016-02-01,,{GONE}\n",
    "ssd_contacts": f"cont_contact_id,cont_person_id,cont_contact_date\n1,{GONE},2026-06-05\n2,{STAYS},2026-06-06\n",
    "ssd_cla_episodes": f"clae_cla_episode_id,clae_person_id,clae_cla_id\nE1,{GONE},P1\nE2,{STAYS},P2\n",
    "ssd_cla_reviews": "clar_cla_review_id,clar_cla_id\nV1,P1\nV2,P2\n",
    "ssd_send": f"send_table_id,send_person_id\nS1,{GONE}\nS2,{STAYS}\n",
    "ssd_ehcp_requests": "ehcr_ehcp_request_id,ehcr_send_table_id\nQ1,S1\nQ2,S2\n",
    "ssd_ehcp_active_plans": "ehcp_active_ehcp_id,ehcp_ehcp_request_id\nA1,Q1\nA2,Q2\n",
    "ssd_sen_need": "senn_table_id,senn_active_ehcp_id\nN1,A1\nN2,A2\n",
    "ssd_mother": f"moth_table_id,moth_person_id,moth_childs_person_id\nM1,{STAYS},{GONE}\nM2,{STAYS},KID00019\n",
    "ssd_linked_identifiers": f"link_table_id,link_person_id,link_identifier_value\nL1,{STAYS},{GONE}\nL2,{GONE},MISPER-99\n",
}  # fmt: skip


@pytest.fixture(autouse=True)
def forget_connections() -> Iterator[None]:
    yield
    live._open.clear()


def load(home: Path, as_at: date, authority: str = "Irwell", **more: str) -> records.LoadResult:
    folder = home.parent / f"{as_at}{authority}{len(list(home.parent.iterdir()))}"
    folder.mkdir(parents=True)
    for name, content in (TABLES | more).items():
        (folder / f"{name}.csv").write_text(content)
    return records.load([folder], authority=authority, as_at=as_at, by="Analyst", home=home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two loads, the later served; a cache, and copies of a file that are not ours."""
    home = tmp_path / "home"
    for as_at in (JUNE, SEPTEMBER):
        records.build_live(load(home, as_at).load.id, home, steps=[journeys.build])
    (home / "cache").mkdir()
    (home / "cache" / "drawing.svg").write_text(f"<text>{GONE}</text>")
    return home


def build_again(home: Path) -> Any:
    return lambda load_id: records.build_live(load_id, home, steps=[journeys.build])


def gone(home: Path, *people: str, **given: Any) -> dict[str, Any]:
    chosen = {"reason": "asked for by the person", "by": "Records officer"} | given
    return erase(home, people or (GONE,), rebuild=build_again(home), **chosen)


def keys(home: Path, load_id: str) -> dict[str, list[str]]:
    return {
        name: pq.read_table(home / "loads" / load_id / f"{name}.parquet").column(record_tables()[name].keys[0]).to_pylist()
        for name in TABLES
    }  # fmt: skip


def test_every_row_about_the_person_goes_from_every_load_and_no_other(home: Path) -> None:
    act = gone(home)
    for item in records.loads(home):
        assert keys(home, item.id) == {
            "ssd_person": [STAYS], "ssd_contacts": ["2"], "ssd_cla_episodes": ["E2"], "ssd_cla_reviews": ["V2"],
            "ssd_send": ["S2"], "ssd_ehcp_requests": ["Q2"], "ssd_ehcp_active_plans": ["A2"], "ssd_sen_need": ["N2"],
            "ssd_mother": ["M2"], "ssd_linked_identifiers": ["L1"],
        }  # fmt: skip
        # Somebody else's row stays, without the cell that named the person.
        table = pq.read_table(home / "loads" / item.id / "ssd_linked_identifiers.parquet")
        assert table.column("link_identifier_value").to_pylist() == [None]
        assert records.verify(home, item.id) == []
        assert item.tables["ssd_contacts"].rows == 1
        assert item.erased == (act["id"],)
    rows = records.cursor(home).execute("SELECT child_id FROM journeys.events").fetchall()
    assert rows and {row[0] for row in rows} == {STAYS}


def test_it_is_proved_by_looking_into_every_file(home: Path) -> None:
    before, _ = places(home, [GONE, UPN])
    held = {place.file.split("/")[0] for place in before}
    assert held == {"loads", "live", "cache"}
    act = gone(home)
    assert act["verified"]["found"] == []
    # The id, the pupil number and the linked identifier were looked for: all this person was known by.
    assert act["verified"]["identifiers looked for"] == 3
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert GONE.encode() not in everything and UPN.encode() not in everything
    assert len(list((home / "live").glob("*.duckdb"))) == 1


def test_erasures_of_one_second_are_listed_in_the_order_they_were_made(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 10, 1, 9, 0, 0, next(moments), tzinfo=UTC)

    moments = iter((1, 2))
    names = iter(("b", "a"))
    erased.mark(home, "Irwell", GONE)  # makes the salt, at random too
    monkeypatch.setattr("undrift.records.erase.datetime", Clock)
    monkeypatch.setattr("undrift.records.erase.secrets.token_hex", lambda n: next(names))
    made = [gone(home, person)["id"] for person in (GONE, STAYS)]
    assert [act["id"] for act in erased.acts(home)] == made


def test_the_record_of_the_act_counts_and_does_not_name(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = gone(home)
    kept = (home / "erasures" / f"{act['id']}.json").read_text()
    assert json.loads(kept) == act
    assert GONE not in kept and act["people"] == 1 and len(act["marks"][0]) == 64
    assert [each["rows"]["ssd_cla_reviews"] for each in act["loads"]] == [1, 1]
    assert act["loads"][0]["rows"]["ssd_person, mentioned"] == 1
    assert all(each["before"] != each["after"] for each in act["loads"])
    assert (home / "erasures" / "salt").stat().st_mode & 0o077 == 0
    run_acts(home)
    assert (
        "1 person of Irwell, by Records officer: asked for by the person (holds)" in capsys.readouterr().out
    )


def test_a_copy_that_is_not_ours_is_found_whatever_kind_of_file_it_is(home: Path) -> None:
    (home / "files").mkdir()
    (home / "files" / "people.csv").write_text(f"{STAYS}\n{GONE}\n")
    (home / "files" / "wide.csv").write_text(f"{GONE}\n", encoding="utf-16")
    (home / "files" / "another.csv").write_text(f"{GONE}9\nX{GONE}\n")
    with zipfile.ZipFile(home / "files" / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", f"<t>{GONE}</t>")
    with duckdb.connect(str(home / "files" / "copy.duckdb")) as con:
        con.execute(f"CREATE TABLE people AS SELECT ['{GONE}'] AS ids, 1 AS n")
    found = gone(home)["verified"]["found"]
    assert {(place["file"], place["inside"]) for place in found} == {
        ("files/people.csv", ""), ("files/wide.csv", ""), ("files/book.xlsx", "xl/sharedStrings.xml"),
        ("files/copy.duckdb", "main.people.ids"),
    }  # fmt: skip


def test_what_was_wrong_with_their_rows_goes_too_and_no_value_of_a_row_held_back_stays(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    contacts = f"cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\n1,{GONE},2026-06-05,=X1\n2,{STAYS},31/02/2026,6\n"
    done = load(home, JUNE, ssd_contacts=contacts).load
    kept = home / "loads" / done.id / "issues.parquet"
    assert "31/02/2026" in pq.read_table(kept).column("value").to_pylist()
    gone(home)
    left = pq.read_table(kept).to_pylist()
    assert (3, "date_unreadable", "") in [(i["row"], i["code"], i["value"]) for i in left]
    assert not [i for i in left if i["file"] == "ssd_contacts.csv" and i["row"] == 2]


def test_an_old_file_does_not_bring_the_person_back_unseen(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = gone(home)
    again = load(home, date(2026, 10, 1))
    assert not again.already
    assert keys(home, again.load.id)["ssd_person"] == [STAYS]
    assert keys(home, again.load.id)["ssd_cla_reviews"] == ["V2"]
    told = [issue for issue in again.issues if issue.code == "person_erased"]
    assert {issue.file: issue.what.split()[0] for issue in told}["ssd_contacts.csv"] == "1"
    assert all(issue.severity == "held back" and issue.row is None and not issue.value for issue in told)
    assert GONE not in repr(again.issues)
    assert places(home, [GONE])[0] == []
    # The same id elsewhere is another child.
    assert GONE in keys(home, load(home, JUNE, "Elsewhere").load.id)["ssd_person"]
    # And with a reason they can be loaded again.
    run_lift(home, act["id"], "came back to the service", "Records officer")
    assert GONE in keys(home, load(home, date(2026, 10, 2)).load.id)["ssd_person"]
    run_acts(home)
    assert "(lifted)" in capsys.readouterr().out


def test_several_people_at_once_and_one_after_another(home: Path) -> None:
    gone(home)
    act = gone(home, STAYS, "KID00019")
    assert act["people"] == 2 and act["verified"]["found"] == []
    assert all(not ids for item in records.loads(home) for ids in keys(home, item.id).values())
    again = load(home, date(2026, 10, 1))
    assert all(not ids for ids in keys(home, again.load.id).values())
    assert {issue.what.split()[0] for issue in again.issues if issue.file == "ssd_person.csv"} == {"1"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"reason": " "}, "needs a person, a reason"),
        ({"by": ""}, "needs a person, a reason"),
        ({"reason": f"{GONE} asked"}, "names the person"),
    ],
)
def test_an_act_without_what_it_needs_is_refused(home: Path, given: dict[str, str], says: str) -> None:
    with pytest.raises(UserError, match=says):
        gone(home, **given)
    assert not (home / "erasures").exists()


def test_somebody_whom_no_load_holds_or_two_authorities_do_is_said(home: Path) -> None:
    with pytest.raises(UserError, match="No load holds"):
        gone(home, "NOBODY")
    load(home, JUNE, "Elsewhere")
    with pytest.raises(UserError, match="Elsewhere, Irwell"):
        gone(home)
    act = gone(home, authority="Irwell")
    assert {each["load"] for each in act["loads"]} == {
        i.id for i in records.loads(home) if i.authority == "Irwell"
    }


def test_a_child_under_two_ids_is_not_erased_by_halves(home: Path) -> None:
    keep_confirmed(home, [SameChild(GONE, STAYS)])
    with pytest.raises(UserError, match=f"undrift erase {GONE} {STAYS}"):
        gone(home)
    # What people write, where it was said, is another store's to forget; `undrift erase` does both.
    assert gone(home, GONE, STAYS)["people"] == 2


def test_one_cut_short_is_remembered_and_finished(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(load_id: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        erase(home, [GONE], reason="asked", by="Records officer", rebuild=stop)
    (act,) = erased.pending(home)
    # Until it is finished no load brings them back.
    assert GONE not in keys(home, load(home, date(2026, 10, 1)).load.id)["ssd_person"]
    gone(home, STAYS)
    assert erased.pending(home) == []
    assert (
        json.loads((home / "erasures" / f"{act['id']}.json").read_text())["loads"][0]["rows"]["ssd_sen_need"]
        == 1
    )
    assert places(home, [GONE, STAYS])[0] == []


def test_an_identifier_too_short_to_be_looked_for_within_texts_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    (tmp_path / "ssd_person.csv").write_text("pers_person_id\nC1\nC2\n")
    records.load(
        [tmp_path / "ssd_person.csv"], authority="Irwell", as_at=date(2026, 9, 30), by="Amira", home=home
    )
    run_erase(home, ["C1"], None, "asked for", "Officer", False, lambda load_id: None, [])
    said = capsys.readouterr().out
    assert "Looked for 1 identifier in " in said
    assert "1 identifier of under 4 characters: looked for in whole cells, and not within texts." in said


def test_a_load_counts_what_is_left_of_its_issues_and_says_what_was_taken_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    late = f"cont_contact_id,cont_person_id,cont_contact_date\n1,{GONE},31/02/2026\n2,{GONE},2027-01-01\n3,{STAYS},2027-01-01\n"
    kept = load(home, JUNE, ssd_contacts=late).load
    act = gone(home)
    left = records.read_load(home, kept.id)
    assert left.issues == pq.read_metadata(home / "loads" / kept.id / "issues.parquet").num_rows < kept.issues
    run_loads(home)
    assert f"; somebody’s data taken out since, erasure {act['id']}\n" in capsys.readouterr().out
