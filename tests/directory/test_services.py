"""The verbs of the directory: who may, what is refused, and what stays on record."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.contrib.auth.hashers import check_password

from houvast.audit.models import Entry
from houvast.ave.load import shipped
from houvast.ave.vocabulary import Domain
from houvast.directory.models import (
    Account,
    AdoptedModel,
    Duo,
    Mandate,
    Member,
    MemberFunction,
    Organisation,
    StandIn,
)
from houvast.directory.selectors import adopted_model, parsed_model, viewer
from houvast.directory.services.adopt_model import adopt_model
from houvast.directory.services.end_function import end_function
from houvast.directory.services.end_member import end_member
from houvast.directory.services.form_duo import NewDuo, form_duo
from houvast.directory.services.give_function import NewFunction, give_function
from houvast.directory.services.give_mandate import NewMandate, give_mandate
from houvast.directory.services.name_stand_in import NewStandIn, name_stand_in
from houvast.directory.services.open_account import open_account
from houvast.directory.services.register_member import NewMember, register_member
from houvast.directory.services.register_municipality import NewMunicipality, register_municipality
from houvast.directory.services.register_organisation import NewOrganisation, register_organisation
from houvast.directory.services.register_team import NewTeam, register_team
from houvast.directory.services.sign_in import sign_in
from houvast.kernel.actor import Actor, member, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.worlds import NOW, World, make_world

COMMAND = system("test")
DAY = timedelta(days=1)
GRONINGEN = shipped()["groningen"].read_text("utf-8")


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def problems(error: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return set(error.value.problems)


def last_entry() -> Entry:
    return Entry.objects.order_by("-at", "-number")[0]


def test_a_municipality_is_built_up_by_a_command(db: None) -> None:
    municipality = register_municipality(
        NewMunicipality("midden-groningen", "Midden-Groningen", "Groningen", {"Midden Groningen"}),
        actor=COMMAND,
        now=NOW,
    )
    organisation = register_organisation(
        NewOrganisation(Organisation.Kind.MUNICIPALITY, "Gemeente Midden-Groningen", municipality),
        actor=COMMAND,
        now=NOW,
    )
    adopt_model(municipality, GRONINGEN, actor=COMMAND, now=NOW)
    team = register_team(NewTeam(organisation, "Sociaal team", Domain.WMO), actor=COMMAND, now=NOW)
    made = register_member(NewMember(organisation, "Sanne Smit", team), actor=COMMAND, now=NOW)
    give_function(NewFunction(made, "casusregisseur-wijkteam"), actor=COMMAND, now=NOW)
    seen = viewer(made, now=NOW)
    assert seen is not None
    assert (seen.municipality_code, seen.title) == ("midden-groningen", "casusregisseur van het lokale team")
    assert seen.domains == {"wmo"}
    assert seen.team_ids == {team}
    chains = Entry.objects.order_by("number").values_list("chain__name", "event")
    assert list(chains) == [
        (f"municipality:{municipality}", event)
        for event in (
            "directory.municipality_registered",
            "directory.organisation_registered",
            "directory.model_adopted",
            "directory.team_registered",
            "directory.member_registered",
            "directory.function_given",
        )
    ]


def test_a_code_or_name_in_use_is_refused_at_its_field(world: World) -> None:
    with pytest.raises(Invalid) as error:
        register_municipality(NewMunicipality("eemsdelta", "Eemsdelta", "Groningen"), actor=COMMAND, now=NOW)
    assert problems(error) == {"code", "name"}


def test_a_partner_belongs_to_no_municipality(world: World) -> None:
    with pytest.raises(Invalid):
        register_organisation(
            NewOrganisation(Organisation.Kind.POLICE, "Politie", world.municipality.id), actor=COMMAND, now=NOW
        )


def test_people_do_not_take_in_organisations(world: World) -> None:
    with pytest.raises(Refused):
        register_municipality(NewMunicipality("x", "X", "Groningen"), actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused):
        register_organisation(
            NewOrganisation(Organisation.Kind.POLICE, "Politie"), actor=world.actor("beheer"), now=NOW
        )


def test_versions_of_a_model_are_numbered_and_old_ones_stay(world: World) -> None:
    adopt_model(world.municipality.id, GRONINGEN, theme="jeugd", actor=world.actor("beheer"), now=NOW)
    newest = adopted_model(world.municipality.id)
    assert (newest.number, newest.code, newest.theme) == (2, "groningen", "jeugd")
    assert parsed_model(newest).themes == ("jeugd",)
    assert parsed_model(AdoptedModel.objects.get(number=1)).themes == ()


@pytest.mark.parametrize(
    ("text", "theme", "field"),
    [("geen toml =", "", "text"), ('code = "leeg"', "", "text"), (GRONINGEN, "bestaat-niet", "theme")],
)
def test_a_model_that_cannot_be_used_is_not_adopted(world: World, text: str, theme: str, field: str) -> None:
    with pytest.raises(Invalid) as error:
        adopt_model(world.municipality.id, text, theme=theme, actor=world.actor("beheer"), now=NOW)
    assert problems(error) == {field}
    assert AdoptedModel.objects.count() == 1


def everything(world: World, other: World) -> dict[str, Callable[[Actor], object]]:
    """Each verb that an administrator has, on people of `other`."""
    who, whom = other.id("marit"), other.id("bos")
    function = MemberFunction.objects.get(member_id=who)
    verbs: dict[str, Callable[[Actor], object]] = {
        "adopt_model": lambda a: adopt_model(other.municipality.id, GRONINGEN, actor=a, now=NOW),
        "register_team": lambda a: register_team(NewTeam(other.organisation.id, "T", Domain.WMO), actor=a, now=NOW),
        "register_member": lambda a: register_member(NewMember(other.organisation.id, "N"), actor=a, now=NOW),
        "give_function": lambda a: give_function(NewFunction(who, "teamleider"), actor=a, now=NOW),
        "end_function": lambda a: end_function(function.id, actor=a, now=NOW),
        "give_mandate": lambda a: give_mandate(NewMandate(who, "burgemeester", "Besluit"), actor=a, now=NOW),
        "name_stand_in": lambda a: name_stand_in(NewStandIn(who, whom, NOW + DAY), actor=a, now=NOW),
        "form_duo": lambda a: form_duo(NewDuo(who, whom), actor=a, now=NOW),
        "open_account": lambda a: open_account(who, "marit", actor=a, now=NOW),
        "end_member": lambda a: end_member(who, actor=a, now=NOW),
    }
    return verbs


VERBS = [
    "adopt_model",
    "register_team",
    "register_member",
    "give_function",
    "end_function",
    "give_mandate",
    "name_stand_in",
    "form_duo",
    "open_account",
    "end_member",
]


@pytest.mark.parametrize("verb", VERBS)
def test_an_administrator_manages_the_own_organisation(world: World, verb: str) -> None:
    everything(world, world)[verb](world.actor("beheer"))
    entry = last_entry()
    assert (entry.outcome, entry.actor_member, entry.ground) == ("done", world.id("beheer"), "administrator")
    assert entry.municipality == world.municipality.id


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_else_manages_it(world: World, verb: str) -> None:
    stranger = make_world("opsterland", "Opsterland").actor("beheer")
    for actor in (world.actor("iris"), stranger):
        with pytest.raises(Refused):
            everything(world, world)[verb](actor)
        assert last_entry().outcome == "refused"


@pytest.mark.parametrize(
    "verb",
    [
        lambda me, a: give_function(NewFunction(me, "burgemeester"), actor=a, now=NOW),
        lambda me, a: give_mandate(NewMandate(me, "burgemeester", "Besluit"), actor=a, now=NOW),
        lambda me, a: open_account(me, "beheer2", actor=a, now=NOW),
        lambda me, a: end_member(me, actor=a, now=NOW),
    ],
)
def test_an_administrator_does_not_change_the_own_rights(world: World, verb: Callable[[UUID, Actor], object]) -> None:
    with pytest.raises(Refused, match="eigen rechten"):
        verb(world.id("beheer"), world.actor("beheer"))


def test_an_administrator_is_neither_stand_in_nor_half_of_a_duo_by_own_hand(world: World) -> None:
    actor, me, marit = world.actor("beheer"), world.id("beheer"), world.id("marit")
    with pytest.raises(Refused, match="eigen rechten"):
        name_stand_in(NewStandIn(marit, me, NOW + DAY), actor=actor, now=NOW)
    with pytest.raises(Refused, match="eigen rechten"):
        form_duo(NewDuo(marit, me), actor=actor, now=NOW)


def test_people_name_their_own_stand_in(world: World) -> None:
    name_stand_in(NewStandIn(world.id("marit"), world.id("bos"), NOW + DAY), actor=world.actor("marit"), now=NOW)
    seen = viewer(world.id("bos"), now=NOW)
    assert seen is not None
    assert world.id("marit") in seen.member_ids
    assert last_entry().ground == "own_place"


def test_what_links_two_people_stays_inside_an_organisation(world: World) -> None:
    other = make_world("opsterland", "Opsterland")
    with pytest.raises(Invalid):
        name_stand_in(NewStandIn(world.id("marit"), other.id("bos"), NOW + DAY), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        form_duo(NewDuo(world.id("marit"), other.id("nadia")), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        register_member(NewMember(world.organisation.id, "N", other.teams["Jeugd"].id), actor=COMMAND, now=NOW)


def test_nobody_is_linked_to_oneself(world: World) -> None:
    marit = world.id("marit")
    with pytest.raises(Invalid):
        name_stand_in(NewStandIn(marit, marit, NOW + DAY), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        form_duo(NewDuo(marit, marit), actor=COMMAND, now=NOW)


def test_a_function_is_one_that_the_model_knows(world: World) -> None:
    with pytest.raises(Invalid, match="tovenaar"):
        give_function(NewFunction(world.id("marit"), "tovenaar"), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid, match="tovenaar"):
        give_mandate(NewMandate(world.id("marit"), "tovenaar", "Besluit"), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        give_mandate(NewMandate(world.id("marit"), "burgemeester", ""), actor=COMMAND, now=NOW)


def test_a_partner_holds_functions_of_any_adopted_model(world: World) -> None:
    partner = register_organisation(NewOrganisation(Organisation.Kind.POLICE, "Politie"), actor=COMMAND, now=NOW)
    agent = register_member(NewMember(partner, "Agent Wit"), actor=COMMAND, now=NOW)
    make_world("opsterland", "Opsterland", "opsterland")
    for function in ("wijkagent", "casusregisseur-sociaal-team"):
        give_function(NewFunction(agent, function), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        give_function(NewFunction(agent, "tovenaar"), actor=COMMAND, now=NOW)


def test_a_function_may_have_a_title_and_domain_of_its_own(world: World) -> None:
    new = NewFunction(world.id("marit"), "teamleider", title="teamleider jeugd", domain=Domain.YOUTH)
    made = MemberFunction.objects.get(pk=give_function(new, actor=COMMAND, now=NOW))
    assert (made.title, made.domain) == ("teamleider jeugd", "youth")


def test_nothing_ends_before_it_begins(world: World) -> None:
    with pytest.raises(Invalid) as error:
        give_function(NewFunction(world.id("marit"), "teamleider", until_at=NOW - DAY), actor=COMMAND, now=NOW)
    assert problems(error) == {"until_at"}


def test_a_function_ends_once(world: World) -> None:
    function = MemberFunction.objects.get(member_id=world.id("marit"))
    end_function(function.id, actor=COMMAND, now=NOW)
    function.refresh_from_db()
    assert function.until_at == NOW
    with pytest.raises(Conflict):
        end_function(function.id, actor=COMMAND, now=NOW + DAY)
    with pytest.raises(NotVisible):
        end_function(new_id(), actor=COMMAND, now=NOW)


def test_a_function_that_was_to_begin_ends_at_its_beginning(world: World) -> None:
    made = give_function(NewFunction(world.id("marit"), "teamleider", from_at=NOW + DAY), actor=COMMAND, now=NOW)
    end_function(made, actor=COMMAND, now=NOW)
    assert MemberFunction.objects.get(pk=made).until_at == NOW + DAY


def test_who_leaves_holds_nothing_any_more(world: World) -> None:
    marit, bos, nadia = world.id("marit"), world.id("bos"), world.id("nadia")
    give_mandate(NewMandate(marit, "burgemeester", "Besluit"), actor=COMMAND, now=NOW)
    name_stand_in(NewStandIn(marit, bos, NOW + DAY), actor=COMMAND, now=NOW)
    name_stand_in(NewStandIn(nadia, marit, NOW + DAY), actor=COMMAND, now=NOW)
    form_duo(NewDuo(marit, nadia), actor=COMMAND, now=NOW)
    open_account(marit, "marit", practice=True, actor=COMMAND, now=NOW)
    end_member(marit, actor=world.actor("beheer"), now=NOW + timedelta(hours=1))
    over = NOW + timedelta(hours=1)
    assert Member.objects.get(pk=marit).until_at == over
    for table in (MemberFunction, Mandate):
        assert set(table.objects.filter(member_id=marit).values_list("until_at", flat=True)) == {over}
    assert set(StandIn.objects.values_list("until_at", flat=True)) == {over}
    assert set(Duo.objects.values_list("until_at", flat=True)) == {over}
    assert not Account.objects.get(member_id=marit).is_active
    with pytest.raises(Conflict):
        end_member(marit, actor=COMMAND, now=over)
    with pytest.raises(Conflict):
        give_function(NewFunction(marit, "teamleider"), actor=COMMAND, now=over)


def test_an_account_has_a_small_name_of_its_own_and_no_password(world: World) -> None:
    account = Account.objects.get(pk=open_account(world.id("marit"), "Marit", actor=COMMAND, now=NOW))
    assert (account.username, account.is_practice, account.has_usable_password()) == ("marit", False, False)
    with pytest.raises(Invalid) as error:
        open_account(world.id("iris"), "marit", actor=COMMAND, now=NOW)
    assert problems(error) == {"username"}
    with pytest.raises(Invalid):
        open_account(world.id("marit"), "marit2", actor=COMMAND, now=NOW)


def test_a_practice_account_has_the_open_password_and_a_factor(world: World) -> None:
    account = Account.objects.get(pk=open_account(world.id("marit"), "m", practice=True, actor=COMMAND, now=NOW))
    assert account.is_practice
    assert check_password("oefenen-met-ave", account.password)
    assert account.authenticator_set.filter(type="totp").count() == 1


def test_without_a_factor_no_code_lets_in(world: World) -> None:
    made = open_account(world.id("marit"), "marit", actor=COMMAND, now=NOW)
    with pytest.raises(Invalid):
        sign_in(made, "000000", actor=world.actor("marit"), now=NOW)


def test_somebody_who_left_manages_nothing(world: World) -> None:
    Member.objects.filter(pk=world.id("beheer")).update(until_at=NOW)
    with pytest.raises(Refused):
        register_member(NewMember(world.organisation.id, "N"), actor=member(world.id("beheer")), now=NOW)


def test_nobody_is_not_visible(world: World) -> None:
    with pytest.raises(NotVisible):
        end_member(new_id(), actor=COMMAND, now=NOW)


def test_the_same_is_not_given_twice(world: World) -> None:
    new = NewFunction(world.id("marit"), "teamleider", domain=Domain.YOUTH)
    give_function(new, actor=COMMAND, now=NOW)
    with pytest.raises(Invalid, match="al"):
        give_function(new, actor=COMMAND, now=NOW)
    give_function(NewFunction(world.id("marit"), "teamleider", domain=Domain.WMO), actor=COMMAND, now=NOW)
    colleague = NewMember(world.organisation.id, "Femke (verzonnen)")
    register_member(colleague, actor=COMMAND, now=NOW)
    with pytest.raises(Conflict, match="al opgenomen"):
        register_member(colleague, actor=COMMAND, now=NOW)
    stand_in = NewStandIn(world.id("marit"), world.id("bos"), NOW + DAY)
    name_stand_in(stand_in, actor=COMMAND, now=NOW)
    with pytest.raises(Invalid, match="al"):
        name_stand_in(stand_in, actor=COMMAND, now=NOW)
