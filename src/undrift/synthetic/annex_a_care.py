"""Annex A lists 7 to 11: child protection, care, care leavers, adoption and adopters."""

from datetime import date

from undrift.synthetic.annex_a_desk import AnnexRow, Desk, flag, latest, since, yes
from undrift.synthetic.story import AUTHORITY
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import care_periods, day, reviews_held, sure, text

CARE_PLANS = {  # the words of list 8, column 15
    "RETURN1M": "a) Return to family", "RETURN6M": "a) Return to family", "RETURNEV": "a) Return to family",
    "REMAINSUP": "g) Other", "ADOPTION": "b) Adoption", "LTRELFR": "c) SGO/CAO",
    "SUPPLIV": "d) Supported living in the community", "RESPLMT": "e) Long-term residential placement",
    "LTFOST18": "f) Long-term fostering", "OTHERPLN": "g) Other",
}  # fmt: skip


def protected(desk: Desk) -> list[AnnexRow]:
    visits = desk.by_child("ssd_cp_visits", "cppv_cp_plan_id")
    reviews = desk.by_child("ssd_cp_reviews", "cppr_cp_plan_id")
    plans = desk.by_child("ssd_cp_plans", "cppl_person_id")
    statuses = desk.by_child("ssd_legal_status", "lega_person_id")
    rows = []
    for row in desk.tables["ssd_cp_plans"]:
        end, child, number = (
            day(row, "cppl_cp_plan_end_date"),
            text(row, "cppl_person_id"),
            text(row, "cppl_cp_plan_id"),
        )
        if end and not since(end, desk.six_months):
            continue
        start = sure(row, "cppl_cp_plan_start_date")
        visit = max((v for v in visits[number] if v["cppv_cp_visit_seen"] == "Y"),
                    key=lambda v: sure(v, "cppv_cp_visit_date"), default=None)  # fmt: skip
        emergency = any(
            s["lega_legal_status"] in ("L1", "L2")
            and since(day(s, "lega_legal_status_start_date"), desk.six_months)
            for s in statuses[child]
        )
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "Child Protection Plan Start Date": start,
                "Initial Category of Abuse": row["cppl_cp_plan_initial_category"],
                "Latest Category of Abuse": row["cppl_cp_plan_latest_category"],
                "Date of the Last Statutory Visit": visit["cppv_cp_visit_date"] if visit else None,
                "Was the Child Seen Alone?": flag(visit["cppv_cp_visit_seen_alone"]) if visit else None,
                "Date of latest review conference": latest(
                    sure(r, "cppr_cp_review_date") for r in reviews[number]
                ),
                "Child Protection Plan End Date": end,
                "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": yes(
                    emergency
                ),
                "Number of Previous Child Protection Plans": sum(
                    sure(other, "cppl_cp_plan_start_date") < start for other in plans[child]
                ),
            }
            | desk.held_by(child)
        )
    return rows


def looked_after(desk: Desk) -> list[AnnexRow]:
    episodes = desk.by_child("ssd_cla_episodes", "clae_cla_id")
    placements = desk.by_child("ssd_cla_placement", "clap_cla_id")
    statuses = desk.by_child("ssd_legal_status", "lega_person_id")
    visits = desk.by_child("ssd_cla_visits", "clav_cla_id")
    care_plans = desk.by_child("ssd_cla_care_plan", "lacp_person_id")
    missing = desk.by_child("ssd_missing", "miss_person_id")
    health = desk.by_child("ssd_cla_health", "clah_person_id")
    reviews = reviews_held(desk.tables)
    periods = [p for p in care_periods(desk.tables) if p.left is None or since(p.left, desk.six_months)]
    newest = {p.child_id: p for p in sorted(periods, key=lambda p: p.entered)}
    entered = desk.by_child("ssd_cla_episodes", "clae_person_id")
    rows = []
    for child, period in newest.items():
        episode = max(episodes[period.id], key=lambda e: sure(e, "clae_cla_episode_start_date"))
        placement = max(placements[period.id], key=lambda p: sure(p, "clap_cla_placement_start_date"))
        status = max(
            (s for s in statuses[child] if sure(s, "lega_legal_status_start_date") >= period.entered),
            key=lambda s: sure(s, "lega_legal_status_start_date"),
        )
        care_plan = max((c for c in care_plans[child] if sure(c, "lacp_cla_care_plan_start_date") >= period.entered),
                        key=lambda c: sure(c, "lacp_cla_care_plan_start_date"), default=None)  # fmt: skip
        starts = {text(e, "clae_cla_id") for e in entered[child]
                  if since(day(e, "clae_entered_care_date"), desk.year)}  # fmt: skip
        away = [m for m in missing[child] if since(day(m, "miss_missing_episode_start_date"), desk.year)]
        last_away = max(
            missing[child], key=lambda m: sure(m, "miss_missing_episode_start_date"), default=None
        )
        inside = text(placement, "clap_cla_placement_postcode").startswith("IW")
        checks = _checks(health[child], period.entered)
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": yes(
                    child in desk.uasc
                ),
                "Date Started to be Looked After": period.entered,
                "Child's Category of Need": episode["clae_cla_primary_need_code"],
                "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": yes(
                    len(starts) > 1
                ),
                "Start date of current legal status": status["lega_legal_status_start_date"],
                "Child's Legal Status": status["lega_legal_status"],
                "Date of Latest Statutory Review": latest(reviews.get(period.id, [])),
                "Date of Last Social Work Visit": latest(
                    sure(v, "clav_cla_visit_date") for v in visits[period.id]
                ),
                "What is the permanence plan for this child?": _permanence(care_plan),
                "Date of Last IRO Visit / Contact to the Child": episode["clae_cla_last_iro_contact_date"],
                "Date of Last Health Assessment": checks[0],
                "Date of Last Dental Check": checks[1],
                "Number of Placements in the Last 12 months": sum(
                    p["clap_cla_placement_end_date"] is None
                    or since(day(p, "clap_cla_placement_end_date"), desk.year)
                    for p in placements[period.id]
                ),
                "Date Ceased to be Looked After": period.left,
                "Reason Ceased to be Looked After": episode["clae_cla_episode_ceased_reason"]
                if period.left
                else None,
                "Start Date of Most Recent Placement": placement["clap_cla_placement_start_date"],
                "Placement Type": placement["clap_cla_placement_type"],
                "Placement Provider": placement["clap_cla_placement_provider"],
                "Placement postcode": placement["clap_cla_placement_postcode"],
                "URN of Placement": placement["clap_cla_placement_urn"],
                "Placement Location": "a) In" if inside else "b) Out",
                "LA of Placement": AUTHORITY if inside else "Elsewhere (invented)",
                "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": sum(
                    m["miss_missing_episode_type"] == "M" for m in away
                ),
                "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": sum(
                    m["miss_missing_episode_type"] == "A" for m in away
                ),
                "Was the child offered a Return Interview after their last missing episode (Y/N)?": flag(
                    last_away["miss_missing_rhi_offered"]
                )
                if last_away
                else None,
                "Did the child accept a Return Interview after their last missing episode (Y/N)?": flag(
                    last_away["miss_missing_rhi_accepted"]
                )
                if last_away
                else None,
            }
            | desk.held_by(child)
        )
    return rows


def _permanence(care_plan: Row | None) -> str | None:
    said = text(care_plan, "lacp_cla_care_plan_json") if care_plan else ""
    return next((words for key, words in CARE_PLANS.items() if f'"{key}": "Y"' in said), None)


def _checks(rows: list[Row], entered: date) -> tuple[date | None, date | None]:
    """The latest health assessment and dental check of this period of care."""
    done = [
        (row["clah_health_check_type"] == "Dental Check", sure(row, "clah_health_check_date"))
        for row in rows
        if row["clah_health_check_status"] == "Completed" and sure(row, "clah_health_check_date") >= entered
    ]
    return latest(on for dental, on in done if not dental), latest(on for dental, on in done if dental)


def leavers(desk: Desk) -> list[AnnexRow]:
    rows = []
    for row in desk.tables["ssd_care_leavers"]:
        child = text(row, "clea_person_id")
        rows.append(
            desk.child(child)
            | {
                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": yes(
                    child in desk.uasc
                )
            }
            | desk.disabled(child)
            | desk.team(row["clea_care_leaver_allocated_team"], row["clea_care_leaver_worker_id"])
            | {
                "Allocated Personal Advisor": row["clea_care_leaver_personal_advisor"],
                "Eligibility Category": row["clea_care_leaver_eligibility"],
                "Latest Pathway Plan Review Date": row["clea_pathway_plan_review_date"],
                "LA in Touch": row["clea_care_leaver_in_touch"],
                "Latest Date of Contact": row["clea_care_leaver_latest_contact"],
                "Type of Accommodation": row["clea_care_leaver_accommodation"],
                "Suitability of Accommodation": row["clea_care_leaver_accom_suitable"],
                "Activity Status": row["clea_care_leaver_activity"],
            }
        )
    return rows


def _adoption_rows(desk: Desk) -> list[Row]:
    """Adopted in the last year, or decided and not yet adopted, or decided against in the last year."""
    rows = []
    for row in desk.tables["ssd_permanence"]:
        if row["perm_adm_decision_date"] is None:  # another kind of order
            continue
        ended = day(row, "perm_permanence_order_date") or day(row, "perm_decision_reversed_date")
        if ended is None or since(ended, desk.year):
            rows.append(row)
    return rows


def adoptions(desk: Desk) -> list[AnnexRow]:
    entered = {p.id: p.entered for p in care_periods(desk.tables)}
    rows = []
    for row in _adoption_rows(desk):
        child = text(row, "perm_person_id")
        rows.append(
            desk.child(child)
            | desk.disabled(child)
            | {
                "Family identifier": f"AF{text(row, 'perm_table_id')[2:]}"
                if row["perm_matched_date"]
                else None,
                "Date the Child Entered Care": entered[text(row, "perm_cla_id")],
                "Date of Decision that Child Should be Placed for Adoption": row["perm_adm_decision_date"],
                "Date of Placement Order": row["perm_placement_order_date"],
                "Date of Matching Child and Prospective Adopters": row["perm_matched_date"],
                "Date Placed for Adoption": row["perm_placed_for_adoption_date"],
                "Date of Adoption Order": row["perm_permanence_order_date"],
                "Date of Decision that Child Should No Longer be Placed for Adoption": row.get(
                    "perm_decision_reversed_date"
                ),
                "Reason Why Child No Longer Placed for Adoption": row.get("perm_decision_reversed_reason"),
            }
        )
    return rows


ADOPTER_DATES = {
    "Date enquiry received": "enquiry", "Date Stage 1 started": "stage1_start", "Date Stage 1 ended": "stage1_end",
    "Date Stage 2 started": "stage2_start", "Date Stage 2 ended": "stage2_end",
    "Date application submitted": "application", "Date application approved": "approved",
    "Date adopter matched with child(ren)": "matched", "Date child/children placed with adopter(s)": "placed",
    "Date of Adoption Order": "order", "Date of leaving adoption process": "left",
}  # fmt: skip
LEFT = {
    "1": "1 - Adopter withdrew from process",
    "2": "2 - Process put on hold",
    "3": "3 - Application refused",
}


def adopters(desk: Desk) -> list[AnnexRow]:
    """Everybody in the process in the last year: not yet at an order, and not gone."""
    rows: list[AnnexRow] = []
    for row in desk.tables["local_prospective_adopters"]:
        ended = day(row, "adop_order_date") or day(row, "adop_left_date")
        if ended is not None and not since(ended, desk.year):
            continue
        rows.append(
            {
                "Individual adopter identifier": row["adop_id"],
                "Family identifier": row["adop_family_id"],
                "Gender": row["adop_sex"],
                "Ethnicity": row["adop_ethnicity"],
                "Disability": flag(row["adop_disability"]),
                "Is the (prospective) adopter fostering for adoption?": flag(
                    row["adop_fostering_for_adoption"]
                ),
                "No. of children placed": row["adop_children_placed"],
                "Reason for leaving adoption process": LEFT.get(text(row, "adop_left_reason")),
            }
            | {header: row[f"adop_{stem}_date"] for header, stem in ADOPTER_DATES.items()}
        )
    return rows
