"""Make a key for a new case, concern or resident."""

from datetime import datetime

from houvast.vault.models import Key
from houvast.vault.sealing import wrap_new


def create_key(*, now: datetime) -> Key:
    """Make and store a key. Called inside the act that makes what the key is for; that act is the one on record."""
    key = Key(created_at=now)
    wrap_new(key)
    key.save(force_insert=True)
    return key
