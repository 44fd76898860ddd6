"""Somebody asks what is held about them, and gets it without what is about others."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.accountability.models import RequestTurn, RightsRequest
from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.request_content import export
from houvast.accountability.rules.requests import (
    Asker,
    IdentityWay,
    ItemAnswer,
    LeftOutReason,
    RequestKind,
    RequestOutcome,
    RequestStep,
    Term,
)
from houvast.accountability.selectors.requests import (
    answered_requests,
    due_requests,
    house_view,
    open_requests,
    put_before,
    request_view,
    term_of,
)
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.accountability.services.extend_request import extend_request
from houvast.accountability.services.gather_for_house import gather_for_house
from houvast.accountability.services.give_for_house import give_for_house
from houvast.accountability.services.record_request import record_request
from houvast.accountability.services.set_request_term import set_request_term
from houvast.audit.models import Entry
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.held import HeldKind
from houvast.kernel.partial_date import PartialDate
from houvast.plans.rules.tasks import Owner
from houvast.residents.models import Resident
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.safety_house.models import FileAccess
from houvast.safety_house.services.write_file_note import write_file_note
from tests.accountability.asking import ASKED, Asking, ask, ask_as
from tests.documents.worlds import add as add_document
from tests.intake.worlds import make_concern, make_point
from tests.plans.worlds import add_plan
from tests.safety_house.worlds import make_referable
from tests.sharing.worlds import SAID, Sharing, make_sharing
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db
WHOLE = Choice(ItemAnswer.WHOLE)


def _full() -> Sharing:
    """Give a case of Ruben with something in every room, and others around him."""
    made = make_sharing()
    world, sanne = made.world, made.world.actor("sanne")
    made.share()
    add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(made.resident_id, "Geke Dijkhuis", "moeder"))
    add_plan(sanne, made.case_id, Owner(member_id=made.yara.id))
    add_document(sanne, made.case_id, shared=True)
    concern = make_concern(world, make_point(world))
    type(concern).objects.filter(pk=concern.id).update(resident_id=made.resident_id)
    return made


def _export(asking: Asking) -> str:
    view = asking.view()
    return json.dumps(export(view.content, "V-1", "Gemeente", NOW.date(), view.chosen()), ensure_ascii=False)


def test_everything_is_gathered_and_others_stay_out() -> None:
    made = _full()
    asking = ask(made.world)
    asking.identify()
    assert asking.gather() == len(asking.view().items)
    items = asking.view().items
    assert {item.held.kind for item in items} == {
        HeldKind.PERSON,
        HeldKind.CASE,
        HeldKind.PLAN,
        HeldKind.NOTE,
        HeldKind.DOCUMENT,
        HeldKind.CONCERN,
        HeldKind.SHARED,
        HeldKind.LOOKED,
        HeldKind.ASKED,
    }
    about_another = next(item for item in items if dict(item.held.lines).get("Tekst") == SAID)
    choices = {item.id.hex: WHOLE for item in items}
    choices[about_another.id.hex] = Choice(ItemAnswer.LEFT_OUT, LeftOutReason.THIRD_PARTY)
    asking.choose(**choices)
    told = _export(asking)
    assert SAID not in told
    for name in ("Geke", "Yara Voorbeeld", "Nadia"):
        assert name not in told
    for said in ("moeder", "Sanne uit Eemsdelta", "GGZ de Wierde", "het gaat over een ander"):
        assert said in told


def test_who_looked_is_named_only_as_a_contact_of_the_case() -> None:
    made = make_sharing()
    asking = ask(made.world)
    asking.identify()
    asking.gather()
    looked = next(item.held for item in asking.view().items if item.held.kind is HeldKind.LOOKED)
    whom = [word for word, _ in looked.lines]
    assert "casusregisseur (Sanne uit Eemsdelta), Gemeente Eemsdelta" in whom
    made.share()
    assert all("Privacy" not in each for each in whom)


def test_each_case_that_was_read_has_it_on_record_and_stays_closed() -> None:
    made = make_sharing()
    asking = ask(made.world)
    asking.identify()
    asking.gather()
    row = Entry.objects.get(event="request.case_gathered")
    assert (row.case, row.details, row.ground) == (made.case_id, {"request": str(asking.id)}, "request")
    assert not made.sees("privacy")


def test_before_it_is_sure_who_asks_nothing_is_gathered_or_given() -> None:
    asking = ask(make_sharing().world)
    privacy = asking.world.actor("privacy")
    with pytest.raises(Conflict):
        asking.gather()
    with pytest.raises(Conflict):
        answer_request(actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=False))
    asking.identify()
    with pytest.raises(Conflict):
        asking.identify()
    asking.gather()
    with pytest.raises(Conflict):
        asking.gather()
    with pytest.raises(Conflict):
        answer_request(actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=False))


def test_who_is_not_known_hears_that_nothing_is_held() -> None:
    asking = ask(make_world())
    asking.identify()
    assert asking.gather() == 0
    answer_request(actor=asking.world.actor("privacy"), now=NOW, request_id=asking.id, answer=NewAnswer(refuse=False))
    answered = asking.view().answered
    assert answered is not None and answered.outcome is RequestOutcome.GRANTED
    with pytest.raises(Conflict):
        asking.choose()


def test_an_item_is_shortened_with_a_reason_and_the_words_that_stay() -> None:
    asking = ask(make_sharing().world)
    asking.identify()
    asking.gather()
    item = asking.view().items[0].id.hex
    for wrong in (
        {},
        {item: Choice(ItemAnswer.SHORTENED, LeftOutReason.SAFETY, " ")},
        {item: Choice(ItemAnswer.LEFT_OUT)},
    ):
        with pytest.raises(Invalid):
            asking.choose(**wrong)
    with pytest.raises(NotVisible):
        asking.choose(**{asking.id.hex: WHOLE})
    asking.choose(**{item: WHOLE})
    asking.choose(**{item: Choice(ItemAnswer.SHORTENED, LeftOutReason.SAFETY, "Een deel.")})
    assert (asking.view().items[0].answer, asking.view().items[0].words) == (ItemAnswer.SHORTENED, "Een deel.")
    assert "Een deel." in _export(asking)


def test_a_hidden_address_goes_to_the_person_alone() -> None:
    world = make_world()
    Resident.objects.filter(pk=make_resident(world).id).update(street="Geheimweg", hidden_address=True, birth_year=2015)
    told = []
    for asker in (Asker.RESIDENT, Asker.PARENT):
        asking = ask(world, replace(ASKED, asker=asker, asked_by="Joke Dijkhuis", birth_date=PartialDate(2015)))
        asking.identify(IdentityWay.SAW_MANDATE)
        asking.gather()
        told.append("Geheimweg" in str(asking.view().items))
    assert told == [True, False]


def test_a_parent_asks_for_a_child_and_shows_that_they_may() -> None:
    world = make_world()
    make_resident(world)
    with pytest.raises(Invalid) as grown:
        ask_as(world, Asker.PARENT)
    assert grown.value.problems.keys() == {"asker"}
    with pytest.raises(Invalid) as wrong:
        ask(world, replace(ASKED, asker=Asker.REPRESENTATIVE, received_on=date(2026, 11, 24)))
    assert wrong.value.problems.keys() == {"asked_by", "received_on"}
    asking = ask_as(world, Asker.REPRESENTATIVE)
    with pytest.raises(Invalid):
        asking.identify()
    asking.identify(IdentityWay.SAW_MANDATE)


def test_pressing_twice_records_one_request() -> None:
    world = make_world()
    for _ in range(2):
        with suppress(Conflict):
            record_request(actor=world.actor("privacy"), now=NOW, new=ASKED)
    assert RightsRequest.objects.count() == 1


def test_two_of_one_name_ask_for_the_number() -> None:
    world = make_world()
    make_resident(world)
    make_resident(world)
    with pytest.raises(Invalid) as many:
        ask(world)
    assert many.value.problems.keys() == {"bsn"}


def test_the_term_is_a_month_and_is_extended_once_within_it() -> None:
    asking = ask(make_world())
    privacy = asking.world.actor("privacy")
    assert asking.view().line.due_on == date(2026, 12, 20)
    with pytest.raises(Invalid):
        extend_request(actor=privacy, now=NOW, request_id=asking.id, reason=" ")
    with pytest.raises(Conflict):
        extend_request(actor=privacy, now=NOW + timedelta(days=60), request_id=asking.id, reason="Veel.")
    extend_request(actor=privacy, now=NOW, request_id=asking.id, reason="Er is veel.")
    assert asking.view().line.due_on == date(2027, 2, 20)
    with pytest.raises(Conflict):
        extend_request(actor=privacy, now=NOW, request_id=asking.id, reason="Er is veel.")
    assert [each.due_on for each in open_requests(viewer_of(privacy, now=NOW), now=NOW)] == [date(2027, 2, 20)]


def test_a_municipality_is_quicker_than_the_law_never_slower() -> None:
    world = make_world()
    privacy = world.actor("privacy")
    set_request_term(actor=privacy, now=NOW, term=Term(1, 1, "Beleid (verzonnen)", 0))
    assert term_of(world.municipality.id) == Term(1, 1, "Beleid (verzonnen)", 1)
    with pytest.raises(Conflict):
        set_request_term(actor=privacy, now=NOW, term=Term(1, 2))
    with pytest.raises(Invalid):
        set_request_term(actor=privacy, now=NOW, term=Term(2, 2, "x", 1))


def test_a_no_has_its_reason_and_ends_it() -> None:
    asking = ask(make_world(), replace(ASKED, kind=RequestKind.OBJECTION))
    privacy = asking.world.actor("privacy")
    with pytest.raises(Invalid):
        answer_request(actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=True))
    answer_request(
        actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=True, reason="Het moet van de wet.")
    )
    viewer = viewer_of(privacy, now=NOW)
    assert not open_requests(viewer, now=NOW)
    assert [each.id for each in answered_requests(viewer, now=NOW)] == [asking.id]


def test_nobody_else_sees_or_handles_a_request() -> None:
    asking = ask(make_world())
    other = make_world("opsterland", "Opsterland")
    for world, who in ((asking.world, "sanne"), (asking.world, "beheer"), (other, "privacy")):
        viewer = viewer_of(world.actor(who), now=NOW)
        with pytest.raises(NotVisible):
            request_view(viewer, asking.id, now=NOW)
        with pytest.raises((NotVisible, Refused)):
            extend_request(actor=world.actor(who), now=NOW, request_id=asking.id, reason="Veel.")
        with pytest.raises(NotVisible):
            open_requests(viewer_of(asking.world.actor("sanne"), now=NOW), now=NOW)
    with pytest.raises(Refused):
        record_request(actor=asking.world.actor("sanne"), now=NOW, new=ASKED)
    assert due_requests(viewer_of(asking.world.actor("sanne"), now=NOW), now=NOW) == ()


def test_a_house_that_keeps_a_file_gets_the_request_too() -> None:
    referable = make_referable()
    file_id = referable.file(referable.refer())
    asking = ask(referable.world)
    asking.identify()
    turn = RequestTurn.objects.get(step=RequestStep.PUT_BEFORE.value)
    assert turn.house_id == referable.house.id

    def hears(name: str) -> list[str]:
        return [each.person for each in put_before(referable.viewer(name), now=NOW)]

    assert hears("mirjam") == hears("ruud") == ["Ruben Dijkhuis"]
    referable.answer(file_id)
    # From now on colleagues of who leads the file do not see that there is one.
    assert (hears("mirjam"), hears("ruud")) == (["Ruben Dijkhuis"], [])
    asking.gather()
    assert HeldKind.HOUSE in {item.held.kind for item in asking.view().items}


def test_a_house_that_keeps_a_file_gives_its_own_part() -> None:
    referable = make_referable()
    file_id = referable.file(referable.refer())
    referable.answer(file_id)
    mirjam = referable.actor("mirjam")
    write_file_note(actor=mirjam, now=NOW, file_id=file_id, text="Wij spraken haar.")
    asking = ask(referable.world)
    with pytest.raises(NotVisible):
        gather_for_house(actor=mirjam, now=NOW, request_id=asking.id)
    asking.identify()
    house = viewer_of(mirjam, now=NOW)
    assert [each.person for each in put_before(house, now=NOW)] == ["Ruben Dijkhuis"]
    asking.gather()
    items = asking.view().items
    assert HeldKind.HOUSE in {item.held.kind for item in items}
    assert "Wij spraken haar." not in str([item.held.lines for item in items])
    asking.choose(**{item.id.hex: WHOLE for item in items})
    privacy = referable.world.actor("privacy")
    with pytest.raises(Invalid) as waits:
        answer_request(actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=False))
    assert waits.value.problems.keys() == {"not_waited"}
    with pytest.raises(Conflict):
        give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words="")
    assert gather_for_house(actor=mirjam, now=NOW, request_id=asking.id) == 2
    with pytest.raises(Conflict):
        gather_for_house(actor=mirjam, now=NOW, request_id=asking.id)
    own = house_view(house, asking.id, now=NOW)
    assert "Wij spraken haar." in str([item.held.lines for item in own.items])
    choices = {item.id: WHOLE for item in own.items}
    with pytest.raises(NotVisible):
        choose_items(actor=privacy, now=NOW, request_id=asking.id, choices=choices)
    choose_items(actor=mirjam, now=NOW, request_id=asking.id, choices=choices, for_house=True)
    give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words="")
    with pytest.raises(Conflict):
        give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words="")
    answer_request(actor=privacy, now=NOW, request_id=asking.id, answer=NewAnswer(refuse=False))
    assert asking.view().houses_waiting == ()


def test_who_does_not_see_all_files_of_the_house_gives_nothing_and_an_objection_asks_what_it_did() -> None:
    referable = make_referable()
    file_id = referable.file(referable.refer())
    asking = ask(referable.world, replace(ASKED, kind=RequestKind.OBJECTION))
    asking.identify()
    with pytest.raises(NotVisible):
        gather_for_house(actor=referable.world.actor("privacy"), now=NOW, request_id=asking.id)
    mirjam = referable.actor("mirjam")
    with pytest.raises(Invalid):
        give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words=" ")
    give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words="Wij stopten.")
    assert asking.view().houses_waiting == ()
    FileAccess.objects.filter(file=file_id).update(withdrawn_at=NOW)
    with pytest.raises(Refused):
        give_for_house(actor=mirjam, now=NOW, request_id=asking.id, words="Wij stopten.")
