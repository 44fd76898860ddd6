"""Do we know this person? Candidates with a judgement per field, and hit or no hit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.hits import open_cases_about
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.directory.models import Member
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake.models import Concern
from houvast.intake.rules.judgement import Agreement
from houvast.intake.rules.matching import Certainty, MatchField
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.persons import KnownPerson, known_persons
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.deny_person import deny_person
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import Resident
from houvast.residents.services.register_resident import NewResident, register_resident
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

BSN = "132496689"
VEGT = PersonFacts("Vegt", "", "Y.", PartialDate(1998, 5, 25), None, None, "Sennweg", "16", "9934 AB", "Delfzijl")


def register(world: World, surname: str = "Vegt", **known: object) -> Resident:
    given: dict[str, object] = {
        "surname_prefix": "van der",
        "first_names": "Yvonne",
        "birth_year": 1998,
        "birth_month": 5,
        "birth_day": 25,
        "street": "Sennweg",
        "house_number": "61",
        "postcode": "9934 AB",
        "town": "Delfzijl",
        **known,
    }
    new = NewResident(world.municipality.id, world.organisation.id, "oggz", surname)
    resident_id = register_resident(actor=world.actor("marit"), now=NOW, new=new)
    Resident.objects.filter(pk=resident_id).update(**given)
    return Resident.objects.get(pk=resident_id)


def with_bsn(world: World, surname: str, first_names: str, bsn: str) -> Resident:
    new = NewResident(world.municipality.id, world.organisation.id, "oggz", surname, first_names=first_names, bsn=bsn)
    return Resident.objects.get(pk=register_resident(actor=world.actor("marit"), now=NOW, new=new))


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def found_for(world: World, concern: Concern) -> tuple[KnownPerson, ...]:
    return known_persons(seen_by(world, "marit"), concern.id, now=NOW)


def open_about(world: World, resident: Resident, director: str | None = "sanne") -> OpenedCase:
    chosen = {} if director is None else {Responsibility.CASE_DIRECTION: Choice(member_id=world.id(director))}
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.PERSON,
        name="Vegt",
        phase=2,
        domain="wmo",
        residents=[NewCaseResident(resident.id)],
        chosen=chosen,
    )
    return open_case(actor=world.actor("bram"), now=NOW, new=new)


def test_a_likely_person_is_suggested_with_a_judgement_per_field() -> None:
    world = make_world()
    resident = register(world)
    person = found_for(world, make_concern(world, make_point(world), person=VEGT))[0]
    assert (person.resident_id, person.name, person.certainty) == (
        resident.id,
        "Yvonne van der Vegt",
        Certainty.PROBABLE,
    )
    assert (person.confirmed, person.bsn_known, person.address) == (False, False, "Sennweg 61, 9934 AB Delfzijl")
    assert {each.field: each.agreement for each in person.judgements} == {
        MatchField.SURNAME: Agreement.FITS,
        MatchField.FIRST_NAMES: Agreement.FITS,
        MatchField.BIRTH_DATE: Agreement.EQUAL,
        MatchField.ADDRESS: Agreement.SIMILAR,
        MatchField.BSN: Agreement.NOT_COMPARABLE,
    }
    assert person.summary == "3 velden passen, 1 lijkt erop"


def test_who_is_locked_out_of_a_case_gets_no_hit_and_cannot_join_it_and_another_does() -> None:
    world = make_world()
    resident = register(world)
    opened = open_about(world, resident)
    concern = make_concern(world, make_point(world), person=VEGT)
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    assert [hit.case_id for hit in found_for(world, concern)[0].cases] == [opened.id]
    kept_out = NewLockOut(world.id("marit"), "Haar zus.")
    lock_out(actor=world.actor("sanne"), now=NOW, case_id=opened.id, new=kept_out)
    assert found_for(world, concern)[0].cases == ()
    hits = open_cases_about(seen_by(world, "nadia"), [resident.id], now=NOW)
    assert [hit.case_id for hit in hits[resident.id]] == [opened.id]
    with pytest.raises(Invalid) as wrong:
        new = NewDecision(Outcome.JOINED, case_id=opened.id)
        version = Concern.objects.get(pk=concern.id).version
        decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=version, new=new)
    assert "case" in wrong.value.problems


def test_the_same_bsn_is_certain_and_found_through_its_index() -> None:
    world = make_world()
    resident = with_bsn(world, "Vegt", "Yvonne", BSN)
    person = PersonFacts("Vegt", first_names="Yvonne", bsn=BSN)
    found = found_for(world, make_concern(world, make_point(world), person=person))
    assert [(each.resident_id, each.certainty) for each in found] == [(resident.id, Certainty.CERTAIN)]
    assert BSN not in repr(found)


def test_a_misspelled_name_is_found_by_birth_date_and_a_swapped_date_by_name() -> None:
    world = make_world()
    misspelled = register(world, "Vget")
    swapped = register(world, birth_month=8, birth_day=5)
    register(world, "Bakker", first_names="Kim", birth_year=1950)
    point = make_point(world)
    born = PersonFacts("Vegt", "van der", "Yvonne", PartialDate(1998, 5, 25))
    assert [each.resident_id for each in found_for(world, make_concern(world, point, person=born))] == [misspelled.id]
    turned = PersonFacts("Vegt", "van der", "Yvonne", PartialDate(1998, 5, 8))
    assert [each.resident_id for each in found_for(world, make_concern(world, point, person=turned))] == [swapped.id]


def test_one_of_two_surnames_is_enough_to_be_found() -> None:
    world = make_world()
    resident = register(world, "Bakker", birth_year=0, birth_month=0, birth_day=0, postcode="", street="")
    person = PersonFacts("Vegt-Bakker", first_names="Yvonne")
    found = found_for(world, make_concern(world, make_point(world), person=person))
    assert [each.resident_id for each in found] == [resident.id]


def test_nobody_is_suggested_for_a_person_of_whom_nothing_is_known_or_from_elsewhere() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    register(other)
    register(world, "Onbekend", first_names="", birth_year=0, birth_month=0, birth_day=0, street="", postcode="")
    point = make_point(world)
    assert found_for(world, make_concern(world, point, person=PersonFacts())) == ()
    assert found_for(world, make_concern(world, point, person=VEGT)) == ()


def test_who_was_denied_is_not_suggested_again_and_who_was_confirmed_stands_first() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=VEGT)
    twin, unlike = register(world, first_names="Ytje"), register(world, "Prins", birth_year=1950, postcode="")
    deny_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=twin.id)
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=unlike.id)
    sure = register(world)
    assert [(each.resident_id, each.confirmed) for each in found_for(world, concern)] == [
        (unlike.id, True),
        (sure.id, False),
    ]


def test_a_hidden_address_is_not_shown_and_not_compared() -> None:
    world = make_world()
    register(world, hidden_address=True, sex="V")
    person = found_for(world, make_concern(world, make_point(world), person=VEGT))[0]
    assert person.address == ""
    assert next(each for each in person.judgements if each.field is MatchField.ADDRESS).agreement is (
        Agreement.NOT_COMPARABLE
    )


def test_a_hit_names_case_phase_and_director_and_no_more() -> None:
    world = make_world()
    Member.objects.filter(pk=world.id("sanne")).update(phone="0596 00 01 12")
    resident = register(world)
    opened = open_about(world, resident)
    hit = found_for(world, make_concern(world, make_point(world), person=VEGT))[0].cases[0]
    assert (hit.case_id, hit.code, hit.phase.number) == (opened.id, opened.code, 2)
    assert (hit.director, hit.director_phone, hit.director_state) == (
        "Sanne uit Eemsdelta",
        "0596 00 01 12",
        SeatState.HELD,
    )
    assert hit.__slots__ == ("case_id", "code", "phase", "director", "director_phone", "director_state")


def test_a_case_that_nobody_leads_says_so() -> None:
    world = make_world()
    open_about(world, register(world), director=None)
    hit = found_for(world, make_concern(world, make_point(world), person=VEGT))[0].cases[0]
    assert (hit.director, hit.director_state) == ("", SeatState.VACANT)


def test_a_closed_case_is_no_hit() -> None:
    world = make_world()
    opened = open_about(world, register(world))
    close_case(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=opened.id,
        new=NewClosing("goals_reached", "Het gaat goed.", NOW.date().replace(year=2027)),
    )
    assert found_for(world, make_concern(world, make_point(world), person=VEGT))[0].cases == ()


def test_only_triage_compares_and_only_while_there_is_somebody_to_compare() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world), person=VEGT, entered_by=world.id("sanne"))
    register(world)
    assert len(known_persons(seen_by(world, "nadia"), concern.id, now=NOW)) == 1
    with pytest.raises(NotVisible):
        known_persons(seen_by(world, "sanne"), concern.id, now=NOW)
    new = NewDecision(Outcome.STRAIGHT_OUT, receiver="112")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    with pytest.raises(NotVisible):
        known_persons(seen_by(world, "marit"), concern.id, now=NOW)


def test_the_number_of_queries_is_the_same_with_one_and_with_many_candidates() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=VEGT)
    open_about(world, register(world))
    marit = seen_by(world, "marit")
    with CaptureQueriesContext(connection) as few:
        known_persons(marit, concern.id, now=NOW)
    for _ in range(20):
        open_about(world, register(world))
    with CaptureQueriesContext(connection) as many:
        assert len(known_persons(marit, concern.id, now=NOW)) == 21
    assert len(few) == len(many) == 4
