"""A long list: every row is filed, and nothing of what was filed stays in memory.

`make proof` reads 10,000 rows, `make test` fewer.
"""

import gc
import os
import tracemalloc

import pytest

from houvast.intake.models import Concern, Import
from houvast.intake.rules.report import Report
from houvast.intake.services import import_list as module
from houvast.intake.services.import_list import LIST_READER, import_list
from tests.intake.worlds import make_ten
from tests.worlds import NOW

pytestmark = pytest.mark.django_db

ROWS = 10_000 if os.environ.get("HOUVAST_TEST_SIZE") == "large" else 1_000
HEADER = "Incidentnummer;Datum;Achternaam;Voornamen;Geboortedatum;Gemeente\n"
# A concern or a row that stayed would be thousands.
BYTES_A_ROW = 100


def list_of(rows: int) -> bytes:
    lines = (f"PL{number};22-11-2026;Vegt;Yara;25-05-1998;Eemsdelta" for number in range(rows))
    return (HEADER + "\n".join(lines)).encode()


def test_what_is_held_does_not_grow_with_what_is_filed(monkeypatch: pytest.MonkeyPatch) -> None:
    make_ten()
    held: list[int] = []
    count = module._count

    def measured(started: Import, report: Report) -> None:
        count(started, report)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])

    monkeypatch.setattr(module, "_count", measured)
    content = list_of(ROWS)
    tracemalloc.start()
    try:
        import_list(actor=LIST_READER, now=NOW, content=content)
    finally:
        tracemalloc.stop()
    assert Concern.objects.count() == ROWS
    # The first part warms up what is kept for the next ones.
    grown, rows = held[-1] - held[1], (len(held) - 2) * module.ROWS_AT_ONCE
    assert grown < BYTES_A_ROW * rows
