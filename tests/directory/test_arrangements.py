"""Teams, mandates and duos: who changes them, what is refused, what stays on record, and what an administrator sees."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Domain
from houvast.directory.models import Duo, Mandate, Member, MemberFunction, Municipality, Organisation
from houvast.directory.selectors import viewer
from houvast.directory.selectors_arrangements import (
    could_join,
    counts,
    deciding_functions,
    duos,
    mandates,
    team,
    teams,
)
from houvast.directory.services.end_duo import end_duo
from houvast.directory.services.end_function import end_function
from houvast.directory.services.end_mandate import end_mandate
from houvast.directory.services.form_duo import NewDuo, form_duo
from houvast.directory.services.give_mandate import NewMandate, give_mandate
from houvast.directory.services.join_team import join_team
from houvast.directory.services.leave_team import leave_team
from houvast.directory.services.register_team import NewTeam, register_team
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, member, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.worlds import NOW, START, World, add_member, make_world

COMMAND = system("test")
DAY = timedelta(days=1)
Verb = Callable[[World, Actor], object]


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def last_entry() -> Entry:
    return Entry.objects.order_by("-at", "-number")[0]


def mandate_of(world: World, who: str) -> UUID:
    return give_mandate(NewMandate(world.id(who), "burgemeester", "Besluit 2026"), actor=COMMAND, now=NOW)


def duo_of(world: World, one: str, other: str) -> UUID:
    return form_duo(NewDuo(world.id(one), world.id(other)), actor=COMMAND, now=NOW)


VERBS: dict[str, tuple[Verb, str]] = {
    "join_team": (
        lambda w, a: join_team(w.id("dirk"), w.teams["Jeugd"].id, actor=a, now=NOW),
        "directory.team_joined",
    ),
    "leave_team": (lambda w, a: leave_team(w.id("iris"), actor=a, now=NOW), "directory.team_left"),
    "end_mandate": (lambda w, a: end_mandate(mandate_of(w, "marit"), actor=a, now=NOW), "directory.mandate_ended"),
    "end_duo": (lambda w, a: end_duo(duo_of(w, "marit", "nadia"), actor=a, now=NOW), "directory.duo_ended"),
}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_an_administrator_does_it_in_the_own_organisation(world: World, verb: str) -> None:
    do, event = VERBS[verb]
    do(world, world.actor("beheer"))
    entry = last_entry()
    assert (entry.event, entry.outcome, entry.ground) == (event, "done", "administrator")
    assert (entry.actor_member, entry.municipality) == (world.id("beheer"), world.municipality.id)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_nobody_else_does_it(world: World, verb: str) -> None:
    do, event = VERBS[verb]
    stranger = make_world("opsterland", "Opsterland").actor("beheer")
    for actor in (world.actor("iris"), world.actor("privacy"), stranger):
        Mandate.objects.update(until_at=NOW)
        Duo.objects.update(until_at=NOW)
        with pytest.raises(Refused):
            do(world, actor)
        assert (last_entry().event, last_entry().outcome) == (event, "refused")
    assert Member.objects.get(pk=world.id("iris")).team_id == world.teams["Jeugd"].id


@pytest.mark.parametrize(
    "verb",
    [
        lambda w, a: join_team(w.id("beheer"), w.teams["Jeugd"].id, actor=a, now=NOW),
        lambda w, a: leave_team(w.id("beheer"), actor=a, now=NOW),
        lambda w, a: end_mandate(mandate_of(w, "beheer"), actor=a, now=NOW),
        lambda w, a: end_duo(duo_of(w, "beheer", "marit"), actor=a, now=NOW),
        lambda w, a: end_duo(duo_of(w, "marit", "beheer"), actor=a, now=NOW),
        lambda w, a: end_function(MemberFunction.objects.get(member_id=w.id("beheer")).id, actor=a, now=NOW),
    ],
)
def test_nobody_changes_the_own_rights(world: World, verb: Verb) -> None:
    with pytest.raises(Refused, match="eigen rechten"):
        verb(world, world.actor("beheer"))


def test_a_member_moves_from_one_team_to_another(world: World) -> None:
    iris, care = world.id("iris"), world.teams["Gebiedsteam"].id
    join_team(iris, care, actor=world.actor("beheer"), now=NOW)
    assert seen_by(world, "iris").team_ids == {care}
    assert last_entry().details == {"team": str(care), "before": str(world.teams["Jeugd"].id)}
    with pytest.raises(Conflict, match="al in dit team"):
        join_team(iris, care, actor=COMMAND, now=NOW)


def test_who_left_a_team_sees_nothing_of_it(world: World) -> None:
    leave_team(world.id("iris"), actor=world.actor("beheer"), now=NOW)
    assert seen_by(world, "iris").team_ids == frozenset()
    with pytest.raises(Conflict, match="geen team"):
        leave_team(world.id("iris"), actor=COMMAND, now=NOW)


def test_a_team_is_one_of_the_own_organisation(world: World) -> None:
    strange = make_world("opsterland", "Opsterland").teams["Jeugd"].id
    for team_id in (strange, new_id()):
        with pytest.raises(Invalid):
            join_team(world.id("iris"), team_id, actor=COMMAND, now=NOW)


def test_who_has_left_joins_nothing(world: World) -> None:
    Member.objects.filter(pk=world.id("iris")).update(until_at=NOW)
    with pytest.raises(Conflict, match="weg"):
        join_team(world.id("iris"), world.teams["Gebiedsteam"].id, actor=COMMAND, now=NOW)


def test_a_team_has_a_name_of_its_own(world: World) -> None:
    with pytest.raises(Invalid) as error:
        register_team(NewTeam(world.organisation.id, "Jeugd", Domain.YOUTH), actor=COMMAND, now=NOW)
    assert error.value.problems == {"name": "Uw organisatie heeft al een team met deze naam."}


def test_a_mandate_that_ended_records_nothing_any_more_and_ends_once(world: World) -> None:
    mandate = mandate_of(world, "marit")
    assert seen_by(world, "marit").mandates == {"burgemeester"}
    end_mandate(mandate, actor=world.actor("beheer"), now=NOW)
    assert seen_by(world, "marit").mandates == frozenset()
    assert last_entry().details == {"mandate": str(mandate), "function": "burgemeester"}
    with pytest.raises(Conflict):
        end_mandate(mandate, actor=COMMAND, now=NOW + DAY)
    with pytest.raises(NotVisible):
        end_mandate(new_id(), actor=COMMAND, now=NOW)


def test_a_duo_that_ended_shares_nothing_any_more_and_ends_once(world: World) -> None:
    duo = duo_of(world, "marit", "nadia")
    assert seen_by(world, "nadia").duo_member_ids == {world.id("marit")}
    end_duo(duo, actor=world.actor("beheer"), now=NOW)
    assert seen_by(world, "nadia").duo_member_ids == frozenset()
    with pytest.raises(Conflict):
        end_duo(duo, actor=COMMAND, now=NOW + DAY)
    with pytest.raises(NotVisible):
        end_duo(new_id(), actor=COMMAND, now=NOW)


def test_what_was_to_begin_ends_at_its_beginning(world: World) -> None:
    new = NewMandate(world.id("marit"), "burgemeester", "Besluit", from_at=NOW + DAY)
    mandate = give_mandate(new, actor=COMMAND, now=NOW)
    end_mandate(mandate, actor=COMMAND, now=NOW)
    assert Mandate.objects.get(pk=mandate).until_at == NOW + DAY


def test_the_same_is_not_given_twice_while_it_holds(world: World) -> None:
    mandate = mandate_of(world, "marit")
    with pytest.raises(Invalid, match="dit mandaat al"):
        mandate_of(world, "marit")
    end_mandate(mandate, actor=COMMAND, now=NOW)
    mandate_of(world, "marit")
    duo = duo_of(world, "marit", "nadia")
    with pytest.raises(Invalid, match="al een duo"):
        duo_of(world, "nadia", "marit")
    end_duo(duo, actor=COMMAND, now=NOW)
    duo_of(world, "nadia", "marit")


def test_an_administrator_sees_what_there_is_and_nobody_else_does(world: World) -> None:
    other = make_world("opsterland", "Opsterland")
    mandate_of(world, "marit"), duo_of(world, "marit", "nadia")
    mandate_of(other, "marit"), duo_of(other, "marit", "nadia")
    beheer = seen_by(world, "beheer")
    jeugd = next(line for line in teams(beheer, now=NOW) if line.name == "Jeugd")
    assert (jeugd.domain, jeugd.members) == ("youth", 1)
    assert [each.titles for each in team(beheer, jeugd.id, now=NOW).members] == [("casemanager jeugd",)]
    (held,) = mandates(beheer, now=NOW)
    assert (held.name, held.function, held.document) == ("Marit uit Eemsdelta", "burgemeester", "Besluit 2026")
    (pair,) = duos(beheer, now=NOW)
    assert (pair.first.name, pair.second.titles) == ("Marit uit Eemsdelta", ("procesregisseur OOV",))
    found = counts(beheer, now=NOW)
    assert (found.people, found.teams, found.mandates, found.duos, found.repairs) == (12, 4, 1, 1, 0)
    with pytest.raises(NotVisible):
        team(beheer, other.teams["Jeugd"].id, now=NOW)
    reads: list[Callable[[Viewer], object]] = [
        lambda who: teams(who, now=NOW),
        lambda who: team(who, jeugd.id, now=NOW),
        lambda who: could_join(who, jeugd.id, now=NOW),
        lambda who: mandates(who, now=NOW),
        lambda who: duos(who, now=NOW),
        lambda who: counts(who, now=NOW),
    ]
    for read in reads:
        with pytest.raises(NotVisible):
            read(seen_by(world, "privacy"))


def test_what_is_over_is_not_listed_and_one_member_has_their_own(world: World) -> None:
    beheer = seen_by(world, "beheer")
    mandate, duo = mandate_of(world, "marit"), duo_of(world, "marit", "nadia")
    mandate_of(world, "bos"), duo_of(world, "bos", "sanne")
    assert [line.id for line in mandates(beheer, now=NOW, of_member=world.id("marit"))] == [mandate]
    assert [line.id for line in duos(beheer, now=NOW, of_member=world.id("nadia"))] == [duo]
    end_mandate(mandate, actor=COMMAND, now=NOW)
    end_duo(duo, actor=COMMAND, now=NOW)
    assert mandate not in [line.id for line in mandates(beheer, now=NOW)]
    assert duo not in [line.id for line in duos(beheer, now=NOW)]


def test_whom_to_put_in_a_team_is_everybody_else_who_works_here(world: World) -> None:
    beheer = seen_by(world, "beheer")
    offered = {each.id: each.name for each in could_join(beheer, world.teams["Jeugd"].id, now=NOW)}
    assert world.id("iris") not in offered
    assert world.id("beheer") not in offered
    assert offered[world.id("marit")] == "Marit uit Eemsdelta (nu Procesregie)"
    assert offered[world.id("dirk")] == "Dirk uit Eemsdelta"


def test_a_mandate_is_about_a_function_that_decides(world: World) -> None:
    names = dict(deciding_functions(seen_by(world, "beheer")))
    assert names["burgemeester"] == "burgemeester"
    assert "handhaver" not in names
    partner = Organisation.objects.create(kind="police", name="Politie")
    agent = add_member(partner, "Agent", "functioneel-beheerder", "", "beheerder", None)
    found = viewer(agent.id, now=NOW)
    assert found is not None
    assert deciding_functions(found) == ()
    bare = Municipality.objects.create(code="pekela", name="Pekela", region="Groningen")
    own = Organisation.objects.create(kind="municipality", name="Gemeente Pekela", municipality=bare)
    first = viewer(add_member(own, "Eerste", "functioneel-beheerder", "", "beheerder", None).id, now=NOW)
    assert first is not None
    assert deciding_functions(first) == ()


def test_lists_ask_as_much_for_many_as_for_few(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    beheer = seen_by(world, "beheer")
    duo_of(world, "marit", "nadia"), mandate_of(world, "marit")
    for number in range(30):
        made = add_member(world.organisation, f"Lid {number}", "teamleider", "wmo", "teamleider", world.teams["Jeugd"])
        register_team(NewTeam(world.organisation.id, f"T{number}", Domain.WMO), actor=COMMAND, now=NOW)
        Duo.objects.create(first=made, second_id=world.id("bos"), from_at=START)
        Mandate.objects.create(member=made, function="wethouder", document="Besluit", from_at=START)
    reads: list[tuple[int, Callable[[], object]]] = [
        (2, lambda: teams(beheer, now=NOW)),
        (3, lambda: team(beheer, world.teams["Jeugd"].id, now=NOW)),
        (2, lambda: mandates(beheer, now=NOW)),
        (2, lambda: duos(beheer, now=NOW)),
        (1, lambda: could_join(beheer, world.teams["Jeugd"].id, now=NOW)),
        (5, lambda: counts(beheer, now=NOW)),
    ]
    for expected, read in reads:
        with django_assert_num_queries(expected):
            read()


def test_a_duo_stays_within_each_own_ground(world: World) -> None:
    duo_of(world, "marit", "nadia")
    assert [seen_by(world, who).domains for who in ("marit", "nadia")] == [{"oggz"}, {"public_order"}]
    assert member(world.id("nadia")).member_id not in seen_by(world, "marit").member_ids
