"""What must still follow a decision when its case closes: who led it fills it in, until it goes well."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases import events
from houvast.cases.models import AftercarePlan, Case, FollowUp, PhasePeriod
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import HowItGoes, NewCheck
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.scale import scale
from houvast.kernel.errors import Invalid, NotVisible, Refused
from tests.lives import close, enough, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


@pytest.fixture
def world() -> World:
    return make_world()


def scaled(world: World) -> tuple[UUID, UUID]:
    """Let Marit scale a case of Sanne up to 3, in which she directs the process; gives the case and the decision."""
    case_id = open_with(world)
    how = Deciding(chosen={Responsibility.PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    return case_id, scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new, how=how)


def fill_in(
    world: World, who: str, decision_id: UUID, *, now: datetime, item: FollowUp.Item = FollowUp.Item.HEARD
) -> None:
    record_follow_up(
        actor=world.actor(who),
        now=now,
        decision_id=decision_id,
        item=item,
        state=FollowUp.State.DONE,
        on_date=NOW.date(),
        text="Aan de keukentafel.",
    )


@pytest.mark.parametrize("who", ["sanne", "marit"])
def test_who_led_the_case_or_its_process_fills_it_in_and_the_log_says_why_they_could(world: World, who: str) -> None:
    case_id, decision_id = scaled(world)
    close(world, case_id)
    fill_in(world, who, decision_id, now=LATER)
    assert FollowUp.objects.get().recorded_by_id == world.id(who)
    entry = Entry.objects.get(event=events.FOLLOW_UP_RECORDED.code)
    assert (entry.outcome, entry.ground) == ("done", "aftercare")


def test_nobody_else_does_and_who_led_no_longer_after_it_went_well(world: World) -> None:
    case_id, decision_id = scaled(world)
    close(world, case_id)
    plan = AftercarePlan.objects.get(case_id=case_id)
    well = NewCheck(HowItGoes.GOES_WELL, "De buren groeten weer.")
    check_pulse(actor=world.actor("sanne"), now=LATER, aftercare_id=plan.id, new=well)
    for who, now in (("erik", LATER), ("bram", LATER), ("sanne", datetime(2027, 3, 1, 9, tzinfo=NOW.tzinfo))):
        with pytest.raises(NotVisible):
            fill_in(world, who, decision_id, now=now)
    assert not FollowUp.objects.exists()


def test_when_the_case_opens_again_who_leads_it_then_fills_it_in(world: World) -> None:
    case_id, decision_id = scaled(world)
    close(world, case_id)
    chosen = {Responsibility.CASE_DIRECTION: Choice(member_id=world.id("bram"))}
    reopen_case(actor=world.actor("marit"), now=LATER, case_id=case_id, phase=2, reason="Terugval.", chosen=chosen)
    with pytest.raises((NotVisible, Refused)):
        fill_in(world, "sanne", decision_id, now=LATER)
    fill_in(world, "bram", decision_id, now=LATER)
    assert FollowUp.objects.count() == 1


def test_without_a_day_to_look_again_it_is_filled_in_before_the_case_closes(world: World) -> None:
    case_id, decision_id = scaled(world)

    def close_for_good() -> None:
        close_case(actor=world.actor("sanne"), now=LATER, case_id=case_id, new=NewClosing("moved", "Weg.", None))

    with pytest.raises(Invalid) as nothing_done:
        close_for_good()
    assert list(nothing_done.value.problems) == ["aftercare_on"]
    fill_in(world, "sanne", decision_id, now=LATER)
    with pytest.raises(Invalid):
        close_for_good()
    fill_in(world, "sanne", decision_id, now=LATER, item=FollowUp.Item.RESIDENT_TOLD)
    close_for_good()
    assert Case.objects.get(pk=case_id).phase_period.state == PhasePeriod.State.CLOSED
