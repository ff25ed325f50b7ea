from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cin_12_week_model",
    name="Child in need plan finished in twelve weeks",
    area="child_in_need",
    question="Did the plan end within twelve weeks?",
    starts=Opens("cin_plan"),
    stops=CLOSING,
    limit=default("cin_12_week_model"),
    setting=True,
    cites=(Cite("local_procedures", "Sefton: child in need plans", "work is finished in twelve weeks"),),
    note="One authority's model, not a national limit.",
    cases="""
        cin_plan | as_at || due | reading | why
        2024-04-02..2024-06-25 | 2024-09-25 || 2024-06-25 | met | ended on the last day in time
        2024-04-02..2024-06-26 | 2024-09-25 || 2024-06-25 | late | one day over
        2024-04-02.. | 2024-06-17 || 2024-06-25 | running | six working days left
        2024-04-02.. | 2024-06-18 || 2024-06-25 | due_soon | five working days left
        2024-04-02.. | 2024-06-26 || 2024-06-25 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-09-25 || 2024-06-25 | cannot_tell | ends before it begins
        ?.. | 2024-09-25 ||  | cannot_tell | no start recorded
    """,
)
