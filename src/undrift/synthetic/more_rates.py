"""The rest of the story: what was planted in the records no national return holds, and in health, education and court.

Each is a `Rate` as in `story`. `plants` names the clocks, patterns and measures that ought to find it.
"""

from undrift.synthetic.course import Points, Rate, course, level

# Dentists shut in the spring of 2020, for everybody at once: a dip that is nobody's practice. By the month of the
# check before, so what fell due from April 2020 is what was last done from April 2019.
DENTISTS_SHUT: Points = (
    ("2018-10", 0.90),
    ("2019-02", 0.90),
    ("2019-04", 0.22),
    ("2020-03", 0.30),
    ("2020-12", 0.66),
    ("2022-06", 0.86),
)


def by_team(good: float, bad: float, ash: float, beech: float, cedar: float) -> dict[str, Points]:
    """The three safeguarding teams part ways after March 2023."""
    return {
        "SA": course(good, bad, ash),
        "SB": course(good, bad, beech),
        "SC": course(good, bad - 0.02, cedar),
    }


def in_care(good: float, bad: float, one: float, two: float) -> dict[str, Points]:
    return {"C1": course(good, bad, one), "C2": course(good, bad - 0.02, two)}


FRONT_DOOR = (
    Rate("manager_named", "contact decisions with the manager's name", course(0.97, 0.80, 0.94),
         plants=("pattern:decision_without_manager",)),
    Rate("strategy_1wd", "strategy discussions within one working day of the concern", course(0.93, 0.74, 0.86),
         by_team(0.93, 0.74, 0.93, 0.86, 0.76), ("clock:strategy_discussion",)),
    Rate("strategy_agencies", "strategy discussions with police and health both present", course(0.92, 0.66, 0.84),
         by_team(0.92, 0.66, 0.94, 0.84, 0.68), ("pattern:strategy_agency_missing",)),
    Rate("s47_same_day", "enquiries that start on the day of the strategy discussion", course(0.98, 0.93, 0.97),
         plants=("clock:s47_start",)),
    Rate("s47_15wd", "enquiries needing no conference finished within 15 working days", course(0.93, 0.74, 0.88),
         by_team(0.93, 0.74, 0.94, 0.88, 0.76), ("clock:s47_completion",)),
    Rate("assessment_review", "assessments with a manager's review point within 10 working days",
         course(0.80, 0.50, 0.70), {"AB": course(0.80, 0.50, 0.88), "AM": course(0.80, 0.48, 0.54)},
         ("clock:assessment_review_point",)),
    Rate("child_seen_10wd", "children seen within 10 working days of the assessment's start", course(0.88, 0.70, 0.82),
         {"AB": course(0.88, 0.70, 0.91), "AM": course(0.88, 0.68, 0.72)}, ("clock:assessment_child_seen",)),
    Rate("child_seen", "assessments in which the child was seen", level(0.945),
         {"AB": level(0.97), "AM": level(0.92), "SA": level(0.985), "SB": level(0.95), "SC": level(0.90), "DC": level(0.955)},
         ("measure:assessment_child_seen_pct",)),
    Rate("reversal_6m", "children back within six months of an assessment ended outright with no further action",
         course(0.12, 0.19, 0.18), {"AB": course(0.10, 0.16, 0.14), "AM": course(0.12, 0.26, 0.23)},
         ("decision:assessment_nfa",)),
    Rate("early_help_45wd", "early help assessments finished within 45 working days", course(0.84, 0.70, 0.83),
         plants=("clock:early_help_assessment",)),
)  # fmt: skip

HELP = (
    Rate("core_group_first", "first core groups within 10 working days", course(0.90, 0.70, 0.84),
         by_team(0.90, 0.70, 0.94, 0.84, 0.71), ("clock:core_group_first",)),
    Rate("core_group_next", "later core groups within four weeks of the last", course(0.86, 0.62, 0.79),
         by_team(0.86, 0.62, 0.90, 0.79, 0.63), ("clock:core_group_next",)),
    Rate("cin_review", "child in need reviews within three months of the last", course(0.85, 0.56, 0.75),
         by_team(0.85, 0.56, 0.89, 0.76, 0.58) | {"DC": course(0.86, 0.74, 0.82)}, ("clock:cin_plan_review",)),
)  # fmt: skip

COURT = (
    Rate("plo_letter", "letters before proceedings within five working days of the decision",
         course(0.88, 0.60, 0.80), by_team(0.88, 0.60, 0.92, 0.80, 0.62), ("clock:preproceedings_letter",)),
    Rate("plo_meeting", "first meetings within seven days of the letter", course(0.82, 0.58, 0.76),
         by_team(0.82, 0.58, 0.88, 0.76, 0.60), ("clock:preproceedings_meeting",)),
    Rate("plo_review", "reviews within eight weeks of the first meeting", course(0.80, 0.44, 0.70),
         by_team(0.80, 0.44, 0.86, 0.70, 0.46), ("clock:preproceedings_review", "pattern:preproceedings_extended_unreviewed")),
    Rate("proceedings_26w", "care proceedings over within 26 weeks", course(0.44, 0.24, 0.38),
         plants=("clock:care_proceedings_26w", "measure:care_proceedings_weeks",)),
    Rate("hearing_18wd", "case management hearings by the eighteenth working day", course(0.90, 0.78, 0.88),
         plants=("clock:plo_case_management_hearing",)),
)  # fmt: skip

CARE = (
    Rate("iha_20wd", "initial health assessments within 20 working days", course(0.62, 0.34, 0.58),
         in_care(0.62, 0.36, 0.70, 0.44), ("clock:iha_20wd",)),
    Rate("rha", "review health assessments in time", course(0.92, 0.80, 0.91), in_care(0.92, 0.80, 0.94, 0.87),
         ("clock:rha_under5", "measure:cla_health_assessment_pct", "clock:rha_5plus")),
    Rate("dental_12m", "dental checks within twelve months of the last", DENTISTS_SHUT, plants=("clock:dental_12m", "measure:cla_dental_pct",)),
    Rate("immunised", "children in care whose immunisations are up to date", course(0.92, 0.86, 0.90),
         plants=("measure:cla_immunisations_pct",)),
    Rate("sdq_12m", "questionnaires within twelve months of the last", course(0.86, 0.70, 0.82),
         in_care(0.86, 0.70, 0.88, 0.76), ("clock:sdq_12m", "measure:cla_sdq_returned_pct",)),
    Rate("pep_10wd", "personal education plans begun within 10 working days", course(0.88, 0.66, 0.84),
         in_care(0.88, 0.66, 0.92, 0.76), ("clock:pep_10wd",)),
    Rate("pep_termly", "terms of care with a personal education plan reviewed", course(0.93, 0.78, 0.92),
         in_care(0.93, 0.78, 0.96, 0.87), ("clock:pep_review_termly",)),
    Rate("placement_plan", "placement plans within five working days", course(0.82, 0.60, 0.76),
         in_care(0.82, 0.60, 0.86, 0.66), ("clock:placement_plan",)),
    Rate("iro_5wd", "reviewing officers named within five working days", course(0.90, 0.74, 0.88),
         in_care(0.90, 0.74, 0.92, 0.84), ("clock:iro_appointed",)),
    Rate("reg24_16w", "connected carers fully approved within 16 weeks", course(0.80, 0.48, 0.70),
         in_care(0.80, 0.48, 0.82, 0.57), ("clock:reg24_16_weeks", "pattern:temporary_approval_over")),
    Rate("ltf_match_6m", "long-term fostering matched within six months of the plan", course(0.66, 0.36, 0.52),
         in_care(0.66, 0.38, 0.68, 0.38), ("clock:ltf_match", "pattern:permanence_not_achieved_long_term_fostering")),
    Rate("together", "brothers and sisters in care at once who start in one placement", course(0.74, 0.56, 0.68),
         in_care(0.74, 0.58, 0.76, 0.60), ("pattern:siblings_apart",)),
    Rate("rhi_72h", "return interviews held within three days of those accepted", course(0.82, 0.52, 0.74),
         in_care(0.82, 0.54, 0.86, 0.62) | {"SC": course(0.80, 0.46, 0.52)}, ("clock:rhi_72h",)),
    Rate("in_touch_8w", "care leavers in contact in the last eight weeks", course(0.86, 0.74, 0.86),
         in_care(0.86, 0.74, 0.92, 0.80), ("clock:in_touch_8w", "pattern:care_leaver_not_in_touch",)),
    Rate("pathway_6m", "pathway plans reviewed in the last six months", course(0.84, 0.62, 0.80),
         in_care(0.84, 0.62, 0.90, 0.70), ("clock:pathway_plan_review", "measure:pathway_plan_up_to_date_pct",)),
)  # fmt: skip

PEOPLE = (
    Rate("supervision", "supervision within a month of the last", course(0.86, 0.52, 0.78),
         by_team(0.86, 0.52, 0.93, 0.80, 0.56) | {"AM": course(0.86, 0.52, 0.64), "C1": course(0.88, 0.60, 0.90)},
         ("clock:supervision_monthly", "measure:supervision_monthly_pct",)),
    Rate("case_supervision", "children discussed in supervision within a month of the last time",
         course(0.70, 0.40, 0.62), by_team(0.70, 0.40, 0.80, 0.64, 0.42), ("clock:case_supervision", "measure:case_supervision_pct",)),
    Rate("oversight", "a manager's entry within eight weeks of the last", course(0.84, 0.56, 0.76),
         by_team(0.84, 0.56, 0.90, 0.77, 0.58), ("clock:management_oversight", "pattern:no_management_oversight")),
    Rate("turnover", "permanent social workers who leave in a year", course(0.12, 0.24, 0.15),
         {"SA": course(0.12, 0.24, 0.11), "SC": course(0.13, 0.30, 0.25)}, ("measure:sw_turnover_pct",)),
    Rate("agency", "posts held by agency workers", course(0.14, 0.32, 0.24),
         {"SA": course(0.14, 0.32, 0.15), "SC": course(0.14, 0.36, 0.36)}, ("measure:sw_agency_pct",)),
    Rate("sickness", "working days lost to sickness", course(0.030, 0.052, 0.034), plants=("measure:sw_absence_pct",)),
    Rate("trained_mi", "workers in post trained in motivational interviewing",
         (("2018-10", 0.05), ("2022-09", 0.05), ("2024-06", 0.55), ("2026-09", 0.82)),
         {"SC": (("2018-10", 0.05), ("2022-09", 0.05), ("2024-06", 0.30), ("2026-09", 0.44))},
         ("measure:training_motivational_interviewing_pct",)),
    Rate("trained_permanence", "workers in post trained in permanence",
         (("2018-10", 0.10), ("2023-03", 0.12), ("2025-03", 0.60), ("2026-09", 0.74)),
         {"C2": (("2018-10", 0.10), ("2023-03", 0.12), ("2025-03", 0.26), ("2026-09", 0.33))},
         ("measure:training_permanence_pct",)),
)  # fmt: skip

SEND = (
    Rate("ehc_6w", "decisions whether to assess within six weeks", course(0.95, 0.84, 0.93),
         plants=("clock:ehc_decision_6w", "measure:ehcp_request_6w_pct",)),
    Rate("ehc_20w", "plans issued within twenty weeks, exceptions apart",
         (("2018-10", 0.86), ("2021-09", 0.82), ("2022-06", 0.48), ("2023-12", 0.44), ("2025-06", 0.72), ("2026-06", 0.80)),
         plants=("clock:ehc_plan_20w", "measure:ehcp_20w_excl_pct",)),
    Rate("ehc_16w", "decisions not to issue a plan within sixteen weeks", course(0.80, 0.58, 0.74),
         plants=("clock:ehc_no_plan_16w", "measure:ehcp_not_issued_16w_pct",)),
    Rate("ehc_review_12m", "plans reviewed within twelve months of the last review", course(0.88, 0.72, 0.85),
         plants=("clock:ehc_annual_review_12m", "pattern:annual_review_overdue")),
    Rate("ehc_decision_4w", "review decisions sent within four weeks of the meeting, of children not disabled",
         (("2018-10", 0.56), ("2021-06", 0.38), ("2024-12", 0.50), ("2026-06", 0.64)),
         plants=("clock:ehc_review_decision_4w", "measure:ehcp_review_decision_4w_pct",)),
)  # fmt: skip

MORE_RATES: tuple[Rate, ...] = (*FRONT_DOOR, *HELP, *COURT, *CARE, *PEOPLE, *SEND)
