"""Find where a chain of the audit log was tampered with, by computing every hash again."""

from collections.abc import Iterable

from houvast.audit.models import Chain, Entry
from houvast.audit.services.act import content_of, entry_hash


def first_broken(chain: Chain, entries: Iterable[Entry]) -> int | None:
    """Give the number at which a chain stops being what was written; None when it is whole.

    `entries` are the rows of the chain in the order of their numbers. A changed, removed, inserted or re-ordered row
    breaks the chain there; one taken off the end shows because the head of the chain says that it was written.
    """
    number, previous = 0, ""
    for entry in entries:
        number += 1
        follows = entry.number == number and entry.previous_hash == previous
        if not follows or entry.hash != entry_hash(previous, content_of(entry, chain.name)):
            return number
        previous = entry.hash
    if (number, previous) != (chain.head_number, chain.head_hash):
        return number + 1
    return None
