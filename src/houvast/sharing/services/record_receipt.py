"""Put on record what a house sends to the municipality: what comes back was shared too, and on a ground."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.cases.services.act_from_outside import OutsideCase, act_from_outside
from houvast.directory.selectors import organisation_of_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events
from houvast.sharing.models import Disclosure
from houvast.sharing.rules import places
from houvast.sharing.rules.content import DisclosureContent, TurnState, Way, written
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.services.steps.disclosing import SOURCE, write_turn
from houvast.vault.sealing import seal

_BEGAN = BEGINS["zvh-wgs"]
"""What carries what comes back from a referral of before these were on record here."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a house sends back by an answer or a return, which keep the words; `by` sent it or recorded it."""

    house_id: UUID
    house: str
    by: UUID
    parts: frozenset[Part]
    law: str
    necessity: str
    told: str
    told_on: date | None
    tell_before: date | None
    until: date


def record_receipt(*, actor: Actor, now: datetime, case_id: UUID, receipt: Receipt) -> UUID:
    """Put it on record in the case; gives the id. The verb that calls this has judged whether the actor may send it.

    It goes back on the ground, for the purpose and about the people of what went there. Nobody sees more by it.
    """
    with act_from_outside(events.RECEIVED, actor=actor, now=now, case_id=case_id) as outside:
        rows = Disclosure.objects.filter(case_id=case_id, way=Way.HOUSE, receiver_id=receipt.house_id)
        row = _row(outside, receipt, rows.order_by("-number").first(), now)
        row.save(force_insert=True)
        write_turn(outside.case, row.id, TurnState.GIVEN, by=receipt.by, now=now)
        outside.acting.ground = "referral"
        outside.about(SOURCE, row.id, code=row.code, parts=list(row.parts))
        return row.id


def _row(outside: OutsideCase, receipt: Receipt, went: Disclosure | None, now: datetime) -> Disclosure:
    case, row_id = outside.case, new_id()
    receiver = f"gemeente {case.municipality.name}, van {receipt.house}"
    content = DisclosureContent(receiver, receipt.necessity, "", "", receipt.told)
    return Disclosure(
        id=row_id,
        case=case,
        municipality_id=case.municipality_id,
        number=1 + Disclosure.objects.filter(case=case).count(),
        way=Way.FROM_HOUSE,
        receiver_id=organisation_of_municipality(case.municipality_id),
        parts=sorted(receipt.parts),
        about=went.about if went else [],
        code=went.code if went else _BEGAN.code,
        version=went.version if went else _BEGAN.number,
        law=receipt.law.strip(),
        purpose=went.purpose if went else _BEGAN.purpose,
        told_on=receipt.told_on,
        tell_before=None if receipt.told_on else receipt.tell_before,
        until_on=receipt.until,
        content_sealed=seal(case.key, written(content), place=f"{places.DISCLOSURE}:{row_id}"),
        at=now,
        by_id=receipt.by,
        ground="referral",
        organisation_id=receipt.house_id,
        retention_from=in_amsterdam(now).date(),
    )
