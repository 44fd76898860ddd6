"""Copies of the key store: dated, on a place of their own, and none for longer than 30 days."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from houvast.configuration import problems
from houvast.kernel.ids import new_id
from houvast.vault.key_copies import NoPlaceForCopies, copy_keys, has_copy_of, old_copies
from houvast.vault.key_store import keep_only, keep_secret
from tests.worlds import NOW

DAY = timedelta(days=1)


def test_a_copy_is_kept_for_thirty_days_and_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HOUVAST_KEY_STORE", tmp_path / "bos")
    monkeypatch.setattr(settings, "HOUVAST_KEY_COPIES", None)
    with pytest.raises(NoPlaceForCopies):
        copy_keys(now=NOW)
    place = tmp_path / "kopieën"
    monkeypatch.setattr(settings, "HOUVAST_KEY_COPIES", place)
    first, second = new_id(), new_id()
    assert not has_copy_of(first)
    keep_secret(first, first, b"geheim")
    copied = copy_keys(now=NOW)
    (file,) = copied.iterdir()
    assert (file.read_bytes(), file.stat().st_mode & 0o777, has_copy_of(first)) == (b"geheim", 0o600, True)
    (place / "sleutelbos-van-iemand").mkdir()
    keep_secret(first, second, b"nieuw geheim")
    keep_only(first, second)
    assert not has_copy_of(second)
    assert old_copies(NOW + 30 * DAY) == []
    later = NOW + 30 * DAY + timedelta(seconds=1)
    assert old_copies(later) == [copied]
    again = copy_keys(now=later)
    assert sorted(each.name for each in place.iterdir()) == [again.name, "sleutelbos-van-iemand"]
    assert (has_copy_of(first), has_copy_of(second), old_copies(later)) == (False, True, [])


@pytest.mark.parametrize(
    ("place", "refused"),
    [
        ("/srv/houvast/data/kopie", True),
        ("/srv/houvast", True),
        ("/srv/bos", True),
        ("/srv/bos/kopie", True),
        ("/mnt/kluis/sleutelbos", False),
        ("", False),
    ],
)
def test_copies_are_apart_from_what_is_in_a_backup_of_the_database(place: str, *, refused: bool) -> None:
    given = {"HOUVAST_KEY_COPIES": place, "HOUVAST_DATA_DIR": "/srv/houvast/data", "HOUVAST_KEY_STORE": "/srv/bos"}
    assert any("HOUVAST_KEY_COPIES" in line for line in problems(given)) is refused
