"""The root of the tree is that of RFC 6962, section 2.1, which is written there as a recursion."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from houvast.audit.rules.tree import Tree


def root_of(leaves: list[bytes]) -> bytes:
    """Give the Merkle tree hash as the RFC defines it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


@given(st.lists(st.binary(max_size=3), max_size=40), st.lists(st.tuples(st.integers(0, 39), st.binary(max_size=3))))
def test_the_root_follows_leaves_that_come_and_change(leaves: list[bytes], changes: list[tuple[int, bytes]]) -> None:
    tree, now = Tree(), list(leaves)
    for place, leaf in enumerate(leaves):
        tree.put(place, leaf)
    for place, leaf in changes:
        if place < len(now):
            now[place] = leaf
            tree.put(place, leaf)
    assert (len(tree), tree.root) == (len(now), root_of(now).hex())
