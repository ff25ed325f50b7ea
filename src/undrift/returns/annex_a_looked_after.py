"""Children in care, care leavers, adoption and adopters from Annex A's lists 8 to 11."""

import json

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.annex_a_numbered import Told, fields_of, row_id
from undrift.returns.columns import (
    WHO,
    always,
    day_key,
    each,
    found_in,
    hung,
    is_given,
    least,
    select,
    take,
    together,
    where,
)

# The care plans of the dataset's JSON, and whether each is the child's.
_CARE_PLANS = (
    "REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV", "ADOPTION", "OTHERPLN",
)  # fmt: skip


def _care_plan(code: str) -> str:
    return json.dumps({flag: "Y" if flag == code else "N" for flag in _CARE_PLANS}, separators=(",", ":"))


def care_tables(told: Told) -> dict[str, pa.Table]:
    """Periods of care and all that list 8 says of them, by table."""
    rows = told[8]
    made = row_id(8, rows, "clae_entered_care_date")
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


def after_care_tables(told: Told) -> dict[str, pa.Table]:
    """Care leavers, adoption, families and adopters (lists 9 to 11), by table."""
    leaving, adoption, adopters = told[9], told[10], told[11]
    dates = [name for name, _ in fields_of(10) if name.startswith("perm_")]
    ordered = pa.array(is_given(adoption, "perm_permanence_order_date"))
    # The period of care that the child was in: the one that began that day.
    care = told[8]
    periods = least(day_key(care, "clae_entered_care_date"), row_id(8, care, "clae_entered_care_date"))
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
            clea_table_id=row_id(9, leaving, None),
            clea_person_id="pers_person_id",
        ),
        "ssd_permanence": select(
            adoption,
            *dates,
            perm_table_id=row_id(10, adoption, "perm_adm_decision_date"),
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
