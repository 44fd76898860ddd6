"""Consents in a case: three meanings, each by itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.residents.rules.naming import full_name
from houvast.sharing import scopes
from houvast.sharing.models import Consent
from houvast.sharing.rules import places
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent: who said yes to what, about whom, how and until when; and whether it was withdrawn."""

    id: UUID
    case_id: UUID
    resident_id: UUID
    resident: str
    meaning: Meaning
    giver: Giver
    giver_name: str
    about: str
    channel: str
    given_on: date
    until_on: date
    recorded_by: str
    withdrawn_at: datetime | None
    why_withdrawn: str

    def runs(self, today: date) -> bool:
        """Say whether it holds on a day."""
        return self.withdrawn_at is None and self.given_on <= today <= self.until_on


def consents_of(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ConsentLine, ...]:
    """Give the consents of a case that the viewer leads, the newest first; in one query."""
    rows = scopes.consents(viewer, now=now).filter(case_id=case_id)
    joined = rows.select_related("resident", "by", "case__key", "end").order_by("-at", "id")
    return tuple(_line(row) for row in joined)


def running_consents(case_id: UUID, today: date) -> frozenset[str]:
    """Give the hexadecimal ids of the consents of a case that hold on a day: that they do, and nothing of them."""
    rows = Consent.objects.filter(case_id=case_id, given_on__lte=today, until_on__gte=today, end__isnull=True)
    return frozenset(each.hex for each in rows.values_list("pk", flat=True))


def consent_by_id(viewer: Viewer, consent_id: UUID, *, now: datetime) -> ConsentLine | None:
    """Give one consent; None when the viewer sees none."""
    rows = scopes.consents(viewer, now=now).filter(pk=consent_id)
    return next((_line(row) for row in rows.select_related("resident", "by", "case__key", "end")), None)


def _line(row: Consent) -> ConsentLine:
    key, end = row.case.key, getattr(row, "end", None)
    return ConsentLine(
        id=row.id,
        case_id=row.case_id,
        resident_id=row.resident_id,
        resident=full_name(row.resident.first_names, row.resident.surname_prefix, row.resident.surname),
        meaning=Meaning(row.meaning),
        giver=Giver(row.giver),
        giver_name=unseal(key, row.giver_name_sealed, place=f"{places.CONSENT_NAME}:{row.id}"),
        about=unseal(key, row.about_sealed, place=f"{places.CONSENT_ABOUT}:{row.id}"),
        channel=row.channel,
        given_on=row.given_on,
        until_on=row.until_on,
        recorded_by=row.by.name,
        withdrawn_at=end.at if end else None,
        why_withdrawn=unseal(key, end.reason_sealed, place=f"{places.CONSENT_END}:{end.id}") if end else "",
    )


def covering(
    consents: Collection[ConsentLine], meaning: Meaning, residents: Collection[UUID], today: date
) -> tuple[ConsentLine, ...]:
    """Give the running consents with a meaning that cover all these residents; nothing when one of them is missing."""
    running = [each for each in consents if each.meaning is meaning and each.runs(today)]
    found = {each.resident_id: each for each in running if each.resident_id in residents}
    return tuple(found.values()) if residents and set(found) == set(residents) else ()
