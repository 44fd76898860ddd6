"""Passing on: a team says yes within its term, or the concern comes back. Nothing is passed on into nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern, PassOnAnswer
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.answer_pass_on import ANSWER_PLACE, answer_pass_on
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.vault.sealing import unseal
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

# NOW is Monday 23 November 2026; two working days end on Wednesday at 23.59.59 in Amsterdam.
TERM = datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def passed_on(world: World) -> Concern:
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    return concern


def seen_by(world: World, who: str, now: datetime) -> Viewer:
    found = viewer(world.id(who), now=now)
    assert found is not None
    return found


def test_the_team_has_two_working_days() -> None:
    world = make_world()
    passed_on(world)
    concern = Concern.objects.select_related("decision").get()
    assert concern.state == "passed_on"
    assert concern.decision is not None
    assert concern.decision.accept_before == TERM


def test_who_accepts_has_the_concern() -> None:
    world = make_world()
    concern = passed_on(world)
    answer_pass_on(actor=world.actor("sanne"), now=LATER, concern_id=concern.id, accepted=True)
    concern.refresh_from_db()
    assert (concern.state, concern.version) == ("decided", 2)
    sanne = seen_by(world, "sanne", TERM + timedelta(days=30))
    assert scopes.texts(sanne, now=TERM + timedelta(days=30)).filter(pk=concern.pk).exists()
    with pytest.raises(Conflict):
        answer_pass_on(actor=world.actor("bram"), now=LATER, concern_id=concern.id, accepted=False, reason="Toch niet.")


def test_who_returns_says_why_and_triage_has_it_on_the_most_urgent_clock() -> None:
    world = make_world()
    concern = passed_on(world)
    with pytest.raises(Invalid):
        answer_pass_on(actor=world.actor("sanne"), now=LATER, concern_id=concern.id, accepted=False, reason=" ")
    answer_pass_on(actor=world.actor("sanne"), now=LATER, concern_id=concern.id, accepted=False, reason="Wij zijn vol.")
    concern = Concern.objects.select_related("key").get()
    # Monday 11.30 in Amsterdam and four working hours: 15.30, which is 14.30 in UTC.
    assert (concern.state, concern.version, concern.decide_before) == (
        "waiting",
        2,
        datetime(2026, 11, 23, 14, 30, tzinfo=UTC),
    )
    answer = PassOnAnswer.objects.get()
    assert concern.key is not None
    assert unseal(concern.key, answer.reason_sealed, place=f"{ANSWER_PLACE}:{answer.id}") == "Wij zijn vol."
    assert not scopes.concerns(seen_by(world, "sanne", LATER), now=LATER).exists()
    new = NewDecision(Outcome.NOTHING, "once")
    with pytest.raises(Conflict) as stale:
        decide_concern(actor=world.actor("marit"), now=LATER, concern_id=concern.id, version=1, new=new)
    assert stale.value.message == "Intussen is dit signaal veranderd. Kijk opnieuw en beslis dan."
    decide_concern(actor=world.actor("marit"), now=LATER, concern_id=concern.id, version=2, new=new)


def test_the_clock_is_never_moved_back() -> None:
    world = make_world()
    concern = passed_on(world)
    Concern.objects.filter(pk=concern.pk).update(decide_before=NOW)
    answer_pass_on(actor=world.actor("sanne"), now=LATER, concern_id=concern.id, accepted=False, reason="Vol.")
    assert Concern.objects.get().decide_before == NOW


def test_without_an_answer_in_time_it_is_back_without_any_job() -> None:
    world = make_world()
    concern = passed_on(world)
    just_in_time = TERM - timedelta(seconds=1)
    assert scopes.concerns(seen_by(world, "sanne", NOW), now=just_in_time).exists()
    assert not scopes.in_triage(seen_by(world, "marit", NOW), now=NOW).filter(scopes.waits(just_in_time)).exists()
    assert not scopes.concerns(seen_by(world, "sanne", NOW), now=TERM).exists()
    assert not scopes.texts(seen_by(world, "sanne", NOW), now=TERM).exists()
    assert scopes.in_triage(seen_by(world, "marit", NOW), now=NOW).filter(scopes.waits(TERM)).exists()
    with pytest.raises(Conflict) as late:
        answer_pass_on(actor=world.actor("sanne"), now=TERM, concern_id=concern.id, accepted=True)
    assert "termijn" in late.value.message
    new = NewDecision(Outcome.NOTHING, "once")
    decide_concern(actor=world.actor("marit"), now=TERM, concern_id=concern.id, version=1, new=new)
    assert Concern.objects.get().state == "decided"


def test_while_the_team_may_answer_nobody_decides_again() -> None:
    world = make_world()
    concern = passed_on(world)
    with pytest.raises(Conflict) as conflict:
        decide_concern(
            actor=world.actor("marit"),
            now=LATER,
            concern_id=concern.id,
            version=1,
            new=NewDecision(Outcome.NOTHING, "once"),
        )
    assert "doorgeven" in conflict.value.message


def test_only_the_team_that_was_asked_answers() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    concern = passed_on(world)
    with pytest.raises(Refused) as refused:
        answer_pass_on(actor=world.actor("marit"), now=LATER, concern_id=concern.id, accepted=True)
    assert refused.value.verdict.reason == "not_in_team"
    for actor in (world.actor("iris"), other.actor("sanne")):
        with pytest.raises(NotVisible):
            answer_pass_on(actor=actor, now=LATER, concern_id=concern.id, accepted=True)


def test_a_concern_that_nobody_passed_on_is_not_answered() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    with pytest.raises(Conflict):
        answer_pass_on(actor=world.actor("marit"), now=NOW, concern_id=concern.id, accepted=True)
