"""How well second ids are found, and how long it takes: `python benchmarks/links.py`. Prints; asserts nothing.

Pairs are planted in the invented authority (`synthetic/second_ids.py`): children entered twice with one thing wrong, and
twins, who must not be suggested. Measured with numbers and homes held, and with neither, as in a return that names no
school; and with Splink's own estimate of how often two children agree by chance in place of ours.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from splink import DuckDBAPI, Linker, SettingsCreator

from tests.records.people import database, irwell
from undrift.records import links
from undrift.records.links import weigh as weighing
from undrift.synthetic.second_ids import plant
from undrift.synthetic.tables import Row

PLANTED = 400


def main() -> int:
    for scale in (0.1, 1.0):
        for held in (True, False):
            found(scale, held)
    return 0


def found(scale: float, numbers_and_homes: bool) -> None:
    people, homes = irwell(scale)
    if not numbers_and_homes:
        homes = []
        for person in people:
            person["pers_upn"] = None
    many = PLANTED if scale == 1 else PLANTED // 4
    seconds, twins = plant(people, homes, Random(11), many, twins=many // 2)
    with database(ssd_person=people, ssd_address=homes) as con:
        began = time.monotonic()
        links.build(con, ())
        took = time.monotonic() - began
        told = links.suggestions(con)
        report(
            f"{len(people):,} children, {'numbers and homes' if numbers_and_homes else 'names and dates only'}",
            told,
            seconds,
            twins,
        )
        print(f"  {took:.1f} s")
        if scale == 1 and numbers_and_homes:
            chances(people, con)


def report(title: str, told: list[links.Suggestion], seconds: list, twins: list[tuple[str, str]]) -> None:  # type: ignore[type-arg]
    truth = {tuple(sorted((one.child_id, one.other_id))): one.how for one in seconds}
    print(f"\n{title}: {len(truth)} second ids and {len(twins)} twins planted")
    for least in ("worth a look", "suggested", "strongly suggested"):
        order = ["strongly suggested", "suggested", "worth a look"]
        pairs = {(one.child_id, one.other_id) for one in told if order.index(one.how) <= order.index(least)}
        right = len(pairs & truth.keys())
        print(
            f"  {least + ' or more':<28} {len(pairs):5} pairs: recall {right / len(truth):6.1%}, precision {right / max(1, len(pairs)):6.1%}"
        )
    pairs = {(one.child_id, one.other_id) for one in told}
    print(f"  twins suggested: {len(pairs & {tuple(sorted(pair)) for pair in twins})}")
    all_of, missed = Counter(truth.values()), Counter(how for pair, how in truth.items() if pair not in pairs)
    print(
        "  missed: "
        + ("; ".join(f"{how} {missed[how]} of {all_of[how]}" for how in all_of if missed[how]) or "none")
    )


def chances(people: list[Row], con) -> None:  # type: ignore[no-untyped-def]
    """How often two children agree by chance: what the definition says, and what random pairs of this authority say."""
    weighing.compare(con)
    con.execute("CREATE TABLE people AS SELECT * FROM links.compared")
    said = links.definition()
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="child_id",
        comparisons=[weighing._comparison(feature) for feature in said.features],
        blocking_rules_to_generate_predictions=[],
    )  # fmt: skip
    linker = Linker(DuckDBAPI(con).register("people"), settings, log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    print(
        "\nHow often two children read so by chance: as the definition has it, and in five million pairs of this authority"
    )
    model = linker.misc.save_model_to_json()
    for feature, comparison in zip(said.features, model["comparisons"], strict=True):
        for level, told in zip(feature.levels, comparison["comparison_levels"][1:], strict=True):
            measured = told.get("u_probability")
            print(
                f"  {feature.title[:24]:<25}{level.says[:60]:<62}{level.chance:<10g} {measured if measured is None else f'{measured:.2g}'}"
            )


if __name__ == "__main__":
    sys.exit(main())
