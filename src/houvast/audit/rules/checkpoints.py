"""Checkpoints: signed statements of how far all chains had come, each chained to the one before it.

A checkpoint names the chains that moved since the one before it, with the digest of every new row, and the root of the
Merkle tree over the heads of all chains. The signature is Ed25519 (RFC 8032), of the library `cryptography`.
"""

import base64
import hashlib
import json
from collections.abc import Collection, Mapping
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from houvast.audit.rules.rows import DIGEST_BYTES, canonical
from houvast.audit.rules.tree import Tree

EVERY = timedelta(minutes=5)
TOO_OLD = timedelta(minutes=15)
_SIGNED_AS = b"houvast checkpoint 1\n"


@dataclass(frozen=True, slots=True)
class Head:
    """How far a chain had come. `rows` are the digests of its rows since the checkpoint before, one after the other."""

    chain: str
    number: int
    hash: str
    rows: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One checkpoint. `key` is the public key that signs it; `next_key` the one that signs from the next on, or "".

    `lost_key` is "" but where the key that should have signed was lost: then it is that one, and nobody handed over.
    """

    number: int
    at: str
    previous: str
    chains: int
    root: str
    key: str
    next_key: str
    heads: tuple[Head, ...]
    lost_key: str = ""
    signature: str = ""

    @property
    def signed_bytes(self) -> bytes:
        """Give what the signature is put under."""
        return _SIGNED_AS + canonical(self._body())

    @property
    def digest(self) -> str:
        """Give what the next checkpoint chains itself to (SHA-256, hexadecimal)."""
        return hashlib.sha256(self.signed_bytes + self.signature.encode()).hexdigest()

    def as_told(self) -> dict[str, object]:
        """Give the checkpoint as it is written in a file."""
        return {"kind": "checkpoint", **self._body(), "signature": self.signature}

    def _body(self) -> dict[str, object]:
        return {
            **({"lost_key": self.lost_key} if self.lost_key else {}),
            "number": self.number,
            "at": self.at,
            "previous": self.previous,
            "chains": self.chains,
            "root": self.root,
            "key": self.key,
            "next_key": self.next_key,
            "heads": [[h.chain, h.number, h.hash, base64.b64encode(h.rows).decode()] for h in self.heads],
        }


def leaf(chain: str, number: int, row_hash: str) -> bytes:
    """Give the leaf of a chain in the tree."""
    return canonical([chain, number, row_hash])


def said_at(at: datetime) -> str:
    """Write a moment as a checkpoint does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def public_key(private: bytes) -> str:
    """Give the public half of a signing key, hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def sign(checkpoint: Checkpoint, private: bytes) -> Checkpoint:
    """Sign a checkpoint."""
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(checkpoint.signed_bytes)
    return replace(checkpoint, signature=signature.hex())


def is_signed(checkpoint: Checkpoint) -> bool:
    """Say whether the key that a checkpoint names did sign it."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(checkpoint.key))
        key.verify(bytes.fromhex(checkpoint.signature), checkpoint.signed_bytes)
    except (ValueError, InvalidSignature):
        return False
    return True


def read_checkpoint(line: str | bytes) -> Checkpoint | None:
    """Read a checkpoint from a line of a file; None for what is not one."""
    try:
        told = json.loads(line)
        return _of(told)
    except (ValueError, KeyError, TypeError):
        return None


def _of(told: Mapping[str, object]) -> Checkpoint:
    number, chains, heads = told["number"], told["chains"], told["heads"]
    if not (isinstance(number, int) and isinstance(chains, int) and isinstance(heads, list)):
        raise TypeError
    words = {name: str(told[name]) for name in ("at", "previous", "root", "key", "next_key", "signature")}
    moved = tuple(Head(str(chain), int(last), str(made), base64.b64decode(rows)) for chain, last, made, rows in heads)
    lost = str(told.get("lost_key", ""))
    return Checkpoint(number=number, chains=chains, heads=moved, lost_key=lost, **words)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Checkpoints one after the other under one key. `broke` says that the key before was lost: nobody handed over."""

    key: str
    first: int
    first_at: str
    last: int
    last_at: str
    broke: bool = False


def believed(stretches: SequenceOf[Stretch], keys: Collection[str]) -> int:
    """Give how many stretches who trusts these keys can believe: the first so many.

    Who trusts a key believes all that came before, which its checkpoints sign over, and what comes after by handing
    over. Where a key was lost nobody handed over: what comes after is believed by who trusts the new key.
    """
    found = 0
    for count, stretch in enumerate(stretches, start=1):
        if stretch.key in keys or (found == count - 1 > 0 and not stretch.broke):
            found = count
    return found


class Sequence:
    """Follows checkpoints one by one and says where they stop being what was signed. Keeps a number for each chain."""

    def __init__(self) -> None:
        """Begin before the first checkpoint."""
        self.number, self.digest = 0, ""
        self.stretches: list[Stretch] = []
        self._key = ""
        self._tree = Tree()
        self._chains: dict[str, tuple[int, int]] = {}

    def follow(self, checkpoint: Checkpoint) -> bool:
        """Say whether this is the next checkpoint, as it was signed. After a no the sequence is not to be used."""
        stands = (
            (checkpoint.number, checkpoint.previous) == (self.number + 1, self.digest)
            and (checkpoint.lost_key or checkpoint.key) == (self._key or checkpoint.key)
            and checkpoint.lost_key != checkpoint.key
            and is_signed(checkpoint)
            and all(self._moves(head) for head in checkpoint.heads)
            and (checkpoint.chains, checkpoint.root) == (len(self._tree), self._tree.root)
        )
        self.number, self.digest = checkpoint.number, checkpoint.digest
        self._key = checkpoint.next_key or checkpoint.key
        self._lengthen(checkpoint)
        return stands

    def _lengthen(self, checkpoint: Checkpoint) -> None:
        number, at = checkpoint.number, checkpoint.at
        if self.stretches and self.stretches[-1].key == checkpoint.key:
            self.stretches[-1] = replace(self.stretches[-1], last=number, last_at=at)
        else:
            broke = bool(checkpoint.lost_key)
            self.stretches.append(Stretch(checkpoint.key, number, at, number, at, broke))

    def _moves(self, head: Head) -> bool:
        place, number = self._chains.get(head.chain, (len(self._chains), 0))
        self._chains[head.chain] = place, head.number
        self._tree.put(place, leaf(head.chain, head.number, head.hash))
        return 0 < len(head.rows) == (head.number - number) * DIGEST_BYTES


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Say whether it is time for the next checkpoint, a little early: who keeps watch is not always on time."""
    return newest is None or now - newest >= EVERY - timedelta(seconds=20)


def is_recent(newest: datetime | None, now: datetime) -> bool:
    """Say whether the newest checkpoint is so recent that they are being made."""
    return newest is not None and now - newest <= TOO_OLD
