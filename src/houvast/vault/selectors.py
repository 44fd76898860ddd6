"""What upkeep and retention ask of the vault, and who keeps a copy of what was sealed."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from houvast.kernel.clock_start import Stretch
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import is_under_master_of_now, open_secret

Row = TypeVar("Row", bound=Model)


def present_epoch() -> UUID:
    """Give the epoch of now."""
    return Epoch.objects.latest("number").id


def open_present_epoch() -> None:
    """Open the secret of the epoch of now. Raises `SecretMissing`, or `BrokenSeal` under another master key."""
    open_secret(present_epoch())


def needs_next_epoch() -> bool:
    """Say whether the secret of the epoch of now is still sealed under a master key from before."""
    return not is_under_master_of_now(present_epoch())


def was_destroyed_in_this_epoch() -> bool:
    """Say whether a key was destroyed that a backup from this epoch still opens."""
    return Key.objects.filter(epoch_id=present_epoch()).exclude(destroyed_at=None).exists()


def keys_by_id(ids: Collection[UUID]) -> dict[UUID, Key]:
    """Give keys by their id, in one query: for a copy that has to go when what it was copied from goes."""
    return Key.objects.in_bulk(list(ids))


def still_kept(rows: "QuerySet[Row]", stretch: Stretch, *, since: str, by_moment: bool = False) -> "QuerySet[Row]":
    """Give of records with a `key` of their own those of which it still stands, in the order of the day in `since`.

    With `by_moment` that is a moment.
    """
    found = rows.filter(key__isnull=False, key__destroyed_at__isnull=True)
    if stretch.only is not None:
        found = found.filter(pk=stretch.only)
    if stretch.after is not None:
        moment, last = stretch.after
        at = moment if by_moment else in_amsterdam(moment).date()
        found = found.filter(Q(**{f"{since}__gt": at}) | Q(**{since: at, "pk__gt": last}))
    ordered = found.order_by(since, "pk")
    return ordered[: stretch.size] if stretch.size else ordered
