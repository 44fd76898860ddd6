"""Whether somebody takes part, judged from the row itself at the moment itself; and what they may see then.

Who comes in by a provider of identities (OpenID Connect, DigiD) is looked up here too, and from then on nothing differs
from coming in with a code.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.cases.models import PhasePeriod
from houvast.cases.selectors.own_page import people_of
from houvast.kernel.actor import Actor, participant
from houvast.kernel.one_time_codes import number_to_text
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import scopes
from houvast.participation.models import Participant, PersonalCode
from houvast.participation.rules.parts import OwnPart, parts_of
from houvast.participation.rules.personal_codes import typed_code
from houvast.participation.rules.taking_part import Capacity, ParticipantKind, TakingPart, takes_part
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.services.steps.secrets import digest_of_personal_code
from houvast.residents.rules.naming import full_name
from houvast.residents.rules.shielding import Other, ShieldFacts
from houvast.residents.selectors import born
from houvast.residents.selectors_shielding import against, numbers_kept_from, what_may_go

_JOINS = ("case__phase_period", "resident", "person", "network_member", "end")


MOST_PAGES = 20
"""Among how many pages somebody chooses at most. *Verzonnen*: a parent with many children, each in a case."""


@dataclass(frozen=True, slots=True)
class Participating:
    """Somebody who takes part now. `name` is their own, `about` that of the resident; `first_name` is for greeting.

    `shielded_since` is the first day from which somebody is shielded from them; None when nobody is. `capacity` is by
    what somebody represents a resident, and `born` when that one was.
    """

    id: UUID
    case_id: UUID
    municipality_id: UUID
    resident_id: UUID
    person_id: UUID | None
    network_member_id: UUID | None
    kind: ParticipantKind
    name: str
    first_name: str
    about: str
    parts: frozenset[OwnPart]
    shielded_since: date | None = None
    capacity: Capacity | None = None
    born: PartialDate | None = None

    @property
    def other(self) -> Other:
        """Give them as somebody who gets something of a resident."""
        return Other(self.person_id, self.network_member_id)

    @property
    def others(self) -> tuple[Other, ...]:
        """Give them as who gets something of a resident, with for or beside whom they read: that one hears it too."""
        return _who_hears(self.other, self.resident_id)

    @property
    def actor(self) -> Actor:
        """Give who acts."""
        return participant(self.id)


@dataclass(frozen=True, slots=True)
class HeldCode:
    """A personal code that works, and who takes part by it."""

    id: UUID
    who: Participating


def participating(participant_id: UUID, *, now: datetime) -> Participating | None:
    """Give a participant who takes part now, in eight queries; None for who does not, whatever the reason.

    In three more for who reads for or beside a resident: what must be kept from that one is kept from them.
    """
    row = scopes.participant_in_hand(participant_id).select_related(*_JOINS).first()
    if row is None:
        return None
    people = people_of(row.case_id)
    shields = against(None, who_is(row), now=now)
    ages = own_page_facts(row.municipality_id).ages
    facts = facts_of(row, people.now, shields, numbers_kept_from(people.ever, now=now))
    if not takes_part(facts, ages, in_amsterdam(now).date()):
        return None
    kind, has_plan = ParticipantKind(row.kind), row.sees_plan or people.ever == {row.resident_id}
    who_hears = _who_hears(who_is(row), row.resident_id)
    for each in who_hears[1:]:
        shields += against(None, each, now=now)
    if shields:
        has_plan = False  # Somebody is shielded from them, and may have left this case: what helps, may lead there.
    rest = people.ever - {row.resident_id}
    others = [may_go for each in who_hears for may_go in what_may_go(rest, each, now=now).values()]
    withheld = frozenset(map(OwnPart, scopes.withheld_from(row).values_list("part", flat=True)))
    return Participating(
        id=row.id,
        case_id=row.case_id,
        municipality_id=row.municipality_id,
        resident_id=row.resident_id,
        person_id=row.person_id,
        network_member_id=row.network_member_id,
        kind=kind,
        name=name_of(row),
        first_name=row.person.first_names if row.person and row.person.first_names else name_of(row),
        about=full_name(row.resident.first_names, row.resident.surname_prefix, row.resident.surname),
        parts=parts_of(kind, has_plan=has_plan, allowed=row.allowed, of_others=[each.findable for each in others])
        - withheld,
        shielded_since=min((in_amsterdam(each.since).date() for each in shields), default=None),
        capacity=facts.capacity,
        born=facts.born,
    )


def with_personal_code(typed: str, *, now: datetime) -> HeldCode | None:
    """Give the code that was typed when it works and its owner takes part; None, in the same way, for every other."""
    return with_digest(digest_of_typed(typed), now=now)


def digest_of_typed(typed: str) -> str:
    """Hash what was typed, whether it can be a code or not."""
    return digest_of_personal_code(typed_code(typed))


def with_digest(digest: str, *, now: datetime) -> HeldCode | None:
    """Give the code with this hash when it works and its owner takes part; None, in the same way, for every other."""
    return _working(scopes.code_with_digest(digest), now)


def held_code(code_id: UUID, *, now: datetime) -> HeldCode | None:
    """Give a code that was typed before in this session, while it still works."""
    return _working(PersonalCode.objects.filter(pk=code_id), now)


def with_bsn(bsn: str, *, now: datetime) -> tuple[Participating, ...]:
    """Give as whom somebody may come in who proved that a BSN is theirs, the newest first; in eight queries each."""
    rows = scopes.participants_with_bsn(bsn).filter(end__isnull=True).order_by("-since", "pk")
    found = (participating(each, now=now) for each in rows.values_list("pk", flat=True)[:MOST_PAGES])
    return tuple(each for each in found if each is not None)


def took_part_as(names: Collection[str]) -> dict[str, ParticipantKind]:
    """Give as what each takes, or took, part, by the name of the actor, for who reads the log: it names no person."""
    rows = scopes.participants_named(names).values_list("pk", "kind")
    return {str(row_id): ParticipantKind(kind) for row_id, kind in rows}


def facts_of(
    row: Participant, there: Collection[UUID], shields: Collection[ShieldFacts], numbers: Collection[str]
) -> TakingPart:
    """Give what decides whether somebody takes part; the row comes with its joins.

    `there` is who the case is about, `shields` are those from who takes part, and `numbers` are of all from whom
    somebody of the case is shielded.
    """
    near, other = row.network_member, who_is(row)
    number = number_to_text(phone_of(row))
    return TakingPart(
        kind=ParticipantKind(row.kind),
        capacity=Capacity(row.capacity) if row.capacity else None,
        born=born(row.resident),
        young_agrees=row.young_agrees,
        has_ended=hasattr(row, "end"),
        case_is_open=row.case.phase_period.state == PhasePeriod.State.OPEN,
        resident_is_there=row.resident_id in there,
        person_is_there=near.until is None if near else row.person_id in there,
        is_shielded=any(each.resident_id == row.resident_id and each.other == other for each in shields),
        reaches_another=bool(number)
        and all(each.other != other for each in shields)
        and number in {number_to_text(each) for each in numbers},
    )


def _who_hears(who: Other, resident_id: UUID) -> tuple[Other, ...]:
    """Give who takes part, and with them the resident for or beside whom they read, as letters do."""
    return tuple(dict.fromkeys((who, Other(resident_id))))


def who_is(row: Participant) -> Other:
    """Give who takes part, as somebody from whom another can be shielded."""
    return Other(row.person_id, row.network_member_id)


def phone_of(row: Participant) -> str:
    """Give the number of who takes part, from where it stands."""
    if row.person is not None:
        return row.person.phone
    return row.network_member.phone if row.network_member else ""


def name_of(row: Participant) -> str:
    """Give the name of who takes part, from where it stands."""
    if row.person is not None:
        return full_name(row.person.first_names, row.person.surname_prefix, row.person.surname)
    return row.network_member.name if row.network_member else ""


def _working(rows: QuerySet[PersonalCode], now: datetime) -> HeldCode | None:
    """Give a code that works: in time for its first use, and the newest of somebody who takes part."""
    code = rows.first()
    if code is None or (code.used_at is None and code.valid_until <= now):
        return None
    if PersonalCode.objects.filter(participant_id=code.participant_id, number__gt=code.number).exists():
        return None
    who = participating(code.participant_id, now=now)
    return HeldCode(code.id, who) if who else None
