"""What a resident of a case lets a relative hear and do is recorded, never changed, and ends with their place."""

from datetime import timedelta
from functools import partial

import pytest

from houvast.cases.services.agree_with_relative import agree_with_relative
from houvast.cases.services.take_from_network import take_from_network
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.residents.models import NetworkTurn
from houvast.residents.rules.networking import Allowed, NetworkStep, Telling, TellingGround, Turn
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_inspection import held_in_register
from houvast.residents.selectors_network import caller, standings
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.record_network_turn import record_network_turn
from houvast.residents.services.shield_resident import shield_resident
from tests.lives import open_with
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
MAY = Turn(
    NetworkStep.ALLOWED, TODAY, (Allowed.PLAN, Allowed.WHO_HELPS), TellingGround.RESIDENT, "Mijn zus mag alles weten."
)


def test_a_sister_hears_what_ruben_lets_her_until_her_place_ends() -> None:
    world = make_world()
    ruben, sanne = make_resident(world).id, world.actor("sanne")
    case_id = open_with(world, ruben)
    sister = add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(ruben, "Janna Dijkhuis", "zus"))
    agree = partial(agree_with_relative, now=NOW, case_id=case_id, resident_id=ruben, network_member_id=sister)
    assert caller(ruben, sister, now=NOW).telling == Telling((), TellingGround.NONE)
    with pytest.raises(Invalid):
        agree(actor=sanne, turn=Turn(NetworkStep.INVITED, TODAY))
    with pytest.raises(NotVisible):
        agree(actor=world.actor("iris"), turn=MAY)
    with pytest.raises((Refused, NotVisible)):
        agree(actor=world.actor("dirk"), turn=MAY)
    made = agree(actor=sanne, turn=MAY)
    assert agree(actor=sanne, turn=MAY) == made and NetworkTurn.objects.count() == 1
    agree(actor=sanne, turn=Turn(NetworkStep.INVITED, TODAY))
    agree(actor=sanne, turn=Turn(NetworkStep.ACCEPTED, TODAY))
    called = caller(ruben, sister, now=NOW)
    assert called.telling == Telling((Allowed.WHO_HELPS, Allowed.PLAN), TellingGround.RESIDENT)
    assert standings([ruben]) == {sister: called.standing} and called.standing.takes_part
    told = str(held_in_register(ruben, is_resident=True))
    assert "Mijn zus mag alles weten." in told and "Janna" not in told
    shield_resident(
        actor=sanne,
        now=NOW,
        resident_id=ruben,
        other=Other(network_member_id=sister),
        reason="Zij vertelt het door.",
        review_on=TODAY + timedelta(days=9),
    )
    shielded = caller(ruben, sister, now=NOW).telling
    assert shielded == Telling((), TellingGround.NONE, is_shielded=True)
    take_from_network(actor=sanne, now=NOW, case_id=case_id, resident_id=ruben, network_member_id=sister)
    assert caller(ruben, sister, now=NOW).telling.parts == () and standings([ruben])[sister].is_over
    with pytest.raises(NotVisible):
        agree(actor=sanne, turn=MAY)


def test_only_somebody_of_the_network_has_turns_and_the_end_is_a_verb_of_its_own() -> None:
    world = make_world()
    ruben, sanne = make_resident(world).id, world.actor("sanne")
    sister = add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(ruben, "Janna Dijkhuis", "zus"))
    for resident_id, member_id, turn in (
        (new_id(), sister, MAY),
        (ruben, new_id(), MAY),
        (ruben, sister, Turn(NetworkStep.ENDED, TODAY)),
    ):
        with pytest.raises(NotVisible):
            record_network_turn(actor=sanne, now=NOW, resident_id=resident_id, network_member_id=member_id, turn=turn)
