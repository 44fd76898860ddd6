"""Hand the checkpoints over to the second place."""

from collections.abc import Iterable
from pathlib import Path

from houvast.audit import second_place
from houvast.audit.rules.checkpoints import Checkpoint
from houvast.audit.selectors import checkpoints, digest_of_checkpoint
from houvast.kernel.errors import HouvastError


class OtherLog(HouvastError):
    """The file holds checkpoints that this database does not have."""


def hand_over_checkpoints(file: Path) -> int:
    """Add every checkpoint that the file lacks; give how many. Raises `OtherLog` when the file is of another log."""
    return second_place.add(file, lambda newest: _following(newest, file))


def _following(newest: Checkpoint | None, file: Path) -> Iterable[Checkpoint]:
    if newest is not None and digest_of_checkpoint(newest.number) != newest.digest:
        raise OtherLog(
            f"De database kent controlepunt {newest.number} niet dat in {file} staat. Draai: houvast audit verify. "
            "Zette u een reservekopie terug? Bewaar dit bestand dan onder een andere naam; Houvast begint een nieuw."
        )
    return checkpoints(after=newest.number if newest else 0)
