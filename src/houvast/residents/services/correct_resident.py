"""Correct what a resident is called, when they were born, and where and how they are reached."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import FormerData, Resident
from houvast.residents.rules.naming import search_name
from houvast.residents.rules.personal_data import PersonalData, changed, problems, with_hidden_kept, written
from houvast.residents.selectors import data_of
from houvast.vault.sealing import seal

BEFORE_PLACE = "residents_formerdata.before"


def correct_resident(
    *, actor: Actor, now: datetime, resident_id: UUID, seen: int, data: PersonalData
) -> tuple[str, ...]:
    """Correct a resident; gives the names of the fields that changed, which is what the log says too: never a value.

    What they were stays, sealed, with who corrected it and when (`FormerData`).
    `seen` is the version that the person had before them. With a hidden address, an empty place or phone stays as it
    was. Raises `NotVisible`, `Invalid`, or `Conflict` when somebody corrected them since. Who may do this for whom
    follows from the case: `cases.services.correct_resident_of_case` asks first.
    """
    with act(events.RESIDENT_CHANGED, actor=actor, now=now) as acting:
        if not Resident.objects.select_for_update().filter(pk=resident_id).exists():
            raise NotVisible
        resident = Resident.objects.select_related("key").get(pk=resident_id)
        found = problems(data, in_amsterdam(now).date())
        if found:
            raise Invalid(found)
        if resident.version != seen:
            raise Conflict("Iemand anders verbeterde intussen deze gegevens. Kijk opnieuw en verbeter dan.")
        before = data_of(resident)
        after = with_hidden_kept(before, data) if resident.hidden_address else data
        names = changed(before, after)
        if names:
            _keep(resident, written(before, names), names, actor=actor, now=now)
            _write(resident, after)
        acting.municipality = resident.municipality_id
        acting.subject, acting.subject_id = "resident", resident_id
        acting.details = {"fields": list(names)}
        return names


def _keep(resident: Resident, before: str, names: Sequence[str], *, actor: Actor, now: datetime) -> None:
    """Keep what the data were, sealed under the resident's own key: it stays, and goes with the resident."""
    former_id = new_id()
    FormerData(
        id=former_id,
        resident=resident,
        municipality_id=resident.municipality_id,
        version=resident.version,
        fields=list(names),
        before_sealed=seal(resident.key, before, place=f"{BEFORE_PLACE}:{former_id}"),
        corrected_by_id=actor.member_id,
        corrected_at=now,
        ground=resident.ground,
        organisation_id=resident.organisation_id,
        retention_from=resident.retention_from,
    ).save(force_insert=True)


def _write(resident: Resident, data: PersonalData) -> None:
    resident.surname, resident.surname_prefix = data.surname, data.surname_prefix
    resident.first_names = data.first_names
    resident.search_name = search_name(data.first_names, data.surname_prefix, data.surname)
    born = data.born
    resident.birth_year = born.year if born else 0
    resident.birth_month = (born.month or 0) if born else 0
    resident.birth_day = (born.day or 0) if born else 0
    resident.street, resident.house_number = data.street, data.house_number
    resident.postcode, resident.town = data.postcode, data.town
    resident.phone, resident.contact_wish = data.phone, data.contact_wish
    resident.reach, resident.mail_to = data.reach, data.mail_to
    resident.language, resident.interpreter = data.language, data.interpreter
    resident.version += 1
    resident.save()
