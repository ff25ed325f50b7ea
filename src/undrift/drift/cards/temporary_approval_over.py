from undrift.drift.definition import Either, Lasting, Open, Pattern
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="temporary_approval_over",
    name="Temporary approval of a connected carer past its limit",
    area="looked_after",
    question="Is the child with a connected carer whose temporary approval has run past sixteen weeks, or twenty-four where it was extended?",
    whom="Children with a connected carer approved for the time being",
    state=Either(
        (
            Lasting(Open(("temporary_approval",), ("not_extended",)), weeks(16)),
            Lasting(Open(("temporary_approval",)), weeks(24)),
        )
    ),
    since_when="sixteen weeks after the approval, or twenty-four where extended",
    words="The carer was approved for the time being on {first}; the time allowed is past and no full approval is recorded.",
    why_it_matters="Past its limit the placement has no lawful footing, and the carer none of the support that approval brings.",
    blind_to="An approval given and not yet recorded; and the twenty-four weeks that temporary approval had from April to September 2020.",
    cites=(
        Cite(
            "care_planning_regs",
            "regulations 24 and 25",
            "temporary approval lasts sixteen weeks, and may be extended once by eight",
        ),
        Cite(
            "bury_2021",
            "paragraph 12",
            "inspectors found children in unsuitable placements with extended family",
        ),
    ),
    version=2,
    cases="""
        temporary_approval | as_at || since | why
        2024-01-10.. not_extended | 2024-05-01 || 2024-05-01 | sixteen weeks
        2024-01-10.. not_extended | 2024-04-30 || - | a day short
        2024-01-10.. extended | 2024-05-10 || - | extended: eight weeks more
        2024-01-10.. extended | 2024-06-26 || 2024-06-26 | twenty-four weeks
        2024-01-10.. extended | 2024-06-25 || - | a day short of them
        2024-01-10.. | 2024-06-26 || 2024-06-26 | not said whether extended: over by either
        2024-01-10.. | 2024-06-25 || - | not said, and within the longer
        2024-01-10..2024-05-20 not_extended | 2024-05-20 || - | approved, or moved
        2024-01-10..2024-04-20 not_extended, 2024-04-20.. not_extended | 2024-05-01 || - | another carer, and sixteen weeks of their own
    """,
)
