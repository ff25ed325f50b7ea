"""Families in pre-proceedings: some child protection plans that have not worked go to the letter before court."""

import random
from datetime import date, timedelta

from undrift.synthetic.days import working_days
from undrift.synthetic.story import planted
from undrift.synthetic.tables import COLUMNS, Row, Tables

TABLE = "ssd_pre_proceedings"
LIMIT = timedelta(weeks=16)
OUTCOMES = ("Step down to child protection plan", "Family arrangement agreed", "Application issued")


def add_preproceedings(tables: Tables, rng: random.Random) -> None:
    """Add rows to `tables`: a share of child protection plans, each decided four to nine months in.

    Whether the sixteen weeks are kept is planted by month and team; a family's children go in together.
    """
    team_of = _teams(tables)
    family_rows: dict[tuple[date, date], Row] = {}
    for row in tables["ssd_cp_plans"]:
        child, start = str(row["cppl_person_id"]), row["cppl_cp_plan_start_date"]
        assert isinstance(start, date)
        decided = working_days().on_or_after(start + timedelta(days=rng.randint(120, 270)))
        chosen, length, over = rng.random() < 0.22, rng.randint(35, 112), rng.choice((3, 10, 25, 45, 80, 130))
        late = rng.random() >= planted("preproceedings_16w", team_of.get(child, ""), decided)
        end = row["cppl_cp_plan_end_date"]
        if not chosen or (isinstance(end, date) and end <= decided):
            continue
        family = family_rows.get((start, decided))
        if family is None:
            days = LIMIT.days + over if late else length
            ended = working_days().on_or_before(decided + timedelta(days=days))
            if late and ended <= decided + LIMIT:
                ended = working_days().on_or_after(decided + LIMIT + timedelta(days=1))
            family = {
                "id": f"PL{len(family_rows) + 1:05d}",
                "decided": decided,
                "ended": ended,
                "outcome": rng.choice(OUTCOMES),
            }
            family_rows[(start, decided)] = family
        made: Row = dict.fromkeys(COLUMNS[TABLE])
        made |= {
            "prep_table_id": f"PP{child[3:]}{decided:%y%m}",
            "prep_person_id": child,
            "prep_plo_family_id": family["id"],
            "prep_pre_pro_decision_date": family["decided"],
            "prep_pre_pro_letter_date": working_days().add(decided, 4),
            "prep_initial_pre_pro_meeting_date": working_days().add(decided, 9),
            "prep_agree_stepdown_issue_date": family["ended"],
            "prep_pre_pro_outcome": family["outcome"],
        }
        tables[TABLE].append(made)


def _teams(tables: Tables) -> dict[str, str]:
    """The last safeguarding team to hold each child."""
    return {
        str(row["invo_person_id"]): str(row["invo_professional_team"])
        for row in tables["ssd_involvements"]
        if row["invo_professional_team"] in ("SA", "SB", "SC", "DC")
    }
