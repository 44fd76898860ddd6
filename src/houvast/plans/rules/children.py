"""Whether a plan still says what it means for the children: one who came since the last version is not in it."""

from datetime import datetime


def lacks_children(says: bool, made_at: datetime, newest: datetime | None) -> bool:
    """Say whether a version lacks them; `newest` is when the newest child came, None when there are no children."""
    return newest is not None and (not says or newest > made_at)


def lacking(*, new: bool) -> str:
    """Say what a plan lacks: a `new` child came, or it never said what it means for the children."""
    if new:
        return "Na de laatste versie van het plan kwam er een kind bij. Het plan zegt nog niets over dat kind."
    return "Het plan zegt nog niet wat het betekent voor de kinderen."
