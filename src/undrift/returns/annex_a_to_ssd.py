"""Annex A's lists into SSD tables, whole columns at a time, and what Annex A can and cannot say."""

import json
from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.columns import (
    AT,
    WHO,
    Numbers,
    always,
    at_of,
    child_of,
    day_key,
    each,
    first_of_each,
    first_row,
    found_in,
    hung,
    is_,
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
from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.submission import ARROW_TYPES, ORIGIN, Issue, conform

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

# The day that, with its child, names a row of each list; what more decides between two of one child and day.
KEYS: dict[int, tuple[str, ...]] = {
    1: ("cont_contact_date",),
    2: ("earl_episode_start_date",),
    3: ("cine_referral_date", "cine_referral_nfa"),
    4: ("cina_assessment_start_date",),
    5: ("s47e_s47_start_date",),
    6: ("cine_referral_date", "cine_close_date"),
    7: ("cppl_cp_plan_start_date",),
    8: ("clae_entered_care_date",),
    9: (),
    10: ("perm_adm_decision_date",),
    11: (),
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


def fields_of(list_no: int) -> list[tuple[str, str]]:
    """The SSD column names (and types) that a list's rows carry, in the order of the list."""
    return [(column.field, column.type) for column in annex_a_lists()[list_no].columns if column.field]


def to_ssd(lists: Mapping[int, pa.Table]) -> tuple[dict[str, pa.Table], list[Issue]]:
    """SSD tables from list tables (`read_rows` of a list, coded), and rows that disagree about a child.

    Ids that Annex A lacks are made from what the row says, so that the same rows get the same ids in whatever order
    they come. Whole columns at a time: as SQL, planning the statements took longer than reading a small workbook.
    """
    told, origin = _numbered(lists), _Origin(lists)
    everyone = together(told[number].select(_ABOUT) for number in range(1, 11))
    people = _people(everyone)
    made = {
        "ssd_person": people,
        "ssd_disability": _disability(told),
        "ssd_immigration_status": _immigration(told),
        "ssd_involvements": _involvements(told),
        "ssd_department": _named(told, _TEAMS, "dept_team_id", "dept_team_name"),
        "ssd_professionals": _named(told, _WORKERS, "prof_professional_id", "prof_professional_name"),
        **_early(told),
        **_in_need(told),
        **_protected(told),
        **_in_care(told),
        **_after_care(told),
    }
    tables = {
        name: origin.placed(made[name], name)
        for name, (from_lists, _) in FROM_LISTS.items()
        if any(number in lists for number in from_lists)
    }
    return tables, _disagreements(everyone, people, origin)


# The number of each row of a list among those of its child and day.
_NUMBER = "_n"
_ABOUT = ["pers_person_id", "pers_gender", "pers_ethnicity", "pers_dob", WHO, AT]

_Told = Mapping[int, pa.Table]


class _Origin:
    """Where rows stood, from one number each: the list in the high half, the row in the low."""

    def __init__(self, lists: Mapping[int, pa.Table]) -> None:
        places = {
            number: (rows.column("_file")[0].as_py(), rows.column("_sheet")[0].as_py())
            for number, rows in lists.items()
            if rows.num_rows
        }
        self._rank = np.zeros(12, np.int64)
        for rank, number in enumerate(sorted(places, key=places.__getitem__)):
            self._rank[number] = rank
        self._files, self._sheets = (
            pa.array([places.get(number, ("", ""))[part] for number in range(12)]) for part in (0, 1)
        )

    def placed(self, rows: pa.Table, table: str) -> pa.Table:
        """`rows` as the SSD table `table`, in the order in which they stood."""
        at = rows.column(AT).to_numpy()
        order = self._rank[at >> 32] << 32 | at & 0xFFFFFFFF
        if (order[1:] < order[:-1]).any():
            rows = rows.take(pa.array(np.argsort(order, kind="stable")))
            at = rows.column(AT).to_numpy()
        for name, column in zip(("_file", "_sheet", "_row"), self.of(at), strict=True):
            rows = rows.append_column(name, column)
        return conform(rows, table)

    def of(self, at: Numbers) -> tuple[pa.Array, pa.Array, pa.Array]:
        """The file, the sheet and the row of each."""
        sheet, row = place_of(at, self._sheets)
        return place_of(at, self._files)[0], sheet, row


def _numbered(lists: Mapping[int, pa.Table]) -> dict[int, pa.Table]:
    """Every list, empty if it was not sent, with its rows numbered: by child, by place, among those of a child and day."""
    told = {n: lists[n] if n in lists else _empty(n) for n in range(1, 12)}
    ids = [told[number].column("pers_person_id").combine_chunks() for number in range(1, 11)]
    children = [*of_one_code(ids, CODED), told[11].column("adop_id").combine_chunks()]
    for (number, rows), child in zip(told.items(), children, strict=True):
        whose = pa.array(child.indices.to_numpy().astype(np.int64))
        rows = rows.append_column(WHO, whose).append_column(AT, at_of(number, rows.column("_row")))
        day, *then = KEYS[number] or (None,)
        among = numbered(rows, day, partial(_in_order, then))
        told[number] = rows.drop_columns(["_file", "_sheet", "_row"]).append_column(_NUMBER, pa.array(among))
    return told


def _in_order(first: Sequence[str | None], rows: pa.Table) -> list[tuple[object, ...]]:
    """What puts rows of one child and day in order: what they say. Blank first, for nothing can be compared with it."""
    said = [name for name in rows.column_names if name not in {"_file", "_sheet", "_row", WHO, AT}]
    return [
        tuple((v is not None, v) for v in map(row.get, [*first, *said, "_row"])) for row in rows.to_pylist()
    ]


def _made_id(list_no: int, rows: pa.Table, day: str | None) -> pa.ChunkedArray:
    """An id for rows that are given none: the list, the child, the day, and the number among those of child and day."""
    return made_id(f"annexa:L{list_no}", rows, "pers_person_id", day, rows.column(_NUMBER).to_numpy())


def _people(everyone: pa.Table) -> pa.Table:
    """A row a child; of each thing, what the first list to say it says."""
    who = everyone.column(WHO).to_numpy()
    first = first_row(who, np.ones(len(who), bool))
    held = first >= 0  # of a child whose rows are all held back there is nothing
    said = {
        name: take(everyone.column(name), first_row(who, is_given(everyone, name))[held])
        for name in ("pers_gender", "pers_ethnicity", "pers_dob")
    }
    rows = everyone.select(["pers_person_id", WHO, AT]).take(pa.array(first[held]))
    for name, column in said.items():
        rows = rows.append_column(name, column)
    sexes = {"01": "M", "02": "F", "00": "U", "09": "U"}
    return rows.append_column("pers_sex", each(said["pers_gender"], sexes.get))


def _disagreements(everyone: pa.Table, people: pa.Table, origin: _Origin) -> list[Issue]:
    who, known = everyone.column(WHO).to_numpy(), people.column(WHO).to_numpy()
    person = np.empty(int(known.max(initial=-1)) + 1, np.int64)
    person[known] = np.arange(len(known))
    theirs = person[who]
    places: list[tuple[str, str, int, str]] = []
    for name, header in _SHARED.items():
        said, believed = (
            (column.indices if pa.types.is_dictionary(column.type) else column.cast(pa.int32()))
            for column in (everyone.column(name).combine_chunks(), people.column(name).combine_chunks())
        )
        other = pc.fill_null(pc.not_equal(said, believed.take(pa.array(theirs))), False)
        at = everyone.column(AT).filter(other).to_numpy()
        places += (
            (*place, header) for place in zip(*(part.to_pylist() for part in origin.of(at)), strict=True)
        )
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column=header,
            what="Another list says otherwise about this child; the first list to say is believed.",
            try_="Put right the child's record and export again.",
            code="lists_disagree",
            severity="kept",
        )
        for file, sheet, row, header in sorted(places)
    ]


_SHARED = {"pers_dob": "Date of Birth", "pers_gender": "Gender", "pers_ethnicity": "Ethnicity"}


def _disability(told: _Told) -> pa.Table:
    """Annex A says whether a child has a disability, not which: yes is a row with no code, and yes anywhere is yes."""
    rows = together(told[n].select(["pers_person_id", "disa_disability_code", WHO, AT]) for n in range(4, 11))
    who, yes = rows.column(WHO).to_numpy(), is_(rows, "disa_disability_code", "Y")
    with_yes, with_no = first_row(who, yes), first_row(who, is_(rows, "disa_disability_code", "N"))
    first = np.where(with_yes >= 0, with_yes, with_no)
    rows = rows.take(pa.array(first[first >= 0]))
    return select(
        rows,
        disa_person_id="pers_person_id",
        disa_table_id=_about("disability", rows),
        disa_disability_code=each(rows.column("disa_disability_code"), {"N": "NONE"}.get),
    )


def _about(what: str, rows: pa.Table) -> pa.ChunkedArray:
    """The id of something of which a child has one."""
    return pc.binary_join_element_wise("annexa", what, rows.column("pers_person_id").cast(pa.string()), ":")


def _early(told: _Told) -> dict[str, pa.Table]:
    contacts, help_ = told[1], told[2]
    made = _made_id(2, help_, "earl_episode_start_date")
    return {
        "ssd_contacts": select(
            contacts,
            "cont_contact_date",
            "cont_contact_source_code",
            cont_contact_id=_made_id(1, contacts, "cont_contact_date"),
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


def _in_need(told: _Told) -> dict[str, pa.Table]:
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
            cina_assessment_id=_made_id(4, assessments, "cina_assessment_start_date"),
            cina_person_id="pers_person_id",
            cina_referral_id=take(ids.column("id"), latest),
        ),
        "ssd_cin_visits": select(
            seen_needs,
            "cinv_cin_visit_date",
            cinv_cin_visit_id=hung("visit", _made_id(6, seen_needs, "cine_referral_date")),
            cinv_person_id="pers_person_id",
            cinv_cin_visit_seen=always("Y", seen_needs),
        ),
    }


_AMONG = 18  # bits of a number among those of a child and day: a sheet has fewer rows


def _episodes(referrals: pa.Table, needs: pa.Table) -> pa.Table:
    """A referral (list 3) and the episode of need it opened (list 6) are one row: same child, same date."""

    def key(rows: pa.Table) -> pa.Array:
        days = day_key(rows, "cine_referral_date")
        return pc.add(pc.multiply(days, 1 << _AMONG), rows.column(_NUMBER).combine_chunks())

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
        cine_referral_id=_made_id(3, referrals, "cine_referral_date"),
        cine_person_id="pers_person_id",
        **{name: take(needs.column(name), opened) for name in of_need},
    )
    needs = where(needs, alone)
    others = select(
        needs,
        "cine_referral_date",
        *of_need,
        cine_referral_id=_made_id(6, needs, "cine_referral_date"),
        cine_person_id="pers_person_id",
        **{name: pa.chunked_array([pa.nulls(needs.num_rows, CODED)]) for name in of_referral},
    )
    return together([referred, others.select(referred.column_names)])


def _protected(told: _Told) -> dict[str, pa.Table]:
    enquiries, plans = told[5], told[7]
    enquiry, plan = (
        _made_id(5, enquiries, "s47e_s47_start_date"),
        _made_id(7, plans, "cppl_cp_plan_start_date"),
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


# The care plans of the dataset's JSON, and whether each is the child's.
_CARE_PLANS = (
    "REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV", "ADOPTION", "OTHERPLN",
)  # fmt: skip


def _care_plan(code: str) -> str:
    return json.dumps({flag: "Y" if flag == code else "N" for flag in _CARE_PLANS}, separators=(",", ":"))


def _in_care(told: _Told) -> dict[str, pa.Table]:
    rows = told[8]
    made = _made_id(8, rows, "clae_entered_care_date")
    # An episode begins at each change of placement or legal status, so the latest began at the later of the two.
    began = pc.max_element_wise(
        *(rows.column(name) for name in
          ("clae_entered_care_date", "lega_legal_status_start_date", "clap_cla_placement_start_date"))
    )  # fmt: skip

    def one(prefix: str, id_: str, what: str, date_from: str, date_to: str, **more: str) -> pa.Table:
        """A row of its own for each row of the list that gives the date: what, when."""
        columns = {name: always(value, rows) for name, value in more.items()}
        return where(
            select(rows, **{f"{prefix}_{id_}": hung(what, made), date_to: date_from, **columns},
                    **{f"{prefix}_person_id": "pers_person_id", f"{prefix}_cla_id": made}),
            is_given(rows, date_from),
        )  # fmt: skip

    status = is_given(rows, "lega_legal_status") | is_given(rows, "lega_legal_status_start_date")
    checks = [
        one("clah", "health_check_id", what, f"clah_health_check_date_{what}", "clah_health_check_date",
             clah_health_check_type=called, clah_health_check_status="Completed")
        for what, called in (("health", "Health Assessment"), ("dental", "Dental Check"))
    ]  # fmt: skip
    return {
        "ssd_cla_episodes": select(
            rows,
            "clae_cla_primary_need_code",
            "clae_cla_episode_ceased_date",
            "clae_cla_episode_ceased_reason",
            "clae_entered_care_date",
            "clae_cla_last_iro_contact_date",
            clae_cla_episode_id=hung("episode", made),
            clae_person_id="pers_person_id",
            clae_cla_episode_start_date=began,
            clae_cla_id=made,
            clae_cla_placement_id=hung("placement", made),
        ),
        "ssd_cla_placement": select(
            rows,
            "clap_cla_placement_start_date",
            "clap_cla_placement_type",
            "clap_cla_placement_urn",
            "clap_cla_placement_provider",
            "clap_cla_placement_postcode",
            clap_cla_placement_id=hung("placement", made),
            clap_cla_id=made,
            clap_cla_placement_end_date="clae_cla_episode_ceased_date",
            clap_person_id="pers_person_id",
        ),
        "local_placement_areas": where(
            select(
                rows,
                "plar_location",
                "plar_authority",
                plar_id=hung("area", made),
                plar_person_id="pers_person_id",
                plar_placement_id=hung("placement", made),
            ),
            is_given(rows, "plar_location") | is_given(rows, "plar_authority"),
        ),
        "ssd_legal_status": where(
            select(
                rows,
                "lega_legal_status",
                "lega_legal_status_start_date",
                lega_legal_status_id=hung("legal", made),
                lega_person_id="pers_person_id",
            ),
            status,
        ),
        "ssd_cla_reviews": one("clar", "cla_review_id", "review", "clar_cla_review_date", "clar_cla_review_date"),
        "ssd_cla_visits": one("clav", "cla_visit_id", "visit", "clav_cla_visit_date", "clav_cla_visit_date",
                               clav_cla_visit_seen="Y"),
        "ssd_cla_health": together(checks),
        # The care plan in force; Annex A does not say since when.
        "ssd_cla_care_plan": where(
            select(
                rows,
                lacp_table_id=hung("careplan", made),
                lacp_person_id="pers_person_id",
                lacp_cla_care_plan_json=each(rows.column("lacp_cla_care_plan_json"), _care_plan),
            ),
            is_given(rows, "lacp_cla_care_plan_json"),
        ),
    }  # fmt: skip


def _after_care(told: _Told) -> dict[str, pa.Table]:
    leaving, adoption, adopters = told[9], told[10], told[11]
    dates = [name for name, _ in fields_of(10) if name.startswith("perm_")]
    ordered = pa.array(is_given(adoption, "perm_permanence_order_date"))
    # The period of care that the child was in: the one that began that day.
    care = told[8]
    periods = least(day_key(care, "clae_entered_care_date"), _made_id(8, care, "clae_entered_care_date"))
    period = found_in(day_key(adoption, "clae_entered_care_date"), periods.column("key").combine_chunks())
    family = where(adoption, is_given(adoption, "fami_family_id"))
    named = family.column("fami_family_id").combine_chunks().indices.to_numpy().astype(np.int64)
    together = np.unique(named << 32 | family.column(WHO).to_numpy(), return_index=True)[1]
    family = family.take(pa.array(together))
    family_id = family.column("fami_family_id").cast(pa.string())
    return {
        "ssd_care_leavers": select(
            leaving,
            *(name for name, _ in fields_of(9) if name.startswith("clea_")),
            clea_table_id=_made_id(9, leaving, None),
            clea_person_id="pers_person_id",
        ),
        "ssd_permanence": select(
            adoption,
            *dates,
            perm_table_id=_made_id(10, adoption, "perm_adm_decision_date"),
            perm_person_id="pers_person_id",
            perm_cla_id=take(periods.column("id"), period),
            perm_permanence_order_type=pc.if_else(ordered, "Adoption", pa.scalar(None, pa.string())),
        ),
        "ssd_family": select(
            family,
            "fami_family_id",
            fami_table_id=pc.binary_join_element_wise(
                "annexa:family", family_id, family.column("pers_person_id").cast(pa.string()), ":"
            ),
            fami_person_id="pers_person_id",
        ),
        "local_prospective_adopters": adopters,
    }


def _immigration(told: _Told) -> pa.Table:
    rows = together(told[n].select(["pers_person_id", "immi_immigration_status", WHO, AT]) for n in (8, 9))
    rows = first_of_each(where(rows, is_given(rows, "immi_immigration_status")))
    return select(
        rows,
        "immi_immigration_status",
        immi_person_id="pers_person_id",
        immi_immigration_status_id=_about("immigration", rows),
    )


def _involvements(told: _Told) -> pa.Table:
    """Who holds the child's case now; the list nearest the child's present status is believed. Since when is not said."""
    ended = {8: "clae_cla_episode_ceased_date", 7: "cppl_cp_plan_end_date", 6: "cine_close_date"}
    columns = ["pers_person_id", "invo_professional_id", "invo_professional_team", WHO, AT]
    rows = together(where(told[n], ~is_given(told[n], end)).select(columns) for n, end in ended.items())
    rows = where(rows, is_given(rows, "invo_professional_id") | is_given(rows, "invo_professional_team"))
    rows = first_of_each(rows)
    return select(
        rows,
        "invo_professional_id",
        "invo_professional_team",
        invo_involvements_id=_about("allocation", rows),
        invo_professional_role_id=always("Allocated social worker", rows),
        invo_person_id="pers_person_id",
    )


def _named(told: _Told, columns: Mapping[int, str], id_: str, called: str) -> pa.Table:
    """Annex A names teams and workers and gives no ids: the name is the id. A row a name, from where it is first said."""
    rows = together(
        told[n].select([column, WHO, AT]).rename_columns([id_, WHO, AT]) for n, column in columns.items()
    )
    names = rows.column(id_).combine_chunks().indices
    first = first_row(
        names.fill_null(0).to_numpy().astype(np.int64), names.is_valid().to_numpy(zero_copy_only=False)
    )
    rows = rows.take(pa.array(first[first >= 0]))
    return rows.append_column(called, rows.column(id_))


def not_held(lists: Mapping[int, pa.Table]) -> dict[str, str]:
    """The tables these lists cannot fill, and why."""
    reasons: dict[str, str] = {}
    for name in record_tables():
        if name not in FROM_LISTS:
            reasons[name] = "Annex A does not hold it"
        elif not any(number in lists for number in FROM_LISTS[name][0]):
            missing = " or ".join(f"list {number}" for number in FROM_LISTS[name][0])
            reasons[name] = f"no usable {missing} in the workbook"
    return reasons


def _empty(list_no: int) -> pa.Table:
    types = {name: ARROW_TYPES[kind] for name, kind in fields_of(list_no)}
    columns = [(name, CODED if pa.types.is_string(kind) else kind) for name, kind in types.items()]
    return pa.schema([*columns, *ORIGIN]).empty_table()
