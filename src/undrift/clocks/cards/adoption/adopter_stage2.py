from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adopter_stage2",
    name="Adopters: stage two within four months",
    area="adoption",
    question="Did stage two end within four months?",
    starts=Opens("adopter_stage2"),
    stops=CLOSING,
    limit=months(4),
    not_applicable=When(("left",), "the applicant left"),
    cites=(
        Cite(
            "adoption_regs", "stage two of part 4, as substituted in July 2013", "stage two lasts four months"
        ),
        Cite("annex_a", "list 11", "holds both days"),
    ),
    note="Read second-hand. Not a child's clock: its rows carry the adopter and no child.",
    cases="""
        adopter_stage2 | as_at || due | reading | why
        2024-04-02..2024-08-02 | 2024-11-02 || 2024-08-02 | met | ended on the last day in time
        2024-04-02..2024-08-03 | 2024-11-02 || 2024-08-02 | late | one day over
        2024-04-02.. | 2024-07-25 || 2024-08-02 | running | six working days left
        2024-04-02.. | 2024-07-26 || 2024-08-02 | due_soon | five working days left
        2024-04-02.. | 2024-08-03 || 2024-08-02 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-11-02 || 2024-08-02 | cannot_tell | ends before it begins
        ?.. | 2024-11-02 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 left | 2024-04-02 || 2024-08-02 | not_applicable | the applicant left
    """,
)
