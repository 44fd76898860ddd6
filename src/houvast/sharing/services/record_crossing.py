"""Put on record what a referral shares with a house, so that the account of what was shared is in one place."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import PersonLine, people
from houvast.cases.selectors.statements import objecting
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events
from houvast.sharing.models import Disclosure
from houvast.sharing.rules import places
from houvast.sharing.rules.content import DisclosureContent, TurnState, Way, written
from houvast.sharing.rules.grounds import GroundLine, ReceiverKind, grounds_for
from houvast.sharing.selectors.grounds import grounds_of
from houvast.sharing.services.steps.disclosing import SOURCE, write_turn
from houvast.vault.sealing import seal

_NO_GROUND = "In de tabel van uw gemeente staat geen grond voor het Zorg- en Veiligheidshuis die dit dekt."
_OBJECTS = "Een inwoner maakte bezwaar en dat is niet afgehandeld. Schrijf waarom dit toch nodig is (AVG, artikel 18)."


@dataclass(frozen=True, slots=True)
class Crossing:
    """What goes to a house, by a referral that keeps the words: which parts, by which law, and what was told."""

    house_id: UUID
    house: str
    parts: frozenset[Part]
    law: str
    necessity: str
    told: str
    told_on: date | None
    tell_before: date | None
    until: date


def record_crossing(*, actor: Actor, now: datetime, case_id: UUID, crossing: Crossing) -> UUID:
    """Put it on record; gives the id. The verb that calls this has judged whether the actor may refer.

    Nobody sees anything by it: a house reads its own copy. Raises `NotVisible`, or `Invalid` without a ground, or when
    somebody objects and it does not say why it is needed.
    """
    with act_in_case(events.SHARED, actor=actor, now=now, case_id=case_id) as loaded:
        lines = grounds_for(grounds_of(loaded.case.municipality_id), {ReceiverKind.SAFETY_HOUSE})
        ground = next((each for each in lines if crossing.parts <= each.covers), None)
        if ground is None:
            raise Invalid({"legal_ground": _NO_GROUND})
        about = people(loaded.viewer, loaded.case.id, now=now, today=in_amsterdam(now).date())
        if not crossing.necessity.strip() and objecting([each.resident.id for each in about]):
            raise Invalid({"necessity": _OBJECTS})
        loaded.acting.ground = "referral"
        row = _row(loaded, crossing, ground, about, now)
        row.save(force_insert=True)
        write_turn(loaded.case, row.id, TurnState.GIVEN, by=loaded.viewer.member_id, now=now)
        loaded.about(SOURCE, row.id, answer="yes", code=ground.code, parts=list(row.parts))
        return row.id


def _row(
    loaded: LoadedCase, crossing: Crossing, ground: GroundLine, about: tuple[PersonLine, ...], now: datetime
) -> Disclosure:
    case, row_id, today = loaded.case, new_id(), in_amsterdam(now).date()
    content = DisclosureContent(crossing.house, crossing.necessity, "", "", crossing.told)
    return Disclosure(
        id=row_id,
        case=case,
        municipality_id=case.municipality_id,
        number=1 + Disclosure.objects.filter(case=case).count(),
        way=Way.HOUSE,
        receiver_id=crossing.house_id,
        parts=sorted(crossing.parts),
        about=sorted(each.resident.id.hex for each in about),
        code=ground.code,
        version=ground.number,
        law=crossing.law.strip(),
        purpose=ground.purpose,
        told_on=crossing.told_on,
        tell_before=None if crossing.told_on else crossing.tell_before,
        until_on=crossing.until,
        content_sealed=seal(case.key, written(content), place=f"{places.DISCLOSURE}:{row_id}"),
        at=now,
        by_id=loaded.viewer.member_id,
        ground=loaded.acting.ground,
        organisation_id=loaded.viewer.organisation_id,
        retention_from=today,
    )
