"""Annex A lists 1 to 6: contacts, early help, referrals, assessments, enquiries, children in need."""

from collections import defaultdict
from datetime import date

from undrift.dates import add_months
from undrift.synthetic.annex_a_desk import AnnexRow, Desk, flag, latest, since, yes
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import care_periods, day, sure, text


def contacts(desk: Desk) -> list[AnnexRow]:
    return [
        desk.child(text(row, "cont_person_id"))
        | {"Date of Contact": row["cont_contact_date"], "Contact Source": row["cont_contact_source_code"]}
        for row in desk.tables["ssd_contacts"]
        if since(day(row, "cont_contact_date"), desk.six_months)
    ]


def early_help(desk: Desk) -> list[AnnexRow]:
    return [
        desk.child(text(row, "earl_person_id"))
        | {
            "Assessment start date": row["earl_episode_start_date"],
            "Assessment completion date": row["earl_episode_end_date"],
            "Organisation completing assessment": row["earl_episode_organisation"],
        }
        for row in desk.tables["ssd_early_help_episodes"]
        if since(day(row, "earl_episode_start_date"), desk.six_months) or row["earl_episode_end_date"] is None
    ]


def referrals(desk: Desk) -> list[AnnexRow]:
    dates = desk.dates("ssd_cin_episodes", "cine_person_id", "cine_referral_date")
    rows = []
    for row in desk.tables["ssd_cin_episodes"]:
        this, child = day(row, "cine_referral_date"), text(row, "cine_person_id")
        if this is None or not since(this, desk.six_months):
            continue
        rows.append(
            desk.child(child)
            | {
                "Date of Referral": this,
                "Referral Source": row["cine_referral_source_code"],
                "Referral NFA?": flag(row["cine_referral_nfa"]),
                "Number of Referrals in Last 12 Months": sum(
                    add_months(this, -12) <= other < this for other in dates[child]
                ),
            }
            | desk.team(row["cine_referral_team"], row["cine_referral_worker_id"])
        )
    return rows


def assessments(desk: Desk) -> list[AnnexRow]:
    rows = []
    for row in desk.tables["ssd_cin_assessments"]:
        authorised, child = day(row, "cina_assessment_auth_date"), text(row, "cina_person_id")
        if authorised and not since(authorised, desk.six_months):
            continue
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "Continuous Assessment Start Date": row["cina_assessment_start_date"],
                "Child Seen During Continuous Assessment": flag(row["cina_assessment_child_seen"]),
                "Continuous Assessment Date of Authorisation": authorised,
                "Was the child assessed as requiring LA children's social care support?": yes(
                    row["cina_assessment_outcome_nfa"] == "N"
                )
                if authorised
                else None,
            }
            | desk.team(row["cina_assessment_team"], row["cina_assessment_worker_id"])
        )
    return rows


def enquiries(desk: Desk) -> list[AnnexRow]:
    held = {text(row, "icpc_s47_enquiry_id"): row for row in desk.tables["ssd_initial_cp_conference"]}
    starts = desk.dates("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date")
    conferences = desk.dates("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_date")
    rows = []
    for row in desk.tables["ssd_s47_enquiry"]:
        start, child = sure(row, "s47e_s47_start_date"), text(row, "s47e_person_id")
        if day(row, "s47e_s47_end_date") and not since(start, desk.six_months):
            continue
        conference = held.get(text(row, "s47e_s47_enquiry_id"), {})
        unnecessary, made = row["s47e_s47_nfa"], conference.get("icpc_icpc_outcome_cp_flag")
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "Strategy discussion initiating Section 47 Enquiry Start Date": start,
                "Was an Initial Child Protection Conference deemed unnecessary?": flag(unnecessary)
                if unnecessary
                else None,
                "Date of Initial Child Protection Conference": conference.get("icpc_icpc_date"),
                "Did the Initial Child Protection Conference Result in a Child Protection Plan": flag(made)
                if made
                else None,
                "Number of Section 47 Enquiries in the last 12 months": sum(
                    desk.year < other < start for other in starts[child]
                ),
                "Number of ICPCs in the last 12 months": sum(
                    desk.year < other < start for other in conferences[child]
                ),
            }
            | desk.team(row["s47e_s47_completed_by_team"], row["s47e_s47_completed_by_worker_id"])
        )
    return rows


def in_need(desk: Desk) -> list[AnnexRow]:
    """One row a child: the latest episode open now or in the last six months, referrals that went no further left out."""
    episodes: dict[str, Row] = {}
    for row in desk.tables["ssd_cin_episodes"]:
        closed, child = day(row, "cine_close_date"), text(row, "cine_person_id")
        started = day(row, "cine_referral_date")
        if (
            row["cine_referral_nfa"] == "Y"
            or started is None
            or (closed and not since(closed, desk.six_months))
        ):
            continue
        if child not in episodes or sure(episodes[child], "cine_referral_date") < started:
            episodes[child] = row
    seen: dict[str, list[date]] = defaultdict(list)
    for table, person, column, was_seen in (
        ("ssd_cin_visits", "cinv_person_id", "cinv_cin_visit_date", "cinv_cin_visit_seen"),
        ("ssd_cp_visits", "cppv_person_id", "cppv_cp_visit_date", "cppv_cp_visit_seen"),
        ("ssd_cla_visits", "clav_person_id", "clav_cla_visit_date", "clav_cla_visit_seen"),
    ):
        for row in desk.tables[table]:
            if row[was_seen] == "Y":
                seen[text(row, person)].append(sure(row, column))
    looked = {period.child_id for period in care_periods(desk.tables) if period.left is None}
    on_cp = {
        text(r, "cppl_person_id") for r in desk.tables["ssd_cp_plans"] if r["cppl_cp_plan_end_date"] is None
    }
    on_cin = {
        text(r, "cinp_person_id") for r in desk.tables["ssd_cin_plans"] if r["cinp_cin_plan_end_date"] is None
    }
    rows = []
    for child, row in episodes.items():
        started = sure(row, "cine_referral_date")
        status = (
            "e) Closed episode" if row["cine_close_date"]
            else "a) Looked after child" if child in looked
            else "b) Child Protection plan" if child in on_cp
            else "c) Child in need plan" if child in on_cin
            else "d) Open assessment"
        )  # fmt: skip
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "CIN Start Date": started,
                "Primary Need Code": row["cine_cin_primary_need_code"],
                "Date Child Was Last Seen": latest(d for d in seen[child] if d >= started),
                "CIN Closure Date": row["cine_close_date"],
                "Reason for Closure": row["cine_close_reason"],
                "Case Status": status,
            }
            | desk.held_by(child)
        )
    return rows
