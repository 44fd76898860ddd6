"""Who scaled urgently follows that decision until somebody answers it, seat or no seat; then the reason is gone."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases import scopes
from houvast.cases.models import Access, Seat
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.answers import answer_to
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from tests.lives import enough, open_with
from tests.worlds import NOW, World, make_world

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def at(world: World, name: str) -> Viewer:
    seen_by = viewer(world.id(name), now=LATER)
    assert seen_by is not None
    return seen_by


def sees(world: World, name: str, decision_id: UUID) -> bool:
    return scopes.decisions(at(world, name), now=LATER).filter(pk=decision_id).exists()


def scaled(world: World, case_id: UUID, step: tuple[int, int] = (2, 3)) -> UUID:
    new = NewProposal(step[1], enough(world, *step), "Dreiging vannacht.")
    return scale_urgently(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=new)


def answered(world: World, decision_id: UUID, *, confirm: bool) -> None:
    answer_urgency(
        actor=world.actor("erik"), now=LATER, decision_id=decision_id, confirm=confirm, how=Deciding(reason="Rustig.")
    )


def test_who_scaled_without_a_seat_sees_the_decision_and_nothing_more(world: World) -> None:
    case_id = open_with(world)
    urgent = scaled(world, case_id)
    assert not Seat.objects.filter(case_id=case_id, member_id=world.id("nadia")).exists()
    assert sees(world, "nadia", urgent)
    rows = Access.objects.filter(member_id=world.id("nadia"), case_id=case_id)
    assert {(row.part, row.source, row.source_id, row.until_at) for row in rows} == {
        (part, "decision", urgent, None) for part in (Part.BAND, Part.DECISIONS)
    }


@pytest.mark.parametrize("confirm", [True, False])
def test_the_answer_ends_it_and_is_told_to_who_scaled(world: World, confirm: bool) -> None:
    urgent = scaled(world, open_with(world))
    answered(world, urgent, confirm=confirm)
    assert not sees(world, "nadia", urgent)
    told = answer_to(at(world, "nadia"), urgent, now=LATER)
    assert (told.outcome, told.answered_by) == ("confirmed" if confirm else "reversed", "Erik uit Eemsdelta")
    with pytest.raises(NotVisible):
        answer_to(at(world, "nadia"), urgent, now=LATER + timedelta(days=7))


def test_once_the_case_moves_on_nobody_sees_it_for_an_answer_that_cannot_come(world: World) -> None:
    case_id = open_with(world)
    first = scaled(world, case_id)
    assert sees(world, "erik", first)
    second = scaled(world, case_id, (3, 4))
    assert not sees(world, "erik", first)
    assert not Access.objects.filter(source_id=first, withdrawn_at__isnull=True).exists()
    assert sees(world, "burg", second)
    assert sees(world, "nadia", second)
