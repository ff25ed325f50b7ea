from undrift.clocks.definition import Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="ltf_match",
    name="Long-term foster match agreed within six months",
    area="permanence",
    question="Was a match agreed within six months of the plan of long-term fostering?",
    starts=Opens("permanence_plan"),
    stops="permanence_matched",
    limit=default("ltf_match"),
    setting=True,
    covers=When(("long_term_fostering",), "the plan is long-term fostering"),
    cites=(Cite("local_convention", "long-term fostering", "no national limit: local panels set their own"),),
    note="Not verified: from general knowledge. Both days come from the authority's own form.",
    cases="""
        permanence_plan | permanence_matched | as_at || due | reading | why
        2024-04-02.. long_term_fostering | 2024-10-02 | 2025-01-02 || 2024-10-02 | met | on the last day in time
        2024-04-02.. long_term_fostering | 2024-10-03 | 2025-01-02 || 2024-10-02 | late | one day over
        2024-04-02.. long_term_fostering | 2024-04-02 | 2025-01-02 || 2024-10-02 | met | the same day
        2024-04-02.. long_term_fostering | 2024-10-02, 2024-10-03 | 2025-01-02 || 2024-10-02 | met | only the first counts
        2024-04-02.. long_term_fostering |  | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-04-02.. long_term_fostering |  | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-04-02.. long_term_fostering |  | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-04-02..2024-10-02 long_term_fostering |  | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-10-03 long_term_fostering |  | 2025-01-02 || 2024-10-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 long_term_fostering | 2024-04-04 | 2025-01-02 || 2024-10-02 | not_applicable | a day after it was over
        2024-04-02.. long_term_fostering | 2024-03-24 | 2025-01-02 || 2024-10-02 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 long_term_fostering |  | 2025-01-02 || 2024-10-02 | cannot_tell | it ends before it begins
        ?.. long_term_fostering |  | 2025-01-02 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2025-01-02 ||  |  | not one it covers
    """,
)
