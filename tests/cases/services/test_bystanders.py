"""A neighbour or notifier has a place in a case, and nobody but who leads it knows who that is."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from houvast.cases.models import Bystander, BystanderTurn, Case
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.selectors.bystanders import bystanders_of
from houvast.cases.selectors.inspection import held_in_cases
from houvast.cases.services.add_bystander import add_bystander, record_bystander
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident, make_world

NEAR = NewBystander(False, " Bo Vos ", "06 00 00 01 81", False, "Geroep om drie uur.")
Kind = BystanderTurn.Kind


@pytest.mark.django_db
def test_who_leads_reads_what_they_notice_and_nobody_hears_who_they_are() -> None:
    world = make_world()
    ruben = make_resident(world).id
    case_id = open_with(world, ruben)
    sanne = world.actor("sanne")
    add = partial(add_bystander, now=NOW, case_id=case_id)
    near = add(actor=sanne, new=NEAR, bystander_id=new_id())
    add(actor=sanne, new=replace(NEAR, is_notifier=True, noticed="Glas op straat."), bystander_id=new_id())
    for wrong, error, once in ((replace(NEAR, name=""), Invalid, new_id()), (NEAR, Conflict, near)):
        with pytest.raises(error):
            add(actor=sanne, new=wrong, bystander_id=once)
    with pytest.raises(NotVisible):
        add(actor=world.actor("iris"), new=NEAR, bystander_id=new_id())
    record = partial(record_bystander, actor=sanne, now=NOW, case_id=case_id, bystander_id=near)
    record(kind=Kind.AGREED, text="Zij belt Sanne.")
    for kind, text, error in ((Kind.AGREED, " ", Invalid), (Kind.AGREED, "Zij belt Sanne.", Conflict)):
        with pytest.raises(error):
            record(kind=kind, text=text)
    record(kind=Kind.OVER, text="Verhuisd.")
    with pytest.raises(Conflict):
        record(kind=Kind.AGREED, text="Nog iets.")
    with pytest.raises(NotVisible):
        record(bystander_id=new_id(), kind=Kind.AGREED, text="Iets.")
    assert _reads(world, "sanne", case_id) == [
        ("Bo Vos, 06 00 00 01 81", 1, False),
        ("Bo Vos, 06 00 00 01 81", 3, True),
    ]
    assert _reads(world, "iris", case_id) == []
    told = str(held_in_cases(ruben, Case.objects.get(pk=case_id).municipality_id))
    assert "Geroep om drie uur." in told and "Glas op straat." not in told and "Bo Vos" not in told
    assert Bystander.objects.filter(confidential=True).count() == 1


def _reads(world: World, who: str, case_id: UUID) -> list[tuple[str, int, bool]]:
    lines = bystanders_of(viewer_of(world.actor(who), now=NOW), case_id, now=NOW)
    return sorted((each.who, len(each.said), each.is_over) for each in lines)
