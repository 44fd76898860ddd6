"""Sealed text opens under its own key, in its own place, unchanged; and in no other way."""

import pytest
from django.test import override_settings

from houvast.vault.files import new_file_key, seal_file_key, unseal_file_key
from houvast.vault.models import Key
from houvast.vault.sealing import BrokenSeal, bsn_index, seal, seal_under_master, unseal, unseal_under_master
from houvast.vault.services.create_key import create_key
from houvast.vault.services.destroy_key import destroy_key
from tests.worlds import NOW

pytestmark = pytest.mark.django_db
PLACE = "cases_note.text:1"
TEXT = "Zij sliep slecht — zegt ze zélf."


@pytest.fixture
def key() -> Key:
    """Make a key, as it comes back from the database."""
    return Key.objects.get(pk=create_key(now=NOW).id)


def test_what_was_sealed_opens_in_its_place(key: Key) -> None:
    assert unseal(key, seal(key, TEXT, place=PLACE), place=PLACE) == TEXT


def test_a_memoryview_opens_too(key: Key) -> None:
    assert unseal(key, memoryview(seal(key, TEXT, place=PLACE)), place=PLACE) == TEXT


def test_empty_text_stays_empty(key: Key) -> None:
    assert seal(key, "", place=PLACE) == b""
    assert unseal(key, b"", place=PLACE) == ""


def test_the_text_is_not_in_the_seal_and_no_two_seals_are_alike(key: Key) -> None:
    first, second = seal(key, TEXT, place=PLACE), seal(key, TEXT, place=PLACE)
    assert first != second
    assert b"sliep" not in first


def test_a_seal_does_not_open_elsewhere(key: Key) -> None:
    with pytest.raises(BrokenSeal):
        unseal(key, seal(key, TEXT, place=PLACE), place="cases_note.text:2")


def test_a_seal_does_not_open_under_another_key(key: Key) -> None:
    with pytest.raises(BrokenSeal):
        unseal(create_key(now=NOW), seal(key, TEXT, place=PLACE), place=PLACE)


def test_a_key_does_not_open_in_the_place_of_another(key: Key) -> None:
    sealed = seal(key, TEXT, place=PLACE)
    moved = create_key(now=NOW)
    moved.wrapped = key.wrapped
    with pytest.raises(BrokenSeal):
        unseal(moved, sealed, place=PLACE)


def test_under_a_destroyed_key_there_is_nothing_to_read(key: Key) -> None:
    sealed = seal(key, TEXT, place=PLACE)
    destroy_key(key, now=NOW)
    assert unseal(Key.objects.get(pk=key.id), sealed, place=PLACE) == ""


@pytest.mark.parametrize("position", [0, 11, 12, -1])
def test_a_seal_with_one_bit_changed_does_not_open(position: int, key: Key) -> None:
    sealed = bytearray(seal(key, TEXT, place=PLACE))
    sealed[position] ^= 1
    with pytest.raises(BrokenSeal):
        unseal(key, bytes(sealed), place=PLACE)


def test_without_the_master_key_nothing_opens(key: Key) -> None:
    sealed = seal(key, TEXT, place=PLACE)
    with override_settings(HOUVAST_VAULT_KEY=b"x" * 32), pytest.raises(BrokenSeal):
        unseal(key, sealed, place=PLACE)


def test_the_search_key_of_a_bsn_is_always_the_same_and_says_nothing_of_it() -> None:
    # 999999990 is a number for tests that belongs to nobody.
    index = bsn_index("999999990")
    assert index == bsn_index("999999990")
    assert len(index) == 64
    assert "999999990" not in index
    with override_settings(HOUVAST_BSN_KEY=b"x" * 32):
        assert bsn_index("999999990") != index


def test_a_secret_of_the_house_opens_under_the_master_key_in_its_place_only() -> None:
    sealed = seal_under_master("geheim", place="second factor:1")
    assert unseal_under_master(sealed, place="second factor:1") == "geheim"
    with pytest.raises(BrokenSeal):
        unseal_under_master(sealed, place="second factor:2")


def test_the_key_of_a_file_opens_under_the_key_of_its_case_only(key: Key) -> None:
    file_key = new_file_key()
    sealed = seal_file_key(key, file_key, place=PLACE)
    assert file_key not in sealed
    assert unseal_file_key(key, sealed, place=PLACE) == file_key
    with pytest.raises(BrokenSeal):
        unseal_file_key(create_key(now=NOW), sealed, place=PLACE)
