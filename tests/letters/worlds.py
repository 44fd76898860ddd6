"""A case with people to write to. Everybody in it is *verzonnen*."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.models import Case, CaseResident
from houvast.directory.models import Member
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.letters.models import Letter
from houvast.letters.rules.content import LetterContent
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.selectors.composing import NewLetter
from houvast.letters.services.make_letter import CONTENT_PLACE, make_letter
from houvast.letters.services.record_sent import record_sent
from houvast.residents.models import Resident
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.vault.sealing import seal
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident, make_world

TEXT = "Beste Ruben,\n\nKomt u maandag praten?\nDat kan om tien uur."


def letter(to: UUID, *, subject: str = "Komt u praten?", text: str = TEXT, ground_words: str = "") -> NewLetter:
    """Give an invitation."""
    return NewLetter(LetterKind.INVITATION, to, subject, text, ground_words, new_id())


def add_letter(actor: Actor, case_id: UUID, to: UUID, *, now: datetime = NOW, word: str = "") -> UUID:
    """Make a letter; `word` stands in its subject, its text and the reason why somebody may know it."""
    new = letter(to, subject=word, text=word, ground_words=word) if word else letter(to)
    return make_letter(actor=actor, now=now, case_id=case_id, new=new)


def fill(case: Case, by: Member, number: int) -> None:
    """Put many letters in a case."""
    resident = CaseResident.objects.filter(case=case).values_list("resident_id", flat=True)[0]
    content = LetterContent("Gemeente", "Ruben", "23 november 2026", "Komt u?", TEXT).as_text()
    ids = [new_id() for _ in range(number)]
    Letter.objects.bulk_create(
        Letter(
            id=each,
            case=case,
            municipality_id=case.municipality_id,
            kind=Letter.Kind.INVITATION,
            resident_id=resident,
            way=Letter.Way.BY_HAND,
            content_sealed=seal(case.key, content, place=f"{CONTENT_PLACE}:{each}"),
            made_at=NOW,
            made_by=by,
            ground="wmo",
            organisation_id=by.organisation_id,
            retention_from=NOW.date(),
        )
        for each in ids
    )


@dataclass(frozen=True)
class Written:
    """A case that Sanne leads, about Ruben, his daughter Fenna in one house with him, and his sister Janna."""

    world: World
    case_id: UUID
    ruben: UUID
    fenna: UUID
    janna: UUID

    def viewer(self, name: str = "sanne") -> Viewer:
        """Give a member as a viewer."""
        return viewer_of(self.world.actor(name), now=NOW)

    def make(self, new: NewLetter, *, who: str = "sanne", now: datetime = NOW) -> Letter:
        """Make a letter."""
        made = make_letter(actor=self.world.actor(who), now=now, case_id=self.case_id, new=new)
        return Letter.objects.get(pk=made)

    def send(self, letter_id: UUID, *, now: datetime = NOW) -> None:
        """Record that a letter went."""
        record_sent(actor=self.world.actor("sanne"), now=now, letter_id=letter_id, sent_on=now.date())


def make_written() -> Written:
    """Make it."""
    world = make_world()
    ruben, fenna = make_resident(world), make_resident(world, "Dijkhuis", "Fenna")
    at = {"street": "Maxstraat", "house_number": "123", "postcode": "9934 QX", "town": "Delfzijl"}
    Resident.objects.filter(pk__in=(ruben.id, fenna.id)).update(**at)
    case_id = open_with(world, ruben.id, fenna.id)
    sister = NewNetworkMember(ruben.id, "Janna Dijkhuis", "zus", may_know="helpt met de post")
    janna = add_network_member(actor=world.actor("sanne"), now=NOW, new=sister)
    return Written(world, case_id, ruben.id, fenna.id, janna)
