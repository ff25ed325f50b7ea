from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_decision_6w",
    name="Decision whether to assess within six weeks",
    area="send",
    question="Was the requester told within six weeks whether there would be an assessment?",
    starts=Opens("ehc_request"),
    stops=CLOSING,
    limit=weeks(6),
    not_applicable=When(("withdrawn",), "the request was withdrawn"),
    cites=(Cite("send_regs", "regulation 5(1)", "told within six weeks of the request"),),
    note=(
        "The exceptions of regulation 5(4) (school closed, family circumstances, absence) are not recorded "
        "for this step."
    ),
    cases="""
        ehc_request | as_at || due | reading | why
        2024-04-02..2024-05-14 | 2024-08-14 || 2024-05-14 | met | ended on the last day in time
        2024-04-02..2024-05-15 | 2024-08-14 || 2024-05-14 | late | one day over
        2024-04-02.. | 2024-05-06 || 2024-05-14 | running | six working days left
        2024-04-02.. | 2024-05-07 || 2024-05-14 | due_soon | five working days left
        2024-04-02.. | 2024-05-15 || 2024-05-14 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-08-14 || 2024-05-14 | cannot_tell | ends before it begins
        ?.. | 2024-08-14 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 withdrawn | 2024-04-02 || 2024-05-14 | not_applicable | the request was withdrawn
    """,
)
