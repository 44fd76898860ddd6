"""What cases hold about one person, for who asks to see it (AVG art. 15)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, CaseOrganisation, CaseResident, Note, PhasePeriod, Seat
from houvast.cases.selectors.inspection_rows import (
    held_breaks,
    held_course,
    held_near,
    held_own_words,
    held_passing,
    held_statements,
)
from houvast.cases.services.write_note import TEXT_PLACE
from houvast.kernel.dutch_dates import exact
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Key
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class CaseAbout:
    """A case that somebody is or was in. `contacts` are the ids of whom a resident may know by name."""

    id: UUID
    code: str
    key_id: UUID
    closed: bool
    contacts: frozenset[UUID]


def cases_about(resident_id: UUID, municipality_id: UUID) -> tuple[CaseAbout, ...]:
    """Give the cases of a municipality that somebody is or was in and whose content is still there, in one query."""
    return tuple(
        CaseAbout(row.id, row.code, row.key_id, _is_closed(row), frozenset(member for member, _, _ in _holders(row)))
        for row in _rows(resident_id, municipality_id)
    )


def people_in(case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Give the ids of whom these cases are about, in one query."""
    return frozenset(CaseResident.objects.filter(case__in=case_ids).values_list("resident", flat=True))


def places_in(resident_id: UUID, case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Give in which of these cases somebody is or was, in one query."""
    rows = CaseResident.objects.filter(case__in=case_ids, resident=resident_id)
    return frozenset(rows.values_list("case", flat=True))


@dataclass(frozen=True, slots=True)
class HelpersSince:
    """Who came to help or to lead since a moment, by name and number; `known` were there before."""

    new: frozenset[str]
    contacts: frozenset[str]
    phones: frozenset[str]
    known: frozenset[str]


def helpers_around(case_ids: Collection[UUID], since: datetime) -> HelpersSince:
    """Give who came to help or to lead around these cases since a moment, in two queries.

    The municipality of a case is always known. Of who leads in its name since then only the name and number are new.
    """
    seats = Seat.objects.filter(case__in=case_ids, member__isnull=False).select_related("member__organisation")
    led = [(row, row.member) for row in seats if row.member is not None]
    ours = {who.organisation.name for row, who in led if who.organisation.municipality_id == row.municipality_id}
    before = [who for row, who in led if row.since <= since]
    leads = [who for row, who in led if row.since > since and who not in before]
    rows = CaseOrganisation.objects.filter(case__in=case_ids).select_related("organisation")
    came = [row for row in rows if row.since >= since]
    there = {row.organisation.name for row in rows if row.since < since}
    known = ours | there | {who.organisation.name for who in before}
    numbers = (*(row.phone for row in came), *(row.organisation.phone for row in came), *(who.phone for who in leads))
    return HelpersSince(
        new=frozenset((*(row.organisation.name for row in came), *(who.organisation.name for who in leads))) - known,
        contacts=frozenset((*(row.contact_name for row in came), *(who.name for who in leads))) - {""},
        phones=frozenset(numbers) - {""},
        known=frozenset(known),
    )


def held_in_cases(resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give what the cases and their notes say, each table in one query.

    Names are those of contacts: who holds a seat, and whom an organisation named. Who wrote a note is not named, only
    where they work.
    """
    rows = _rows(resident_id, municipality_id)
    ids = [row.id for row in rows]
    roles: dict[UUID, list[str]] = defaultdict(list)
    for case_id, role in CaseResident.objects.filter(case__in=ids, resident=resident_id).values_list("case", "role"):
        roles[case_id].append(role)
    cases = tuple(_case(row, roles[row.id]) for row in rows)
    return (
        *cases,
        *_around(ids),
        *held_course(ids),
        *held_statements(resident_id, ids),
        *held_own_words(resident_id, ids),
        *_notes(ids),
        *held_passing(ids),
        *held_near(ids),
        *held_breaks(ids),
    )


def _rows(resident_id: UUID, municipality_id: UUID) -> list[Case]:
    seats = [f"{each}__member__organisation" for each in Responsibility]
    within = CaseResident.objects.filter(resident=resident_id).values("case")
    rows = Case.objects.filter(pk__in=within, municipality=municipality_id, key__destroyed_at=None)
    return list(rows.select_related("phase_period", "municipality", *seats).order_by("opened_at", "pk"))


def _is_closed(row: Case) -> bool:
    return row.phase_period.state == PhasePeriod.State.CLOSED


def _holders(row: Case) -> list[tuple[UUID, str, str]]:
    seats = [(each, getattr(row, each)) for each in Responsibility]
    return [
        (seat.member.id, word_for(each), f"{seat.member.name} ({seat.member.organisation.name})")
        for each, seat in seats
        if seat.member is not None
    ]


def _around(ids: Collection[UUID]) -> tuple[Held, ...]:
    rows = CaseOrganisation.objects.filter(case__in=ids).select_related("organisation", "case__municipality")
    return tuple(_helper(row) for row in rows.order_by("since", "pk"))


def _helper(row: CaseOrganisation) -> Held:
    told = (("Organisatie", row.organisation.name), ("Contact", row.contact_name), ("Functie", row.contact_role))
    lines = tuple(line for line in told if line[1])
    on, source = in_amsterdam(row.since).date(), f"Gemeente {row.case.municipality.name}"
    key, finds = row.case.key_id, Findable.HELPERS
    return Held(HeldKind.CASE, "Wie bij uw dossier helpt", lines, on, source, row.case_id, key, finds)


def _case(row: Case, roles: list[str]) -> Held:
    period, opened = row.phase_period, in_amsterdam(row.opened_at).date()
    lines = [
        ("Nummer", row.code),
        ("Begonnen op", exact(opened)),
        ("Stand", "gesloten" if _is_closed(row) else f"AVE {period.phase}"),
        ("Waarom", ", ".join(row.themes)),
        ("Uw rol", ", ".join(role for role in roles if role)),
        *((word.capitalize(), name) for _, word, name in _holders(row)),
    ]
    told = tuple(line for line in lines if line[1])
    return Held(HeldKind.CASE, "Uw dossier", told, opened, f"Gemeente {row.municipality.name}", row.id, row.key_id)


def _notes(ids: Collection[UUID]) -> tuple[Held, ...]:
    rows = Note.objects.filter(case__in=ids).filter(Q(key=None) | Q(key__destroyed_at=None))
    rows = rows.select_related("organisation", "case__key", "key").order_by("written_at", "pk")
    return tuple(_note(row, row.key or row.case.key) for row in rows)


def _note(row: Note, key: Key) -> Held:
    text = unseal(key, row.text_sealed, place=f"{TEXT_PLACE}:{row.id}")
    on = in_amsterdam(row.written_at).date()
    return Held(HeldKind.NOTE, "Notitie", (("Tekst", text),), on, row.organisation.name, row.case_id, key.id)
