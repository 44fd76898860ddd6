"""Begin a new epoch: wrap every key that is left anew, and remove the secret that opened them until now."""

from datetime import datetime

from django.db import connection

from houvast.audit.services.act import writing
from houvast.vault.key_store import keep_only
from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import forget_secrets, make_secret, wrap_anew

_BATCH = 1_000


def begin_epoch(*, now: datetime) -> int:
    """Wrap all keys anew; give how many. Only the owner of the tables may: upkeep calls it (`upkeep/owner.py`).

    The new secret is on the disk before anything is wrapped under it, and the old one goes when the database has
    everything: whatever breaks halfway, no key is lost. What is left over in the store goes the next time.
    """
    with writing():
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
    keep_only(family, epoch.id)
    forget_secrets()
    return len(keys)


def begin_first_epoch(*, now: datetime) -> int:
    """Begin an epoch when there is none, or when an older version wrapped keys outside any; else do nothing."""
    if Epoch.objects.exists() and not Key.objects.filter(epoch=None, destroyed_at=None).exists():
        return 0
    return begin_epoch(now=now)
