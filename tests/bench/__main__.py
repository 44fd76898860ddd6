"""Runs the benchmark on SQLite: `python -m tests.bench [number of cases ...]`."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
SIZES = (1_000, 100_000)


def run(number: int, directory: Path) -> None:
    """Fill a fresh database with so many cases and print the ratio of each page to its floor."""
    from django.db import connections

    from houvast.cases.models import Case
    from houvast.upkeep.database import migrate
    from tests.bench.fill import fill
    from tests.bench.measure import measure, signed_in
    from tests.bench.silences import silences
    from tests.worlds import START, make_world

    connections.close_all()
    connections["default"].settings_dict["NAME"] = str(directory / f"{number}.sqlite3")
    migrate(now=START, verbosity=0)
    world = make_world()
    start = time.perf_counter()
    fill(world, number)
    print(f"\n{number:,} cases, filled in {time.perf_counter() - start:.0f} s")
    print(f"{'page':<34}{'ms':>8}{'floor':>8}{'ratio':>8}{'queries':>9}")
    code = Case.objects.get(code="B-3").code
    pages = (
        ("Mijn werk of a case director", "sanne", "/", 20),
        ("Mijn werk of the process team", "marit", "/", 20),
        ("list of a case director", "sanne", "/casussen/", 25),
        ("list of the process team", "marit", "/casussen/", 50),
        ("case page", "sanne", f"/casussen/{code}/", 30),
        ("scaling", "sanne", f"/casussen/{code}/schalen/4/", 10),
    )
    for title, who, path, rows in pages:
        found = measure(signed_in(world.members[who]), path, rows)
        print(f"{title:<34}{found.page:>8.1f}{found.floor:>8.1f}{found.ratio:>8.2f}{found.queries:>9}", flush=True)
    for surname, ratio in silences(world).items():
        print(f"{'no hit: ' + surname:<50}{ratio:>8.2f}", flush=True)


def main(arguments: list[str]) -> None:
    """Run the benchmark at each size."""
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    with tempfile.TemporaryDirectory(prefix="hv-bench-") as folder:
        for number in [int(argument) for argument in arguments] or SIZES:
            run(number, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
