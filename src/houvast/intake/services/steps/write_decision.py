"""Write a decision about a concern and move the concern. Every verb of triage ends here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import Detail
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.triage import Outcome, Reason, reasons_for
from houvast.intake.services.steps.load_concern import LoadedConcern
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "intake_triagedecision.reason"


@dataclass(frozen=True, slots=True)
class WrittenDecision:
    """A row of the history: an outcome or a move by code, with what belongs to it."""

    outcome: str
    reason: str = ""
    text: str = ""
    to_team: UUID | None = None
    accept_before: datetime | None = None
    receiver: str = ""


def reason_problem(outcome: Outcome, reason: str, reasons: tuple[Reason, ...]) -> dict[str, str]:
    """Give the problem with a reason, at its field; none when it is on the municipality's list for this outcome."""
    if reason in {each.code for each in reasons_for(outcome, reasons)}:
        return {}
    return {"reason": "Kies een reden uit de lijst."}


def write_decision(loaded: LoadedConcern, new: WrittenDecision, *, now: datetime) -> UUID:
    """Add the next row to the history; the database points the concern at it. Gives its id."""
    concern = loaded.concern
    row = TriageDecision(
        id=new_id(),
        concern=concern,
        municipality_id=concern.municipality_id,
        number=1 + (concern.decision.number if concern.decision else 0),
        step=concern.step,
        outcome=new.outcome,
        reason=new.reason,
        decided_by_id=loaded.viewer.member_id,
        decided_at=now,
        to_team_id=new.to_team,
        accept_before=new.accept_before,
        receiver=new.receiver,
    )
    row.reason_sealed = seal(loaded.key, new.text.strip(), place=f"{REASON_PLACE}:{row.id}")
    row.save(force_insert=True)
    to: dict[str, Detail] = {"team": str(new.to_team)} if new.to_team else {}
    if new.receiver:
        to["receiver"] = new.receiver
    loaded.details(outcome=new.outcome, number=row.number, **to)
    return row.id


def move(concern: Concern, **changes: object) -> None:
    """Change a concern to its next version; whoever was busy with it no longer is."""
    moved = {**changes, "version": concern.version + 1, "taken_by_id": None, "taken_at": None}
    for name, value in moved.items():
        setattr(concern, name, value)
    concern.save(update_fields=[name.removesuffix("_id") for name in moved])
