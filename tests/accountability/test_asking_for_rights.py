"""A resident asks about their data on their own page; a colleague handles it as any other, and the page says how."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.accountability.models import RequestTurn, RightsRequest
from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.asking import MOST_A_DAY, AnswerWay, NewAsking, OwnRequest, SignInWay
from houvast.accountability.rules.requests import Asker, IdentityWay, RequestChannel, RequestKind, RequestOutcome
from houvast.accountability.selectors.handling import possible_handlers
from houvast.accountability.selectors.inspection import held_requests
from houvast.accountability.selectors.own_page import own_requests
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.ask_for_rights import ask_for_rights
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_handler import choose_handler
from houvast.accountability.services.erase_request import erase_request
from houvast.accountability.services.extend_request import extend_request
from houvast.audit.models import Entry
from houvast.cases.models import Statement
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.participation.selectors.taking_part import Participating
from houvast.participation.services.end_own_page import end_own_page
from houvast.residents.models import Resident
from tests.accountability.asking import Asking, archivist
from tests.participation.worlds import Household
from tests.worlds import NOW

WORDS = "Ik slaap niet bij mijn zus."


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def ask(
    who: Participating,
    kind: RequestKind = RequestKind.INSPECTION,
    words: str = WORDS,
    signed_in: SignInWay = SignInWay.CODES,
) -> UUID:
    new = NewAsking(kind, words, AnswerWay.PICK_UP, signed_in)
    return ask_for_rights(actor=who.actor, now=NOW, participant_id=who.id, new=new)


def handled(home: Household, request_id: UUID) -> Asking:
    """Let the archivist choose the privacy officer."""
    choose = partial(choose_handler, actor=archivist(home.world), now=NOW, request_id=request_id)
    choose(member_id=home.world.id("privacy"))
    return Asking(home.world, request_id)


def test_what_a_resident_asks_is_theirs_has_its_term_and_is_handled_as_any_other(home: Household) -> None:
    who = home.takes_part()
    asked = handled(home, ask(who))
    view = asked.view()
    assert (view.line.received_on, view.line.due_on) == (date(2026, 11, 23), date(2026, 12, 23))
    assert (view.asker, view.channel, view.signed_in) == (Asker.RESIDENT, RequestChannel.OWN_PAGE, SignInWay.CODES)
    assert (view.content.person, view.content.words, view.recorded_by) == ("Ruben Dijkhuis", WORDS, "")
    assert (view.content.reach, view.resident_id) == ("ophalen bij de gemeente", home.ruben.id)
    entry = Entry.objects.get(event="request.asked")
    assert (entry.actor_kind, entry.subject_id, entry.case) == ("takes_part", asked.id, home.case_id)
    assert entry.details == {"kind": "inspection", "signed_in": "codes"}
    assert not view.standing.is_identified
    with pytest.raises(Refused):
        check_identity(actor=home.world.actor("dirk"), now=NOW, request_id=asked.id, how=IdentityWay.OWN_CODES)
    asked.identify(IdentityWay.OWN_CODES)
    assert asked.gather() > 0
    assert "Wat u vroeg" in str(held_requests(home.ruben.id, home.world.municipality.id))


def test_digid_makes_sure_who_asks_at_once_and_an_objection_stands_beside_the_case(home: Household) -> None:
    who = home.takes_part()
    view = handled(home, ask(who, RequestKind.OBJECTION, signed_in=SignInWay.DIGID)).view()
    assert view.standing.is_identified
    assert [(each.how, each.by) for each in view.turns] == [(IdentityWay.DIGITAL, "de inwoner zelf")]
    assert Statement.objects.get(case=home.case_id).by_id is None
    assert Entry.objects.get(event="request.asked").details["how"] == "digital"
    other = home.takes_part(home.parent)
    ask(other, RequestKind.OBJECTION, signed_in=SignInWay.DIGID)
    assert (RequestTurn.objects.count(), Statement.objects.count()) == (1, 1)


def test_who_represents_somebody_shows_that_they_may_and_the_codes_prove_nothing_elsewhere(home: Household) -> None:
    asked = handled(home, ask(home.takes_part(home.parent)))
    view = asked.view()
    assert (view.asker, view.content.asked_by, view.content.person) == (
        Asker.PARENT,
        "Lieke Admiraal",
        "Fenna Dijkhuis",
    )
    with pytest.raises(Invalid, match="machtiging"):
        asked.identify(IdentityWay.OWN_CODES)
    asked.identify(IdentityWay.SAW_MANDATE)
    by_digid = handled(home, ask(home.takes_part(), signed_in=SignInWay.DIGID))
    with pytest.raises(Conflict):
        by_digid.identify(IdentityWay.OWN_CODES)


def test_who_may_not_ask_is_refused_and_nothing_is_written(home: Household) -> None:
    near, mother, other = home.takes_part(home.near()), home.takes_part(home.parent), home.takes_part(home.other)
    with pytest.raises(Refused, match="vraagt de inwoner zelf"):
        ask(near)
    with pytest.raises(NotVisible):
        ask_for_rights(
            actor=near.actor,
            now=NOW,
            participant_id=other.id,
            new=NewAsking(RequestKind.INSPECTION, "", AnswerWay.CALL, SignInWay.DIGID),
        )
    end_own_page(actor=home.sanne, now=NOW, participant_id=other.id)
    Resident.objects.filter(pk=home.fenna.id).update(birth_year=2010)
    for gone in (other, mother):
        with pytest.raises(NotVisible):
            ask(gone)
    assert not RightsRequest.objects.exists()
    assert Entry.objects.get(event="request.asked", details__reason="network_asks").outcome == "refused"


def test_the_same_is_asked_once_and_nobody_drowns_who_answers(home: Household) -> None:
    who = home.takes_part()
    ask(who)
    with pytest.raises(Conflict):
        ask(who)
    with pytest.raises(Invalid):
        ask(who, RequestKind.CORRECTION, " ")
    for turn in range(MOST_A_DAY - 1):
        ask(who, words=f"En {turn}.")
    with pytest.raises(Invalid, match="Bel liever"):
        ask(who, words="Nog iets.")
    assert RightsRequest.objects.count() == MOST_A_DAY


def test_the_own_page_says_how_it_stands_and_no_more_than_the_answer(home: Household) -> None:
    who, other = home.takes_part(), home.takes_part(home.other)
    asked = handled(home, ask(who))
    assert own_requests(other) == ()
    (told,) = own_requests(who)
    assert told == OwnRequest(
        1, RequestKind.INSPECTION, date(2026, 11, 23), date(2026, 12, 23), "ophalen bij de gemeente"
    )
    privacy = home.world.actor("privacy")
    extend_request(actor=privacy, now=NOW, request_id=asked.id, reason="Er is veel.")
    asked.identify(IdentityWay.CALLED_BACK)
    (told,) = own_requests(who)
    assert (told.is_checked, told.due_on, told.longer) == (True, date(2027, 2, 23), "Er is veel.")
    answer_request(actor=privacy, now=NOW, request_id=asked.id, answer=NewAnswer(refuse=True, reason="Al gegeven."))
    end_own_page(actor=home.sanne, now=NOW, participant_id=who.id)
    again = home.takes_part(now=NOW + timedelta(minutes=1))
    (told,) = own_requests(again)
    assert (told.answered_on, told.outcome, told.reason) == (date(2026, 11, 23), RequestOutcome.REFUSED, "Al gegeven.")
    erase_request(actor=system("retention"), now=NOW, request_id=asked.id)
    assert own_requests(again) == ()


def test_nobody_recorded_it_so_each_officer_but_who_chooses_may_handle_it(home: Household) -> None:
    request_id = ask(home.takes_part())
    chooser = viewer_of(archivist(home.world), now=NOW)
    assert {each.id for each in possible_handlers(chooser, request_id, now=NOW)} == {home.world.id("privacy")}
    alone = viewer_of(home.world.actor("privacy"), now=NOW)
    assert possible_handlers(alone, request_id, now=NOW) == ()
