"""Letting a note go further: its writer only, once for each organisation, and on record."""

from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Access, Note
from houvast.cases.selectors.contents import notes, passing_permissions
from houvast.cases.services.allow_passing import allow_passing
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Organisation
from houvast.directory.selectors import viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


def written(world: World, part: Note.Part = Note.Part.JUSTICE, *, shared: bool = True) -> tuple[UUID, UUID]:
    """Let Sanne write a note; gives the case and the note."""
    case_id, sanne = open_with(world), world.actor("sanne")
    return case_id, write_note(
        actor=sanne, now=NOW, case_id=case_id, part=part, text="Aangifte.", shared_with_case=shared
    )


@pytest.fixture
def world() -> World:
    """Make a municipality."""
    return make_world()


@pytest.fixture
def corporation(world: World) -> UUID:
    """Make an organisation that a note may go to."""
    return Organisation.objects.create(kind="housing", name="De Klamp (verzonnen)", region="Groningen").id


def test_the_writer_agrees_once_for_each_organisation(world: World, corporation: UUID) -> None:
    case_id, note = written(world)
    seen_by = viewer(world.id("sanne"), now=NOW)
    assert seen_by is not None
    assert [each.asks_permission for each in notes(seen_by, case_id, now=NOW)] == [True]
    allow_passing(actor=world.actor("sanne"), now=NOW, note_id=note, organisation_id=corporation)
    assert passing_permissions(seen_by, case_id, now=NOW) == {(note, corporation)}
    with pytest.raises(Conflict):
        allow_passing(actor=world.actor("sanne"), now=NOW, note_id=note, organisation_id=corporation)
    said = Entry.objects.get(event="case.passing_allowed")
    assert (said.subject_id, said.details["organisation"]) == (note, str(corporation))


def test_who_reads_it_but_did_not_write_it_cannot_agree(world: World, corporation: UUID) -> None:
    case_id, note = written(world, Note.Part.GENERAL)
    with pytest.raises(NotVisible):
        allow_passing(actor=world.actor("bram"), now=NOW, note_id=note, organisation_id=corporation)
    for part in ("band", "general_notes"):
        Access.objects.create(
            case_id=case_id,
            municipality=world.municipality,
            member=world.members["bram"],
            part=part,
            relation="process_director",
            ground="tests",
            from_at=NOW,
            source="tests",
            source_id=note,
        )
    with pytest.raises(Refused):
        allow_passing(actor=world.actor("bram"), now=NOW, note_id=note, organisation_id=corporation)


def test_it_goes_to_another_organisation_that_is_there(world: World) -> None:
    _, note = written(world)
    for organisation in (None, world.organisation.id, world.municipality.id):
        with pytest.raises(Invalid):
            allow_passing(actor=world.actor("sanne"), now=NOW, note_id=note, organisation_id=organisation)
