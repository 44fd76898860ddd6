"""How units stand: held, proposed, approved."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.accountability import scopes
from houvast.accountability.models import DestructionAnswer, DestructionProposal
from houvast.accountability.policy import UnitFacts
from houvast.accountability.rules.retention import GOES_BY_ITSELF, UnitKind
from houvast.accountability.selectors.effects import is_asked_to_erase
from houvast.accountability.selectors.units import Unit, units
from houvast.kernel.clock_start import Stretch
from houvast.kernel.paging import PAGE_SIZE, Page, moment_key, read_moment_key
from houvast.kernel.working_time import AMSTERDAM, in_amsterdam


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold that holds."""

    id: UUID
    reason: str
    review_on: date
    placed_by: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal that waits for an answer, or was approved and waits for the command."""

    id: UUID
    unit: str
    unit_id: UUID
    proposed_by_id: UUID
    proposed_by: str
    proposed_at: datetime
    approved: bool


def facts(unit: Unit, hold: Hold | None, *, now: datetime) -> UnitFacts:
    """Say what decides about a unit."""
    today, by_itself = in_amsterdam(now).date(), unit.kind in GOES_BY_ITSELF
    due = unit.is_due(today) or is_asked_to_erase(unit.kind, unit.id)
    return UnitFacts(due=due, held=hold is not None, by_itself=by_itself)


def holds_on(municipality_id: UUID, unit_ids: Collection[UUID]) -> dict[UUID, Hold]:
    """Give what is held, by the id of the unit; in one query."""
    rows = scopes.holds(municipality_id).filter(unit_id__in=unit_ids).select_related("placed_by")
    return {row.unit_id: Hold(row.id, row.reason, row.review_on, row.placed_by.name) for row in rows}


def hold_of(municipality_id: UUID, hold_id: UUID) -> tuple[UnitKind, UUID, Hold] | None:
    """Give one hold that holds, with what it holds."""
    row = scopes.holds(municipality_id).filter(pk=hold_id).select_related("placed_by").first()
    if row is None:
        return None
    return UnitKind(row.unit), row.unit_id, Hold(row.id, row.reason, row.review_on, row.placed_by.name)


def proposals_on(municipality_id: UUID, unit_ids: Collection[UUID]) -> dict[UUID, Proposed]:
    """Give what was proposed and not refused or withdrawn, by the id of the unit; in one query."""
    rows = scopes.proposals(municipality_id).filter(unit_id__in=unit_ids).select_related("proposed_by", "answer")
    found = [_proposed(row) for row in rows.order_by("number") if _stands(row)]
    return {each.unit_id: each for each in found}


def proposal(municipality_id: UUID, proposal_id: UUID) -> Proposed | None:
    """Give one proposal that waits for an answer."""
    rows = scopes.proposals(municipality_id).filter(pk=proposal_id, answer=None)
    row = rows.select_related("proposed_by").first()
    return _proposed(row) if row else None


def _stands(row: DestructionProposal) -> bool:
    answer: DestructionAnswer | None = getattr(row, "answer", None)
    return answer is None or answer.outcome == DestructionAnswer.Outcome.APPROVED


def _proposed(row: DestructionProposal) -> Proposed:
    approved = getattr(row, "answer", None) is not None
    by = row.proposed_by
    return Proposed(row.id, row.unit, row.unit_id, by.id, by.name, row.proposed_at, approved)


def unit_page(municipality_id: UUID, kind: UnitKind, *, after: str = "", size: int = PAGE_SIZE) -> Page[Unit]:
    """Give a page of what is kept of one kind, the oldest first, in a fixed number of queries."""
    found = units(kind, Stretch(municipality_id, after=read_moment_key(after), size=size + 1))
    shown = found[:size]
    return Page(tuple(shown), _key(shown[-1]) if len(found) > size else "")


def to_propose(municipality_id: UUID, kind: UnitKind, *, now: datetime, after: str = "") -> tuple[Unit, ...]:
    """Give what of a page may be proposed to be destroyed: due, not held and not proposed yet."""
    rows = () if kind in GOES_BY_ITSELF else unit_page(municipality_id, kind, after=after).rows
    due = [each for each in rows if each.is_due(in_amsterdam(now).date())]
    ids = [each.id for each in due]
    taken = holds_on(municipality_id, ids).keys() | proposals_on(municipality_id, ids).keys()
    return tuple(each for each in due if each.id not in taken)


def _key(unit: Unit) -> str:
    at = unit.at
    moment = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, 12, tzinfo=AMSTERDAM)
    return moment_key(moment, unit.id)
