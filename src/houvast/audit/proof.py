"""What checkpoints prove about rows, kept in a temporary file: a large log needs no more memory than a small one."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from houvast.audit.rules.checkpoints import Checkpoint, Sequence, Stretch
from houvast.audit.rules.rows import DIGEST_BYTES, Row, divided, row_digest

Hashing = Callable[[str, Mapping[str, object]], str]
"""Gives the hash of a row from that of the row before and its content; only who has the audit key can."""


@dataclass(frozen=True, slots=True)
class ChainRows:
    """A chain and its rows in their order. `head` is what the database says is its end, if it says so."""

    name: str
    rows: Iterable[Row]
    head: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row of a chain that is not what was written; with `chain` "" it is a checkpoint."""

    chain: str
    number: int


class Proof:
    """The checkpoints that were followed, and the digest of every row that they sign."""

    def __init__(self) -> None:
        """Begin without checkpoints. The file is SQLite's own temporary one, and goes with the connection."""
        self._kept = sqlite3.connect("")
        self._kept.execute("CREATE TABLE head (chain TEXT, number INTEGER, digests BLOB, PRIMARY KEY (chain, number))")
        self._sequence = Sequence()
        self.rows = 0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Give under which keys the checkpoints stand, from which to which."""
        return tuple(self._sequence.stretches)

    @property
    def number(self) -> int:
        """Give the number of the last checkpoint."""
        return self._sequence.number

    def follow(self, checkpoints: Iterable[Checkpoint]) -> Broken | None:
        """Take checkpoints in, up to one that is not what was signed; give that one."""
        for checkpoint in checkpoints:
            expected = self.number + 1
            if not self._sequence.follow(checkpoint):
                return Broken("", expected)
            heads = [(head.chain, head.number, head.rows) for head in checkpoint.heads]
            self.rows += sum(len(head.rows) // DIGEST_BYTES for head in checkpoint.heads)
            self._kept.executemany("INSERT INTO head VALUES (?, ?, ?)", heads)
        return None

    def digests(self, chain: str) -> Iterator[bytes]:
        """Give the digests of the rows of a chain, in their order."""
        kept = self._kept.execute("SELECT digests FROM head WHERE chain = ? ORDER BY number", [chain])
        return (digest for (digests,) in kept for digest in divided(digests))

    def chains(self) -> Iterator[str]:
        """Name every chain that a checkpoint names."""
        return (name for (name,) in self._kept.execute("SELECT DISTINCT chain FROM head ORDER BY chain"))

    def close(self) -> None:
        """Throw the temporary file away."""
        self._kept.close()


def first_broken_row(
    chain: ChainRows, digests: Iterator[bytes], *, hashing: Hashing | None = None, only_signed: bool = False
) -> Broken | None:
    """Find where a chain stops being what was written; None when it is whole.

    A changed, removed, inserted or re-ordered row breaks it there. Every row must follow the one before, be what a
    checkpoint signs of it, and have the hash that only the audit key makes, when `hashing` can. With `only_signed` no
    row stands beyond the last checkpoint. A row taken off the end shows because a checkpoint signed it, or because the
    head says that it was written.
    """
    number, previous = 0, ""
    for row in chain.rows:
        number += 1
        signed = next(digests, None)
        follows = row.previous_hash == previous and row.content.get("number") == number
        stands = follows and row.content.get("chain") == chain.name and row_digest(row) == (signed or row_digest(row))
        if not stands or (signed is None and only_signed):
            return Broken(chain.name, number)
        if hashing is not None and row.hash != hashing(previous, row.content):
            return Broken(chain.name, number)
        previous = row.hash
    lacks = next(digests, None) is not None or (chain.head is not None and chain.head != (number, previous))
    return Broken(chain.name, number + 1) if lacks else None


@dataclass(frozen=True, slots=True)
class Found:
    """What verifying found: how much there is, and the first checkpoint and row that are not what was written.

    `stretches` say under which public keys the checkpoints stand; whether to trust one is for who verifies to say.
    `unsigned` counts the rows that came after the last checkpoint: who may do everything in the database can cut those
    off, and nothing shows it.
    """

    checkpoints: int
    rows: int
    stretches: tuple[Stretch, ...]
    checkpoint: Broken | None
    row: Broken | None
    unsigned: int = 0

    @property
    def keys(self) -> frozenset[str]:
        """Give the public keys under which the checkpoints stand."""
        return frozenset(stretch.key for stretch in self.stretches)

    @property
    def is_whole(self) -> bool:
        """Say whether all of it is what was written."""
        return self.checkpoint is None and self.row is None


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self) -> None:
        self.rows = 0

    def passing(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.rows += 1
            yield row


Reading = Callable[[], Iterable[Checkpoint]]


def verified(
    chains: Iterable[ChainRows],
    *,
    inside: Reading,
    outside: Reading,
    hashing: Hashing | None = None,
    only_signed: bool = False,
) -> Found:
    """Verify a log against checkpoints: `outside` those of the second place, `inside` those that came with the log.

    The second place is believed, up to its last checkpoint; what came after it, the log tells itself.
    """
    proof = Proof()
    try:
        checkpoint = proof.follow(outside())
        if checkpoint is None:
            last = proof.number
            own = iter(inside())
            kept = outside() if last else ()
            other = next((Broken("", each.number) for each in kept if next(own, None) != each), None)
            checkpoint = other or proof.follow(own)
        counted = _Counted()
        told = (ChainRows(chain.name, counted.passing(chain.rows), chain.head) for chain in chains)
        row = first_broken(proof, told, hashing=hashing, only_signed=only_signed)
        return Found(proof.number, counted.rows, proof.stretches, checkpoint, row, max(0, counted.rows - proof.rows))
    finally:
        proof.close()


def first_broken(
    proof: Proof,
    chains: Iterable[ChainRows],
    *,
    hashing: Hashing | None = None,
    only_signed: bool = False,
    whole: Collection[str] = (),
) -> Broken | None:
    """Find the first row of a whole log that is not what was written, in the order in which the log comes.

    `whole` names chains that were verified before and are the same since: these do not come again.
    """
    seen = set(whole)
    for chain in chains:
        if chain.name in seen:
            return Broken(chain.name, 1)
        seen.add(chain.name)
        found = first_broken_row(chain, proof.digests(chain.name), hashing=hashing, only_signed=only_signed)
        if found is not None:
            return found
    return next((Broken(name, 1) for name in proof.chains() if name not in seen), None)
