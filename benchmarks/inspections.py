"""How well and how fast reports are read: `python benchmarks/inspections.py`. Prints; asserts no time.

Accuracy is counted by field and kind against the reports read by hand, which stand outside the repository
(UNDRIFT_SHARED, or `../shared`). Themes are measured by 5-fold cross-validation on the hand-labelled bullets: for the
rules alone, for a small linear model alone, and for the two together, so that the model has to earn its place.
"""

import csv
import json
import os
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

from undrift.errors import UserError
from undrift.inspections import read_many
from undrift.inspections.reader import read_here
from undrift.inspections.themes import theme_of
from undrift.inspections.words import plain

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("UNDRIFT_SHARED", ROOT.parent / "shared")) / "ofsted"
FIELDS = {
    "judgements": ("judgements",),
    "dates": ("start_date", "end_date", "date_ranges", "publication_date", "publication_date_source"),
    "lead inspector": ("lead_inspector",),
    "authority": ("local_authority", "local_authority_as_printed", "urn"),
    "kind": ("kind",),
    "areas": ("areas_for_improvement", "area_groups", "area_sub_bullets", "n_lscb_recommendations"),
    "findings": ("n_numbered_paragraphs", "n_numbered_total", "paragraph_sections"),
}
FOLDS = 5
Labelled = tuple[str, str]  # text, theme
Classifier = Callable[[str], str | None]


def main() -> int:
    if not SHARED.is_dir():
        print(
            f"NOTHING WAS MEASURED: the real reports are not at {SHARED}.\n"
            "Set UNDRIFT_SHARED to the folder that holds `ofsted/`.",
            file=sys.stderr,
        )
        return 1
    accuracy()
    speed()
    themes()
    return 0


def accuracy() -> None:
    """Each field of each report against what was read by hand, white space and kinds of quote aside."""
    truth = [json.loads(line) for line in (SHARED / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    right: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    results = read_many([SHARED / "pdf" / row["file"] for row in truth])
    for row, result in zip(truth, results, strict=True):
        kind = row["kind"]
        if kind == "not_pdf":
            asked["refused"][kind] += 1
            right["refused"][kind] += isinstance(result, UserError)
            continue
        got: dict[str, Any] = {} if isinstance(result, UserError) else result.as_json()
        for field, keys in FIELDS.items():
            held = [key for key in keys if key in row]
            bad = [key for key in held if _same(got.get(key)) not in _accepted(row, key)]
            asked[field][kind] += 1
            right[field][kind] += not bad
            wrong += [f"  {row['file']}: {key}" for key in bad]
    kinds = sorted({row["kind"] for row in truth})
    print(f"Accuracy on {len(truth)} files read by hand (right of asked)\n")
    print(f"{'field':<16}" + "".join(f"{kind[:15]:>17}" for kind in [*kinds, "all"]))
    for field in [*FIELDS, "refused"]:
        cells = [(right[field][kind], asked[field][kind]) for kind in kinds]
        cells.append((right[field].total(), asked[field].total()))
        print(f"{field:<16}" + "".join(f"{f'{r} of {a}' if a else '-':>17}" for r, a in cells))
    print("\n".join(["wrong:", *wrong]) if wrong else "nothing wrong")


def _accepted(row: dict[str, Any], key: str) -> list[Any]:
    return (
        [_same(each) for each in row.get("kind_accept", [row[key]])] if key == "kind" else [_same(row[key])]
    )


def _same(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.translate(str.maketrans("’‘“”", "''\"\"")).split())
    if isinstance(value, list):
        return [_same(item) for item in value]
    if isinstance(value, dict):
        return {key: _same(item) for key, item in value.items()}
    return value


def speed() -> None:
    """Reports a second with every core, and processor seconds a report in one process."""
    files = sorted((SHARED / "pdf").rglob("*.pdf"))
    began = time.perf_counter()
    for _ in read_many(files):
        pass
    wall = time.perf_counter() - began
    spent = []
    for file in files:
        start = time.process_time()
        try:
            pages = read_here(file, file.name).pages
        except UserError:
            continue
        spent.append((time.process_time() - start, pages, file.parent.name))
    times = sorted(seconds for seconds, _, _ in spent)
    slowest = max(spent)
    print(
        f"\nSpeed: {len(files) / wall:.1f} reports a second over {os.cpu_count()} cores (each in a bounded process)"
    )
    print(
        f"  processor seconds a report: median {times[len(times) // 2]:.3f}, mean {sum(times) / len(times):.3f},"
        f" slowest {slowest[0]:.3f} ({slowest[2]}, {slowest[1]} pages)"
    )
    print(f"  most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def themes() -> None:
    """Macro-F1 by cross-validation of the rules, of a naive Bayes model, and of the rules helped by the model."""
    with (SHARED / "bullet_themes_dev.csv").open(encoding="utf-8") as handle:
        rows = [(row["text"], row["theme"]) for row in csv.DictReader(handle)]
    order = list(range(len(rows)))
    random.Random(20260629).shuffle(order)
    given: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for fold in range(FOLDS):
        test = [rows[i] for i in order[fold::FOLDS]]
        model = naive_bayes([rows[i] for at, i in enumerate(order) if at % FOLDS != fold])
        for text, theme in test:
            assigned = theme_of(text)
            given["rules"].append((theme, assigned.theme))
            given["linear model"].append((theme, model(text)))
            # the model decides only where the rules are silent or torn between two
            torn = assigned.theme is None or bool(assigned.others)
            choice = model(text)
            helped = choice if torn and choice in (*assigned.others, assigned.theme, None) else assigned.theme
            given["rules, model where torn"].append((theme, helped))
    print(f"\nThemes: {FOLDS}-fold cross-validation on {len(rows)} labelled bullets (macro-F1, share right)")
    for name, pairs in given.items():
        print(f"  {name:<24} {macro_f1(pairs):.3f}  {sum(a == b for a, b in pairs) / len(pairs):.2f}")
    print(
        "  The rules were written with these bullets in view, so their own figure flatters them; nothing in a fold"
    )
    print("  is refitted. The model is fitted afresh in every fold, so its figure does not.")


def naive_bayes(rows: Sequence[Labelled]) -> Classifier:
    """Multinomial naive Bayes over words and pairs of words: linear in its counts, and all in view."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for text, theme in rows:
        words[theme].update(_tokens(text))
    prior = Counter(theme for _, theme in rows)
    size = len({word for counts in words.values() for word in counts})

    def classify(text: str) -> str | None:
        tokens = _tokens(text)
        return max(
            prior,
            key=lambda theme: (
                log(prior[theme])
                + sum(log((words[theme][t] + 0.3) / (words[theme].total() + 0.3 * size)) for t in tokens)
            ),
        )

    return classify


def _tokens(text: str) -> list[str]:
    words = [word.strip(".,;:()'?") for word in plain(text).split()]
    return words + [f"{a} {b}" for a, b in pairwise(words)]


def macro_f1(pairs: Sequence[tuple[str, str | None]]) -> float:
    """The mean over true themes of 2TP / (2TP + FP + FN)."""
    right = Counter(true for true, given in pairs if true == given)
    true_count, given_count = Counter(true for true, _ in pairs), Counter(given for _, given in pairs)
    return sum(2 * right[t] / (true_count[t] + given_count[t]) for t in true_count) / len(true_count)


if __name__ == "__main__":
    sys.exit(main())
