"""What proves the log, as it stands in the database. For commands only: a person reads the log in `desk`."""

import base64
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, islice

from django.db.models import Max

from houvast.audit import models
from houvast.audit.models import Chain, CheckpointHead, Entry
from houvast.audit.proof import ChainRows
from houvast.audit.rules.checkpoints import Checkpoint, Head, said_at
from houvast.audit.rules.rows import Row
from houvast.audit.services.act import content_of

CHECKPOINTS_AT_ONCE = 200
ROWS_AT_ONCE = 2000


def chains() -> Iterator[ChainRows]:
    """Give every chain with its rows, in two queries, however long the log; take each chain in before the next.

    Where a chain ends is read together with its rows, so that what is written meanwhile breaks nothing.
    """
    known = dict(Chain.objects.filter(head_number__gt=0).values_list("name", "head_number"))
    rows = Entry.objects.order_by("chain_id", "number").select_related("chain").iterator(ROWS_AT_ONCE)
    for chain, entries in groupby(rows, lambda entry: entry.chain):
        known.pop(chain.name, None)
        yield ChainRows(
            chain.name, (row_of(entry, chain.name) for entry in entries), (chain.head_number, chain.head_hash)
        )
    for name, number in known.items():
        yield ChainRows(name, (), (number, ""))


def signed_chains(number: int) -> Iterator[ChainRows]:
    """Give every chain as far as the checkpoint with this number signs it, as `chains` does."""
    heads = CheckpointHead.objects.filter(checkpoint__number__lte=number).values_list("chain__name")
    signed = dict(heads.annotate(signed=Max("number")))
    for chain in chains():
        yield ChainRows(chain.name, islice(chain.rows, signed.get(chain.name, 0)))


def row_of(entry: Entry, chain: str) -> Row:
    """Give an entry as it is hashed."""
    return Row(content_of(entry, chain), entry.previous_hash, entry.hash)


def checkpoints(*, after: int = 0, up_to: int | None = None) -> Iterator[Checkpoint]:
    """Give the checkpoints after a number, up to one when it is given, some at a time."""
    wanted = models.Checkpoint.objects.order_by("number")
    wanted = wanted if up_to is None else wanted.filter(number__lte=up_to)
    while True:
        rows = list(wanted.filter(number__gt=after)[:CHECKPOINTS_AT_ONCE])
        if not rows:
            return
        heads: dict[object, list[Head]] = defaultdict(list)
        for head in CheckpointHead.objects.filter(checkpoint__in=rows).select_related("chain").order_by("place"):
            heads[head.checkpoint_id].append(
                Head(head.chain.name, head.number, head.hash, base64.b64decode(head.digests))
            )
        yield from (_checkpoint(row, heads[row.id]) for row in rows)
        after = rows[-1].number


def digest_of_checkpoint(number: int) -> str:
    """Give the digest of a checkpoint; "" when it is not there."""
    return models.Checkpoint.objects.filter(number=number).values_list("digest", flat=True).first() or ""


def newest_checkpoint_at() -> datetime | None:
    """Say when the newest checkpoint was made."""
    return models.Checkpoint.objects.order_by("-number").values_list("at", flat=True).first()


def last_checkpoint() -> tuple[int, str]:
    """Give the number and the digest of the last checkpoint; 0 and "" when there is none."""
    return models.Checkpoint.objects.order_by("-number").values_list("number", "digest").first() or (0, "")


def next_signer() -> str:
    """Give the public key that signs the next checkpoint; "" when there is none yet."""
    last = models.Checkpoint.objects.order_by("-number").first()
    return (last.next_key or last.key) if last else ""


def _checkpoint(row: models.Checkpoint, heads: list[Head]) -> Checkpoint:
    return Checkpoint(
        number=row.number,
        at=said_at(row.at),
        previous=row.previous,
        chains=row.chains,
        root=row.root,
        key=row.key,
        next_key=row.next_key,
        lost_key=row.lost_key,
        heads=tuple(heads),
        signature=row.signature,
    )
