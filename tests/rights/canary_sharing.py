"""What is shared on paper from a forbidden case, full of the word; nobody sees it by that. *Verzonnen*."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.models import CaseResident
from houvast.cases.rules.matrix import Part
from houvast.directory.models import Member
from houvast.kernel.actor import member
from houvast.kernel.ids import new_id
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.rules.content import NewDisclosure, Receiver, Way
from houvast.sharing.rules.grounds import ReceiverKind
from houvast.sharing.rules.judging import SecrecyRoute
from houvast.sharing.services.record_consent import NewConsent, record_consent
from houvast.sharing.services.share import share
from tests.worlds import World


def share_on_paper(world: World, director: Member, case_id: UUID, word: str, now: datetime) -> None:
    """Let the resident say yes, and the director share on paper."""
    actor, until = member(director.id), now.date() + timedelta(days=30)
    resident = CaseResident.objects.filter(case_id=case_id).values_list("resident_id", flat=True)[0]
    consent = NewConsent(resident, Meaning.LIFTING, Giver.REPRESENTATIVE, word, "gesprek", word, now.date(), until)
    record_consent(actor=actor, now=now, case_id=case_id, new=consent)
    new = NewDisclosure(
        id=new_id(),
        parts=frozenset({Part.PEOPLE, Part.PLAN}),
        notes=frozenset(),
        about=frozenset({resident}),
        receiver=Receiver(Way.OUTSIDE, frozenset({ReceiverKind.WMO}), word, organisation_id=world.organisation.id),
        ground="wmo-afstemmen",
        necessity=word,
        least=word,
        route=SecrecyRoute.LEGAL_DUTY,
        route_words=word,
        told=word,
        told_on=now.date(),
        until=until,
    )
    share(actor=actor, now=now, case_id=case_id, new=new)
