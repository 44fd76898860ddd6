"""A request takes two people, and who is locked out of a case of that person is neither told nor shown anything."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from houvast.accountability.models import GatheredCase
from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.requests import IdentityWay
from houvast.accountability.selectors.handling import possible_handlers
from houvast.accountability.selectors.requests import before_answer, due_requests, request_view
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.check_identity import check_identity
from houvast.accountability.services.choose_handler import choose_handler
from houvast.accountability.services.choose_items import choose_items
from houvast.accountability.services.extend_request import extend_request
from houvast.accountability.services.gather_request import gather_request
from houvast.accountability.services.record_request import record_request
from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.desk.rules.work import Cause, WorkRow
from houvast.desk.selectors.case_page import case_page
from houvast.desk.selectors.work import work
from houvast.directory.models import MemberFunction
from houvast.directory.selectors import PRIVACY_OFFICER, viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.accountability.asking import ASKED, Asking, archivist, ask, record
from tests.sharing.worlds import Sharing, make_sharing
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db


def _second(world: World) -> UUID:
    """Let there be a second privacy officer."""
    made = add_member(world.organisation, "Pien (verzonnen)", PRIVACY_OFFICER, "", "privacy officer", None)
    world.members["pien"] = made
    return made.id


def _possible(asking: Asking, who: str) -> set[UUID]:
    viewer = viewer_of(asking.world.actor(who), now=NOW)
    return {each.id for each in possible_handlers(viewer, asking.id, now=NOW)}


def _choose(asking: Asking, who: str, whom: str) -> None:
    world = asking.world
    choose_handler(actor=world.actor(who), now=NOW, request_id=asking.id, member_id=world.id(whom))


def _lock_out(made: Sharing, who: str) -> None:
    lock_out(actor=made.actor("sanne"), now=NOW, case_id=made.case_id, new=NewLockOut(made.world.id(who), "Buurman."))


def _refusals(asking: Asking, who: str = "privacy") -> set[str]:
    """Try everything that only who handles a request does, and give what it is refused with."""
    actor, at = asking.world.actor(who), asking.id
    tries = (
        lambda: check_identity(actor=actor, now=NOW, request_id=at, how=IdentityWay.SAW_DOCUMENT),
        lambda: gather_request(actor=actor, now=NOW, request_id=at),
        lambda: choose_items(actor=actor, now=NOW, request_id=at, choices={}),
        lambda: extend_request(actor=actor, now=NOW, request_id=at, reason="Veel."),
        lambda: answer_request(actor=actor, now=NOW, request_id=at, answer=NewAnswer(refuse=True, reason="Nee.")),
    )
    said = set()
    for each in tries:
        with pytest.raises(Refused) as refused:
            each()
        said.add(refused.value.verdict.reason)
    with pytest.raises(NotVisible):
        before_answer(viewer_of(actor, now=NOW), at, now=NOW)
    return said


def test_who_records_a_request_never_handles_it() -> None:
    world = make_world()
    privacy = world.actor("privacy")
    own = Asking(world, record_request(actor=privacy, now=NOW, new=ASKED))
    assert _refusals(own) == {"not_handler"}
    archivist(world)
    assert _possible(own, "privacy") == _possible(own, "dirk") == set()
    with pytest.raises(Refused, match="U kunt niemand kiezen"):
        _choose(own, "privacy", "privacy")
    _second(world)
    assert _possible(own, "privacy") == {world.id("pien")}
    with pytest.raises(Invalid):
        _choose(own, "privacy", "sanne")
    _choose(own, "privacy", "pien")
    with pytest.raises(Conflict):
        _choose(own, "privacy", "pien")
    assert (own.view().line.handler, own.view().line.person) == ("Pien (verzonnen)", "Ruben Dijkhuis")
    assert _refusals(own) == {"not_handler"}


def test_a_request_from_before_there_were_handlers_is_taken_up_when_another_says_so() -> None:
    world = make_world()
    asking = record(world)
    viewers = [viewer_of(world.actor(who), now=NOW) for who in ("privacy", "dirk")]
    assert [[each.id for each in due_requests(viewer, now=NOW)] for viewer in viewers] == [[asking.id]] * 2
    assert _refusals(asking) == {"not_handler"} and asking.view().line.handler == ""
    assert _possible(asking, "privacy") == set() and _possible(asking, "dirk") == {world.id("privacy")}
    _choose(asking, "dirk", "privacy")
    assert [[each.id for each in due_requests(viewer, now=NOW)] for viewer in viewers] == [[asking.id], []]
    entry = Entry.objects.get(event="request.handler_chosen")
    assert (entry.subject_id, entry.details) == (asking.id, {"handler": str(world.id("privacy"))})


def test_after_handing_over_the_former_sees_the_outline_only() -> None:
    made = make_sharing()
    _second(made.world)
    asking = ask(made.world)
    asking.identify()
    asking.gather()
    assert asking.view().items and asking.view().content.words == ASKED.words
    _choose(asking, "privacy", "pien")
    seen = asking.view()
    assert (seen.items, seen.effects, seen.content.words, seen.line.person) == ((), (), "", "")
    assert [each.step.value for each in seen.turns] == ["identified", "gathered"]
    assert request_view(viewer_of(made.actor("pien"), now=NOW), asking.id, now=NOW).items
    assert _refusals(asking) == {"not_handler"}


def test_who_is_locked_out_is_not_on_the_list_and_who_becomes_so_hears_what_all_others_hear() -> None:
    made = make_sharing()
    _second(made.world)
    asking = ask(made.world)
    asking.identify()
    asking.gather()
    _lock_out(made, "pien")
    assert _possible(asking, "dirk") == set()
    _lock_out(made, "privacy")
    assert _refusals(asking) == _refusals(asking, "pien") == {"not_handler"}
    assert (asking.view().items, asking.view().line.handler) == ((), "")
    assert (
        asking.view().may_handle == request_view(viewer_of(made.actor("pien"), now=NOW), asking.id, now=NOW).may_handle
    )
    assert [each.why for each in _rows(made, "dirk")] == [
        "Een inwoner vraagt om inzage. Niemand behandelt dit verzoek."
    ]


def test_who_is_no_privacy_officer_any_more_handles_nothing() -> None:
    asking = ask(make_world())
    MemberFunction.objects.filter(member=asking.world.members["privacy"]).update(until_at=NOW)
    with pytest.raises(NotVisible):
        asking.view()
    viewer = viewer_of(asking.world.actor("dirk"), now=NOW)
    assert [each.handler for each in due_requests(viewer, now=NOW)] == [""]


def test_who_leads_a_gathered_case_is_told_for_two_weeks_and_it_stays_in_the_timeline() -> None:
    made = make_sharing()
    asking = ask(made.world)
    asking.identify()
    assert _rows(made, "sanne") == []
    asking.gather()
    assert GatheredCase.objects.get().case_id == made.case_id
    for who in ("sanne", "marit"):
        (row,) = _rows(made, who)
        assert "verzamelde gegevens uit deze casus" in row.why and "inzage" not in row.why
    later = NOW + timedelta(days=15)
    assert _rows(made, "sanne", later) == [] and _told(made, "sanne", later) == 1
    made.share()
    assert (_told(made, "marit"), _told(made, "yara")) == (1, 0)


def _rows(made: Sharing, who: str, now: datetime = NOW) -> list[WorkRow]:
    groups = work(made.viewer(who, now), now=now).groups
    return [row for group in groups if group.cause is Cause.REQUEST for row in group.rows]


def _told(made: Sharing, who: str, now: datetime = NOW) -> int:
    viewer, code = made.viewer(who, now), Case.objects.get(pk=made.case_id).code
    return [each.strong for each in case_page(viewer, code, now=now).timeline].count("Gegevens verzameld")


def test_codes_of_an_own_page_say_nothing_of_who_wrote_a_letter() -> None:
    asking = ask(make_world())
    with pytest.raises(Invalid) as said:
        asking.identify(IdentityWay.OWN_CODES)
    assert set(said.value.problems) == {"how"}
    assert not asking.view().standing.is_identified
