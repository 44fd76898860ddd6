"""Recognise without keeping: hashes under a key that is not in the database."""

from houvast.vault.sealing import keyed_hashes


def keyed_hash(kind: str, *texts: str) -> str:
    """Give the hash (HMAC-SHA256, hexadecimal) of texts that may hold a name or a BSN.

    `kind` keeps hashes of different things apart. The key is that of the BSN index.
    """
    return stored_hashes(kind, *texts)[0]


def stored_hashes(kind: str, *texts: str) -> tuple[str, ...]:
    """Give every hash that may be stored of these texts: that of now, and those under keys from before it."""
    return keyed_hashes("\x1f".join((f"intake.{kind}", *texts)))
