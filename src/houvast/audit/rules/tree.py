"""A Merkle tree over the heads of all chains, as in RFC 6962, section 2.1; a leaf may change and the root follows."""

import hashlib


def _of_leaf(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def _of_pair(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The tree. A leaf costs the height of the tree, however many leaves there are."""

    def __init__(self) -> None:
        """Begin without leaves."""
        self._levels: list[list[bytes]] = [[]]

    def __len__(self) -> int:
        """Count the leaves."""
        return len(self._levels[0])

    @property
    def root(self) -> str:
        """Give the root, hexadecimal; of a tree without leaves the hash of nothing."""
        return (self._levels[-1][0] if self._levels[0] else hashlib.sha256(b"").digest()).hex()

    def put(self, place: int, leaf: bytes) -> None:
        """Put a leaf at a place: that of an earlier one, or the next."""
        node, level = _of_leaf(leaf), 0
        while True:
            nodes = self._levels[level]
            nodes[place : place + 1] = [node]
            if len(nodes) == 1:
                return
            place //= 2
            pair = nodes[2 * place : 2 * place + 2]
            node = _of_pair(*pair) if len(pair) > 1 else pair[0]
            level += 1
            if level == len(self._levels):
                self._levels.append([])
