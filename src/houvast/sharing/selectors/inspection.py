"""What was shared about one person, with whom and why, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import parts_of_notes
from houvast.kernel.dutch_dates import exact
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.models import Consent, ConsentEnd, Disclosure, DisclosureTurn, KnownQuestion
from houvast.sharing.rules.consents import Meaning
from houvast.sharing.rules.content import TurnState, Way
from houvast.sharing.rules.wording import for_resident
from houvast.vault.held_rows import Told, held_rows

_CONSENT = Told(
    HeldKind.SHARED,
    "Toestemming",
    "at",
    "organisation__name",
    texts={"about": "Waarvoor", "giver_name": "Gegeven door"},
    plain={"channel": "Hoe", "given_on": "Gegeven op", "until_on": "Tot"},
    coded={"meaning": ("Soort", Meaning)},
)
_CONSENT_END = Told(
    HeldKind.SHARED,
    "Toestemming ingetrokken",
    "at",
    "by__organisation__name",
    texts={"reason": "Waarom"},
    plain={"consent__given_on": "Gegeven op"},
)
_KNOWN = "dat u bekend bent, en wie daarover te bellen is"
_WENT = (TurnState.GIVEN.value, TurnState.APPROVED.value)


def held_disclosures(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what went out about a person: what, to which organisation, why and until when; in five queries.

    Reasons of professionals are not in it, nor the name of who received it.
    """
    ended = dict(
        DisclosureTurn.objects.filter(case__in=case_ids, state=TurnState.WITHDRAWN.value).values_list(
            "disclosure_id", "at"
        )
    )
    shortened = dict(
        DisclosureTurn.objects.filter(case__in=case_ids, until_on__isnull=False)
        .order_by("number")
        .values_list("disclosure_id", "until_on")
    )
    about = _about(resident_id, case_ids)
    kinds = parts_of_notes([UUID(each) for row in about for each in row.notes])
    return tuple(_held(row, kinds, until=_until(row, ended, shortened.get(row.id, row.until_on))) for row in about)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who received something about a person before, when and what: by its disclosure."""

    id: UUID
    name: str
    what: str
    on: date


def receivers_of(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Receiver, ...]:
    """Give who received something about a person, the oldest first (AVG art. 19); in three queries."""
    about = _about(resident_id, case_ids)
    kinds = parts_of_notes([UUID(each) for row in about for each in row.notes])
    return tuple(Receiver(row.id, _whom(row), _what(row, kinds), in_amsterdam(row.at).date()) for row in about)


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What went out about a person and was told to them: to whom, what, why, and by which law."""

    on: date
    receiver: str
    what: str
    purpose: str
    law: str


def told_of(resident_id: UUID, case_id: UUID) -> tuple[ToldOf, ...]:
    """Give what a person was told that went out about them, the newest first; in three queries.

    What they were not told yet has a day on which they will be: until then no page of theirs says it.
    """
    turns = DisclosureTurn.objects.filter(case=case_id, told_on__isnull=False)
    told = set(turns.values_list("disclosure_id", flat=True))
    about = [row for row in _about(resident_id, [case_id]) if row.told_on is not None or row.id in told]
    kinds = parts_of_notes([UUID(each) for row in about for each in row.notes])
    return tuple(
        ToldOf(in_amsterdam(row.at).date(), _whom(row), _what(row, kinds), row.purpose, row.law)
        for row in reversed(about)
    )


def held_consents(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give to what was said yes about a person, and what was taken back; in two queries."""
    given = Consent.objects.filter(resident=resident_id, case__in=case_ids)
    ended = ConsentEnd.objects.filter(consent__in=given)
    return (*held_rows(given, _CONSENT), *held_rows(ended, _CONSENT_END))


def _about(resident_id: UUID, case_ids: Collection[UUID]) -> list[Disclosure]:
    """Give what went out about a person, the oldest first."""
    went = set(
        DisclosureTurn.objects.filter(case__in=case_ids, state__in=_WENT).values_list("disclosure_id", flat=True)
    )
    joined = ("receiver", "member__organisation", "organisation", "case__key")
    rows = Disclosure.objects.filter(pk__in=went).select_related(*joined)
    return [row for row in rows.order_by("at", "number") if resident_id in {UUID(each) for each in row.about}]


def _whom(row: Disclosure) -> str:
    if row.receiver:
        return row.receiver.name
    return row.member.organisation.name if row.member else word_for(Disclosure.Way(row.way))


def _what(row: Disclosure, kinds: Mapping[UUID, Part]) -> str:
    if row.way == Way.KNOWN:
        return _KNOWN
    notes = [kinds[each] for each in map(UUID, row.notes) if each in kinds]
    return "; ".join(for_resident([Part(part) for part in row.parts], notes))


def held_questions(resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give who asked whether a person is known and heard that they are not, or that it is not said; in one query.

    Who heard that they are stands with what was shared. Only the function and the organisation are given.
    """
    rows = KnownQuestion.objects.filter(municipality_id=municipality_id, hit=False)
    about = rows.annotate(said=Cast("residents", TextField())).filter(said__contains=resident_id.hex)
    return tuple(
        Held(
            HeldKind.SHARED,
            "Gevraagd of u bekend bent",
            (("Wie vroeg het", row.title), ("Waarvoor", row.purpose), ("Antwoord", "nee")),
            in_amsterdam(row.at).date(),
            row.organisation.name,
        )
        for row in about.select_related("organisation").order_by("at", "number")
    )


def _until(row: Disclosure, ended: dict[UUID, datetime], until_on: date | None) -> str:
    if row.id in ended:
        return f"ingetrokken op {exact(in_amsterdam(ended[row.id]).date())}"
    return exact(until_on) if until_on else ""


def _held(row: Disclosure, kinds: Mapping[UUID, Part], *, until: str) -> Held:
    lines = (
        ("Met wie", _whom(row)),
        ("Wat", _what(row, kinds)),
        ("Waarvoor", row.purpose),
        ("Grond", row.law),
        ("Tot", until),
    )
    told = tuple(line for line in lines if line[1])
    on, key = in_amsterdam(row.at).date(), row.case.key
    return Held(HeldKind.SHARED, "Gedeeld", told, on, row.organisation.name, row.case_id, key.id)
