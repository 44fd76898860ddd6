"""A case long closed, with what hangs on it. Everybody in it is *verzonnen*."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.cases.models import Note
from houvast.cases.services.write_note import write_note
from houvast.directory.models import MemberFunction
from houvast.directory.viewer import ARCHIVIST
from houvast.intake.models import Concern
from tests.intake.worlds import make_concern, make_point
from tests.lives import close, open_with
from tests.worlds import NOW, START, World, make_resident, make_world

LATER = datetime(2060, 1, 5, 9, 30, tzinfo=UTC)
"""When every clock of the defaults has run out."""


@dataclass(frozen=True)
class Kept:
    """A closed case about `alone` and `elsewhere`, who is in `other`, an open case, too; with a note and a concern."""

    world: World
    case: UUID
    other: UUID
    alone: UUID
    elsewhere: UUID
    concern: UUID


def make_kept() -> Kept:
    """Make it; Dirk is the archivist."""
    world = make_world()
    MemberFunction.objects.create(
        member=world.members["dirk"], function=ARCHIVIST, title="archiefmedewerker", from_at=START
    )
    alone, elsewhere = make_resident(world), make_resident(world, "Bolt", "Jan")
    case = open_with(world, alone.id, elsewhere.id)
    concern = make_concern(world, make_point(world))
    Concern.objects.filter(pk=concern.id).update(case_id=case, resident_id=alone.id, version=1, state="decided")
    write_note(actor=world.actor("sanne"), now=NOW, case_id=case, part=Note.Part.GENERAL, text="Wil slapen.")
    close(world, case)
    other = open_with(world, elsewhere.id)
    return Kept(world, case, other, alone.id, elsewhere.id, concern.id)


def approve(kept: Kept, *, now: datetime = LATER) -> UUID:
    """Let the privacy officer propose and the archivist approve; gives the proposal."""
    actor = kept.world.actor
    proposal = propose_destruction(actor=actor("privacy"), now=now, kind=UnitKind.CASE, unit_id=kept.case)
    answer_proposal(actor=actor("dirk"), now=now, proposal_id=proposal, outcome="approved")
    return proposal
