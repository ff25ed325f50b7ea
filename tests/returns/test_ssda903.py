"""The return of looked-after children: read however it was named, and written back the same."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from undrift.errors import UserError
from undrift.returns import recognise, ssda903
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_spec import fields, in_force, period, year_of
from undrift.returns.ssda903_writer import write_folder, write_xml
from undrift.returns.submission import Submission, conform

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
ONE = "C1,15/05/2025,S,V2,N1,U6,PR1,20/06/2025,X1,CARPL,,IW1 1AA,\n"


def folder(path: Path, **files: str) -> Path:
    for name, content in files.items():
        (path / f"{name}.csv").write_text(content)
    return path


def sample(path: Path, episodes: str, **others: str) -> Submission:
    return ssda903.read(
        folder(path, header=HEADER + "C1,F,13/02/2015,WBRI,UN1,0,\n", episodes=EPISODES + episodes, **others)
    )


def rows(submission: Submission, table: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns) for row in submission.tables[table].to_pylist()]


def test_a_year_runs_from_april_to_march() -> None:
    assert [year_of(day) for day in period(2026)] == [2026, 2026]
    assert year_of(period(2026)[1] + timedelta(days=1)) == 2027


def test_a_year_is_a_change_on_the_one_before() -> None:
    sex = {year: fields()["Header"][1].labels(year) for year in (2024, 2025)}
    assert sex == {2024: {"1", "2"}, 2025: {"M", "F", "U"}}
    place = next(f for f in fields()["Episodes"] if f.name == "PLACE")
    assert place.labels(2024) - place.labels(2025) == {"P2", "H5"}
    assert place.labels(2025) - place.labels(2024) == {"K3"}
    assert place.labels(2026) - place.labels(2025) == {"Z11", "Z12", "Z13", "Z14"}
    assert not in_force("DoLo", 2026) and in_force("DoLo", 2027)


def test_every_target_is_a_column_of_the_records() -> None:
    known = {f"{spec.name}.{c.name}" for spec in record_tables().values() for c in spec.columns}
    assert {f.target for held in fields().values() for f in held if f.target} <= known


def test_files_are_known_by_their_columns_and_not_by_their_names(tmp_path: Path) -> None:
    folder(
        tmp_path,
        a=HEADER.lower() + "C1,F,13/02/2015,WBRI,UN1,0,\n",
        b=EPISODES + ONE,
        notes="CHILD,WHAT\nC1,x\n",
    )
    submission = recognise(tmp_path)(tmp_path)
    assert submission.kind == "ssda903"
    assert [line.split(":")[0] for line in submission.recognised] == ["SSDA903 Header", "SSDA903 Episodes"]
    assert any("notes.csv: left out" in line for line in submission.assumptions)
    assert recognise(tmp_path / "b.csv")(tmp_path / "b.csv").tables.keys() == {
        "ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status", "ssd_permanence", "ssd_address",
    }  # fmt: skip


def test_what_rests_on_a_column_that_is_not_there_is_not_held(tmp_path: Path) -> None:
    submission = ssda903.read(folder(tmp_path, header="CHILD,SEX,DOB,ETHNIC,UPN\nC1,F,13/02/2015,WBRI,UN1\n"))
    assert "ssd_mother" not in submission.tables
    assert submission.not_held["ssd_mother"] == "the Header table has no MC_DOB column"


def test_a_table_not_sent_is_not_held_which_is_not_empty(tmp_path: Path) -> None:
    submission = sample(tmp_path, ONE, missing="CHILD,DOB,MISSING,MIS_START,MIS_END\n")
    assert submission.tables["ssd_missing"].num_rows == 0
    assert submission.not_held["ssd_cla_reviews"] == "no usable Reviews table was sent"
    assert submission.not_held["ssd_cp_plans"] == "SSDA903 does not hold it"
    assert "ssd_cla_reviews" not in submission.tables


def test_every_extent_says_it_is_a_year_and_which(tmp_path: Path) -> None:
    extents = sample(tmp_path, ONE).extents
    assert "all" not in extents.values()
    assert all(said.endswith("12 months to 31 March 2026") for said in extents.values())


def test_two_files_of_one_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Episodes table"):
        ssda903.read(folder(tmp_path, a=EPISODES + ONE, b=EPISODES + ONE))


def test_placements_and_legal_statuses_run_over_the_episodes_that_do_not_change_them(tmp_path: Path) -> None:
    submission = sample(
        tmp_path,
        "C1,15/05/2025,S,V2,N1,U6,PR1,20/06/2025,X1,,,IW1 1AA,\n"
        "C1,20/06/2025,L,C1,N1,U6,PR1,01/08/2025,X1,CARPL,,IW1 1AA,\n"
        "C1,01/08/2025,P,C1,N1,K2,PR4,,,,,IW2 2BB,SC1\n",
    )
    assert rows(submission, "ssd_cla_placement", "clap_cla_placement_type", "clap_cla_placement_start_date",
                "clap_cla_placement_end_date", "clap_cla_placement_change_reason") == [
        ("U6", date(2025, 5, 15), date(2025, 8, 1), "CARPL"), ("K2", date(2025, 8, 1), None, None),
    ]  # fmt: skip
    assert rows(submission, "ssd_legal_status", "lega_legal_status", "lega_legal_status_start_date",
                "lega_legal_status_end_date") == [
        ("V2", date(2025, 5, 15), date(2025, 6, 20)), ("C1", date(2025, 6, 20), None),
    ]  # fmt: skip
    assert {row[0] for row in rows(submission, "ssd_cla_episodes", "clae_entered_care_date")} == {
        date(2025, 5, 15)
    }


def test_what_began_before_the_return_has_no_start_date_rather_than_a_guess(tmp_path: Path) -> None:
    submission = sample(tmp_path, "C1,15/05/2024,L,C2,N1,U6,PR1,,,,,IW1 1AA,\n")
    assert rows(submission, "ssd_cla_episodes", "clae_cla_episode_start_date", "clae_entered_care_date") == [
        (date(2024, 5, 15), None)
    ]
    assert rows(submission, "ssd_cla_placement", "clap_cla_placement_start_date") == [(None,)]
    assert rows(submission, "ssd_legal_status", "lega_legal_status_start_date") == [(date(2024, 5, 15),)]


def test_the_date_called_placed_is_the_decision_and_moving_in_is_the_first_placement_for_adoption(
    tmp_path: Path,
) -> None:
    submission = sample(
        tmp_path,
        "C1,15/05/2025,S,C2,N1,U6,PR1,20/09/2025,X1,CARPL,,IW1 1AA,\n"
        "C1,20/09/2025,P,C2,N1,A5,PR1,25/02/2026,E11,,,IW3 3CC,\n",
        placed="CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nC1,13/02/2015,18/07/2025,,\n",
        ad1="CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
        "C1,13/02/2015,18/07/2025,22/08/2025,0,2,MF,L11\n",
    )
    assert rows(submission, "ssd_permanence", "perm_adm_decision_date", "perm_placed_for_adoption_date",
                "perm_matched_date", "perm_permanence_order_date", "perm_adopted_by_carer_flag") == [
        (date(2025, 7, 18), date(2025, 9, 20), date(2025, 8, 22), date(2026, 2, 25), "N"),
    ]  # fmt: skip


def test_bad_rows_are_listed_and_held_back_and_good_ones_load(tmp_path: Path) -> None:
    submission = sample(
        tmp_path,
        ONE
        + "C1,31/02/2025,P,V2,N1,U6,PR1,,,,,,\nC1,20/06/2025,P,V2,N1,WRONG,PR1,,,,,,\n,20/06/2025,P,V2,N1,U6,PR1,,,,,,\n",
    )
    assert [(i.row, i.column, i.severity) for i in submission.issues] == [
        (3, "DECOM", "held back"), (4, "PLACE", "kept"), (5, "CHILD", "held back"),
    ]  # fmt: skip
    assert submission.tables["ssd_cla_episodes"].num_rows == 2


def test_a_code_of_another_year_is_read_and_said(tmp_path: Path) -> None:
    folder(tmp_path, header=HEADER + "C1,2,13/02/2015,WBRI,UN1,0,\n", episodes=EPISODES + ONE)
    submission = ssda903.read(tmp_path)
    assert rows(submission, "ssd_person", "pers_sex", "pers_upn_unknown", "pers_upn") == [("F", "UN1", None)]
    assert [(i.column, i.row, i.code) for i in submission.issues] == [("SEX", 2, "not_in_force")]


def test_birth_dates_that_differ_between_tables_are_shown(tmp_path: Path) -> None:
    reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\nC1,14/02/2015,30/05/2025,PN1\nC1,13/02/2015,31/05/2025,PN1\n"
    submission = sample(tmp_path, ONE, reviews=reviews)
    assert [(i.file, i.row, i.code) for i in submission.issues] == [("reviews.csv", 2, "tables_disagree")]


MANY = 12
days = st.integers(1, 60).map(timedelta)


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, pa.Table], int]:
    """Records of one year, of children who came in during it, as the form can hold them; and the year."""
    found: dict[str, list[dict[str, object]]] = {name: [] for name in (
        "ssd_person", "ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status", "ssd_cla_reviews", "ssd_missing",
        "ssd_involvements", "ssd_professionals", "ssd_immigration_status", "ssd_care_leavers", "ssd_permanence",
        "ssd_address", "ssd_mother", "ssd_sdq_scores", "ssd_cla_previous_permanence", "local_annual_health",
    )}  # fmt: skip
    year = draw(st.sampled_from([2024, 2025, 2026, 2027]))
    if year == 2027:
        found["local_deprivation_of_liberty"] = []
    for number in range(draw(st.integers(1, 4))):
        child = f"00{number}"
        found["ssd_person"].append({
            "pers_person_id": child, "pers_sex": draw(st.sampled_from("MFU" if year > 2024 else "MF")), "pers_dob": date(2012, 1, 20 + number),
            "pers_ethnicity": draw(st.sampled_from(["WBRI", "AOTH"])), "pers_is_mother": draw(st.sampled_from("YN")),
            "pers_upn": draw(st.sampled_from([None, "A123456789012"])), "pers_upn_unknown": None,
        })  # fmt: skip
        if found["ssd_person"][-1]["pers_upn"] is None:
            found["ssd_person"][-1]["pers_upn_unknown"] = "UN2"
        day, last = date(year - 1, 4, 1) + draw(days), date(year, 3, 31)
        for stay in range(draw(st.integers(1, 2))):
            entered, care = day, f"{child}/{stay}"
            placement: dict[str, object] = {}
            status: dict[str, object] = {}
            for order in range(draw(st.integers(1, 4))):
                why = "S" if order == 0 else draw(st.sampled_from("PTBUL"))
                until = day + draw(days)
                if why in "SPTBU":
                    placement = {"clap_cla_placement_id": f"{care}/{order}", "clap_cla_id": care, "clap_person_id": child,
                                 "clap_cla_placement_type": draw(st.sampled_from(["U6", "K2", "A5"])),
                                 "clap_cla_placement_provider": "PR1", "clap_cla_placement_start_date": day,
                                 "clap_cla_placement_postcode": draw(st.sampled_from([None, "IW1 1AA"]))}  # fmt: skip
                    found["ssd_cla_placement"].append(placement)
                if why in "SLBU":
                    status = {"lega_legal_status_id": f"{care}/{order}", "lega_person_id": child,
                              "lega_legal_status": draw(st.sampled_from(["C1", "C2", "V2"])),
                              "lega_legal_status_start_date": day}  # fmt: skip
                    found["ssd_legal_status"].append(status)
                episode: dict[str, object] = {
                    "clae_cla_episode_id": f"{care}/{order}", "clae_person_id": child, "clae_cla_id": care,
                    "clae_cla_episode_start_date": day, "clae_cla_episode_start_reason": why,
                    "clae_cla_primary_need_code": "N1", "clae_entered_care_date": entered,
                    "clae_cla_placement_id": placement["clap_cla_placement_id"],
                }  # fmt: skip
                found["ssd_cla_episodes"].append(episode)
                if until > last:
                    # Still open, whatever ended before it within the same placement or legal status.
                    placement["clap_cla_placement_end_date"] = status["lega_legal_status_end_date"] = None
                    break
                episode |= {"clae_cla_episode_ceased_date": until, "clae_cla_episode_ceased_reason": "X1"}
                placement["clap_cla_placement_end_date"] = status["lega_legal_status_end_date"] = until
                found["ssd_cla_reviews"] += draw(st.sampled_from([[], [{
                    "clar_cla_review_id": f"{care}/{order}", "clar_cla_id": care, "clar_cla_review_date": until,
                    "clar_cla_review_participation": "PN1"}]]))  # fmt: skip
                day = until
            else:
                episode["clae_cla_episode_ceased_reason"] = "E4A"
                if stay == 0 and draw(st.booleans()):
                    found["ssd_missing"].append({
                        "miss_table_id": care, "miss_person_id": child, "miss_missing_episode_type": "M",
                        "miss_missing_episode_start_date": entered, "miss_missing_episode_end_date": day})  # fmt: skip
                day += draw(days)
                if day < last:
                    continue
            break
        worker = draw(st.sampled_from([None, "SW1", "SW2"]))
        found["ssd_involvements"].append({
            "invo_involvements_id": child, "invo_person_id": child, "invo_professional_id": worker,
            "invo_professional_role_id": "Allocated social worker", "invo_involvement_start_date": date(year - 1, 4, 20),
            "invo_worker_change_reason": draw(st.sampled_from([None, "LEFTRL"]))})  # fmt: skip
        found["ssd_care_leavers"].append({
            "clea_table_id": child, "clea_person_id": child, "clea_care_leaver_in_touch": "YES",
            "clea_care_leaver_accommodation": draw(st.sampled_from([None, "U"])), "clea_care_leaver_activity": "F2"})  # fmt: skip
        _once_a_child(draw, found, child, year)
        if found["ssd_care_leavers"][-1]["clea_care_leaver_accommodation"]:
            found["ssd_care_leavers"][-1]["clea_care_leaver_accom_suitable"] = draw(st.sampled_from("12"))
    for row in found["ssd_involvements"]:
        worker = row["invo_professional_id"]
        if worker and worker not in [p["prof_professional_id"] for p in found["ssd_professionals"]]:
            found["ssd_professionals"].append(
                {"prof_professional_id": worker, "prof_social_worker_registration_no": worker}
            )
    tables = {
        name: conform(pa.Table.from_pylist(held, conform(pa.table({}), name).schema), name)
        for name, held in found.items()
    }
    return tables, year


def _once_a_child(draw: st.DrawFn, found: dict[str, list[dict[str, object]]], child: str, year: int) -> None:
    """What the return says of a child's home, child, health and earlier permanence."""
    if draw(st.booleans()):
        found["ssd_address"].append({"addr_table_id": child, "addr_person_id": child, "addr_address_type": "home",
                                     "addr_address_postcode": "IW11AA"})  # fmt: skip
    if draw(st.booleans()):
        found["ssd_mother"].append(
            {"moth_table_id": child, "moth_person_id": child, "moth_childs_dob": date(year - 1, 6, 2)}
        )
    score = {"sdq_score": draw(st.integers(0, 40))} if draw(st.booleans()) else {"sdq_reason": "SDQ4"}
    found["local_annual_health"].append({
        "oc2_id": child, "oc2_person_id": child, "oc2_year": year, "oc2_convicted": draw(st.sampled_from("YN")),
        "oc2_teeth_check": draw(st.sampled_from([None, "Y"])), **{f"oc2_{name}": value for name, value in score.items()}})  # fmt: skip
    found["ssd_sdq_scores"].append(
        {"csdq_table_id": child, "csdq_person_id": child}
        | {f"csdq_{name}": value for name, value in score.items()}
    )
    if draw(st.booleans()):
        found["ssd_cla_previous_permanence"].append({
            "lapp_table_id": child, "lapp_person_id": child, "lapp_previous_permanence_option": "P2",
            "lapp_previous_permanence_la": "351", "lapp_previous_permanence_order_date": "zz/zz/2019"})  # fmt: skip
    if year == 2027:
        found["local_deprivation_of_liberty"].append(
            {"dolo_id": child, "dolo_person_id": child, "dolo_start_date": date(2026, 8, 1)}
        )


def said(tables: dict[str, pa.Table]) -> dict[str, list[tuple[tuple[str, object], ...]]]:
    """What the tables say, with made-up ids replaced by what they stand for."""
    entered = {
        row["clae_cla_id"]: row["clae_entered_care_date"] for row in tables["ssd_cla_episodes"].to_pylist()
    }
    told = {}
    for name, table in tables.items():
        made = {c.name for c in record_tables()[name].columns if c.is_key} | {
            "clae_cla_placement_id",
            "_file",
            "_sheet",
            "_row",
        }
        made -= {"pers_person_id", "prof_professional_id"}
        lines = []
        for row in table.to_pylist():
            kept = {
                k: entered[v] if k.endswith("_cla_id") else v
                for k, v in row.items()
                if k not in made and v is not None
            }
            lines.append(tuple(sorted(kept.items(), key=lambda pair: pair[0])))
        told[name] = sorted(lines, key=repr)
    return told


Write = Callable[[Path, dict[str, pa.Table], int], object]
FORMS: list[Write] = [write_folder, lambda path, tables, year: write_xml(path / "return.xml", tables, year)]


@settings(max_examples=MANY)
@given(histories(), st.sampled_from(FORMS))
def test_written_and_read_back_it_says_the_same(given: tuple[dict[str, pa.Table], int], write: Write) -> None:
    records, year = given
    with TemporaryDirectory() as path:
        write(Path(path), records, year)
        submission = recognise(Path(path))(Path(path))
    assert [i.what for i in submission.issues if i.code != "required_missing"] == []
    assert said(submission.tables) == said(records)


@settings(max_examples=8)
@given(histories())
def test_csv_and_xml_say_the_same(given: tuple[dict[str, pa.Table], int]) -> None:
    records, year = given
    with TemporaryDirectory() as path:
        for write, name in zip(FORMS, ("csv", "xml"), strict=True):
            (Path(path) / name).mkdir()
            write(Path(path) / name, records, year)
        csv, xml = (ssda903.read(Path(path) / name) for name in ("csv", "xml"))
    assert said(csv.tables) == said(xml.tables)
    assert csv.extents == xml.extents


@settings(max_examples=8)
@given(histories(), st.randoms(use_true_random=False))
def test_rows_in_any_order_are_the_same_records(
    given: tuple[dict[str, pa.Table], int], random: Random
) -> None:
    records, year = given
    with TemporaryDirectory() as path:
        write_folder(Path(path), records, year)
        before = ssda903.read(Path(path)).tables
        for file in Path(path).iterdir():
            head, *lines = file.read_text().splitlines()
            random.shuffle(lines)
            file.write_text("\n".join([head, *lines]) + "\n")
        after = ssda903.read(Path(path)).tables
    for name in before:
        plain = [c for c in before[name].column_names if c != "_row"]
        rows_of = [sorted(map(repr, tables[name].select(plain).to_pylist())) for tables in (before, after)]
        assert rows_of[0] == rows_of[1]


def test_a_change_of_home_address_has_a_day_and_the_first_has_none(tmp_path: Path) -> None:
    submission = sample(
        tmp_path,
        "C1,15/05/2025,S,V2,N1,U6,PR1,20/06/2025,X1,,iw1 1aa,,\n"
        "C1,20/06/2025,L,C1,N1,U6,PR1,01/08/2025,X1,CARPL,IW11AA,,\n"
        "C1,01/08/2025,P,C1,N1,K2,PR4,,,,IW2 2BB,,SC1\n",
    )
    assert rows(submission, "ssd_address", "addr_address_type", "addr_address_postcode", "addr_address_start_date") == [
        ("home", "IW11AA", None), ("home", "IW22BB", date(2025, 8, 1)),
    ]  # fmt: skip
    write_folder(tmp_path / "out", submission.tables, 2026)
    written = (tmp_path / "out" / "episodes.csv").read_text().splitlines()[1:]
    assert [line.split(",")[-3] for line in written] == ["IW1 1AA", "IW1 1AA", "IW2 2BB"]


XML = """<?xml version='1.0' encoding='us-ascii'?>
<EXPSSDA903><CHILD><HEADER><CHILDID>C1</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>13/02/2015</DOB><ETHNIC>WBRI</ETHNIC><UASC />
<AREVIEW><REVIEW>30/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER />
<OC2><SDQ_SCORE>18</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2></HEADER>
<EPISODE><DECOM>15/05/2025</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE>
</CHILD></EXPSSDA903>"""


def test_an_xml_return_is_known_by_what_is_in_it_and_stands_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "anything.dat"
    file.write_text(XML)
    submission = recognise(file)(file)
    assert rows(submission, "ssd_cla_reviews", "clar_cla_review_date", "_sheet", "_row") == [
        (date(2025, 5, 30), "Reviews", 3)
    ]
    assert rows(submission, "ssd_sdq_scores", "csdq_sdq_score") == [(18,)]
    assert submission.tables["ssd_immigration_status"].num_rows == 0  # a blank UASC is no, not unknown
    # The element of the social workers is not certain: none of it is not the same as none in the return.
    assert submission.not_held["ssd_involvements"] == "no usable SWEpisodes table was sent"


@pytest.mark.parametrize("element", ["SW_EPISODE", "SWEPISODE"])
def test_a_social_workers_episode_is_read_by_either_name(tmp_path: Path, element: str) -> None:
    row = f"<{element}><SW_ID>SW1</SW_ID><SW_DECOM>20/05/2025</SW_DECOM><SW_REASON>FCONTA</SW_REASON></{element}>"
    (tmp_path / "r.xml").write_text(XML.replace("</HEADER>", f"{row}</HEADER>"))
    submission = ssda903.read(tmp_path / "r.xml")
    assert rows(submission, "ssd_involvements", "invo_involvement_start_date", "invo_worker_change_reason") == [
        (date(2025, 5, 20), "FCONTA")
    ]  # fmt: skip


def test_xml_is_written_by_the_names_that_are_asked_for(tmp_path: Path) -> None:
    records = sample(tmp_path, "C1,15/05/2025,S,V2,N1,U6,PR1,,,,,IW1 1AA,\n").tables
    write_xml(tmp_path / "r.xml", records, 2026)
    root = ElementTree.parse(tmp_path / "r.xml").getroot()
    assert (root.tag, [child.tag for child in root]) == ("EXPSSDA903", ["CHILD"])


def test_nothing_after_the_year_is_written(tmp_path: Path) -> None:
    submission = sample(tmp_path, "C1,15/05/2024,S,V2,N1,U6,PR1,20/06/2026,E4A,CARPL,,IW1 1AA,\n")
    write_folder(tmp_path / "out", submission.tables, 2026)
    assert (tmp_path / "out" / "episodes.csv").read_text().splitlines()[
        1
    ] == "C1,15/05/2024,S,V2,N1,U6,PR1,,,,,IW1 1AA,"
    assert write_folder(tmp_path / "out2", submission.tables, 2024)["Episodes"] == 0
    with pytest.raises(ValueError, match="specification"):
        write_folder(tmp_path / "out3", submission.tables, 2019)


@pytest.mark.parametrize(("year", "sex"), [(2024, "2"), (2025, "F")])
def test_codes_are_written_as_the_year_has_them(tmp_path: Path, year: int, sex: str) -> None:
    submission = sample(tmp_path, "C1,15/05/2023,S,V2,N1,U6,PR1,,,,,IW1 1AA,\n")
    write_folder(tmp_path / "out", submission.tables, year)
    assert (tmp_path / "out" / "header.csv").read_text().splitlines()[1].startswith(f"C1,{sex},")
