"""Where cases were discussed, for who asks to see what is held (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.consultation.models import (
    AgendaItem,
    Correction,
    ItemGuest,
    ItemText,
    Resolution,
    TableAnswer,
    TableQuestion,
)
from houvast.kernel.held import Held, HeldKind
from houvast.vault.held_rows import Told, held_rows

_TALK, _ITEM, _FROM = HeldKind.CONSULTATION, "item__case", "item__organisation__name"
_KEY, _TABLE = "item__case__key", {"item__meeting__table__name": "Tafel"}
_AGENDA = Told(
    _TALK,
    "Besproken in een overleg",
    "meeting__starts_at",
    "organisation__name",
    texts={"question": "Vraag"},
    plain={"meeting__table__name": "Tafel"},
)
_MINUTES = Told(_TALK, "Verslag", "written_at", _FROM, texts={"text": "Verslag"}, plain=_TABLE, case=_ITEM, key=_KEY)
_CORRECTED = Told(
    _TALK, "Verslag verbeterd", "written_at", _FROM, texts={"text": "Verbetering"}, plain=_TABLE, case=_ITEM, key=_KEY
)
_RESOLUTION = Told(
    _TALK,
    "Besluit in een overleg",
    "made_at",
    "organisation__name",
    texts={"what": "Wat"},
    plain={**_TABLE, "due_on": "Voor"},
    case=_ITEM,
    key=_KEY,
)
_GUEST = Told(
    _TALK,
    "Of u of uw steun erbij kon zijn",
    "recorded_at",
    _FROM,
    texts={"why": "Waarom niet"},
    plain={"told_on": "Verteld op"},
    case=_ITEM,
    key=_KEY,
)
_QUESTION = Told(
    _TALK,
    "Vraag aan een andere tafel",
    "asked_at",
    _FROM,
    texts={"question": "Vraag"},
    plain={"table__name": "Tafel"},
    case=_ITEM,
    key=_KEY,
)
_ANSWER = Told(
    _TALK,
    "Antwoord van een andere tafel",
    "at",
    "question__item__organisation__name",
    texts={"text": "Antwoord"},
    case="question__item__case",
    key="question__item__case__key",
)


def held_in_meetings(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the items about cases, with questions, minutes and resolutions; each table in one query."""
    items = AgendaItem.objects.filter(case__in=case_ids, taken_off_at=None)
    return (
        *held_rows(items, _AGENDA),
        *held_rows(ItemText.objects.filter(item__case__in=case_ids), _MINUTES),
        *held_rows(Correction.objects.filter(item__case__in=case_ids), _CORRECTED),
        *held_rows(Resolution.objects.filter(item__case__in=case_ids), _RESOLUTION),
        *held_rows(ItemGuest.objects.filter(item__case__in=case_ids), _GUEST),
        *held_rows(TableQuestion.objects.filter(item__case__in=case_ids), _QUESTION),
        *held_rows(TableAnswer.objects.filter(question__item__case__in=case_ids), _ANSWER),
    )
