"""Who sees which concern, and who may read what was told. Each expectation is written by hand."""

from datetime import timedelta

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.open_case import NewCase, open_case
from houvast.directory.models import Duo, MemberFunction, Organisation
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.intake.services.send_to_next_step import send_to_next_step
from tests.intake.worlds import make_concern, make_duo, make_point, make_triager
from tests.worlds import NOW, PEOPLE, START, World, add_member, make_resident, make_world

pytestmark = pytest.mark.django_db


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def who_sees(world: World, concern: Concern) -> set[str]:
    return {who for who in PEOPLE if scopes.concerns(seen_by(world, who), now=NOW).filter(pk=concern.pk).exists()}


def who_reads(world: World, concern: Concern) -> set[str]:
    return {who for who in PEOPLE if scopes.texts(seen_by(world, who), now=NOW).filter(pk=concern.pk).exists()}


@pytest.mark.parametrize(("step", "who"), [("oggz", "marit"), ("public_order", "nadia")])
def test_a_concern_is_seen_and_read_on_its_step_only(step: str, who: str) -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, step))
    assert who_sees(world, concern) == {who}
    assert who_reads(world, concern) == {who}


def test_nobody_of_another_municipality_or_a_partner_sees_it() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    concern = make_concern(world, make_point(world))
    assert who_sees(other, concern) == set()
    police = Organisation.objects.create(kind="police", name="Politie Noord")
    officer = add_member(police, "Wijkagent", "politie", "oggz", "wijkagent", None)
    seen = viewer(officer.id, now=NOW)
    assert seen is not None
    assert not scopes.concerns(seen, now=NOW).exists()
    assert not scopes.texts(seen, now=NOW).exists()


def test_a_duo_shares_the_queue_and_not_the_text() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world, "oggz"))
    assert who_sees(world, concern) == {"marit", "nadia"}
    assert who_reads(world, concern) == {"marit"}


def test_a_duo_that_is_over_or_in_another_municipality_shares_nothing() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    make_duo(world, "marit", "nadia")
    Duo.objects.update(until_at=NOW)
    Duo.objects.create(first_id=world.id("bram"), second_id=other.id("marit"), from_at=START)
    concern = make_concern(world, make_point(world))
    assert who_sees(world, concern) == {"marit"}


def test_a_function_of_a_duo_partner_that_is_over_opens_nothing() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    MemberFunction.objects.filter(member_id=world.id("marit")).update(until_at=NOW)
    assert who_sees(world, concern) == set()


def test_a_duo_with_another_domain_does_not_bring_that_domain_in() -> None:
    world = make_world()
    make_duo(world, "sanne", "marit")
    concern = make_concern(world, make_point(world))
    assert who_sees(world, concern) == {"marit", "sanne"}
    assert scopes.duo_domains(seen_by(world, "marit"), now=NOW) == frozenset()


def test_who_entered_a_concern_sees_and_reads_it() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), entered_by=world.id("beheer"))
    assert who_sees(world, concern) == {"marit", "beheer"}
    assert who_reads(world, concern) == {"marit", "beheer"}


def test_the_team_that_is_asked_sees_and_reads_it() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    assert who_sees(world, concern) == {"marit", "sanne", "bram", "bos"}
    assert who_reads(world, concern) == {"marit", "sanne", "bram", "bos"}


def test_who_sent_a_concern_on_knows_of_it_as_long_as_that_can_be_undone_and_reads_nothing() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, "public_order", "oggz"))
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0)
    assert who_sees(world, concern) == {"marit", "nadia"}
    assert who_reads(world, concern) == {"marit"}
    later = NOW + timedelta(minutes=10)
    assert not scopes.concerns(seen_by(world, "nadia"), now=later).exists()


def test_in_a_case_the_directors_know_of_it_and_who_reads_care_notes_reads_it() -> None:
    world = make_world()
    chosen = {
        Responsibility.CASE_DIRECTION: Choice(member_id=world.id("sanne")),
        Responsibility.PROCESS_DIRECTION: Choice(member_id=world.id("nadia")),
    }
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.PERSON,
        name="Vegt",
        phase=3,
        domain="oggz",
        residents=[NewCaseResident(make_resident(world).id)],
        chosen=chosen,
    )
    opened = open_case(actor=world.actor("marit"), now=NOW, new=new)
    concern = make_concern(world, make_point(world))
    joined = NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=opened.id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=joined)
    assert who_sees(world, concern) == {"marit", "sanne", "nadia"}
    assert who_reads(world, concern) == {"marit", "sanne"}


def test_decisions_are_those_of_visible_concerns() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.NOTHING, "once")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    seeing = {who for who in PEOPLE if scopes.decisions(seen_by(world, who), now=NOW).exists()}
    assert seeing == {"marit"}


def test_rows_and_imports_are_for_who_does_triage_in_their_municipality() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    rows = "Incidentnummer;Datum;Achternaam;Gemeente\n;22-11-2026;Vegt;Eemsdelta\n"
    import_list(actor=world.actor("marit"), now=NOW, content=rows.encode())
    for scope in (scopes.repair_rows, scopes.imports):
        assert {who for who in PEOPLE if scope(seen_by(world, who)).exists()} == {"marit", "nadia"}
        assert {who for who in PEOPLE if scope(seen_by(other, who)).exists()} == set()


def test_what_is_nobody_s_is_for_who_does_triage_anywhere() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    rows = "Incidentnummer;Datum;Achternaam;Gemeente\nPL1;22-11-2026;Vegt;Atlantis\n"
    import_list(actor=LIST_READER, now=NOW, content=rows.encode())
    for scope in (scopes.repair_rows, scopes.imports):
        assert {who for who in PEOPLE if scope(seen_by(world, who)).exists()} == {"marit", "nadia"}
        assert {who for who in PEOPLE if scope(seen_by(other, who)).exists()} == {"marit", "nadia"}


def test_a_second_triager_sees_what_the_first_sees() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    second = viewer(make_triager(world, "Jelte uit Eemsdelta", "oggz").id, now=NOW)
    assert second is not None
    assert scopes.in_triage(second, now=NOW).get() == concern
