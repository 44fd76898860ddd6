"""Setting tables and planning their meetings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.consultation.models import ConsultationTable, Meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.consultation.worlds import MONDAY, SYSTEM, Tabled, setting
from tests.worlds import NOW

FORTNIGHT = timedelta(days=14)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda right: replace(right, name=" "), "name"),
        (lambda right: replace(right, name="mdo"), "name"),
        (lambda right: replace(right, legal_ground=""), "legal_ground"),
        (lambda right: replace(right, usual_minutes=0), "usual_minutes"),
        (lambda right: replace(right, phases=(5,)), "phases"),
        (lambda right: replace(right, chair_id=new_id()), "chair"),
    ],
)
def test_a_table_that_lacks_something_is_told(
    tabled: Tabled, change: Callable[[TableSetting], TableSetting], field: str
) -> None:
    wrong = change(setting(tabled.world, name="TVO"))
    with pytest.raises(Invalid) as problem:
        set_table(actor=SYSTEM, now=NOW, municipality_id=tabled.world.municipality.id, setting=wrong)
    assert problem.value.problems.keys() == {field}


def test_only_the_own_administrator_sets_tables(tabled: Tabled) -> None:
    here = tabled.world.municipality.id
    new = setting(tabled.world, name="TVO")
    for who in ("nadia", "yara"):
        with pytest.raises(Refused):
            set_table(actor=tabled.actor(who), now=NOW, municipality_id=here, setting=new)
    with pytest.raises(NotVisible):
        set_table(actor=SYSTEM, now=NOW, municipality_id=here, setting=new, table_id=new_id())
    set_table(actor=tabled.actor("beheer"), now=NOW, municipality_id=here, setting=new)
    assert ConsultationTable.objects.count() == 2


def test_a_table_keeps_its_name_when_it_is_changed(tabled: Tabled) -> None:
    same = replace(setting(tabled.world), rhythm="om de week op maandag")
    here = tabled.world.municipality.id
    set_table(actor=SYSTEM, now=NOW, municipality_id=here, setting=same, table_id=tabled.table_id)
    assert ConsultationTable.objects.get().rhythm == "om de week op maandag"


def test_a_meeting_is_planned_by_chair_or_administrator(tabled: Tabled) -> None:
    for number, who in enumerate(("nadia", "beheer"), 1):
        at = MONDAY + number * FORTNIGHT
        plan_meeting(actor=tabled.actor(who), now=NOW, table_id=tabled.table_id, starts_at=at, minutes=60)
    assert Meeting.objects.count() == 3
    assert Meeting.objects.get(starts_at=MONDAY).ends_at == MONDAY + timedelta(minutes=90)
    with pytest.raises(Refused):
        plan_meeting(actor=tabled.actor("sanne"), now=NOW, table_id=tabled.table_id, starts_at=MONDAY + FORTNIGHT)
    with pytest.raises(NotVisible):
        plan_meeting(actor=tabled.actor("bram"), now=NOW, table_id=tabled.table_id, starts_at=MONDAY + FORTNIGHT)


def test_a_meeting_needs_a_moment_to_come(tabled: Tabled) -> None:
    nadia = tabled.actor("nadia")
    for at, minutes in ((NOW - FORTNIGHT, None), (MONDAY, None), (MONDAY + FORTNIGHT, 0)):
        with pytest.raises(Invalid):
            plan_meeting(actor=nadia, now=NOW, table_id=tabled.table_id, starts_at=at, minutes=minutes)
    unused = replace(setting(tabled.world), active=False)
    here = tabled.world.municipality.id
    set_table(actor=SYSTEM, now=NOW, municipality_id=here, setting=unused, table_id=tabled.table_id)
    with pytest.raises(Invalid):
        plan_meeting(actor=nadia, now=NOW, table_id=tabled.table_id, starts_at=MONDAY + FORTNIGHT)
