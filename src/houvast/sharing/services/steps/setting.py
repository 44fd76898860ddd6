"""What setting a covenant and a ground share: who may, and that the next version follows the one that was seen."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from houvast.audit.services.act import Act
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.sharing import policy
from houvast.sharing.models import CovenantVersion, GroundVersion, SharingTerm
from houvast.sharing.services.steps.permit import permit

_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


def permitted(acting: Act, actor: Actor, municipality_id: UUID, now: datetime) -> Viewer:
    """Give who acts, and put the ground on record. Raises `Refused` for who may not set this."""
    viewer = viewer_of(actor, now=now)
    permit(acting, policy.may_set_grounds(viewer, municipality_id))
    return viewer


def write_version(row: CovenantVersion | GroundVersion | SharingTerm, *, after: int) -> None:
    """Write the version that follows number `after`. Raises `Conflict` when another was seen, or somebody was first."""
    if row.number != after + 1:
        raise Conflict(_CHANGED)
    try:
        row.save(force_insert=True)
    except IntegrityError as first:
        raise Conflict(_CHANGED) from first
