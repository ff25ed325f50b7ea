from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="strategy_discussion",
    name="Strategy discussion held after a concern",
    area="child_protection",
    question="Was a strategy discussion held within one working day of the concern that met the test of significant harm?",
    starts=Opens("strategy_discussion"),
    stops=CLOSING,
    limit=default("strategy_discussion"),
    setting=True,
    cites=(
        Cite("working_together", "chapter 3", "as soon as the test is met; no number of days"),
        Cite("local_procedures", "Knowsley: strategy discussions", "within 24 hours"),
    ),
    note=(
        "Read second-hand. Local rules vary: the same day, 24 hours, one or three working days. The day of "
        "the concern comes from the authority's own form; no return holds it, nor discussions that did not "
        "begin an enquiry."
    ),
    cases="""
        strategy_discussion_spell | as_at || due | reading | why
        2024-04-02..2024-04-03 | 2024-07-03 || 2024-04-03 | met | ended on the last day in time
        2024-04-02..2024-04-04 | 2024-07-03 || 2024-04-03 | late | one working day over
        2024-04-02.. | 2024-04-02 || 2024-04-03 | due_soon | never more than five working days
        2024-04-02.. | 2024-04-04 || 2024-04-03 | overdue | a day past the limit
        2024-03-28.. | 2024-04-03 || 2024-04-02 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-03-01 | 2024-07-03 || 2024-04-03 | cannot_tell | ends before it begins
        ?.. | 2024-07-03 ||  | cannot_tell | no start recorded
    """,
)
