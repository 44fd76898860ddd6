"""What is in a case, part by part, each under its own scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import Case, CaseOrganisation, CaseResident, Note
from houvast.cases.rules.contributing import asks_permission
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.seats import SeatState
from houvast.cases.services.write_note import TEXT_PLACE
from houvast.directory.viewer import Viewer
from houvast.residents.selectors import NetworkLine, ResidentLine, line, network
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody whom a case is about."""

    resident: ResidentLine
    is_child: bool
    role: str


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation around the people of a case, with whom to call."""

    id: UUID
    organisation_id: UUID
    name: str
    contact_name: str
    contact_role: str
    phone: str
    directs_treatment: bool
    people: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note. `text` is None when the viewer may know that it is there, but not read it.

    `asks_permission` says that it goes no further before its writer agrees (`passing_permissions`).
    """

    id: UUID
    part: str
    author: str
    organisation: str
    written_at: datetime
    shared: bool
    text: str | None
    author_id: UUID
    organisation_id: UUID
    asks_permission: bool


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Another case about the same person, and who leads it. `name` is None when the viewer may not see that case."""

    code: str
    name: str | None
    phase: int
    phase_closed: bool
    director: str
    director_state: SeatState


def parts_seen(viewer: Viewer, case_id: UUID, *, now: datetime) -> frozenset[Part]:
    """Give the parts of a case that the viewer may see."""
    parts = scopes.access(viewer, now=now).filter(case_id=case_id).values_list("part", flat=True)
    return frozenset(Part(part) for part in parts.distinct())


def parts_of_notes(note_ids: Collection[UUID]) -> dict[UUID, Part]:
    """Give to which part of its case each of these notes belongs, in one query; it says nothing else of them."""
    rows = Note.objects.filter(pk__in=note_ids).values_list("pk", "part")
    return {note_id: Part(part) for note_id, part in rows}


def people(viewer: Viewer, case_id: UUID, *, now: datetime, today: date) -> tuple[PersonLine, ...]:
    """Give who a case is about now, grown-ups first."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    rows = rows.select_related("resident").order_by("is_child", "since", "id")
    return tuple(PersonLine(line(row.resident, today), row.is_child, row.role) for row in rows)


def has_one_grown_up(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether a case is about one grown-up, for who sees at least its band; not who that is."""
    visible = scopes.cases(viewer, part=Part.BAND, now=now).filter(pk=case_id)
    return CaseResident.objects.filter(case__in=visible, until__isnull=True, is_child=False).count() == 1


def themes(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[str, ...]:
    """Give the codes of the reasons for involvement, for who sees the people; none for who does not."""
    rows = scopes.cases(viewer, part=Part.PEOPLE, now=now).filter(pk=case_id)
    return tuple(code for codes in rows.values_list("themes", flat=True) for code in codes)


def network_around(persons: tuple[PersonLine, ...]) -> tuple[NetworkLine, ...]:
    """Give the network of the people of a case, which were read through their scope."""
    return network([person.resident.id for person in persons])


def organisations_around(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[OrganisationLine, ...]:
    """Give the organisations around the people of a case now, by name."""
    rows = scopes.organisations(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    ordered = rows.select_related("organisation").order_by("organisation__name", "id")
    return tuple(_organisation_line(row) for row in ordered)


def _organisation_line(row: CaseOrganisation) -> OrganisationLine:
    return OrganisationLine(
        id=row.id,
        organisation_id=row.organisation_id,
        name=row.organisation.name,
        contact_name=row.contact_name,
        contact_role=row.contact_role,
        phone=row.phone or row.organisation.phone,
        directs_treatment=row.directs_treatment,
        people=row.people,
    )


def notes(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[NoteLine, ...]:
    """Give the notes of a case, newest first: whole where the viewer may read them, else only that they are there."""
    joins = ("author", "organisation", "case__key", "key")
    whole = scopes.notes(viewer, now=now).filter(case_id=case_id).select_related(*joins)
    headings = scopes.note_headings(viewer, now=now).filter(case_id=case_id).select_related("author", "organisation")
    lines = {note.id: _note_line(note, None) for note in headings}
    for note in whole:
        text = unseal(note.key or note.case.key, note.text_sealed, place=f"{TEXT_PLACE}:{note.id}")
        lines[note.id] = _note_line(note, text)
    return tuple(sorted(lines.values(), key=lambda each: each.written_at, reverse=True))


def _note_line(note: Note, text: str | None) -> NoteLine:
    return NoteLine(
        id=note.id,
        part=note.part,
        author=note.author.name,
        organisation=note.organisation.name,
        written_at=note.written_at,
        shared=note.shared_with_case,
        text=text,
        author_id=note.author_id,
        organisation_id=note.organisation_id,
        asks_permission=asks_permission(note.part, ask_before_passing=note.ask_before_passing),
    )


def passing_permissions(viewer: Viewer, case_id: UUID, *, now: datetime) -> frozenset[tuple[UUID, UUID]]:
    """Give which notes of a case may be passed on to whom: the id of the note with that of the organisation."""
    rows = scopes.passing_permissions(viewer, now=now).filter(case_id=case_id)
    return frozenset(rows.values_list("note_id", "organisation_id"))


def links(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[LinkLine, ...]:
    """Give the linked cases with who leads them; their names only to whoever may see those cases."""
    linked = scopes.linked_cases(viewer, case_id, now=now)
    visible = set(scopes.cases(viewer, part=Part.BAND, now=now).filter(pk__in=linked).values_list("pk", flat=True))
    joined = linked.select_related("phase_period", f"{Responsibility.CASE_DIRECTION}__member")
    return tuple(_link_line(case, case.id in visible) for case in joined.order_by("code"))


def _link_line(case: Case, visible: bool) -> LinkLine:
    director = case.case_direction
    return LinkLine(
        code=case.code,
        name=case.name if visible else None,
        phase=case.phase_period.phase,
        phase_closed=case.phase_period.state == "closed",
        director=director.member.name if director.member else "",
        director_state=SeatState(director.state),
    )
