"""Annex A lists 7 to 11: child protection, care, care leavers, adoption. List 11 is held in no table and is made up."""

from datetime import date, timedelta
from random import Random

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
        checks = _checks(child, period.entered, desk.as_at)
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


def _checks(child: str, entered: date, as_at: date) -> tuple[date | None, date | None]:
    """Health and dental dates are in no table of this version: the same invented days for the same child each time."""
    number = int(child[3:])
    days = (number * 37 % 400, number * 53 % 420)
    first, second = (as_at - timedelta(days=n) for n in days)
    return (first if first > entered else None, second if second > entered else None)


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


def adopters(desk: Desk) -> list[AnnexRow]:
    """Two adopters for each match of list 10, and a few households still being assessed. Held in no table."""
    rng = Random(desk.as_at.toordinal())
    rows: list[AnnexRow] = []
    for row in _adoption_rows(desk):
        matched = day(row, "perm_matched_date")
        if matched:
            rows += _household(rng, f"AF{text(row, 'perm_table_id')[2:]}", matched - timedelta(days=400), 5)
            for adopter in rows[-2:]:
                adopter["Date adopter matched with child(ren)"] = matched
                adopter["Date child/children placed with adopter(s)"] = row["perm_placed_for_adoption_date"]
                adopter["No. of children placed"] = 1 if row["perm_placed_for_adoption_date"] else None
                adopter["Date of Adoption Order"] = row["perm_permanence_order_date"]
    for number in range(9):
        enquired = desk.as_at - timedelta(days=rng.randrange(10, 350))
        reached = min(5, (desk.as_at - enquired).days // 70)
        rows += _household(rng, f"AH{number + 1:03d}", enquired, reached)
    return rows


def _household(rng: Random, family: str, enquired: date, reached: int) -> list[AnnexRow]:
    stages = ("Date Stage 1 started", "Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended",
              "Date application approved")  # fmt: skip
    days = (15, 75, 90, 205, 230)
    shared: AnnexRow = {"Family identifier": family, "Date enquiry received": enquired}
    for stage, after in list(zip(stages, days, strict=True))[:reached]:
        shared[stage] = enquired + timedelta(days=after)
    if reached >= 4:
        shared["Date application submitted"] = enquired + timedelta(days=20)
    return [
        {
            "Individual adopter identifier": f"{family}-{number}",
            "Gender": gender,
            "Ethnicity": rng.choice(("WBRI", "WBRI", "WBRI", "APKN", "WOTH")),
            "Disability": "b) No",
            "Is the (prospective) adopter fostering for adoption?": "b) No",
        }
        | shared
        for number, gender in ((1, "02"), (2, "01"))
    ]
