"""Erase what a certificate names, room by room."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from uuid import UUID

from houvast.accountability.models import Destruction
from houvast.accountability.rules.retention import UnitKind
from houvast.cases.services.erase_case import erase_case
from houvast.cases.services.erase_note import erase_note
from houvast.documents.services.erase_documents import erase_documents
from houvast.intake.services.erase_concern import erase_concern
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.residents.services.erase_resident import erase_resident
from houvast.safety_house.services.erase_file import erase_file
from houvast.safety_house.services.erase_referrals import erase_referrals
from houvast.sharing.services.erase_consents import erase_consents


def erase(certificate: Destruction, *, actor: Actor, now: datetime) -> None:
    """Erase it. What is not there is left: a backup may be older than what was destroyed. Raises `NotVisible` then."""
    kind, unit_id = UnitKind(certificate.unit), certificate.unit_id
    if kind is UnitKind.CASE:
        _erase_case(certificate, actor, now)
    elif kind is UnitKind.PARTNER_NOTE:
        erase_note(actor=actor, now=now, note_id=unit_id)
    elif kind is UnitKind.HOUSE_FILE:
        erase_file(actor=actor, now=now, file_id=unit_id)
    else:
        erase_concern(actor=actor, now=now, concern_id=unit_id)


def _erase_case(certificate: Destruction, actor: Actor, now: datetime) -> None:
    """Erase a case with what goes along."""
    case_id, found = certificate.unit_id, False
    verbs: list[Callable[[], None]] = [
        partial(erase_case, actor=actor, now=now, case_id=case_id),
        *(partial(erase_concern, actor=actor, now=now, concern_id=each) for each in _ids(certificate, "concerns")),
        *(partial(erase_resident, actor=actor, now=now, resident_id=each) for each in _ids(certificate, "residents")),
    ]
    for verb in verbs:
        with suppress(NotVisible):
            verb()
            found = True
    if not found:
        raise NotVisible
    erase_referrals(actor=actor, now=now, case_id=case_id)
    erase_consents(actor=actor, now=now, case_id=case_id)
    erase_documents(actor=actor, now=now, case_id=case_id)


def _ids(certificate: Destruction, kind: str) -> list[UUID]:
    return [UUID(each) for each in certificate.also.get(kind, [])]
