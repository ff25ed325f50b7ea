"""The modules of the children in need census into SSD tables, whole columns at a time.

Ids that the census lacks are made from what the row says, so that the same rows get the same ids in whatever order
they come.
"""

import json
from collections.abc import Mapping
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.cin_census_spec import NESTING
from undrift.returns.columns import (
    AT,
    WHO,
    Numbers,
    at_of,
    day_key,
    each,
    found_in,
    hung,
    is_given,
    least,
    made_id,
    numbered,
    of_one_code,
    place_of,
    select,
    take,
    together,
    where,
)
from undrift.returns.rows import CODED
from undrift.returns.submission import conform

# Table: the modules that fill it, and how much of history the census gives (before "to 31 March ...").
FROM_MODULES: dict[str, tuple[str, str]] = {
    "ssd_person": ("Child", "of children in the census of the 12 months"),
    "ssd_disability": ("Disabilities", "of children in the census of the 12 months"),
    "ssd_cin_episodes": ("CINdetails", "open in the last 12 months"),
    "ssd_cin_assessments": ("Assessments", "open or completed in the last 12 months"),
    "ssd_assessment_factors": (
        "FactorsIdentifiedAtAssessment",
        "of assessments in the census of the 12 months",
    ),
    "ssd_cin_plans": ("CINPlanDates", "in force in the last 12 months"),
    "ssd_s47_enquiry": ("Section47", "started in the last 12 months"),
    "ssd_initial_cp_conference": ("Section47", "held in the last 12 months"),
    "ssd_cp_plans": ("ChildProtectionPlans", "in force in the last 12 months"),
    "ssd_cp_reviews": ("Reviews", "held in the last 12 months"),
    "ssd_pre_proceedings": ("PreProceedings", "open in the last 12 months"),
    "local_assessment_reviews": ("Assessments", "of assessments in the census of the 12 months"),
    "local_previous_cp_plans": ("ChildProtectionPlans", "of plans in the census of the 12 months"),
}

# In the low bits of `AT`, so that rows of two modules keep the order of the file.
_SHEETS = tuple(name for name, _, _ in NESTING)


def to_ssd(modules: Mapping[str, pa.Table], file: str) -> dict[str, pa.Table]:
    """SSD tables, in file order, from the modules of some children (`read_rows`, coded, with `_child`, whose row it is;
    `_self`, its number; and `_in`, that of the row it stood in). All that the census says of a child must be there."""
    rows = _numbered(modules)
    needs = _made("N", rows["CINdetails"], "CINreferralDate",
                  ("CINclosureDate", "ReferralSource", "PrimaryNeedCode", "ReferralNFA"))  # fmt: skip
    inside = {name: _in_need(rows[name], needs) for name, _, of in NESTING if of == "CINdetails"}
    assessments = _made("A", inside["Assessments"], "AssessmentActualStartDate",
                        ("AssessmentAuthorisationDate", _NEED))  # fmt: skip
    enquiries = _made("S", inside["Section47"], "S47ActualStartDate",
                      ("DateOfInitialCPC", "ICPCnotRequired", "InitialCPCtarget", _NEED))  # fmt: skip
    plans = _made("C", inside["ChildProtectionPlans"], "CPPstartDate", ("CPPendDate", _NEED))
    conferences = _conferences(needs, enquiries, plans)
    tables = {
        "ssd_person": _people(rows["Child"]),
        "ssd_disability": _disabilities(rows["Disabilities"]),
        **_of_need(needs, assessments, inside["CINPlanDates"]),
        "ssd_assessment_factors": _factors(rows["FactorsIdentifiedAtAssessment"], assessments),
        **_of_protection(enquiries, plans, conferences, rows["Reviews"]),
        "ssd_pre_proceedings": _preproceedings(inside["PreProceedings"]),
    }
    return {name: _placed(tables[name], name, file) for name in FROM_MODULES}


_ID, _NEED = "_id", "_need"  # the id made for a row, and that of the episode of need it stands in


def _numbered(modules: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    children = of_one_code([modules[name].column("_child").combine_chunks() for name in _SHEETS], CODED)
    rows = {}
    for place, (name, child) in enumerate(zip(_SHEETS, children, strict=True)):
        table = modules[name].drop_columns(["_file", "_sheet"])
        table = table.set_column(table.column_names.index("_child"), "_child", child)
        whose = pa.array(child.indices.to_numpy().astype(np.int64))
        rows[name] = table.append_column(WHO, whose).append_column(AT, at_of(place, table.column("_row")))
    return rows


def _made(of: str, rows: pa.Table, day: str, order: tuple[str, ...]) -> pa.Table:
    """`rows` with an id made for each. order: what puts those of one child and day in order."""
    numbers = numbered(rows, day, partial(_in_order, order))
    return rows.append_column(_ID, made_id(f"cin:{of}", rows, "_child", day, numbers))


def _in_order(by: tuple[str, ...], rows: pa.Table) -> list[tuple[object, ...]]:
    """Blank last, for nothing can be compared with it; of rows alike in all, the first in the file first."""
    said = rows.select(list(by)).to_pylist()
    return [(*((row[name] is None, row[name] or "") for name in by), at) for at, row in enumerate(said)]


def _in_need(rows: pa.Table, needs: pa.Table) -> pa.Table:
    return rows.append_column(_NEED, take(needs.column(_ID), _stands_in(rows, needs)))


def _stands_in(rows: pa.Table, among: pa.Table) -> Numbers:
    """Which of the rows `among` each stands in; -1 when that is held back."""
    return found_in(rows.column("_in").combine_chunks(), among.column("_self").combine_chunks())


def _placed(rows: pa.Table, table: str, file: str) -> pa.Table:
    at = rows.column(AT).to_numpy()
    order = (at & 0xFFFFFFFF) << 8 | at >> 32
    if (order[1:] < order[:-1]).any():
        rows = rows.take(pa.array(np.argsort(order, kind="stable")))
        at = rows.column(AT).to_numpy()
    sheet, row = place_of(at, pa.array(_SHEETS))
    placed = rows.append_column("_file", pa.repeat(file, len(at)))
    return conform(placed.append_column("_sheet", sheet).append_column("_row", row), table)


def _people(children: pa.Table) -> pa.Table:
    sex = pc.coalesce(*(children.column(name).cast(pa.string()) for name in ("Sex", "GenderCurrent")))
    return select(
        children,
        pers_person_id="LAchildID",
        pers_sex=sex,
        pers_ethnicity="Ethnicity",
        pers_dob="PersonBirthDate",
        pers_upn_unknown="UPNunknown",
        pers_expected_dob="ExpectedPersonBirthDate",
        pers_death_date="PersonDeathDate",
        pers_upn="UPN",
    )


def _disabilities(rows: pa.Table) -> pa.Table:
    child, code = (rows.column(name).cast(pa.string()) for name in ("_child", "Disability"))
    return select(
        rows,
        disa_person_id="_child",
        disa_table_id=pc.binary_join_element_wise("cin:D", child, code, ":"),
        disa_disability_code="Disability",
    )


def _of_need(needs: pa.Table, assessments: pa.Table, plans: pa.Table) -> dict[str, pa.Table]:
    plans = _made("P", plans, "CINPlanStartDate", ("CINPlanEndDate", _NEED))
    return {
        "ssd_cin_episodes": select(
            needs,
            cine_referral_id=_ID,
            cine_person_id="_child",
            cine_referral_date="CINreferralDate",
            cine_cin_primary_need_code="PrimaryNeedCode",
            cine_referral_source_code="ReferralSource",
            cine_referral_nfa="ReferralNFA",
            cine_close_reason="ReasonForClosure",
            cine_close_date="CINclosureDate",
        ),
        "ssd_cin_assessments": select(
            assessments,
            cina_assessment_id=_ID,
            cina_person_id="_child",
            cina_referral_id=_NEED,
            cina_assessment_start_date="AssessmentActualStartDate",
            cina_assessment_auth_date="AssessmentAuthorisationDate",
        ),
        "local_assessment_reviews": where(
            select(
                assessments,
                asre_id=hung("review", assessments.column(_ID)),
                asre_person_id="_child",
                asre_assessment_id=_ID,
                asre_review_date="AssessmentInternalReviewDate",
            ),
            is_given(assessments, "AssessmentInternalReviewDate"),
        ),
        "ssd_cin_plans": select(
            plans,
            cinp_cin_plan_id=_ID,
            cinp_referral_id=_NEED,
            cinp_person_id="_child",
            cinp_cin_plan_start_date="CINPlanStartDate",
            cinp_cin_plan_end_date="CINPlanEndDate",
        ),
    }


def _factors(rows: pa.Table, assessments: pa.Table) -> pa.Table:
    """A row an assessment: its factors as a JSON list, in the order of their codes."""
    of = _stands_in(rows, assessments)
    rows, of = where(rows, of >= 0), of[of >= 0]
    factor = rows.column("AssessmentFactors").combine_chunks()
    rank = np.empty(len(factor.dictionary) + 1, np.int64)
    rank[pc.array_sort_indices(factor.dictionary).to_numpy()] = np.arange(len(factor.dictionary))
    rank[-1] = len(factor.dictionary)  # blank last
    order = np.lexsort((rank[factor.indices.fill_null(len(factor.dictionary)).to_numpy()], of))
    of = of[order]
    starts = np.flatnonzero(np.diff(of, prepend=-1))
    quoted = each(rows.column("AssessmentFactors"), json.dumps).fill_null("null").combine_chunks()
    offsets = pa.array(np.append(starts, len(of)).astype(np.int32))
    lists = pa.ListArray.from_arrays(offsets, quoted.take(pa.array(order)))
    said = pc.binary_join_element_wise("[", pc.binary_join(lists, ","), "]", "")
    held = assessments.take(pa.array(of[starts]))
    at = np.minimum.reduceat(rows.column(AT).to_numpy()[order], starts) if len(starts) else starts
    held = held.set_column(held.column_names.index(AT), AT, pa.array(at.astype(np.int64)))
    made = held.column(_ID)
    return select(
        held,
        cinf_table_id=pc.binary_join_element_wise("cin:F", made, ":"),
        cinf_assessment_id=made,
        cinf_assessment_factors_json=pa.chunked_array([said]),
    )


def _conferences(needs: pa.Table, enquiries: pa.Table, plans: pa.Table) -> pa.Table:
    """A conference stands in its enquiry, or in the episode of need when the year has no enquiry for it; the same date
    in both is one conference. The plan that begins that day is the one it made."""
    of_enquiry = where(enquiries, is_given(enquiries, "DateOfInitialCPC"))
    # Of which episode and day, as one number: the row of the episode with the day.
    days = pc.add(
        pa.array(_stands_in(of_enquiry, needs) << 32),
        of_enquiry.column("DateOfInitialCPC").cast(pa.int32()).cast(pa.int64()),
    )
    mine = pc.add(
        pa.array(np.arange(needs.num_rows, dtype=np.int64) << 32),
        needs.column("DateOfInitialCPC").cast(pa.int32()).cast(pa.int64()),
    )
    alone = is_given(needs, "DateOfInitialCPC") & (found_in(mine.combine_chunks(), days.combine_chunks()) < 0)
    of_need = where(needs, alone)
    nothing = pa.nulls(of_need.num_rows, pa.string())
    held = together(
        [
            select(of_enquiry, "_child", "DateOfInitialCPC", "InitialCPCtarget", enquiry=_ID, **{_NEED: _NEED}),
            select(of_need, "_child", "DateOfInitialCPC", InitialCPCtarget=pa.nulls(len(nothing), pa.date32()),
                   enquiry=nothing, **{_NEED: _ID}).select(
                ["_child", "DateOfInitialCPC", "InitialCPCtarget", WHO, AT, "enquiry", _NEED]
            ),
        ]
    )  # fmt: skip
    begun = least(day_key(plans, "CPPstartDate"), plans.column(_ID))
    plan = found_in(day_key(held, "DateOfInitialCPC"), begun.column("key").combine_chunks())
    held = held.append_column("plan", take(begun.column("id"), plan))
    return _made("I", held, "DateOfInitialCPC", ("enquiry", _NEED))


def _of_protection(
    enquiries: pa.Table, plans: pa.Table, conferences: pa.Table, reviews: pa.Table
) -> dict[str, pa.Table]:
    made = conferences.column("plan").combine_chunks().dictionary_encode()
    which = found_in(plans.column(_ID).combine_chunks(), made.dictionary)
    first = least(made.indices, conferences.column(_ID))
    at = found_in(pa.array(which), first.column("key").cast(pa.int64()).combine_chunks())
    of = _stands_in(reviews, plans)
    reviews = _made(
        "V", reviews.append_column("plan", take(plans.column(_ID), of)), "CPPreviewDate", ("plan",)
    )
    made_plan = conferences.column("plan")
    return {
        "ssd_s47_enquiry": select(
            enquiries,
            s47e_s47_enquiry_id=_ID,
            s47e_referral_id=_NEED,
            s47e_person_id="_child",
            s47e_s47_start_date="S47ActualStartDate",
            s47e_s47_nfa="ICPCnotRequired",
        ),
        "ssd_initial_cp_conference": select(
            conferences,
            icpc_icpc_id=_ID,
            icpc_s47_enquiry_id="enquiry",
            icpc_person_id="_child",
            icpc_cp_plan_id="plan",
            icpc_referral_id=_NEED,
            icpc_icpc_target_date="InitialCPCtarget",
            icpc_icpc_date="DateOfInitialCPC",
            icpc_icpc_outcome_cp_flag=pc.if_else(made_plan.is_valid(), "Y", pa.scalar(None, pa.string())),
        ),
        "ssd_cp_plans": select(
            plans,
            cppl_cp_plan_id=_ID,
            cppl_referral_id=_NEED,
            cppl_icpc_id=take(first.column("id"), at),
            cppl_person_id="_child",
            cppl_cp_plan_start_date="CPPstartDate",
            cppl_cp_plan_end_date="CPPendDate",
            cppl_cp_plan_initial_category="InitialCategoryOfAbuse",
            cppl_cp_plan_latest_category="LatestCategoryOfAbuse",
        ),
        "local_previous_cp_plans": where(
            select(plans, prcp_cp_plan_id=_ID, prcp_person_id="_child", prcp_number="NumberOfPreviousCPP"),
            is_given(plans, "NumberOfPreviousCPP"),
        ),
        "ssd_cp_reviews": select(
            reviews,
            cppr_cp_review_id=_ID,
            cppr_person_id="_child",
            cppr_cp_plan_id="plan",
            cppr_cp_review_date="CPPreviewDate",
        ),
    }


def _preproceedings(rows: pa.Table) -> pa.Table:
    """The census does not say the family; a child alone is then the family, so that no two are put together unsaid."""
    rows = _made("L", rows, "PPStartDate", ("StepDecisionDate", "LBPSentDate", "_self"))
    return select(
        rows,
        prep_table_id=_ID,
        prep_person_id="_child",
        prep_plo_family_id="_child",
        prep_pre_pro_decision_date="PPStartDate",
        prep_pre_pro_letter_date="LBPSentDate",
        prep_initial_pre_pro_meeting_date="InitialPPMeetingDate",
        prep_pre_pro_meetings_num="ReviewMeetingsCount",
        prep_agree_stepdown_issue_date="StepDecisionDate",
        prep_pre_pro_outcome="PPOutcome",
        prep_care_pro_letter_date="LetterInitCPDate",
    )
