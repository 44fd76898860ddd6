"""What the register holds about one person, for who asks to see it (AVG art. 15)."""

import json
from datetime import datetime
from uuid import UUID

from houvast.kernel.dutch_dates import exact, known_part
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import scopes
from houvast.residents.models import FormerData, HouseholdMember, NetworkMember, NetworkTurn, Resident, Shield
from houvast.residents.rules.naming import address, full_name
from houvast.residents.rules.networking import Allowed, NetworkStep, TellingGround
from houvast.residents.rules.personal_data import HIDDEN
from houvast.residents.rules.reaching import Reach
from houvast.residents.selectors import born
from houvast.residents.services.correct_resident import BEFORE_PLACE
from houvast.residents.services.steps.network_turns import WORDS_PLACE
from houvast.vault.held_rows import Told, held_rows
from houvast.vault.sealing import unseal

_PERSON = HeldKind.PERSON
_SHIELD = Told(
    _PERSON,
    "U bent afgeschermd voor iemand",
    "added_at",
    "added_by__organisation__name",
    texts={"reason": "Waarom", "end_reason": "Waarom niet meer"},
    plain={"review_on": "Wanneer iemand opnieuw kijkt", "ended_at": "Opgeheven op"},
    case="",
    key="resident__key",
)
_WORDS = {
    "surname": "Achternaam",
    "surname_prefix": "Voorvoegsel",
    "first_names": "Voornamen",
    "born": "Geboren",
    "street": "Straat",
    "house_number": "Huisnummer",
    "postcode": "Postcode",
    "town": "Plaats",
    "phone": "Telefoon",
    "contact_wish": "Hoe u bereikt wilt worden",
    "mail_to": "Waar uw post heen mag",
    "language": "Uw taal",
}


def held_in_register(resident_id: UUID, *, is_resident: bool) -> tuple[Held, ...]:
    """Give it in six queries, with what it was before. A hidden address and phone go to the person alone.

    So do shields: who asks for another may be the one from whom somebody is shielded, and nobody gets that they are.
    Of the network only the relation is given, and of a household only who somebody was in it: those are other people.
    """
    row = scopes.among([resident_id]).select_related("organisation", "key").first()
    if row is None:
        return ()
    network = NetworkMember.objects.filter(resident=row).order_by("since", "pk").values_list("relation", flat=True)
    lived = HouseholdMember.objects.filter(resident=row).order_by("since", "pk")
    reach = is_resident or not row.hidden_address
    lines = (
        *_own(row, reach=reach),
        ("Wie u bijstaan", ", ".join(network)),
        *(("In een huishouden", _stay(each)) for each in lived),
    )
    told = tuple(line for line in lines if line[1])
    now = Held(_PERSON, "Uw gegevens", told, row.retention_from, row.organisation.name, key_id=row.key_id)
    shields = held_rows(Shield.objects.filter(resident=row), _SHIELD) if is_resident else ()
    return (now, *_former(row, reach=reach), *_relatives(row), *shields)


def _relatives(row: Resident) -> tuple[Held, ...]:
    """Give what a resident let those of their network hear and do: by what they are, without their names."""
    rows = NetworkTurn.objects.filter(network_member__resident=row).order_by("at", "pk")
    return tuple(_turn(row, each) for each in rows.select_related("network_member__organisation"))


def _turn(row: Resident, turn: NetworkTurn) -> Held:
    allowed = ", ".join(word_for(Allowed(each)) for each in turn.allowed)
    is_allowing = turn.step == NetworkStep.ALLOWED
    words = unseal(row.key, turn.words_sealed, place=f"{WORDS_PLACE}:{turn.id}") if turn.words_sealed else ""
    lines = (
        ("Wie", turn.network_member.relation),
        ("Wat", word_for(NetworkStep(turn.step))),
        ("Mag", (allowed or "niets") if is_allowing else ""),
        ("Wie vond dit goed", word_for(TellingGround(turn.telling_ground)) if is_allowing else ""),
        ("In uw woorden", words),
    )
    told = tuple(line for line in lines if line[1])
    source = turn.network_member.organisation.name
    return Held(_PERSON, "Afspraak met een naaste", told, turn.on_date, source, key_id=row.key_id)


def corrected_since(resident_id: UUID, at: datetime) -> tuple[UUID, ...]:
    """Give the corrections of somebody's data since a moment, the oldest first; in one query."""
    rows = FormerData.objects.filter(resident=resident_id, corrected_at__gte=at).order_by("version")
    return tuple(rows.values_list("id", flat=True))


def _stay(row: HouseholdMember) -> str:
    until = f" tot {exact(row.until)}" if row.until else ""
    return f"{row.role} sinds {exact(row.since)}{until}".strip()


def _former(row: Resident, *, reach: bool) -> tuple[Held, ...]:
    """Give what the data were before each correction."""
    rows = FormerData.objects.filter(resident=row).select_related("organisation").order_by("version")
    return tuple(_was(row, each, reach=reach) for each in rows)


def _was(row: Resident, former: FormerData, *, reach: bool) -> Held:
    text = unseal(row.key, former.before_sealed, place=f"{BEFORE_PLACE}:{former.id}")
    before: dict[str, str | bool] = json.loads(text) if text else {}
    shown = {name: word for name, word in _WORDS.items() if reach or name not in HIDDEN}
    told = [(word, str(before[name])) for name, word in shown.items() if before.get(name)]
    if asked := before.get("reach"):
        told.append(("Wat u vroeg over post en bellen", word_for(Reach(str(asked)))))
    if "interpreter" in before:
        told.append(("Tolk nodig", "ja" if before["interpreter"] else "nee"))
    on = in_amsterdam(former.corrected_at).date()
    title = "Wat er stond tot het werd verbeterd"
    return Held(_PERSON, title, (("Verbeterd op", exact(on)), *told), on, former.organisation.name, key_id=row.key_id)


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
        ("Wat u vroeg over post en bellen", word_for(Reach(row.reach)) if row.reach else ""),
        ("Waar uw post heen mag", row.mail_to if reach else ""),
        ("Uw taal", row.language),
        ("Tolk nodig", "ja" if row.interpreter else ""),
        ("Geheim adres", "ja" if row.hidden_address else ""),
    )
