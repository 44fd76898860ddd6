"""In a new epoch everything reads as before, and the secret of the epoch before it is nowhere any more."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connection, connections

from houvast.audit.models import Entry
from houvast.audit.rules.keys import key_name
from houvast.kernel.actor import system
from houvast.upkeep.owner import as_owner
from houvast.vault.key_store import SecretMissing, keep_secret, read_secret
from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import forget_secrets, seal, unseal
from houvast.vault.services.begin_epoch import begin_epoch, begin_first_epoch
from houvast.vault.services.create_key import create_key
from houvast.vault.services.destroy_key import destroy_key
from tests.worlds import NOW

ROBOT = system("tests")


def test_a_new_epoch_opens_what_is_left_and_a_backup_from_before_opens_nothing(
    committed: str, own_folders: Path
) -> None:
    kept, gone = create_key(now=NOW), create_key(now=NOW)
    sealed = {key: seal(key, "verzonnen", place="x:1") for key in (kept, gone)}
    before = {key.id: (bytes(key.wrapped), key.epoch_id) for key in (kept, gone)}
    first = Epoch.objects.get()
    stranger = own_folders / "sleutelbos" / f"{NOW:%Y}.{first.id}.x"
    stranger.write_text("van een ander")
    destroy_key(gone, now=NOW)
    with as_owner():
        assert begin_epoch(actor=ROBOT, now=NOW) == 1
        assert begin_first_epoch(actor=ROBOT, now=NOW) == 0
    told = Entry.objects.get(event="vault.epoch_begun")
    expected = {"number": 2, "keys": 1, "vault_key": key_name(settings.HOUVAST_VAULT_KEY)}
    assert (told.subject_id, told.details) == (Epoch.objects.get(number=2).id, expected)
    again = Key.objects.get(pk=kept.id)
    assert bytes(again.wrapped) != before[kept.id][0]
    assert unseal(again, sealed[kept], place="x:1") == "verzonnen"
    assert unseal(create_key(now=NOW), b"", place="x:1") == ""
    with pytest.raises(SecretMissing):
        read_secret(first.id)
    for old in (Key(id=key_id, wrapped=wrapped, epoch_id=epoch) for key_id, (wrapped, epoch) in before.items()):
        with pytest.raises(SecretMissing):
            unseal(old, sealed[kept if old.id == kept.id else gone], place="x:1")
    assert stranger.exists()


def test_a_key_that_an_older_version_wrapped_outside_any_epoch_gets_one(committed: str, own_folders: Path) -> None:
    bare = AESGCM.generate_key(bit_length=256)
    with as_owner():
        old = Key(epoch=None, created_at=NOW)
        nonce = b"0" * 12
        old.wrapped = nonce + AESGCM(settings.HOUVAST_VAULT_KEY).encrypt(nonce, bare, f"key:{old.id}".encode())
        sealed = seal(old, "verzonnen", place="x:1")
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER vault_key_new{' ON vault_key' if 'owner' in connections else ''}")
        old.save(force_insert=True)
        assert begin_first_epoch(actor=ROBOT, now=NOW) == 1
        assert begin_first_epoch(actor=ROBOT, now=NOW) == 0
    now = Key.objects.get(pk=old.id)
    assert now.epoch_id == Epoch.objects.get(number=2).id
    assert unseal(now, sealed, place="x:1") == "verzonnen"


def test_a_secret_is_for_its_own_process_owner_only_and_is_never_written_over(own_folders: Path) -> None:
    epoch = Epoch(number=1).id
    keep_secret(epoch, epoch, b"geheim")
    (file,) = (own_folders / "sleutelbos").glob(f"{epoch}.*")
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        keep_secret(epoch, epoch, b"een ander geheim")
    forget_secrets()
    assert read_secret(epoch) == b"geheim"
