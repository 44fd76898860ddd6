"""Seal the log: make the next checkpoint, over all chains, from rows that stand."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F, OuterRef, Subquery

from houvast.audit import models
from houvast.audit.models import Chain, CheckpointHead, Entry
from houvast.audit.proof import Broken
from houvast.audit.rules.checkpoints import Checkpoint, Head, leaf, public_key, said_at, sign
from houvast.audit.rules.keys import signing_key
from houvast.audit.rules.rows import Row, joined
from houvast.audit.rules.tree import Tree
from houvast.audit.selectors import row_of
from houvast.audit.services.act import audit_keys, writing
from houvast.kernel.errors import HouvastError

ROWS_AT_ONCE = 2000


class OtherKey(HouvastError):
    """The signing key is not the one that the last checkpoint says is next."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The checkpoint that was made, and the rows that could not be sealed because they are not what was written."""

    number: int
    broken: tuple[Broken, ...]


@dataclass(slots=True)
class _Chain:
    """A chain: what is signed of it, and where it ends now."""

    id: UUID
    name: str
    place: int | None
    number: int
    hash: str
    end: int


def seal_log(*, now: datetime, next_key: str = "", key_lost: bool = False) -> Sealed:
    """Make the next checkpoint. A chain is sealed as far as its rows are what was written; the next one is told.

    `next_key` is the public key that signs from the next checkpoint on, when it is another. With `key_lost` the signing
    key here signs in the place of the one that was lost, and says so. Raises `OtherKey` when no
    signing key here is the one that the last checkpoint names, and `IntegrityError` when another process was first.
    """
    chains = list(_chains())
    broken: list[Broken] = []
    moved: list[tuple[_Chain, bytes]] = []
    for chain in chains:
        digests, found = _advance(chain)
        broken += [Broken(chain.name, found)] if found else []
        if digests:
            moved.append((chain, digests))
    _give_places(chains, [chain for chain, _ in moved])
    moved.sort(key=lambda one: one[0].place or 0)
    with writing():
        last = models.Checkpoint.objects.order_by("-number").first()
        checkpoint = _signed(chains, moved, last, now, next_key, key_lost=key_lost)
        row = _store(checkpoint, now)
        CheckpointHead.objects.bulk_create(
            CheckpointHead(
                checkpoint=row,
                chain_id=chain.id,
                place=chain.place or 0,
                number=chain.number,
                hash=chain.hash,
                digests=base64.b64encode(digests).decode(),
            )
            for chain, digests in moved
        )
    return Sealed(checkpoint.number, tuple(broken))


def _chains() -> Iterator[_Chain]:
    """Read how far every chain is signed and where it ends, in one statement, so at one moment."""
    signed = CheckpointHead.objects.filter(chain=OuterRef("pk"))
    newest = signed.order_by("-number")
    rows = (
        Chain.objects.filter(head_number__gt=0)
        .annotate(
            place=Subquery(signed.order_by("number").values("place")[:1]),
            signed_number=Subquery(newest.values("number")[:1]),
            signed_hash=Subquery(newest.values("hash")[:1]),
        )
        .order_by(F("place").asc(nulls_last=True), "name")
    )
    for row in rows.values_list("id", "name", "place", "signed_number", "signed_hash", "head_number"):
        yield _Chain(row[0], row[1], row[2], row[3] or 0, row[4] or "", row[5])


def _advance(chain: _Chain) -> tuple[bytes, int]:
    """Move what is signed to the end of a chain; give the digests of its new rows, and the number of a broken one."""
    if chain.number == chain.end:
        return b"", 0
    entries = Entry.objects.filter(chain_id=chain.id, number__gt=chain.number, number__lte=chain.end).order_by("number")
    sound: list[Row] = []
    digests = b""
    for entry in entries.iterator(ROWS_AT_ONCE):
        row = row_of(entry, chain.name)
        expected = audit_keys().hash(chain.hash, row.content)
        if (entry.number, row.previous_hash, row.hash) != (chain.number + 1, chain.hash, expected):
            break
        chain.number, chain.hash = entry.number, row.hash
        sound.append(row)
    digests = joined(sound)
    return digests, 0 if chain.number == chain.end else chain.number + 1


def _give_places(chains: list[_Chain], moved: list[_Chain]) -> None:
    """Give chains that are signed for the first time the next leaves, in the order of their names."""
    following = sum(chain.place is not None for chain in chains)
    for chain in moved:
        if chain.place is None:
            chain.place, following = following, following + 1


def _signed(
    chains: list[_Chain],
    moved: list[tuple[_Chain, bytes]],
    last: models.Checkpoint | None,
    now: datetime,
    next_key: str,
    *,
    key_lost: bool,
) -> Checkpoint:
    named = (last.next_key or last.key) if last else ""
    key = settings.HOUVAST_SIGNING_KEY if key_lost else _key_of(named)
    tree = Tree()
    placed = {chain.place: chain for chain in chains if chain.place is not None}
    for place in sorted(placed):
        chain = placed[place]
        tree.put(place, leaf(chain.name, chain.number, chain.hash))
    return sign(
        Checkpoint(
            number=last.number + 1 if last else 1,
            at=said_at(now),
            previous=last.digest if last else "",
            chains=len(tree),
            root=tree.root,
            key=public_key(key),
            next_key=next_key,
            lost_key=named if key_lost else "",
            heads=tuple(Head(chain.name, chain.number, chain.hash, digests) for chain, digests in moved),
        ),
        key,
    )


def _key_of(named: str) -> bytes:
    key = signing_key(named, (settings.HOUVAST_SIGNING_KEY, *settings.HOUVAST_NEXT_SIGNING_KEY))
    if key is None:
        raise OtherKey(
            f"Bij het volgende controlepunt hoort de openbare sleutel {named}. HOUVAST_SIGNING_KEY is een andere. "
            "Zet de sleutel terug die hierbij hoort, of lees in docs/beheer/sleutels.md hoe u een sleutel vervangt."
        )
    return key


def _store(checkpoint: Checkpoint, now: datetime) -> models.Checkpoint:
    return models.Checkpoint.objects.create(
        number=checkpoint.number,
        at=now,
        previous=checkpoint.previous,
        digest=checkpoint.digest,
        chains=checkpoint.chains,
        root=checkpoint.root,
        key=checkpoint.key,
        next_key=checkpoint.next_key,
        lost_key=checkpoint.lost_key,
        signature=checkpoint.signature,
    )
