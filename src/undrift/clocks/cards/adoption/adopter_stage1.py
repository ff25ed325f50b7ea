from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adopter_stage1",
    name="Adopters: stage one within two months",
    area="adoption",
    question="Did stage one end within two months?",
    starts=Opens("adopter_stage1"),
    stops=CLOSING,
    limit=months(2),
    not_applicable=When(("left",), "the applicant left"),
    cites=(
        Cite(
            "adoption_regs", "regulations 21 to 27, as substituted in July 2013", "stage one lasts two months"
        ),
        Cite("annex_a", "list 11", "holds both days"),
    ),
    note=(
        "Not verified: the two months are from general knowledge. Regulation 21 was read: stage one starts when the "
        "agency says it will go ahead. Not a child's clock: its rows carry the adopter and no child."
    ),
    cases="""
        adopter_stage1 | as_at || due | reading | why
        2024-04-02..2024-06-02 | 2024-09-02 || 2024-06-02 | met | ended on the last day in time
        2024-04-02..2024-06-03 | 2024-09-02 || 2024-06-02 | late | one day over
        2024-04-02.. | 2024-05-22 || 2024-06-02 | running | six working days left
        2024-04-02.. | 2024-05-23 || 2024-06-02 | due_soon | five working days left
        2024-04-02.. | 2024-06-03 || 2024-06-02 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-09-02 || 2024-06-02 | cannot_tell | ends before it begins
        ?.. | 2024-09-02 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 left | 2024-04-02 || 2024-06-02 | not_applicable | the applicant left
        2024-01-31.. | 2024-06-30 || 2024-03-31 | overdue | calendar months, not so many days
    """,
)
