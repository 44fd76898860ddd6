"""Write a letter: to a resident, who represents one, or somebody of the network."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.letters.selectors.composing import NewLetter
from houvast.letters.services.make_letter import make_letter
from houvast.participation.selectors.representing import representing


def write_letter(*, actor: Actor, now: datetime, case_id: UUID, new: NewLetter) -> UUID:
    """Make it, asking at the same moment who represents whom; gives its id. Raises what `make_letter` raises."""
    with together():
        known = representing(viewer_of(actor, now=now), case_id, now=now)
        return make_letter(actor=actor, now=now, case_id=case_id, new=new, representing=known)
