"""Find where the log in the database was tampered with, by computing every hash again (offline: `export_file`)."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from houvast.audit import selectors
from houvast.audit.models import Chain, Entry
from houvast.audit.proof import ChainRows, Found, first_broken_row, verified
from houvast.audit.second_place import checkpoints_in
from houvast.audit.services.act import audit_keys


def hashing(previous_hash: str, content: Mapping[str, object]) -> str:
    """Give the hash of a row as this installation makes it, under the key that the row names."""
    return audit_keys().hash(previous_hash, content)


def first_broken(chain: Chain, entries: Iterable[Entry]) -> int | None:
    """Give the number at which one chain stops being what was written; None when it is whole. Needs no checkpoint.

    `entries` are the rows of the chain in the order of their numbers.
    """
    rows = (selectors.row_of(entry, chain.name) for entry in entries)
    told = ChainRows(chain.name, rows, (chain.head_number, chain.head_hash))
    found = first_broken_row(told, iter(()), hashing=hashing)
    return found.number if found else None


def verify_database(file: Path) -> Found:
    """Verify the log in the database against the checkpoints in the second place, and what came after by its hashes."""
    return verified(
        selectors.chains(),
        inside=selectors.checkpoints,
        outside=lambda: checkpoints_in(file) if file.exists() else (),
        hashing=hashing,
    )
