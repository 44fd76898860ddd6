"""A shield is from one other of the same municipality; anything else does not exist, and an unknown person neither."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.kernel.actor import system
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.residents.rules.shielding import Other
from houvast.residents.services.end_network_member import end_network_member
from houvast.residents.services.shield_resident import end_shield, shield_resident
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db


def test_who_is_not_there_is_not_shielded_and_nobody_is_shielded_from_themselves() -> None:
    world, elsewhere = make_world(), make_world("opsterland", "Opsterland")
    her, him, stranger = (make_resident(each).id for each in (world, world, elsewhere))
    sanne, day = world.actor("sanne"), NOW.date() + timedelta(days=9)
    shield = partial(shield_resident, actor=sanne, now=NOW, reason="Hij zoekt haar.", review_on=day)
    wrong: tuple[tuple[UUID, Other], ...] = (
        (new_id(), Other(him)),
        (her, Other()),
        (her, Other(him, new_id())),
        (her, Other(her)),
        (her, Other(stranger)),
        (her, Other(None, new_id())),
    )
    for resident_id, other in wrong:
        with pytest.raises(NotVisible):
            shield(resident_id=resident_id, other=other)
    with pytest.raises(NotVisible):
        shield(resident_id=her, other=Other(him), actor=system("migrate"))
    made = shield(resident_id=her, other=Other(him))
    for resident_id, shield_id in ((him, made), (new_id(), made), (her, new_id())):
        with pytest.raises(NotVisible):
            end_shield(actor=sanne, now=NOW, resident_id=resident_id, shield_id=shield_id, reason="Klaar.")
    with pytest.raises(NotVisible):
        end_network_member(actor=sanne, now=NOW, resident_id=new_id(), network_member_id=new_id())
