"""Erase what a certificate names, room by room."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from types import MappingProxyType
from uuid import UUID

from houvast.accountability.models import Destruction
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.erase_request import erase_request
from houvast.cases.services.erase_case import erase_case
from houvast.cases.services.erase_note import erase_note
from houvast.consultation.services.erase_item import erase_item
from houvast.documents.services.erase_documents import erase_documents
from houvast.intake.services.erase_concern import erase_concern
from houvast.intake.services.erase_row import erase_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.residents.services.erase_resident import erase_resident
from houvast.safety_house.services.erase_file import erase_file
from houvast.safety_house.services.erase_referrals import erase_referrals
from houvast.sharing.services.erase_consents import erase_consents
from houvast.short_lines.services.erase_question import erase_question


def erase(certificate: Destruction, *, actor: Actor, now: datetime) -> None:
    """Erase it with what goes along. What is not there is left: a backup may be older than what was destroyed.

    Raises `NotVisible` when nothing of it is there.
    """
    kind, unit_id = UnitKind(certificate.unit), certificate.unit_id
    verbs: list[Callable[[], None]] = [
        partial(_VERBS[kind], unit_id, actor, now),
        *(partial(erase_concern, actor=actor, now=now, concern_id=each) for each in _ids(certificate, "concerns")),
        *(partial(erase_resident, actor=actor, now=now, resident_id=each) for each in _ids(certificate, "residents")),
    ]
    found = False
    for verb in verbs:
        with suppress(NotVisible):
            verb()
            found = True
    if not found:
        raise NotVisible
    if kind is UnitKind.CASE:
        erase_referrals(actor=actor, now=now, case_id=unit_id)
        erase_consents(actor=actor, now=now, case_id=unit_id)
        erase_documents(actor=actor, now=now, case_id=unit_id)


_VERBS: Mapping[UnitKind, Callable[[UUID, Actor, datetime], None]] = MappingProxyType(
    {
        UnitKind.CASE: lambda each, actor, now: erase_case(actor=actor, now=now, case_id=each),
        UnitKind.PARTNER_NOTE: lambda each, actor, now: erase_note(actor=actor, now=now, note_id=each),
        UnitKind.HOUSE_FILE: lambda each, actor, now: erase_file(actor=actor, now=now, file_id=each),
        UnitKind.CONCERN: lambda each, actor, now: erase_concern(actor=actor, now=now, concern_id=each),
        UnitKind.AGENDA_ITEM: lambda each, actor, now: erase_item(actor=actor, now=now, item_id=each),
        UnitKind.REPAIR_ROW: lambda each, actor, now: erase_row(actor=actor, now=now, row_id=each),
        UnitKind.COLLEAGUE_QUESTION: lambda each, actor, now: erase_question(actor=actor, now=now, question_id=each),
        UnitKind.REQUEST: lambda each, actor, now: erase_request(actor=actor, now=now, request_id=each),
    }
)


def _ids(certificate: Destruction, kind: str) -> list[UUID]:
    return [UUID(each) for each in certificate.also.get(kind, [])]
