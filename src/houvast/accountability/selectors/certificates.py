"""What was destroyed, and what waits to be."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from houvast.accountability import scopes
from houvast.accountability.models import Destruction, DestructionAnswer, DestructionProposal, LegalHold
from houvast.accountability.rules.certificate import CertificateContent
from houvast.accountability.rules.retention import UnitKind
from houvast.kernel.paging import PAGE_SIZE, Page, moment_key, read_moment_key
from houvast.short_lines.selectors.retention import questions_over


def content_of(row: Destruction) -> CertificateContent:
    """Give what a certificate says."""
    return CertificateContent(
        id=row.id,
        municipality_id=row.municipality_id,
        unit=row.unit,
        unit_id=row.unit_id,
        code=row.code,
        also=row.also,
        clocks=row.clocks,
        proposed_by_id=row.proposed_by_id,
        approved_by_id=row.approved_by_id,
        destroyed_at=row.destroyed_at,
    )


def every_certificate() -> list[CertificateContent]:
    """Give all certificates in this database, in the order in which they were made. For upkeep."""
    return [content_of(row) for row in Destruction.objects.order_by("destroyed_at", "id")]


def certificate_ids() -> frozenset[UUID]:
    """Give the ids of all certificates in this database. For upkeep."""
    return frozenset(Destruction.objects.values_list("pk", flat=True))


def to_carry_out() -> list[UUID]:
    """Give the proposals that were approved and not carried out, the oldest first. For upkeep."""
    done = Destruction.objects.values("unit_id")
    rows = DestructionAnswer.objects.filter(outcome=DestructionAnswer.Outcome.APPROVED)
    waiting = rows.exclude(proposal__unit_id__in=done).order_by("answered_at", "id")
    return list(waiting.values_list("proposal_id", flat=True))


def questions_to_destroy(today: date) -> list[tuple[UUID, UUID]]:
    """Give the questions to a colleague of which the last day is over and that nobody holds, with their municipality.

    For upkeep.
    """
    held = set(LegalHold.objects.filter(unit=UnitKind.COLLEAGUE_QUESTION, end=None).values_list("unit_id", flat=True))
    return [each for each in questions_over(today) if each[1] not in held]


def certificate(municipality_id: UUID, certificate_id: UUID) -> CertificateContent | None:
    """Give one certificate of a municipality."""
    row = scopes.destructions(municipality_id).filter(pk=certificate_id).first()
    return content_of(row) if row else None


def certificates(municipality_id: UUID, *, after: str = "", size: int = PAGE_SIZE) -> Page[CertificateContent]:
    """Give a page of what was destroyed, the newest first."""
    rows = scopes.destructions(municipality_id)
    last = read_moment_key(after)
    if last is not None:
        rows = rows.filter(Q(destroyed_at__lt=last[0]) | Q(destroyed_at=last[0], pk__lt=last[1]))
    found = [content_of(row) for row in rows.order_by("-destroyed_at", "-id")[: size + 1]]
    shown = found[:size]
    return Page(tuple(shown), moment_key(shown[-1].destroyed_at, shown[-1].id) if len(found) > size else "")


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal without an answer, or approved and not carried out yet."""

    id: UUID
    unit: str
    unit_id: UUID
    proposed_by_id: UUID
    proposed_by: str
    proposed_at: datetime
    clocks: list[dict[str, object]]
    approved_by: str
    approved_at: datetime | None


def open_proposals(municipality_id: UUID, *, size: int = PAGE_SIZE) -> tuple[ProposalLine, ...]:
    """Give what waits for an answer or for the command, the oldest first."""
    approved = Q(answer__outcome=DestructionAnswer.Outcome.APPROVED)
    done = scopes.destructions(municipality_id).values("unit_id")
    rows = scopes.proposals(municipality_id).filter(Q(answer=None) | approved)
    rows = rows.exclude(unit_id__in=done).select_related("proposed_by", "answer__answered_by")
    return tuple(_line(row) for row in rows.order_by("proposed_at", "id")[:size])


def to_approve(municipality_id: UUID, viewer_id: UUID) -> tuple[ProposalLine, ...]:
    """Give what waits for the answer of somebody: what others proposed, the oldest first."""
    lines = open_proposals(municipality_id)
    return tuple(line for line in lines if line.approved_at is None and line.proposed_by_id != viewer_id)


def _line(row: DestructionProposal) -> ProposalLine:
    answer: DestructionAnswer | None = getattr(row, "answer", None)
    return ProposalLine(
        id=row.id,
        unit=row.unit,
        unit_id=row.unit_id,
        proposed_by_id=row.proposed_by_id,
        proposed_by=row.proposed_by.name,
        proposed_at=row.proposed_at,
        clocks=row.clocks,
        approved_by=answer.answered_by.name if answer else "",
        approved_at=answer.answered_at if answer else None,
    )
