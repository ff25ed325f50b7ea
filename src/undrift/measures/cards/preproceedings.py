from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="preproceedings_16w_pct",
    title="Pre-proceedings finished within 16 weeks",
    question="Of pre-proceedings that fell due to finish in the month, how many finished in time?",
    area="pre_proceedings",
    better="higher",
    chart="p",
    unit="percent",
    definition="Pre-proceedings whose 16 weeks ran out in the month; the share that had ended by then. Those still going count against.",
    counts=InTime(("preproceedings_total",), by="due_on"),
    subject="pre-proceedings finished in time",
    cites=(Cite("plo_guidance", "pre-proceedings", "16 weeks is a setting"),),
)
