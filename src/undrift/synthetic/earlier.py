"""What Irwell sent a month before: the same history as it was known then, with what came in late or was altered since."""

from datetime import date, timedelta
from random import Random

from undrift.synthetic.history import History
from undrift.synthetic.tables import Row, Tables

# What a first, smaller sending held; the rest could not be said then.
SENT = (
    "ssd_person", "ssd_contacts", "ssd_cin_episodes", "ssd_cin_assessments", "ssd_s47_enquiry",
    "ssd_initial_cp_conference", "ssd_cp_plans", "ssd_cp_visits", "ssd_cla_episodes", "ssd_cla_placement",
    "ssd_cla_visits", "ssd_involvements", "ssd_department", "ssd_professionals",
)  # fmt: skip
LATE_SHARE = 0.12  # of child protection visits of the last month, typed in only afterwards
BACK_DATED_SHARE = 0.15  # of assessments authorised in the last month, the date given only afterwards
GONE_SHARE = 0.01  # of contacts of the last month, taken out since as entered in error
FAULTY = 17  # contacts that the first sending got wrong, put right by the second
NO_SUCH_DAY = "31/02/2026"


def month_before(as_at: date) -> date:
    """The last day of the month before."""
    return as_at.replace(day=1) - timedelta(days=1)


def earlier(
    history: History, now: Tables, day: date, rng: Random
) -> tuple[Tables, list[tuple[str, str, str]]]:
    """The tables sent on `day`, and what differs other than by time passing: (table, key, how).

    Some contacts were wrong then, so that loading held them back: they come in late with the second sending.
    """
    then = {name: rows for name, rows in history.at(day).items() if name in SENT}
    month = day - timedelta(days=30)
    truth: list[tuple[str, str, str]] = []

    def in_month(row: Row, column: str) -> bool:
        on = row[column]
        return isinstance(on, date) and month < on <= day

    kept = []
    for row in then["ssd_cp_visits"]:
        if in_month(row, "cppv_cp_visit_date") and rng.random() < LATE_SHARE:
            truth.append(("ssd_cp_visits", str(row["cppv_cp_visit_id"]), "entered late"))
        else:
            kept.append(row)
    then["ssd_cp_visits"] = kept
    for row in then["ssd_cin_assessments"]:
        if in_month(row, "cina_assessment_auth_date") and rng.random() < BACK_DATED_SHARE:
            row["cina_assessment_auth_date"] = None
            truth.append(("ssd_cin_assessments", str(row["cina_assessment_id"]), "back-dated"))
    for row in list(then["ssd_contacts"]):
        if in_month(row, "cont_contact_date") and rng.random() < GONE_SHARE:
            key = f"{row['cont_contact_id']}X"
            then["ssd_contacts"].append(row | {"cont_contact_id": key})
            truth.append(("ssd_contacts", key, "gone"))
    for row in rng.sample(then["ssd_contacts"], min(FAULTY, len(then["ssd_contacts"]))):
        truth.append(("ssd_contacts", str(row["cont_contact_id"]), "held back then"))
        if rng.random() < 0.7:
            row["cont_contact_date"] = NO_SUCH_DAY
        else:
            row["cont_person_id"] = None
    known = {row["pers_person_id"] for row in now["ssd_person"]}
    assert all(row["pers_person_id"] in known for row in then["ssd_person"])
    return then, truth
