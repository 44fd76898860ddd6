"""What the privacy officer of the region of the matrix keeps and destroys. Everything in it is *verzonnen*."""

from uuid import UUID

from houvast.accountability.models import Alarm, Destruction, DestructionProposal, LegalHold
from houvast.accountability.rules.retention import UnitKind
from houvast.kernel.ids import new_id
from tests.accountability.sampled import DAY, draw, reads
from tests.worlds import NOW, World


def add_kept(here: World, closed: UUID) -> dict[str, str]:
    """Add a proposal of somebody else about a closed case, a hold, a certificate, a sample, and an alarm."""
    proposal = DestructionProposal.objects.create(
        municipality=here.municipality,
        unit=UnitKind.CASE,
        unit_id=closed,
        number=1,
        proposed_by=here.members["dirk"],
        proposed_at=NOW,
    )
    hold = LegalHold.objects.create(
        municipality=here.municipality,
        unit=UnitKind.CONCERN,
        unit_id=new_id(),
        reason="court",
        review_on="2027-01-04",
        placed_by=here.members["dirk"],
        placed_at=NOW,
    )
    certificate = Destruction.objects.create(
        municipality=here.municipality,
        unit=UnitKind.CONCERN,
        unit_id=new_id(),
        proposed_by_id=here.id("privacy"),
        approved_by_id=here.id("dirk"),
        destroyed_at=NOW,
    )
    alarm = Alarm.objects.create(
        municipality=here.municipality, member=here.members["bram"], day=NOW.date(), cases=50, threshold=40, at=NOW
    )
    words = {
        "alarm": alarm.id,
        "destruction": proposal.id,
        "hold": hold.id,
        "certificate": certificate.id,
        "closed_id": closed,
        "sample": _sampled(here, closed),
    }
    return {name: str(each) for name, each in words.items()}


def _sampled(here: World, case: UUID) -> UUID:
    reads(here, "sanne", case, at=NOW - DAY)
    return draw(here, now=NOW)
