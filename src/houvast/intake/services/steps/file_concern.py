"""Write a concern: every door files them here, so that identity, sealing and the clock are the same for all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from houvast.intake.models import Concern
from houvast.intake.rules.identity import concern_identity, incident_key
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.rules.row import AcceptedRow
from houvast.intake.rules.urgency import Urgency, decide_by
from houvast.intake.services.steps.keyed_hash import stored_hashes
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Key
from houvast.vault.sealing import bsn_index, seal
from houvast.vault.services.create_key import create_key

TEXT_PLACE = "intake_concern.text"
REPORTER_PLACE = "intake_concern.reporter"
BSN_PLACE = "intake_concern.bsn"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a concern is filed: a municipality, its organisation, the point it came in at and that point's steps."""

    municipality_id: UUID
    organisation_id: UUID
    point_id: UUID
    steps: Sequence[str]


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A concern as it is filed. `identity` is the keyed hash of incident and person."""

    identity: str
    person: PersonFacts
    reported_on: date
    incident: str = ""
    reported_time: time | None = None
    text: str = ""
    reporter: str = ""
    wants_answer: bool = False
    themes: Sequence[str] = ()
    entered_by: UUID | None = None


def identity_of(row: AcceptedRow) -> str:
    """Give the keyed hash under which incident and person of a row are recognised."""
    return identities_of(row)[0]


def identities_of(row: AcceptedRow) -> tuple[str, ...]:
    """Give every hash under which a row may have been filed: that of now, and those under keys from before it."""
    return stored_hashes("concern", concern_identity(row))


def incident_index(incident: str) -> str:
    """Give the keyed hash of an incident number, however it is written."""
    return incident_indexes(incident)[0]


def incident_indexes(incident: str) -> tuple[str, ...]:
    """Give every hash under which an incident may have been filed."""
    return stored_hashes("incident", incident_key(incident))


def comparable(person: PersonFacts) -> PersonFacts:
    """Give the person with the search key in the place of the BSN: equal numbers stay equal, and none is read."""
    return replace(person, bsn=bsn_index(person.bsn) if person.bsn else None)


def facts_of(concern: Concern) -> PersonFacts:
    """Give the person of a concern, comparable: with the search key in the place of the BSN."""
    return PersonFacts(
        surname=concern.surname,
        prefix=concern.surname_prefix,
        first_names=concern.first_names,
        birth_date=birth_date(concern.birth_year, concern.birth_month, concern.birth_day),
        sex=Sex(concern.sex) if concern.sex else None,
        bsn=concern.bsn_index or None,
        street=concern.street,
        house_number=concern.house_number,
        postcode=concern.postcode,
        place=concern.town,
    )


def birth_date(year: int, month: int, day: int) -> PartialDate | None:
    """Give a birth date as the tables hold it (0 is unknown) as a partial date."""
    return PartialDate(year, month or None, day or None) if year else None


def build(record: NewRecord, to: Destination, *, within: Urgency, now: datetime) -> Concern:
    """Give the row of a concern, not yet written; its key is made at once. `within`: its urgency as it holds."""
    key, concern_id = create_key(now=now), new_id()
    return Concern(
        id=concern_id,
        municipality_id=to.municipality_id,
        point_id=to.point_id,
        key=key,
        incident_number=record.incident,
        incident_index=incident_index(record.incident) if record.incident else "",
        identity=record.identity,
        reported_on=record.reported_on,
        reported_time=record.reported_time,
        received_at=now,
        entered_by_id=record.entered_by,
        text_sealed=seal(key, record.text, place=f"{TEXT_PLACE}:{concern_id}"),
        reporter_sealed=seal(key, record.reporter, place=f"{REPORTER_PLACE}:{concern_id}"),
        wants_answer=record.wants_answer,
        themes=list(record.themes),
        urgency=within.code,
        decide_before=decide_by(now, within),
        state=Concern.State.WAITING,
        step=to.steps[0],
        ground=to.steps[0],
        organisation_id=to.organisation_id,
        retention_from=in_amsterdam(now).date(),
        **_person_columns(record.person, key, concern_id),
    )


def _person_columns(person: PersonFacts, key: Key, concern_id: UUID) -> dict[str, str | int | bytes]:
    born, bsn = person.birth_date, person.bsn or ""
    return {
        "surname": person.surname,
        "surname_prefix": person.prefix,
        "first_names": person.first_names,
        "birth_year": born.year if born else 0,
        "birth_month": (born.month or 0) if born else 0,
        "birth_day": (born.day or 0) if born else 0,
        "sex": person.sex.value if person.sex else "",
        "street": person.street,
        "house_number": person.house_number,
        "postcode": person.postcode,
        "town": person.place,
        "bsn_sealed": seal(key, bsn, place=f"{BSN_PLACE}:{concern_id}"),
        "bsn_index": bsn_index(bsn) if bsn else "",
    }
