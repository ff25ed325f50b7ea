"""The records as an earlier load knew them."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records.about import about, naming, way
from undrift.returns.spec import record_tables

PEOPLE = "pers_person_id\nC1\nC2\n"
JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)


def load(home: Path, as_at: date, authority: str = "Irwell", **tables: str) -> records.Load:
    folder = home.parent / f"{as_at}{authority}{len(list(home.parent.iterdir()))}"
    folder.mkdir(parents=True)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content)
    return records.load([folder], authority=authority, as_at=as_at, by="Analyst", home=home).load


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_day_is_told_by_the_latest_load_that_speaks_for_it_or_before(home: Path) -> None:
    september = load(home, SEPTEMBER, ssd_person=PEOPLE)
    june = load(home, JUNE, ssd_person=PEOPLE)  # loaded later, and still what was known in June
    assert records.as_known_on(home, JUNE) == june
    assert records.as_known_on(home, date(2026, 9, 29)) == june
    assert records.as_known_on(home, SEPTEMBER) == september
    with pytest.raises(UserError, match="earliest speaks for 30/06/2026"):
        records.as_known_on(home, date(2026, 6, 29))


def test_of_two_authorities_one_must_be_named(home: Path) -> None:
    ours = load(home, JUNE, ssd_person=PEOPLE)
    load(home, SEPTEMBER, "Elsewhere", ssd_person=PEOPLE)
    with pytest.raises(UserError, match="Elsewhere, Irwell"):
        records.as_known_on(home, SEPTEMBER)
    assert records.as_known_on(home, SEPTEMBER, "Irwell") == ours


def test_before_any_load_it_says_what_to_do(home: Path) -> None:
    with pytest.raises(UserError, match="undrift load"):
        records.as_known_on(home, JUNE)


def test_one_person_s_rows_are_theirs_alone_also_where_only_another_row_names_them(home: Path) -> None:
    kept = load(
        home,
        JUNE,
        ssd_person=PEOPLE,
        ssd_department="dept_team_id,dept_team_name\nAB,Assessment\n",
        ssd_cla_episodes="clae_cla_episode_id,clae_person_id,clae_cla_id\nE1,C1,P1\nE2,C2,P2\n",
        ssd_cla_reviews="clar_cla_review_id,clar_cla_id\nV1,P1\nV2,P2\nV3,\n",
        ssd_send="send_table_id,send_person_id\nS1,C1\nS2,C2\n",
        ssd_ehcp_requests="ehcr_ehcp_request_id,ehcr_send_table_id\nQ1,S1\nQ2,S2\n",
        ssd_ehcp_active_plans="ehcp_active_ehcp_id,ehcp_ehcp_request_id\nA1,Q1\nA2,Q2\n",
        ssd_sen_need="senn_table_id,senn_active_ehcp_id\nN1,A1\nN2,A2\n",
        ssd_mother="moth_table_id,moth_person_id,moth_childs_person_id\nM1,C1,C9\nM2,C9,C1\nM3,C2,C9\n",
    )
    with records.one_person(home, kept.id, "C1") as con:

        def keys(table: str) -> set[str]:
            key = record_tables()[table].keys[0]
            return {row[0] for row in con.execute(f"SELECT {key} FROM records.{table}").fetchall()}

        assert keys("ssd_person") == {"C1"}
        assert keys("ssd_department") == {"AB"}
        assert keys("ssd_cla_reviews") == {"V1"}
        assert keys("ssd_sen_need") == {"N1"}
        assert keys("ssd_mother") == {"M1", "M2"}
        assert con.execute("SELECT load_id FROM records.load").fetchall() == [(kept.id,)]
        held = con.execute('SELECT "table" FROM records.sources WHERE held').fetchall()
        assert {row[0] for row in held} == set(kept.tables)


def test_every_table_about_a_child_can_be_followed_to_the_child() -> None:
    about_nobody = {name for name in record_tables() if way(name) is None}
    # Those whose rows name no child by any road: workers, teams, posts, adopters.
    assert about_nobody == {
        "ssd_professionals", "ssd_department", "local_training", "local_leadership_posts", "local_team_managers",
        "local_workforce", "local_workforce_vacancies", "local_prospective_adopters", "local_adopter_reviews",
    }  # fmt: skip
    assert naming("ssd_mother") == ("moth_person_id", "moth_childs_person_id")
    assert about("ssd_cla_reviews", lambda name: None) == "FALSE"


def test_a_load_kept_under_an_older_specification_is_still_read(home: Path) -> None:
    kept = load(home, JUNE, ssd_person="pers_person_id,pers_sex\nC1,F\n")
    path = home / "loads" / kept.id / "ssd_person.parquet"
    table = pq.read_table(path)
    pq.write_table(table.drop_columns(["pers_upn"]).append_column("pers_old", table["pers_sex"]), path)
    with records.one_person(home, kept.id, "C1") as con:
        assert con.execute("SELECT pers_sex, pers_upn FROM records.ssd_person").fetchall() == [("F", None)]
    # A column that only today's specification has is nobody's alteration.
    after = load(home, SEPTEMBER, ssd_person="pers_person_id,pers_sex,pers_upn\nC1,F,A1\n")
    assert records.compare(home, kept.id, after.id).changes == ()


def test_one_row_column_by_column_in_two_loads(home: Path) -> None:
    before = load(home, JUNE, ssd_person="pers_person_id,pers_sex\nC1,F\nC2,M\n")
    after = load(home, SEPTEMBER, ssd_person="pers_person_id,pers_sex\nC1,M\nC3,M\n")

    def sex(person: str) -> tuple[object, object] | None:
        told = records.told(home, before.id, after.id, "ssd_person", (person,))
        return told and next((t.before, t.after) for t in told if t.column == "pers_sex")

    assert sex("C1") == ("F", "M")
    assert sex("C2") == ("M", None)
    assert sex("C3") == (None, "M")
    assert sex("C4") is None
