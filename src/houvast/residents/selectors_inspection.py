"""What the register holds about one person, for who asks to see it (AVG art. 15)."""

from uuid import UUID

from houvast.kernel.dutch_dates import exact, known_part
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import scopes
from houvast.residents.models import FormerData, NetworkMember, Resident
from houvast.residents.rules.naming import address, full_name
from houvast.residents.selectors import born


def held_in_register(resident_id: UUID, *, is_resident: bool) -> tuple[Held, ...]:
    """Give it in three queries. A hidden address and phone go to the person alone, never to who asks for them.

    Of the network only the relation is given: those are other people.
    """
    row = scopes.among([resident_id]).select_related("organisation").first()
    if row is None:
        return ()
    network = NetworkMember.objects.filter(resident=row).order_by("since", "pk").values_list("relation", flat=True)
    corrected = FormerData.objects.filter(resident=row).order_by("version").values_list("corrected_at", flat=True)
    lines = (
        *_own(row, reach=is_resident or not row.hidden_address),
        ("Wie u bijstaan", ", ".join(network)),
        ("Verbeterd op", ", ".join(exact(in_amsterdam(each).date()) for each in corrected)),
    )
    told = tuple(line for line in lines if line[1])
    return (Held(HeldKind.PERSON, "Uw gegevens", told, row.retention_from, row.organisation.name),)


def _own(row: Resident, *, reach: bool) -> tuple[tuple[str, str], ...]:
    birth = born(row)
    place = address(row.street, row.house_number, row.postcode, row.town)
    return (
        ("Naam", full_name(row.first_names, row.surname_prefix, row.surname)),
        ("Geboren", known_part(birth) if birth else ""),
        ("Burgerservicenummer", "vastgelegd" if row.bsn_index else ""),
        ("Adres", place if reach else ""),
        ("Telefoon", row.phone if reach else ""),
        ("Hoe u bereikt wilt worden", row.contact_wish),
        ("Geheim adres", "ja" if row.hidden_address else ""),
    )
