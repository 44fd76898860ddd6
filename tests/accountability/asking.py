"""Somebody asks what is held about them. The archivist records it, the privacy officer handles it. *Verzonnen*."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from houvast.accountability.rules.requests import Asker, IdentityWay, RequestChannel, RequestKind
from houvast.accountability.selectors.requests import RequestView, request_view
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_handler import choose_handler
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.record_request import NewRequest, record_request
from houvast.directory.models import MemberFunction
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import ARCHIVIST
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from tests.worlds import NOW, START, World

ASKED = NewRequest(
    kind=RequestKind.INSPECTION,
    asker=Asker.RESIDENT,
    channel=RequestChannel.LETTER,
    received_on=date(2026, 11, 20),
    first_names="Ruben",
    surname="Dijkhuis",
    birth_date=PartialDate(1992),
    bsn="",
    asked_by="",
    reach="Dorpsstraat 1",
    words="Wat weet u van mij?",
)


@dataclass(frozen=True)
class Asking:
    """A request in a world; the privacy officer handles it."""

    world: World
    id: UUID

    def view(self, now: datetime = NOW) -> RequestView:
        """Give it as the privacy officer sees it."""
        return request_view(viewer_of(self.world.actor("privacy"), now=now), self.id, now=now)

    def identify(self, how: IdentityWay = IdentityWay.SAW_DOCUMENT) -> None:
        """Make sure who asks."""
        check_identity(actor=self.world.actor("privacy"), now=NOW, request_id=self.id, how=how)

    def gather(self) -> int:
        """Gather what is held."""
        return gather_request(actor=self.world.actor("privacy"), now=NOW, request_id=self.id)

    def choose(self, **choices: Choice) -> None:
        """Choose for items, by a hexadecimal id."""
        chosen = {UUID(item): choice for item, choice in choices.items()}
        choose_items(actor=self.world.actor("privacy"), now=NOW, request_id=self.id, choices=chosen)


def archivist(world: World) -> Actor:
    """Let Dirk be the archivist."""
    MemberFunction.objects.get_or_create(
        member=world.members["dirk"], function=ARCHIVIST, defaults={"title": "archiefmedewerker", "from_at": START}
    )
    return world.actor("dirk")


def record(world: World, new: NewRequest = ASKED) -> Asking:
    """Record a request that nobody handles yet."""
    return Asking(world, record_request(actor=archivist(world), now=NOW, new=replace(new, id=new_id())))


def ask(world: World, new: NewRequest = ASKED) -> Asking:
    """Record a request, and choose who handles it."""
    asking = record(world, new)
    choose_handler(actor=world.actor("dirk"), now=NOW, request_id=asking.id, member_id=world.id("privacy"))
    return asking


def ask_as(world: World, asker: Asker, kind: RequestKind = RequestKind.INSPECTION) -> Asking:
    """Record a request that somebody else makes."""
    return ask(world, replace(ASKED, asker=asker, kind=kind, asked_by="Joke Dijkhuis"))
