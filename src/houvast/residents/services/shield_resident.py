"""Shield a resident from a named other, who then finds nothing of where they are, or end that."""

from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import NetworkMember, Resident, Shield
from houvast.residents.rules.shielding import Other, shielding_problems
from houvast.vault.sealing import seal

REASON_PLACE = "residents_shield.reason"
END_PLACE = "residents_shield.end_reason"


def shield_resident(
    *, actor: Actor, now: datetime, resident_id: UUID, other: Other, reason: str, review_on: date | None
) -> UUID:
    """Shield one resident from one other, from this second on and everywhere; gives the id, also of one that runs.

    Who may do this for whom follows from the case: `cases.services.shield_in_case` asks first. Raises `NotVisible` or
    `Invalid`.
    """
    with act(events.RESIDENT_SHIELDED, actor=actor, now=now) as acting:
        resident = _locked(resident_id)
        problems = shielding_problems(reason, review_on, in_amsterdam(now).date())
        if problems or review_on is None:
            raise Invalid(problems)
        if actor.member_id is None or not _known_here(resident, other):
            raise NotVisible
        acting.municipality = resident.municipality_id
        running = Shield.objects.filter(
            resident=resident,
            from_resident_id=other.resident_id,
            from_network_member_id=other.network_member_id,
            ended_at__isnull=True,
        ).first()
        row_id = running.id if running else new_id()
        if running is None:
            Shield(
                id=row_id,
                resident=resident,
                municipality_id=resident.municipality_id,
                from_resident_id=other.resident_id,
                from_network_member_id=other.network_member_id,
                reason_sealed=seal(resident.key, reason.strip(), place=f"{REASON_PLACE}:{row_id}"),
                review_on=review_on,
                added_by_id=actor.member_id,
                added_at=now,
            ).save(force_insert=True)
        acting.subject, acting.subject_id = "resident", resident_id
        acting.details = {"shield": str(row_id)}
        return row_id


def end_shield(*, actor: Actor, now: datetime, resident_id: UUID, shield_id: UUID, reason: str) -> None:
    """End it, from the same second. Raises `NotVisible`, `Invalid`, or `Conflict` when it had ended."""
    with act(events.SHIELD_ENDED, actor=actor, now=now) as acting:
        resident = _locked(resident_id)
        row = Shield.objects.filter(resident=resident, pk=shield_id).first()
        if row is None:
            raise NotVisible
        if row.ended_at is not None:
            raise Conflict("Deze afscherming was al opgeheven.")
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom dit niet meer nodig is."})
        row.ended_by_id, row.ended_at = actor.member_id, now
        row.end_reason_sealed = seal(resident.key, reason.strip(), place=f"{END_PLACE}:{row.id}")
        row.save(update_fields=["ended_by", "ended_at", "end_reason_sealed"])
        acting.municipality = resident.municipality_id
        acting.subject, acting.subject_id = "resident", resident_id
        acting.details = {"shield": str(row.id)}


def _locked(resident_id: UUID) -> Resident:
    if not Resident.objects.select_for_update().filter(pk=resident_id).exists():
        raise NotVisible
    return Resident.objects.select_related("key").get(pk=resident_id)


def _known_here(resident: Resident, other: Other) -> bool:
    """Say whether the other is one person, somebody else, in the register of the same municipality."""
    if (other.resident_id is None) == (other.network_member_id is None) or other.resident_id == resident.id:
        return False
    here = resident.municipality_id
    if other.network_member_id is not None:
        return NetworkMember.objects.filter(pk=other.network_member_id, municipality_id=here).exists()
    return Resident.objects.filter(pk=other.resident_id or resident.id, municipality_id=here).exists()
