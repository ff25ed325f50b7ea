from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="icpc_15wd",
    name="Initial child protection conference within 15 working days",
    area="child_protection",
    question="Was the initial conference held within 15 working days of the strategy discussion that began the enquiry?",
    starts=Opens("s47"),
    stops="icpc",
    limit=working_days(15),
    outlives_spell=True,
    not_applicable=When(("no_conference",), "the enquiry found that no conference was needed", at_end=True),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "the conference is held within 15 working days of the strategy discussion at which the enquiry was begun",
        ),
        Cite(
            "lait",
            "measure 218",
            "counts conferences held within 15 working days of the start of the enquiry",
        ),
    ),
    note=(
        "With several strategy discussions the clock runs from the one that began the enquiry. An enquiry left open "
        "with no conference, and not marked as needing none, shows as overdue. Conferences for children who moved in "
        "on another authority's plan have no enquiry here and are not timed."
    ),
    cases="""
        s47 | icpc | as_at || due | reading | why
        2024-05-01.. | 2024-05-23 | 2024-07-01 || 2024-05-23 | met | held on the 15th working day, a bank holiday between
        2024-05-01.. | 2024-05-24 | 2024-07-01 || 2024-05-23 | late | one working day over
        2024-05-01.. |  | 2024-05-15 || 2024-05-23 | running | six working days left
        2024-05-01.. |  | 2024-05-16 || 2024-05-23 | due_soon | five working days left
        2024-05-01.. |  | 2024-05-24 || 2024-05-23 | overdue | still no conference a day past the limit
        2024-05-01..2024-05-10 no_conference |  | 2024-07-01 || 2024-05-23 | not_applicable | the enquiry found no conference was needed
        2024-05-01..2024-05-10 no_conference |  | 2024-05-09 || 2024-05-23 | running | on that day the enquiry had not yet found it
        2024-05-01..2024-05-10 no_conference |  | 2024-05-10 || 2024-05-23 | not_applicable | found on the day the enquiry ended
        2024-05-01..2024-05-15 | 2024-05-22 | 2024-07-01 || 2024-05-23 | met | the conference follows the end of the enquiry
        2024-05-01..2024-05-15 |  | 2024-07-01 || 2024-05-23 | overdue | enquiry ended, no conference, and nothing says none was needed
        2024-05-01.. | 2024-04-30 | 2024-07-01 || 2024-05-23 | cannot_tell | a conference dated before its enquiry
        2024-05-01..2024-04-01 |  | 2024-07-01 || 2024-05-23 | cannot_tell | the enquiry ends before it begins
        ?.. | 2024-05-10 | 2024-07-01 || | cannot_tell | no start of enquiry recorded
    """,
)
