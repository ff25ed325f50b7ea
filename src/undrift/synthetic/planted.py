"""Children put in by hand, and the faults put in on purpose. Each is listed in the truth by its number."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from undrift.synthetic.days import working_days
from undrift.synthetic.people import Child, Family, Worker
from undrift.synthetic.practice import ASSESSMENT_JSON, CONTACT_JSON, REFERRAL_JSON
from undrift.synthetic.tables import Row

BLANK_REFERRAL_DATES = 20
EARLY_CONFERENCES = 25
EXAMPLE_ID = "IRW900001"
EXAMPLE_FAMILY = (EXAMPLE_ID, "IRW900002")


@dataclass
class Planted:
    """What was planted, for the story file: kinds to the numbers of children, and the example child's particulars."""

    lists: dict[str, list[str]] = field(default_factory=dict)
    example: dict[str, object] = field(default_factory=dict)


def plant_faults(families: list[Family], rng: Random, as_at: date, scale: float) -> Planted:
    """Blank some referral dates and put some conferences before their enquiries; both must read *cannot tell*."""
    planted = Planted({"blank_referral_date": [], "conference_before_enquiry": []})
    settled = as_at - timedelta(days=200)
    referrals: list[Row] = []
    conferences: list[Row] = []
    plans: set[object] = set()
    for family in families:
        children = {child.id: child for child in family.children}
        dates: dict[str, int] = {}
        for name, row in family.rows:
            if name == "ssd_cin_episodes":
                child_id = str(row["cine_person_id"])
                dates[child_id] = dates.get(child_id, 0) + 1
        for name, row in family.rows:
            if name == "ssd_cin_episodes" and dates[str(row["cine_person_id"])] == 1:
                when, closed = row["cine_referral_date"], row["cine_close_date"]
                assert isinstance(when, date) and isinstance(closed, date)
                lone = children[str(row["cine_person_id"])].care_periods == 0
                if date(2019, 1, 1) < when and closed < settled and row["cine_referral_nfa"] == "N" and lone:
                    referrals.append(row)
            if name == "ssd_initial_cp_conference" and row["icpc_cp_plan_id"] is None:
                held = row["icpc_icpc_date"]
                assert isinstance(held, date)
                if date(2019, 1, 1) < held < settled:
                    conferences.append(row)
            if name == "ssd_cp_plans":
                plans.add(row["cppl_cp_plan_id"])
    for row in rng.sample(referrals, min(max(1, round(BLANK_REFERRAL_DATES * scale)), len(referrals))):
        row["_from"], row["cine_referral_date"] = row["cine_referral_date"], None
        planted.lists["blank_referral_date"].append(str(row["cine_person_id"]))
    for row in rng.sample(conferences, min(max(1, round(EARLY_CONFERENCES * scale)), len(conferences))):
        target = row["icpc_icpc_target_date"]
        assert isinstance(target, date)
        row["icpc_icpc_date"] = _before_enquiry(target, rng)
        planted.lists["conference_before_enquiry"].append(str(row["icpc_person_id"]))
    for children_listed in planted.lists.values():
        children_listed.sort()
    return planted


def _before_enquiry(target: date, rng: Random) -> date:
    """A working day a few weeks ahead of an enquiry whose target day was fifteen working days after it."""
    return working_days().on_or_before(target - timedelta(days=rng.randrange(30, 60)))


def example_family(workers: dict[str, list[Worker]], as_at: date) -> tuple[Family, dict[str, object]]:
    """Maisie Farnish and her brother: invented. Six contacts in a year, four workers, and a conference not held.

    Held by Safeguarding Cedar on a child in need plan; an enquiry began 24 working days before the as-at day, so
    its conference is nine working days late, and nobody has looked at the assessment again.
    """
    wd = working_days()

    def ago(days: int) -> date:
        return wd.on_or_before(as_at - timedelta(days=days))

    sister = Child(EXAMPLE_ID, "Maisie", "Farnish", "F", "WBRI", as_at - timedelta(days=int(9.4 * 365.25)))
    brother = Child(
        EXAMPLE_FAMILY[1], "Rowan", "Farnish", "M", "WBRI", as_at - timedelta(days=int(6.1 * 365.25))
    )
    family = Family([sister, brother], "AM", "SC", "C2")
    enquiry = wd.on_or_before(as_at)
    while wd.count(as_at) - wd.count(enquiry) < 24:
        enquiry = wd.on_or_before(enquiry - timedelta(days=1))
    referred, planned = ago(330), ago(262)
    heard = ((ago(420), "NFA", "2A"), (ago(371), "ADVICE", "3B"), (ago(331), "NEW_REFERRAL", "2A"),
             (ago(171), "EXISTING_REFERRAL", "6"), (ago(93), "EXISTING_REFERRAL", "2A"),
             (enquiry - timedelta(days=1), "EXISTING_REFERRAL", "6"))  # fmt: skip
    words = {"2A": "Schools", "3B": "Health visitor", "6": "Police"}
    holders = ((referred, workers["FD"][2]), (ago(328), workers["AM"][5]), (ago(267), workers["SC"][1]),
               (ago(204), workers["SC"][7]), (ago(118), workers["SC"][11]), (ago(52), workers["SC"][4]))  # fmt: skip
    for number, child in enumerate((sister, brother), start=1):
        child.referred = True
        tag = f"90000{number}"
        _example_contacts(family, child, tag, heard, words)
        _example_referral(family, child, tag, referred, holders)
        start = ago(328)
        assessed = wd.add(referred, 47)
        family.put(
            "ssd_cin_assessments", cina_assessment_id=f"A{tag}", cina_person_id=child.id, cina_referral_id=f"R{tag}",
            cina_assessment_start_date=start, cina_assessment_child_seen="Y", cina_assessment_auth_date=assessed,
            cina_assessment_outcome_json=ASSESSMENT_JSON["PROV_OF_SERVICES"], cina_assessment_outcome_nfa="N",
            cina_assessment_team="AM", cina_assessment_worker_id=workers["AM"][5].id,
        )  # fmt: skip
        family.put(
            "ssd_cin_plans", cinp_cin_plan_id=f"CN{tag}", cinp_referral_id=f"R{tag}", cinp_person_id=child.id,
            cinp_cin_plan_start_date=planned, cinp_cin_plan_end_date=None, cinp_cin_plan_team="SC",
            cinp_cin_plan_worker_id=workers["SC"][1].id,
        )  # fmt: skip
        for order, back in enumerate((240, 212, 176, 131, 90, 41)):
            family.put(
                "ssd_cin_visits", cinv_cin_visit_id=f"CNV{tag}{order}", cinv_person_id=child.id,
                cinv_cin_visit_date=ago(back), cinv_cin_visit_seen="N" if order == 4 else "Y",
                cinv_cin_visit_seen_alone="Y" if order < 2 else "N", cinv_cin_visit_bedroom="N",
            )  # fmt: skip
        family.put(
            "ssd_s47_enquiry", s47e_s47_enquiry_id=f"S{tag}", s47e_referral_id=f"R{tag}", s47e_person_id=child.id,
            s47e_s47_start_date=enquiry, s47e_s47_end_date=wd.add(enquiry, 9), s47e_s47_nfa="N",
            s47e_s47_outcome_json='{"CP_CONFERENCE_FLAG": "Y"}', s47e_s47_completed_by_worker_id=workers["SC"][4].id,
            s47e_s47_completed_by_team="SC",
        )  # fmt: skip
    family.last_touch = as_at
    return family, {
        "child_id": sister.id, "forename": sister.forename, "surname": sister.surname, "brother_id": brother.id,
        "team": "SC", "enquiry_started_on": enquiry.isoformat(), "conference_due_on": wd.add(enquiry, 15).isoformat(),
        "contacts": len(heard), "workers": len(holders), "invented": True,
    }  # fmt: skip


def _example_contacts(
    family: Family, child: Child, tag: str, heard: tuple[tuple[date, str, str], ...], words: dict[str, str]
) -> None:
    for order, (when, outcome, source) in enumerate(heard):
        child.contact_days.add(when)
        family.put(
            "ssd_contacts", cont_contact_id=f"CO{tag}{order}", cont_person_id=child.id, cont_contact_date=when,
            cont_contact_source_code=source, cont_contact_source_desc=words[source],
            cont_contact_outcome_json=CONTACT_JSON[outcome],
        )  # fmt: skip


def _example_referral(
    family: Family, child: Child, tag: str, referred: date, holders: tuple[tuple[date, Worker], ...]
) -> None:
    family.put(
        "ssd_cin_episodes", cine_referral_id=f"R{tag}", cine_person_id=child.id, cine_referral_date=referred,
        cine_cin_primary_need_code="N1", cine_referral_source_code="2A", cine_referral_source_desc="Schools",
        cine_referral_outcome_json=REFERRAL_JSON["SINGLE_ASSESSMENT"], cine_referral_nfa="N", cine_close_date=None,
        cine_referral_team="FD", cine_referral_worker_id=holders[0][1].id,
    )  # fmt: skip
    ends = [when for when, _ in holders[1:]] + [None]
    for order, ((when, worker), until) in enumerate(zip(holders, ends, strict=True)):
        family.put(
            "ssd_involvements", invo_involvements_id=f"INV{tag}{order}", invo_professional_id=worker.id,
            invo_professional_role_id="Allocated social worker", invo_professional_team=worker.team,
            invo_involvement_start_date=when, invo_involvement_end_date=until,
            invo_worker_change_reason="FCONTA" if order == 0 else "LEFTRL" if order > 2 else "TSPROC",
            invo_person_id=child.id, invo_referral_id=f"R{tag}",
        )  # fmt: skip
