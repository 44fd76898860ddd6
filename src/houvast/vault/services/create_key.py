"""Make a key for a new case, concern, resident or other record."""

from datetime import datetime

from django.db import connection, transaction

from houvast.vault.models import Epoch, Key
from houvast.vault.sealing import wrap_new


def create_key(*, now: datetime) -> Key:
    """Make and store a key. Called inside the act that makes what the key is for; that act is the one on record."""
    key = Key(created_at=now)
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:  # waits while a new epoch begins; SQLite has one writer at a time
                cursor.execute("LOCK TABLE vault_key IN ROW EXCLUSIVE MODE")
        wrap_new(key, Epoch.objects.latest("number"))
        key.save(force_insert=True)
    return key
