"""The certificate of a destruction, as the ledger keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from houvast.accountability.rules.retention import Clock

OWN_DAY = "De termijn die de gemeente instelde toen dit werd vastgelegd"
"""What stands for a source with records that say themselves on which day they may go."""


def clock_line(clock: Clock) -> dict[str, object]:
    """Write a clock as a certificate keeps it: codes, ids and days."""
    period = clock.period
    return {
        "kind": clock.start.kind.value,
        "ground": clock.start.ground,
        "organisation": str(clock.start.organisation_id),
        "from": clock.counts_from.isoformat(),
        "years": period.years if period else None,
        "source": period.source if period else OWN_DAY if clock.start.ends_on else "",
        "until": clock.ends_on.isoformat() if clock.ends_on else None,
    }


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """What was destroyed, when, because of which clocks, and who proposed and approved it. Ids, codes and days only.

    Nobody did for what goes by itself after its own last day.
    """

    id: UUID
    municipality_id: UUID
    unit: str
    unit_id: UUID
    code: str
    also: Mapping[str, list[str]]
    clocks: list[dict[str, object]]
    proposed_by_id: UUID | None
    approved_by_id: UUID | None
    destroyed_at: datetime


def to_line(content: CertificateContent) -> dict[str, object]:
    """Write a certificate as a line of the ledger."""
    return {
        "id": str(content.id),
        "municipality_id": str(content.municipality_id),
        "unit": content.unit,
        "unit_id": str(content.unit_id),
        "code": content.code,
        "also": {kind: list(ids) for kind, ids in content.also.items()},
        "clocks": content.clocks,
        "proposed_by_id": _text(content.proposed_by_id),
        "approved_by_id": _text(content.approved_by_id),
        "destroyed_at": content.destroyed_at.isoformat(),
    }


def id_of(line: Mapping[str, object]) -> UUID:
    """Give the id of the certificate of a line."""
    return UUID(str(line["id"]))


def from_line(line: Mapping[str, Any]) -> CertificateContent:
    """Read a line of the ledger back."""
    return CertificateContent(
        id=UUID(line["id"]),
        municipality_id=UUID(line["municipality_id"]),
        unit=line["unit"],
        unit_id=UUID(line["unit_id"]),
        code=line["code"],
        also=line["also"],
        clocks=line["clocks"],
        proposed_by_id=_id(line["proposed_by_id"]),
        approved_by_id=_id(line["approved_by_id"]),
        destroyed_at=datetime.fromisoformat(line["destroyed_at"]),
    )


def _text(member_id: UUID | None) -> str | None:
    return str(member_id) if member_id else None


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
