"""Each rule: a case that passes, one with an issue in the right row, and one that could not run."""

from datetime import date

import pyarrow as pa

from undrift import rules
from undrift.returns.submission import conform
from undrift.rules import RULES, CheckResult

AS_AT = date(2026, 9, 30)


def table(name: str, *rows: dict[str, object]) -> pa.Table:
    placed = [{"_file": "f.csv", "_sheet": "", "_row": n, **row} for n, row in enumerate(rows, start=2)]
    columns = list(dict.fromkeys(key for row in placed for key in row))
    text = pa.table({c: pa.array([row.get(c) for row in placed]) for c in columns})
    return conform(text, name)


def contact(key: str, child: str | None = "C1", day: date = AS_AT) -> dict[str, object]:
    return {"cont_contact_id": key, "cont_person_id": child, "cont_contact_date": day}


def result(tables: dict[str, pa.Table], rule: str, about: str) -> CheckResult:
    found = [r for r in rules.run(tables, AS_AT).results if (r.rule_id, r.about) == (rule, about)]
    assert len(found) == 1
    return found[0]


def rows_of(found: CheckResult) -> list[int | None]:
    return [issue.row for issue in found.issues]


def test_child_id_present() -> None:
    about = "ssd_contacts.cont_person_id"
    good = {"ssd_contacts": table("ssd_contacts", contact("1"))}
    assert result(good, "child_id_present", about).outcome == "passed"
    found = result(
        {"ssd_contacts": table("ssd_contacts", contact("1"), contact("2", None))}, "child_id_present", about
    )
    assert (found.outcome, rows_of(found), found.issues[0].severity) == ("issues", [3], "held back")
    assert result({}, "child_id_present", about).why == "ssd_contacts is not held"


def test_duplicate_key_holds_back_the_later_row_only() -> None:
    tables = {"ssd_contacts": table("ssd_contacts", contact("1"), contact("2"), contact("1", "C9"))}
    report = rules.run(tables, AS_AT)
    assert report.held_back == {"ssd_contacts": {("f.csv", "", 4)}}


def test_one_enquiry_id_may_be_shared_by_siblings() -> None:
    enquiry: list[dict[str, object]] = [
        {"s47e_s47_enquiry_id": "1", "s47e_person_id": child} for child in ("C1", "C2", "C2")
    ]
    found = result(
        {"ssd_s47_enquiry": table("ssd_s47_enquiry", *enquiry)},
        "duplicate_key",
        "ssd_s47_enquiry.s47e_person_id",
    )
    assert rows_of(found) == [4]


def test_a_date_on_the_as_at_date_passes_and_the_next_day_does_not() -> None:
    tables = {"ssd_contacts": table("ssd_contacts", contact("1"), contact("2", day=date(2026, 10, 1)))}
    found = result(tables, "date_after_as_at", "ssd_contacts.cont_contact_date")
    assert (rows_of(found), found.issues[0].severity) == ([3], "kept")


def test_when_something_is_due_may_lie_ahead() -> None:
    abouts = {r.about for r in rules.run({}, AS_AT).results if r.rule_id == "date_after_as_at"}
    assert not abouts & {"ssd_cp_reviews.cppr_cp_review_due", "ssd_person.pers_expected_dob"}
    assert "ssd_cp_reviews.cppr_cp_review_date" in abouts


def test_end_before_start() -> None:
    def plan(start: date | None, end: date | None, key: str) -> dict[str, object]:
        return {
            "cppl_cp_plan_id": key,
            "cppl_person_id": "C1",
            "cppl_cp_plan_start_date": start,
            "cppl_cp_plan_end_date": end,
        }

    day, before = date(2026, 6, 5), date(2026, 6, 4)
    plans = table(
        "ssd_cp_plans",
        plan(day, day, "1"),
        plan(day, before, "2"),
        plan(day, None, "3"),
        plan(None, day, "4"),
    )
    assert rows_of(
        result({"ssd_cp_plans": plans}, "end_before_start", "ssd_cp_plans.cppl_cp_plan_end_date")
    ) == [3]


def test_orphan_link_passes_finds_and_cannot_run() -> None:
    about = "ssd_contacts.cont_person_id"
    contacts = table("ssd_contacts", contact("1"), contact("2", "C2"), contact("3", None))
    people = table("ssd_person", {"pers_person_id": "C1"})
    assert rows_of(result({"ssd_contacts": contacts, "ssd_person": people}, "orphan_link", about)) == [3]
    alone = result({"ssd_contacts": contacts}, "orphan_link", about)
    assert (alone.outcome, alone.why) == ("could not run", "ssd_person is not held")


def test_a_team_may_have_no_parent_team() -> None:
    teams = table(
        "ssd_department", {"dept_team_id": "T1"}, {"dept_team_id": "T2", "dept_team_parent_id": "T9"}
    )
    assert rows_of(
        result({"ssd_department": teams}, "orphan_link", "ssd_department.dept_team_parent_id")
    ) == [3]


def test_the_report_counts_every_check_once() -> None:
    report = rules.run({"ssd_contacts": table("ssd_contacts", contact("1"), contact("1"))}, AS_AT)
    counts = [report.count(outcome) for outcome in ("passed", "issues", "could not run")]
    assert sum(counts) == len(report.results) and all(counts)
    assert {r.rule_id for r in report.results} == {rule.id for rule in RULES}
    assert all(r.why for r in report.results if r.outcome == "could not run")
