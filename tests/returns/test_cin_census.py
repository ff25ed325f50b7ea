"""The children in need census: read child by child, refused when hostile, and written back the same."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from undrift.errors import UserError
from undrift.returns import cin_census, recognise
from undrift.returns.cin_census_spec import in_force, modules
from undrift.returns.cin_census_writer import write_census
from undrift.returns.put_by import PutBy, look_away
from undrift.returns.spec import record_tables
from undrift.returns.submission import conform
from undrift.returns.xml_rows import MAX_CHILD

CHILD = """<Child>
<ChildIdentifiers><LAchildID>{id}</LAchildID><PersonBirthDate>2015-02-13</PersonBirthDate>
<Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities>
</ChildCharacteristics>
{needs}
</Child>
"""
NEED = """<CINdetails>
<CINreferralDate>2025-05-15</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
<ReferralNFA>false</ReferralNFA>
{more}
</CINdetails>"""


def census(path: Path, children: str, year: int = 2026) -> Path:
    file = path / "census.xml"
    details = f"<CollectionDetails><Collection>CIN</Collection><Year>{year}</Year></CollectionDetails>"
    file.write_text(f"<Message>\n<Header>{details}</Header>\n<Children>\n{children}</Children></Message>")
    return file


def one(**more: str) -> str:
    return CHILD.format(id="C1", needs=NEED.format(more=more.get("more", "")))


def test_every_target_is_a_column_of_the_records() -> None:
    known = {f"{spec.name}.{c.name}" for spec in record_tables().values() for c in spec.columns}
    assert {e.target for held in modules().values() for e in held if e.target} <= known


def test_it_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    file = census(tmp_path, one()).rename(tmp_path / "whatever.txt")
    submission = recognise(file)(file)
    assert submission.kind == "cin_census"
    assert "all" not in submission.extents.values()
    assert submission.not_held["ssd_cla_episodes"] == "the census does not hold it"
    other = tmp_path / "other.xml"
    other.write_text("<note>hello</note>")
    with pytest.raises(UserError, match="neither"):
        recognise(other)


def test_modules_that_are_empty_are_held_and_said(tmp_path: Path) -> None:
    submission = cin_census.read(census(tmp_path, one()))
    assert submission.tables["ssd_s47_enquiry"].num_rows == 0
    assert {i.sheet for i in submission.issues if i.code == "module_empty"} == {
        "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans",
    }  # fmt: skip


def test_faults_are_on_the_line_of_the_element_they_are_in(tmp_path: Path) -> None:
    more = """<Assessments>
<AssessmentActualStartDate>2025-05-32</AssessmentActualStartDate>
</Assessments>
<Assessments>
<AssessmentActualStartDate>2025-05-20</AssessmentActualStartDate>
</Assessments>
<Section47>
<S47ActualStartDate>2025-05-20</S47ActualStartDate><ICPCnotRequired>perhaps</ICPCnotRequired>
</Section47>"""
    file = census(tmp_path, one(more=more))
    lines = file.read_text().splitlines()
    submission = cin_census.read(file)
    found = {(i.row, i.column, i.severity) for i in submission.issues if i.row}
    assert found == {
        (lines.index("<Assessments>") + 1, "AssessmentActualStartDate", "held back"),
        (lines.index("<Section47>") + 1, "ICPCnotRequired", "kept"),
    }
    assert submission.tables["ssd_cin_assessments"].column("cina_assessment_start_date").to_pylist() == [
        date(2025, 5, 20)
    ]


def test_a_file_all_on_one_line_still_tells_its_rows_apart(tmp_path: Path) -> None:
    file = census(tmp_path, "".join(CHILD.format(id=f"C{n}", needs=NEED.format(more="")) for n in range(3)))
    file.write_text(file.read_text().replace("\n", ""))
    submission = cin_census.read(file)
    assert submission.tables["ssd_cin_episodes"].column("_row").to_pylist() == [1, 2, 3]
    assert any("row numbers count" in line for line in submission.assumptions)


def test_a_conference_in_both_places_is_one_and_makes_the_plan_of_its_day(tmp_path: Path) -> None:
    more = """<DateOfInitialCPC>2025-06-05</DateOfInitialCPC>
<Section47><S47ActualStartDate>2025-05-20</S47ActualStartDate><DateOfInitialCPC>2025-06-05</DateOfInitialCPC>
<ICPCnotRequired>0</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>2025-06-05</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2025-08-30</CPPreviewDate></Reviews></ChildProtectionPlans>"""
    tables = cin_census.read(census(tmp_path, one(more=more))).tables
    (conference,) = tables["ssd_initial_cp_conference"].to_pylist()
    assert (
        conference["icpc_s47_enquiry_id"]
        == tables["ssd_s47_enquiry"].column("s47e_s47_enquiry_id")[0].as_py()
    )
    (plan,) = tables["ssd_cp_plans"].to_pylist()
    assert (conference["icpc_cp_plan_id"], plan["cppl_icpc_id"]) == (
        plan["cppl_cp_plan_id"],
        conference["icpc_icpc_id"],
    )
    assert tables["ssd_cp_reviews"].column("cppr_cp_plan_id").to_pylist() == [plan["cppl_cp_plan_id"]]


def test_sex_is_read_under_the_name_and_codes_of_either_year(tmp_path: Path) -> None:
    text = one().replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    assert cin_census.read(census(tmp_path, text, 2024)).tables["ssd_person"].column(
        "pers_sex"
    ).to_pylist() == ["F"]


def test_a_year_is_a_change_on_the_one_before() -> None:
    names = {year: {e.name for e in in_force("Child", year)} for year in (2024, 2025)}
    assert names[2024] - names[2025] == {"GenderCurrent"} and names[2025] - names[2024] == {"Sex"}
    assert not in_force("PreProceedings", 2026) and in_force("PreProceedings", 2027)


def test_preproceedings_are_held_from_the_year_that_asks_for_them(tmp_path: Path) -> None:
    more = """<PreProceedings><PPStartDate>2026-05-15</PPStartDate><LBPSentDate>2026-05-20</LBPSentDate>
<FGDMMeetingOffer>1</FGDMMeetingOffer><ReviewMeetingsCount>2</ReviewMeetingsCount><PPOutcome>B</PPOutcome></PreProceedings>"""
    this_year = cin_census.read(census(tmp_path, one(more=more), 2027))
    (row,) = this_year.tables["ssd_pre_proceedings"].to_pylist()
    said = (
        "person_id",
        "plo_family_id",
        "pre_pro_decision_date",
        "pre_pro_letter_date",
        "pre_pro_meetings_num",
        "pre_pro_outcome",
    )
    assert [row[f"prep_{name}"] for name in said] == [
        "C1", "C1", date(2026, 5, 15), date(2026, 5, 20), 2, "Outcome B",
    ]  # fmt: skip
    before = cin_census.read(census(tmp_path, one(), 2026))
    assert "ssd_pre_proceedings" not in before.tables
    assert before.not_held["ssd_pre_proceedings"] == "the census of the year to March 2026 does not hold it"
    early = cin_census.read(census(tmp_path, one(more=more), 2026))
    assert early.tables["ssd_pre_proceedings"].num_rows == 1  # read as it was meant, and said
    assert {i.column for i in early.issues if i.code == "not_in_force"} == {
        "PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "ReviewMeetingsCount", "PPOutcome",
    }  # fmt: skip


def test_a_module_of_an_episode_that_is_held_back_is_still_its_childs(tmp_path: Path) -> None:
    more = "<Assessments><AssessmentActualStartDate>2025-06-01</AssessmentActualStartDate></Assessments>"
    submission = cin_census.read(census(tmp_path, one(more=more).replace("2025-05-15", "soon")))
    assert submission.tables["ssd_cin_episodes"].num_rows == 0
    (row,) = submission.tables["ssd_cin_assessments"].to_pylist()
    assert (row["cina_person_id"], row["cina_referral_id"]) == ("C1", None)


def test_a_child_without_an_id_is_held_back_with_all_that_is_theirs(tmp_path: Path) -> None:
    nobody = CHILD.format(id="", needs=NEED.format(more=""))
    submission = cin_census.read(census(tmp_path, nobody + one()))
    assert submission.tables["ssd_cin_episodes"].column("cine_person_id").to_pylist() == ["C1"]
    assert [i.column for i in submission.issues if i.severity == "held back"] == ["LAchildID"]


def test_a_prefix_changes_nothing(tmp_path: Path) -> None:
    file = census(tmp_path, one())
    plain = cin_census.read(file).tables
    text = file.read_text().replace("</", "\0").replace("<", "<c:").replace("\0", "</c:")
    file.write_text(text.replace("<c:Message>", '<c:Message xmlns:c="urn:x">'))
    assert cin_census.read(file).tables == plain


def test_elements_within_elements_without_end_are_refused(tmp_path: Path) -> None:
    file = census(tmp_path, "<a>" * 200_000)
    with pytest.raises(UserError, match="without end"):
        cin_census.read(file)


def test_a_namespace_changes_nothing(tmp_path: Path) -> None:
    file = census(tmp_path, one())
    plain = cin_census.read(file).tables
    file.write_text(file.read_text().replace("<Message>", '<Message xmlns="urn:x">'))
    assert cin_census.read(file).tables == plain


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE, f"<!--{' ' * 300_000}-->{OUTSIDE}"])
def test_entities_are_refused(tmp_path: Path, prolog: str, encoding: str) -> None:
    file = census(tmp_path, one())
    file.write_text(prolog + file.read_text().replace("C1", "&a;"), encoding=encoding)
    with pytest.raises(UserError, match="XML entities"):
        cin_census.read(file)


@pytest.mark.parametrize("filler", ["<x/>", "<x>text</x>"])
def test_a_child_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path: Path, filler: str) -> None:
    file = census(tmp_path, "<Child>" + filler * (2 * MAX_CHILD // len(filler)) + "</Child>")
    with pytest.raises(UserError, match="without a child coming to an end"):
        cin_census.read(file)


@pytest.mark.parametrize("broken", ["<Message><Children><Child></Children>", "<Message>", "<" + "a>" * 5])
def test_broken_xml_is_refused_by_line(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "census.xml"
    file.write_text(broken)
    with pytest.raises(UserError, match="line 1"):
        cin_census.read(file)


steps = st.integers(1, 40).map(timedelta)


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, pa.Table], int]:
    """Records of one year as the census can hold them, and the year."""
    year = draw(st.sampled_from([2023, 2025, 2026, 2027]))
    found: dict[str, list[dict[str, object]]] = {name: [] for name in cin_census.FROM_MODULES}
    for number in range(draw(st.integers(1, 3))):
        child, unborn = f"00{number}", draw(st.booleans())
        found["ssd_person"].append({
            "pers_person_id": child, "pers_sex": draw(st.sampled_from("MFU")), "pers_ethnicity": "AOTH",
            ("pers_expected_dob" if unborn else "pers_dob"): date(year, 1, 5), "pers_upn_unknown": "UN7"})  # fmt: skip
        found["ssd_disability"] += [
            {"disa_person_id": child, "disa_table_id": f"{child}{code}", "disa_disability_code": code}
            for code in draw(st.sets(st.sampled_from(["MOB", "AUT"])))
        ]
        day = date(year - 1, 4, 1) + draw(steps)
        for order in range(draw(st.integers(1, 2))):
            need, start = f"{child}/{order}", day
            if draw(st.booleans()):
                found["local_assessment_reviews"].append({
                    "asre_id": need, "asre_person_id": child, "asre_assessment_id": need, "asre_review_date": day})  # fmt: skip
            link = {"cina_assessment_id": need, "cina_person_id": child, "cina_referral_id": need}
            found["ssd_cin_assessments"].append(link | {"cina_assessment_start_date": day})
            if factors := sorted(draw(st.sets(st.sampled_from(["1A", "10A", "21"])))):
                found["ssd_assessment_factors"].append({
                    "cinf_table_id": need, "cinf_assessment_id": need,
                    "cinf_assessment_factors_json": "[" + ",".join(f'"{f}"' for f in factors) + "]"})  # fmt: skip
            if draw(st.booleans()):
                found["ssd_s47_enquiry"].append({
                    "s47e_s47_enquiry_id": need, "s47e_person_id": child, "s47e_referral_id": need,
                    "s47e_s47_start_date": day, "s47e_s47_nfa": "N"})  # fmt: skip
                day += draw(steps)
                found["ssd_initial_cp_conference"].append({
                    "icpc_icpc_id": need, "icpc_s47_enquiry_id": need, "icpc_person_id": child, "icpc_cp_plan_id": need,
                    "icpc_referral_id": need, "icpc_icpc_date": day, "icpc_icpc_outcome_cp_flag": "Y",
                    "icpc_icpc_target_date": day})  # fmt: skip
                found["ssd_cp_plans"].append({
                    "cppl_cp_plan_id": need, "cppl_referral_id": need, "cppl_icpc_id": need, "cppl_person_id": child,
                    "cppl_cp_plan_start_date": day, "cppl_cp_plan_initial_category": "NEG",
                    "cppl_cp_plan_latest_category": "EMO"})  # fmt: skip
                found["local_previous_cp_plans"].append(
                    {"prcp_cp_plan_id": need, "prcp_person_id": child, "prcp_number": draw(st.integers(0, 9))}
                )
                if year == 2027:
                    found["ssd_pre_proceedings"].append({
                        "prep_table_id": need, "prep_person_id": child, "prep_plo_family_id": child, "prep_pre_pro_meetings_num": draw(st.integers(0, 3)),
                        "prep_pre_pro_decision_date": day, "prep_pre_pro_letter_date": day + timedelta(1),
                        "prep_agree_stepdown_issue_date": day + timedelta(2),
                        "prep_pre_pro_outcome": draw(st.sampled_from(["Outcome A", "Outcome C"]))})  # fmt: skip
                day += draw(steps)
                found["ssd_cp_reviews"].append({
                    "cppr_cp_review_id": need, "cppr_person_id": child, "cppr_cp_plan_id": need,
                    "cppr_cp_review_date": day})  # fmt: skip
            else:
                found["ssd_cin_plans"].append({
                    "cinp_cin_plan_id": need, "cinp_referral_id": need, "cinp_person_id": child,
                    "cinp_cin_plan_start_date": day, "cinp_cin_plan_end_date": day + draw(steps)})  # fmt: skip
            day += draw(steps)
            found["ssd_cin_episodes"].append({
                "cine_referral_id": need, "cine_person_id": child, "cine_referral_date": start,
                "cine_referral_source_code": "10", "cine_cin_primary_need_code": "N9", "cine_referral_nfa": "N",
                "cine_close_date": day, "cine_close_reason": "RC8"})  # fmt: skip
            day += draw(steps)
    if year < 2027:
        del found["ssd_pre_proceedings"]
    tables = {
        name: conform(pa.Table.from_pylist(held, conform(pa.table({}), name).schema), name)
        for name, held in found.items()
    }
    return tables, year


def said(tables: dict[str, pa.Table]) -> dict[str, list[str]]:
    """What the tables say, with each made-up id replaced by the row it stands for."""
    links = {"ssd_cin_episodes": "cine_referral_date", "ssd_s47_enquiry": "s47e_s47_start_date",
             "ssd_cp_plans": "cppl_cp_plan_start_date", "ssd_initial_cp_conference": "icpc_icpc_date",
             "ssd_cin_assessments": "cina_assessment_start_date"}  # fmt: skip
    stands_for = {
        (name, row[record_tables()[name].keys[0]]): row[when]
        for name, when in links.items()
        for row in tables[name].to_pylist()
    }
    told = {}
    for name, table in tables.items():
        lines = []
        for row in table.to_pylist():
            kept = []
            for column in record_tables()[name].columns:
                value, parent = row[column.name], column.references.partition(".")[0]
                if value is None or (column.is_key and column.name != "pers_person_id"):
                    continue
                kept.append((column.name, stands_for[parent, value] if parent in links else value))
            lines.append(repr(kept))
        told[name] = sorted(lines)
    return told


@settings(max_examples=30)
@given(histories())
def test_written_and_read_back_it_says_the_same(given: tuple[dict[str, pa.Table], int]) -> None:
    records, year = given
    with TemporaryDirectory() as path:
        write_census(Path(path) / "c.xml", records, year, "999")
        submission = cin_census.read(Path(path) / "c.xml")
    assert [i for i in submission.issues if i.code != "module_empty"] == []
    assert said(submission.tables) == said(records)


def test_what_has_not_happened_by_the_end_of_the_year_is_not_written(tmp_path: Path) -> None:
    text = one().replace("<ReferralNFA>", "<CINclosureDate>2026-05-01</CINclosureDate><ReferralNFA>")
    tables = cin_census.read(census(tmp_path, text)).tables
    for year, children in ((2025, 0), (2026, 1)):
        assert write_census(tmp_path / "out.xml", tables, year, "999") == children
    assert "CINclosureDate" not in (tmp_path / "out.xml").read_text()
    with pytest.raises(ValueError, match="specification"):
        write_census(tmp_path / "out.xml", tables, 2019, "999")


def test_elements_stand_in_the_order_of_the_census(tmp_path: Path) -> None:
    """As in the schemas that regions check their censuses against: the file is refused in any other."""
    more = """<Assessments><AssessmentActualStartDate>2026-06-01</AssessmentActualStartDate></Assessments>
<CINPlanDates><CINPlanStartDate>2026-06-01</CINPlanStartDate></CINPlanDates>
<Section47><S47ActualStartDate>2026-06-01</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>2026-06-08</CPPstartDate></ChildProtectionPlans>
<PreProceedings><PPStartDate>2026-06-15</PPStartDate></PreProceedings>"""
    tables = cin_census.read(census(tmp_path, one(more=more), 2027)).tables
    write_census(tmp_path / "out.xml", tables, 2027, "999")
    need = ElementTree.parse(tmp_path / "out.xml").find(".//CINdetails")
    assert need is not None
    assert [e.tag for e in need][-7:] == [
        "PrimaryNeedCode", "Assessments", "CINPlanDates", "Section47", "ReferralNFA", "ChildProtectionPlans", "PreProceedings",
    ]  # fmt: skip


def test_preproceedings_are_written_as_the_year_may_have_them(tmp_path: Path) -> None:
    more = """<PreProceedings><PPStartDate>2026-03-15</PPStartDate><LBPSentDate>2026-04-02</LBPSentDate>
<StepDecisionDate>2026-06-01</StepDecisionDate><PPOutcome>A</PPOutcome></PreProceedings>"""
    tables = cin_census.read(census(tmp_path, one(more=more), 2027)).tables
    words = pa.array(["Application issued"])
    held = tables["ssd_pre_proceedings"]
    other = held.set_column(held.column_names.index("prep_pre_pro_outcome"), "prep_pre_pro_outcome", words)
    for said, outcome in ((held, ["PPOutcome"]), (other, [])):
        write_census(tmp_path / "out.xml", tables | {"ssd_pre_proceedings": said}, 2027, "999")
        (written,) = ElementTree.parse(tmp_path / "out.xml").iter("PreProceedings")
        assert [e.tag for e in written] == ["LBPSentDate", "StepDecisionDate", *outcome]
    again = cin_census.read(tmp_path / "out.xml").tables
    assert again["ssd_pre_proceedings"].column("prep_pre_pro_decision_date").to_pylist() == [None]
    write_census(tmp_path / "again.xml", again, 2027, "999")
    assert (tmp_path / "again.xml").read_text() == (tmp_path / "out.xml").read_text()


@pytest.mark.parametrize(
    ("offered", "applied", "said"),
    [(date(2026, 4, 2), date(2026, 6, 3), {"FGDMMeetingOffer": "1", "CourtAppDate": "2026-06-03"}),
     (None, date(2026, 3, 3), {"FGDMMeetingOffer": "0"})],
)  # fmt: skip
def test_what_the_tracker_says_of_preproceedings_is_written(
    tmp_path: Path, offered: date | None, applied: date, said: dict[str, str]
) -> None:
    more = "<PreProceedings><PPStartDate>2026-04-01</PPStartDate><LBPSentDate>2026-04-02</LBPSentDate></PreProceedings>"
    tables = cin_census.read(census(tmp_path, one(more=more), 2027)).tables
    tracker = {"lpre_table_id": tables["ssd_pre_proceedings"]["prep_table_id"], "lpre_person_id": ["C1"],
               "lpre_family_group_date": [offered], "lpre_application_date": [applied]}  # fmt: skip
    tables |= {"local_preproceedings": conform(pa.table(tracker), "local_preproceedings")}
    write_census(tmp_path / "out.xml", tables, 2027, "999")
    (written,) = ElementTree.parse(tmp_path / "out.xml").iter("PreProceedings")
    told = {e.tag: e.text for e in written}
    assert told == {"PPStartDate": "2026-04-01", "LBPSentDate": "2026-04-02"} | said


MORE = """<Assessments><AssessmentActualStartDate>{day}</AssessmentActualStartDate>
<AssessmentAuthorisationDate>{end}</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>1A</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><DateOfInitialCPC>{end}</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>{end}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<Reviews><CPPreviewDate>2025-09-01</CPPreviewDate></Reviews></ChildProtectionPlans>"""


def rows_of(tables: dict[str, pa.Table]) -> dict[str, list[str]]:
    return {name: sorted(map(repr, table.to_pylist())) for name, table in tables.items()}


@pytest.mark.parametrize("on_one_line", [False, True])
def test_a_few_children_at_a_time_say_what_all_at_once_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_one_line: bool
) -> None:
    # Day and month can be told by the last child only; two children are in the file twice, far apart.
    days = [("04/05/2025", "06/05/2025")] * 19 + [("14/05/2025", "16/05/2025")]
    children = "".join(
        CHILD.format(id=f"C{at % 18}", needs=NEED.format(more=MORE.format(day=day, end=end)))
        for at, (day, end) in enumerate(days)
    )
    file = census(tmp_path, children)
    if on_one_line:
        file.write_text(file.read_text().replace("\n", ""))
    at_once = cin_census.read(file)
    monkeypatch.setattr("undrift.returns.xml_rows._BATCH", 20)
    monkeypatch.setattr("undrift.returns.xml_rows._BLOCK", 1000)
    monkeypatch.setattr("undrift.returns.cin_census._ROWS_AT_A_TIME", 25)
    monkeypatch.setattr("undrift.returns.put_by.IN_MEMORY", 0)
    by_few = cin_census.read(file)
    assert rows_of(by_few.tables) == rows_of(at_once.tables)
    assert (by_few.issues, by_few.assumptions) == (at_once.issues, at_once.assumptions)
    assert by_few.recognised == at_once.recognised
    dates = by_few.tables["ssd_cin_assessments"].column("cina_assessment_start_date").to_pylist()
    assert dates.count(date(2025, 5, 4)) == 19
    twice = [
        i
        for i in by_few.tables["ssd_cin_assessments"].column("cina_assessment_id").to_pylist()
        if ":C0:" in i
    ]
    assert sorted(twice) == ["cin:A:C0:2025-05-04:1", "cin:A:C0:2025-05-04:2"]


def test_what_is_put_by_outlasts_what_read_it(tmp_path: Path) -> None:
    kept = PutBy(in_memory=0)
    for text in ("a", "b"):
        kept.add("t", pa.table({"x": pa.array([text]).dictionary_encode()}))
    assert [piece.column("x").to_pylist() for piece in kept.pieces("t")] == [["a"], ["b"]]
    table = kept.tables()["t"]
    del kept
    assert table.column("x").to_pylist() == ["a", "b"]


def test_what_was_looked_at_on_disk_is_let_go_and_can_be_looked_at_again() -> None:
    kept = PutBy(in_memory=0)
    kept.add("t", pa.table({"x": np.arange(4_000_000)}))
    column = kept.tables()["t"].column("x")
    before = _of_files()
    assert pc.sum(column).as_py() == 7_999_998_000_000
    assert _of_files() > before + (20 << 10), "32 MB looked at"
    look_away()
    assert _of_files() < before + (10 << 10)
    assert pc.sum(column).as_py() == 7_999_998_000_000


def _of_files() -> int:
    """Kilobytes of files that this process has in memory."""
    return int(Path("/proc/self/status").read_text().split("RssFile:")[1].split()[0])


def test_no_room_to_put_by_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(UserError, match="no room"):
        PutBy(in_memory=0).add("t", pa.table({"x": [1]}))
