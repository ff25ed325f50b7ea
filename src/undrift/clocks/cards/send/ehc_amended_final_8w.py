from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_amended_final_8w",
    name="Amended plan within eight weeks of the notice",
    area="send",
    question="Was the amended plan sent within eight weeks of the notice of amendments?",
    starts=Opens("ehc_amendment_notice"),
    stops=CLOSING,
    limit=weeks(8),
    cites=(
        Cite(
            "send_regs", "regulation 22(3) and (4)", "sent, or the family told otherwise, within eight weeks"
        ),
        Cite("devon_judgment", "judgment", "the limits after a review are fixed"),
    ),
    note=(
        "Both days come from the authority's own form (plan amendments). With no notice recorded there is nothing "
        "to time: see ehc_amended_final_12w."
    ),
    cases="""
        ehc_amendment_notice | as_at || due | reading | why
        2024-04-02..2024-05-28 | 2024-08-28 || 2024-05-28 | met | sent on the last day in time
        2024-04-02..2024-05-29 | 2024-08-28 || 2024-05-28 | late | one day over
        2024-04-02.. | 2024-05-17 || 2024-05-28 | running | six working days left, a bank holiday among the days
        2024-04-02.. | 2024-05-20 || 2024-05-28 | due_soon | five working days left
        2024-04-02.. | 2024-05-29 || 2024-05-28 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-08-28 || 2024-05-28 | cannot_tell | sent before the notice
        ?.. | 2024-08-28 ||  | cannot_tell | no start recorded
    """,
)
