"""What upkeep asks of the vault, and who keeps a copy of what was sealed."""

from collections.abc import Collection
from uuid import UUID

from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import is_under_master_of_now, open_secret


def open_present_epoch() -> None:
    """Open the secret of the epoch of now. Raises `SecretMissing`, or `BrokenSeal` under another master key."""
    open_secret(Epoch.objects.latest("number").id)


def needs_next_epoch() -> bool:
    """Say whether the secret of the epoch of now is still sealed under a master key from before."""
    return not is_under_master_of_now(Epoch.objects.latest("number").id)


def was_destroyed_in_this_epoch() -> bool:
    """Say whether a key was destroyed that a backup from this epoch still opens."""
    return Key.objects.filter(epoch=Epoch.objects.latest("number")).exclude(destroyed_at=None).exists()


def keys_by_id(ids: Collection[UUID]) -> dict[UUID, Key]:
    """Give keys by their id, in one query: for a copy that has to go when what it was copied from goes."""
    return Key.objects.in_bulk(list(ids))
