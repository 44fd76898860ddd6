"""Do what an answer says: correct, tell earlier receivers, put beside, stop, or propose to destroy."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.accountability.models import RequestEffect, RightsRequest
from houvast.accountability.rules.answers import EffectKind, NewAnswer
from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.selectors.effects import WORDS_PLACE, Before
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.cases.models import Statement
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.cases.services.settle_statements import settle_statements
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class Answering:
    """A request that is answered: by whom, when, and what was there before."""

    row: RightsRequest
    viewer: Viewer
    actor: Actor
    now: datetime
    before: Before

    def effect(self, kind: EffectKind, subject: str = "", subject_id: UUID | None = None, words: str = "") -> None:
        """Write what it brought about."""
        effect_id = new_id()
        RequestEffect.objects.create(
            id=effect_id,
            request=self.row,
            municipality_id=self.row.municipality_id,
            number=RequestEffect.objects.filter(request=self.row).count() + 1,
            kind=kind.value,
            subject=subject,
            subject_id=subject_id,
            words_sealed=seal(self.row.key, words.strip(), place=f"{WORDS_PLACE}:{effect_id}"),
            by_id=self.viewer.member_id,
            at=self.now,
        )


def carry_out(answering: Answering, new: NewAnswer) -> None:
    """Do it. What was asked or objected to is settled first; an objection that was honoured keeps holding."""
    kind = RequestKind(answering.row.kind)
    if new.refuse or kind is not RequestKind.OBJECTION:
        settle_statements(actor=answering.actor, now=answering.now, source_id=answering.row.id)
    if new.refuse:
        if kind is RequestKind.CORRECTION:
            _put_own_view(answering, new)
    elif kind is RequestKind.CORRECTION:
        _correct(answering, new)
        _tell(answering, new)
    elif kind is RequestKind.ERASURE:
        _propose(answering, new)
        _tell(answering, new)


def _correct(answering: Answering, new: NewAnswer) -> None:
    for former_id in answering.before.corrections:
        answering.effect(EffectKind.CORRECTED, "former_data", former_id)
    if new.corrected.strip():
        answering.effect(EffectKind.CORRECTED, words=new.corrected)


def _put_own_view(answering: Answering, new: NewAnswer) -> None:
    """Put it in every case that they are or were in; of who is in none, or not known, it stays with the request."""
    row = answering.row
    statement = NewStatement(Statement.Kind.OWN_VIEW, Statement.About(new.beside), new.own_view, row.id)
    cases: tuple[UUID, ...] = ()
    if row.resident_id is not None:
        cases = put_statement(
            actor=answering.actor,
            now=answering.now,
            municipality_id=row.municipality_id,
            resident_id=row.resident_id,
            new=statement,
        )
    for case_id in cases:
        answering.effect(EffectKind.BESIDE, "case", case_id)
    if not cases:
        answering.effect(EffectKind.BESIDE, words=new.own_view)


def _propose(answering: Answering, new: NewAnswer) -> None:
    """Propose to destroy: another person approves, as always. The effect comes first: it is what makes it due."""
    for kind, unit_id in sorted(new.units):
        answering.effect(EffectKind.PROPOSED, kind.value, unit_id)
        propose_destruction(actor=answering.actor, now=answering.now, kind=kind, unit_id=unit_id)


def _tell(answering: Answering, new: NewAnswer) -> None:
    for receiver in answering.before.receivers:
        told = receiver.id in new.told
        kind = EffectKind.TOLD if told else EffectKind.NOT_TOLD
        said = receiver.what if told else new.why_not_told.strip()
        answering.effect(kind, "disclosure", receiver.id, f"{receiver.name}: {said}")
