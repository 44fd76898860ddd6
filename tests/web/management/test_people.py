"""An administrator manages the people of the own organisation, and sees no case by it."""

import re
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from houvast.directory.models import Account, FactorRepair, Member, MemberFunction, StandIn
from houvast.directory.selectors import viewer
from houvast.directory.selectors_management import people
from houvast.directory.services.activate_account import activate_account
from houvast.directory.services.open_account import open_account
from houvast.directory.services.register_member import NewMember, register_member
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import member, system
from houvast.kernel.ids import new_id
from houvast.web.clock import read_clock
from tests.web.account.visitor import Clock, Visitor
from tests.worlds import NOW, START, World, add_member, make_world


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock(read_clock())
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: made.now)
    return made


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def signed_in(member_id: UUID, clock: Clock) -> Visitor:
    """Play signing in as a practice account of this member."""
    member = Member.objects.get(pk=member_id)
    username = f"oefen-{member.pk}"
    open_account(member.id, username, practice=True, actor=system("test"), now=clock.now)
    visitor = Visitor(clock)
    visitor.give_password(username, "oefenen-met-ave")
    found = re.search(r'id="oefencode">(\d{6})<', visitor.get("/inloggen/code").text)
    assert found is not None
    visitor.give_code(found[1])
    return visitor


@pytest.fixture
def administrator(world: World, clock: Clock) -> Visitor:
    return signed_in(world.id("beheer"), clock)


def url(world: World, who: str, act: str = "") -> str:
    return f"/beheer/mensen/{world.id(who)}/{act}"


def addresses(world: World, repair: object, function: object) -> list[str]:
    acts = ["", "functie", "vervanger", "account", "vertrek", "herstel"]
    return [
        "/beheer/mensen/",
        "/beheer/mensen/nieuw",
        "/beheer/herstel/",
        *(url(world, "marit", act) for act in acts),
        f"/beheer/functies/{function}/beeindigen",
        f"/beheer/herstel/{repair}/goedkeuren",
    ]


def test_the_pages_exist_for_the_own_administrator_only(world: World, administrator: Visitor, clock: Clock) -> None:
    account = open_account(world.id("marit"), "marit", practice=True, actor=system("test"), now=clock.now)
    repair = FactorRepair.objects.create(account_id=account, asked_by_id=world.id("bos"), asked_at=clock.now)
    function = MemberFunction.objects.get(member_id=world.id("marit"))
    stranger = signed_in(make_world("opsterland", "Opsterland").id("beheer"), clock)
    colleague = signed_in(world.id("bos"), clock)
    for address in addresses(world, repair.pk, function.pk):
        assert administrator.get(address).status_code == 200, address
        assert colleague.get(address).status_code == 404, address
        if address not in ("/beheer/mensen/", "/beheer/mensen/nieuw", "/beheer/herstel/"):
            assert stranger.get(address).status_code == 404, address
        assert stranger.get(address).text.count("Marit uit Eemsdelta") == 0


def test_a_new_member_begins_with_nothing_and_gets_a_function_and_an_account(
    world: World, administrator: Visitor
) -> None:
    team = world.teams["Jeugd"].id
    filled = {"once": str(new_id()), "name": "Nieuwe Collega", "team": str(team), "phone": ""}
    answer = administrator.post("/beheer/mensen/nieuw", filled)
    made = Member.objects.get(name="Nieuwe Collega")
    assert answer.headers["Location"] == f"/beheer/mensen/{made.id}/"
    assert "Zonder functie ziet een medewerker niets." in administrator.get(answer.headers["Location"]).text
    administrator.post(
        f"/beheer/mensen/{made.id}/functie", {"function": "casemanager-jeugd", "title": "", "domain": "", "until": ""}
    )
    held = MemberFunction.objects.get(member=made)
    assert (held.title, held.domain, held.until_at) == ("casemanager jeugd", "youth", None)
    odd = administrator.post(f"/beheer/mensen/{made.id}/account", {"username": "nieuw collega"})
    assert odd.status_code == 422
    assert 'value="nieuw collega"' in odd.text
    opened = administrator.post(f"/beheer/mensen/{made.id}/account", {"username": "Nieuw"})
    assert opened.headers["Location"] == f"/beheer/mensen/{made.id}/activatie"
    assert Account.objects.get(member=made).username == "nieuw"


def test_until_and_including_a_day(world: World, administrator: Visitor, clock: Clock) -> None:
    last = clock.now.date().replace(year=clock.now.year + 1, month=7, day=31)
    answer = administrator.post(
        url(world, "marit", "vervanger"), {"stand_in": str(world.id("bos")), "until": last.isoformat()}
    )
    assert answer.status_code == 302
    until = StandIn.objects.get().until_at
    assert until.isoformat() == f"{last.year}-07-31T22:00:00+00:00"
    assert f"31 juli {last.year}" in administrator.get(url(world, "marit")).text


def test_a_function_ends_by_one_press_however_often_one_presses(world: World, administrator: Visitor) -> None:
    function = MemberFunction.objects.get(member_id=world.id("marit"))
    address = f"/beheer/functies/{function.id}/beeindigen"
    assert "is vanaf nu geen procesregisseur OGGZ meer" in administrator.get(address).text
    assert administrator.post(address).status_code == 302
    assert administrator.post(address).status_code == 404
    function.refresh_from_db()
    assert function.until_at is not None


def test_leaving_is_recorded_once(world: World, administrator: Visitor) -> None:
    assert administrator.post(url(world, "marit", "vertrek")).status_code == 302
    assert administrator.post(url(world, "marit", "vertrek")).status_code == 409
    assert "gaat weg of is weg" in administrator.get("/beheer/mensen/").text


def test_an_administrator_gets_nothing_by_own_hand(world: World, administrator: Visitor) -> None:
    assert "Dit bent u zelf." in administrator.get(url(world, "beheer")).text
    answer = administrator.post(url(world, "beheer", "functie"), {"function": "burgemeester"})
    assert answer.status_code == 403
    assert "U kunt uw eigen rechten niet veranderen." in answer.text


def test_a_repair_is_asked_by_one_and_approved_by_another(world: World, administrator: Visitor, clock: Clock) -> None:
    account = open_account(world.id("marit"), "marit", practice=True, actor=system("test"), now=clock.now)
    administrator.post(url(world, "marit", "herstel"))
    repair = FactorRepair.objects.get()
    approve = f"/beheer/herstel/{repair.id}/goedkeuren"
    assert "U vroeg dit zelf." in administrator.get("/beheer/herstel/").text
    assert administrator.post(approve).status_code == 403
    other = add_member(world.organisation, "Tweede", "functioneel-beheerder", "", "beheerder", None)
    second = signed_in(other.id, clock)
    assert approve in second.get("/beheer/herstel/").text
    assert second.post(approve).status_code == 302
    assert not Account.objects.get(pk=account).authenticator_set.exists()
    assert second.post(approve).status_code == 404


def test_everybody_names_their_own_stand_in(world: World, clock: Clock) -> None:
    marit = signed_in(world.id("marit"), clock)
    until = clock.now.date().replace(year=clock.now.year + 1, month=7, day=31).isoformat()
    assert marit.post("/account/vervanger", {"stand_in": str(world.id("bos")), "until": until}).status_code == 302
    assert StandIn.objects.filter(member_id=world.id("marit"), stand_in_id=world.id("bos")).exists()
    stranger = make_world("opsterland", "Opsterland").id("bos")
    assert marit.post("/account/vervanger", {"stand_in": str(stranger), "until": until}).status_code == 422


def manager(world: World) -> Viewer:
    found = viewer(world.id("beheer"), now=NOW)
    assert found is not None
    return found


def test_the_list_pages_by_name_and_takes_the_same_queries_for_many(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    beheer = manager(world)
    with django_assert_num_queries(2):
        assert people(beheer, after=None, now=NOW).after is None
    for number in range(100):
        name = "Dubbele Naam" if number % 2 else f"Naam {number:03}"
        register_member(NewMember(world.organisation.id, name, from_at=START), actor=system("t"), now=NOW)
    with django_assert_num_queries(2):
        first = people(beheer, after=None, now=NOW)
    seen, page = list(first.lines), first
    while page.after is not None:
        page = people(beheer, after=page.after, now=NOW)
        seen += page.lines
    assert len(seen) == len({line.id for line in seen}) == 112
    assert [line.name for line in seen] == sorted(line.name for line in seen)


def test_a_strange_place_to_begin_is_not_found(administrator: Visitor) -> None:
    assert administrator.get("/beheer/mensen/?na=geen-id").status_code == 404
    assert administrator.get(f"/beheer/mensen/?na={new_id()}").status_code == 200


def test_a_code_is_shown_once_and_its_password_is_repaired_by_two(
    world: World, administrator: Visitor, clock: Clock
) -> None:
    account = open_account(world.id("marit"), "marit", actor=system("test"), now=clock.now)
    asked = administrator.get(url(world, "marit", "activatie"))
    assert "U ziet de code één keer" in asked.text
    shown = re.search(r'id="activatiecode">([0-9A-Z-]{19})<', administrator.post(url(world, "marit", "activatie")).text)
    assert shown is not None
    for address in (url(world, "marit"), url(world, "marit", "activatie")):
        assert shown[1] not in administrator.get(address).text
    activate_account(account, shown[1], "een lange zin over regen", actor=member(world.id("marit")), now=clock.now)
    assert administrator.post(url(world, "marit", "activatie")).status_code == 409
    assert url(world, "marit", "wachtwoord") in administrator.get(url(world, "marit")).text
    administrator.post(url(world, "marit", "wachtwoord"))
    assert "wachtwoord, gevraagd door" in administrator.get("/beheer/herstel/").text
    other = add_member(world.organisation, "Tweede", "functioneel-beheerder", "", "beheerder", None)
    second = signed_in(other.id, clock)
    approve = f"/beheer/herstel/{FactorRepair.objects.get().id}/goedkeuren"
    assert "overal uitgelogd" in second.get(approve).text
    assert second.post(approve).headers["Location"] == url(world, "marit")
    assert url(world, "marit", "activatie") in second.get(url(world, "marit")).text


def test_without_an_account_there_is_no_code_and_nothing_to_repair(world: World, administrator: Visitor) -> None:
    for act in ("activatie", "wachtwoord", "herstel"):
        assert administrator.get(url(world, "marit", act)).status_code == 404
