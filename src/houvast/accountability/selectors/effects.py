"""What a request can bring about, and what it did: earlier corrections and receivers, units, and effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.accountability.models import RequestEffect, RightsRequest
from houvast.accountability.rules.answers import EffectKind
from houvast.accountability.rules.retention import UnitKind
from houvast.cases.selectors.inspection import CaseAbout, cases_about
from houvast.intake.selectors.retention import lone_concerns_about
from houvast.residents.selectors_inspection import corrected_since
from houvast.sharing.selectors.inspection import Receiver, receivers_of
from houvast.vault.sealing import unseal

WORDS_PLACE = "accountability_requesteffect.words"


@dataclass(frozen=True, slots=True)
class Before:
    """What was there when a request is answered.

    `corrections` were made in the register since it came in; `receivers` got something of it earlier; `cases` are those
    in which somebody is or was, by their code.
    """

    corrections: tuple[UUID, ...]
    receivers: tuple[Receiver, ...]
    cases: tuple[CaseAbout, ...]


@dataclass(frozen=True, slots=True)
class Erasable:
    """Something about a person that can be erased in one go: a closed case, or a concern without one."""

    kind: UnitKind
    id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class EffectLine:
    """What a request brought about; `subject` is which kind of row, `words` what was said of it."""

    kind: EffectKind
    subject: str
    subject_id: UUID | None
    words: str
    at: datetime


def before(row: RightsRequest) -> Before:
    """Give it, in four queries; nothing for who is not known."""
    if row.resident_id is None:
        return Before((), (), ())
    cases = cases_about(row.resident_id, row.municipality_id)
    return Before(
        corrected_since(row.resident_id, row.recorded_at),
        receivers_of(row.resident_id, [case.id for case in cases]),
        cases,
    )


def erasable(row: RightsRequest, cases: Sequence[CaseAbout]) -> tuple[Erasable, ...]:
    """Give what of somebody can be erased, in one query; of a case that is open, it has to be closed first."""
    if row.resident_id is None:
        return ()
    alone = lone_concerns_about(row.resident_id, row.municipality_id)
    closed = (Erasable(UnitKind.CASE, case.id, case.code) for case in cases if case.closed)
    return (*closed, *(Erasable(UnitKind.CONCERN, each, "") for each in alone))


def effects_of(row: RightsRequest, seen: QuerySet[RequestEffect]) -> tuple[EffectLine, ...]:
    """Give what somebody sees of what a request brought about, in the order in which it was done; in one query."""
    return tuple(
        EffectLine(
            EffectKind(each.kind),
            each.subject,
            each.subject_id,
            unseal(row.key, each.words_sealed, place=f"{WORDS_PLACE}:{each.id}"),
            each.at,
        )
        for each in seen.filter(request=row).order_by("number")
    )


def is_asked_to_erase(kind: UnitKind, unit_id: UUID) -> bool:
    """Say whether a request to erase this was granted: then it may go although a clock runs (AVG art. 17)."""
    proposed = EffectKind.PROPOSED.value
    return RequestEffect.objects.filter(kind=proposed, subject=kind.value, subject_id=unit_id).exists()
