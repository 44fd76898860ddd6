"""A case with somebody who comes out of prison, and what people do with that moment. All of it is *verzonnen*."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.models import CrucialMoment, MomentItem, MomentReport
from houvast.cases.selectors import moments
from houvast.cases.selectors.moments import MomentPage
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.cancel_moment import cancel_moment
from houvast.cases.services.move_moment import move_moment
from houvast.cases.services.name_moment_contact import NewContact, name_moment_contact
from houvast.cases.services.record_moment_happened import record_moment_happened
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from tests.lives import HOUR
from tests.moments import FIRST, FROM, SECOND, items_of
from tests.worlds import NOW, World

DONE, NOT_DONE, OPEN = MomentReport.State.DONE, MomentReport.State.NOT_DONE, MomentReport.State.OPEN
NOT_ADMITTED = CrucialMoment.Kind.ASSESSED_NOT_ADMITTED
TODAY = NOW.date()
LATER = NOW + HOUR


@dataclass(frozen=True)
class Scene:
    """A case in phase 2 of which Sanne is director and Marit leads the process, with somebody coming out of prison."""

    world: World
    case: UUID
    moment: UUID

    def page(self, who: str = "sanne", now: datetime = LATER) -> MomentPage:
        """Give the moment as somebody sees it."""
        return moments.by_id(self.looks(who, now), self.moment, now=now)

    def looks(self, who: str, now: datetime = LATER) -> Viewer:
        """Give somebody who looks."""
        found = viewer(self.world.id(who), now=now)
        assert found is not None
        return found

    def item(self, number: int = 1) -> UUID:
        """Give an item by its number on the list."""
        return items_of(self.moment)[number - 1]


def report(scene: Scene, item: UUID, state: MomentReport.State, text: str = "", who: str = "sanne") -> None:
    report_moment_item(actor=scene.world.actor(who), now=LATER, item_id=item, state=state, text=text)


def move(scene: Scene, on: date | None = SECOND, reason: str = "De zitting schoof op.", who: str = "sanne") -> None:
    actor = scene.world.actor(who)
    move_moment(actor=actor, now=LATER, moment_id=scene.moment, on_date=on, until=None, reason=reason)


def happen(scene: Scene, on: date | None = TODAY, who: str = "sanne") -> None:
    record_moment_happened(actor=scene.world.actor(who), now=LATER, moment_id=scene.moment, on_date=on, text="Rustig.")


def cancel(scene: Scene, reason: str = "De straf is verlengd.", who: str = "sanne") -> None:
    cancel_moment(actor=scene.world.actor(who), now=LATER, moment_id=scene.moment, reason=reason)


def name(scene: Scene, contact_name: str = "Ria (verzonnen)", who: str = "sanne") -> None:
    new = NewContact(FROM, contact_name, "PI (verzonnen)", "0596 00 00 99")
    name_moment_contact(actor=scene.world.actor(who), now=LATER, moment_id=scene.moment, new=new)


def add(scene: Scene, who: str = "sanne", **fields: object) -> None:
    given: dict[str, object] = {"text": "Post", "who": "zus", "timing": MomentItem.Timing.BEFORE, "due": FIRST}
    call: Callable[..., object] = add_moment_item
    call(actor=scene.world.actor(who), now=LATER, moment_id=scene.moment, **{**given, **fields})
