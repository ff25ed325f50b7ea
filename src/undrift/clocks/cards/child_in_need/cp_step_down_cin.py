from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cp_step_down_cin",
    name="Support goes on for three months after a protection plan",
    area="child_in_need",
    question="Did the child in need plan that followed last at least three months after the protection plan ended?",
    starts=Opens("step_down"),
    stops=CLOSING,
    limit=default("cp_step_down_cin"),
    setting=True,
    sense="minimum",
    cites=(Cite("local_procedures", "Lancashire: stepping down", "at least three months"),),
    note=(
        "One authority's number (2018). A child with no child in need plan open, or begun within four weeks, "
        "after the protection plan has no instance."
    ),
    cases="""
        step_down | as_at || due | reading | why
        2024-04-02..2024-07-02 | 2024-10-02 || 2024-07-01 | met | lasted until the day the period is up
        2024-04-02..2024-07-01 | 2024-10-02 || 2024-07-01 | late | ended the day before
        2024-04-02.. | 2024-07-01 || 2024-07-01 | running | not over on that day
        2024-04-02.. | 2024-07-02 || 2024-07-01 | met | open, and the period is up
        2024-04-02..2024-03-01 | 2024-10-02 || 2024-07-01 | cannot_tell | ends before it begins
        ?.. | 2024-10-02 ||  | cannot_tell | no start recorded
        2024-01-31.. | 2024-07-30 || 2024-04-29 | met | calendar months, not so many days
    """,
)
