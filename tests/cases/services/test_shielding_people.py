"""Somebody in a case is shielded from named others, with who lives along."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.selectors.shields import others_around, reasons_of_shields, shields_of_case, shields_to_review
from houvast.cases.services.shield_in_case import NewShield, end_shield_in_case, shield_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.residents.models import Shield
from houvast.residents.rules.shielding import ALL, MayGet, Other
from houvast.residents.selectors_shielding import what_may_go
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
REVIEW = NOW.date() + timedelta(days=30)
WHY = "Hij zoekt haar."


class Home:
    """A woman, her child, her ex-partner and his mother, in one case that Sanne leads."""

    def __init__(self) -> None:
        """Make it."""
        self.world: World = make_world()
        self.her, self.child, self.him = (make_resident(self.world, first_names=name).id for name in "ABC")
        self.case_id = open_with(self.world, self.her, self.child, self.him)
        sanne = self.world.actor("sanne")
        self.mother = add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(self.him, "Ans", "moeder"))
        self.new = NewShield([Other(self.him), Other(None, self.mother)], [self.child], WHY, REVIEW)

    def shield(self, new: NewShield | None = None, who: str = "sanne") -> tuple[UUID, ...]:
        """Shield her."""
        actor = self.world.actor(who)
        return shield_in_case(actor=actor, now=NOW, case_id=self.case_id, resident_id=self.her, new=new or self.new)

    def gets(self, other: Other) -> list[MayGet]:
        """Give what somebody gets of her and the child an hour later."""
        found = what_may_go([self.her, self.child], other, now=LATER)
        return [found[self.her], found[self.child]]


def test_one_act_shields_her_and_the_child_from_both_until_it_is_ended() -> None:
    home = Home()
    first, *_ = made = home.shield()
    hidden = MayGet(frozenset(), NOW.date())
    assert home.gets(Other(home.him)) == home.gets(Other(None, home.mother)) == home.gets(Other()) == [hidden] * 2
    assert home.gets(Other(home.her))[0] == MayGet(ALL)
    assert home.shield() == made and Shield.objects.count() == len(made) == 4
    sanne = home.world.actor("sanne")
    end = partial(
        end_shield_in_case, actor=sanne, now=LATER, case_id=home.case_id, resident_id=home.her, shield_id=first
    )
    with pytest.raises(Invalid):
        end(reason=" ")
    end(reason="Hij is overleden.")
    with pytest.raises(Conflict):
        end(reason="Nog eens.")
    assert home.gets(Other(home.him)) == [MayGet(ALL), hidden]
    assert Entry.objects.filter(event="case.shield_ended", case=home.case_id).exists()


def test_who_sees_the_people_reads_from_whom_and_who_leads_reads_why() -> None:
    home = Home()
    home.shield()
    viewer = viewer_of(home.world.actor("sanne"), now=NOW)
    lines = shields_of_case(viewer, home.case_id, now=NOW)
    assert {(each.resident_id, each.other) for each in lines} == {
        (who, name) for who in (home.her, home.child) for name in ("C Dijkhuis", "Ans")
    }
    assert set(reasons_of_shields(lines, now=NOW).values()) == {WHY}
    assert reasons_of_shields((), now=NOW) == {}
    cases = [home.case_id]
    assert shields_to_review(viewer, cases, REVIEW, now=NOW) == {home.case_id: REVIEW}
    assert shields_to_review(viewer, cases, REVIEW - timedelta(days=1), now=NOW) == {}
    stranger = viewer_of(home.world.actor("iris"), now=NOW)
    assert shields_of_case(stranger, home.case_id, now=NOW) == ()


def test_others_are_those_of_the_case_and_not_who_lives_along() -> None:
    home = Home()
    elsewhere = make_resident(home.world, "Vegt").id
    for changes, field in (
        ({"others": []}, "others"),
        ({"others": [Other(elsewhere)]}, "others"),
        ({"along": [home.him]}, "along"),
        ({"others": [Other(home.her)]}, "along"),
        ({"reason": " "}, "reason"),
        ({"review_on": None}, "review_on"),
    ):
        with pytest.raises(Invalid) as wrong:
            home.shield(replace(home.new, **changes))
        assert wrong.value.problems.keys() == {field}
    with pytest.raises(NotVisible):
        home.shield(replace(home.new, along=[elsewhere]))
    viewer = viewer_of(home.world.actor("sanne"), now=NOW)
    names = [each.name for each in others_around(viewer, home.case_id, now=NOW)]
    assert names == ["A Dijkhuis", "B Dijkhuis", "C Dijkhuis", "Ans"]


def test_only_who_leads_shields() -> None:
    home = Home()
    with pytest.raises(NotVisible):
        home.shield(who="iris")
    with pytest.raises((Refused, NotVisible)):
        home.shield(who="dirk")
    with pytest.raises(NotVisible):
        end_shield_in_case(
            actor=home.world.actor("sanne"),
            now=NOW,
            case_id=home.case_id,
            resident_id=home.child,
            shield_id=home.shield()[0],
            reason="Die van een ander.",
        )
