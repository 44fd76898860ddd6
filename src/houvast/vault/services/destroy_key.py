"""Destroy a key: everything that was sealed under it is unreadable for ever."""

from houvast.vault.models import Key


def destroy_key(key: Key) -> None:
    """Remove a key. Called inside the act that empties what the key was for; that act is the one on record."""
    key.delete()
