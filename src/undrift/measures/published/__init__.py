"""Published figures the demonstration sets beside its invented authority: a region's, England's and real authorities'.

Facts from statistics of the Department for Education, as the Local Authority Interactive Tool gave them on 8 April 2026,
arranged and worded by us: `areas.csv`, `series.csv` (what each counts, of what, in which publication) and `figures.csv`
(a row a measure and area, a column a year; "-" is the tool's own: suppressed, missing or not applicable). They contain
public sector information licensed under the Open Government Licence v3.0. The ten neighbours are Bury's.
"""

import csv
from importlib.resources import files
from pathlib import Path
from typing import Final

from undrift.measures.comparators import ALSO, COLUMNS

SOURCE: Final = "DfE’s Local Authority Interactive Tool, 8 April 2026"
LICENCE: Final = "Open Government Licence v3.0"


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()))


def write(file: Path) -> Path:
    """Write them as any authority's file of published series would come: the columns the loader reads. Returns `file`."""
    areas, series = (
        {row[key]: row for row in _table(f"{name}.csv")}
        for name, key in (("areas", "area"), ("series", "measure_id"))
    )
    with file.open("w", encoding="utf-8", newline="") as handle:
        out = csv.DictWriter(handle, [*COLUMNS, *ALSO], lineterminator="\n")
        out.writeheader()
        for row in _table("figures.csv"):
            measure, area = row.pop("measure_id"), row.pop("area")
            its = series[measure]
            for year, cell in row.items():
                if cell:
                    dash = cell == "-"
                    out.writerow({
                        "measure_id": measure, "lait_code": its["lait_code"], **areas[area], "period": year,
                        "value": "" if dash else cell, "symbol": "-" if dash else "",
                        "source": f"{its['publication']}, by way of {SOURCE} ({LICENCE})",
                        "definition": f"{its['counts']}, of {its['of']} ({its['basis']})",
                    })  # fmt: skip
    return file
