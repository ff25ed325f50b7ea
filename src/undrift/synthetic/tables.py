"""The tables Irwell's records are written as, and what each held on a given day.

COLUMNS gives every column of every table of the records in its own order. DATED says which column makes a row
exist, and which values are not yet known until a later date on the same row has passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from undrift.returns.spec import record_tables

Row = dict[str, object]
Tables = dict[str, list[Row]]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(column.name for column in spec.columns) for name, spec in record_tables().items()
}


@dataclass(frozen=True)
class Dated:
    """How one table looks on an earlier day: `start` makes the row exist, `later` maps a date to what waits for it."""

    start: str
    later: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


DATED: Mapping[str, Dated] = {
    "ssd_immigration_status": Dated(
        "immi_immigration_status_start_date", {"immi_immigration_status_end_date": ()}
    ),
    "ssd_contacts": Dated("cont_contact_date"),
    "ssd_early_help_episodes": Dated(
        "earl_episode_start_date", {"earl_episode_end_date": ("earl_episode_end_reason",)}
    ),
    "ssd_cin_episodes": Dated("cine_referral_date", {"cine_close_date": ("cine_close_reason",)}),
    "ssd_cin_assessments": Dated(
        "cina_assessment_start_date",
        {
            "cina_assessment_auth_date": (
                "cina_assessment_child_seen",
                "cina_assessment_outcome_json",
                "cina_assessment_outcome_nfa",
            )
        },
    ),
    "ssd_cin_plans": Dated("cinp_cin_plan_start_date", {"cinp_cin_plan_end_date": ()}),
    "ssd_cin_visits": Dated("cinv_cin_visit_date"),
    "ssd_s47_enquiry": Dated(
        "s47e_s47_start_date", {"s47e_s47_end_date": ("s47e_s47_nfa", "s47e_s47_outcome_json")}
    ),
    "ssd_initial_cp_conference": Dated("icpc_icpc_date"),
    "ssd_pre_proceedings": Dated(
        "prep_pre_pro_decision_date",
        {
            "prep_pre_pro_letter_date": (),
            "prep_initial_pre_pro_meeting_date": (),
            "prep_agree_stepdown_issue_date": ("prep_pre_pro_outcome",),
        },
    ),
    "ssd_cp_plans": Dated("cppl_cp_plan_start_date", {"cppl_cp_plan_end_date": ()}),
    "ssd_cp_visits": Dated("cppv_cp_visit_date"),
    "ssd_cp_reviews": Dated("cppr_cp_review_date"),
    "ssd_legal_status": Dated("lega_legal_status_start_date", {"lega_legal_status_end_date": ()}),
    "ssd_cla_episodes": Dated(
        "clae_cla_episode_start_date", {"clae_cla_episode_ceased_date": ("clae_cla_episode_ceased_reason",)}
    ),
    "ssd_cla_placement": Dated(
        "clap_cla_placement_start_date",
        {"clap_cla_placement_end_date": ("clap_cla_placement_change_reason",)},
    ),
    "ssd_cla_reviews": Dated("clar_cla_review_date"),
    "ssd_cla_visits": Dated("clav_cla_visit_date"),
    "ssd_cla_care_plan": Dated("lacp_cla_care_plan_start_date", {"lacp_cla_care_plan_end_date": ()}),
    "ssd_missing": Dated(
        "miss_missing_episode_start_date",
        {"miss_missing_episode_end_date": ("miss_missing_rhi_offered", "miss_missing_rhi_accepted")},
    ),
    "ssd_permanence": Dated(
        "perm_adm_decision_date",
        {
            "perm_placement_order_date": (),
            "perm_matched_date": (
                "perm_adopter_sex",
                "perm_adopter_legal_status",
                "perm_number_of_adopters",
            ),
            "perm_placed_for_adoption_date": (),
            "perm_decision_reversed_date": ("perm_decision_reversed_reason",),
            "perm_permanence_order_date": ("perm_permanence_order_type",),
        },
    ),
    "ssd_involvements": Dated("invo_involvement_start_date", {"invo_involvement_end_date": ()}),
    "ssd_assessment_factors": Dated("_from"),
    "ssd_professionals": Dated("_from"),
    "ssd_mother": Dated("moth_childs_dob"),
    "ssd_address": Dated("addr_address_start_date", {"addr_address_end_date": ()}),
    "ssd_cla_convictions": Dated("clac_cla_conviction_date"),
    "ssd_cla_health": Dated("clah_health_check_date"),
    "ssd_cla_substance_misuse": Dated("clas_substance_misuse_date"),
    "ssd_cla_previous_permanence": Dated("_from"),
    "ssd_sdq_scores": Dated("csdq_sdq_completed_date"),
    "ssd_send": Dated("_from"),
    "ssd_ehcp_requests": Dated(
        "ehcr_ehcp_req_date", {"ehcr_ehcp_req_outcome_date": ("ehcr_ehcp_req_outcome",)}
    ),
    "ssd_ehcp_assessment": Dated(
        "_from",
        {
            "ehca_ehcp_assessment_outcome_date": (
                "ehca_ehcp_assessment_outcome",
                "ehca_ehcp_assessment_exceptions",
            )
        },
    ),
    "ssd_ehcp_named_plan": Dated(
        "ehcn_named_plan_start_date", {"ehcn_named_plan_ceased_date": ("ehcn_named_plan_ceased_reason",)}
    ),
    "ssd_ehcp_active_plans": Dated("_from"),
    "ssd_sen_need": Dated("_from"),
    "ssd_cla_immunisations": Dated("_from"),
    "ssd_voice_of_child": Dated("_from"),
    "ssd_linked_identifiers": Dated("link_valid_from_date", {"link_valid_to_date": ()}),
    "local_contact_decisions": Dated("code_decided_date"),
    "local_strategy_discussions": Dated(
        "strd_concern_date",
        {
            "strd_held_date": (
                "strd_police_present",
                "strd_health_present",
                "strd_referrer_present",
                "strd_outcome",
                "strd_s47_enquiry_id",
                "strd_chair_id",
            )
        },
    ),
    "local_core_groups": Dated("corg_held_date"),
    "local_cin_reviews": Dated("cinr_held_date"),
    "local_assessment_reviews": Dated("_from", {"asre_review_date": (), "asre_child_seen_date": ()}),
    "local_early_help_assessments": Dated("ehas_start_date", {"ehas_completion_date": ()}),
    "local_supervisions": Dated("supe_held_date"),
    "local_management_oversight": Dated("mgmt_date"),
    "local_preproceedings": Dated(
        "_from",
        {
            "lpre_letter_date": (),
            "lpre_family_group_date": (),
            "lpre_review_date": (),
            "lpre_extended_date": ("lpre_extended_to_date", "lpre_extension_manager_id"),
            "lpre_application_date": (),
            "lpre_first_hearing_date": (),
            "lpre_final_order_date": (),
        },
    ),
    "local_supervision_orders": Dated("suor_made_date", {"suor_end_date": ()}),
    "local_permanence_plans": Dated(
        "lper_agreed_date", {"lper_matched_date": (), "lper_achieved_date": (), "lper_ended_date": ()}
    ),
    "local_return_interviews": Dated("_from", {"rhin_offered_date": (), "rhin_held_date": ()}),
    "local_education_plans": Dated("pepl_completed_date"),
    "local_placement_moves": Dated(
        "_from",
        {
            "plmo_placement_plan_date": (),
            "plmo_temporary_approval_date": (),
            "plmo_temporary_extended_date": (),
            "plmo_full_approval_date": (),
        },
    ),
    "local_placement_areas": Dated("_from"),
    "local_visit_agreements": Dated("_from", {"viag_agreed_date": ()}),
    "local_parent_placements": Dated("_from", {"papl_assessed_date": ()}),
    "local_secure_orders": Dated("_from", {"seor_order_date": ()}),
    "local_training": Dated("trai_completed_date"),
    "local_leadership_posts": Dated("lead_from_date", {"lead_to_date": ()}),
    "local_team_managers": Dated("tman_from_date", {"tman_to_date": ()}),
    "local_workforce": Dated("_from"),
    "local_workforce_vacancies": Dated("_from"),
    "local_ehcp_reviews": Dated("ehrv_meeting_date", {"ehrv_decision_date": ("ehrv_outcome",)}),
    "local_ehcp_amendments": Dated("eham_meeting_date", {"eham_notice_date": (), "eham_final_date": ()}),
    "local_adopter_reviews": Dated("adrv_held_date"),
    "local_prospective_adopters": Dated(
        "adop_enquiry_date",
        {
            "adop_stage1_start_date": (),
            "adop_stage1_end_date": (),
            "adop_stage2_start_date": (),
            "adop_stage2_end_date": (),
            "adop_application_date": (),
            "adop_approved_date": (),
            "adop_matched_date": (),
            "adop_placed_date": ("adop_children_placed",),
            "adop_order_date": (),
            "adop_left_date": ("adop_left_reason",),
        },
    ),
    "local_annual_health": Dated("_from"),
    "local_deprivation_of_liberty": Dated("dolo_start_date", {"dolo_end_date": ()}),
    "local_previous_cp_plans": Dated("_from"),
}
