"""A case of phase 3 that can be referred, and a house to refer it to. Everybody in it is *verzonnen*."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.scale import scale
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, member
from houvast.kernel.ids import new_id
from houvast.safety_house.models import HouseFile
from houvast.safety_house.rules.content import (
    LEGAL_GROUND,
    AnswerContent,
    ByHand,
    NewReferral,
    ReferralContent,
    ReferralOutcome,
    ReturnContent,
)
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.services.answer_referral import answer_referral
from houvast.safety_house.services.refer import refer
from houvast.safety_house.services.return_case import return_case
from tests.lives import PROCESS_DIRECTION, enough, open_with
from tests.worlds import NOW, World, add_member, make_resident, make_world

TODAY = NOW.date()
NEW = NewReferral(
    content=ReferralContent("Eén tafel met de officier.", "Zorg en straf lopen langs elkaar.", "", "Thuis besproken."),
    criteria=frozenset({"meer-ketens"}),
    pieces={PieceKind.SITUATION: "Drie branden in een maand.", PieceKind.PERSONS: "Ruben Dijkhuis, 1992"},
    legal_ground=LEGAL_GROUND,
    told_on=TODAY,
    tell_before=None,
)
WILL = AnswerContent("Elke week één overleg.", "De casusregie nemen wij niet over.", "")
BACK = ReturnContent(
    "Er is één plan.",
    "Houd de wekelijkse afspraak.",
    "Het is rustig.",
    legal_ground=LEGAL_GROUND,
    told_on=TODAY.isoformat(),
    told="Samen besproken.",
)
BY_HAND = ByHand(TODAY, "telefoon")
SAID = replace(WILL, spoken_with="Baukje Sytstra")
BACK_SAID = replace(BACK, spoken_with="Baukje Sytstra")


@dataclass(frozen=True)
class Referable:
    """A case that Sanne directs and of which Marit directs the process; a house where Mirjam and Ruud work.

    Yara is of a partner. Nobody works here of `outside`, another house of the region.
    """

    world: World
    case_id: UUID
    house: Organisation
    outside: Organisation
    others: dict[str, Member]

    def actor(self, name: str) -> Actor:
        """Give somebody of the municipality, the house or the partner as an actor."""
        return member(self.id(name))

    def id(self, name: str) -> UUID:
        """Give the id of somebody."""
        return self.others[name].id if name in self.others else self.world.id(name)

    def viewer(self, name: str, now: datetime = NOW) -> Viewer:
        """Give somebody as a viewer."""
        return viewer_of(self.actor(name), now=now)

    def refer(
        self, new: NewReferral = NEW, who: str = "marit", *, outside: bool = False, case_id: UUID | None = None
    ) -> UUID:
        """Let somebody refer the case; gives the id."""
        house = self.outside if outside else self.house
        where = case_id or self.case_id
        return refer(actor=self.actor(who), now=NOW, case_id=where, house_id=house.id, new=new, referral_id=new_id())

    def file(self, referral_id: UUID) -> UUID:
        """Give the file of a referral."""
        return HouseFile.objects.get(referral_id=referral_id).id

    def referred(self) -> UUID:
        """Refer the case; gives the file."""
        return self.file(self.refer())

    def answer(self, file_id: UUID, outcome: ReferralOutcome = ReferralOutcome.ACCEPTED, who: str = "mirjam") -> None:
        """Let the house answer."""
        why = "" if outcome is ReferralOutcome.ACCEPTED else "Dit kan de gemeente zelf."
        content = replace(WILL, why=why)
        answer_referral(actor=self.actor(who), now=NOW, file_id=file_id, outcome=outcome, content=content)

    def accepted(self) -> UUID:
        """Refer the case and let the house accept; gives the file."""
        file_id = self.referred()
        self.answer(file_id)
        return file_id

    def send_back(self, file_id: UUID, who: str = "mirjam") -> None:
        """Let the house send the case back."""
        return_case(actor=self.actor(who), now=NOW, file_id=file_id, content=BACK)

    def another_case(self) -> UUID:
        """Open one more case of phase 3; gives its id."""
        return in_phase_3(self.world, make_resident(self.world, "Vegt").id)


def in_phase_3(world: World, *residents: UUID) -> UUID:
    """Open a case and scale it to 3, where Marit directs the process."""
    case_id = open_with(world, *residents)
    up = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    how = Deciding(chosen={PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=up, how=how)
    return case_id


def add_house(name: str = "Zorg- en Veiligheidshuis van de proef") -> Organisation:
    """Add a house in the region of the tests."""
    return Organisation.objects.create(kind="safety_house", name=name, region="Groningen")


def make_referable() -> Referable:
    """Make the case, the houses and the people."""
    world, house = make_world(), add_house()
    ggz = Organisation.objects.create(kind="mental_health", name="GGZ (verzonnen)", region="Groningen")
    directs = ("procesregisseur-zvh", "", "procesregisseur ZVH", None)
    others = {
        "mirjam": add_member(house, "Mirjam van de proef", *directs),
        "ruud": add_member(house, "Ruud van de proef", *directs),
        "yara": add_member(ggz, "Yara Mensah", "behandelaar-ggz", "", "behandelaar GGZ", None),
    }
    return Referable(world, in_phase_3(world), house, add_house("Veiligheidshuis zonder Houvast"), others)


LATER_DAY = date(2026, 12, 1)
