"""Which safety houses know of cases, for who asks to see what is held (AVG art. 15; BGS art. 1.1)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.held import Held, HeldKind
from houvast.safety_house import scopes
from houvast.safety_house.models import (
    FileNote,
    HouseFile,
    LookBack,
    Referral,
    ReferralAnswer,
    ReferralPiece,
    ReferralReturn,
)
from houvast.vault.held_rows import Told, held_rows

_HOUSE, _BY = HeldKind.HOUSE, "by__organisation__name"
_REFERRAL = Told(
    _HOUSE,
    "Aangemeld bij een Zorg- en Veiligheidshuis",
    "at",
    "organisation__name",
    forms={"content": {"expects": "Wat de gemeente verwacht", "why_met": "Waarom", "told": "Wat u is verteld"}},
    plain={"house__name": "Welk huis", "legal_ground": "Grond"},
)
_PIECE = Told(
    _HOUSE,
    "Gedeeld met het huis",
    "referral__at",
    "referral__organisation__name",
    texts={"text": "Wat"},
)
_ANSWER = Told(
    _HOUSE,
    "Antwoord van het huis",
    "at",
    _BY,
    forms={"content": {"will": "Wat het doet", "will_not": "Wat het niet doet", "why": "Waarom"}},
)
_RETURN = Told(
    _HOUSE,
    "Terug van het huis",
    "at",
    _BY,
    forms={"content": {"done": "Wat is gedaan", "expects": "Wat het huis verwacht", "why": "Waarom"}},
)
_LOOK_BACK = Told(
    _HOUSE,
    "Teruggekeken na het huis",
    "at",
    _BY,
    forms={"content": {"ours": "Wat de gemeente deed", "theirs": "Wat het huis deed", "next_time": "Volgende keer"}},
)
_FILE = Told(
    _HOUSE,
    "Dossier bij het huis",
    "opened_at",
    "organisation__name",
    plain={"opened_at": "Begonnen op", "keep_until": "Bewaard tot en met", "ground": "Grond"},
    case="referral__case",
    key="key",
)
_NOTE = Told(
    _HOUSE,
    "Notitie van het huis",
    "written_at",
    "organisation__name",
    texts={"text": "Tekst"},
    case="file__referral__case",
    key="file__key",
)


@dataclass(frozen=True, slots=True)
class KeepingHouse:
    """A house that keeps a file of its own about a case."""

    id: UUID
    name: str


def held_referrals(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what the municipality holds of referrals to houses; what a house keeps itself, the house gives."""
    return (
        *held_rows(Referral.objects.filter(case__in=case_ids), _REFERRAL),
        *held_rows(ReferralPiece.objects.filter(case__in=case_ids), _PIECE),
        *held_rows(ReferralAnswer.objects.filter(case__in=case_ids), _ANSWER),
        *held_rows(ReferralReturn.objects.filter(case__in=case_ids), _RETURN),
        *held_rows(LookBack.objects.filter(case__in=case_ids), _LOOK_BACK),
    )


def held_by_house(house_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what one house keeps itself about cases, in two queries. Only people of that house are given it."""
    files = HouseFile.objects.filter(organisation=house_id, referral__case__in=case_ids)
    return (*held_rows(files, _FILE), *held_rows(FileNote.objects.filter(file__in=files), _NOTE))


def cases_in_files(viewer: Viewer, *, now: datetime) -> frozenset[UUID]:
    """Give the ids of the cases behind the files that the viewer sees, in one query: to find, not to show."""
    return frozenset(scopes.files(viewer, now=now).values_list("referral__case", flat=True))


def sees_all_files(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> bool:
    """Say whether somebody of a house sees every file that it keeps about these cases; not when there is none."""
    files = HouseFile.objects.filter(organisation=viewer.organisation_id, referral__case__in=case_ids)
    kept = set(files.filter(key__destroyed_at=None).values_list("id", flat=True))
    return bool(kept) and kept <= set(scopes.files(viewer, now=now).values_list("id", flat=True))


def keeping_houses(case_ids: Collection[UUID]) -> tuple[KeepingHouse, ...]:
    """Give the houses that keep a file about cases, by name, in one query."""
    rows = HouseFile.objects.filter(referral__case__in=case_ids, key__destroyed_at=None)
    found = rows.values_list("organisation", "organisation__name").distinct().order_by("organisation__name")
    return tuple(KeepingHouse(house_id, name) for house_id, name in found)
