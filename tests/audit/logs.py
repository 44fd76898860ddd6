"""Logs for tests, made in memory: rows in chains, checkpoints over them, and what somebody without keys could do."""

import os
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from houvast.audit.proof import Broken, ChainRows
from houvast.audit.rules.checkpoints import Checkpoint, Head, leaf, public_key, said_at, sign
from houvast.audit.rules.rows import Row, entry_hash, joined
from houvast.audit.rules.tree import Tree
from tests.worlds import NOW

LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
AUDIT_KEY, SIGNING_KEY = bytes(range(32)), bytes(range(32, 64))
PUBLIC_KEY = public_key(SIGNING_KEY)
FORGERS_KEY = bytes(range(64, 96))
Log = dict[str, list[Row]]


@dataclass(frozen=True)
class Kept:
    """A log as it was written, with its checkpoints."""

    rows: Log
    checkpoints: tuple[Checkpoint, ...]


def written(chain: str, number: int, previous: str, *, key: bytes = AUDIT_KEY) -> Row:
    """Write a row as the application does, with what an entry says."""
    content = {
        "id": f"{chain}/{number}",
        "chain": chain,
        "number": number,
        "at": 1_764_000_000.25 + number,
        "event": "case.read",
        "outcome": "read",
        "actor_kind": "member",
        "actor_member": f"member-{number % 7}",
        "actor_name": "",
        "municipality": "m",
        "case": chain,
        "subject": "",
        "subject_id": "",
        "ground": "seat",
        "details": {"rows": number, "parts": ["plan"]},
    }
    return Row(content, previous, entry_hash(key, previous, content))


def make_log(rows: int, *, chains: int, every: int, beyond: int = 0) -> Kept:
    """Write rows over chains, with a checkpoint after `every` rows; `beyond` rows come after the last one."""
    log: Log = {}
    made: list[Checkpoint] = []
    signed: dict[str, int] = {}
    pick = random.Random(rows)
    for count in range(1, rows + beyond + 1):
        name = f"case:{pick.randrange(chains):04}"
        chain = log.setdefault(name, [])
        chain.append(written(name, len(chain) + 1, chain[-1].hash if chain else ""))
        if count <= rows and (count % every == 0 or count == rows):
            made.append(next_checkpoint(log, signed, made[-1] if made else None))
    return Kept(log, tuple(made))


def next_checkpoint(log: Log, signed: dict[str, int], last: Checkpoint | None, key: bytes = SIGNING_KEY) -> Checkpoint:
    """Sign how far every chain has come. `signed` keeps how far they were, in the order of their leaves."""
    for name in sorted(log.keys() - signed.keys()):
        signed[name] = 0
    moved = [(name, log[name][at:]) for name, at in signed.items() if len(log[name]) > at]
    tree = Tree()
    for place, name in enumerate(signed):
        signed[name] = len(log[name])
        tree.put(place, leaf(name, len(log[name]), log[name][-1].hash))
    number = last.number + 1 if last else 1
    return sign(
        Checkpoint(
            number=number,
            at=said_at(NOW + timedelta(minutes=5 * number)),
            previous=last.digest if last else "",
            chains=len(tree),
            root=tree.root,
            key=public_key(key),
            next_key="",
            heads=tuple(Head(name, len(log[name]), log[name][-1].hash, joined(rows)) for name, rows in moved),
        ),
        key,
    )


def told(log: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[ChainRows]:
    """Give the log as a verifier gets it."""
    return (ChainRows(name, rows) for name, rows in log)


def first_difference(before: Log, after: Log) -> Broken | None:
    """Find by comparing with what was written where a log is something else: chain by chain, as they come."""
    for name, rows in after.items():
        was = before.get(name, [])
        for at in range(max(len(was), len(rows)) if rows is not was else 0):
            if at >= len(was) or at >= len(rows) or was[at] != rows[at]:
                return Broken(name, at + 1)
    return next((Broken(name, 1) for name in sorted(before) if name not in after), None)


Meddling = Callable[[list[Row], random.Random], None]


def _change(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    field = pick.choice([name for name in rows[at].content if name not in ("number", "chain")])
    rows[at] = replace(rows[at], content={**rows[at].content, field: "iets anders"})


def _change_and_hash_again(rows: list[Row], pick: random.Random) -> None:
    """Change a row, and make every hash after it fit again, as somebody without the key can: with another key."""
    at = pick.randrange(len(rows))
    rows[at] = replace(rows[at], content={**rows[at].content, "event": "case.written"})
    _hash_again(rows, at)


def _remove(rows: list[Row], pick: random.Random) -> None:
    rows.pop(pick.randrange(len(rows)))


def _remove_and_renumber(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    rows.pop(at)
    _hash_again(rows, at)


def _insert(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows) + 1)
    row = rows[min(at, len(rows) - 1)]
    rows.insert(at, replace(row, content={**row.content, "id": "een ander", "number": at + 1}))


def _insert_and_renumber(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    rows.insert(at, replace(rows[at], content={**rows[at].content, "id": "een ander"}))
    _hash_again(rows, at)


def _repeat(rows: list[Row], pick: random.Random) -> None:
    rows.insert(pick.randrange(len(rows) + 1), pick.choice(rows))


def _swap(rows: list[Row], pick: random.Random) -> None:
    one, other = pick.randrange(len(rows)), pick.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


def _reverse(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    rows[at:] = reversed(rows[at:])


def _cut_off(rows: list[Row], pick: random.Random) -> None:
    del rows[pick.randrange(len(rows)) :]


def _other_hash(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    rows[at] = replace(rows[at], hash=pick.choice(rows).hash[::-1])


def _other_previous(rows: list[Row], pick: random.Random) -> None:
    at = pick.randrange(len(rows))
    rows[at] = replace(rows[at], previous_hash="0" * 64)


def _hash_again(rows: list[Row], at: int) -> None:
    for place in range(at, len(rows)):
        previous = rows[place - 1].hash if place else ""
        content = {**rows[place].content, "number": place + 1}
        rows[place] = Row(content, previous, entry_hash(FORGERS_KEY, previous, content))


MEDDLING: tuple[Meddling, ...] = (
    _change,
    _change_and_hash_again,
    _remove,
    _remove_and_renumber,
    _insert,
    _insert_and_renumber,
    _repeat,
    _swap,
    _reverse,
    _cut_off,
    _other_hash,
    _other_previous,
)


def meddled(log: Log, pick: random.Random) -> Log:
    """Give a log that somebody without keys meddled with, in one chain or with whole chains."""
    after = dict(log)
    names = list(after)
    name = pick.choice(names)
    kind = pick.randrange(len(MEDDLING) + 2)
    if kind < len(MEDDLING):
        after[name] = list(after[name])
        MEDDLING[kind](after[name], pick)
    elif kind == len(MEDDLING):
        del after[name]
    else:
        other = pick.choice(names)
        after[name], after[other] = after[other], after[name]
    return after
