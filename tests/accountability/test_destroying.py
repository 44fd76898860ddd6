"""Two people agree, a command destroys; what is held or not due stays; and it stays destroyed after a backup."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from shutil import copytree
from threading import Thread
from uuid import UUID

import pytest
from django.db import connections

from houvast.accountability.ledger import BrokenLedger, Line, add_to_ledger, read_ledger
from houvast.accountability.models import Destruction
from houvast.accountability.rules.request_content import GONE
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import certificates, open_proposals, to_carry_out
from houvast.accountability.selectors.sampling import population, sample
from houvast.accountability.selectors.units import units
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.carry_out_destruction import carry_out_destruction
from houvast.accountability.services.end_hold import end_hold
from houvast.accountability.services.place_hold import place_hold
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.accountability.services.set_period import set_period
from houvast.audit.models import Entry
from houvast.cases.models import Access, Case, Note
from houvast.consultation.models import AgendaItem
from houvast.directory.selectors import viewer_of
from houvast.intake.models import Concern, RepairRow
from houvast.kernel.clock_start import Stretch
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.held import HeldKind
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.short_lines.models import ColleagueQuestion
from houvast.upkeep.destroying import ACTOR, destroy, ledger_problems, replay
from houvast.upkeep.owner import as_owner
from houvast.upkeep.readiness import obstacles
from houvast.vault.models import Epoch
from houvast.vault.sealing import unseal
from tests.accountability.asking import Asking, ask
from tests.accountability.sampled import draw, judge, reads
from tests.accountability.worlds import LATER, Kept, approve, make_kept, make_loose
from tests.databases import Databases
from tests.worlds import NOW

YEAR = timedelta(days=366)


def hush(line: str) -> None:
    """Say nothing."""


@pytest.mark.django_db
def test_two_people_and_all_clocks() -> None:
    kept = make_kept()
    actor = kept.world.actor
    (unit,) = units(UnitKind.CASE, Stretch(kept.world.municipality.id))
    assert {(each.start.kind.value, each.start.ground) for each in unit.clocks} == {
        ("case", "oggz"),
        ("note", "wmo"),
        ("concern", "oggz"),
        ("person", "oggz"),
    }
    assert unit.due_on == date(2041, 11, 23)

    def propose(who: str = "privacy", *, now: object = LATER) -> object:
        moment = LATER if now is LATER else NOW + YEAR
        return propose_destruction(actor=actor(who), now=moment, kind=UnitKind.CASE, unit_id=kept.case)

    for who, when, why in (("sanne", LATER, Refused), ("privacy", NOW, Refused)):
        with pytest.raises(why):
            propose(who, now=when)
    with pytest.raises(NotVisible):
        propose_destruction(actor=actor("privacy"), now=LATER, kind=UnitKind.CASE, unit_id=kept.other)
    hold_it = partial(
        place_hold,
        actor=actor("dirk"),
        now=LATER,
        kind=UnitKind.CASE,
        unit_id=kept.case,
        reason="court",
        review_on=date(2061, 1, 1),
    )
    hold = hold_it()
    with pytest.raises(Refused) as held:
        propose()
    assert held.value.verdict.reason == "held"
    with pytest.raises(Conflict):
        hold_it()
    with pytest.raises(NotVisible):
        end_hold(actor=actor("privacy"), now=LATER, hold_id=new_id())
    end_hold(actor=actor("privacy"), now=LATER, hold_id=hold)
    with pytest.raises(Conflict):
        end_hold(actor=actor("privacy"), now=LATER, hold_id=hold)


@pytest.mark.django_db
def test_another_answers_once_and_with_a_reason() -> None:
    kept = make_kept()
    actor = kept.world.actor

    def propose() -> None:
        propose_destruction(actor=actor("privacy"), now=LATER, kind=UnitKind.CASE, unit_id=kept.case)

    def answer(who: str, outcome: str, reason: str = "") -> None:
        answer_proposal(actor=actor(who), now=LATER, proposal_id=line.id, outcome=outcome, reason=reason)

    propose()
    with pytest.raises(Conflict):
        propose()
    (line,) = open_proposals(kept.world.municipality.id)
    for who, outcome in (("privacy", "approved"), ("privacy", "refused"), ("dirk", "withdrawn"), ("sanne", "approved")):
        with pytest.raises(Refused):
            answer(who, outcome, "mistake")
    for outcome in ("refused", "onzin"):
        with pytest.raises(Invalid):
            answer("dirk", outcome)
    with pytest.raises(NotVisible):
        answer_proposal(actor=actor("dirk"), now=LATER, proposal_id=new_id(), outcome="approved")
    answer("dirk", "refused", "needed")
    with pytest.raises(NotVisible):
        carry_out_destruction(actor=ACTOR, now=LATER, proposal_id=line.id)
    with pytest.raises(Conflict):
        answer("dirk", "approved")
    propose()
    assert to_carry_out() == []


@pytest.mark.django_db
def test_a_hold_has_a_reason_and_a_day_to_come_and_a_period_a_source() -> None:
    kept = make_kept()
    privacy = kept.world.actor("privacy")
    with pytest.raises(Invalid) as wrong:
        place_hold(actor=privacy, now=LATER, kind=UnitKind.CASE, unit_id=kept.case, reason="", review_on=LATER.date())
    assert wrong.value.problems.keys() == {"reason", "review_on"}
    (unit,) = units(UnitKind.CASE, Stretch(kept.world.municipality.id))
    (of_note,) = [each.period for each in unit.clocks if each.start.kind.value == "note"]
    assert of_note is not None
    with pytest.raises(Invalid):
        set_period(actor=privacy, now=LATER, period=replace(of_note, years=0, source=" "))
    with pytest.raises(Invalid):
        set_period(actor=privacy, now=LATER, period=of_note, is_new=True)
    of_police = replace(of_note, ground="wmo", organisation_kind="police", years=3)
    assert set_period(actor=privacy, now=LATER, period=of_police, is_new=True) == 1
    assert set_period(actor=privacy, now=LATER, period=replace(of_note, years=40)) == 1
    with pytest.raises(Conflict):
        set_period(actor=privacy, now=LATER, period=replace(of_note, years=41))
    (unit,) = units(UnitKind.CASE, Stretch(kept.world.municipality.id))
    assert unit.due_on == date(2066, 11, 23)


def test_what_was_destroyed_is_gone_and_stays_so_after_a_backup(
    databases: Databases, committed: str, own_folders: Path
) -> None:
    kept = make_kept()
    asking, sampled = _gathered(kept), _sampled(kept)
    loose = make_loose(kept.world)
    _approve_all(kept, loose)
    note = Note.objects.get(case_id=kept.case)
    connections.close_all()
    backup = databases.copy("backup", source=committed)
    copytree(own_folders / "sleutelbos", own_folders / "kopie")
    destroy(now=LATER, say=hush)
    for when in ("destroyed", "destroyed again after a backup"):
        case = Case.objects.select_related("key").get(pk=kept.case)
        assert (case.name, bytes(case.key.wrapped)) == ("", b"")
        assert unseal(case.key, note.text_sealed, place=f"cases_note.text:{note.id}") == ""
        assert not Access.objects.filter(case_id=kept.case, withdrawn_at=None).exists()
        _words_gone(kept, sampled)
        copied = {item.held.kind for item in asking.view().items if item.held.title != GONE}
        assert copied == {HeldKind.ASKED}
        names = {each.id: each.surname for each in Resident.objects.all()}
        assert (names[kept.alone], names[kept.elsewhere]) == ("", "Bolt")
        concern = Concern.objects.get(pk=kept.concern)
        assert (concern.key_id, concern.surname, concern.case_id) == (None, "", None)
        made = {each.unit: each for each in certificates(kept.world.municipality.id).rows}
        assert made.keys() == {UnitKind.CASE, *loose}
        assert {kind: made[kind].unit_id for kind in loose} == loose
        assert made[UnitKind.COLLEAGUE_QUESTION].proposed_by_id is None
        _nothing_left_of(loose)
        certificate = made[UnitKind.CASE]
        assert certificate.also == {"residents": [str(kept.alone)], "concerns": [str(kept.concern)]}
        two = {certificate.proposed_by_id, certificate.approved_by_id}
        assert two == {kept.world.id("privacy"), kept.world.id("dirk")}
        assert "Dijkhuis" not in str(read_ledger())
        assert ledger_problems() == []
        if when == "destroyed":
            databases.use(backup)
            store, behind = obstacles(practice=True)
            assert "Zet de reservekopie van de sleutelbos terug" in store
            assert "houvast replay-destructions" in behind
            copytree(own_folders / "kopie", own_folders / "sleutelbos", dirs_exist_ok=True)
            assert obstacles(practice=True) == [behind]
            replay(now=LATER, say=hush)
    assert Entry.objects.filter(event="retention.replayed").count() == 4
    family = Epoch.objects.get(number=1).id
    assert len(list((own_folders / "sleutelbos").glob(f"{family}.*"))) == 1
    assert Epoch.objects.count() == 2
    databases.use(committed)
    connections.close_all()
    databases.drop(backup)


def _gathered(kept: Kept) -> Asking:
    asking = ask(kept.world)
    asking.identify()
    asking.gather()
    return asking


def _sampled(kept: Kept) -> UUID:
    reads(kept.world, "sanne", kept.case)
    drawn = draw(kept.world)
    judge(kept.world, drawn, "ask", "Zij kent Dijkhuis.")
    return drawn


def _words_gone(kept: Kept, drawn: UUID) -> None:
    judge(kept.world, drawn, "ask", "Zij kent Dijkhuis.", seen=1)
    (opening,) = sample(viewer_of(kept.world.actor("privacy"), now=LATER), drawn).rows
    assert (opening.finding and opening.finding.words, opening.seen) == ("", 2)
    assert population(kept.world.municipality.id, NOW.date(), NOW.date(), without=new_id()) == ()


def _approve_all(kept: Kept, loose: dict[UnitKind, UUID]) -> None:
    approve(kept)
    for kind in (UnitKind.AGENDA_ITEM, UnitKind.REPAIR_ROW):
        approve(kept, kind=kind, unit_id=loose[kind])
    with pytest.raises(Refused) as by_itself:
        approve(kept, kind=UnitKind.COLLEAGUE_QUESTION, unit_id=loose[UnitKind.COLLEAGUE_QUESTION])
    assert by_itself.value.verdict.reason == "by_itself"


def _nothing_left_of(loose: dict[UnitKind, UUID]) -> None:
    item = AgendaItem.objects.select_related("key").get(pk=loose[UnitKind.AGENDA_ITEM])
    question = ColleagueQuestion.objects.select_related("key").get(pk=loose[UnitKind.COLLEAGUE_QUESTION])
    row = RepairRow.objects.select_related("key").get(pk=loose[UnitKind.REPAIR_ROW])
    for key in (item.key, question.key, row.key):
        assert key is not None and key.destroyed_at is not None and bytes(key.wrapped) == b""
    assert (row.state, row.column, row.reason, bytes(row.content_sealed)) == ("dismissed", "", "", b"")
    assert row.fingerprint.startswith("vernietigd-")


def test_nobody_is_told_that_something_is_held_while_it_is_destroyed(
    committed: str, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = make_kept()
    proposal, outcomes = approve(kept), list[str]()

    def hold() -> None:
        held = partial(place_hold, actor=kept.world.actor("dirk"), now=LATER, kind=UnitKind.CASE, unit_id=kept.case)
        try:
            held(reason="court", review_on=date(2061, 1, 1))
            outcomes.append("held")
        except NotVisible:
            outcomes.append("gone")
        finally:
            connections.close_all()

    other = Thread(target=hold)

    def meanwhile(line: Line) -> None:
        other.start()
        other.join(timeout=0.3)
        add_to_ledger(line)

    monkeypatch.setattr("houvast.accountability.services.steps.certifying.add_to_ledger", meanwhile)
    with as_owner():
        carry_out_destruction(actor=ACTOR, now=LATER, proposal_id=proposal)
    other.join(timeout=30)
    assert outcomes == ["gone"]


def test_what_is_held_since_is_left_and_a_broken_ledger_is_said(committed: str, own_folders: Path) -> None:
    kept = make_kept()
    approve(kept)
    question = UnitKind.COLLEAGUE_QUESTION
    for kind, unit_id in ((UnitKind.CASE, kept.case), (question, make_loose(kept.world)[question])):
        place_hold(
            actor=kept.world.actor("dirk"),
            now=LATER,
            kind=kind,
            unit_id=unit_id,
            reason="complaint",
            review_on=date(2061, 1, 1),
        )
    said: list[str] = []
    destroy(now=LATER, say=said.append)
    assert said[0].startswith("Niet vernietigd")
    assert not Destruction.objects.exists()
    file = own_folders / "vernietigingen" / "vernietigd.jsonl"
    file.parent.mkdir()
    file.write_text('{"line": {"id": "1"}, "mark": "x"}\n')
    assert "klopt niet" in ledger_problems()[0]
    with pytest.raises(BrokenLedger):
        replay(now=LATER, say=hush)
