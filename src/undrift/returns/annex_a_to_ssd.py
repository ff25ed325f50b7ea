"""Annex A's lists into SSD tables, whole columns at a time, and what Annex A can and cannot say."""

from collections.abc import Mapping

import pyarrow as pa

from undrift.returns.annex_a_looked_after import after_care_tables, care_tables
from undrift.returns.annex_a_need import early_tables, in_need_tables, protection_tables
from undrift.returns.annex_a_numbered import Origin, numbered_lists
from undrift.returns.annex_a_people import (
    disability_rows,
    disagreements,
    immigration_rows,
    involvement_rows,
    named_rows,
    people_rows,
)
from undrift.returns.columns import (
    AT,
    WHO,
    together,
)
from undrift.returns.spec import record_tables
from undrift.returns.submission import Issue

# The column of each list that names a team, and the one that names a worker.
_TEAMS = {
    3: "cine_referral_team", 4: "cina_assessment_team", 5: "s47e_s47_completed_by_team", 6: "invo_professional_team",
    7: "invo_professional_team", 8: "invo_professional_team", 9: "clea_care_leaver_allocated_team",
}  # fmt: skip


_WORKERS = {
    3: "cine_referral_worker_id", 4: "cina_assessment_worker_id", 5: "s47e_s47_completed_by_worker_id",
    6: "invo_professional_id", 7: "invo_professional_id", 8: "invo_professional_id", 9: "clea_care_leaver_worker_id",
}  # fmt: skip


# Table: the lists that can fill it, and how much of history Annex A gives.
FROM_LISTS: dict[str, tuple[tuple[int, ...], str]] = {
    "ssd_person": (tuple(range(1, 11)), "all"),
    "ssd_disability": ((4, 5, 6, 7, 8, 9, 10), "now"),
    "ssd_contacts": ((1,), "last 6 months"),
    "ssd_early_help_episodes": ((2,), "last 6 months, and still open"),
    "ssd_cin_episodes": ((3, 6), "referred or open in the last 6 months"),
    "ssd_cin_assessments": ((4,), "open or completed in the last 6 months"),
    "ssd_s47_enquiry": ((5,), "open or started in the last 6 months"),
    "ssd_initial_cp_conference": ((5,), "of enquiries open or started in the last 6 months"),
    "ssd_cp_plans": ((7,), "on a plan in the last 6 months"),
    "ssd_cp_visits": ((7,), "latest only"),
    "ssd_cp_reviews": ((7,), "latest only"),
    "ssd_cla_episodes": ((8,), "latest only"),
    "ssd_cla_placement": ((8,), "latest only"),
    "local_placement_areas": ((8,), "latest only"),
    "ssd_legal_status": ((8,), "latest only"),
    "ssd_cla_reviews": ((8,), "latest only"),
    "ssd_cla_visits": ((8,), "latest only"),
    "ssd_cla_care_plan": ((8,), "now"),
    "ssd_care_leavers": ((9,), "now"),
    "ssd_permanence": ((10,), "last 12 months"),
    "ssd_immigration_status": ((8, 9), "now"),
    "ssd_involvements": ((6, 7, 8), "now"),
    "local_early_help_assessments": ((2,), "last 6 months, and still open"),
    "ssd_cin_visits": ((6,), "latest only"),
    "local_previous_cp_plans": ((7,), "of plans of the last 6 months"),
    "ssd_cla_health": ((8,), "latest only"),
    "ssd_family": ((10,), "now"),
    "local_prospective_adopters": ((11,), "last 12 months"),
    "ssd_department": (tuple(_TEAMS), "now"),
    "ssd_professionals": (tuple(_WORKERS), "now"),
}


# Said of every Annex A read, because the tables could not be filled without it. By list.
ASSUMED: tuple[tuple[int, str], ...] = (
    (4, "an assessment is taken to follow from the child's latest referral on or before its start"),
    (6, "an episode of need and a referral of the same child on the same date are taken as one"),
    (7, "the last statutory visit is taken as one at which the child was seen"),
    (8, "the last social work visit is taken as one at which the child was seen"),
    (8, "the latest episode of care is taken to begin at the later of the placement and the legal status"),
    (6, "the day a child was last seen is taken as that of a visit"),
    (8, "a placement is taken to end when care does"),
    (8, "'Return to family' is taken as a return home within an unstated time"),
)


_ABOUT = ["pers_person_id", "pers_gender", "pers_ethnicity", "pers_dob", WHO, AT]


def to_ssd(lists: Mapping[int, pa.Table]) -> tuple[dict[str, pa.Table], list[Issue]]:
    """SSD tables from list tables (`read_rows` of a list, coded), and rows that disagree about a child.

    Ids that Annex A lacks are made from what the row says, so that the same rows get the same ids in whatever order
    they come. Whole columns at a time: as SQL, planning the statements took longer than reading a small workbook.
    """
    told, origin = numbered_lists(lists), Origin(lists)
    everyone = together(told[number].select(_ABOUT) for number in range(1, 11))
    people = people_rows(everyone)
    made = {
        "ssd_person": people,
        "ssd_disability": disability_rows(told),
        "ssd_immigration_status": immigration_rows(told),
        "ssd_involvements": involvement_rows(told),
        "ssd_department": named_rows(told, _TEAMS, "dept_team_id", "dept_team_name"),
        "ssd_professionals": named_rows(told, _WORKERS, "prof_professional_id", "prof_professional_name"),
        **early_tables(told),
        **in_need_tables(told),
        **protection_tables(told),
        **care_tables(told),
        **after_care_tables(told),
    }
    tables = {
        name: origin.placed(made[name], name)
        for name, (from_lists, _) in FROM_LISTS.items()
        if any(number in lists for number in from_lists)
    }
    return tables, disagreements(everyone, people, origin)


def not_held(lists: Mapping[int, pa.Table]) -> dict[str, str]:
    """The tables these lists cannot fill, and why."""
    reasons: dict[str, str] = {}
    for name in record_tables():
        if name not in FROM_LISTS:
            reasons[name] = "Annex A does not hold it"
        elif not any(number in lists for number in FROM_LISTS[name][0]):
            missing = " or ".join(f"list {number}" for number in FROM_LISTS[name][0])
            reasons[name] = f"no usable {missing} was sent"
    return reasons
