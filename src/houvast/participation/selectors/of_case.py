"""Who has an own page in a case, and who could get one: for who leads the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.contents import PersonLine, network_around, people
from houvast.cases.selectors.own_page import people_of
from houvast.directory.viewer import Viewer
from houvast.kernel.one_time_codes import number_to_text
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import scopes
from houvast.participation.models import Participant
from houvast.participation.rules.taking_part import USUAL_AGES, Capacity, ParticipantKind, why_not
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.selectors.taking_part import facts_of, name_of
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import against, numbers_kept_from

_JOINS = ("case__phase_period", "resident", "person", "network_member", "end")


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """Somebody with an own page, for who leads the case. `why_not` says why it does not work now; "" when it does.

    `waits_until` is set as long as the code was never used; without a code it is a page on paper.
    """

    id: UUID
    name: str
    about: str
    kind: ParticipantKind
    capacity: Capacity | None
    since: datetime
    why_not: str
    waits_until: datetime | None
    has_code: bool
    has_ended: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could get an own page about a resident. `can_be_texted`: a mobile number of theirs is known."""

    resident_id: UUID
    resident: str
    person_id: UUID | None
    network_member_id: UUID | None
    name: str
    relation: str
    can_be_texted: bool


def participants_of(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ParticipantLine, ...]:
    """Give who has or had an own page in a case that the viewer leads, the newest first; in a few queries."""
    today = in_amsterdam(now).date()
    rows = list(
        scopes.participants(viewer, now=now).filter(case_id=case_id).select_related(*_JOINS).order_by("-since", "-id")
    )
    there = [each.resident.id for each in people(viewer, case_id, now=now, today=today)]
    shields = against(there, Other(), now=now)
    numbers = numbers_kept_from(people_of(case_id).ever, now=now)
    codes = scopes.personal_codes(viewer, now=now).filter(case_id=case_id).order_by("number")
    waits = {each.participant_id: None if each.used_at else each.valid_until for each in codes}
    ages = own_page_facts(rows[0].municipality_id).ages if rows else USUAL_AGES
    reasons = [why_not(facts_of(row, there, shields, numbers), ages, today) for row in rows]
    return tuple(_line(row, reason, waits) for row, reason in zip(rows, reasons, strict=True))


def _line(row: Participant, reason: str, waits: Mapping[UUID, datetime | None]) -> ParticipantLine:
    return ParticipantLine(
        id=row.id,
        name=name_of(row),
        about=" ".join(part for part in (row.resident.first_names, row.resident.surname) if part),
        kind=ParticipantKind(row.kind),
        capacity=Capacity(row.capacity) if row.capacity else None,
        since=row.since,
        why_not=reason,
        waits_until=waits.get(row.id),
        has_code=row.id in waits,
        has_ended=hasattr(row, "end"),
    )


def candidates(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[Candidate, ...]:
    """Give who could get an own page in a case that the viewer sees: its people, each other's, and their network."""
    persons = people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    found = [_person(about, who) for about in persons for who in persons if about is who or not who.is_child]
    names = {each.resident.id: each.resident.name for each in persons}
    near = [
        Candidate(
            each.resident_id,
            names[each.resident_id],
            None,
            each.id,
            each.name,
            each.relation,
            bool(number_to_text(each.phone)),
        )
        for each in network_around(persons)
    ]
    return (*found, *near)


def _person(about: PersonLine, who: PersonLine) -> Candidate:
    resident = about.resident
    can = bool(number_to_text(who.resident.phone))
    return Candidate(resident.id, resident.name, who.resident.id, None, who.resident.name, who.role, can)
