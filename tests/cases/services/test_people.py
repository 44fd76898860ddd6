"""The people of an open case: who may add, correct and let go, and what the log says of it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Case, CaseResident, Statement
from houvast.cases.rules.opening import Choice
from houvast.cases.selectors.households import correctable_of_case, household_of_case
from houvast.cases.services.add_new_resident import NewPersonInCase, add_new_resident
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.cases.services.add_to_network import add_to_network
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.change_place import change_place
from houvast.cases.services.correct_resident_of_case import correct_resident_of_case
from houvast.cases.services.join_household import join_household
from houvast.cases.services.leave_household import leave_household
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.cases.services.remove_resident import remove_resident
from houvast.cases.services.take_from_network import take_from_network
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import Household, NetworkMember, Resident
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.services.add_network_member import NewNetworkMember
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

ANNA = PersonalData("Vries", "de", "Anna", PartialDate(1990, 2), town="Delfzijl")
MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 1)


class Scene:
    """An open case about Ruben that Sanne leads; Erik sees the band only, and Iris nothing."""

    def __init__(self) -> None:
        """Open it."""
        self.world: World = make_world()
        self.ruben: UUID = make_resident(self.world).id
        self.case: UUID = open_with(self.world, self.ruben)

    def do(self, verb: Callable[..., object], who: str = "sanne", **fields: object) -> None:
        """Let somebody do something in the case."""
        verb(actor=self.world.actor(who), now=NOW, case_id=self.case, **fields)

    def present(self) -> set[UUID]:
        """Give whom the case is about."""
        return set(CaseResident.objects.filter(until__isnull=True).values_list("resident_id", flat=True))


@pytest.fixture
def scene() -> Scene:
    """Open the case."""
    return Scene()


def test_somebody_new_is_registered_and_added_at_once(scene: Scene) -> None:
    new = NewPersonInCase(new_id(), ANNA, bsn="999990019", role="moeder")
    scene.do(add_new_resident, new=new)
    anna = Resident.objects.get(pk=new.id)
    assert (anna.surname, anna.surname_prefix, anna.birth_year, anna.birth_month, anna.birth_day) == (
        "Vries",
        "de",
        1990,
        2,
        0,
    )
    assert (anna.ground, anna.municipality_id) == ("oggz", scene.world.municipality.id)
    assert scene.present() == {scene.ruben, anna.id}
    entry = Entry.objects.get(event="case.resident_added")
    assert (entry.subject_id, entry.details, entry.case) == (anna.id, {"registered": True}, scene.case)
    with pytest.raises(Conflict):
        scene.do(add_new_resident, new=new)


def test_what_cannot_be_adds_nobody(scene: Scene) -> None:
    for data, bsn, field in ((PersonalData(" "), "", "surname"), (PersonalData("Vries"), "123456789", "bsn")):
        with pytest.raises(Invalid) as wrong:
            scene.do(add_new_resident, new=NewPersonInCase(new_id(), data, bsn))
        assert set(wrong.value.problems) == {field}
    assert scene.present() == {scene.ruben}
    assert Resident.objects.count() == 1


def test_who_does_not_lead_changes_nobody_and_that_is_on_record(scene: Scene) -> None:
    changes: list[tuple[Callable[..., object], dict[str, object]]] = [
        (correct_resident_of_case, {"resident_id": scene.ruben, "seen": 0, "data": ANNA}),
        (add_to_network, {"new": NewNetworkMember(scene.ruben, "Geke", "moeder")}),
        (join_household, {"resident_id": scene.ruben, "since": MARCH}),
        (leave_household, {"resident_id": scene.ruben, "until": MARCH}),
    ]
    for verb, fields in changes:
        for who in ("erik", "iris"):
            with pytest.raises(NotVisible):
                scene.do(verb, who, **fields)
        with pytest.raises(NotVisible):
            scene.do(verb, "sanne", **{name: _other(value) for name, value in fields.items()})
    new = NewPersonInCase(new_id(), ANNA)
    with pytest.raises(Refused):
        scene.do(add_new_resident, "erik", new=new)
    with pytest.raises(NotVisible):
        scene.do(add_new_resident, "iris", new=new)
    assert (Resident.objects.count(), NetworkMember.objects.count(), Household.objects.count()) == (1, 0, 0)
    assert Entry.objects.filter(outcome="refused").count() == 3 * len(changes) + 2


def _other(value: object) -> object:
    """Put somebody who is not in the case in the place of who is."""
    if isinstance(value, NewNetworkMember):
        return NewNetworkMember(new_id(), "Geke", "moeder")
    return new_id() if isinstance(value, UUID) else value


def test_the_log_of_the_case_says_which_fields_were_corrected(scene: Scene) -> None:
    data = PersonalData("Dijkhuis", "", "Ruben", PartialDate(1992), phone="06 00 00 04 17")
    scene.do(correct_resident_of_case, resident_id=scene.ruben, seen=0, data=data)
    entry = Entry.objects.get(event="case.resident_corrected")
    assert (entry.case, entry.subject_id, entry.details) == (scene.case, scene.ruben, {"fields": ["phone"]})


def test_a_relative_is_added_to_somebody_of_the_case(scene: Scene) -> None:
    scene.do(add_to_network, new=NewNetworkMember(scene.ruben, "Geke", "moeder", call_first=True))
    row = NetworkMember.objects.get()
    assert (row.resident_id, row.call_first) == (scene.ruben, True)
    assert Entry.objects.get(event="case.network_grew").subject_id == row.id


def test_the_first_who_lives_there_forms_the_household_and_others_come_and_go(scene: Scene) -> None:
    anna = make_resident(scene.world, first_names="Anna").id
    scene.do(add_resident, new=NewCaseResident(anna, role="moeder"))
    with pytest.raises(Invalid):
        scene.do(leave_household, resident_id=anna, until=MAY)
    with pytest.raises(Invalid):
        scene.do(join_household, resident_id=anna, since=date(2027, 1, 1))
    scene.do(join_household, resident_id=anna, since=MARCH)
    scene.do(join_household, resident_id=scene.ruben, since=MAY, role="vader, om het weekend")
    scene.do(leave_household, resident_id=anna, until=JUNE)
    case = Case.objects.select_related("household").get(pk=scene.case)
    assert case.household is not None
    assert case.household.name == case.name
    viewer = viewer_of(scene.world.actor("sanne"), now=NOW)
    stays = household_of_case(viewer, scene.case, now=NOW)
    assert [(each.resident_id, each.role, each.since, each.until) for each in stays] == [
        (anna, "moeder", MARCH, JUNE),
        (scene.ruben, "vader, om het weekend", MAY, None),
    ]
    assert household_of_case(viewer_of(scene.world.actor("erik"), now=NOW), scene.case, now=NOW) == ()


def test_who_does_not_see_the_people_gets_no_data_to_correct(scene: Scene) -> None:
    for who, found in (("sanne", True), ("erik", False)):
        viewer = viewer_of(scene.world.actor(who), now=NOW)
        data = correctable_of_case(viewer, scene.case, scene.ruben, now=NOW)
        assert (data is not None) is found
        assert correctable_of_case(viewer, scene.case, new_id(), now=NOW) is None


def test_who_leads_themselves_or_through_the_network_does_not_leave_first(scene: Scene) -> None:
    anna = make_resident(scene.world, first_names="Anna").id
    scene.do(add_resident, new=NewCaseResident(anna))
    geke = NewNetworkMember(scene.ruben, "Geke", "moeder")
    scene.do(add_to_network, new=geke)
    # Phase 2: the model lets resident and network hold case direction; Bos leads the process.
    bos = Choice(member_id=scene.world.id("bos"))
    scene.do(assign_seat, "marit", responsibility=PROCESS_DIRECTION, choice=bos)
    for choice in (Choice(network_member_id=geke.id), Choice(resident_id=scene.ruben)):
        scene.do(assign_seat, "marit", responsibility=CASE_DIRECTION, choice=choice)
        with pytest.raises(Invalid) as leads:
            scene.do(remove_resident, "bos", resident_id=scene.ruben)
        assert "heeft zelf de casusregie" in leads.value.problems["residents"]
    scene.do(remove_resident, "bos", resident_id=anna)
    assert scene.present() == {scene.ruben}


def near(scene: Scene, name: str = "Geke Dijkhuis", *, call_first: bool = False) -> UUID:
    """Add somebody to Ruben's network."""
    new = NewNetworkMember(scene.ruben, name, "moeder", call_first=call_first)
    scene.do(add_to_network, new=new)
    return new.id


def test_a_relative_is_taken_out_and_stays_on_record(scene: Scene) -> None:
    geke = near(scene, call_first=True)
    scene.do(take_from_network, resident_id=scene.ruben, network_member_id=geke)
    row = NetworkMember.objects.get(pk=geke)
    assert (row.until, row.call_first) == (NOW.date(), False)
    entries = Entry.objects.filter(event__in=["case.network_shrank", "network.ended"])
    assert {(entry.subject, entry.subject_id) for entry in entries} == {("network_member", geke)}
    assert entries.get(event="case.network_shrank").case == scene.case
    janna = near(scene, "Janna Dijkhuis", call_first=True)
    assert NetworkMember.objects.get(call_first=True).id == janna
    with pytest.raises(NotVisible):
        scene.do(take_from_network, resident_id=scene.ruben, network_member_id=geke)


def test_nobody_is_taken_out_or_changed_by_who_does_not_see_them_there(scene: Scene) -> None:
    geke, other = near(scene), make_resident(scene.world, "Vegt").id
    scene.do(add_resident, new=NewCaseResident(other))
    with pytest.raises(NotVisible):
        scene.do(take_from_network, resident_id=other, network_member_id=geke)
    for verb, fields in (
        (take_from_network, {"network_member_id": geke}),
        (change_place, {"role": "", "is_child": True}),
    ):
        with pytest.raises(NotVisible):  # Erik sees the band only
            scene.do(verb, "erik", resident_id=scene.ruben, **fields)
    assert not CaseResident.objects.filter(is_child=True).exists()
    assert NetworkMember.objects.get().until is None


def test_a_relative_who_leads_is_not_taken_out(scene: Scene) -> None:
    geke = near(scene)
    scene.do(assign_seat, "marit", responsibility=CASE_DIRECTION, choice=Choice(network_member_id=geke))
    scene.do(assign_seat, "marit", responsibility=PROCESS_DIRECTION, choice=Choice(member_id=scene.world.id("marit")))
    with pytest.raises(Invalid, match="Deze naaste heeft zelf een verantwoordelijkheid"):
        scene.do(take_from_network, "marit", resident_id=scene.ruben, network_member_id=geke)
    assert NetworkMember.objects.get().until is None


def test_what_somebody_is_changes_and_what_they_were_stays(scene: Scene) -> None:
    scene.do(change_place, resident_id=scene.ruben, role=" zoon ", is_child=True)
    before, after = CaseResident.objects.order_by("until")
    before, after = (before, after) if before.until else (after, before)
    assert (before.role, before.is_child, before.until) == ("", False, NOW)
    assert (after.role, after.is_child, after.since, after.until) == ("zoon", True, NOW, None)
    entry = Entry.objects.get(event="case.resident_place_changed")
    assert (entry.subject_id, entry.details) == (scene.ruben, {"fields": ["role", "is_child"]})
    scene.do(change_place, resident_id=scene.ruben, role="zoon", is_child=True)
    assert CaseResident.objects.count() == 2
    assert Entry.objects.filter(event="case.resident_place_changed", details={"fields": []}).exists()


def test_what_a_resident_says_has_words(scene: Scene) -> None:
    said = NewStatement(Statement.Kind.OWN_VIEW, Statement.About.PEOPLE, " ", new_id())
    here = scene.world.municipality.id
    with pytest.raises(Invalid):
        put_statement(
            actor=scene.world.actor("sanne"), now=NOW, municipality_id=here, resident_id=scene.ruben, new=said
        )


def test_who_leads_is_no_child(scene: Scene) -> None:
    scene.do(assign_seat, "marit", responsibility=CASE_DIRECTION, choice=Choice(resident_id=scene.ruben))
    scene.do(assign_seat, "marit", responsibility=PROCESS_DIRECTION, choice=Choice(member_id=scene.world.id("marit")))
    with pytest.raises(Invalid) as wrong:
        scene.do(change_place, "marit", resident_id=scene.ruben, role="", is_child=True)
    assert set(wrong.value.problems) == {"is_child"}
    scene.do(change_place, "marit", resident_id=scene.ruben, role="vader", is_child=False)
    assert CaseResident.objects.get(until__isnull=True).role == "vader"
