"""Destroy a key: everything that was sealed under it is unreadable for ever."""

from datetime import datetime

from houvast.vault.models import Key


def destroy_key(key: Key, *, now: datetime) -> None:
    """Destroy a key; the row stays, empty. Called inside the act that empties what it was for; that is on record.

    What was destroyed already stays as it is. The next epoch (`begin_epoch`) takes it out of the reach of the backups.
    """
    if key.destroyed_at is None:
        key.destroyed_at, key.wrapped = now, b""
        key.save(update_fields=["destroyed_at"])  # the database empties the rest
