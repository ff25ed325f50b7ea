"""Which measures can watch a sentence of the report: rules a person can read, argue with and change.

A rule fires on words in the sentence. It says which theme of practice the words belong to, which measures watch
that theme, and why. An area's theme is the rule whose words come first: inspectors name the subject, then the reason.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Rule:
    """words: any of these (a regular expression, case ignored) fires it. watches: (measure id, what it tells)."""

    theme: str
    words: str
    watches: tuple[tuple[str, str], ...]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "front_door",
        r"front door|contacts?\b|referr|threshold|multi-agency safeguarding hub|\bMASH\b",
        (
            ("contacts_decided_1wd_pct", "says whether each contact is decided on within one working day"),
            ("rereferrals_12m_pct", "says how many children had to be referred again before help held"),
            ("contacts_no_assessment", "counts the children about whom contacts keep coming and nobody has assessed"),
        ),
    ),
    Rule(
        "enquiries",
        r"strategy (?:discussion|meeting)|child protection (?:enquir|investigation)|section 47|initial (?:child protection )?conference",
        (("icpc_15wd_pct", "says whether the conference follows the strategy discussion within 15 working days"),),
    ),
    Rule(
        "caseloads",
        r"caseload|workload",
        (("sw_caseload", "says how many children each social worker holds"),),
    ),
    Rule(
        "assessments",
        r"assessments?\b",
        (
            ("assessments_45wd_pct", "says whether assessments are finished within 45 working days"),
            ("assessment_stale", "counts the children whose assessment was not renewed after something happened"),
        ),
    ),
    Rule(
        "planning",
        r"plans? and planning|planning for (?:children|permanence)|quality of (?:children.s )?plans|child in need plans?"
        r"|child protection plans?|care plans?|permanen|core groups?",
        (
            ("cpp_reviews_in_time_pct", "says whether child protection plans are reviewed on time"),
            ("cpp_visits_in_time_pct", "says whether children on child protection plans are visited on time"),
            ("cla_reviews_in_time_pct", "says whether children in care have their reviews on time"),
            ("cla_visits_in_time_pct", "says whether children in care are visited on time"),
            ("cla_no_permanence_plan", "counts the children in care past their second review with no plan to stay"),
        ),
    ),
    Rule(
        "pre_proceedings",
        r"pre-?\s?proceedings|public law outline",
        (("preproceedings_16w_pct", "says whether pre-proceedings end within sixteen weeks"),),
    ),
    Rule(
        "supervision",
        r"supervision|management (?:oversight|challenge|grip)|managers. oversight",
        (
            ("case_supervision_pct", "says whether each child's case was discussed in supervision on time"),
            ("assessment_stale", "counts the children for whom something happened and nobody looked again"),
        ),
    ),
    Rule(
        "workforce",
        r"workforce|recruitment|retention|turnover|agency (?:staff|social|worker)|changes? (?:of|in) (?:social )?worker"
        r"|new social worker",
        (
            ("cla_3plus_social_workers_pct", "says how many children in care had three or more social workers in a year"),
            ("sw_caseload", "says how many children each social worker holds, which is why many leave"),
        ),
    ),
    Rule(
        "leadership",
        r"senior (?:leader|manage|team)|leadership|director of children",
        (("leadership_posts_permanent", "says whether the senior posts are held by somebody permanent"),),
    ),
)  # fmt: skip


def suggest(text: str) -> list[tuple[str, str]]:
    """(measure id, why) for a sentence, in the order of the words that called for them; nothing twice."""
    found: dict[str, str] = {}
    for _, words, rule in _fired(text):
        for measure_id, tells in rule.watches:
            found.setdefault(measure_id, f"The sentence speaks of “{words}”; this {tells}.")
    return list(found.items())


def theme(text: str) -> str:
    """The theme of practice a sentence is about: the earliest rule to fire, or "other"."""
    fired = _fired(text)
    return fired[0][2].theme if fired else "other"


def themes(text: str) -> set[str]:
    """Every theme a longer passage touches, for tying numbered findings to areas."""
    return {rule.theme for _, _, rule in _fired(text)}


def _fired(text: str) -> list[tuple[int, str, Rule]]:
    hits = [
        (m.start(), m.group(0), rule) for rule in RULES if (m := re.search(rule.words, text, re.IGNORECASE))
    ]
    return sorted(hits, key=lambda hit: hit[0])
