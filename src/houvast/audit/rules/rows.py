"""An entry as it is hashed: the same for a new row, one read back from the database, and a line of an export."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Row:
    """What an entry says, and its place in its chain."""

    content: Mapping[str, object]
    previous_hash: str
    hash: str


def canonical(content: object) -> bytes:
    """Write content in the one way that is hashed."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def entry_hash(key: bytes, previous_hash: str, content: Mapping[str, object]) -> str:
    """Hash an entry onto the one before it, under an audit key (HMAC-SHA256, hexadecimal)."""
    return hmac.new(key, previous_hash.encode() + canonical(content), hashlib.sha256).hexdigest()


def row_digest(row: Row) -> bytes:
    """Give the digest of a whole row, which anybody can compute: a checkpoint signs it (SHA-256)."""
    return hashlib.sha256(row.hash.encode() + canonical(row.content)).digest()


def joined(rows: Iterable[Row]) -> bytes:
    """Put the digests of rows one after the other."""
    return b"".join(row_digest(row) for row in rows)


def divided(digests: bytes) -> Iterator[bytes]:
    """Take digests apart that were put one after the other."""
    return (digests[at : at + DIGEST_BYTES] for at in range(0, len(digests), DIGEST_BYTES))
