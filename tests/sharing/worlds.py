"""A case from which something is shared: Sanne leads it, Marit leads the process, Yara works at a GGZ. *Verzonnen*."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases.models import Note
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import contents
from houvast.cases.services.write_note import write_note
from houvast.desk.rules.work import Act
from houvast.desk.selectors.work import work
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, member
from houvast.kernel.ids import new_id
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.rules.content import NewDisclosure, Receiver, Way
from houvast.sharing.rules.grounds import ReceiverKind
from houvast.sharing.rules.judging import Answer, SecrecyRoute
from houvast.sharing.selectors.disclosures import DisclosureLine, of_case
from houvast.sharing.services.record_consent import NewConsent, record_consent
from houvast.sharing.services.share import share
from tests.safety_house.worlds import in_phase_3
from tests.worlds import NOW, World, add_member, make_resident, make_world

TODAY, LAST = NOW.date(), NOW.date() + timedelta(days=30)
SAID = "De medicatie is gewisseld."
OTHER = "Zij slaapt slecht."


@dataclass(frozen=True)
class Sharing:
    """A case with three care notes of Sanne, of which only the first is shared in tests."""

    world: World
    case_id: UUID
    resident_id: UUID
    yara: Member
    notes: Mapping[str, UUID]

    def actor(self, who: str) -> Actor:
        """Give somebody as an actor."""
        return member(self.yara.id) if who == "yara" else self.world.actor(who)

    def viewer(self, who: str, now: datetime = NOW) -> Viewer:
        """Give somebody as a viewer."""
        return viewer_of(self.actor(who), now=now)

    def new(self) -> NewDisclosure:
        """Give something that may be shared: the plan, with Yara."""
        return NewDisclosure(
            id=new_id(),
            parts=frozenset({Part.PLAN}),
            notes=frozenset(),
            about=frozenset({self.resident_id}),
            receiver=self.with_yara(),
            ground="ggz-behandeling",
            necessity="De behandelaar moet weten wat is afgesproken.",
            least="Alleen het plan.",
            route=SecrecyRoute.NOT_APPLICABLE,
            told_on=TODAY,
            until=LAST,
        )

    def with_yara(self) -> Receiver:
        """Give Yara as a receiver."""
        kinds = frozenset({ReceiverKind.MENTAL_HEALTH})
        return Receiver(Way.MEMBER, kinds, "Yara Voorbeeld", self.yara.id, self.yara.organisation_id)

    def on_paper(self) -> Receiver:
        """Give somebody at the same organisation who does not work in Houvast."""
        return replace(self.with_yara(), way=Way.OUTSIDE, name="dokter Ploeg", member_id=None)

    def share(self, new: NewDisclosure | None = None, who: str = "sanne", now: datetime = NOW) -> Answer:
        """Share; gives the answer."""
        return share(actor=self.actor(who), now=now, case_id=self.case_id, new=new or self.new()).answer

    def consent(self, meaning: Meaning = Meaning.LIFTING, until: date = LAST) -> UUID:
        """Let the resident say yes."""
        new = NewConsent(
            self.resident_id, meaning, Giver.RESIDENT, "", "gesprek", "Medicatie, met de GGZ.", TODAY, until
        )
        return record_consent(actor=self.actor("sanne"), now=NOW, case_id=self.case_id, new=new)

    def lines(self, who: str = "sanne", now: datetime = NOW) -> tuple[DisclosureLine, ...]:
        """Give what somebody sees of what was shared."""
        return of_case(self.viewer(who, now), self.case_id, now=now)

    def sees(self, who: str = "yara", now: datetime = NOW) -> set[Part]:
        """Give which parts somebody sees."""
        return set(contents.parts_seen(self.viewer(who, now), self.case_id, now=now))

    def reads(self, who: str = "yara", now: datetime = NOW) -> set[str | None]:
        """Give which notes somebody reads."""
        return {each.text for each in contents.notes(self.viewer(who, now), self.case_id, now=now)}


def make_sharing(world: World | None = None) -> Sharing:
    """Make the case."""
    world = world or make_world()
    organisation = Organisation.objects.create(kind="mental_health", name="GGZ de Wierde", region="Groningen")
    yara = add_member(organisation, "Yara Voorbeeld", "behandelaar", "", "behandelaar", None)
    resident = make_resident(world)
    case_id = in_phase_3(world, resident.id)
    for text in (SAID, OTHER):
        write_note(
            actor=world.actor("sanne"),
            now=NOW,
            case_id=case_id,
            text=text,
            part=Note.Part.CARE,
            shared_with_case=True,
        )
    ids = list(Note.objects.filter(case_id=case_id, part="care_notes").order_by("written_at", "id"))
    read = {each.id: each.text for each in contents.notes(viewer_of(world.actor("sanne"), now=NOW), case_id, now=NOW)}
    return Sharing(world, case_id, resident.id, yara, {str(read[note.id]): note.id for note in ids})


ANSWER, TELL, SEE = Act.ANSWER_SHARING, Act.TELL_RESIDENT, Act.SEE_SHARED


def waits(sharing: Sharing, who: str, now: datetime) -> list[Act]:
    """Give what of sharing waits for somebody in Mijn werk."""
    groups = work(sharing.viewer(who, now), now=now).groups
    return [row.act for group in groups for row in group.rows if row.act in (ANSWER, TELL, SEE)]
