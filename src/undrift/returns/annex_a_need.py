"""Contacts, early help, referrals, assessments, enquiries and plans from Annex A's lists 1 to 7."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.annex_a_numbered import NUMBER, Told, row_id
from undrift.returns.columns import (
    WHO,
    always,
    child_of,
    day_key,
    found_in,
    hung,
    is_,
    is_given,
    least,
    select,
    take,
    together,
    where,
)
from undrift.returns.rows import CODED


def early_tables(told: Told) -> dict[str, pa.Table]:
    """Contacts (list 1), and early help with its assessments (list 2), by table."""
    contacts, help_ = told[1], told[2]
    made = row_id(2, help_, "earl_episode_start_date")
    return {
        "ssd_contacts": select(
            contacts,
            "cont_contact_date",
            "cont_contact_source_code",
            cont_contact_id=row_id(1, contacts, "cont_contact_date"),
            cont_person_id="pers_person_id",
        ),
        "ssd_early_help_episodes": select(
            help_,
            "earl_episode_start_date",
            "earl_episode_end_date",
            "earl_episode_organisation",
            earl_episode_id=made,
            earl_person_id="pers_person_id",
        ),
        # The list is of assessments, which are not the same as the dataset's episodes; both are kept.
        "local_early_help_assessments": select(
            help_,
            ehas_id=hung("assessment", made),
            ehas_person_id="pers_person_id",
            ehas_start_date="earl_episode_start_date",
            ehas_completion_date="earl_episode_end_date",
            ehas_organisation="earl_episode_organisation",
        ),
    }


def in_need_tables(told: Told) -> dict[str, pa.Table]:
    """Referrals and episodes of need, assessments and visits (lists 3, 4 and 6), by table."""
    referrals, needs, assessments = told[3], told[6], told[4]
    episodes = _episodes(referrals, needs)
    # An assessment belongs to the child's latest referral that came on or before it and was taken on.
    taken_on = where(episodes, ~is_(episodes, "cine_referral_nfa", "Y"))
    ids = least(day_key(taken_on, "cine_referral_date"), taken_on.column("cine_referral_id"))
    keys, days = ids.column("key").to_numpy(), day_key(assessments, "cina_assessment_start_date")
    latest = np.searchsorted(keys, days.fill_null(-1).to_numpy(), side="right") - 1
    own = child_of(np.where(latest >= 0, keys.take(latest, mode="clip") if len(keys) else -1, -1))
    latest[own != assessments.column(WHO).to_numpy()] = -1
    # The day a child in need was last seen; of a child in care or on a protection plan it is that list's visit.
    elsewhere = np.concatenate(
        [told[7].column(WHO).to_numpy()[~is_given(told[7], "cppl_cp_plan_end_date")],
         told[8].column(WHO).to_numpy()[~is_given(told[8], "clae_cla_episode_ceased_date")]]
    )  # fmt: skip
    seen = is_given(needs, "cinv_cin_visit_date") & ~np.isin(needs.column(WHO).to_numpy(), elsewhere)
    seen_needs = where(needs, seen)
    return {
        "ssd_cin_episodes": episodes,
        "ssd_cin_assessments": select(
            assessments,
            "cina_assessment_start_date",
            "cina_assessment_child_seen",
            "cina_assessment_auth_date",
            "cina_assessment_outcome_nfa",
            "cina_assessment_team",
            "cina_assessment_worker_id",
            cina_assessment_id=row_id(4, assessments, "cina_assessment_start_date"),
            cina_person_id="pers_person_id",
            cina_referral_id=take(ids.column("id"), latest),
        ),
        "ssd_cin_visits": select(
            seen_needs,
            "cinv_cin_visit_date",
            cinv_cin_visit_id=hung("visit", row_id(6, seen_needs, "cine_referral_date")),
            cinv_person_id="pers_person_id",
            cinv_cin_visit_seen=always("Y", seen_needs),
        ),
    }


_AMONG = 18  # bits of a number among those of a child and day: a sheet has fewer rows


def _episodes(referrals: pa.Table, needs: pa.Table) -> pa.Table:
    """A referral (list 3) and the episode of need it opened (list 6) are one row: same child, same date."""

    def key(rows: pa.Table) -> pa.Array:
        days = day_key(rows, "cine_referral_date")
        return pc.add(pc.multiply(days, 1 << _AMONG), rows.column(NUMBER).combine_chunks())

    opened, alone = found_in(key(referrals), key(needs)), found_in(key(needs), key(referrals)) < 0
    of_referral = (
        "cine_referral_source_code",
        "cine_referral_nfa",
        "cine_referral_team",
        "cine_referral_worker_id",
    )
    of_need = ("cine_cin_primary_need_code", "cine_close_reason", "cine_close_date")
    referred = select(
        referrals,
        "cine_referral_date",
        *of_referral,
        cine_referral_id=row_id(3, referrals, "cine_referral_date"),
        cine_person_id="pers_person_id",
        **{name: take(needs.column(name), opened) for name in of_need},
    )
    needs = where(needs, alone)
    others = select(
        needs,
        "cine_referral_date",
        *of_need,
        cine_referral_id=row_id(6, needs, "cine_referral_date"),
        cine_person_id="pers_person_id",
        **{name: pa.chunked_array([pa.nulls(needs.num_rows, CODED)]) for name in of_referral},
    )
    return together([referred, others.select(referred.column_names)])


def protection_tables(told: Told) -> dict[str, pa.Table]:
    """Enquiries, conferences, plans, visits and reviews (lists 5 and 7), by table."""
    enquiries, plans = told[5], told[7]
    enquiry, plan = (
        row_id(5, enquiries, "s47e_s47_start_date"),
        row_id(7, plans, "cppl_cp_plan_start_date"),
    )
    visited, reviewed, counted = (
        is_given(plans, name) for name in ("cppv_cp_visit_date", "cppr_cp_review_date", "prcp_number")
    )
    return {
        "ssd_s47_enquiry": select(
            enquiries,
            "s47e_s47_start_date",
            "s47e_s47_nfa",
            "s47e_s47_completed_by_team",
            "s47e_s47_completed_by_worker_id",
            s47e_s47_enquiry_id=enquiry,
            s47e_person_id="pers_person_id",
        ),
        "ssd_initial_cp_conference": where(
            select(
                enquiries,
                "icpc_icpc_date",
                "icpc_icpc_outcome_cp_flag",
                icpc_icpc_id=hung("icpc", enquiry),
                icpc_s47_enquiry_id=enquiry,
                icpc_person_id="pers_person_id",
                icpc_icpc_team="s47e_s47_completed_by_team",
            ),
            is_given(enquiries, "icpc_icpc_date"),
        ),
        "ssd_cp_plans": select(
            plans,
            "cppl_cp_plan_start_date",
            "cppl_cp_plan_end_date",
            "cppl_cp_plan_initial_category",
            "cppl_cp_plan_latest_category",
            cppl_cp_plan_id=plan,
            cppl_person_id="pers_person_id",
        ),
        "local_previous_cp_plans": where(
            select(plans, "prcp_number", prcp_cp_plan_id=plan, prcp_person_id="pers_person_id"), counted
        ),
        "ssd_cp_visits": where(
            select(
                plans,
                "cppv_cp_visit_date",
                "cppv_cp_visit_seen_alone",
                cppv_cp_visit_id=hung("visit", plan),
                cppv_person_id="pers_person_id",
                cppv_cp_plan_id=plan,
                cppv_cp_visit_seen=always("Y", plans),
            ),
            visited,
        ),
        "ssd_cp_reviews": where(
            select(
                plans,
                "cppr_cp_review_date",
                cppr_cp_review_id=hung("review", plan),
                cppr_person_id="pers_person_id",
                cppr_cp_plan_id=plan,
            ),
            reviewed,
        ),
    }
