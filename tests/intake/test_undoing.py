"""Undoing one's own last decision: for ten minutes, and as long as nothing was built on it."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.undo_decision import undo_decision
from houvast.kernel.errors import NotVisible, Refused
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

ALMOST_TEN_MINUTES = timedelta(minutes=9, seconds=59)
TEN_MINUTES = timedelta(minutes=10)


def advise(world: World, concern: Concern, version: int = 0) -> UUID:
    new = NewDecision(Outcome.ADVICE, "once")
    return decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=version, new=new)


def test_undone_within_ten_minutes_the_concern_waits_again_and_the_history_keeps_both() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    advise(world, concern)
    undo_decision(actor=world.actor("marit"), now=NOW + ALMOST_TEN_MINUTES, concern_id=concern.id)
    concern.refresh_from_db()
    assert (concern.state, concern.version, concern.case_id) == ("waiting", 2, None)
    assert list(TriageDecision.objects.order_by("number").values_list("outcome", flat=True)) == ["advice", "undone"]
    advise(world, concern, version=2)
    assert Concern.objects.get().state == "decided"


def refusal(world: World, who: str, concern: Concern, after: timedelta = timedelta()) -> str:
    with pytest.raises(Refused) as refused:
        undo_decision(actor=world.actor(who), now=NOW + after, concern_id=concern.id)
    return refused.value.verdict.reason


def test_after_ten_minutes_it_stays() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    advise(world, concern)
    assert refusal(world, "marit", concern, TEN_MINUTES) == "too_late"


def test_a_decision_of_somebody_else_or_none_is_not_undone() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    assert refusal(world, "marit", concern) == "not_your_decision"
    advise(world, concern)
    assert refusal(world, "nadia", concern) == "not_your_decision"


def test_what_was_undone_is_not_undone_again_into_the_decision() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    advise(world, concern)
    undo_decision(actor=world.actor("marit"), now=NOW, concern_id=concern.id)
    assert refusal(world, "marit", concern) == "already_undone"


def test_sending_to_the_next_step_is_undone_until_that_step_decides() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, "public_order", "oggz"))
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0)
    undo_decision(actor=world.actor("nadia"), now=NOW, concern_id=concern.id)
    assert Concern.objects.get().step == "public_order"
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=2)
    advise(world, concern, version=3)
    with pytest.raises(NotVisible):
        undo_decision(actor=world.actor("nadia"), now=NOW, concern_id=concern.id)


def test_passing_on_is_undone_until_the_team_answers() -> None:
    world = make_world()
    team = world.teams["Gebiedsteam"].id
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=team)
    first, second = make_concern(world, make_point(world)), make_concern(world, make_point(world, name="Tweede"))
    for concern in (first, second):
        decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    undo_decision(actor=world.actor("marit"), now=NOW, concern_id=first.id)
    answer_pass_on(actor=world.actor("sanne"), now=NOW, concern_id=second.id, accepted=True)
    assert refusal(world, "marit", second) == "answered"
