"""What of one resident may go to another, and from whom somebody is shielded: what letters, pages and answers ask."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.residents import scopes
from houvast.residents.models import FormerData, NetworkMember, Resident, SamePerson, Shield
from houvast.residents.rules.naming import full_name
from houvast.residents.rules.same_person import also_known_as, held_by_mark
from houvast.residents.rules.shielding import MayGet, Other, ShieldFacts, may_get
from houvast.residents.rules.traces import Traces, place_traces
from houvast.residents.services.correct_resident import BEFORE_PLACE
from houvast.residents.services.shield_resident import REASON_PLACE
from houvast.vault.sealing import unseal

_PLACE = ("street", "postcode", "town", "phone", "mail_to")


@dataclass(frozen=True, slots=True)
class ShieldLine:
    """From whom a resident is shielded now. `other` is the name of who must not hear where they are."""

    id: UUID
    resident_id: UUID
    name: str
    other: str
    since: datetime
    review_on: date
    by: str


def what_may_go(resident_ids: Collection[UUID], other: Other, *, now: datetime) -> dict[UUID, MayGet]:
    """Give what of each resident may go to the other, in two queries. Ask this before anything goes out.

    Letters, the own page and answers to requests ask it here; nobody decides it for themselves.
    """
    hidden = dict(scopes.among(resident_ids).values_list("pk", "hidden_address"))
    facts = against(resident_ids, other, now=now)
    return {each: may_get(each, other, facts, hidden_address=hides, now=now) for each, hides in hidden.items()}


def shields(resident_ids: Collection[UUID], *, now: datetime) -> tuple[ShieldLine, ...]:
    """Give from whom these residents are shielded now, in one query.

    The ids come from a scope of the room that asks, also as a question to stand in this one. Why stays out:
    `reasons` gives it to who leads.
    """
    rows = running(now).filter(resident_id__in=resident_ids)
    joined = rows.select_related("resident", "from_resident", "from_network_member", "added_by")
    return tuple(_line(row) for row in joined.order_by("added_at", "id"))


def against(resident_ids: Collection[UUID] | None, other: Other, *, now: datetime) -> tuple[ShieldFacts, ...]:
    """Give which of these residents are shielded from the other now; None is anybody. In one query.

    Somebody is shielded from a person: also as what else that person is known, when who leads a case marked that
    (`SamePerson`); never from themselves, also not where a shield says that a mark is wrong. An other of whom it is not
    sure who it is gives every shield, with all that they are known as; in one query more when there is any.
    """
    rows = running(now) if resident_ids is None else running(now).filter(resident_id__in=resident_ids)
    rows = rows.order_by("added_at", "id")
    if other != Other():
        found = rows.filter(_is(other))
        found = found.exclude(resident_id=other.resident_id) if other.resident_id else found
        return tuple(replace(facts_of(row), other=other) for row in found)
    named = [facts_of(row) for row in rows]
    marks = _marks([each.other for each in named]) if named else {}
    known = ((each, who) for each in named for who in _each(each.other, marks))
    return tuple(replace(each, other=who) for each, who in known if who.resident_id != each.resident_id)


def _is(other: Other) -> Q:
    """Say that a shield names somebody, as whatever they are known."""
    marks = SamePerson.objects.filter(ended_at__isnull=True)
    if other.resident_id is not None:
        near = marks.filter(resident_id=other.resident_id).values("network_member_id")
        return Q(from_resident_id=other.resident_id) | Q(from_network_member_id__in=near)
    same = marks.filter(network_member_id=other.network_member_id).values("resident_id")
    near = marks.filter(resident_id__in=same).values("network_member_id")
    named = Q(from_network_member_id=other.network_member_id)
    return named | Q(from_resident_id__in=same) | Q(from_network_member_id__in=near)


def _marks(others: Collection[Other]) -> dict[UUID, UUID]:
    """Give which resident each network member is, as far as it is about these; in one query."""
    marks = SamePerson.objects.filter(ended_at__isnull=True)
    near = [each.network_member_id for each in others if each.network_member_id]
    residents = [each.resident_id for each in others if each.resident_id]
    same = marks.filter(network_member_id__in=near).values("resident_id")
    found = marks.filter(Q(resident_id__in=residents) | Q(resident_id__in=same))
    return dict(found.values_list("network_member_id", "resident_id"))


def _each(other: Other, marks: Mapping[UUID, UUID]) -> tuple[Other, ...]:
    """Give what somebody is known as, first as what they were named."""
    return (other, *(also_known_as(other, marks) - {other}))


def shielded_by_mark(network_member_id: UUID, *, now: datetime) -> frozenset[UUID]:
    """Give who would be open to somebody when they are no longer marked as the resident whom they are; in one query."""
    near = Other(network_member_id=network_member_id)
    marks = SamePerson.objects.filter(network_member_id=network_member_id, ended_at__isnull=True)
    rows = running(now).filter(_is(near)).exclude(resident_id__in=marks.values("resident_id"))
    return held_by_mark(near, (facts_of(row) for row in rows))


def numbers_kept_from(resident_ids: Collection[UUID], *, now: datetime) -> frozenset[str]:
    """Give the telephone numbers of those from whom these residents are shielded now, as they were typed.

    The same person may stand in the register and in a network, and a shield names one of both: of who was marked as the
    same person the other numbers count too. In one query.
    """
    rows, marks = running(now).filter(resident_id__in=resident_ids), SamePerson.objects.filter(ended_at__isnull=True)
    named, named_near = rows.values("from_resident_id"), rows.values("from_network_member_id")
    same = marks.filter(network_member_id__in=named_near).values("resident_id")
    near = marks.filter(Q(resident_id__in=named) | Q(resident_id__in=same)).values("network_member_id")
    persons = Resident.objects.filter(Q(pk__in=named) | Q(pk__in=same)).values_list("phone")
    numbers = persons.union(NetworkMember.objects.filter(Q(pk__in=named_near) | Q(pk__in=near)).values_list("phone"))
    return frozenset(number for (number,) in numbers if number)


def reasons(resident_ids: Collection[UUID], *, now: datetime) -> dict[UUID, str]:
    """Give why these residents are shielded, by the id of the shield, for who leads a case about them; in one query."""
    rows = running(now).filter(resident_id__in=resident_ids).select_related("resident__key")
    return {row.id: unseal(row.resident.key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}") for row in rows}


def to_review(resident_ids: Collection[UUID], until: date, *, now: datetime) -> dict[UUID, date]:
    """Give on which day, until this one, somebody looks again at the shield of each resident; in one query."""
    rows = running(now).filter(resident_id__in=resident_ids, review_on__lte=until)
    return dict(rows.order_by("-review_on", "-id").values_list("resident_id", "review_on"))


def running(now: datetime) -> QuerySet[Shield]:
    """Give the shields that hold."""
    return Shield.objects.filter(added_at__lte=now).filter(Q(ended_at__isnull=True) | Q(ended_at__gt=now))


def facts_of(row: Shield) -> ShieldFacts:
    """Give a row as facts for the rule."""
    other = Other(row.from_resident_id, row.from_network_member_id)
    return ShieldFacts(row.resident_id, other, row.added_at, row.ended_at)


def traces_of(resident_id: UUID, since: datetime) -> Traces:
    """Give what leads to a resident: where and how they are reached, now and in what was corrected since a moment.

    In two queries.
    """
    row = scopes.among([resident_id]).select_related("key").first()
    if row is None:
        return Traces()
    found = _traces({name: getattr(row, name) for name in _PLACE})
    for former in FormerData.objects.filter(resident=row, corrected_at__gt=since).order_by("-version"):
        found |= _traces(_before(row, former))
    return found


def _traces(values: dict[str, str]) -> Traces:
    return place_traces(**{name: values.get(name, "") for name in _PLACE})


def _before(row: Resident, former: FormerData) -> dict[str, str]:
    text = unseal(row.key, former.before_sealed, place=f"{BEFORE_PLACE}:{former.id}")
    said: dict[str, str] = json.loads(text) if text else {}
    return said


def _line(row: Shield) -> ShieldLine:
    to = row.from_resident
    other = _name(to) if to else row.from_network_member.name if row.from_network_member else ""
    name = _name(row.resident)
    return ShieldLine(row.id, row.resident_id, name, other, row.added_at, row.review_on, row.added_by.name)


def _name(resident: Resident) -> str:
    return full_name(resident.first_names, resident.surname_prefix, resident.surname)
