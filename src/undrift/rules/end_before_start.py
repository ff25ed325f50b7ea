"""Nothing ends before it starts."""

from collections.abc import Iterator
from datetime import date

from undrift.rules.rule import CheckResult, Rule, Tables

PAIRS = (
    ("ssd_person", "pers_dob", "pers_death_date"),
    ("ssd_early_help_episodes", "earl_episode_start_date", "earl_episode_end_date"),
    ("ssd_cin_episodes", "cine_referral_date", "cine_close_date"),
    ("ssd_cin_assessments", "cina_assessment_start_date", "cina_assessment_auth_date"),
    ("ssd_cin_plans", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
    ("ssd_s47_enquiry", "s47e_s47_start_date", "s47e_s47_end_date"),
    ("ssd_cp_plans", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ("ssd_legal_status", "lega_legal_status_start_date", "lega_legal_status_end_date"),
    ("ssd_cla_episodes", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
    ("ssd_cla_episodes", "clae_entered_care_date", "clae_cla_episode_ceased_date"),
    ("ssd_cla_placement", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
    ("ssd_cla_care_plan", "lacp_cla_care_plan_start_date", "lacp_cla_care_plan_end_date"),
    ("ssd_missing", "miss_missing_episode_start_date", "miss_missing_episode_end_date"),
    ("ssd_involvements", "invo_involvement_start_date", "invo_involvement_end_date"),
    ("ssd_immigration_status", "immi_immigration_status_start_date", "immi_immigration_status_end_date"),
)


def _check(rule: Rule, tables: Tables, as_at: date) -> Iterator[CheckResult]:
    for table, start, end in PAIRS:
        about = f"{table}.{end}"
        if table not in tables.held:
            yield rule.could_not_run(table, about, f"{table} is not held")
            continue
        places = tables.places(table, f"WHERE {end} < {start}")
        yield rule.result(
            table,
            about,
            places,
            "The end is before the start; clocks that need both will say cannot tell.",
            "Put right whichever of the two dates is wrong.",
        )


RULE = Rule("end_before_start", "Nothing ends before it starts.", _check)
