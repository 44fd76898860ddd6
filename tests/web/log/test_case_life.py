"""The life of one case, act by act and read by read: each leaves exactly its own rows in the log, in that order.

What is expected is written by hand. "nobody" did nothing here; a place is the chain in which the row stands.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.test import Client

from houvast.audit.models import Entry
from houvast.audit.services.export_log import export_log
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import (
    AftercarePlan,
    FollowUp,
    HandOverAnswer,
    MomentContact,
    MomentReport,
    Note,
    ReceiverRequest,
    TakeOverAnswer,
)
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import HowItGoes, NewAnswer, NewCheck
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.cancel_moment import cancel_moment
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.move_moment import move_moment
from houvast.cases.services.name_moment_contact import NewContact, name_moment_contact
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.cases.services.write_note import write_note
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.write_item_text import write_item_text
from houvast.directory.models import Member
from houvast.kernel.actor import system
from houvast.kernel.errors import NotVisible, Refused
from houvast.plans.rules.tasks import Owner
from tests.consultation.worlds import BEGUN, Tabled, make_tabled
from tests.lives import enough, handed_on
from tests.moments import SECOND, items_of, let_hold, plan
from tests.plans.tailoring import LARGE, SMALL, tailor, withdraw
from tests.plans.worlds import NOT_TOLD, Planned
from tests.web.conftest import SignedIn
from tests.worlds import NOW

Made = TypeVar("Made")
CASE_DIRECTION, PROCESS_DIRECTION = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
SANNE = "sanne"
THREE, FOUR, BACK = "Drie teams zijn apart bezig.", "Ernstige dreiging vannacht.", "Doelen gehaald."


class Life:
    """A case that lives, and what each step of it left in the log."""

    def __init__(self, sign_in: SignedIn) -> None:
        """Begin with a table, a meeting and the case."""
        self.told: list[str] = []
        self._seen: set[UUID] = set()
        self._sign_in = sign_in
        self.tabled: Tabled = self.did(make_tabled)
        self.world, self.case = self.tabled.world, self.tabled.case_id
        self.planned = Planned(self.world, self.case, self.tabled.partner)

    def did(self, step: Callable[[], Made]) -> Made:
        """Take a step, and keep the rows that it left."""
        made = step()
        rows = Entry.objects.exclude(pk__in=self._seen).order_by("at", "chain__name", "number").select_related("chain")
        names = {row.id: row.name.partition(" ")[0].lower() for row in Member.objects.all()}
        for row in rows:
            who = names[row.actor_member] if row.actor_member else row.actor_name
            self.told.append(f"{who} {row.event} {row.outcome} {row.chain.name.partition(':')[0]}")
            self._seen.add(row.id)
        return made

    def reads(self, who: str, address: str, status: int = 200) -> None:
        """Let somebody open a page."""
        client: Client = self._sign_in(self.world, who)
        assert self.did(lambda: client.get(address)).status_code == status


def test_a_life_of_more_than_sixty_acts_and_reads_leaves_exactly_its_own_rows(
    db: None, signed_in_client: SignedIn
) -> None:
    life = Life(signed_in_client)
    _is_read(life)
    _is_planned(life)
    _goes_up_and_down(life)
    _changes_hands(life)
    _has_a_moment(life)
    _is_discussed(life)
    _ends_and_begins_again(life)
    expected = [line.strip() for line in EXPECTED.strip().splitlines() if line.strip()]
    assert len(expected) > 60
    assert life.told == expected


def _is_read(life: Life) -> None:
    for page in ("", "tijdlijn/", "mensen/", "plan/"):
        life.reads(SANNE, f"/casussen/c-2026-0001/{page}")
    for page in ("/", "/casussen/", "/taken/", "/overleg/"):
        life.reads(SANNE, page)
    life.reads("marit", "/casussen/c-2026-0001/")
    life.reads("iris", "/casussen/c-2026-0001/", 404)
    life.reads("beheer", "/casussen/c-2026-0001/plan/", 404)
    life.reads("privacy", "/casussen/c-2026-0001/", 404)
    life.reads("privacy", "/logboek/?casus=C-2026-0001")
    life.reads("privacy", "/logboek/uittreksel/?casus=C-2026-0001")
    life.reads("beheer", "/logboek/", 404)


def _is_planned(life: Life) -> None:
    world, planned = life.world, life.planned
    life.did(lambda: _note(life, SANNE))
    with pytest.raises(NotVisible):
        life.did(lambda: _note(life, "iris"))
    life.did(lambda: None)
    life.did(planned.make_version)
    life.did(lambda: planned.agree(Owner(member_id=world.id(SANNE))))
    limit = life.did(lambda: planned.limit(NOT_TOLD))
    life.did(lambda: planned.tell(limit))
    life.did(lambda: planned.end(limit))
    life.did(lambda: tailor(planned, SMALL))
    asked = life.did(lambda: tailor(planned, LARGE))
    life.did(lambda: withdraw(planned, asked))


def _note(life: Life, who: str) -> None:
    write_note(actor=life.world.actor(who), now=NOW, case_id=life.case, part=Note.Part.GENERAL, text="Gesproken.")


def _goes_up_and_down(life: Life) -> None:
    world, case = life.world, life.case
    sanne, marit = world.actor(SANNE), world.actor("marit")
    up = NewProposal(3, enough(world, 2, 3), THREE)
    first = life.did(lambda: propose_scaling(actor=sanne, now=NOW, case_id=case, new=up))
    life.did(lambda: withdraw_scaling(actor=sanne, now=NOW, proposal_id=first, reason="Te vroeg."))
    again = life.did(lambda: propose_scaling(actor=sanne, now=NOW, case_id=case, new=up))
    how = Deciding(chosen={PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    with pytest.raises(Refused):
        decide_scaling(actor=sanne, now=NOW, proposal_id=again, approve=True, how=how)
    life.did(lambda: decide_scaling(actor=marit, now=NOW, proposal_id=again, approve=True, how=how))
    high = NewProposal(4, enough(world, 3, 4), FOUR)
    urgent = life.did(lambda: scale_urgently(actor=marit, now=NOW, case_id=case, new=high))
    over = Deciding(reason="Voorbij.")
    burg = world.actor("burg")
    life.did(lambda: answer_urgency(actor=burg, now=NOW, decision_id=urgent, confirm=False, how=over))
    low = NewProposal(2, enough(world, 3, 2), BACK)
    calm = Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world))
    decision = life.did(lambda: scale(actor=marit, now=NOW, case_id=case, new=low, how=calm))
    request = ReceiverRequest.objects.get(case_id=case).id
    life.did(lambda: answer_receiver(actor=sanne, now=NOW, request_id=request, new=NewAnswer(accepts=True)))
    life.did(
        lambda: record_follow_up(
            actor=sanne,
            now=NOW,
            decision_id=decision,
            item=FollowUp.Item.RESIDENT_TOLD,
            state=FollowUp.State.DONE,
            on_date=NOW.date(),
            text="Aan de keukentafel verteld.",
        )
    )
    plan_of = AftercarePlan.objects.get(case_id=case).id
    new = NewCheck(HowItGoes.GOES_WELL, "Het gaat goed.")
    life.did(lambda: check_pulse(actor=sanne, now=NOW + timedelta(hours=1), aftercare_id=plan_of, new=new))


def _changes_hands(life: Life) -> None:
    world, case = life.world, life.case
    accepted, returned = HandOverAnswer.Outcome.ACCEPTED, TakeOverAnswer.Outcome.RETURNED
    for giver, receiver in ((SANNE, "bram"), ("bram", SANNE)):
        giving, taking, to = world.actor(giver), world.actor(receiver), world.id(receiver)
        asked = life.did(
            partial(
                ask_hand_over,
                actor=giving,
                now=NOW,
                case_id=case,
                responsibility=CASE_DIRECTION,
                to_member=to,
                reason="Andere wijk.",
            )
        )
        life.did(partial(answer_hand_over, actor=taking, now=NOW, hand_over_id=asked, outcome=accepted))
    team, sanne, iris = world.teams["Jeugd"].id, world.actor(SANNE), world.actor("iris")
    wanted = life.did(lambda: ask_take_over(actor=sanne, now=NOW, case_id=case, to_team=team, reason="Een kind."))
    life.did(lambda: answer_take_over(actor=iris, now=NOW, request_id=wanted, outcome=returned, advice="Bel school."))


def _has_a_moment(life: Life) -> None:
    world, case, sanne = life.world, life.case, life.world.actor(SANNE)
    moment = life.did(lambda: plan(world, case, now=NOW))
    life.did(
        lambda: move_moment(actor=sanne, now=NOW, moment_id=moment, on_date=SECOND, until=None, reason="Uitgesteld.")
    )
    item, done = items_of(moment)[0], MomentReport.State.DONE
    life.did(lambda: report_moment_item(actor=sanne, now=NOW, item_id=item, state=done, text="Er is een kamer."))
    contact = NewContact(MomentContact.Side.FROM, "Casemanager (verzonnen)", "Gevangenis (verzonnen)", "0596 00 00 99")
    life.did(lambda: name_moment_contact(actor=sanne, now=NOW, moment_id=moment, new=contact))
    life.did(lambda: let_hold(world, moment, "bram", now=NOW))
    life.did(lambda: cancel_moment(actor=sanne, now=NOW, moment_id=moment, reason="Hij blijft daar."))
    life.did(
        lambda: review_phase(
            actor=sanne,
            now=NOW,
            case_id=case,
            new=NewReview("Het gaat wat beter.", resident_asked=True, review_on=date(2027, 1, 4)),
        )
    )


def _is_discussed(life: Life) -> None:
    tabled, nadia = life.tabled, life.tabled.actor("nadia")
    item = life.did(tabled.put_case)
    life.did(tabled.put_theme)
    life.did(tabled.open)
    here = [tabled.id(who) for who in ("nadia", SANNE)]
    life.did(lambda: record_presence(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id, here=here))
    life.did(lambda: write_item_text(actor=nadia, now=BEGUN, item_id=item, text="Besproken."))
    life.did(lambda: tabled.resolve(item))
    life.did(lambda: close_meeting(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id))
    life.did(lambda: correct_minutes(actor=nadia, now=BEGUN, item_id=item, text="Het was dinsdag."))


def _ends_and_begins_again(life: Life) -> None:
    world, case, later = life.world, life.case, BEGUN + timedelta(hours=1)
    ends = NewClosing("goals_reached", "Het gaat goed.", date(2027, 2, 1))
    life.did(lambda: close_case(actor=world.actor(SANNE), now=later, case_id=case, new=ends))
    chosen = {CASE_DIRECTION: Choice(member_id=world.id(SANNE))}
    again = partial(reopen_case, actor=world.actor("marit"), now=later, case_id=case, phase=2, reason="Terugval.")
    life.did(lambda: again(chosen=chosen))


EXPECTED = """
    marit case.opened done case
    sanne case.organisation_added done case
    practice consultation.table_set done municipality
    practice consultation.table_joined done municipality
    practice consultation.table_joined done municipality
    practice consultation.table_joined done municipality
    nadia consultation.meeting_planned done municipality

    sanne case.read read case
    sanne case.read read case
    sanne case.read read case
    sanne plan.read read case
    sanne case.listed read municipality
    sanne case.listed read municipality
    sanne task.listed read municipality
    sanne consultation.meetings_listed read municipality
    marit case.read read case
    iris page.refused refused case
    beheer page.refused refused case
    privacy page.refused refused case
    privacy log.read read municipality
    privacy log.extracted read case
    beheer page.refused refused municipality

    sanne case.note_written done case
    iris case.note_written refused case
    sanne plan.version_made done case
    sanne access.given done case
    sanne task.added done case
    sanne limit.recorded done case
    sanne limit.told done case
    sanne limit.ended done case
    sanne tailor_made.decided_alone done case
    sanne tailor_made.asked done case
    sanne access.withdrawn done case
    sanne tailor_made.withdrawn done case

    sanne scaling.proposed done case
    sanne scaling.withdrawn done case
    sanne scaling.proposed done case
    sanne scaling.decided refused case
    marit scaling.decided done case
    marit scaling.urgent done case
    burg scaling.urgency_answered done case
    marit scaling.decided done case
    sanne receiver.answered done case
    sanne scaling.follow_up done case
    sanne pulse.checked done case

    sanne hand_over.asked done case
    bram hand_over.answered done case
    bram hand_over.asked done case
    sanne hand_over.answered done case
    sanne take_over.asked done case
    iris take_over.answered done case

    sanne moment.planned done case
    sanne moment.moved done case
    sanne moment.item_reported done case
    sanne moment.contact_named done case
    sanne moment.item_added done case
    sanne moment.cancelled done case
    sanne phase.reviewed done case

    sanne access.given done case
    sanne consultation.item_added done case
    nadia consultation.item_added done municipality
    nadia consultation.meeting_opened done municipality
    nadia consultation.presence_recorded done municipality
    nadia consultation.text_written done case
    nadia access.given done case
    nadia task.added done case
    nadia consultation.resolution_made done case
    nadia access.withdrawn done case
    nadia access.given done case
    nadia consultation.meeting_closed done municipality
    nadia consultation.minutes_corrected done case

    sanne case.closed done case
    marit case.reopened done case
"""


def contents() -> list[int]:
    """Count the rows of every table of ours."""
    models = [model for model in apps.get_models() if model.__module__.startswith("houvast.")]
    return [model._default_manager.count() for model in models]


def test_an_act_or_a_read_of_which_the_entry_cannot_be_written_does_not_happen(
    db: None, signed_in_client: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabled = make_tabled()
    world, case = tabled.world, tabled.case_id
    planned = Planned(world, case, tabled.partner)
    clients = {who: signed_in_client(world, who) for who in (SANNE, "privacy", "iris")}
    new = NewProposal(3, enough(world, 2, 3), THREE)
    acts: list[Callable[[], object]] = [
        planned.make_version,
        planned.limit,
        lambda: planned.agree(Owner(member_id=world.id(SANNE))),
        lambda: propose_scaling(actor=world.actor(SANNE), now=NOW, case_id=case, new=new),
        tabled.put_case,
        lambda: plan(world, case, now=NOW),
        seal_and_export,
        *(
            partial(clients[who].get, address)
            for who, address in (
                (SANNE, "/casussen/c-2026-0001/"),
                (SANNE, "/casussen/c-2026-0001/plan/"),
                (SANNE, "/"),
                ("privacy", "/logboek/"),
                ("privacy", "/logboek/bestand/"),
                ("privacy", "/logboek/uittreksel/?casus=C-2026-0001"),
                ("iris", "/casussen/c-2026-0001/"),
            )
        ),
        partial(clients[SANNE].post, "/zoeken/", {"zoek": "Dijkhuis"}),
    ]
    before = contents()

    def broken(*_arguments: object, **_named: object) -> None:
        raise DatabaseError("audit_entry: disk full")

    monkeypatch.setattr(Entry, "save", broken)
    for done in acts:
        with pytest.raises(DatabaseError, match="disk full"), transaction.atomic():
            done()
    assert contents() == before


def seal_and_export() -> None:
    """Export the whole log, as a command does."""
    export_log(actor=system("tests"), now=NOW)
