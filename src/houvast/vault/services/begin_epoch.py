"""Begin a new epoch: wrap every key that is left anew, and remove the secret that opened them until now."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from houvast.audit.rules.keys import key_name
from houvast.audit.services.act import act, writing
from houvast.kernel.actor import Actor
from houvast.vault.events import EPOCH_BEGUN
from houvast.vault.key_store import keep_only
from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import forget_secrets, make_secret, wrap_anew

_BATCH = 1_000


def begin_epoch(*, actor: Actor, now: datetime) -> int:
    """Wrap all keys anew; give how many. Only the owner of the tables may: upkeep calls it (`upkeep/owner.py`).

    The new secret is on the disk before anything is wrapped under it, and the old one goes when the database has
    everything: whatever breaks halfway, no key is lost. What is left over in the store goes the next time.
    """
    with act(EPOCH_BEGUN, actor=actor, now=now) as acting:
        family, epoch, count = _wrap_all(now)
        acting.subject, acting.subject_id = "epoch", epoch.id
        acting.details = {"number": epoch.number, "keys": count, "vault_key": key_name(settings.HOUVAST_VAULT_KEY)}
    _only(family, epoch)
    return count


def begin_first_epoch(*, actor: Actor, now: datetime) -> int:
    """Begin an epoch when there is none, or when an older version wrapped keys outside any; else do nothing.

    Where there is no key yet, nothing changes for anybody: the log of a new installation does not begin with it.
    """
    if Key.objects.filter(epoch=None, destroyed_at=None).exists():
        return begin_epoch(actor=actor, now=now)
    if not Epoch.objects.exists():
        with writing():
            family, epoch, _ = _wrap_all(now)
        _only(family, epoch)
    return 0


def keep_only_present() -> None:
    """Remove from the key store what an earlier time, that broke off, did not come to."""
    _only(Epoch.objects.earliest("number").id, Epoch.objects.latest("number"))


def _wrap_all(now: datetime) -> tuple[UUID, Epoch, int]:
    """Write the next epoch and wrap every key in it; give the first one, this one, and how many keys."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE vault_key IN SHARE ROW EXCLUSIVE MODE")
    before = list(Epoch.objects.order_by("number").values_list("id", flat=True))
    epoch = Epoch(number=len(before) + 1, begun_at=now)
    family = before[0] if before else epoch.id
    make_secret(family, epoch.id)
    epoch.save(force_insert=True)
    keys = list(Key.objects.filter(destroyed_at=None))
    for key in keys:
        wrap_anew(key, epoch)
    Key.objects.bulk_update(keys, ["epoch", "wrapped"], batch_size=_BATCH)
    return family, epoch, len(keys)


def _only(family: UUID, epoch: Epoch) -> None:
    keep_only(family, epoch.id)
    forget_secrets()
