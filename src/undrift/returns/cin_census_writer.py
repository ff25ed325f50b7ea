"""Write a children in need census from records: the same specification that reads one."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree

from undrift.returns.cin_census_spec import FIRST_YEAR, LAST_YEAR, Element, in_force, modules

_OUTCOMES = {code.label for e in modules()["PreProceedings"] if e.name == "PPOutcome" for code in e.codes}
Row = Mapping[str, object]
Grouped = Mapping[object, list[Row]]


def write_census(path: Path, tables: Mapping[str, pa.Table], year: int, authority: str) -> int:
    """Write the census of the year to 31 March `year`; the number of children in it.

    tables: SSD name to rows. authority: its three-figure number. A child is in it when a referral was open on any
    day of the year. What is tied to no referral has no place in the form and is left out, as is anything dated after
    the year. ValueError for a year with no specification.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no children in need census specification is held for the year to March {year}")
    written = _Written(tables, year)
    with etree.xmlfile(str(path), encoding="utf-8") as file, file.element("Message"):
        file.write(_header(year, authority), pretty_print=True)
        children = 0
        with file.element("Children"):
            file.write("\n")
            for child in written.children():
                file.write(child, pretty_print=True)
                children += 1
    return children


def _header(year: int, authority: str) -> etree._Element:
    header = etree.Element("Header")
    details = etree.SubElement(header, "CollectionDetails")
    for name, text in (("Collection", "CIN"), ("Year", str(year)), ("ReferenceDate", f"{year}-03-31")):
        etree.SubElement(details, name).text = text
    source = etree.SubElement(header, "Source")
    for name, text in (("SourceLevel", "L"), ("LEA", authority), ("SerialNo", "001")):
        etree.SubElement(source, name).text = text
    return header


class _Written:
    """The records of one year, grouped for writing child by child."""

    def __init__(self, tables: Mapping[str, pa.Table], year: int) -> None:
        self.tables, self.year = tables, year
        self.first, self.last = date(year - 1, 4, 1), date(year, 3, 31)
        # Only what is of the year's children becomes Python's: the records hold many years.
        self.needs = self._by("ssd_cin_episodes", "cine_person_id")
        people, needs = _all(self.needs, "cine_person_id"), _all(self.needs, "cine_referral_id")
        self.assessments = self._by("ssd_cin_assessments", "cina_referral_id", needs)
        assessments = _all(self.assessments, "cina_assessment_id")
        self.factors = self._by("ssd_assessment_factors", "cinf_assessment_id", assessments)
        self.cin_plans = self._by("ssd_cin_plans", "cinp_referral_id", needs)
        self.enquiries = self._by("ssd_s47_enquiry", "s47e_referral_id", needs)
        self.conferences = self._by("ssd_initial_cp_conference", "icpc_referral_id", needs)
        self.cp_plans = self._by("ssd_cp_plans", "cppl_referral_id", needs)
        self.cp_plans_of_child = self._by("ssd_cp_plans", "cppl_person_id", people)
        plans = _all(self.cp_plans, "cppl_cp_plan_id")
        self.reviews = self._by("ssd_cp_reviews", "cppr_cp_plan_id", plans)
        self.disabilities = self._by("ssd_disability", "disa_person_id", people)
        self.assessment_reviews = self._by("local_assessment_reviews", "asre_assessment_id", assessments)
        self.previous_plans = self._by("local_previous_cp_plans", "prcp_cp_plan_id", plans)
        self.preproceedings = self._by("ssd_pre_proceedings", "prep_person_id", people)
        tracked = _all(self.preproceedings, "prep_table_id")
        self.trackers = self._by("local_preproceedings", "lpre_table_id", tracked)
        self.people = self._by("ssd_person", "pers_person_id", people)

    def _by(self, table: str, key: str, among: pa.Array | None = None) -> Grouped:
        """The rows of a table by `key`, of those that have one of `among`; episodes of need, when open in the year."""
        grouped: dict[object, list[Row]] = defaultdict(list)
        if table not in self.tables:
            return grouped
        rows = self.tables[table]
        if among is not None:
            rows = rows.filter(pc.is_in(rows.column(key), value_set=among))
        else:
            begun = pc.less_equal(rows.column("cine_referral_date"), pa.scalar(self.last))
            ended = pc.less(rows.column("cine_close_date"), pa.scalar(self.first))
            rows = rows.filter(pc.and_(begun, pc.invert(pc.fill_null(ended, False))))
        for row in rows.to_pylist():
            grouped[row[key]].append(row)
        return grouped

    def _then(self, day: object) -> date | None:
        """The day, unless it had not come by the end of the year."""
        return day if isinstance(day, date) and day <= self.last else None

    def _in_year(self, started: object, ended: object) -> bool:
        begun = isinstance(started, date) and started <= self.last
        return begun and not (isinstance(ended, date) and ended < self.first)

    def _on(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def children(self) -> Iterator[etree._Element]:
        for id_, rows in self.people.items():
            for person in rows:
                yield self._child(person, self.needs[id_])

    def _child(self, person: Row, needs: list[Row]) -> etree._Element:
        child = etree.Element("Child")
        values = self._values("Child", person)
        ethnicity = values.pop("Ethnicity", None)
        _add(etree.SubElement(child, "ChildIdentifiers"), values)
        about = etree.SubElement(child, "ChildCharacteristics")
        _add(about, {"Ethnicity": ethnicity})
        if disabilities := self.disabilities.get(person["pers_person_id"]):
            inside = etree.SubElement(about, "Disabilities")
            for row in disabilities:
                _add(inside, self._values("Disabilities", row))
        for need in needs:
            self._need(etree.SubElement(child, "CINdetails"), need)
        for row in self.preproceedings.get(person["pers_person_id"], ()):
            self._preproceedings(child, needs, row)
        return child

    def _preproceedings(self, child: etree._Element, needs: list[Row], row: Row) -> None:
        """The records tie it to the child: it goes with the latest episode of need begun by the day of the decision."""
        started, ended = row["prep_pre_pro_decision_date"], row["prep_agree_stepdown_issue_date"]
        if not in_force("PreProceedings", self.year) or not self._in_year(started or self.first, ended):
            return
        begun = [n for n, need in enumerate(needs) if _day(need["cine_referral_date"]) <= _day(started)]
        latest = max(begun, key=lambda n: _day(needs[n]["cine_referral_date"]), default=0)
        # Each day must be of the year, and the outcome one of the census's own.
        within = {
            name: day if not isinstance(day, date) or self._on(day) else None for name, day in row.items()
        }
        values = self._values("PreProceedings", within)
        if values["StepDecisionDate"] is None or values["PPOutcome"] not in _OUTCOMES:
            values["PPOutcome"] = None
        for tracker in self.trackers.get(row["prep_table_id"], ()):
            offered, applied = tracker["lpre_family_group_date"], tracker["lpre_application_date"]
            values["FGDMMeetingOffer"] = ("1" if offered else "0") if values["LBPSentDate"] else None
            values["CourtAppDate"] = _text(applied) if self._on(applied) else None
        if any(values.values()):
            need = child.findall("CINdetails")[latest]
            _add(etree.SubElement(need, "PreProceedings"), values)

    def _need(self, element: etree._Element, need: Row) -> None:
        key = need["cine_referral_id"]
        values = self._values("CINdetails", need)
        if values["CINclosureDate"] is None:
            values["ReasonForClosure"] = None
        held = [row for row in self.conferences.get(key, ()) if self._on(row["icpc_icpc_date"])]
        enquiries = [row for row in self.enquiries.get(key, ()) if self._on(row["s47e_s47_start_date"])]
        of_enquiry = {row["s47e_s47_enquiry_id"] for row in enquiries}
        alone = [row for row in held if row["icpc_s47_enquiry_id"] not in of_enquiry]
        values["DateOfInitialCPC"] = _text(alone[0]["icpc_icpc_date"]) if alone else None
        nfa = values.pop("ReferralNFA", None)
        _add(element, values)
        for row in self.assessments.get(key, ()):
            if self._in_year(row["cina_assessment_start_date"], row["cina_assessment_auth_date"]):
                self._assessment(element, row)
        for row in self.cin_plans.get(key, ()):
            if self._in_year(row["cinp_cin_plan_start_date"], row["cinp_cin_plan_end_date"]):
                _add(etree.SubElement(element, "CINPlanDates"), self._values("CINPlanDates", row))
        for row in enquiries:
            conference = next((c for c in held if c["icpc_s47_enquiry_id"] == row["s47e_s47_enquiry_id"]), {})
            said = self._values("Section47", {**conference, **row})
            _add(etree.SubElement(element, "Section47"), said)
        _add(element, {"ReferralNFA": nfa})
        for row in self.cp_plans.get(key, ()):
            if self._in_year(row["cppl_cp_plan_start_date"], row["cppl_cp_plan_end_date"]):
                self._cp_plan(element, row)

    def _assessment(self, need: etree._Element, row: Row) -> None:
        element = etree.SubElement(need, "Assessments")
        review: Row = next(iter(self.assessment_reviews.get(row["cina_assessment_id"], ())), {})
        _add(element, self._values("Assessments", {**review, **row}))
        for held in self.factors.get(row["cina_assessment_id"], ()):
            inside = etree.SubElement(element, "FactorsIdentifiedAtAssessment")
            for code in _codes(held["cinf_assessment_factors_json"]):
                _add(inside, {"AssessmentFactors": code})

    def _cp_plan(self, need: etree._Element, row: Row) -> None:
        element = etree.SubElement(need, "ChildProtectionPlans")
        started = row["cppl_cp_plan_start_date"]
        earlier = [
            other
            for other in self.cp_plans_of_child[row["cppl_person_id"]]
            if isinstance(day := other["cppl_cp_plan_start_date"], date)
            and isinstance(started, date)
            and day < started
        ]
        said: Row = next(iter(self.previous_plans.get(row["cppl_cp_plan_id"], ())), {})
        values = self._values("ChildProtectionPlans", {**said, **row})
        # Where nobody recorded the number, the plans of this authority are what is known.
        values["NumberOfPreviousCPP"] = values["NumberOfPreviousCPP"] or str(len(earlier))
        _add(element, values)
        held = [r for r in self.reviews.get(row["cppl_cp_plan_id"], ()) if self._on(r["cppr_cp_review_date"])]
        if held:
            inside = etree.SubElement(element, "Reviews")
            for review in held:
                _add(inside, self._values("Reviews", review))

    def _values(self, module: str, row: Row) -> dict[str, str | None]:
        """Element name to text, for the elements of this year's census, in their order."""
        return {
            element.name: self._said(element, row.get(element.target.partition(".")[2]))
            for element in in_force(module, self.year)
        }

    def _said(self, element: Element, value: object) -> str | None:
        if element.type == "date" and element.name not in ("InitialCPCtarget", "ExpectedPersonBirthDate"):
            value = self._then(value)
        if element.type == "flag":
            return {"Y": "1", "N": "0"}.get(str(value))
        text = _text(value)
        return next(
            (c.label for c in element.codes if c.value == text and c.since <= self.year <= c.until), text
        )


def _all(grouped: Grouped, name: str) -> pa.Array:
    """What the rows say in one column."""
    return pa.array((row[name] for rows in grouped.values() for row in rows), pa.string())


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.max


def _codes(json_list: object) -> list[str]:
    return [str(code) for code in json.loads(str(json_list or "[]"))]


def _text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _add(element: etree._Element, values: Mapping[str, str | None]) -> None:
    for name, text in values.items():
        if text is not None:
            etree.SubElement(element, name).text = text
