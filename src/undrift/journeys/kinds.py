"""Every kind of event and spell a journey is made of: what it is called, and the tables it is read from.

The first table is the one a row of the kind comes from; the others are needed to read it. `also` are those that tell
more of it where they are held. `latest` marks a date of which records keep only the newest.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of event or spell: its name in words, and the tables it is read from, its own first."""

    words: str
    tables: tuple[str, ...]
    latest: bool = False
    also: tuple[str, ...] = ()


def _kind(words: str, *tables: str, latest: bool = False, also: tuple[str, ...] = ()) -> Kind:
    return Kind(words, tables, latest, also)


_BIRTHDAYS = {4: "Fourth", 14: "Fourteenth", 16: "Sixteenth"}
KINDS_OF_EVENT = {
    # every child
    "born": _kind("Born", "ssd_person"),
    "died": _kind("Died", "ssd_person"),
    **{f"birthday_{age}": _kind(f"{word} birthday", "ssd_person") for age, word in _BIRTHDAYS.items()},
    # front door and early help
    "contact": _kind("Contact", "ssd_contacts"),
    "contact_decided": _kind("Decision on a contact", "local_contact_decisions"),
    "referral": _kind("Referral", "ssd_cin_episodes"),
    "referral_closed": _kind("Referral closed", "ssd_cin_episodes"),
    "early_help_started": _kind("Early help began", "ssd_early_help_episodes"),
    # assessment
    "assessment_started": _kind("Assessment started", "ssd_cin_assessments"),
    "assessment_authorised": _kind("Assessment authorised", "ssd_cin_assessments"),
    "assessment_reviewed": _kind("Assessment reviewed by a manager", "local_assessment_reviews"),
    "assessment_child_seen": _kind("Child first seen in an assessment", "local_assessment_reviews"),
    # child protection
    "strategy_discussion": _kind("Strategy discussion", "local_strategy_discussions"),
    "s47_started": _kind("Child protection (section 47) enquiry started", "ssd_s47_enquiry"),
    "s47_ended": _kind("Child protection (section 47) enquiry ended", "ssd_s47_enquiry"),
    "icpc": _kind("Initial child protection conference", "ssd_initial_cp_conference"),
    "cp_plan_started": _kind("Child protection plan began", "ssd_cp_plans"),
    "cp_plan_ended": _kind("Child protection plan ended", "ssd_cp_plans"),
    "cp_visit": _kind("Child protection visit, child seen", "ssd_cp_visits"),
    "cp_visit_alone": _kind("Child protection visit, child seen alone", "ssd_cp_visits"),
    "cp_visit_not_seen": _kind("Child protection visit, child not seen", "ssd_cp_visits"),
    "cp_review": _kind("Child protection review conference", "ssd_cp_reviews"),
    "core_group": _kind("Core group", "local_core_groups"),
    # child in need
    "cin_plan_started": _kind("Child in need plan began", "ssd_cin_plans"),
    "cin_plan_ended": _kind("Child in need plan ended", "ssd_cin_plans"),
    "cin_visit": _kind("Child in need visit, child seen", "ssd_cin_visits"),
    "cin_visit_not_seen": _kind("Child in need visit, child not seen", "ssd_cin_visits"),
    "cin_review": _kind("Child in need review", "local_cin_reviews"),
    # pre-proceedings and court
    "preproceedings_started": _kind("Decision to enter pre-proceedings", "ssd_pre_proceedings"),
    "preproceedings_letter": _kind("Letter before proceedings", "ssd_pre_proceedings"),
    "preproceedings_meeting": _kind("Pre-proceedings meeting", "ssd_pre_proceedings"),
    "preproceedings_reviewed": _kind("Pre-proceedings reviewed", "local_preproceedings"),
    "preproceedings_extended": _kind("Pre-proceedings extended", "local_preproceedings"),
    "preproceedings_ended": _kind("Pre-proceedings ended", "ssd_pre_proceedings"),
    "family_group_offered": _kind("Family group decision making offered", "local_preproceedings"),
    "court_application": _kind("Application to the court", "local_preproceedings"),
    "first_hearing": _kind("Case management hearing", "local_preproceedings"),
    # in care
    "care_started": _kind("Came into care", "ssd_cla_episodes"),
    "care_ended": _kind("Left care", "ssd_cla_episodes"),
    "cla_review": _kind("Looked-after review", "ssd_cla_reviews", "ssd_cla_episodes"),
    "cla_visit": _kind("Looked-after visit", "ssd_cla_visits", "ssd_cla_placement"),
    "cla_visit_alone": _kind("Looked-after visit, child seen alone", "ssd_cla_visits", "ssd_cla_placement"),
    "placement_changed": _kind("Moved to another placement", "ssd_cla_placement"),
    "placement_same_carer": _kind("Placement changed, with the same carer", "ssd_cla_placement"),
    "placement_planned": _kind("Placement plan made", "local_placement_moves"),
    "care_planned": _kind("Care plan made", "ssd_cla_care_plan", "ssd_cla_episodes"),
    "iro_appointed": _kind("Independent reviewing officer named", "ssd_involvements"),
    "iro_contact": _kind("Contact by the independent reviewing officer", "ssd_cla_episodes", latest=True),
    "health_assessment": _kind("Health assessment", "ssd_cla_health"),
    "dental_check": _kind("Dental check", "ssd_cla_health"),
    "immunised": _kind("Immunisations up to date", "ssd_cla_immunisations", latest=True),
    "sdq": _kind("Strengths and difficulties questionnaire", "ssd_sdq_scores"),
    "education_plan": _kind("Personal education plan", "local_education_plans"),
    "cla_visit_settled": _kind(
        "Looked-after visit, a year or more into a long-term placement",
        "ssd_cla_visits",
        "ssd_cla_placement",
        also=("local_visit_agreements", "local_placement_moves"),
    ),
    "cla_visit_fewer": _kind(
        "Looked-after visit, the child having agreed to fewer",
        "ssd_cla_visits",
        "ssd_cla_placement",
        "local_visit_agreements",
        "local_placement_moves",
    ),
    "parent_assessed": _kind(
        "Assessment of a parent the child was placed with", "local_parent_placements", "local_placement_moves"
    ),
    "secure_order": _kind("Secure accommodation order", "local_secure_orders", "local_placement_moves"),
    "short_break_visit": _kind(
        "Visit in a series of short breaks", "ssd_cla_visits", "ssd_cla_episodes", "ssd_legal_status"
    ),
    "short_break_day": _kind("Day of a short break", "ssd_cla_episodes", "ssd_legal_status"),
    # permanence and adoption
    "permanence_planned": _kind("Plan for permanence recorded", "ssd_cla_care_plan"),
    "permanence_agreed": _kind("Permanence plan agreed", "local_permanence_plans"),
    "permanence_matched": _kind("Permanence match agreed", "local_permanence_plans"),
    "permanence_achieved": _kind("Permanence plan achieved", "local_permanence_plans"),
    "permanence_order": _kind("Permanence order", "ssd_permanence"),
    "adoption_decision": _kind("Decision that the child should be placed for adoption", "ssd_permanence"),
    "adoption_reversed": _kind("Adoption decision reversed", "ssd_permanence"),
    "placement_order": _kind("Placement order", "ssd_permanence"),
    "adoption_matched": _kind("Match with adopters agreed", "ssd_permanence"),
    "placed_for_adoption": _kind("Placed for adoption", "ssd_permanence"),
    "placed_with_future_adopter": _kind("Placed with the foster carer who adopted", "ssd_permanence"),
    # leaving care
    "thirteen_weeks": _kind("Thirteen weeks in care since fourteen", "ssd_cla_episodes", "ssd_person"),
    "pathway_plan": _kind("Pathway plan made or reviewed", "ssd_care_leavers", latest=True),
    "care_leaver_contact": _kind("Contact with a care leaver", "ssd_care_leavers", latest=True),
    "in_touch_window": _kind("In-touch window opens", "ssd_person", "ssd_care_leavers"),
    # missing
    "missing": _kind("Went missing", "ssd_missing"),
    "missing_returned": _kind("Returned", "ssd_missing"),
    "return_interview": _kind("Return interview", "local_return_interviews"),
    # special educational needs
    "ehc_plan_made": _kind("Education, health and care plan issued", "ssd_ehcp_named_plan", "ssd_send"),
    "ehc_refused": _kind("Told that no plan will be issued", "ssd_ehcp_assessment", "ssd_send"),
    "ehc_reviewed": _kind("Decision after an annual review", "ssd_ehcp_active_plans", "ssd_send"),
    # workers and adopters
    "adopter_reviewed": _kind("Approval of an adopter reviewed", "local_adopter_reviews"),
    "worker_changed": _kind("New social worker", "ssd_involvements"),
    "management_oversight": _kind("Manager's oversight recorded", "local_management_oversight"),
    "case_supervision": _kind("Discussed in supervision", "local_supervisions"),
    "supervision": _kind("Supervision", "local_supervisions"),
    # around the child
    "sibling_assessed": _kind("Assessment of a brother or sister began", "ssd_cin_assessments", "ssd_family"),
    "sibling_born": _kind("A brother or sister was born", "ssd_person", "ssd_family"),
}

KINDS_OF_SPELL = {
    "contact": _kind("Contact, until the decision", "ssd_contacts", also=("local_contact_decisions",)),
    "early_help": _kind("Early help", "ssd_early_help_episodes"),
    "early_help_assessment": _kind("Early help assessment", "local_early_help_assessments"),
    "referral": _kind("Referral", "ssd_cin_episodes"),
    "assessment": _kind("Assessment", "ssd_cin_assessments"),
    "strategy_discussion": _kind("Concern awaiting a strategy discussion", "local_strategy_discussions"),
    "s47": _kind("Child protection (section 47) enquiry", "ssd_s47_enquiry"),
    "cp_plan": _kind("Child protection plan", "ssd_cp_plans"),
    "cin_plan": _kind("Child in need plan", "ssd_cin_plans"),
    "step_down": _kind("Support after a child protection plan", "ssd_cin_plans", "ssd_cp_plans"),
    "unborn": _kind("Pregnancy", "ssd_person"),
    "preproceedings": _kind("Pre-proceedings", "ssd_pre_proceedings"),
    "court_proceedings": _kind("Care proceedings", "local_preproceedings"),
    "supervision_order": _kind("Supervision order", "local_supervision_orders"),
    "care": _kind("Period of care", "ssd_cla_episodes"),
    "placement": _kind("Placement", "ssd_cla_placement"),
    "legal_status": _kind("Legal status", "ssd_legal_status"),
    "short_break": _kind("Short break", "ssd_cla_episodes", "ssd_legal_status"),
    "short_break_series": _kind("Series of short breaks", "ssd_cla_episodes", "ssd_legal_status"),
    "temporary_approval": _kind(
        "Temporary approval of a connected carer", "local_placement_moves", "ssd_cla_placement"
    ),
    "closely_visited": _kind(
        "With a temporarily approved carer, or at home on an interim order",
        "ssd_cla_placement",
        "ssd_legal_status",
        "ssd_cla_reviews",
        "ssd_cla_episodes",
        "local_placement_moves",
    ),
    "placed_unassessed": _kind(
        "With a parent, placed before they were assessed",
        "local_parent_placements",
        "local_placement_moves",
        "ssd_cla_placement",
    ),
    "unassessed_to_review": _kind(
        "With a parent not yet assessed, to the first review",
        "local_parent_placements",
        "local_placement_moves",
        "ssd_cla_placement",
        "ssd_cla_reviews",
        "ssd_cla_episodes",
    ),
    "secure_stay": _kind("Stay in secure accommodation", "ssd_cla_placement"),
    "home_on_care_order": _kind("At home on a care order", "ssd_cla_placement", "ssd_legal_status"),
    "deprivation_of_liberty": _kind("Deprivation of liberty order", "local_deprivation_of_liberty"),
    "permanence_plan": _kind("Permanence plan", "local_permanence_plans"),
    "adoption_plan": _kind("Decision for adoption", "ssd_permanence"),
    "authorised_not_placed": _kind("Authorised for adoption and not placed", "ssd_permanence"),
    "placed_for_adoption": _kind("Placed for adoption", "ssd_permanence"),
    "placed_before_review": _kind(
        "Placed for adoption, before the first review",
        "ssd_permanence",
        "ssd_cla_reviews",
        "ssd_cla_episodes",
    ),
    "care_since_14": _kind(
        "Care since the fourteenth birthday, thirteen weeks not yet reached", "ssd_cla_episodes", "ssd_person"
    ),
    "eligible": _kind("Eligible child (looked after 13 weeks since 14)", "ssd_cla_episodes", "ssd_person"),
    "care_leaver": _kind("Care leaver, to 21", "ssd_care_leavers", "ssd_person"),
    "missing": _kind("Missing", "ssd_missing"),
    "ehc_request": _kind(
        "Request for an education, health and care assessment", "ssd_ehcp_requests", "ssd_send"
    ),
    "ehc_process": _kind(
        "Request for an education, health and care plan, to its end",
        "ssd_ehcp_requests",
        "ssd_ehcp_assessment",
        "ssd_send",
    ),
    "ehc_plan": _kind(
        "Education, health and care plan",
        "ssd_ehcp_named_plan",
        "ssd_ehcp_assessment",
        "ssd_ehcp_requests",
        "ssd_send",
    ),
    "ehc_review": _kind("Annual review meeting, to the decision", "local_ehcp_reviews"),
    "ehc_amendment": _kind("Review meeting, to the amended plan", "local_ehcp_amendments"),
    "ehc_amendment_notice": _kind("Notice of amendments, to the amended plan", "local_ehcp_amendments"),
    "allocation": _kind("Social worker", "ssd_involvements"),
    "carer": _kind("Carer", "local_placement_moves", "ssd_cla_placement"),
    "placed_far": _kind("Placement over twenty miles from home", "ssd_cla_placement"),
    "unregistered": _kind("Placement in a setting that is not registered", "ssd_cla_placement"),
    "siblings_apart": _kind(
        "Apart from a brother or sister in care", "local_placement_moves", "ssd_cla_placement", "ssd_family"
    ),
    "over_caseload": _kind("Held by a social worker above the caseload limit", "ssd_involvements"),
    "new_worker": _kind("Held by a social worker new to the work", "local_workforce", "ssd_involvements"),
    "adulthood": _kind(
        "From fourteen to eighteen, with a plan for special needs", "ssd_ehcp_named_plan", "ssd_person"
    ),
    "growing_up": _kind(
        "From fourteen to eighteen, disabled and with an open case",
        "ssd_cin_episodes",
        "ssd_disability",
        "ssd_person",
    ),
    "unsuitable_home": _kind("Unsuitable accommodation", "ssd_care_leavers"),
    "not_in_work": _kind("Not in education or work", "ssd_care_leavers"),
    "unallocated": _kind("No social worker", "ssd_involvements", "ssd_cin_episodes"),
    "worker_post": _kind("Social worker in post", "local_workforce"),
    "adopter_stage1": _kind("Adopter, stage one", "local_prospective_adopters"),
    "adopter_stage2": _kind("Adopter, stage two", "local_prospective_adopters"),
    "adopter_waiting": _kind("Adopter approved, with no child placed", "local_prospective_adopters"),
}

EVENT_KINDS = {name: kind.words for name, kind in KINDS_OF_EVENT.items()}
SPELL_KINDS = {name: kind.words for name, kind in KINDS_OF_SPELL.items()}
