"""Shield somebody in a case from named others (domestic violence), with who lives along with them; or end that."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.selectors.shields import others_around
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.residents.rules.shielding import Other
from houvast.residents.services.shield_resident import end_shield, shield_resident


@dataclass(frozen=True, slots=True)
class NewShield:
    """From whom, why and until when at the latest somebody looks again. `along` are residents who live along."""

    others: Collection[Other]
    along: Collection[UUID]
    reason: str
    review_on: date | None


def shield_in_case(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, new: NewShield
) -> tuple[UUID, ...]:
    """Shield a resident of the case, and who lives along, from each of the others; gives the ids of the shields.

    What ran already for somebody goes on as it was. Raises `NotVisible`, `Refused` or `Invalid`.
    """
    with acting_on_case(events.RESIDENT_SHIELDED, actor=actor, now=now, case_id=case_id) as loaded:
        people = [resident_id, *(each for each in dict.fromkeys(new.along) if each != resident_id)]
        for each in people:
            person_to_work_on(loaded, each, now=now)
        _check(new, people, {line.other for line in others_around(loaded.viewer, case_id, now=now)})
        made = tuple(
            shield_resident(
                actor=actor, now=now, resident_id=each, other=other, reason=new.reason, review_on=new.review_on
            )
            for each in people
            for other in dict.fromkeys(new.others)
        )
        loaded.about("resident", resident_id, shields=[str(each) for each in made])
        return made


def end_shield_in_case(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, shield_id: UUID, reason: str
) -> None:
    """End one shield of a resident of the case. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_case(events.SHIELD_ENDED, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, resident_id, now=now)
        end_shield(actor=actor, now=now, resident_id=resident_id, shield_id=shield_id, reason=reason)
        loaded.about("resident", resident_id, shield=str(shield_id))


def _check(new: NewShield, people: Collection[UUID], around: Collection[Other]) -> None:
    if not new.others:
        raise Invalid({"others": "Kies voor wie dit verborgen blijft."})
    if any(each not in around for each in new.others):
        raise Invalid({"others": "Kies iemand die bij deze casus staat."})
    if any(each.resident_id in people for each in new.others):
        raise Invalid({"along": "Wie meewoont, kan niet ook degene zijn voor wie het verborgen blijft."})
