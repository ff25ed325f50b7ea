"""How long one child's page takes to work out: `python benchmarks/page.py HOME`, HOME a demonstration's (`undrift demo`).

The site answers in this process, as a server's worker does, signed in and each look written to the log; the browser and the
network are left out. A child is asked for once, so nothing of theirs is warm; the site itself is (twenty pages before). The
children are those with the most recorded, and as many by chance. Target: 50 ms of computing.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

TARGET = 0.050
WARM = 20
PLACES = ("/worklist/children/{}", "/worklist/children/{}/known")


def main(given: argparse.Namespace) -> int:
    os.environ["UNDRIFT_HOME"] = str(given.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "undrift.web.settings")
    import django

    django.setup()
    from django.test import Client

    from undrift.web import store
    from undrift.web.models import User
    from undrift.web.presenters import pictures

    drawing: list[float] = []
    draw = pictures.timeline

    def timed(*about: Any) -> pictures.Picture:
        busy = time.process_time()
        drawn = draw(*about)
        drawing.append(time.process_time() - busy)
        return drawn

    pictures.timeline = timed  # type: ignore[assignment]
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username=given.reader))
    by_events = """SELECT child_id FROM journeys.events WHERE child_id IS NOT NULL GROUP BY child_id
                   ORDER BY {} LIMIT $n"""
    most, chance = (
        [row[0] for row in store.cursor().execute(by_events.format(order), {"n": n}).fetchall()]
        for order, n in (
            ("count(*) DESC, child_id", given.children),
            ("hash(child_id)", given.children + WARM),
        )
    )
    for child in chance[:WARM]:
        client.get(PLACES[0].format(child))
    for whose, children in (("the most recorded", most), ("by chance", chance[WARM:])):
        wall, cpu, size = [], [], []
        drawing.clear()
        for child in children:
            began, busy = time.perf_counter(), time.process_time()
            answer = client.get(PLACES[0].format(child))
            cpu.append(time.process_time() - busy)
            wall.append(time.perf_counter() - began)
            if answer.status_code != 200:
                sys.exit(f"{answer.status_code} for {child}")
            size.append(len(answer.content))
        print(f"{len(children)} children, {whose}: page of {statistics.median(size) / 1e3:,.0f} kB")
        rest = [whole - drawn for whole, drawn in zip(cpu, drawing, strict=True)]
        for what, took in (
            ("computing", cpu),
            ("  its picture", drawing),
            ("  all the rest", rest),
            ("by the wall", wall),
        ):
            inside = sum(one <= TARGET for one in took) / len(took)
            print(
                f"  {what:<16} median {statistics.median(took) * 1e3:6.1f} ms   95 in 100 within "
                f"{sorted(took)[int(len(took) * 0.95)] * 1e3:6.1f} ms   most {max(took) * 1e3:6.1f} ms   "
                f"within {TARGET * 1e3:.0f} ms: {inside:.0%}"
            )
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=Path)
    parser.add_argument(
        "--reader", default="amira.analyst", help="who reads: an account of the demonstration"
    )
    parser.add_argument("--children", type=int, default=100)
    sys.exit(main(parser.parse_args()))
