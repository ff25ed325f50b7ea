from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="strategy_agency_missing",
    name="Strategy discussion without a needed agency",
    area="child_protection",
    question="Was a strategy discussion held without the police, health, or the agency that referred, and none since with all of them?",
    whom="Children about whom a strategy discussion is recorded",
    state=Happened(
        (On("strategy_discussion", detail=("no_police", "no_health", "no_referrer")),),
        window=months(3),
        cleared_by=(On("strategy_discussion", detail=("quorate",)),),
    ),
    since_when="the day of the discussion, for three months",
    words="The strategy discussion on {last} was held without an agency that should have been there.",
    why_it_matters="What one agency knows can be what makes a child safe; a discussion without it plans from half the picture.",
    blind_to="Views sent in writing; whether the agency was asked.",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "a strategy discussion has social care, the police, health and the referring agency",
        ),
        Cite(
            "bury_2021",
            "paragraph 4",
            "inspectors found strategy meetings that missed the actions and the multi-agency response needed",
        ),
    ),
    cases="""
        strategy_discussion | as_at || since | why
        2024-01-10:~no_police | 2024-01-10 || 2024-01-10 | up from the day
        2024-01-10:~no_police | 2024-01-09 || - | not held yet
        2024-01-10:~quorate | 2024-01-20 || - | all were there
        2024-01-10:~no_health | 2024-01-20 || 2024-01-10 | without health
        2024-01-10:~no_referrer | 2024-01-20 || 2024-01-10 | without the agency that referred
        2024-01-10 | 2024-01-20 || - | nothing is known of who was there
        2024-01-10:~no_police, 2024-01-15:~quorate | 2024-01-14 || 2024-01-10 | up until all have met
        2024-01-10:~no_police, 2024-01-15:~quorate | 2024-01-15 || - | all have met
        2024-01-10:~no_police, 2024-01-15 | 2024-01-20 || 2024-01-10 | a second one of which nothing is known answers nothing
        2024-01-10:~no_police | 2024-04-09 || 2024-01-10 | for three months
        2024-01-10:~no_police | 2024-04-10 || - | and no longer
    """,
)
