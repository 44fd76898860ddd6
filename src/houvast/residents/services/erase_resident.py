"""Erase a resident: the key is destroyed, and names, numbers, addresses and search keys are emptied; the row stays."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.residents import events
from houvast.residents.models import Household, HouseholdMember, NetworkMember, Resident
from houvast.vault.services.destroy_key import destroy_key

_EMPTY: Mapping[str, object] = {
    "surname": "",
    "surname_prefix": "",
    "first_names": "",
    "search_name": "",
    "birth_year": 0,
    "birth_month": 0,
    "birth_day": 0,
    "sex": "",
    "street": "",
    "house_number": "",
    "postcode": "",
    "town": "",
    "phone": "",
    "contact_wish": "",
    "reach": "",
    "mail_to": "",
    "language": "",
    "interpreter": False,
    "bsn_sealed": b"",
    "bsn_index": "",
}
_EMPTY_NETWORK: Mapping[str, object] = {"name": "", "relation": "", "phone": "", "mail_to": "", "may_know": ""}


def erase_resident(*, actor: Actor, now: datetime, resident_id: UUID) -> None:
    """Erase who is in no case any more, with the network and a household of which nobody is left. Safe to repeat.

    Whether it is time, and who approved it, is for `accountability` to say. Raises `NotVisible`.
    """
    with act(events.RESIDENT_ERASED, actor=actor, now=now) as acting:
        resident = Resident.objects.select_for_update().filter(pk=resident_id).first()
        if resident is None:
            raise NotVisible
        destroy_key(resident.key, now=now)
        Resident.objects.filter(pk=resident_id).update(**_EMPTY)
        NetworkMember.objects.filter(resident=resident).update(**_EMPTY_NETWORK)
        HouseholdMember.objects.filter(resident=resident).update(role="")
        _empty_households(resident)
        acting.municipality = resident.municipality_id
        acting.subject, acting.subject_id = "resident", resident_id


def _empty_households(resident: Resident) -> None:
    lived_in = HouseholdMember.objects.filter(resident=resident).values("household_id")
    left = HouseholdMember.objects.filter(household_id__in=lived_in, resident__key__destroyed_at=None)
    gone = Household.objects.filter(pk__in=lived_in).exclude(pk__in=left.values("household_id"))
    gone.update(name="")
