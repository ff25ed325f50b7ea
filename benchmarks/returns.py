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
WORKS = {
    "Undrift": OURS,
    "fastexcel, bare": (
        "import fastexcel",
        "book = fastexcel.read_excel(path)\n"
        "for name in book.sheet_names:\n"
        "    book.load_sheet(name, header_row=None, skip_rows=0, dtypes='string').to_arrow()",
    ),
    "openpyxl": (
        "import openpyxl",
        "for sheet in openpyxl.load_workbook(path).worksheets:\n    for row in sheet.iter_rows(values_only=True): pass",
    ),
    "openpyxl, read only": (
        "import openpyxl",
        "for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:\n"
        "    for row in sheet.iter_rows(values_only=True): pass",
    ),
    "pandas with openpyxl": (
        "import pandas",
        "pandas.read_excel(path, sheet_name=None, engine='openpyxl', dtype=str)",
    ),
    "lxml iterparse, every element": (
        "from lxml import etree",
        "for _, element in etree.iterparse(path, events=('end',)):\n"
        "    element.clear()\n"
        "    while element.getprevious() is not None: del element.getparent()[0]",
    ),
}


def measure(work: str, path: Path) -> dict[str, float]:
    before, body = WORKS[work]
    code = _MEASURE.format(before=before, work=body)
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def side_by_side(title: str, path: Path, works: list[str]) -> dict[str, float]:
    """Measure each in turn; print the least of each and how many times ours it is. CPU seconds by name."""
    taken: dict[str, list[dict[str, float]]] = {work: [] for work in works}
    for _ in range(ROUNDS):
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
        print(
            f"  {work:<32}{run['cpu']:8.2f} s CPU {run['wall']:8.2f} s {run['peak']:6,.0f} MB at most "
            f"({run['imported']:,.0f} before it read){ratio}",
            flush=True,
        )
    return {work: run["cpu"] for work, run in best.items()}


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
    from undrift.returns.ssda903_writer import write_folder, write_xml
    from undrift.synthetic.files import make

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        print("Making the files", flush=True)
        made = make(home / "irwell", as_at=AS_AT, also=("annex-a",))
        records = ssd.read(home / "irwell" / "ssd").tables
        (small,) = (file for file in made.files if file.suffix == ".xlsx")
        large = larger_workbook(home / "large.xlsx", small, 10)
        census = home / "census.xml"
        children = write_census(census, records, 2026, "999")
        return_903 = home / "ssda903"
        write_folder(return_903, records, 2026)
        write_xml(home / "ssda903.xml", records, 2026)

        excel = ["fastexcel, bare", "Undrift", "openpyxl", "openpyxl, read only", "pandas with openpyxl"]
        side_by_side("Annex A of one authority", small, excel)
        side_by_side("Annex A of ten times the children", large, excel)
        xml = ["lxml iterparse, every element", "Undrift"]
        side_by_side(f"Census of {children:,} children", census, xml)
        side_by_side(f"Census of {children * 4:,} children", larger_census(home / "4.xml", census, 4), xml)
        times = round(200e6 / census.stat().st_size)
        side_by_side(
            f"Census of {children * times:,} children", larger_census(home / "60.xml", census, times), xml
        )
        side_by_side("SSDA903, CSV set", return_903, ["Undrift"])
        side_by_side("SSDA903, XML", home / "ssda903.xml", ["Undrift"])

        WORKS["Undrift"] = (
            "from datetime import date\nfrom undrift.records import load",
            f"parts = [path / 'irwell' / 'ssd', path / 'ssda903', path / 'census.xml', Path({str(small)!r})]\n"
            f"done = load(parts, authority='Irwell', as_at=date.fromisoformat('{AS_AT}'), by='bench', home=path / 'kept')\n"
            "said = sum(note.rows for note in done.load.tables.values())\n"
            "import shutil; shutil.rmtree(path / 'kept')",
        )
        side_by_side(
            "A whole load: eight years of the dataset, SSDA903, the census and Annex A", home, ["Undrift"]
        )


if __name__ == "__main__":
    main()
