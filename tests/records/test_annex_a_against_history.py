"""One invented history sent twice, as Annex A and as the dataset: Annex A may say less, never anything else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from undrift.records import read
from undrift.synthetic.files import make

AS_AT = date(2026, 9, 30)

# What both can say of each table.
SAID_BY_BOTH = {
    "ssd_person": "pers_person_id, pers_dob, pers_gender, pers_sex, pers_ethnicity",
    "ssd_contacts": "cont_person_id, cont_contact_date, cont_contact_source_code",
    "ssd_early_help_episodes": "earl_person_id, earl_episode_start_date, earl_episode_end_date",
    "ssd_cin_episodes": "cine_person_id, cine_referral_date",
    "ssd_cin_assessments": "cina_person_id, cina_assessment_start_date, cina_assessment_auth_date, cina_assessment_outcome_nfa",
    "ssd_s47_enquiry": "s47e_person_id, s47e_s47_start_date, s47e_s47_nfa",
    "ssd_initial_cp_conference": "icpc_person_id, icpc_icpc_date, icpc_icpc_outcome_cp_flag",
    "ssd_cp_plans": "cppl_person_id, cppl_cp_plan_start_date, cppl_cp_plan_end_date, cppl_cp_plan_initial_category",
    "ssd_cp_visits": "cppv_person_id, cppv_cp_visit_date, cppv_cp_visit_seen",
    "ssd_cp_reviews": "cppr_person_id, cppr_cp_review_date",
    "ssd_cla_episodes": "clae_person_id, clae_entered_care_date, clae_cla_episode_start_date, clae_cla_episode_ceased_date",
    "ssd_cla_placement": "clap_person_id, clap_cla_placement_start_date, clap_cla_placement_type, clap_cla_placement_end_date",
    "ssd_legal_status": "lega_person_id, lega_legal_status, lega_legal_status_start_date",
    "ssd_cla_visits": "clav_person_id, clav_cla_visit_date",
    "ssd_care_leavers": "clea_person_id, clea_care_leaver_eligibility, clea_care_leaver_in_touch, clea_care_leaver_activity",
    "ssd_permanence": "perm_person_id, perm_adm_decision_date, perm_matched_date, perm_permanence_order_date",
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    out: Path = tmp_path_factory.mktemp("irwell")
    make(out, as_at=AS_AT, scale=0.03)
    con = duckdb.connect(":memory:")
    for schema, path in (("annex", next(out.glob("*.xlsx"))), ("dataset", out / "ssd")):
        reading = read([path], AS_AT)
        assert reading.issues == ()
        con.execute(f"CREATE SCHEMA {schema}")
        for name, table in reading.tables.items():
            con.register("arriving", table)
            con.execute(f"CREATE TABLE {schema}.{name} AS FROM arriving")
    yield con
    con.close()


@pytest.mark.parametrize("table", SAID_BY_BOTH)
def test_annex_a_says_nothing_that_the_history_does_not(both: duckdb.DuckDBPyConnection, table: str) -> None:
    columns = SAID_BY_BOTH[table]
    annex, other = both.execute(
        f"""SELECT (SELECT count(*) FROM annex.{table}),
                   (SELECT count(*) FROM (SELECT {columns} FROM annex.{table}
                                          EXCEPT ALL SELECT {columns} FROM dataset.{table}))"""
    ).fetchone() or (0, 0)
    assert annex > 0 or table == "ssd_permanence"  # adoptions are few in a small authority
    assert other == 0


def test_an_assessment_is_tied_to_its_own_referral_or_to_none(both: duckdb.DuckDBPyConnection) -> None:
    tied, wrong = both.execute(
        """SELECT count(*), count(*) FILTER (WHERE ours.cine_referral_date <> theirs.cine_referral_date)
           FROM annex.ssd_cin_assessments AS a
           JOIN dataset.ssd_cin_assessments AS d
             ON a.cina_person_id = d.cina_person_id AND a.cina_assessment_start_date = d.cina_assessment_start_date
           JOIN annex.ssd_cin_episodes AS ours ON ours.cine_referral_id = a.cina_referral_id
           JOIN dataset.ssd_cin_episodes AS theirs ON theirs.cine_referral_id = d.cina_referral_id"""
    ).fetchone() or (0, 0)
    assert tied > 0
    assert wrong == 0
