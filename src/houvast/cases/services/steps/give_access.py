"""Write the reasons to see a case, and withdraw them. Only this file and `open_case` add rows to the access table."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.models import Access, Case, LockOut
from houvast.cases.rules.matrix import Part, Relation, parts_for
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import refuse

LOCKED_OUT = refuse("locked_out", "Deze collega doet in deze casus niet mee. Kies iemand anders.")


@dataclass(frozen=True, slots=True)
class Cause:
    """What gives access: a label and the id of the row behind it ("seat" and the seat's id)."""

    source: str
    source_id: UUID
    ground: str


def give_access(
    case: Case,
    relation: Relation,
    cause: Cause,
    *,
    now: datetime,
    phase: int,
    member_ids: Iterable[UUID] = (),
    team_ids: Iterable[UUID] = (),
    organisation_ids: Iterable[UUID] = (),
    note_ids: Iterable[UUID] = (),
    domain: str = "",
    until: datetime | None = None,
    begins: datetime | None = None,
    agreed: Collection[Part] = frozenset(),
) -> None:
    """Give members, teams and organisations the parts that their relation opens in this phase (`cases.rules.matrix`).

    `begins` is when it begins, if not now; `agreed` are the parts that an agreement names, or that were shared;
    `note_ids` are the single notes among them. Who is locked out gets nothing; raises `Refused` when nobody else is
    left, so that no question waits for who cannot read it.
    """
    viewers: list[dict[str, UUID]] = [{"member_id": each} for each in _not_locked_out(case, list(member_ids))]
    viewers += [{"team_id": team_id} for team_id in team_ids]
    viewers += [{"organisation_id": organisation_id} for organisation_id in organisation_ids]
    parts = parts_for(relation, phase=phase, domain=domain, agreed=agreed) - {Part.NOTE}
    seen: list[tuple[Part, UUID | None]] = [(part, None) for part in sorted(parts)]
    seen += [(Part.NOTE, note_id) for note_id in sorted(note_ids)]
    Access.objects.bulk_create(
        Access(
            case=case,
            municipality_id=case.municipality_id,
            part=part,
            relation=relation,
            ground=cause.ground,
            from_at=now if begins is None else max(now, begins),
            until_at=until,
            source=cause.source,
            source_id=cause.source_id,
            note_id=note_id,
            **viewer,
        )
        for viewer in viewers
        for part, note_id in seen
    )


def _not_locked_out(case: Case, member_ids: list[UUID]) -> list[UUID]:
    held = LockOut.objects.filter(case=case, member_id__in=member_ids, ended_at__isnull=True)
    locked_out = set(held.values_list("member_id", flat=True)) if member_ids else set()
    left = [each for each in member_ids if each not in locked_out]
    if locked_out and not left:
        raise Refused(LOCKED_OUT)
    return left


def withdraw_access(source_ids: Iterable[UUID], *, now: datetime) -> None:
    """Withdraw every reason that came from these rows; it is gone everywhere in the same second."""
    Access.objects.filter(source_id__in=list(source_ids), withdrawn_at__isnull=True).update(withdrawn_at=now)


def withdraw_all_but_the_team(case_id: UUID, *, now: datetime) -> None:
    """Withdraw every reason to see a case except that of the team that watches over the municipality's cases."""
    reasons = Access.objects.filter(case_id=case_id, withdrawn_at__isnull=True)
    reasons.exclude(relation=Relation.PROCESS_TEAM).update(withdrawn_at=now)
