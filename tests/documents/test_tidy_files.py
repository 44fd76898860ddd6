"""Files without a row go, rows without a file are named, and both stand in the log."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from houvast.audit.models import Entry
from houvast.documents import store
from houvast.documents.models import Document
from houvast.documents.services.tidy_files import Tidied, tidy_files
from houvast.kernel.actor import system
from houvast.kernel.ids import new_id
from tests.documents.worlds import Filed, incoming, on_disk
from tests.worlds import NOW

LATER = NOW + timedelta(days=2)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    """Give each test a folder of its own."""
    with override_settings(HOUVAST_DOCUMENTS=tmp_path):
        yield


def _tidy(*, remove: bool) -> Tidied:
    for each in on_disk():
        os.utime(each, (NOW.timestamp(), NOW.timestamp()))
    return tidy_files(actor=system("tidy-documents"), now=LATER, remove=remove)


def test_what_no_row_names_goes_and_what_a_row_names_stays(filed: Filed) -> None:
    kept = Document.objects.get(pk=filed.add()).current_id
    with store.shelf(NOW) as putting:
        putting.put(incoming().path, new_id())
    incoming()
    assert _tidy(remove=False) == Tidied(1, 1, ())
    assert len(on_disk()) == 3
    assert _tidy(remove=True) == Tidied(1, 1, ())
    assert on_disk() == {store.place_of(kept)}
    entry = Entry.objects.filter(event="document.tidied").latest("number")
    assert entry.details == {"nameless": 1, "abandoned": 1, "missing": [], "removed": True}


def test_a_row_without_a_file_is_named_and_stays(filed: Filed) -> None:
    document = Document.objects.get(pk=filed.add())
    store.remove(document.current_id)
    (missing,) = _tidy(remove=True).missing
    assert (missing.document_id, missing.version_id) == (document.id, document.current_id)
    assert missing.case_code == document.case.code
    assert Document.objects.filter(pk=document.id).exists()
