"""Moves to another municipality, of invented cases. Everybody in them is *verzonnen*."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.models import CaseResident, CrossingGround
from houvast.cases.services.offer_move import NewOffer, offer_move
from houvast.cases.services.refuse_move import refuse_move
from houvast.directory.selectors_elsewhere import Asked
from houvast.kernel.ids import new_id
from tests.worlds import World

SUMMARY = "Ruben krijgt hulp bij geld en wonen. Hij gaat naar zijn zus."


def offer_of(there: World, case_id: UUID, *chosen: str, who: str = "marit") -> NewOffer:
    """Give an offer of everybody in a case to a process director of the other municipality."""
    residents: Sequence[UUID] = list(
        CaseResident.objects.filter(case_id=case_id, until=None).values_list("resident_id", flat=True)
    )
    return NewOffer(
        to_municipality=there.municipality.id,
        asked=Asked(member=there.id(who)),
        ground=CrossingGround.CONSENT,
        ground_words="Ruben vindt het goed, zei hij op 20 november.",
        summary=SUMMARY,
        resident_ids=residents,
        chosen=chosen,
        id=new_id(),
    )


def make_offer(here: World, there: World, case_id: UUID, *chosen: str, now: datetime) -> UUID:
    """Let Sanne offer a case to the Marit of the other municipality; gives the id of the offer."""
    return offer_move(actor=here.actor("sanne"), now=now, case_id=case_id, new=offer_of(there, case_id, *chosen))


def let_an_offer_be_refused(here: World, there: World, case_id: UUID, *, now: datetime) -> None:
    """Let a case be offered, and refused."""
    offer, later = make_offer(here, there, case_id, now=now), now + timedelta(minutes=1)
    refuse_move(actor=there.actor("marit"), now=later, offer_id=offer, reason="Zij staat hier niet ingeschreven.")
