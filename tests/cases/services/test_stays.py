"""A person in shelter in another municipality: what that one sees, for how long, and back again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases import scopes
from houvast.cases.models import Access, StayElsewhere, StayTurn
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.stays import StayTerms
from houvast.cases.selectors import stays
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.end_stay import end_stay
from houvast.cases.services.extend_stay import extend_stay
from houvast.directory.models import StandIn
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import open_with
from tests.stays import A_STAY, LATER, UNTIL, agree, stay_of
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(hours=1)
LAST_MOMENT = datetime(2026, 12, 11, 22, 59, 59, tzinfo=UTC)
AFTER = datetime(2026, 12, 11, 23, 0, tzinfo=UTC)
"""Midnight in Amsterdam after the last day."""


@pytest.fixture
def here() -> World:
    """Give the municipality that leads."""
    return make_world()


@pytest.fixture
def there() -> World:
    """Give the municipality of the shelter."""
    return make_world("opsterland", "Opsterland")


@pytest.fixture
def case_id(here: World) -> UUID:
    """Open a case that Sanne leads."""
    return open_with(here)


@pytest.fixture
def stay(here: World, there: World, case_id: UUID) -> UUID:
    """Agree on a stay, hosted by the Sanne of the other municipality."""
    return agree(here, there, case_id, now=NOW)


def parts_at(world: World, who: str, case_id: UUID, now: datetime) -> set[str]:
    return set(scopes.access(seen_by(world, who, now), now=now).filter(case_id=case_id).values_list("part", flat=True))


def seen_by(world: World, who: str, now: datetime) -> Viewer:
    found = viewer(world.id(who), now=now)
    assert found is not None
    return found


@pytest.mark.usefixtures("stay")
def test_the_host_sees_what_the_agreement_names(there: World, case_id: UUID) -> None:
    assert parts_at(there, "sanne", case_id, NOW) == {Part.BAND, Part.STAY, Part.PEOPLE, Part.PLAN}
    assert parts_at(there, "sanne", case_id, LAST_MOMENT) == {Part.BAND, Part.STAY, Part.PEOPLE, Part.PLAN}


@pytest.mark.usefixtures("stay")
def test_after_the_last_day_the_host_sees_nothing(there: World, case_id: UUID) -> None:
    assert parts_at(there, "sanne", case_id, AFTER) == set()


@pytest.mark.usefixtures("stay")
def test_nobody_else_of_that_municipality_sees_anything(there: World, case_id: UUID) -> None:
    for who in there.members.keys() - {"sanne"}:
        assert parts_at(there, who, case_id, NOW) == set()


def test_a_stay_that_begins_later_shows_nothing_before(here: World, there: World, case_id: UUID) -> None:
    new = replace(stay_of(there), from_on=date(2026, 11, 30))
    agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
    first = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    assert parts_at(there, "sanne", case_id, first - timedelta(seconds=1)) == set()
    assert Part.PLAN in parts_at(there, "sanne", case_id, first)


def test_a_team_hosts(here: World, there: World, case_id: UUID) -> None:
    new = replace(stay_of(there), host_member=None, host_team=there.teams["Gebiedsteam"].id)
    made = agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
    assert Part.PLAN in parts_at(there, "bram", case_id, NOW)
    assert parts_at(there, "iris", case_id, NOW) == set()
    assert stays.by_id(seen_by(there, "bram", NOW), made, now=NOW).line.who == "Gebiedsteam"


def test_a_stand_in_of_the_host_sees_the_same(there: World, case_id: UUID, stay: UUID) -> None:
    day = timedelta(days=1)
    StandIn.objects.create(
        member=there.members["sanne"], stand_in=there.members["iris"], from_at=NOW - day, until_at=NOW + day
    )
    assert parts_at(there, "iris", case_id, NOW) == parts_at(there, "sanne", case_id, NOW)
    assert stays.by_id(seen_by(there, "iris", NOW), stay, now=NOW).line.is_hosted_by(seen_by(there, "iris", NOW))


def test_the_case_stays_with_who_leads_it(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    row = StayElsewhere.objects.get(pk=stay)
    assert (row.municipality_id, row.host_id) == (here.municipality.id, there.municipality.id)
    assert row.case.case_direction.member_id == here.id("sanne")


def test_the_agreement_reads_as_it_was_written(there: World, stay: UUID) -> None:
    page = stays.by_id(seen_by(there, "sanne", NOW), stay, now=NOW)
    assert (page.ground_words, page.agreement, page.pays) == (A_STAY.ground_words, A_STAY.agreement, A_STAY.pays)
    assert page.parts == (Part.PEOPLE, Part.PLAN)
    assert b"Ruben" not in bytes(StayElsewhere.objects.get(pk=stay).agreement_sealed)


def test_extending_shows_the_same_until_a_later_day(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    extend_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, until_on=LATER, reason="Nog geen woning.")
    assert parts_at(there, "sanne", case_id, AFTER) == {Part.BAND, Part.STAY, Part.PEOPLE, Part.PLAN}
    line = stays.of_case(seen_by(here, "sanne", SOON), case_id, now=SOON)[0]
    assert [(turn.state, turn.until_on, turn.reason) for turn in line.turns] == [
        (StayTurn.State.EXTENDED, LATER, "Nog geen woning."),
        (StayTurn.State.AGREED, UNTIL, ""),
    ]


def test_what_has_passed_can_still_be_extended(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    extend_stay(actor=here.actor("sanne"), now=AFTER, stay_id=stay, until_on=LATER, reason="Nog geen woning.")
    assert Part.PLAN in parts_at(there, "sanne", case_id, AFTER)


def test_back_again_ends_their_sight_in_the_same_second(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    end_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, reason="Hij is weer thuis.")
    assert parts_at(there, "sanne", case_id, SOON - timedelta(seconds=1)) != set()
    assert parts_at(there, "sanne", case_id, SOON) == set()
    with pytest.raises(NotVisible):
        stays.by_id(seen_by(there, "sanne", SOON), stay, now=SOON)


def test_the_host_can_say_that_somebody_is_gone(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    end_stay(actor=there.actor("sanne"), now=SOON, stay_id=stay, reason="Vanmorgen vertrokken.")
    assert parts_at(there, "sanne", case_id, SOON) == set()
    line = stays.of_case(seen_by(here, "sanne", SOON), case_id, now=SOON)[0]
    assert (line.has_ended, line.turns[0].by) == (True, there.members["sanne"].name)


def test_the_host_neither_extends_nor_works_in_the_case(there: World, case_id: UUID, stay: UUID) -> None:
    with pytest.raises(Refused):
        extend_stay(actor=there.actor("sanne"), now=SOON, stay_id=stay, until_on=LATER, reason="Langer.")
    with pytest.raises(Refused):
        agree_stay(actor=there.actor("sanne"), now=SOON, case_id=case_id, new=stay_of(there))


def test_who_does_not_see_it_ends_nothing(there: World, stay: UUID) -> None:
    for act in (end_stay,):
        with pytest.raises(NotVisible):
            act(actor=there.actor("marit"), now=SOON, stay_id=stay, reason="Weg.")


def test_who_watches_over_vacancies_does_not_see_the_agreement(here: World, stay: UUID) -> None:
    with pytest.raises(NotVisible):
        stays.by_id(seen_by(here, "marit", NOW), stay, now=NOW)


def test_what_ended_is_over(here: World, stay: UUID) -> None:
    end_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, reason="Terug.")
    for late in (NOW, SOON + timedelta(seconds=1)):
        with pytest.raises(Conflict):
            end_stay(actor=here.actor("sanne"), now=late, stay_id=stay, reason="Terug.")
    with pytest.raises(Conflict):
        extend_stay(
            actor=here.actor("sanne"), now=SOON + timedelta(seconds=1), stay_id=stay, until_on=LATER, reason="Langer."
        )


def test_pressing_twice_agrees_once(here: World, there: World, case_id: UUID) -> None:
    new = stay_of(there)
    agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
    with pytest.raises(Conflict):
        agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)


def test_closing_the_case_ends_the_stay(here: World, there: World, case_id: UUID, stay: UUID) -> None:
    close_case(
        actor=here.actor("sanne"),
        now=SOON,
        case_id=case_id,
        new=NewClosing("no_contact", "Weg.", date(2027, 2, 1)),
    )
    assert StayElsewhere.objects.get(pk=stay).turn.state == StayTurn.State.ENDED
    assert parts_at(there, "sanne", case_id, SOON) == set()
    with pytest.raises(NotVisible):
        end_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, reason="Terug.")


def wrong(here: World, there: World) -> Iterator[tuple[NewStay, set[str]]]:
    fine = stay_of(there)
    yield replace(fine, host_member=None), {"host"}
    yield replace(fine, host_team=there.teams["Jeugd"].id), {"host"}
    yield replace(fine, host_member=here.id("bram")), {"host"}
    yield replace(fine, ground_words=" "), {"ground_words"}
    yield replace(fine, agreement=""), {"agreement"}
    yield replace(fine, parts=["care_notes"]), {"parts"}
    yield replace(fine, from_on=None), {"from_on"}
    yield replace(fine, from_on=date(2029, 1, 1)), {"from_on", "until_on"}
    yield replace(fine, until_on=None), {"until_on"}
    yield replace(fine, until_on=date(2026, 11, 22)), {"until_on"}
    yield replace(fine, until_on=date(2028, 11, 22)), {"until_on"}


def test_what_cannot_be_agreed_is_told_at_its_field(here: World, there: World, case_id: UUID) -> None:
    for new, fields in wrong(here, there):
        with pytest.raises(Invalid) as told:
            agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
        assert set(told.value.problems) == fields
    with pytest.raises(Invalid, match="hoogstens 10 dagen"):
        terms = StayTerms(longest=10)
        agree_stay(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=stay_of(there), terms=terms)
    assert not StayElsewhere.objects.exists()
    assert not Access.objects.filter(relation="host").exists()


def test_an_extension_is_later_and_says_why(here: World, stay: UUID) -> None:
    for until, reason, field in ((UNTIL, "Langer.", "until_on"), (None, "Langer.", "until_on"), (LATER, "", "reason")):
        with pytest.raises(Invalid) as told:
            extend_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, until_on=until, reason=reason)
        assert set(told.value.problems) == {field}
    with pytest.raises(Invalid) as told:
        end_stay(actor=here.actor("sanne"), now=SOON, stay_id=stay, reason=" ")
    assert set(told.value.problems) == {"reason"}


def test_the_log_names_who_got_what_by_ids_and_codes(there: World, stay: UUID) -> None:
    entry = Entry.objects.get(event="stay.agreed")
    assert entry.subject_id == stay
    assert entry.details == {
        "host": str(there.municipality.id),
        "member": str(there.id("sanne")),
        "parts": ["people", "plan"],
    }
