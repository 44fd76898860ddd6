"""Load who acts on retention, and what about."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import scopes
from houvast.accountability.models import DestructionProposal, LegalHold
from houvast.accountability.policy import UnitFacts
from houvast.accountability.rules.retention import GOES_BY_ITSELF, UnitKind
from houvast.accountability.selectors.effects import is_asked_to_erase
from houvast.accountability.selectors.units import Unit, unit
from houvast.audit.services.act import Act
from houvast.cases.selectors.holding import hold_cases
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam


def load_viewer(acting: Act, actor: Actor, now: datetime) -> tuple[Viewer, UUID]:
    """Give who acts, and the municipality for which. Raises `NotVisible` for who works at none."""
    viewer = viewer_of(actor, now=now)
    if viewer.municipality_id is None:
        raise NotVisible
    acting.municipality = viewer.municipality_id
    return viewer, viewer.municipality_id


def permit(acting: Act, verdict: Verdict) -> None:
    """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground


def load_unit(acting: Act, municipality_id: UUID, kind: UnitKind, unit_id: UUID) -> Unit:
    """Give a unit that is still there. Raises `NotVisible`."""
    found = unit(municipality_id, kind, unit_id)
    if found is None:
        raise NotVisible
    acting.subject, acting.subject_id = kind.value, unit_id
    acting.case = unit_id if kind is UnitKind.CASE else None
    return found


def hold_still(municipality_id: UUID, kind: UnitKind, unit_id: UUID) -> None:
    """Let nobody hold, reopen or destroy a unit until the transaction is over; call it before looking at the unit.

    What decides stands in other rows than the one that is written: without this somebody could hold something while a
    command destroys it, and be told that it is held.
    """
    if kind is UnitKind.CASE:
        hold_cases([unit_id])
    hold_municipality(municipality_id)


def load_proposal(acting: Act, municipality_id: UUID, proposal_id: UUID) -> DestructionProposal:
    """Give a proposal of the municipality. Raises `NotVisible`."""
    found = scopes.proposals(municipality_id).filter(pk=proposal_id).first()
    if found is None:
        raise NotVisible
    acting.details["proposal"] = str(found.id)
    return found


def facts_of(found: Unit, now: datetime) -> UnitFacts:
    """Say whether a unit is due, also when a request to erase it was granted; if it is held; if it goes by itself."""
    held = LegalHold.objects.filter(unit=found.kind, unit_id=found.id, end=None).exists()
    due = found.is_due(in_amsterdam(now).date()) or is_asked_to_erase(found.kind, found.id)
    by_itself = found.kind in GOES_BY_ITSELF
    return UnitFacts(due=due, held=held, by_itself=by_itself)
