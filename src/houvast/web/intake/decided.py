"""Which concern somebody decided last: the board offers to take that back. Only its id is kept, in the session."""

from datetime import datetime
from uuid import UUID

from houvast.intake.defaults import UNDO_WITHIN
from houvast.web.door import DoorRequest

_SESSION_KEY = "decided_concern"


def remember_decided(request: DoorRequest, concern_id: UUID) -> None:
    """Remember the last decision of who is signed in."""
    request.session[_SESSION_KEY] = {"id": str(concern_id), "at": request.now.isoformat()}


def forget_decided(request: DoorRequest) -> None:
    """Forget it: it was taken back, or what was decided now cannot be taken back."""
    request.session.pop(_SESSION_KEY, None)


def last_decided(request: DoorRequest) -> UUID | None:
    """Give the concern that was decided last, for as long as that can be taken back; else None."""
    kept = request.session.get(_SESSION_KEY)
    if kept is None or request.now - datetime.fromisoformat(kept["at"]) >= UNDO_WITHIN:
        return None
    return UUID(kept["id"])
