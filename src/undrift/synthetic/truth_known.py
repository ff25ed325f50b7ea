"""Every child's life as the rules of drift ask about it, and what more than one of their areas reads.

Plain Python, and nothing shared with the rooms that find the same children: no journey, no card, no query.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from undrift.synthetic.tables import Row
from undrift.synthetic.truth import care_periods, reviews_held, text
from undrift.synthetic.truth_lives import (
    Days,
    Lives,
    Time,
    months_on,
)

MONTHS_6, MONTHS_12 = months_on(6), months_on(12)
PLANNED = re.compile(
    r'"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)": "Y"'
)
TOO_MANY, FAR, THIRTEEN_WEEKS = 20, 20, 91


def said(column: str, *values: str) -> Callable[[Row], bool]:
    """The column holds one of these."""
    return lambda row: row[column] in values


@dataclass(frozen=True)
class Known(Lives):
    """Every child's life as the rules ask about it; each part worked out once."""

    @cached_property
    def contacts(self) -> Days:
        return self.dates("ssd_contacts", "cont_person_id", "cont_contact_date")

    @cached_property
    def assessed(self) -> Days:
        return self.dates("ssd_cin_assessments", "cina_person_id", "cina_assessment_start_date")

    @cached_property
    def authorised(self) -> Days:
        return self.dates("ssd_cin_assessments", "cina_person_id", "cina_assessment_auth_date")

    @cached_property
    def need(self) -> list[Time]:
        return self.times(
            "ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"
        )

    @cached_property
    def protection(self) -> list[Time]:
        return self.times(
            "ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"
        )

    @cached_property
    def enquiries(self) -> list[Time]:
        return self.times("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date", "s47e_s47_end_date",
                          label="s47e_s47_nfa", childhood=False)  # fmt: skip

    @cached_property
    def in_care(self) -> list[Time]:
        born, died = self.people
        periods = (Time(one.child_id, one.entered, one.left or date.max) for one in care_periods(self.tables))
        return [self.lived(time, born, died, childhood=True) for time in periods]

    @cached_property
    def helped(self) -> list[Time]:
        return [*self.need, *self.protection, *self.in_care]

    @cached_property
    def before_court(self) -> list[Time]:
        return self.times("ssd_pre_proceedings", "prep_person_id", "prep_pre_pro_decision_date",
                          "prep_agree_stepdown_issue_date", childhood=False)  # fmt: skip

    @cached_property
    def held(self) -> list[Time]:
        return self.times("ssd_involvements", "invo_person_id", "invo_involvement_start_date", "invo_involvement_end_date",
                          label="invo_professional_id", childhood=False,
                          wanted=said("invo_professional_role_id", "Allocated social worker"))  # fmt: skip

    @cached_property
    def carer_of(self) -> dict[object, str]:
        return {row["plmo_placement_id"]: text(row, "plmo_carer_id") for row in self.tables["local_placement_moves"]
                if row["plmo_carer_id"]}  # fmt: skip

    def placements(self, wanted: Callable[[Row], bool] = bool) -> list[Time]:
        return self.times("ssd_cla_placement", "clap_person_id", "clap_cla_placement_start_date",
                          "clap_cla_placement_end_date", label="clap_cla_placement_id", wanted=wanted)  # fmt: skip

    @cached_property
    def carers(self) -> list[Time]:
        return [time._replace(label=self.carer_of[time.label]) for time in self.placements()
                if time.label in self.carer_of]  # fmt: skip


def referrals(k: Known) -> list[Time]:
    return k.times("ssd_cin_episodes", "cine_person_id", "cine_referral_date", "cine_close_date",
                   label="cine_cin_primary_need_code", childhood=False)  # fmt: skip


def together(many: Iterable[Days]) -> Days:
    found: Days = defaultdict(list)
    for one in many:
        for child, on in one.items():
            found[child] += on
    return {child: sorted(on) for child, on in found.items()}


def days_reviewed(k: Known) -> Days:
    """The days of looked-after reviews held, by child."""
    child_of = {period.id: period.child_id for period in care_periods(k.tables)}
    found: Days = defaultdict(list)
    for number, on in reviews_held(k.tables).items():
        if number in child_of:
            found[child_of[number]] += on
    return found


def plans_seen(k: Known) -> Days:
    return k.dates("ssd_care_leavers", "clea_person_id", "clea_pathway_plan_review_date")
