"""How fast returns are read, side by side in one run: `make bench-returns`.

Every figure is of a process of its own: seconds of CPU (so that a busy machine does not decide), and the most memory
it ever held. Each pair is measured in turn, three times, and the least of each is printed. Files are made here, from
the invented authority; nothing real is read.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

AS_AT = date(2026, 9, 30)
ROUNDS = 3

_MEASURE = """
import json, sys, time
from pathlib import Path
path = Path(sys.argv[1])
def most():  # megabytes; what getrusage says begins with the process that started this one
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024
{before}
imported = most()
cpu, wall = time.process_time(), time.perf_counter()
said = None
{work}
print(json.dumps(dict(cpu=time.process_time() - cpu, wall=time.perf_counter() - wall, said=said,
                      peak=most(), imported=imported)))
"""

OURS = (
    "from undrift.returns import recognise",
    "read = recognise(path)(path)\nsaid = sum(table.num_rows for table in read.tables.values())",
)
# The same reader with openpyxl in the place of fastexcel: as far, to the same records.
_SAME = (
    "import openpyxl, pyarrow as pa\nfrom undrift.returns import annex_a, recognise\n"
    "def open_sheets(path, inspected):\n"
    "    for sheet in openpyxl.load_workbook(path).worksheets:\n"
    "        columns = zip(*sheet.iter_rows(values_only=True))\n"
    "        texts = [[None if cell is None else str(cell) for cell in column] for column in columns]\n"
    "        cells = pa.table({str(at): pa.array(column, pa.string()) for at, column in enumerate(texts)})\n"
    "        yield sheet.title, sheet.sheet_state == 'visible', cells\n"
    "annex_a.open_sheets = open_sheets",
    OURS[1],
)
# What the sector writes today: every sheet a row at a time, its dates as dates, its codes without their labels; the rows
# as dictionaries. Nothing is put together by child, nothing wrong is told, and one odd cell would stop it.
_BY_ROW = (
    "import openpyxl\nfrom datetime import datetime\nfrom undrift.returns.spec import annex_a_lists\n"
    "lists = annex_a_lists().values()",
    "rows = []\n"
    "for spec, sheet in zip(lists, openpyxl.load_workbook(path).worksheets, strict=True):\n"
    "    columns = {column.header: column for column in spec.columns}\n"
    "    header, *cells = sheet.iter_rows(values_only=True)\n"
    "    for row in cells:\n"
    "        said = {}\n"
    "        for name, cell in zip(header, row, strict=True):\n"
    "            column = columns[name]\n"
    "            if cell is None:\n"
    "                said[name] = None\n"
    "            elif column.type == 'date':\n"
    "                said[name] = cell.date() if isinstance(cell, datetime) else datetime.strptime(cell, '%d/%m/%Y').date()\n"
    "            elif column.codes:\n"
    "                said[name] = column.codes.get(str(cell).strip())\n"
    "            else:\n"
    "                said[name] = str(cell).strip()\n"
    "        rows.append(said)\n"
    "said = len(rows)",
)
# The same by one who knows pandas, a column at a time; pandas opens the workbook read only.
_TYPED = (
    "import pandas\nfrom undrift.returns.spec import annex_a_lists\nlists = annex_a_lists().values()",
    "sheets = pandas.read_excel(path, sheet_name=None, engine='openpyxl')\n"
    "said = 0\n"
    "for spec, sheet in zip(lists, sheets.values(), strict=True):\n"
    "    for column in spec.columns:\n"
    "        cells = sheet[column.header]\n"
    "        if column.type == 'date':\n"
    "            sheet[column.header] = pandas.to_datetime(cells, dayfirst=True, errors='coerce')\n"
    "        elif column.codes:\n"
    "            sheet[column.header] = cells.astype('string').str.strip().map(column.codes)\n"
    "        else:\n"
    "            sheet[column.header] = cells.astype('string').str.strip()\n"
    "    said += len(sheet)",
)
BARE, END_TO_END = "fastexcel, every cell as text", "openpyxl end to end: to the same records"
WORKS = {
    "Undrift": OURS,
    BARE: (
        "import fastexcel, pyarrow",
        "book = fastexcel.read_excel(path)\n"
        "for name in book.sheet_names:\n"
        "    book.load_sheet(name, header_row=None, skip_rows=0, dtypes='string', eager=True)",
    ),
    "openpyxl, every cell": (
        "import openpyxl",
        "for sheet in openpyxl.load_workbook(path).worksheets:\n    for row in sheet.iter_rows(values_only=True): pass",
    ),
    "openpyxl read only, every cell": (
        "import openpyxl",
        "for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:\n"
        "    for row in sheet.iter_rows(values_only=True): pass",
    ),
    END_TO_END: _SAME,
    "openpyxl by row, to dates and codes": _BY_ROW,
    "pandas with openpyxl, to dates and codes": _TYPED,
    "lxml iterparse, every element": (
        "from lxml import etree",
        "for _, element in etree.iterparse(path, events=('end',)):\n"
        "    element.clear()\n"
        "    while element.getprevious() is not None: del element.getparent()[0]",
    ),
}
# Every return that there is for a year, as at its end; and what is sent when an inspector asks, with eight years of history.
LOADS = {
    "2023-03-31": ["cin-census-2023.xml"],
    "2024-03-31": ["cin-census-2024.xml", "ssda903-2024", "sen2-2024"],
    "2025-03-31": ["cin-census-2025.xml", "ssda903-2025", "sen2-2025"],
    "2026-03-31": ["cin-census-2026.xml", "ssda903-2026", "sen2-2026"],
    "2026-09-30": ["ssd", "ssda903-2026", "cin-census-2026.xml", "annex-a-2026-09-30.xlsx", "sen2-2026", "workforce",
                   "forms"],
}  # fmt: skip
_LOAD = """
from datetime import date
from undrift.records import load
"""
_LOAD_EACH = """
import shutil
said = 0
for day, names in {loads!r}.items():
    done = load([path / name for name in names], authority='Irwell', as_at=date.fromisoformat(day), by='bench',
                home=path / 'kept')
    said += sum(note.rows for note in done.load.tables.values())
shutil.rmtree(path / 'kept')
"""


def measure(work: str, path: Path) -> dict[str, float]:
    before, body = WORKS[work]
    code = _MEASURE.format(before=before, work=body)
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def side_by_side(
    title: str, path: Path, works: list[str], rounds: int = ROUNDS
) -> dict[str, dict[str, float]]:
    """Measure each in turn; print the least of each and how many times ours it is. The least, by name."""
    taken: dict[str, list[dict[str, float]]] = {work: [] for work in works}
    for _ in range(rounds):
        for work in works:
            taken[work].append(measure(work, path))
    print(f"\n{title}: {path.stat().st_size / 1e6:,.1f} MB" if path.is_file() else f"\n{title}")
    best = {work: min(runs, key=lambda run: run["cpu"]) for work, runs in taken.items()}
    ours = best["Undrift"]["cpu"]
    for work, run in best.items():
        ratio = (
            ""
            if work == "Undrift"
            else f"  {run['cpu'] / ours:6.2f} times ours, ours {ours / run['cpu']:5.2f} times it"
        )
        rows = f" {run['said']:,.0f} rows" if run["said"] else ""
        print(
            f"  {work:<42}{run['cpu']:8.2f} s CPU {run['wall']:8.2f} s {run['peak']:6,.0f} MB at most "
            f"({run['imported']:,.0f} before it read){ratio}{rows}",
            flush=True,
        )
    return best


def larger_workbook(path: Path, small: Path, times: int) -> Path:
    """The same lists with every child `times` over, each under an id of its own."""
    import openpyxl

    from undrift.returns.annex_a_writer import write_workbook

    lists = {}
    for number, sheet in enumerate(openpyxl.load_workbook(small, read_only=True).worksheets, start=1):
        header, *rows = sheet.iter_rows(values_only=True)
        dicts = [dict(zip(header, row, strict=True)) for row in rows]
        who = str(header[0])
        lists[number] = [row | {who: f"{row[who]}-{n}"} for n in range(times) for row in dicts]
    write_workbook(path, lists)
    return path


def larger_census(path: Path, small: Path, times: int) -> Path:
    """The same children `times` over, each under an id of its own."""
    text = small.read_text(encoding="utf-8")
    start, end = text.index("<Children>") + len("<Children>"), text.index("</Children>")
    with path.open("w", encoding="utf-8") as file:
        file.write(text[:start])
        for n in range(times):
            file.write(text[start:end].replace("<LAchildID>", f"<LAchildID>{n:03d}-"))
        file.write(text[end:])
    return path


def main() -> None:
    from undrift.returns import ssd
    from undrift.returns.cin_census_writer import write_census
    from undrift.synthetic.files import make

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        print("Making the files", flush=True)
        irwell = home / "irwell"
        make(
            irwell,
            as_at=AS_AT,
            also=("annex-a", "ssda903", "ssda903-xml", "cin-census", "sen2", "workforce-census", "forms"),
        )
        (irwell / "workforce").mkdir()
        for file in irwell.glob("workforce-census-*.xml"):
            file.rename(irwell / "workforce" / file.name)
        small = irwell / f"annex-a-{AS_AT}.xlsx"
        large = larger_workbook(home / "large.xlsx", small, 10)
        census = home / "census.xml"
        children = write_census(census, ssd.read(irwell / "ssd").tables, 2026, "999")

        excel = ["Undrift", *(work for work in WORKS if "excel" in work or "openpyxl" in work)]
        for title, workbook in (
            ("Annex A of one authority", small),
            ("Annex A of ten times the children", large),
        ):
            taken = side_by_side(title, workbook, excel)
            cpu, wall = ({work: run[by] for work, run in taken.items()} for by in ("cpu", "wall"))
            print(
                f"  Targets: within 2.5 times “{BARE}”, which is {cpu['Undrift'] / cpu[BARE]:.2f}; at least 15 times "
                f"faster than “{END_TO_END}”, which is {wall[END_TO_END] / wall['Undrift']:.1f} by the clock and "
                f"{cpu[END_TO_END] / cpu['Undrift']:.1f} by the processor."
            )
        xml = ["Undrift", "lxml iterparse, every element"]
        size = census.stat().st_size
        for times in (1, 4, round(50e6 / size), round(100e6 / size), round(200e6 / size)):
            file = larger_census(home / "larger.xml", census, times)
            side_by_side(f"Census of {children * times:,} children", file, xml)
        WORKS["Undrift"] = (
            _LOAD,
            "path = path.parent\n" + _LOAD_EACH.format(loads={"2026-03-31": ["larger.xml"]}),
        )
        side_by_side(
            "The same, loaded: checked by every rule and kept", home / "larger.xml", ["Undrift"], rounds=1
        )

        WORKS["Undrift"] = OURS
        side_by_side("SSDA903, CSV set", irwell / "ssda903-2026", ["Undrift"])
        side_by_side("SSDA903, XML", irwell / "ssda903-2026.xml", ["Undrift"])
        for title, loads in (
            (
                "A whole load: eight years of the dataset, and every return and form of now",
                dict([*LOADS.items()][-1:]),
            ),
            ("Five years, a load each: every return of every year, and the whole load", LOADS),
        ):
            WORKS["Undrift"] = (_LOAD, _LOAD_EACH.format(loads=loads))
            side_by_side(title, irwell, ["Undrift"])


if __name__ == "__main__":
    main()
