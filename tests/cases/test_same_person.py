"""A shield asks whether somebody of a network and a resident are the same person, as who leads the case marked."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.accountability.selectors.guarding import guards_for
from houvast.audit.models import Entry
from houvast.cases.services.mark_same_in_case import end_same_in_case, mark_same_in_case
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident, SamePerson
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors import network
from houvast.residents.selectors_shielding import against, numbers_kept_from, what_may_go
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.erase_resident import erase_resident
from houvast.residents.services.mark_same_person import end_same_person, mark_same_person
from houvast.residents.services.shield_resident import shield_resident
from houvast.vault.sealing import bsn_indexes
from tests.letters.worlds import Written, make_written
from tests.worlds import NOW, make_resident

LATER = NOW + timedelta(hours=1)
BSN, PHONE = "999990019", "06 00 00 07 77"


@pytest.fixture
def home(db: None) -> Written:
    """Give a case of Ruben and his daughter Fenna, whose mother Janna is in the network of Ruben."""
    return make_written()


def _mark(home: Written, *, who: str = "sanne", same: UUID | None = None, bsn: str = "") -> None:
    mark_same_in_case(
        actor=home.world.actor(who),
        now=NOW,
        case_id=home.case_id,
        resident_id=home.ruben,
        network_member_id=home.janna,
        same=same,
        bsn=bsn,
    )


def _shield(home: Written, resident_id: object, other: Other) -> None:
    new = NewShield([other], [], "Verzonnen.", date(2026, 12, 20))
    assert resident_id in (home.ruben, home.fenna)
    for each in (home.ruben, home.fenna):
        if each == resident_id:
            shield_in_case(actor=home.world.actor("sanne"), now=NOW, case_id=home.case_id, resident_id=each, new=new)


def _janna_of_the_register(home: Written) -> UUID:
    """Put Janna in the register too, with a telephone number and a BSN, in no case that Sanne leads."""
    janna = make_resident(home.world, "Dijkhuis", "Janna").id
    Resident.objects.filter(pk=janna).update(bsn_index=bsn_indexes(BSN)[0], phone=PHONE)
    return janna


def _end(home: Written) -> None:
    sanne, near = home.world.actor("sanne"), home.janna
    end_same_in_case(actor=sanne, now=LATER, case_id=home.case_id, resident_id=home.ruben, network_member_id=near)


def test_a_shield_from_somebody_of_a_network_is_one_from_the_resident_whom_they_are(home: Written) -> None:
    """Janna has a case of her own, and asks there what is held about her."""
    janna = _janna_of_the_register(home)
    near = Other(network_member_id=home.janna)
    _shield(home, home.fenna, near)
    assert against(None, Other(janna), now=LATER) == ()
    assert PHONE not in numbers_kept_from([home.fenna], now=LATER)
    _mark(home, bsn=BSN)
    assert PHONE in numbers_kept_from([home.fenna], now=LATER)
    (shield,) = against(None, Other(janna), now=LATER)
    assert (shield.resident_id, shield.other) == (home.fenna, Other(janna))
    for other in (near, Other(janna)):
        assert what_may_go([home.fenna], other, now=LATER)[home.fenna].shielded_since == NOW.date()
    assert {each.other for each in against([home.fenna], Other(), now=LATER)} == {near, Other(janna)}
    assert guards_for(janna, home.world.municipality.id, is_resident=True, now=LATER) != ()
    assert [each.in_register for each in network([home.ruben])] == [True]
    entry = Entry.objects.get(event="case.same_person")
    assert (entry.case, entry.subject_id, entry.details["resident"]) == (home.case_id, home.janna, str(janna))
    erase_resident(actor=home.world.actor("sanne"), now=LATER, resident_id=janna)
    assert against(None, near, now=LATER) != (), "Whoever is destroyed, who is shielded stays so."
    _end(home)
    assert against(None, Other(janna), now=LATER) == ()
    with pytest.raises(Conflict):
        _end(home)
    assert SamePerson.objects.get().ended_at == LATER


def test_a_shield_from_a_resident_is_one_from_them_in_every_network(home: Written) -> None:
    """Fenna stands in the network of Ruben too, as his daughter; and in that of her grandmother."""
    grandmother = make_resident(home.world, "Dijkhuis", "Geke").id
    new = NewNetworkMember(grandmother, "Fenna", "kleindochter")
    far = add_network_member(actor=home.world.actor("sanne"), now=NOW, new=new)
    SamePerson.objects.create(
        network_member_id=far,
        resident_id=home.fenna,
        municipality_id=home.world.municipality.id,
        added_by_id=home.world.id("sanne"),
        added_at=NOW,
    )
    _mark(home, same=home.fenna)
    _shield(home, home.ruben, Other(home.fenna))
    for other in (Other(network_member_id=far), Other(network_member_id=home.janna), Other(home.fenna)):
        assert [each.other for each in against([home.ruben], other, now=LATER)] == [other]


def test_a_wrong_mark_keeps_nobody_from_being_shielded_from_whom_they_were_marked_as(home: Written) -> None:
    """Then the shield holds, and nobody is shielded from themselves."""
    _mark(home, same=home.fenna)
    near = Other(network_member_id=home.janna)
    _shield(home, home.fenna, near)
    assert [each.resident_id for each in against(None, near, now=LATER)] == [home.fenna]
    assert against(None, Other(home.fenna), now=LATER) == ()
    assert [each.other for each in against([home.fenna], Other(), now=LATER)] == [near]
    _end(home)


def test_who_is_marked_is_somebody_else_of_the_case_or_of_the_register_and_by_who_leads(home: Written) -> None:
    for wrong in (None, home.ruben):
        with pytest.raises(Invalid):
            _mark(home, same=wrong)
    with pytest.raises(NotVisible):
        _mark(home, same=new_id())
    for who in ("erik", "beheer", "privacy"):
        with pytest.raises((Refused, NotVisible)):
            _mark(home, who=who, same=home.fenna)
    _shield(home, home.fenna, Other(network_member_id=home.janna))
    with pytest.raises(Invalid) as shielded:
        _mark(home, same=home.fenna)
    assert set(shielded.value.problems) == {"same"}
    assert not SamePerson.objects.exists()


def test_nobody_is_marked_who_is_not_in_that_network_or_is_the_resident_themselves(home: Written) -> None:
    sanne, nobody = home.world.actor("sanne"), new_id()
    tries: tuple[Callable[[], None], ...] = (
        lambda: mark_same_in_case(
            actor=sanne,
            now=NOW,
            case_id=home.case_id,
            resident_id=home.ruben,
            network_member_id=nobody,
            same=home.fenna,
        ),
        lambda: mark_same_person(actor=sanne, now=NOW, network_member_id=nobody, resident_id=home.fenna),
        lambda: mark_same_person(actor=sanne, now=NOW, network_member_id=home.janna, resident_id=home.ruben),
        lambda: end_same_person(actor=sanne, now=NOW, network_member_id=nobody, about=()),
    )
    for each in tries:
        with pytest.raises(NotVisible):
            each()


def test_somebody_is_marked_once_however_often_one_presses(home: Written) -> None:
    _mark(home, same=home.fenna)
    with pytest.raises(Conflict):
        _mark(home, same=home.fenna)


def test_a_bsn_says_the_same_of_who_is_not_there_and_of_who_hides_from_them(home: Written) -> None:
    answers = [_said_of_bsn(home)]
    _hide(home, _janna_of_the_register(home))
    answers.append(_said_of_bsn(home))
    Resident.objects.filter(bsn_index__in=bsn_indexes(BSN)).update(bsn_index="")
    Resident.objects.filter(pk=home.ruben).update(bsn_index=bsn_indexes(BSN)[0])
    assert answers == [_said_of_bsn(home)] * 2
    assert answers[0].keys() == {"bsn"}


def test_it_is_not_taken_back_while_it_shields_somebody_of_another_case(home: Written) -> None:
    """Who leads this case cannot know of her; who leads that one counts on it."""
    _mark(home, same=home.fenna)
    far = make_resident(home.world, "Bos", "Mika").id
    _hide(home, far)
    assert [each.resident_id for each in against(None, Other(home.fenna), now=LATER)] == [far]
    with pytest.raises(Conflict, match="andere casus"):
        _end(home)
    _hide(home, far, Other(home.fenna))
    _end(home)
    assert [each.resident_id for each in against(None, Other(home.fenna), now=LATER)] == [far]


def _said_of_bsn(home: Written) -> Mapping[str, str]:
    with pytest.raises(Invalid) as said:
        _mark(home, bsn=BSN)
    return said.value.problems


def _hide(home: Written, who: UUID, other: Other | None = None) -> None:
    """Shield somebody of another case from Janna of the network of Ruben, or from another."""
    shield_resident(
        actor=home.world.actor("sanne"),
        now=NOW,
        resident_id=who,
        other=other or Other(network_member_id=home.janna),
        reason="Verzonnen.",
        review_on=date(2026, 12, 20),
    )
