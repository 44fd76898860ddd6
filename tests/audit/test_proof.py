"""Whatever somebody without keys does to a log up to its last checkpoint, the first row that is broken is named."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.audit.proof import Broken, ChainRows, Found, Hashing, Proof, first_broken, verified
from houvast.audit.rules.checkpoints import Checkpoint, Head, believed, public_key, sign
from houvast.audit.rules.rows import DIGEST_BYTES, Row, entry_hash
from tests.audit.logs import (
    AUDIT_KEY,
    FORGERS_KEY,
    LARGE,
    PUBLIC_KEY,
    SIGNING_KEY,
    Kept,
    first_difference,
    make_log,
    meddled,
    next_checkpoint,
    told,
    written,
)

KEPT = make_log(100_000, chains=1_500, every=2_000) if LARGE else make_log(240, chains=12, every=37)
SMALL = make_log(60, chains=4, every=11, beyond=9)


def hashing(previous: str, content: Mapping[str, object]) -> str:
    """Hash a row as who has the audit key."""
    return entry_hash(AUDIT_KEY, previous, content)


def verify(kept: Kept, *, with_key: Hashing | None = hashing, only_signed: bool = False) -> Found:
    """Verify a log against its checkpoints, all of which are in the second place."""
    return verified(
        told(kept.rows.items()),
        inside=lambda: kept.checkpoints,
        outside=lambda: kept.checkpoints,
        hashing=with_key,
        only_signed=only_signed,
    )


@pytest.mark.parametrize("with_key", [hashing, None])
def test_a_log_that_nobody_touched_is_whole(with_key: Hashing | None) -> None:
    found = verify(SMALL, with_key=with_key)
    assert found.is_whole
    assert (found.rows, found.checkpoints, found.keys) == (69, 6, frozenset({PUBLIC_KEY}))


@pytest.fixture(scope="module")
def proof() -> Iterator[Proof]:
    """Give what the checkpoints prove, followed once; the log that nobody touched is whole."""
    assert verify(KEPT).is_whole
    made = Proof()
    assert made.follow(KEPT.checkpoints) is None
    yield made
    made.close()


@settings(max_examples=1_000 if LARGE else 60)
@given(st.integers(min_value=0, max_value=2**64))
def test_the_first_broken_row_is_named_after_any_meddling(proof: Proof, seed: int) -> None:
    """In the large form most logs are verified as far as they were touched, and one in fifty from the beginning."""
    pick = random.Random(seed)
    after = meddled(KEPT.rows, pick)
    offline = pick.random() < 0.5
    with_key = None if offline else hashing
    touched = {name: rows for name, rows in after.items() if rows is not KEPT.rows.get(name)}
    whole = after.keys() - touched.keys()
    found = first_broken(proof, told(touched.items()), hashing=with_key, only_signed=offline, whole=whole)
    assert found == first_difference(KEPT.rows, after)
    if not LARGE or pick.random() < 0.02:
        again = verify(replace(KEPT, rows=after), with_key=with_key, only_signed=offline)
        assert (again.row, again.checkpoint) == (found, None)


@settings(max_examples=20)
@given(st.integers(min_value=0, max_value=2**64))
def test_a_row_after_the_last_checkpoint_is_named_by_its_hash(seed: int) -> None:
    name, rows = max(SMALL.rows.items(), key=lambda chain: len(chain[1]))
    at = random.Random(seed).randrange(len(rows))
    changed = [replace(row, content={**row.content, "event": "x"}) if row is rows[at] else row for row in rows]
    assert verify(replace(SMALL, rows={**SMALL.rows, name: changed})).row == Broken(name, at + 1)


def test_an_export_ends_where_its_last_checkpoint_does() -> None:
    found = verify(SMALL, with_key=None, only_signed=True)
    assert found.row is not None
    assert found.row.number > 1


def test_a_row_that_is_taken_off_the_end_shows_by_the_head() -> None:
    row = written("case:0001", 1, "")
    chain = ChainRows("case:0001", [row], (2, "f" * 64))
    nothing = verified([chain], inside=tuple, outside=tuple, hashing=hashing)
    assert nothing.row == Broken("case:0001", 2)
    assert verified([replace(chain, head=(1, row.hash))], inside=tuple, outside=tuple, hashing=hashing).is_whole


def test_a_chain_that_comes_twice_is_broken() -> None:
    row = written("case:0001", 1, "")
    twice = [ChainRows("case:0001", [row])] * 2
    assert verified(twice, inside=tuple, outside=tuple).row == Broken("case:0001", 1)


FIRST, SECOND, *REST = SMALL.checkpoints
FORGED: dict[str, list[Checkpoint]] = {
    "one is left out": [FIRST, *REST],
    "the first is left out": [SECOND, *REST],
    "two change places": [SECOND, FIRST, *REST],
    "the moment is another": [FIRST, replace(SECOND, at=FIRST.at), *REST],
    "the signature is no signature": [FIRST, replace(SECOND, signature="zz"), *REST],
    "the key is another": [FIRST, sign(replace(SECOND, key="f" * 64), SIGNING_KEY), *REST],
    "who signs is another": [FIRST, sign(replace(SECOND, key=public_key(FORGERS_KEY)), FORGERS_KEY), *REST],
    "it does not follow": [FIRST, sign(replace(SECOND, previous="f" * 64), SIGNING_KEY), *REST],
    "the root is another": [FIRST, sign(replace(SECOND, root="f" * 64), SIGNING_KEY), *REST],
    "the number of chains is another": [FIRST, sign(replace(SECOND, chains=1), SIGNING_KEY), *REST],
    "a head goes back": [
        FIRST,
        sign(replace(SECOND, heads=(replace(FIRST.heads[0], number=0, rows=b""), *SECOND.heads)), SIGNING_KEY),
        *REST,
    ],
    "a head has no rows": [FIRST, sign(replace(SECOND, heads=(Head("x", 0, "", b""), *SECOND.heads)), SIGNING_KEY)],
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_checkpoint_that_is_not_what_was_signed_is_named(kind: str) -> None:
    found = verified(told(SMALL.rows.items()), inside=tuple, outside=lambda: FORGED[kind], hashing=hashing)
    broken = 1 if FORGED[kind][0] is not FIRST else 2
    assert (found.checkpoint, found.row) == (Broken("", broken), None)


def test_the_second_place_is_believed_and_not_what_came_with_the_log() -> None:
    """Who can sign, too, cannot make another history up to the last checkpoint that left the machine."""
    name, rows = next(iter(SMALL.rows.items()))
    content = {**rows[0].content, "event": "x"}
    other = {**SMALL.rows, name: [Row(content, "", hashing("", content))]}
    again = [next_checkpoint(other, {}, None)]
    found = verified(told(other.items()), inside=lambda: again, outside=lambda: SMALL.checkpoints, hashing=hashing)
    assert (found.checkpoint, found.row) == (Broken("", 1), Broken(name, 1))
    assert verified(told(other.items()), inside=lambda: again, outside=tuple, hashing=hashing).is_whole


def test_checkpoints_after_those_of_the_second_place_come_from_the_log() -> None:
    found = verified(told(SMALL.rows.items()), inside=lambda: SMALL.checkpoints, outside=lambda: SMALL.checkpoints[:2])
    assert (found.is_whole, found.checkpoints) == (True, 6)


def test_a_signing_key_is_followed_by_the_one_that_it_names() -> None:
    signed: dict[str, int] = {}
    first = next_checkpoint(SMALL.rows, signed, None)
    last = sign(replace(first, next_key=public_key(FORGERS_KEY)), SIGNING_KEY)
    second = next_checkpoint(SMALL.rows, signed, last, FORGERS_KEY)
    found = verified(told(SMALL.rows.items()), inside=lambda: [last, second], outside=tuple)
    assert found.is_whole
    assert found.keys == {PUBLIC_KEY, public_key(FORGERS_KEY)}


def lost_at(number: int) -> list[Checkpoint]:
    """Sign checkpoints over a log of which the key was lost before this one: nobody handed over."""
    signed: dict[str, int] = {}
    first = next_checkpoint(SMALL.rows, signed, None)
    made, grown = [first], {**SMALL.rows}
    for each in range(2, 5):
        name = f"case:n{each}"
        grown = {**grown, name: [written(name, 1, "")]}
        key = SIGNING_KEY if each < number else FORGERS_KEY
        following = next_checkpoint(grown, signed, made[-1], key)
        if each == number:
            following = sign(replace(following, lost_key=PUBLIC_KEY), FORGERS_KEY)
        made.append(following)
    return made


def test_who_trusts_only_the_lost_key_can_believe_what_came_before() -> None:
    found = verified((), inside=lambda: lost_at(3), outside=tuple)
    assert found.checkpoint is None
    before, after = found.stretches
    assert (before.key, before.first, before.last, before.broke) == (PUBLIC_KEY, 1, 2, False)
    assert (after.key, after.first, after.last, after.broke) == (public_key(FORGERS_KEY), 3, 4, True)
    assert believed(found.stretches, {PUBLIC_KEY}) == 1
    assert believed(found.stretches, {after.key}) == believed(found.stretches, {PUBLIC_KEY, after.key}) == 2
    assert believed(found.stretches, {"f" * 64}) == 0
    handed = [before, replace(after, broke=False)]
    assert believed(handed, {PUBLIC_KEY}) == 2


def test_a_break_that_names_another_key_or_is_no_break_does_not_stand() -> None:
    kept = lost_at(3)
    for lost, key in (("f" * 64, FORGERS_KEY), (PUBLIC_KEY, SIGNING_KEY)):
        other = sign(replace(kept[2], lost_key=lost, key=public_key(key)), key)
        found = verified((), inside=partial(list, [*kept[:2], other]), outside=tuple)
        assert found.checkpoint == Broken("", 3)


def test_rows_cut_off_after_the_last_checkpoint_do_not_show_but_are_counted() -> None:
    """Who may do everything in the database sets the head back, too. So a whole log says how much is not sealed."""
    signed = Counter[str]()
    for checkpoint in SMALL.checkpoints:
        signed.update({head.chain: len(head.rows) // DIGEST_BYTES for head in checkpoint.heads})
    cut = {name: rows[: signed[name]] for name, rows in SMALL.rows.items() if signed[name]}
    heads = [ChainRows(name, rows, (len(rows), rows[-1].hash)) for name, rows in cut.items()]
    found = verified(heads, inside=lambda: SMALL.checkpoints, outside=tuple, hashing=hashing)
    assert (found.is_whole, found.rows, found.unsigned) == (True, 60, 0)
    assert verify(SMALL).unsigned == 9
