"""SEN2 and the workforce census: what is written is read back, as XML and as CSV; and what goes wrong with them."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.returns.form_rows import DAYS, WORDS
from tests.shared import shared_path
from undrift import records
from undrift.errors import UserError
from undrift.returns import modules, modules_writer, recognise
from undrift.returns.module_spec import SEN2, WORKFORCE, ModuleReturn
from undrift.returns.modules_to_ssd import FROM_MODULES
from undrift.returns.spec import record_tables
from undrift.returns.submission import conform

SLOW = settings(max_examples=25)
Row = dict[str, Any]


def codes(of: ModuleReturn, module: str, element: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        sorted({c.value for e in of.modules()[module] if e.name == element for c in e.codes})
    )


PLAN = st.fixed_dictionaries(
    {
        "start": st.none() | DAYS,
        "ceased": st.none() | DAYS,
        "reason": st.none() | codes(SEN2, "NamedPlan", "CeaseReason"),
    }
)
ASSESSMENT = st.fixed_dictionaries(
    {"outcome": st.none() | st.sampled_from("YNAWH"), "on": st.none() | DAYS, "week20": st.none() | st.sampled_from("01"),
     "plans": st.lists(PLAN, max_size=1)}
)  # fmt: skip
ACTIVE = st.fixed_dictionaries(
    {"last": st.none() | DAYS, "meeting": st.none() | DAYS, "decided": st.none() | codes(SEN2, "ActivePlans", "ReviewOutcome"),
     "needs": st.lists(st.tuples(codes(SEN2, "SENneed", "SENtype"), st.sampled_from("12")), max_size=2, unique=True)}
)  # fmt: skip
REQUEST = st.fixed_dictionaries(
    {"on": st.none() | DAYS, "decided": st.none() | DAYS, "outcome": st.none() | st.sampled_from("YNAWH"),
     "assessments": st.lists(ASSESSMENT, max_size=1), "active": st.lists(ACTIVE, max_size=1)}
)  # fmt: skip
PERSON = st.fixed_dictionaries(
    {"upn": st.booleans(), "uln": st.none() | st.from_regex(r"[1-9]\d{9}", fullmatch=True), "forename": st.none() | WORDS,
     "sex": st.none() | st.sampled_from("MFU"), "ethnicity": st.none() | codes(SEN2, "Person", "Ethnicity"),
     "born": st.none() | DAYS, "requests": st.lists(REQUEST, max_size=3)}
)  # fmt: skip
PEOPLE = st.lists(PERSON, min_size=1, max_size=4).map(
    lambda people: [
        p
        | {
            "upn": f"A{n:012}" if p["upn"] else None,
            "surname": f"Name{n}",
            "uln": f"{n}{p['uln']}"[:10] if p["uln"] else None,
        }
        for n, p in enumerate(people)
    ]
)


def tables_of(people: list[Row]) -> dict[str, pa.Table]:
    """What the people say as tables of the records, under ids of the test's own."""
    rows: dict[str, list[Row]] = {name: [] for name in FROM_MODULES["sen2"]}
    for p, person in enumerate(people):
        rows["ssd_person"].append({
            "pers_person_id": f"C{p}", "pers_forename": person["forename"], "pers_surname": person["surname"],
            "pers_sex": person["sex"], "pers_ethnicity": person["ethnicity"], "pers_dob": person["born"]})  # fmt: skip
        rows["ssd_send"].append({
            "send_table_id": f"S{p}", "send_person_id": f"C{p}", "send_upn": person["upn"], "send_uln": person["uln"]})  # fmt: skip
        for r, request in enumerate(person["requests"]):
            rows["ssd_ehcp_requests"].append({
                "ehcr_ehcp_request_id": f"R{p}.{r}", "ehcr_send_table_id": f"S{p}", "ehcr_ehcp_req_date": request["on"],
                "ehcr_ehcp_req_outcome_date": request["decided"], "ehcr_ehcp_req_outcome": request["outcome"]})  # fmt: skip
            for assessment in request["assessments"]:
                rows["ssd_ehcp_assessment"].append({
                    "ehca_ehcp_assessment_id": f"A{p}.{r}", "ehca_ehcp_request_id": f"R{p}.{r}",
                    "ehca_ehcp_assessment_outcome": assessment["outcome"],
                    "ehca_ehcp_assessment_outcome_date": assessment["on"],
                    "ehca_ehcp_assessment_exceptions": assessment["week20"]})  # fmt: skip
                for plan in assessment["plans"]:
                    rows["ssd_ehcp_named_plan"].append({
                        "ehcn_named_plan_id": f"N{p}.{r}", "ehcn_ehcp_asmt_id": f"A{p}.{r}",
                        "ehcn_named_plan_start_date": plan["start"], "ehcn_named_plan_ceased_date": plan["ceased"],
                        "ehcn_named_plan_ceased_reason": plan["reason"]})  # fmt: skip
            for active in request["active"]:
                rows["ssd_ehcp_active_plans"].append({
                    "ehcp_active_ehcp_id": f"V{p}.{r}", "ehcp_ehcp_request_id": f"R{p}.{r}",
                    "ehcp_active_ehcp_last_review_date": active["last"]})  # fmt: skip
                if active["last"] or active["meeting"] or active["decided"]:
                    rows["local_ehcp_reviews"].append({
                        "ehrv_id": f"M{p}.{r}", "ehrv_person_id": f"C{p}", "ehrv_active_ehcp_id": f"V{p}.{r}",
                        "ehrv_meeting_date": active["meeting"], "ehrv_outcome": active["decided"],
                        "ehrv_decision_date": active["last"]})  # fmt: skip
                for n, (kind, rank) in enumerate(active["needs"]):
                    rows["ssd_sen_need"].append({
                        "senn_table_id": f"N{p}.{r}.{n}", "senn_active_ehcp_id": f"V{p}.{r}",
                        "senn_active_ehcp_need_type": kind, "senn_active_ehcp_need_rank": rank})  # fmt: skip
    empty = {
        name: pa.table({record_tables()[name].columns[0].name: pa.array([], pa.string())}) for name in rows
    }
    return {name: conform(pa.Table.from_pylist(of) if of else empty[name], name) for name, of in rows.items()}


def told(tables: Mapping[str, pa.Table]) -> list[str]:
    """The same as one nested text a person, without ids."""
    held = {name: table.to_pylist() for name, table in tables.items()}

    def under(table: str, link: str, id_: object) -> Iterator[Row]:
        return (row for row in held[table] if row[link] == id_)

    def values(row: Row, *names: str) -> tuple[object, ...]:
        return tuple(row[name] for name in names)

    def need(row: Row) -> str:
        return repr(values(row, "senn_active_ehcp_need_type", "senn_active_ehcp_need_rank"))

    def active(row: Row) -> str:
        id_ = row["ehcp_active_ehcp_id"]
        reviews = [
            values(r, "ehrv_meeting_date", "ehrv_outcome", "ehrv_decision_date")
            for r in under("local_ehcp_reviews", "ehrv_active_ehcp_id", id_)
        ]
        needs = sorted(map(need, under("ssd_sen_need", "senn_active_ehcp_id", id_)))
        return repr((row["ehcp_active_ehcp_last_review_date"], reviews, needs))

    def assessment(row: Row) -> str:
        plans = [
            values(
                r,
                "ehcn_named_plan_start_date",
                "ehcn_named_plan_ceased_date",
                "ehcn_named_plan_ceased_reason",
            )
            for r in under("ssd_ehcp_named_plan", "ehcn_ehcp_asmt_id", row["ehca_ehcp_assessment_id"])
        ]
        return repr((values(row, *list(row)[2:5]), plans))

    def request(row: Row) -> str:
        id_ = row["ehcr_ehcp_request_id"]
        return repr((
            values(row, "ehcr_ehcp_req_date", "ehcr_ehcp_req_outcome_date", "ehcr_ehcp_req_outcome"),
            sorted(map(assessment, under("ssd_ehcp_assessment", "ehca_ehcp_request_id", id_))),
            sorted(map(active, under("ssd_ehcp_active_plans", "ehcp_ehcp_request_id", id_)))))  # fmt: skip

    people = {row["pers_person_id"]: row for row in held["ssd_person"]}
    return sorted(
        repr((
            values(send, "send_upn", "send_uln", "send_upn_unknown"),
            values(people[send["send_person_id"]], "pers_forename", "pers_surname", "pers_sex", "pers_ethnicity", "pers_dob"),
            sorted(map(request, under("ssd_ehcp_requests", "ehcr_send_table_id", send["send_table_id"])))))
        for send in held["ssd_send"]
    )  # fmt: skip


@given(people=PEOPLE, name=st.sampled_from(["sen2.xml", "folder"]), year=st.integers(2025, 2026))
@SLOW
def test_sen2_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, people: list[Row], name: str, year: int
) -> None:
    tables = tables_of(people)
    path = tmp_path_factory.mktemp("sen2") / name
    modules_writer.write_sen2(tables, path, year, "999")
    assert recognise(path) is modules.read_sen2
    read = modules.read_sen2(path)
    assert [i for i in read.issues if i.code != "required_missing"] == []
    assert told(read.tables) == told(tables)
    assert read.extents["ssd_send"].endswith(f"January {year}")
    for table in read.tables.values():
        ids = table.column(0).to_pylist()
        assert len(ids) == len(set(ids))


WORKER = st.fixed_dictionaries({
    c.name: {
        "date": st.none() | DAYS, "flag": st.none() | st.sampled_from("YN"), "integer": st.none() | st.integers(0, 60),
        "number": st.none() | st.integers(0, 1_000_000).map(lambda n: n / 1_000_000),
    }.get(c.type, st.none() | (
        codes(WORKFORCE, "CSWWWorker", next(e.name for e in WORKFORCE.modules()["CSWWWorker"] if e.target.endswith(f".{c.name}")))
    ) if c.type == "text" else st.none())
    for c in record_tables()["local_workforce"].columns
    if c.name not in ("wkfc_id", "wkfc_professional_id", "wkfc_year")
})  # fmt: skip


@given(
    workers=st.lists(WORKER, min_size=1, max_size=5),
    vacancies=st.none() | st.tuples(st.integers(0, 400).map(lambda n: n / 4), st.integers(0, 60)),
    name=st.sampled_from(["census.xml", "folder"]),
    year=st.integers(2022, 2026),
)
@SLOW
def test_a_workforce_census_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    workers: list[Row],
    vacancies: tuple[float, int] | None,
    name: str,
    year: int,
) -> None:
    rows = [
        w | {"wkfc_id": str(n), "wkfc_professional_id": f"W{n // 2}", "wkfc_year": year}
        for n, w in enumerate(workers)
    ]
    staff = [
        {"prof_professional_id": f"W{n}", "prof_social_worker_registration_no": f"SW{n:010}"}
        for n in range(len(rows))
    ]
    vacant = [{"wkva_year": year, "wkva_vacancies_fte": v[0], "wkva_agency_fte": v[0], "wkva_agency_headcount": v[1]}
              for v in [vacancies] if v]  # fmt: skip
    tables = {
        "local_workforce": conform(pa.Table.from_pylist(rows), "local_workforce"),
        "ssd_professionals": conform(pa.Table.from_pylist(staff), "ssd_professionals"),
    }
    if vacant:
        tables["local_workforce_vacancies"] = conform(
            pa.Table.from_pylist(vacant), "local_workforce_vacancies"
        )
    path = tmp_path_factory.mktemp("csww") / name
    modules_writer.write_workforce(tables, path, year, "999")
    assert recognise(path) is modules.read_workforce
    read = modules.read_workforce(path)
    assert [i for i in read.issues if i.code != "required_missing"] == []
    said = [
        {**row, "wkfc_id": "", "wkfc_professional_id": f"SW{int(row['wkfc_professional_id'][1:]):010}"}
        for row in rows
    ]
    found = [{k: v for k, v in row.items() if not k.startswith("_")} | {"wkfc_id": ""}
             for row in read.tables["local_workforce"].to_pylist()]  # fmt: skip
    assert sorted(map(repr, found)) == sorted(repr({c: row[c] for c in found[0]}) for row in said)
    assert read.tables["ssd_professionals"].num_rows == len({row["wkfc_professional_id"] for row in rows})
    if "local_workforce_vacancies" in read.tables:
        kept = read.tables["local_workforce_vacancies"].to_pylist()
        assert [{k: v for k, v in row.items() if not k.startswith("_")} for row in kept] == vacant


SEN2_XML = """<?xml version="1.0"?>
<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year></CollectionDetails></Header>
<Persons>
{}
</Persons></Message>"""
ONE = """<Person><Surname>Lee</Surname><PersonBirthDate>2015-02-13</PersonBirthDate><UPN>{}</UPN>
<Requests><ReceivedDate>{}</ReceivedDate><RequestOutcome>Y</RequestOutcome>
<Assessment><AssessmentOutcome>Y</AssessmentOutcome></Assessment></Requests></Person>"""


def sen2(path: Path, *people: str) -> Path:
    file = path / "sen2.xml"
    file.write_text(SEN2_XML.format("\n".join(people)))
    return file


def test_people_are_tied_by_upn_where_one_child_has_it(tmp_path: Path) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    (folder / "ssd_person.csv").write_text(
        "pers_person_id,pers_upn\nC1,a000000000001\nC2,A000000000002\nC3,A000000000002\n"
    )
    file = sen2(tmp_path, *(ONE.format(f"A00000000000{n}", f"2025-05-0{n}") for n in (1, 2, 3)))
    reading = records.store.read([file, folder], as_at=date(2026, 3, 31))
    people = [row["pers_person_id"] for row in reading.tables["ssd_person"].to_pylist()]
    assert people == ["C1", "C2", "C3", "sen2:A000000000002", "sen2:A000000000003"]
    assert reading.tables["ssd_send"].column("send_person_id").to_pylist() == [
        "C1", "sen2:A000000000002", "sen2:A000000000003"]  # fmt: skip
    assert [(i.row, i.column) for i in reading.issues if i.code == "upn_unclear"] == [(7, "UPN")]
    assert [i for i in reading.issues if i.code == "orphan_link"] == []
    assert any("1 of its 3 people are tied by unique pupil number" in note for note in reading.assumptions)


def test_what_sen2_says_wrongly_is_held_back_with_its_place(tmp_path: Path) -> None:
    file = sen2(
        tmp_path, ONE.format("A000000000001", "31/02/2025"), ONE.format("A000000000002", "2025-05-01")
    )
    read = modules.read_sen2(file)
    assert read.tables["ssd_ehcp_requests"].num_rows == read.tables["ssd_ehcp_assessment"].num_rows == 1
    held = [(i.sheet, i.row, i.column) for i in read.issues if i.severity == "held back"]
    assert held == [("Requests", 5, "ReceivedDate"), ("Assessment", 6, "")]
    assert read.tables["ssd_send"].num_rows == 2  # the people are still there
    assert "2 Person, 1 Requests, 1 Assessment" in read.recognised[0]


def test_the_csv_files_as_collect_exports_them(tmp_path: Path) -> None:
    (tmp_path / "Blade_person.csv").write_text(
        "persontableid,NativeId,personorderseqcolumn,surname,personbirthdate,sex,upn\n7,,1,Lee,2015-Feb-13 00:00:00,F,A1\n"
    )
    (tmp_path / "Blade_requests.csv").write_text(
        "requeststableid;persontableid;receiveddate;rya;requestoutcome\n1;7;2025-Mar-04 00:00:00;false;Y\n"
        "2;8;2025-Mar-05 00:00:00;false;N\n")  # fmt: skip
    (tmp_path / "Blade_activeplans.csv").write_text(
        "activeplanstableid,requeststableid,lastreview\n4,1,2025-Jul-01 00:00:00\n"
    )
    (tmp_path / "Blade_senneed.csv").write_text(
        "senneedtableid,activeplanstableid,sentype,sentyperank\n1,4,ASD,1\n"
    )
    assert recognise(tmp_path) is modules.read_sen2
    read = modules.read_sen2(tmp_path)
    assert read.tables["ssd_person"].column("pers_dob").to_pylist() == [date(2015, 2, 13)]
    assert read.tables["ssd_ehcp_requests"].column("ehcr_ehcp_req_date").to_pylist() == [date(2025, 3, 4)]
    assert read.tables["ssd_sen_need"].num_rows == 1
    assert [(i.file, i.row, i.code) for i in read.issues] == [("Blade_requests.csv", 3, "stands_in_nothing")]
    assert read.not_held["ssd_ehcp_named_plan"] == "no usable NamedPlan module was sent"
    assert "SEN2 person level return of 2026" in read.assumptions[-1]


def test_sen2_files_without_the_people_are_refused(tmp_path: Path) -> None:
    (tmp_path / "requests.csv").write_text("requeststableid,persontableid,receiveddate\n1,7,2025-03-04\n")
    with pytest.raises(UserError, match="There is no Person"):
        recognise(tmp_path)(tmp_path)


CSWW = """<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>{}</Year></CollectionDetails></Header>
<LALevelVacancies><NumberOfVacancies>12.5</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE><NoAgencyHeadcount>1</NoAgencyHeadcount></LALevelVacancies>
<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>{}</SWENo><FTE>{}</FTE><GenderCurrent>2</GenderCurrent><OrgRole>5</OrgRole></CSWWWorker>
</Message>"""


def test_several_years_of_workforce_in_a_folder_are_one_submission(tmp_path: Path) -> None:
    for year, worker in ((2024, "SW1"), (2025, "SW1"), (2026, "SW2")):
        (tmp_path / f"{year}.xml").write_text(CSWW.format(year, worker, "0.8"))
    read = recognise(tmp_path)(tmp_path)
    assert sorted(read.tables["local_workforce"].column("wkfc_year").to_pylist()) == [2024, 2025, 2026]
    assert sorted(read.tables["ssd_professionals"].column("prof_professional_id").to_pylist()) == [
        "SW1",
        "SW2",
    ]
    assert sorted(read.tables["local_workforce_vacancies"].column("wkva_year").to_pylist()) == [
        2024,
        2025,
        2026,
    ]
    assert {(i.file, i.column) for i in read.issues} == {
        ("2024.xml", "GenderCurrent"),
        ("2025.xml", "GenderCurrent"),
        ("2026.xml", "GenderCurrent"),
    }
    assert {i.code for i in read.issues} == {"not_in_force"}


def test_a_workers_own_id_stands_where_the_dataset_has_the_registration(tmp_path: Path) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    (folder / "ssd_professionals.csv").write_text(
        "prof_professional_id,prof_social_worker_registration_no\nW1,sw1\n"
    )
    file = tmp_path / "csww.xml"
    file.write_text(CSWW.format(2024, "SW1", "0.8"))
    reading = records.store.read([folder, file], as_at=date(2026, 3, 31))
    assert reading.tables["local_workforce"].column("wkfc_professional_id").to_pylist() == ["W1"]
    assert reading.tables["ssd_professionals"].num_rows == 1


def test_a_number_that_is_none_is_left_blank_and_said(tmp_path: Path) -> None:
    file = tmp_path / "csww.xml"
    file.write_text(CSWW.format(2023, "SW1", "full"))
    read = recognise(file)(file)
    assert read.tables["local_workforce"].column("wkfc_fte").to_pylist() == [None]
    assert [(i.sheet, i.row, i.column, i.severity) for i in read.issues] == [("CSWWWorker", 3, "FTE", "kept")]


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]>" + CSWW.format(2024, "&b;", "1"),
        CSWW.format(2024, "SW1", "1")[:-30],
        "<Message><Header><CollectionDetails><Collection>SEN2</Collection></CollectionDetails></Header>" + "<a>" * 500,
        "<Message><Collection>CSWW</Collection></Message>",
    ],
    ids=["entity", "cut short", "deep", "nobody"],
)  # fmt: skip
def test_hostile_and_empty_xml_is_refused_in_words(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.xml"
    file.write_text(content)
    with pytest.raises(UserError):
        recognise(file)(file)


@pytest.mark.parametrize("of", [SEN2, WORKFORCE], ids=["sen2", "workforce"])
def test_the_specification_points_at_columns_of_the_records(of: ModuleReturn) -> None:
    known = {f"{table.name}.{c.name}": c.type for table in record_tables().values() for c in table.columns}
    assert [module for module, _ in of.nesting] == list(of.modules())
    for module, elements in of.modules().items():
        assert any(e.tells for e in elements), module
        for e in elements:
            assert not e.target or e.target in known
            kinds = {"code": ("text", "flag"), "flag": ("flag",)}.get(e.type, (e.type,))
            assert not e.target or known[e.target] in kinds, e.name
    assert set(FROM_MODULES[of.kind]) <= set(record_tables())


@pytest.mark.parametrize("of", [SEN2, WORKFORCE], ids=["sen2", "workforce"])
def test_the_specification_has_every_item_of_the_published_list(of: ModuleReturn) -> None:
    with shared_path("reference", "statutory_returns.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["return"].startswith(of.collection)]
    published = {
        (row["module_table"].rpartition("/")[2], row["field"])
        for row in rows
        if "Header" not in row["module_table"]
    }
    assert published
    ours = {(module, name) for module, elements in of.modules().items() for e in elements for name in e.names}
    assert published - ours == set()


def test_elements_of_a_plan_stand_in_the_order_of_the_return(tmp_path: Path) -> None:
    """As in the schemas that regions check their returns against: the file is refused in any other."""
    active = {
        "last": date(2025, 5, 1),
        "meeting": date(2025, 4, 1),
        "decided": "M",
        "needs": [("ASD", "1"), ("HI", "2")],
    }
    request = dict.fromkeys(("on", "decided", "outcome")) | {"assessments": [], "active": [active]}
    person = dict.fromkeys(("forename", "surname", "sex", "ethnicity", "born", "uln")) | {
        "upn": "A1",
        "requests": [request],
    }
    modules_writer.write_sen2(tables_of([person]), tmp_path / "r.xml", 2026, "999")
    tree = etree.parse(str(tmp_path / "r.xml"))
    assert [e.tag for e in tree.iterfind(".//ActivePlans/*")] == [
        "SENneed", "SENneed", "ReviewMeeting", "ReviewOutcome", "LastReview",
    ]  # fmt: skip
    assert tree.xpath("//SENneed/SENtype/text()") == ["ASD", "HI"]
    assert [e.tag for e in tree.iterfind("Header/*")] == ["CollectionDetails", "Source"]
    assert tree.findtext("Header/Source/LEA") == "999"


def test_the_school_censuss_longer_list_of_ethnicities_is_the_shorter_one_said_closer(tmp_path: Path) -> None:
    one = ONE.format("A1", "2025-05-01").replace("<UPN>", "<Ethnicity>WENG</Ethnicity><UPN>")
    read = modules.read_sen2(sen2(tmp_path, one))
    assert read.tables["ssd_person"].column("pers_ethnicity").to_pylist() == ["WBRI"]
    assert not [i for i in read.issues if i.column == "Ethnicity"]


@pytest.mark.parametrize(("year", "columns"), [(2024, {"RequestSource", "ReviewDraft"}), (2025, set())])
def test_what_was_asked_for_by_choice_in_2025_is_of_that_year(
    tmp_path: Path, year: int, columns: set[str]
) -> None:
    more = "<RequestSource>2</RequestSource><ActivePlans><ReviewDraft>2024-11-01</ReviewDraft></ActivePlans></Requests>"
    file = sen2(tmp_path, ONE.format("A1", "2024-05-01").replace("</Requests>", more))
    file.write_text(file.read_text().replace("<Year>2026", f"<Year>{year}"))
    assert {i.column for i in modules.read_sen2(file).issues if i.code == "not_in_force"} == columns


CENSUS = """<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year></CollectionDetails></Header>
<LALevel><NumberOfVacancies>4.5</NumberOfVacancies><NoAgencyFTE>2</NoAgencyFTE><NoAgencyHeadcount>3</NoAgencyHeadcount>
<RecruitmentBonus>2</RecruitmentBonus></LALevel>
<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1</SWENo><Sex>F</Sex><BaseSalary>40000</BaseSalary></CSWWWorker></Message>"""


def test_vacancies_are_read_by_either_name_of_their_module(tmp_path: Path) -> None:
    (tmp_path / "c.xml").write_text(CENSUS)
    read = modules.read_workforce(tmp_path / "c.xml")
    (vacant,) = read.tables["local_workforce_vacancies"].to_pylist()
    assert (vacant["wkva_vacancies_fte"], vacant["wkva_agency_headcount"]) == (4.5, 3)
    assert list(read.issues) == []


@pytest.mark.parametrize(("year", "element"), [(2023, "<GenderCurrent>2<"), (2024, "<Sex>F<")])
def test_a_workers_sex_is_written_as_the_year_has_it(tmp_path: Path, year: int, element: str) -> None:
    (tmp_path / "c.xml").write_text(CENSUS)
    tables = modules.read_workforce(tmp_path / "c.xml").tables
    held = tables["local_workforce"]
    years = pa.array([year], held.schema.field("wkfc_year").type)
    tables |= {"local_workforce": held.set_column(held.column_names.index("wkfc_year"), "wkfc_year", years)}
    modules_writer.write_workforce(tables, tmp_path / "out.xml", year, "999")
    assert element in (tmp_path / "out.xml").read_text()


@given(people=PEOPLE, data=st.data())
@settings(max_examples=15)
def test_people_in_any_order_get_the_same_ids(
    tmp_path_factory: pytest.TempPathFactory, people: list[Row], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("order") / "sen2.xml"
    modules_writer.write_sen2(tables_of(people), path, 2026, "999")
    ids = [set(table.column(0).to_pylist()) for table in modules.read_sen2(path).tables.values()]
    tree = etree.parse(str(path))
    persons = tree.find("Persons")
    assert persons is not None
    persons[:] = data.draw(st.permutations(list(persons)))
    tree.write(str(path))
    again = modules.read_sen2(path)
    assert [set(table.column(0).to_pylist()) for table in again.tables.values()] == ids
    assert told(again.tables) == told(tables_of(people))


def test_csv_files_in_the_state_they_come_in(tmp_path: Path) -> None:
    """Another delimiter and encoding, columns re-cased, re-ordered and with spaces, blanks written out, d/m/y dates."""
    (tmp_path / "p.csv").write_bytes(
        'UPN;Person Table ID;SURNAME;Person Birth Date\nA1;"7";Lée;13/02/2015\nNULL;8;n/a;04/03/2015\n'.encode(
            "utf-16"
        )
    )
    (tmp_path / "r.csv").write_text(
        "RequestOutcome,ReceivedDate,PersonTableID,RequestsTableID,Notes\ny,45720,7,1,late\nQ,05/03/2025,8,2,\n,31/02/2025,8,3,\n"
    )
    read = recognise(tmp_path)(tmp_path)
    assert read.tables["ssd_person"].column("pers_dob").to_pylist() == [date(2015, 2, 13), date(2015, 3, 4)]
    requests = read.tables["ssd_ehcp_requests"].to_pylist()
    assert [(r["ehcr_ehcp_req_date"], r["ehcr_ehcp_req_outcome"]) for r in requests] == [
        (date(2025, 3, 4), "Y"), (date(2025, 3, 5), None)]  # fmt: skip
    assert [(i.file, i.row, i.column, i.severity) for i in read.issues] == [
        ("r.csv", 3, "RequestOutcome", "kept"),
        ("r.csv", 4, "ReceivedDate", "held back"),
    ]
