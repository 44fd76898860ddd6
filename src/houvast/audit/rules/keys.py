"""Which key made what after keys were replaced: audit keys by name, signing keys by what a checkpoint says."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from houvast.audit.rules.checkpoints import public_key
from houvast.audit.rules.rows import entry_hash


def key_name(key: bytes) -> str:
    """Name an audit key without telling it: the beginning of a digest of it."""
    return hashlib.sha256(b"houvast audit key " + key).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class AuditKeys:
    """The audit key of now and the ones before it, the newest first."""

    now: bytes
    before: Sequence[bytes] = ()

    @property
    def name(self) -> str:
        """Give what a new row says of its key: nothing as long as there has been one key only."""
        return key_name(self.now) if self.before else ""

    def hash(self, previous_hash: str, content: Mapping[str, object]) -> str:
        """Hash a row under the key that it names; "" when that key is not here, which no row has."""
        every = [self.now, *self.before]
        named = {"": every[-1], **{key_name(key): key for key in every}}
        key = named.get(str(content.get("key", "")))
        return entry_hash(key, previous_hash, content) if key else ""


def signing_key(signs_next: str, keys: Sequence[bytes]) -> bytes | None:
    """Give the signing key that the last checkpoint says is next; the first one when there is no checkpoint."""
    return next((key for key in keys if signs_next in ("", public_key(key))), None)
