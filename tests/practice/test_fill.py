"""Filling is all or nothing, and only into an empty database."""

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Municipality
from houvast.practice.fill import NotEmpty, fill
from tests.practice.conftest import NOW


def nothing(line: str) -> None:
    """Say nothing."""


@pytest.mark.django_db
def test_a_database_with_a_municipality_is_not_empty() -> None:
    Municipality.objects.create(code="eemsdelta", name="Eemsdelta", region="Groningen")
    with pytest.raises(NotEmpty):
        fill(nothing, now=NOW)
    assert not Entry.objects.exists()


@pytest.mark.usefixtures("committed")
def test_filling_that_is_broken_off_leaves_nothing() -> None:
    class Stopped(Exception):
        """Somebody pressed Ctrl+C."""

    def stop(line: str) -> None:
        if line.startswith("Partners"):
            raise Stopped

    with pytest.raises(Stopped):
        fill(stop, now=NOW, only=("pekela",))
    assert not Municipality.objects.exists()
    assert not Entry.objects.exists()
