"""Register a resident. The BSN is sealed at once and found through its index only."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from stdnum.nl import bsn as bsn_number

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import Resident
from houvast.residents.rules.naming import search_name
from houvast.residents.rules.personal_data import NO_SURNAME
from houvast.vault.sealing import bsn_index, bsn_indexes, seal
from houvast.vault.services.create_key import create_key

BSN_PLACE = "residents_resident.bsn"


@dataclass(frozen=True, slots=True)
class NewResident:
    """A person as a municipality knows them; 0 is an unknown part of the birth date.

    `ground` is the domain on which they are known (Wmo, youth, OGGZ …), `organisation_id` who brought them in. `id` is
    made before the act, so that pressing twice registers one person.
    """

    municipality_id: UUID
    organisation_id: UUID
    ground: str
    surname: str
    surname_prefix: str = ""
    first_names: str = ""
    birth_year: int = 0
    birth_month: int = 0
    birth_day: int = 0
    sex: str = ""
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    contact_wish: str = ""
    reach: str = ""
    mail_to: str = ""
    language: str = ""
    interpreter: bool = False
    bsn: str = ""
    id: UUID = field(default_factory=new_id)


def register_resident(*, actor: Actor, now: datetime, new: NewResident) -> UUID:
    """Register a resident; gives the id.

    Raises `Invalid` at a field that cannot be used, or `Conflict` the second time.
    """
    with act(events.RESIDENT_REGISTERED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        resident_id = new.id
        if Resident.objects.filter(pk=resident_id).exists():
            raise Conflict("Deze inwoner is al vastgelegd. U vindt haar of hem bij de mensen van de casus.")
        problems = _problems(new)
        if problems:
            raise Invalid(problems)
        key = create_key(now=now)
        Resident(
            id=resident_id,
            municipality_id=new.municipality_id,
            key=key,
            surname=new.surname.strip(),
            surname_prefix=new.surname_prefix.strip(),
            first_names=new.first_names.strip(),
            search_name=search_name(new.first_names, new.surname_prefix, new.surname),
            birth_year=new.birth_year,
            birth_month=new.birth_month,
            birth_day=new.birth_day,
            sex=new.sex,
            street=new.street.strip(),
            house_number=new.house_number.strip(),
            postcode=new.postcode.strip(),
            town=new.town.strip(),
            phone=new.phone.strip(),
            contact_wish=new.contact_wish.strip(),
            reach=new.reach,
            mail_to=new.mail_to.strip(),
            language=new.language.strip(),
            interpreter=new.interpreter,
            bsn_sealed=seal(key, new.bsn, place=f"{BSN_PLACE}:{resident_id}"),
            bsn_index=bsn_index(new.bsn) if new.bsn else "",
            ground=new.ground,
            organisation_id=new.organisation_id,
            retention_from=in_amsterdam(now).date(),
        ).save(force_insert=True)
        acting.subject, acting.subject_id = "resident", resident_id
        return resident_id


def _problems(new: NewResident) -> dict[str, str]:
    problems = {}
    if not new.surname.strip():
        problems["surname"] = NO_SURNAME
    if new.bsn and not bsn_number.is_valid(new.bsn):
        problems["bsn"] = "Dit BSN bestaat niet: controleer de cijfers, of laat het leeg."
    elif new.bsn:
        known = Resident.objects.filter(municipality_id=new.municipality_id, bsn_index__in=bsn_indexes(new.bsn))
        if known.exists():
            problems["bsn"] = "Deze inwoner staat al in het register. Zoek op BSN en kies de inwoner."
    return problems
